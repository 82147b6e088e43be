// Results as the JSON of docs/json.md.
//
// nlohmann::ordered_json keeps the keys in the order that people read them in; this header names
// no library, so that only what prints includes one.
// Source: docs/json.md.
// Thread safety: const calls over a const view.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "graph/model/assertion.h"

namespace stemma {

// `text` as it is, or, when it is compact JSON, its value.
nlohmann::ordered_json JsonOf(const Field& field);
nlohmann::ordered_json JsonOf(const Evidence& evidence);
// {"right","fired"}, a number, or null when absent.
nlohmann::ordered_json JsonOf(const std::optional<Confidence>& confidence);
// The line of an assertion (as export would write it), with `at` always given.
nlohmann::ordered_json JsonOf(const NodeAssertion& assertion);
nlohmann::ordered_json JsonOf(const EdgeAssertion& assertion);

// One line on standard output: the value and a line end.
std::string Dump(const nlohmann::ordered_json& value);

}  // namespace stemma
