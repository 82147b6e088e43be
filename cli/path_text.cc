#include "cli/path_text.h"

#include <vector>

#include "cli/corrections_text.h"
#include "cli/step_record.h"
#include "cli/trace_text_label.h"
#include "cli/trace_text_line.h"
#include "cli/trace_text_tree.h"

namespace stemma {
namespace {

// Why there is no chain to show, in sentences.
Result<std::vector<std::string>> WhyNone(const GraphView& graph, const ChainsBetween& between) {
  const std::vector<NodeId> ends = {between.from, between.to};
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(ends));
  const std::string from = Printable(ids.front());
  const std::string to = Printable(ids.back());
  if (between.hops_beyond) {
    return std::vector<std::string>{"No chain from " + from + " to " + to +
                                    " is as short as --max-hops asks: the shortest has " +
                                    Counted(*between.hops_beyond, "hop", "hops") + "."};
  }
  std::vector<std::string> sentences = {"No chain leads from " + from + " to " + to + "."};
  if (between.to_kind == NodeKind::kClaim) {
    sentences.push_back(to + " is a claim: chains start at what states one and lead to none.");
  } else if (between.ends_before) {
    const std::vector<NodeId> stop = {*between.ends_before};
    STEMMA_ASSIGN(const std::vector<std::string> stop_id, graph.Ids(stop));
    sentences.push_back(to + " stands behind " + Printable(stop_id.front()) +
                        ", where chains end: at origins, at agents, and at a work that a quote "
                        "was lifted from.");
  } else {
    sentences.emplace_back("Chains end at origins and agents.");
  }
  sentences.push_back(between.hops_back
                          ? "One leads the other way, from " + to + " to " + from + ": " +
                                Counted(*between.hops_back, "hop", "hops") + "."
                          : "None leads the other way either.");
  return sentences;
}

Result<std::vector<std::string>> Sentences(const GraphView& graph, const ChainsBetween& between,
                                           const PathTextOptions& options,
                                           Corrections& corrections) {
  if (between.chains.empty()) {
    return WhyNone(graph, between);
  }
  std::vector<std::string> sentences;
  std::vector<NodeId> nodes;
  for (const Chain& chain : between.chains) {
    nodes.insert(nodes.end(), chain.nodes.begin(), chain.nodes.end());
  }
  STEMMA_ASSIGN(const std::string words, CorrectionWords(graph, corrections, nodes));
  if (!words.empty()) {
    sentences.push_back("Corrections on record: " + words + ".");
  }
  if (options.options.chains_max) {
    const uint64_t least = between.chains.front().hops;
    const uint64_t most = between.chains.back().hops;
    const std::string hops =
        (least == most ? "" : std::to_string(least) + " to ") + Counted(most, "hop", "hops");
    sentences.push_back(Counted(between.chains.size(), "chain", "chains") + " of " + hops + ".");
  }
  if (between.truncated) {
    sentences.emplace_back("Truncated: there are more chains than these; --limit lists more.");
  }
  return sentences;
}

}  // namespace

Result<std::string> PathText(const GraphView& graph, const ChainsBetween& between,
                             const PathTextOptions& options) {
  const FilteredView view(graph, options.filter);
  NodeLabels labels(view);
  StepRecords records(graph, options.filter.known_at);
  Corrections corrections(view);
  std::string text;
  if (!between.chains.empty()) {
    Trace trace;
    trace.node = between.from;
    trace.kind = between.from_kind;
    trace.chains = between.chains;
    STEMMA_TRY(corrections.Load(std::vector<NodeId>{between.from}));
    for (const Chain& chain : between.chains) {
      STEMMA_TRY(corrections.Load(chain.nodes));
    }
    TreeText tree(labels, records, corrections, options.terminal.columns);
    STEMMA_ASSIGN(const std::vector<MarkedLine> lines, tree.Lines(trace));
    text = Render(lines, options.terminal);
  }
  STEMMA_ASSIGN(const std::vector<std::string> sentences,
                Sentences(graph, between, options, corrections));
  for (const std::string& sentence : sentences) {
    text += Wrapped(sentence, options.terminal.columns);
  }
  return text;
}

}  // namespace stemma
