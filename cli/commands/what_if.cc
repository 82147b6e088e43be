#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "cli/what_if_output.h"
#include "cli/whole_number.h"

namespace stemma {
namespace {

struct WhatIfArguments {
  uint64_t limit = 100;
  FilterOptions filter;
};

Result<ExitStatus> RunWhatIf(Context& context, const WhatIfArguments& arguments) {
  STEMMA_TRY(RequireLimit(arguments.limit));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  STEMMA_ASSIGN(const WhatIf answer, AskWhatIf(graph, filter, arguments.limit));
  if (context.json) {
    STEMMA_ASSIGN(const auto value, WhatIfJson(graph, answer, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text, WhatIfText(graph, answer, filter, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddWhatIfCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto arguments = std::make_shared<WhatIfArguments>();
  CLI::App* command = app.add_subcommand(
      "what-if",
      "What rests on some nodes: the works and claims that lose their last origin, or "
      "sit deeper, without them");
  AddFilterOptions(*command, arguments->filter);
  command->get_option("--without")->required();
  WholeNumber(command->add_option("--limit", arguments->limit,
                                  "List at most this many in each of the two lists"))
      ->capture_default_str();
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunWhatIf(context, *arguments); };
  });
}

}  // namespace stemma
