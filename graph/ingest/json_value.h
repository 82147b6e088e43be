// What the readers of JSON formats ask of a parsed value, and how they say what they expected.
//
// simdjson is named here by its types alone, because including it costs every reader of a header
// 100,000 lines.
// Source: RFC 8259; simdjson's DOM. Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/ingest/read_record.h"
#include "graph/model/assertion.h"

namespace simdjson::dom {
class element;
class object;
}  // namespace simdjson::dom

namespace stemma {

// Of a line that simdjson refused: "expected one JSON object, found broken JSON at byte 7 of the
// line", or that it is no UTF-8. That parser names no place. O(bytes).
std::string WhatIsWrong(std::string_view line);

// Whether it holds nothing but spaces.
bool IsBlankLine(std::string_view line);

// A value for a message, cut where it is long.
std::string Shown(const simdjson::dom::element& value);

// InvalidInput "FIELD: expected WHAT, found VALUE".
tl::unexpected<Error> Expected(std::string_view field, std::string_view what,
                               const simdjson::dom::element& value);

// A text as it is, anything else as compact JSON.
Field FieldOf(std::string_view name, const simdjson::dom::element& value);
void AddTo(FieldRefill& fields, std::string_view name, const simdjson::dom::element& value);

// A number, or a text that is one.
std::optional<double> NumberOf(const simdjson::dom::element& value);

// Nothing when there is no such field, when it is null or empty; borrows from the document.
// InvalidInput when it is no text. O(fields).
Result<std::optional<std::string_view>> OptionalText(const simdjson::dom::object& object,
                                                     std::string_view field);
// The same, InvalidInput also when there is none.
Result<std::string_view> RequiredText(const simdjson::dom::object& object, std::string_view field);

}  // namespace stemma
