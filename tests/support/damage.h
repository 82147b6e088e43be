// Damage: one bit of a file.
#pragma once

#include <filesystem>
#include <ios>

namespace stemma::testing {

// Of the byte at `at`. Twice is as if never.
void FlipBit(const std::filesystem::path& path, std::streamoff at);

}  // namespace stemma::testing
