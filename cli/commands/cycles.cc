#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/chain_json.h"
#include "cli/commands/commands.h"
#include "cli/cycles_text.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "graph/algo/cycles.h"

namespace stemma {
namespace {

Result<ExitStatus> RunCycles(Context& context, const FilterOptions& options) {
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, options));
  STEMMA_ASSIGN(const std::vector<Circle> circles, FindCircles(graph, filter));
  if (context.json) {
    STEMMA_ASSIGN(const auto value, CirclesJson(graph, circles, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text, CirclesText(graph, circles, filter, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddCyclesCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto options = std::make_shared<FilterOptions>();
  CLI::App* command = app.add_subcommand(
      "cycles", "Circular sourcing: works and quotes whose chains come back to themselves");
  AddFilterOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](Context& context) { return RunCycles(context, *options); };
  });
}

}  // namespace stemma
