#include "cli/export_part.h"

#include <algorithm>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/node_names.h"
#include "cli/whole_number.h"
#include "graph/export/private_nodes.h"

namespace stemma {
namespace {

Result<NeighbourhoodLimits> LimitsOf(const PartOptions& options) {
  const std::string& direction = options.direction;
  if (!direction.empty() && direction != "up" && direction != "down" && direction != "both") {
    return InvalidInput("--direction: expected up, down or both, found \"" + direction + "\"");
  }
  if (options.ids.empty() && (options.hops || !direction.empty())) {
    return InvalidInput(
        "--hops and --direction are about the neighbourhood of an ID, and none is given");
  }
  NeighbourhoodLimits limits;
  if (direction == "down") {
    limits.hops_up = 0;
    limits.hops_down = options.hops.value_or(kAllHops);
  } else {
    limits.hops_up = options.hops.value_or(kAllHops);
    limits.hops_down = direction == "up" ? 0 : options.hops.value_or(limits.hops_down);
  }
  return limits;
}

Status RequireShown(const FilteredView& view, const std::vector<NodeId>& asked,
                    const std::unordered_set<NodeId>& hidden) {
  for (const NodeId node : asked) {
    if (hidden.contains(node)) {
      STEMMA_ASSIGN(const std::string id, IdOf(view.Graph(), node));
      return InvalidInput(id + ": is marked private (--with-private shows it)");
    }
    STEMMA_TRY(RequirePresent(view, node));
  }
  return {};
}

}  // namespace

void AddPartOptions(CLI::App& command, PartOptions& options) {
  command.add_option("ID", options.ids, "Only their neighbourhood: sources, users, and beside");
  WholeNumber(command.add_option("--hops", options.hops,
                                 "How far from the IDs; else all the way up, and one down"));
  command
      .add_option("--direction", options.direction,
                  "up to their sources, down to who uses them, or both (the default)")
      ->type_name("WAY");
  AddFilterOptions(command, options.filter);
}

Result<Part> SelectPart(const Context& context, const GraphView& graph, const PartOptions& options,
                        const std::unordered_set<NodeId>& hidden, size_t nodes_max) {
  STEMMA_ASSIGN(Filter filter, MakeFilter(context, graph, options.filter));
  STEMMA_ASSIGN(NeighbourhoodLimits limits, LimitsOf(options));
  STEMMA_ASSIGN(std::vector<NodeId> asked, ResolveNodes(graph, options.ids));
  STEMMA_TRY(RequireShown(FilteredView(graph, filter), asked, hidden));
  filter.without.insert(filter.without.end(), hidden.begin(), hidden.end());
  STEMMA_ASSIGN(FilteredGraph part, FilteredGraph::Of(graph, filter));
  bool is_cut = false;
  if (!asked.empty()) {
    limits.nodes_max = nodes_max;
    STEMMA_ASSIGN(const Neighbours near, Neighbourhood(part, asked, limits));
    part.KeepOnly(near.nodes);
    is_cut = near.is_cut;
  }
  return Part{std::move(part), std::move(filter), std::move(asked), is_cut};
}

Result<std::unordered_set<NodeId>> HiddenNodes(const GraphView& graph, bool with_private) {
  return with_private ? std::unordered_set<NodeId>() : PrivateNodes(graph);
}

Result<size_t> NodesUpTo(const GraphView& graph, size_t most) {
  size_t nodes = 0;
  STEMMA_TRY(graph.ScanNodes([&](NodeId, const NodeFacts&) { return ++nodes < most; }));
  return nodes;
}

Status RequireSize(const Part& part, const std::string& format, size_t nodes_max) {
  STEMMA_ASSIGN(const size_t nodes, NodesUpTo(part.graph, OneMoreThan(nodes_max)));
  if (nodes == 0) {
    return InvalidInput("export " + format +
                        ": no node is left to show: the store or the filters leave none");
  }
  if (nodes > nodes_max) {
    return InvalidInput("export " + format + ": more than " + std::to_string(nodes_max) +
                        " nodes: name the IDs that it is about, or set --hops");
  }
  return {};
}

void NoteReport(const Context& context, const std::string& format, const ExportReport& report) {
  for (const std::string& line : report.Lines()) {
    context.Note("export " + format + ": left out: " + line);
  }
  for (const std::string& remark : report.Remarks()) {
    context.Note("export " + format + ": " + remark);
  }
}

}  // namespace stemma
