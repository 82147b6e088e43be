#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/export_part.h"
#include "cli/html_export.h"
#include "cli/output_file.h"
#include "cli/svg_export.h"
#include "cli/whole_number.h"
#include "graph/export/export_format.h"

namespace stemma {
namespace {

constexpr size_t kAllNodes = std::numeric_limits<size_t>::max();

// Pictures: not a stream of nodes and edges, as the others are.
constexpr std::string_view kHtml = "html";
constexpr std::string_view kSvg = "svg";

struct ExportArguments {
  std::string format;
  std::string output;
  PartOptions part;
  HtmlOptions html;
};

std::string FormatNames() {
  std::string names;
  for (const ExportFormat& format : ExportFormats()) {
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  }
  return names + ", " + std::string(kSvg) + ", " + std::string(kHtml);
}

Result<ExitStatus> RunExport(Context& context, const ExportArguments& arguments) {
  if (arguments.format == kHtml) {
    STEMMA_TRY(ExportHtml(context, arguments.part, arguments.html, arguments.output));
    return ExitStatus::kDone;
  }
  if (arguments.format == kSvg) {
    STEMMA_TRY(ExportSvg(context, arguments.part, arguments.html.with_private, arguments.output));
    return ExitStatus::kDone;
  }
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
  for (const std::string& remark : report.Remarks()) {
    context.Note("export " + arguments.format + ": " + remark);
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
  command->add_flag("--with-texts", arguments->html.with_texts, "html: the texts of works too");
  command->add_flag("--with-private", arguments->html.with_private,
                    "html, svg: nodes marked private too; html: also who said what");
  WholeNumber(command->add_option("--max-nodes", arguments->html.nodes_max,
                                  "html: at most this many nodes, the nearest (2000)"));
  command->footer("Example:\n  stemma export dot obs-news | dot -Tsvg > story.svg");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunExport(context, *arguments); };
  });
}

}  // namespace stemma
