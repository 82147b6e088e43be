#include <array>
#include <filesystem>
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

// "story-edges.csv" beside "story.csv".
std::string EdgesFile(const std::string& nodes_file) {
  std::filesystem::path path = nodes_file;
  const std::string ending = path.extension().string();
  path.replace_extension();
  return path.string() + "-edges" + ending;
}

// One stream, or, of a format that is two tables, two files where a file is wanted.
Status Write(const Context& context, const ExportFormat& format, const std::string& output,
             const GraphView& part, ExportReport& report) {
  const auto produce = [&](ExportFormat::Write write) {
    return [&part, &report, write](const ChunkWriter& to) { return write(part, to, report); };
  };
  if (format.write_nodes == nullptr || output.empty() || output == "-") {
    return WriteOutput(context, output, produce(format.write));
  }
  const std::array<OutputPart, 2> files = {
      OutputPart{output, produce(format.write_nodes)},
      OutputPart{EdgesFile(output), produce(format.write_edges)}};
  STEMMA_TRY(WriteFiles(files));
  context.Note("export " + std::string(format.name) + ": nodes are in " + output + ", edges in " +
               files[1].file);
  return {};
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
  STEMMA_ASSIGN(const size_t nodes, NodesUpTo(part.graph, 1));
  if (nodes == 0) {
    context.Note("export " + arguments.format +
                 ": nothing is in it: the store holds no node, or the filters leave none");
  }
  ExportReport report(&store->View());
  STEMMA_TRY(Write(context, *format, arguments.output, part.graph, report));
  NoteReport(context, arguments.format, report);
  return ExitStatus::kDone;
}

}  // namespace

void AddExportCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command =
      app.add_subcommand("export", "Write the graph, or what is near some nodes, as a file");
  command->add_option("FORMAT", arguments->format, "One of " + FormatNames())->required();
  AddPartOptions(*command, arguments->part);
  command
      ->add_option("-o,--output", arguments->output,
                   "Into this file, not standard output; csv: the nodes, and the edges into "
                   "another beside it")
      ->type_name("FILE");
  command->add_flag("--with-texts", arguments->html.with_texts, "html: the texts of works too");
  command->add_flag("--with-private", arguments->html.with_private,
                    "html, svg: nodes marked private too; html: also who said what");
  command->add_flag("--no-findings", arguments->html.without_findings,
                    "html: without what the audit finds, which takes longest");
  WholeNumber(command->add_option("--max-nodes", arguments->html.nodes_max,
                                  "html: at most this many nodes, the nearest (2000)"));
  command->footer("Example:\n  stemma export dot obs-news | dot -Tsvg > story.svg");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunExport(context, *arguments); };
  });
}

}  // namespace stemma
