#include "cli/svg_export.h"

#include "cli/output_file.h"
#include "cli/piped_program.h"
#include "cli/trace_text_line.h"
#include "graph/export/dot_export.h"

namespace stemma {

Status ExportSvg(Context& context, const PartOptions& asked, bool with_private,
                 const std::string& output) {
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const auto hidden, HiddenNodes(graph, with_private));
  constexpr size_t kOneMore = kDrawnNodesMax + 1;  // so that a part that is cut is too large
  STEMMA_ASSIGN(const Part part, SelectPart(context, graph, asked, hidden, kOneMore));
  STEMMA_TRY(RequireSize(part, "svg", kDrawnNodesMax));
  ExportReport report;
  const Status drawn = WriteOutput(context, output, [&](const ChunkWriter& write) {
    return RunProgram(
        {"dot", "-Gnslimit=2", "-Gnslimit1=2", "-Tsvg"},
        [&](const ChunkWriter& dot) { return ExportDot(part.graph, dot, report); }, write);
  });
  if (!drawn.has_value() && drawn.error().code == ErrorCode::kUnsupported) {
    return Fail(ErrorCode::kUnsupported,
                "export svg: " + drawn.error().message + " (Debian's package graphviz has it)");
  }
  STEMMA_TRY(drawn);
  if (!hidden.empty()) {
    context.Note(
        "export svg: withheld: " + Counted(hidden.size(), "private node", "private nodes") +
        " of the store (--with-private shows them)");
  }
  NoteReport(context, "svg", report);
  return {};
}

}  // namespace stemma
