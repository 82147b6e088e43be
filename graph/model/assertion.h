// What a line of input says: one assertion about a node or about an edge.
//
// An assertion is never overwritten. What holds now, or held at a given moment, is computed from
// all of them (graph/model/state.h). Ids are the user's own strings here, so that readers, exports
// and both stores speak of the same thing; the dense numbers of a store stay inside it.
//
// Source: docs/json.md; W3C Web Annotation (selectors); nanopublications for the split
// of assertion and provenance.
// Thread safety: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/edtf.h"
#include "graph/model/kinds.h"

namespace stemma {

// Limits of one assertion: docs/reliability.md, "Limits".
inline constexpr size_t kIdBytesMax = 1024;
// Of its line, as export jsonl writes it: what was taken in can be taken in again.
inline constexpr uint64_t kAssertionBytesMax = uint64_t{64} << 20;
// A name, a title, an alias: each is a key of the index of names.
inline constexpr size_t kNameBytesMax = size_t{64} << 10;
// Fields, aliases, claims, evidences, and the fields of an evidence: as many of each.
inline constexpr size_t kListEntriesMax = size_t{1} << 16;

// One field of a line, beyond those that stemma gives a place of their own.
struct Field {
  std::string name;
  bool is_text = true;  // `value` is the text itself; otherwise it is compact JSON
  std::string value;
  friend bool operator==(const Field&, const Field&) = default;
};

// A JSON null takes a field away (as in RFC 7396, merge patch).
inline bool IsRemoval(const Field& field) {
  return !field.is_text && field.value == "null";
}

// `right` of `fired` counted cases, or a number from 0 to 1 that came with imported data.
struct Confidence {
  bool counted = false;
  uint64_t right = 0;
  uint64_t fired = 0;
  double number = 0;  // of imported data; unused when counted
  friend bool operator==(const Confidence&, const Confidence&) = default;
};

// As a number from 0 to 1: that of imported data, or the lower end of the 95 % Wilson score
// interval of the counts. Source: Wilson 1927, JASA 22:209.
double LowerBound(const Confidence& confidence);

// Words in a work that prove an edge; either selector may stand alone.
struct Evidence {
  std::string in;                 // id of the node whose text is meant; empty: not said
  std::optional<uint64_t> start;  // code points, zero-based
  std::optional<uint64_t> end;    // exclusive
  std::optional<std::string> exact;
  std::optional<std::string> prefix;
  std::optional<std::string> suffix;
  std::vector<Field> extra;  // kept as given
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct NodeAssertion {
  std::string id;
  NodeKind kind = NodeKind::kArticle;
  std::vector<Field> fields;  // in the order given, names unique
  std::optional<std::string> by;
  Instant at = 0;
  bool at_given = false;  // false: `at` was filled in with the time of the import
  friend bool operator==(const NodeAssertion&, const NodeAssertion&) = default;
};

struct EdgeAssertion {
  std::string from;
  EdgeKind kind = EdgeKind::kCites;
  std::string to;
  AssertionStatus status = AssertionStatus::kAsserted;
  Judgement judgement = Judgement::kNone;  // of same_as only
  bool inherited = false;
  std::optional<std::string> how;
  std::vector<std::string> claims;  // ids; empty: the edge serves all claims
  std::optional<std::string> as_printed;
  std::vector<Evidence> evidence;
  std::optional<std::string> method;
  std::optional<Confidence> confidence;
  std::optional<std::string> by;
  std::optional<std::string> because;
  Instant at = 0;
  bool at_given = false;
  std::vector<Field> extra;  // kept as given
  friend bool operator==(const EdgeAssertion&, const EdgeAssertion&) = default;
};

// Whether an edge says nothing but its kind and its ends, who says so and when: most of those that
// come by the million.
bool IsBare(const EdgeAssertion& assertion);

// Whether two lines are identical as written, before `at` is filled in: then they are one
// assertion.
bool SameAsWritten(const NodeAssertion& a, const NodeAssertion& b);
bool SameAsWritten(const EdgeAssertion& a, const EdgeAssertion& b);

}  // namespace stemma
