#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/filter_options.h"
#include "cli/node_names.h"
#include "cli/output_file.h"
#include "cli/whole_number.h"
#include "graph/algo/filtered_graph.h"
#include "graph/algo/neighbourhood.h"
#include "graph/export/export_format.h"

namespace stemma {
namespace {

struct ExportArguments {
  std::string format;
  std::vector<std::string> ids;
  std::string output;
  std::optional<uint32_t> hops;
  std::string direction;
  FilterOptions filter;
};

std::string FormatNames() {
  std::string names;
  for (const ExportFormat& format : ExportFormats()) {
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  }
  return names;
}

Result<NeighbourhoodLimits> LimitsOf(const ExportArguments& arguments) {
  const std::string& direction = arguments.direction;
  if (!direction.empty() && direction != "up" && direction != "down" && direction != "both") {
    return InvalidInput("--direction: expected up, down or both, found \"" + direction + "\"");
  }
  if (arguments.ids.empty() && (arguments.hops || !direction.empty())) {
    return InvalidInput(
        "--hops and --direction are about the neighbourhood of an ID, and none is given");
  }
  NeighbourhoodLimits limits;
  if (direction == "down") {
    limits.hops_up = 0;
    limits.hops_down = arguments.hops.value_or(kAllHops);
  } else {
    limits.hops_up = arguments.hops.value_or(kAllHops);
    limits.hops_down = direction == "up" ? 0 : arguments.hops.value_or(limits.hops_down);
  }
  return limits;
}

Result<FilteredGraph> SelectPart(const Context& context, const GraphView& graph,
                                 const ExportArguments& arguments) {
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  STEMMA_ASSIGN(const NeighbourhoodLimits limits, LimitsOf(arguments));
  STEMMA_ASSIGN(const std::vector<NodeId> asked, ResolveNodes(graph, arguments.ids));
  STEMMA_ASSIGN(FilteredGraph part, FilteredGraph::Of(graph, filter));
  const FilteredView view(graph, filter);
  for (const NodeId node : asked) {
    STEMMA_TRY(RequirePresent(view, node));
  }
  if (!asked.empty()) {
    STEMMA_ASSIGN(const Neighbours near, Neighbourhood(part, asked, limits));
    part.KeepOnly(near.nodes);
  }
  return part;
}

Result<ExitStatus> RunExport(Context& context, const ExportArguments& arguments) {
  const ExportFormat* format = FindExportFormat(arguments.format);
  if (format == nullptr) {
    return InvalidInput("FORMAT: expected one of " + FormatNames() + ", found \"" +
                        arguments.format + "\"");
  }
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  STEMMA_ASSIGN(const FilteredGraph part, SelectPart(context, store->View(), arguments));
  ExportReport report;
  STEMMA_TRY(WriteOutput(context, arguments.output, [&](const ChunkWriter& write) {
    return format->write(part, write, report);
  }));
  for (const std::string& line : report.Lines()) {
    context.Note("export " + arguments.format + ": left out: " + line);
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddExportCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command =
      app.add_subcommand("export", "Write the graph, or what is near some nodes, as a file");
  command->add_option("FORMAT", arguments->format, "One of " + FormatNames())->required();
  command->add_option("ID", arguments->ids,
                      "Only their neighbourhood: chains back, what points to them, and beside");
  command->add_option("-o,--output", arguments->output, "Into this file, not standard output")
      ->type_name("FILE");
  WholeNumber(command->add_option("--hops", arguments->hops,
                                  "How far from the IDs; else all the way up, and one down"));
  command
      ->add_option("--direction", arguments->direction,
                   "up to their sources, down to who uses them, or both (the default)")
      ->type_name("WAY");
  AddFilterOptions(*command, arguments->filter);
  command->footer("Example:\n  stemma export dot obs-news | dot -Tsvg > story.svg");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunExport(context, *arguments); };
  });
}

}  // namespace stemma
