#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/chain_json.h"
#include "cli/commands/commands.h"
#include "cli/depth_text.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "graph/algo/depth.h"

namespace stemma {
namespace {

constexpr uint64_t kDeepestListed = 10;

struct DepthArguments {
  std::vector<std::string> ids;
  FilterOptions filter;
};

Result<ExitStatus> RunOfAllWorks(Context& context, const GraphView& graph, const Filter& filter) {
  STEMMA_ASSIGN(const DepthDistribution distribution,
                DepthOfAllWorks(graph, filter, kDeepestListed));
  if (context.json) {
    STEMMA_ASSIGN(const auto value, DistributionJson(graph, distribution));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text, DistributionText(graph, distribution, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> RunDepth(Context& context, const DepthArguments& arguments) {
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const std::vector<NodeId> nodes, ResolveNodes(graph, arguments.ids));
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  if (nodes.empty()) {
    return RunOfAllWorks(context, graph, filter);
  }
  std::vector<NodeDepth> depths;
  for (NodeId node : nodes) {
    STEMMA_ASSIGN(NodeDepth depth, DepthOf(graph, node, filter));
    depths.push_back(std::move(depth));
  }
  if (context.json) {
    STEMMA_ASSIGN(const auto value, DepthJson(graph, depths, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text, DepthText(graph, depths, filter, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddDepthCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto arguments = std::make_shared<DepthArguments>();
  CLI::App* command = app.add_subcommand(
      "depth", "How many hops nodes are from an origin; with no ID, of all works");
  command->add_option("ID", arguments->ids, "The nodes: ids, or names, titles or aliases");
  AddFilterOptions(*command, arguments->filter);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunDepth(context, *arguments); };
  });
}

}  // namespace stemma
