#include "cli/cycles_text.h"

#include <vector>

#include "cli/corrections_text.h"
#include "cli/trace_text_line.h"

namespace stemma {

Result<std::string> CirclesText(const GraphView& graph, std::span<const Circle> circles,
                                const Filter& filter, const Terminal& terminal) {
  if (circles.empty()) {
    return std::string("no circular sourcing is recorded\n");
  }
  std::string text;
  const FilteredView view(graph, filter);
  Corrections corrections(view);
  for (const Circle& circle : circles) {
    const Line title = {{"↻ ", Tint::kMagenta},
                        {"circle of " + Counted(circle.nodes.size(), "node", "nodes")},
                        {circle.nodes.size() > circle.round.size()
                             ? ", one round through " + std::to_string(circle.round.size())
                             : "",
                         Tint::kDim}};
    text += Render(title, terminal, terminal.columns) + "\n";
    STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(circle.round));
    for (size_t i = 0; i < ids.size(); ++i) {
      const Line step = {{"  " + Printable(ids[i]), Tint::kBold},
                         {" " + std::string(Name(circle.edges[i])) + " ", Tint::kPlain},
                         {Printable(ids[(i + 1) % ids.size()]), Tint::kBold}};
      text += Render(step, terminal, terminal.columns) + "\n";
    }
    STEMMA_ASSIGN(const std::string corrected, CorrectionWords(graph, corrections, circle.nodes));
    if (!corrected.empty()) {
      for (const std::string& line : WrapWords("corrections on record: " + corrected,
                                               terminal.columns - 2, terminal.columns - 4, 50)) {
        text += "  " + line + "\n";
      }
    }
  }
  return text;
}

}  // namespace stemma
