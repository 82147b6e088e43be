#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/chain_json.h"
#include "cli/commands/commands.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/path_text.h"
#include "cli/whole_number.h"
#include "graph/algo/chains_between.h"

namespace stemma {
namespace {

struct PathArguments {
  std::string from;
  std::string to;
  bool all = false;
  std::optional<uint64_t> hops_max;
  uint64_t limit = 100;
  FilterOptions filter;
};

Result<ExitStatus> RunPath(Context& context, const PathArguments& arguments) {
  STEMMA_TRY(RequireLimit(arguments.limit));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const NodeId from, ResolveNode(graph, arguments.from));
  STEMMA_ASSIGN(const NodeId to, ResolveNode(graph, arguments.to));
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  BetweenOptions options;
  options.hops_max = arguments.hops_max;
  if (arguments.all) {
    options.chains_max = arguments.limit;
  }
  STEMMA_ASSIGN(const ChainsBetween between, FindChainsBetween(graph, from, to, filter, options));
  if (context.json) {
    STEMMA_ASSIGN(const auto value, PathJson(graph, between, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text,
                  PathText(graph, between, {filter, options, context.terminal}));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddPathCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto arguments = std::make_shared<PathArguments>();
  CLI::App* command =
      app.add_subcommand("path", "The shortest chain from one node to another, or all of them");
  command->add_option("FROM", arguments->from, "The newer node: its id, name, title or alias")
      ->required();
  command->add_option("TO", arguments->to, "The older node, which it may go back to")->required();
  CLI::Option* all = command->add_flag("--all", arguments->all, "All chains, shortest first");
  WholeNumber(command->add_option("--limit", arguments->limit, "With --all: at most this many"))
      ->capture_default_str()
      ->needs(all);
  WholeNumber(command->add_option("--max-hops", arguments->hops_max, "Leave out longer chains"));
  AddFilterOptions(*command, arguments->filter);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunPath(context, *arguments); };
  });
}

}  // namespace stemma
