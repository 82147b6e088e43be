#include "cli/trace_text.h"

#include "cli/step_record.h"
#include "cli/trace_text_label.h"
#include "cli/trace_text_line.h"
#include "cli/trace_text_summary.h"
#include "cli/trace_text_tree.h"

namespace stemma {
namespace {

// Why there is no chain to show, so that an empty answer is never silent.
std::string WhyNone(const TraceTextOptions& options) {
  if (options.options.to) {
    return "No chain leads to the node that --to names.\n";
  }
  return options.options.hops_max ? "No chain is as short as --max-hops asks.\n"
                                  : "No chain is recorded.\n";
}

// The node, and all that chains of its own and of what it prints pass.
std::vector<NodeId> NodesOf(const Trace& trace) {
  std::vector<NodeId> nodes = {trace.node};
  const auto add = [&nodes](const std::vector<Chain>& chains) {
    for (const Chain& chain : chains) {
      nodes.insert(nodes.end(), chain.nodes.begin(), chain.nodes.end());
    }
  };
  add(trace.chains);
  for (const Strand& strand : trace.strands) {
    add(strand.chains);
  }
  return nodes;
}

}  // namespace

Result<std::string> TraceText(const GraphView& graph, const Trace& trace,
                              const TraceTextOptions& options) {
  const FilteredView view(graph, options.filter);
  NodeLabels labels(view);
  StepRecords records(graph, options.filter.known_at);
  Corrections corrections(view);
  STEMMA_TRY(corrections.Load(NodesOf(trace)));
  TreeText tree(labels, records, corrections, options.terminal.columns);
  STEMMA_ASSIGN(const std::vector<MarkedLine> tree_lines, tree.Lines(trace));
  std::string text = Render(tree_lines, options.terminal);
  if (trace.chains.empty()) {
    text += WhyNone(options);
  }
  SummaryText summary(graph, trace, options, labels, records, corrections);
  STEMMA_ASSIGN(const std::vector<MarkedLine> strands, summary.Strands());
  text += Render(strands, options.terminal);
  STEMMA_ASSIGN(const std::vector<std::string> sentences, summary.Sentences());
  for (const std::string& sentence : sentences) {
    text += Wrapped(sentence, options.terminal.columns);
  }
  return text;
}

}  // namespace stemma
