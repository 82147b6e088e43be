// Ids and fields for what comes from a format that has none of ours.
//
// Ids rest on what the format says alone, never on what a store holds, so that the same dump
// imported twice is the same nodes, and two dumps that speak of one page speak of one node.
// Source: docs/commands/import.md. Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ingest/json_value.h"
#include "graph/ingest/record_queue.h"

namespace stemma {

// The address in its canonical form, as `add` names articles, or as it is where it has none; of one
// that is too long for an id, or holds what no id may, its beginning and a hash. Empty for an empty
// one. O(bytes).
std::string IdOfUrl(std::string_view url);

// "en" of "ENGLISH" and of "en"; nothing of what is no language's English name or code. Source:
// CLDR, through ICU.
std::optional<std::string> LanguageCode(std::string_view printed);

// "speaker:jane-doe": of an agent that is known by its name alone, one for all spellings that fold
// to the same. O(bytes).
std::string IdOfName(NodeKind kind, std::string_view name);

// `id` and `part` with "#" between, as the parts of a work are named.
std::string IdOfPart(std::string_view id, std::string_view part);

// A short name for words, the same for all that fold to the same.
std::string HashOfWords(std::string_view words);

// The name under which a node or edge keeps a field that the format calls `field`: the same, or
// "FORMAT_FIELD" where that name means something else in the model.
std::string KeptName(std::string_view format, std::string_view field);

// Keeps a field of the format on a node or an edge, and counts it. A null is nothing.
void Keep(Mapped& out, std::vector<Field>& fields, std::string_view format, std::string_view field,
          const simdjson::dom::element& value);

// InvalidInput "field: given twice". O(n log n).
Status CheckNamesDiffer(const simdjson::dom::object& object);
Status CheckNamesDiffer(std::vector<std::string_view> names);

// An edge that was read by the method `format`.
EdgeAssertion& AddExtracted(Mapped& out, std::string from, EdgeKind kind, std::string to,
                            std::string_view format);

// Words of the text of `in` as the evidence of an edge, with what is said to stand beside them.
void AddWords(EdgeAssertion& edge, const std::string& in, std::string_view words,
              std::optional<std::string_view> before, std::optional<std::string_view> after);

// Sets a text of a node, if there is one.
void PutText(NodeAssertion& node, std::string_view field, std::string_view text);

}  // namespace stemma
