#include <memory>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/ancestor_list.h"
#include "cli/chain_json.h"
#include "cli/commands/commands.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/trace_text.h"
#include "cli/whole_number.h"
#include "graph/algo/trace.h"

namespace stemma {
namespace {

struct TraceArguments {
  std::string id;
  std::string to;
  std::optional<uint64_t> hops_max;
  uint64_t limit = TraceOptions().chains_max;
  bool list = false;
  FilterOptions filter;
};

Result<ExitStatus> ListAncestors(Context& context, const GraphView& graph, NodeId node,
                                 const Filter& filter, const TraceArguments& arguments) {
  AncestorSearch search(graph, filter);
  STEMMA_ASSIGN(const auto ancestors, search.From(node));
  const AncestorListing listing = ListingOf(node, ancestors, arguments.hops_max, arguments.limit);
  if (context.json) {
    STEMMA_ASSIGN(const auto value, AncestorsJson(graph, listing, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text, AncestorsText(graph, listing, filter, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> RunTrace(Context& context, const TraceArguments& arguments) {
  STEMMA_TRY(RequireLimit(arguments.limit));
  if (arguments.list && !arguments.to.empty()) {
    return InvalidInput("--to: names the end of chains, and --list shows none");
  }
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const NodeId node, ResolveNode(graph, arguments.id));
  TraceOptions options;
  options.hops_max = arguments.hops_max;
  options.chains_max = arguments.limit;
  if (!arguments.to.empty()) {
    auto target = ResolveNode(graph, arguments.to);
    if (!target) {
      return Fail(target.error().code, "--to: " + target.error().message);
    }
    options.to = *target;
  }
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  if (arguments.list) {
    return ListAncestors(context, graph, node, filter, arguments);
  }
  STEMMA_ASSIGN(const Trace trace, TraceNode(graph, node, filter, options));
  if (context.json) {
    STEMMA_ASSIGN(const auto value, TraceJson(graph, trace, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text,
                  TraceText(graph, trace, {filter, options, context.terminal}));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddTraceCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto arguments = std::make_shared<TraceArguments>();
  CLI::App* command = app.add_subcommand(
      "trace", "Follow a node back to where it came from: every chain, as a tree");
  command->add_option("ID", arguments->id, "The node: its id, or its name, title or alias")
      ->required();
  command->add_option("--to", arguments->to, "Only chains that arrive at this node")
      ->type_name("ID");
  WholeNumber(command->add_option("--max-hops", arguments->hops_max, "Leave out longer chains"));
  WholeNumber(command->add_option("--limit", arguments->limit,
                                  "List at most this many chains, of the node and of each strand"))
      ->capture_default_str();
  command->add_flag("--list", arguments->list,
                    "No chains: each node that they lead to, once, with its hops");
  AddFilterOptions(*command, arguments->filter);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunTrace(context, *arguments); };
  });
}

}  // namespace stemma
