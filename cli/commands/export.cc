#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <unordered_set>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/node_names.h"
#include "graph/export/dot_export.h"
#include "graph/export/json_lines_export.h"
#include "graph/export/neighbourhood.h"

namespace stemma {
namespace {

using Part = std::optional<std::unordered_set<NodeId>>;

struct ExportArguments {
  std::string format;
  std::vector<std::string> ids;
  std::string output;
};

Status Write(const std::string& format, const GraphView& graph, const Part& part,
             const ChunkWriter& write) {
  return format == "dot" ? ExportDot(graph, part, write) : ExportJsonLines(graph, part, write);
}

ChunkWriter To(std::ostream& out, const std::string& name) {
  return [&out, name](std::string_view chunk) -> Status {
    out.write(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    if (!out) {
      return Fail(ErrorCode::kIo, name + ": cannot be written");
    }
    return {};
  };
}

// Beside the file first, then in its place: an export that fails leaves what was there.
Status WriteFile(const std::string& format, const GraphView& graph, const Part& part,
                 const std::string& file) {
  const std::string draft = file + ".new";
  std::error_code error;
  {
    std::ofstream out(draft, std::ios::binary);
    Status status = Write(format, graph, part, To(out, file));
    out.close();
    if (status.has_value() && !out) {
      status = Fail(ErrorCode::kIo, file + ": cannot be written");
    }
    if (!status.has_value()) {
      std::filesystem::remove(draft, error);
      return status;
    }
  }
  std::filesystem::rename(draft, file, error);
  if (error) {
    return Fail(ErrorCode::kIo, file + ": " + error.message());
  }
  return {};
}

Result<Part> PartOf(const GraphView& graph, const std::vector<std::string>& ids) {
  if (ids.empty()) {
    return Part();
  }
  STEMMA_ASSIGN(const std::vector<NodeId> nodes, ResolveNodes(graph, ids));
  STEMMA_ASSIGN(auto near, Neighbourhood(graph, nodes));
  return Part(std::move(near));
}

Result<ExitStatus> RunExport(Context& context, const ExportArguments& arguments) {
  if (arguments.format != "jsonl" && arguments.format != "dot") {
    return InvalidInput("FORMAT: expected jsonl or dot, found \"" + arguments.format + "\"");
  }
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const Part part, PartOf(graph, arguments.ids));
  const bool to_file = !arguments.output.empty() && arguments.output != "-";
  if (to_file) {
    STEMMA_TRY(WriteFile(arguments.format, graph, part, arguments.output));
  } else {
    STEMMA_TRY(Write(arguments.format, graph, part, To(context.out, "standard output")));
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddExportCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command =
      app.add_subcommand("export", "Write the graph, or what is near some nodes, as a file");
  command->add_option("FORMAT", arguments->format, "jsonl (which import reads) or dot (to draw)")
      ->required();
  command->add_option("ID", arguments->ids,
                      "Only their neighbourhood: chains back, what points to them, and beside");
  command->add_option("-o,--output", arguments->output, "Into this file, not standard output")
      ->type_name("FILE");
  command->footer("Example:\n  stemma export dot obs-news | dot -Tsvg > story.svg");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunExport(context, *arguments); };
  });
}

}  // namespace stemma
