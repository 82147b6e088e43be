#include "cli/cycles_text.h"

#include <vector>

#include "cli/trace_text_line.h"

namespace stemma {

Result<std::string> CirclesText(const GraphView& graph, std::span<const Circle> circles,
                                const Terminal& terminal) {
  if (circles.empty()) {
    return std::string("no circular sourcing is recorded\n");
  }
  std::string text;
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
  }
  return text;
}

}  // namespace stemma
