// A node or an edge given as an id and named values, as attribute formats have them, as a line.
//
// Such a record goes through the reader of native lines, so that it means and is refused the same.
// Source: docs/commands/import.md. Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "graph/base/result.h"
#include "graph/ingest/format_tally.h"

namespace stemma {

using NamedValues = std::vector<std::pair<std::string, nlohmann::ordered_json>>;

// The line of a node. Its kind is `kind`, `type` or `label` where that is one of ours, else a
// document; `label` and `name` become its title or name where it has none. `format` is the name of
// fields whose names mean something else here; what is kept is counted. InvalidInput when two
// values come to one name.
Result<std::string> NodeLineOf(const std::string& id, NamedValues values, std::string_view format,
                               FormatTally& tally);

// The line of an edge; where no value says which kind, it cites.
Result<std::string> EdgeLineOf(const std::string& from, const std::string& to, NamedValues values,
                               std::string_view format, FormatTally& tally);

// A text as attribute formats write values that are no text: as JSON, when it is a list or an
// object of JSON, and the field is none that is always a text.
nlohmann::ordered_json ValueOfText(std::string_view name, const std::string& text);

}  // namespace stemma
