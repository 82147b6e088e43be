// Which state the files of a database are in: whoever finds it the same before and after knows that
// no file came or went meanwhile.
//
// Source: docs/reliability.md, "Backups" and "Crashes". Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "graph/base/result.h"

namespace stemma {

// Those files count that so many bytes of this manifest name; a manifest only grows.
struct DatabaseMoment {
  std::string manifest;
  uint64_t bytes = 0;  // 0: it was just replaced
  friend bool operator==(const DatabaseMoment&, const DatabaseMoment&) = default;
};

// Corruption when the database names no manifest.
Result<DatabaseMoment> MomentOf(const std::filesystem::path& database);

// Takes back, durably, what the manifest was given since then, where it is the same still. Only for
// who knows that none of it is in force, and that nobody writes to it. Io.
Status ReturnTo(const DatabaseMoment& moment, const std::filesystem::path& database);

}  // namespace stemma
