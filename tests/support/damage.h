// Damage to a file.
#pragma once

#include <filesystem>
#include <ios>
#include <random>
#include <string>

namespace stemma::testing {

// Of the byte at `at`. Twice is as if never.
void FlipBit(const std::filesystem::path& path, std::streamoff at);

// One bit of it, or all from some place on: each fourth time. Says what it did. The file is not
// empty.
std::string Damage(const std::filesystem::path& path, std::mt19937_64& random);

}  // namespace stemma::testing
