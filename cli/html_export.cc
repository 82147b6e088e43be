#include "cli/html_export.h"

#include <nlohmann/json.hpp>

#include "cli/output_file.h"
#include "cli/page.h"
#include "cli/picture_json.h"
#include "cli/progress_line.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

void NoteWithheld(const Context& context, const Json& picture) {
  const Json& withheld = picture["withheld"];
  const auto count = [&](const char* name) { return withheld[name].get<uint64_t>(); };
  if (const uint64_t nodes = count("nodes"); nodes > 0) {
    context.Note("export html: withheld: " + Counted(nodes, "private node", "private nodes") +
                 " with " + Counted(count("edges"), "edge", "edges") +
                 " (--with-private shows them)");
  }
  if (const uint64_t texts = count("texts"); texts > 0) {
    context.Note("export html: withheld: " + Counted(texts, "text", "texts") +
                 " of works (--with-texts shows them)");
  }
  if (const uint64_t by = count("by"); by > 0) {
    context.Note("export html: withheld: who said it, of " + Counted(by, "edge", "edges") +
                 " (--with-private shows it)");
  }
  if (!picture["cut"].is_null()) {
    context.Note("export html: shows the nearest " + std::to_string(picture["nodes"].size()) +
                 " nodes; --max-nodes or --hops sets another bound");
  }
}

}  // namespace

Status ExportHtml(Context& context, const PartOptions& asked, const HtmlOptions& options,
                  const std::string& output) {
  if (!context.json) {
    STEMMA_TRY(PageWith("null"));  // before the work, not after it
  }
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const auto hidden, HiddenNodes(graph, options.with_private));
  STEMMA_ASSIGN(const Part part, SelectPart(context, graph, asked, hidden, options.nodes_max));
  STEMMA_TRY(RequireSize(part, "html", options.nodes_max));
  Json picture;
  {
    ProgressLine line(context.err, context.terminal.err_is_terminal && !context.quiet);
    PictureOptions how;
    how.with_texts = options.with_texts;
    how.with_private = options.with_private;
    how.with_findings = !options.without_findings;
    how.progress = [&line](const std::string& what) { line.Show(what); };
    STEMMA_ASSIGN(picture, PictureJson(graph, part, asked, hidden, how));
  }
  NoteWithheld(context, picture);
  std::string text = picture.dump();
  if (!context.json) {
    STEMMA_ASSIGN(text, PageWith(std::move(text)));
  }
  text += '\n';
  return WriteOutput(context, output, [&text](const ChunkWriter& write) { return write(text); });
}

}  // namespace stemma
