#include <limits>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/export_part.h"
#include "cli/output_file.h"
#include "graph/export/export_format.h"

namespace stemma {
namespace {

constexpr size_t kAllNodes = std::numeric_limits<size_t>::max();

struct ExportArguments {
  std::string format;
  std::string output;
  PartOptions part;
};

std::string FormatNames() {
  std::string names;
  for (const ExportFormat& format : ExportFormats()) {
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  }
  return names;
}

Result<ExitStatus> RunExport(Context& context, const ExportArguments& arguments) {
  const ExportFormat* format = FindExportFormat(arguments.format);
  if (format == nullptr) {
    return InvalidInput("FORMAT: expected one of " + FormatNames() + ", found \"" +
                        arguments.format + "\"");
  }
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  STEMMA_ASSIGN(const Part part, SelectPart(context, store->View(), arguments.part, {}, kAllNodes));
  ExportReport report;
  STEMMA_TRY(WriteOutput(context, arguments.output, [&](const ChunkWriter& write) {
    return format->write(part.graph, write, report);
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
  AddPartOptions(*command, arguments->part);
  command->add_option("-o,--output", arguments->output, "Into this file, not standard output")
      ->type_name("FILE");
  command->footer("Example:\n  stemma export dot obs-news | dot -Tsvg > story.svg");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunExport(context, *arguments); };
  });
}

}  // namespace stemma
