#include "graph/algo/deciding.h"

#include <utility>
#include <vector>

namespace stemma {

Result<EdgeAssertion> DecidingAssertion(const GraphView& graph, const EdgeKey& edge,
                                        uint64_t arrival) {
  STEMMA_ASSIGN(std::vector<ArrivedEdge> said, graph.EdgeAssertions(edge));
  for (ArrivedEdge& one : said) {
    if (one.arrival == arrival) {
      return std::move(one.assertion);
    }
  }
  return Fail(ErrorCode::kCorruption, "an edge names an assertion that is not stored");
}

}  // namespace stemma
