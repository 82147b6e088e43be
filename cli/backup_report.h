// What is said of a backup, to a person and as JSON.
//
// Source: docs/json.md. Thread safety: pure functions.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "storage/backup.h"

namespace stemma {

nlohmann::ordered_json JsonOf(const Backup& backup);

// "backup 2 of 2026-11-28T02:20:00Z: 48 nodes, 72 edges, 120 assertions"
std::string WordsOf(const Backup& backup);

}  // namespace stemma
