// The vocabulary of the graph: kinds of nodes and edges, status, and their names.
//
// Numbers are written to disk (storage/key_codec.h, schema/): never change or reuse one.
// Source: docs/glossary.md; PROV-DM, CiTO 2.8, Dublin Core terms.
// Thread safety: all functions are pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stemma {

enum class NodeKind : uint8_t {
  kArticle = 1,
  kDocument = 2,
  kQuote = 3,
  kClaim = 4,
  kSpeaker = 5,
  kOutlet = 6,
};

enum class EdgeKind : uint8_t {
  kDerivedFrom = 1,  // prov:wasDerivedFrom
  kCites = 2,        // cito:cites, prov:hadPrimarySource
  kQuotes = 3,
  kStates = 4,
  kQuotedFrom = 5,  // prov:wasQuotedFrom
  kSpokenBy = 6,    // prov:wasAttributedTo
  kPublishedBy = 7,
  kWrittenBy = 8,  // prov:wasAttributedTo
  kObtainedBy = 9,
  kPartOf = 10,  // dcterms:isPartOf
  kMentions = 11,
  kDenies = 12,    // cito:disputes
  kSupports = 13,  // cito:supports
  kCorrects = 14,  // cito:corrects, cito:retracts
  kSameAs = 15,    // prov:alternateOf
};

enum class AssertionStatus : uint8_t {
  kAsserted = 1,   // a person said so
  kExtracted = 2,  // read from the text by a method
  kInferred = 3,   // deduced
  kDisputed = 4,
  kWithdrawn = 5,  // no longer held: not followed
};

// What a `same_as` edge says.
enum class Judgement : uint8_t { kNone = 0, kSame = 1, kDifferent = 2, kUnsure = 3 };

inline constexpr std::array kNodeKinds = {NodeKind::kArticle, NodeKind::kDocument,
                                          NodeKind::kQuote,   NodeKind::kClaim,
                                          NodeKind::kSpeaker, NodeKind::kOutlet};
inline constexpr std::array kEdgeKinds = {
    EdgeKind::kDerivedFrom, EdgeKind::kCites,    EdgeKind::kQuotes,      EdgeKind::kStates,
    EdgeKind::kQuotedFrom,  EdgeKind::kSpokenBy, EdgeKind::kPublishedBy, EdgeKind::kWrittenBy,
    EdgeKind::kObtainedBy,  EdgeKind::kPartOf,   EdgeKind::kMentions,    EdgeKind::kDenies,
    EdgeKind::kSupports,    EdgeKind::kCorrects, EdgeKind::kSameAs};

// "article", "derived_from", "asserted", "same": as in files.
std::string_view Name(NodeKind kind);
std::string_view Name(EdgeKind kind);
std::string_view Name(AssertionStatus status);
std::string_view Name(Judgement judgement);  // "" for kNone

// The reverse, in any letter case; nothing for a word that is none.
std::optional<NodeKind> ParseNodeKind(std::string_view word);
std::optional<EdgeKind> ParseEdgeKind(std::string_view word);
std::optional<AssertionStatus> ParseAssertionStatus(std::string_view word);
std::optional<Judgement> ParseJudgement(std::string_view word);

inline bool IsWork(NodeKind kind) {
  return kind == NodeKind::kArticle || kind == NodeKind::kDocument;
}
inline bool IsAgent(NodeKind kind) {
  return kind == NodeKind::kSpeaker || kind == NodeKind::kOutlet;
}

// Whether an edge of this kind may run between nodes of these kinds (docs/glossary.md).
bool MayConnect(EdgeKind edge, NodeKind from, NodeKind to);

// "from a work or quote to a work or agent": the rule of MayConnect in words.
std::string_view EndpointRule(EdgeKind edge);

// derived_from, cites, quoted_from: the edges that are followed back to a source.
constexpr bool IsSourcing(EdgeKind edge) {
  return edge == EdgeKind::kDerivedFrom || edge == EdgeKind::kCites ||
         edge == EdgeKind::kQuotedFrom;
}
// same_as, part_of: the edges that may make nodes one.
constexpr bool IsFolding(EdgeKind edge) {
  return edge == EdgeKind::kSameAs || edge == EdgeKind::kPartOf;
}

// Deduced or called in question: what a reader is warned of.
inline bool IsUncertain(AssertionStatus status) {
  return status == AssertionStatus::kInferred || status == AssertionStatus::kDisputed;
}

}  // namespace stemma
