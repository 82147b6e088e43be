#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/origins_json.h"
#include "cli/origins_text.h"
#include "cli/whole_number.h"
#include "graph/algo/origins.h"

namespace stemma {
namespace {

// What a person reads, and what a program does not choke on.
constexpr uint64_t kTextListed = 10;
constexpr uint64_t kJsonListed = 10'000;

struct OriginsArguments {
  std::vector<std::string> ids;
  bool with_families = false;
  std::optional<uint64_t> limit;
  FilterOptions filter;
};

Result<ExitStatus> RunOrigins(Context& context, const OriginsArguments& arguments) {
  STEMMA_TRY(RequireLimit(arguments.limit.value_or(kTextListed)));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const std::vector<NodeId> nodes, ResolveNodes(graph, arguments.ids));
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  STEMMA_ASSIGN(const Origins origins, FindOrigins(graph, nodes, filter, arguments.with_families));
  if (context.json) {
    STEMMA_ASSIGN(const auto value,
                  OriginsJson(graph, origins, filter, arguments.limit.value_or(kJsonListed)));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text,
                  OriginsText(graph, origins,
                              {filter, arguments.limit.value_or(kTextListed), context.terminal}));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddOriginsCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto arguments = std::make_shared<OriginsArguments>();
  CLI::App* command = app.add_subcommand(
      "origins", "How many independent origins nodes have, and what all their chains pass");
  command->add_option("ID", arguments->ids, "The nodes: ids, or names, titles or aliases")
      ->required();
  command->add_flag("--families", arguments->with_families,
                    "Count too with copies folded into their root, and one speaker's words of one "
                    "date into one");
  WholeNumber(command->add_option("--limit", arguments->limit,
                                  "List at most this many of each; else 10, with --json 10000"));
  AddFilterOptions(*command, arguments->filter);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunOrigins(context, *arguments); };
  });
}

}  // namespace stemma
