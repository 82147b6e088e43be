#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/cycles_json.h"
#include "cli/cycles_text.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "cli/whole_number.h"
#include "graph/algo/circle_dates.h"

namespace stemma {
namespace {

struct CyclesArguments {
  uint64_t limit = 100;
  FilterOptions filter;
};

Result<ExitStatus> RunCycles(Context& context, const CyclesArguments& arguments) {
  STEMMA_TRY(RequireLimit(arguments.limit));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  STEMMA_ASSIGN(const CircleListing listing, FindDatedCircles(graph, filter, arguments.limit));
  if (context.json) {
    STEMMA_ASSIGN(const auto value, CirclesJson(graph, listing, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text, CirclesText(graph, listing, filter, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddCyclesCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto arguments = std::make_shared<CyclesArguments>();
  CLI::App* command = app.add_subcommand(
      "cycles", "Circular sourcing: works and quotes whose chains come back to themselves");
  WholeNumber(
      command->add_option("--limit", arguments->limit, "List at most this many, largest first"))
      ->capture_default_str();
  AddFilterOptions(*command, arguments->filter);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunCycles(context, *arguments); };
  });
}

}  // namespace stemma
