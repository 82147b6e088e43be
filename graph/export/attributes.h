// The fields of a node or an edge as a list of named, typed values: what attribute formats write.
//
// An edge's own fields (status, evidence, …) stand beside its extra ones, so that an exporter needs
// one loop for both, and all formats use the same names.
// Source: docs/json.md, whose names these are; docs/exchange.md. Thread safety: pure functions.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/export/record_scan.h"
#include "graph/model/state.h"

namespace stemma {

// What a value is. Where one column holds several of these, it holds kMixed.
enum class AttributeType { kText, kBoolean, kInteger, kNumber, kTextList, kJson, kMixed };

struct Attribute {
  std::string_view name;  // borrowed from the record
  AttributeType type = AttributeType::kText;
  std::string value;    // the text itself, or compact JSON; an integer fits 64 bits
  bool is_own = false;  // has this name by its meaning, and is no field that a user named so
};

inline constexpr std::array<std::string_view, 1> kNodeAttributes = {"kind"};
inline constexpr std::array<std::string_view, 15> kEdgeAttributes = {
    "kind",   "status",     "how",   "judgement", "inherited", "claims", "as_printed", "evidence",
    "method", "confidence", "right", "fired",     "by",        "at",     "because"};

// `kind`, then the fields in their order. Replaces what `attributes` holds.
void ListAttributes(const NodeState& node, std::vector<Attribute>& attributes);
// Those of kEdgeAttributes that it has, in that order, then the extra fields. `confidence` is the
// number that it counts as; `right` and `fired` are there where it was counted.
void ListAttributes(const EdgeRecord& edge, std::vector<Attribute>& attributes);

// Whether a user's field has the name of one that a format has itself, `own`, and so no place
// there.
bool IsTaken(const Attribute& attribute, std::span<const std::string_view> own);
// Counts it; `id` says whose it is.
void LeaveTaken(const Attribute& attribute, std::string_view id, ExportReport& report);

// "title of obs-news", "\"odd name\" of obs-news": where a value stands, for the report.
std::string PlaceOf(std::string_view field, std::string_view id);
// "obs-news cites icij": an edge, for the same.
std::string NameOf(const EdgeAssertion& edge);

}  // namespace stemma
