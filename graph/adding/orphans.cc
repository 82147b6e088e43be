#include "graph/adding/orphans.h"

#include <algorithm>
#include <unordered_map>

#include "graph/base/code_points.h"

namespace stemma {
namespace {

// Whether words stand in a text. Most of an earlier text's stand near where they stood, so that is
// where it is looked first; what is asked twice is remembered.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text), code_points_(text) {}

  bool Has(const Evidence& evidence) {
    const auto [known, is_new] = known_.try_emplace(*evidence.exact, true);
    if (is_new) {
      constexpr uint64_t kNearCodePoints = 2000;
      const uint64_t start = evidence.start.value_or(0);
      const size_t near = code_points_.ByteOf(start - std::min(start, kNearCodePoints));
      known->second = text_.find(*evidence.exact, near) != std::string_view::npos ||
                      text_.find(*evidence.exact) != std::string_view::npos;
    }
    return known->second;
  }

 private:
  std::string_view text_;
  CodePoints code_points_;
  std::unordered_map<std::string, bool> known_;
};

Status AddOrphans(const GraphView& graph, const EdgeKey& edge, const std::string& id,
                  Words& new_words, std::vector<Orphan>& orphans) {
  STEMMA_ASSIGN(const std::vector<ArrivedEdge> said, graph.EdgeAssertions(edge));
  for (const ArrivedEdge& one : said) {
    for (const Evidence& evidence : one.assertion.evidence) {
      if (evidence.in == id && evidence.exact && !new_words.Has(evidence)) {
        orphans.push_back(
            {id, one.assertion.from, one.assertion.kind, one.assertion.to, *evidence.exact});
      }
    }
  }
  return {};
}

}  // namespace

Result<std::vector<Orphan>> OrphansOf(const GraphView& graph, const std::string& id,
                                      std::string_view new_text) {
  std::vector<Orphan> orphans;
  STEMMA_ASSIGN(const auto node, graph.Find(id));
  if (!node) {
    return orphans;
  }
  std::vector<NodeId> froms = {*node};
  STEMMA_ASSIGN(const auto quotes,
                graph.Edges({&*node, 1}, Direction::kOut, SetOf(EdgeKind::kQuotes)));
  for (const EdgeFacts& quote : quotes.front()) {
    froms.push_back(quote.other);
  }
  STEMMA_ASSIGN(const auto edges, graph.Edges(froms, Direction::kOut));
  Words new_words(new_text);
  for (size_t i = 0; i < froms.size(); ++i) {
    for (const EdgeFacts& edge : edges[i]) {
      if (edge.status != AssertionStatus::kWithdrawn) {
        STEMMA_TRY(AddOrphans(graph, {froms[i], edge.kind, edge.other}, id, new_words, orphans));
      }
    }
  }
  return orphans;
}

}  // namespace stemma
