// Files and folders of ours that a power cut leaves as they were, or whole.
//
// What a file holds is durable once the file is synced, and its name once its folder is: neither
// follows from the other. Without both, a rename can be there and what was written not.
// Source: POSIX.1-2017, fsync(), rationale.
// Thread safety: one thread a file.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "graph/base/result.h"

namespace stemma {

// Io, with the path and what `error`, an errno, says of it.
tl::unexpected<Error> Refused(const std::filesystem::path& path, int error);

// False, with errno. On a full disk the system may write less than asked for, without an error.
bool WriteAll(int file, std::string_view bytes);

// Makes what was made, renamed and removed in it durable. One that may not be read is let be. Io.
Status SyncFolder(const std::filesystem::path& folder);

// Makes a folder and those above it, for its owner alone, durably. Those that are there stay as
// they are. Io.
Status MakeFolders(const std::filesystem::path& path);

// The parts, one behind the other, in place of what was there, durable on return. Until then what
// was there stays. Io.
Status WriteDurably(const std::filesystem::path& path, const std::vector<std::string_view>& parts);

}  // namespace stemma
