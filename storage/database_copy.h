// A copy of a database as it is at one moment, made beside a process that writes to it.
//
// Source: docs/reliability.md, "Backups". Thread safety: one thread a copy.
#pragma once

#include <filesystem>

#include "graph/base/result.h"

namespace stemma {

// Links the files that never change, and copies the rest, into `to`, a folder that is made. Both
// must be on one file system. May be opened to write like the original. Io; Corruption when the
// original names no manifest.
Status CopyDatabase(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace stemma
