// A work whose chains reach no origin, and in which nobody is quoted by name.
//
// Worth asking, never more: what is not recorded may still be there. A quote that says who spoke is
// a source of its own, and so is a named speaker whom the work credits.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/algo/depth.h"
#include "graph/audit/chain_rules/chain_rules.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "source-dead-end.chains/1";

bool IsAttributed(const PrintedQuote& quote) {
  return quote.first_hand ||
         std::any_of(quote.speakers.begin(), quote.speakers.end(), [](const QuoteSpeaker& one) {
           return !one.unnamed && (one.node || !one.name.empty());
         });
}

Result<bool> ReachesOrigin(const ChainReader& reader, NodeId node) {
  if (reader.Survey() != nullptr) {
    return reader.Survey()->ReachesOrigin(node);
  }
  STEMMA_ASSIGN(const NodeDepth depth, DepthOf(reader.Graph(), node, Filter{}));
  return depth.depth.min.has_value();
}

Result<bool> AnyReachesOrigin(const WorkUnderAudit& work) {
  std::vector<NodeId> nodes;
  if (work.Node()) {
    nodes.push_back(*work.Node());
  }
  // Of a text that the store does not have, its sources; of a quote, its own chains.
  for (const EdgeFacts& edge : work.Sources()) {
    nodes.push_back(edge.other);
  }
  for (const PrintedQuote& quote : work.Quotes()) {
    if (quote.node && !quote.sources.empty()) {
      nodes.push_back(*quote.node);
    }
  }
  for (const NodeId node : nodes) {
    STEMMA_ASSIGN(const bool reaches, ReachesOrigin(work.Reader(), node));
    if (reaches) {
      return true;
    }
  }
  return false;
}

}  // namespace

Result<uint64_t> CheckDeadEnd(const WorkUnderAudit& work, Findings& findings) {
  const auto is_named_speaker = [](const NodeFacts& facts) {
    return facts.kind == NodeKind::kSpeaker && !facts.unnamed;
  };
  if (work.Facts().first_hand ||
      std::any_of(work.Quotes().begin(), work.Quotes().end(), IsAttributed) ||
      std::any_of(work.SourceFacts().begin(), work.SourceFacts().end(), is_named_speaker)) {
    return 1;
  }
  STEMMA_ASSIGN(const bool reaches, AnyReachesOrigin(work));
  if (reaches) {
    return 1;
  }
  const std::string title(work.Field("title"));
  Finding finding =
      work.FindingAbout(Rule::kSourceDeadEnd, Severity::kNote, title, work.SpanOf(title), kMethod);
  finding.message = work.Sources().empty()
                        ? "no source is recorded, and nobody is quoted by name"
                        : "no chain of its sources reaches an origin, and nobody is quoted by name";
  for (const EdgeFacts& edge : work.Sources()) {
    constexpr size_t kListedMax = 5;
    if (finding.related.size() < kListedMax) {
      STEMMA_ASSIGN(const NodeState state, work.Reader().State(edge.other));
      finding.because.push_back(
          "it " + std::string(edge.kind == EdgeKind::kCites ? "cites " : "derives from ") +
          state.id + ", behind which no origin is stored");
      finding.related.push_back({state.id, {}, {}, std::string(state.Label())});
    }
  }
  findings.push_back(std::move(finding));
  return 1;
}

}  // namespace stemma
