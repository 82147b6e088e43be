#include "graph/model/graph_view.h"

#include <utility>

namespace stemma {

Status GraphView::ReadEdgeAssertions(std::span<const EdgeKey> edges,
                                     const EdgeVisitor& visit) const {
  for (size_t place = 0; place < edges.size(); ++place) {
    STEMMA_ASSIGN(std::vector<ArrivedEdge> assertions, EdgeAssertions(edges[place]));
    STEMMA_TRY(visit(place, std::move(assertions)));
  }
  return {};
}

}  // namespace stemma
