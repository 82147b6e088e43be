#include "graph/algo/families.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/algo/deciding.h"
#include "graph/algo/folding.h"
#include "graph/algo/published.h"

namespace stemma {
namespace {

constexpr Instant kDay = Instant{24} * 60 * 60 * 1'000'000;

class FamilySearch {
 public:
  FamilySearch(const FilteredView& view, const SourcingGraph& graph, const Components& components,
               const std::vector<Vertex>& vertices)
      : view_(view),
        graph_(graph),
        components_(components),
        vertices_(vertices),
        known_(vertices.begin(), vertices.end()) {}

  Result<std::vector<FamilyMember>> Run() {
    STEMMA_TRY(FindCopies());
    STEMMA_TRY(FindOccasions());
    std::vector<FamilyMember> members;
    for (const Vertex v : vertices_) {
      if (const auto parent = parent_of_.find(v); parent != parent_of_.end()) {
        members.push_back({v, RootOf(v), parent->second.reason});
      }
    }
    return members;
  }

 private:
  struct Parent {
    Vertex vertex = 0;
    FamilyReason reason = FamilyReason::kCopy;
  };

  // Shortens the way for the next time.
  Vertex RootOf(Vertex v) {
    std::vector<Vertex> way;
    auto parent = parent_of_.find(v);
    for (; parent != parent_of_.end(); parent = parent_of_.find(v)) {
      way.push_back(v);
      v = parent->second.vertex;
    }
    for (const Vertex passed : way) {
      parent_of_[passed].vertex = v;
    }
    return v;
  }

  // --- copies ---

  Status FindCopies() {
    std::vector<NodeId> nodes;
    std::vector<Vertex> vertex_of;
    for (const Vertex v : vertices_) {
      if (IsWork(graph_.Vertices()[v].kind) && !graph_.ArcsOf(v).empty()) {
        for (const NodeId node : graph_.MembersOf(v)) {
          nodes.push_back(node);
          vertex_of.push_back(v);
        }
      }
    }
    STEMMA_ASSIGN(const auto lists,
                  view_.Edges(nodes, Direction::kOut, SetOf(EdgeKind::kDerivedFrom)));
    std::map<Vertex, std::map<Vertex, FamilyReason>> roots;  // of each copy
    for (size_t i = 0; i < nodes.size(); ++i) {
      for (const EdgeFacts& edge : lists[i]) {
        const auto to = graph_.Find(edge.other, /*stops=*/false);
        if (edge.inherited || !to || !known_.contains(*to) || AreOnCircle(vertex_of[i], *to)) {
          continue;
        }
        STEMMA_ASSIGN(const auto reason, ReasonOf(nodes[i], edge));
        if (reason) {
          roots[vertex_of[i]].emplace(*to, *reason);
        }
      }
    }
    for (const auto& [copy, from] : roots) {
      if (from.size() == 1) {
        parent_of_[copy] = {from.begin()->first, from.begin()->second};
      }
    }
    return {};
  }

  // A root whose chains lead through its own copy would lose them; copies of each other have none.
  bool AreOnCircle(Vertex a, Vertex b) const {
    return a == b || (components_.CircleOf(a) != Components::kNone &&
                      components_.CircleOf(a) == components_.CircleOf(b));
  }

  Result<std::optional<FamilyReason>> ReasonOf(NodeId from, const EdgeFacts& edge) const {
    STEMMA_ASSIGN(const EdgeAssertion said,
                  DecidingAssertion(view_.Graph(), {from, edge.kind, edge.other}, edge.arrival));
    const std::string how = said.how.value_or("");
    return how == "copy"          ? std::optional(FamilyReason::kCopy)
           : how == "syndication" ? std::optional(FamilyReason::kSyndication)
                                  : std::nullopt;
  }

  // --- quotes of one speaker on one date ---

  Status FindOccasions() {
    std::vector<NodeId> quotes;
    std::vector<Vertex> vertex_of;
    for (const Vertex v : vertices_) {
      const SourceVertex& vertex = graph_.Vertices()[v];
      if (vertex.kind == NodeKind::kQuote && vertex.end == ChainEnd::kOrigin) {
        for (const NodeId node : graph_.MembersOf(v)) {
          quotes.push_back(node);
          vertex_of.push_back(v);
        }
      }
    }
    STEMMA_ASSIGN(const std::vector<Published> published, PublishedOf(view_, quotes));
    STEMMA_ASSIGN(const auto lists,
                  view_.Edges(quotes, Direction::kOut, SetOf(EdgeKind::kSpokenBy)));
    std::vector<NodeId> speakers;
    for (const std::vector<EdgeFacts>& list : lists) {
      for (const EdgeFacts& edge : list) {
        speakers.push_back(edge.other);
      }
    }
    Folding folding(view_);
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding.GroupsOf(speakers));
    std::map<std::pair<NodeId, Instant>, Vertex> first_of;  // of each occasion
    size_t next = 0;
    for (size_t i = 0; i < quotes.size(); ++i) {
      for (size_t edge = 0; edge < lists[i].size(); ++edge, ++next) {
        const auto day = DayOf(published[i]);
        if (!day) {
          continue;
        }
        const std::pair occasion(folding.Of(groups[next]).shown, *day);
        Join(vertex_of[i], first_of.try_emplace(occasion, vertex_of[i]).first->second);
      }
    }
    return {};
  }

  void Join(Vertex a, Vertex b) {
    const Vertex root_a = RootOf(a);
    const Vertex root_b = RootOf(b);
    if (root_a == root_b) {
      return;
    }
    const bool keeps_b = ShownOf(root_b) < ShownOf(root_a);
    parent_of_[keeps_b ? root_a : root_b] = {keeps_b ? root_b : root_a, FamilyReason::kOneOccasion};
  }

  NodeId ShownOf(Vertex v) const { return graph_.Vertices()[v].shown; }

  // The day that an interval lies in; nothing for what is longer, since it names no date.
  static std::optional<Instant> DayOf(const Published& published) {
    if (!published.dated || published.interval.start == kDistantPast ||
        published.interval.end == kDistantFuture) {
      return std::nullopt;
    }
    const auto day = [](Instant instant) { return instant / kDay - (instant % kDay < 0 ? 1 : 0); };
    const Instant first = day(published.interval.start);
    return first == day(published.interval.end - 1) ? std::optional(first) : std::nullopt;
  }

  const FilteredView& view_;
  const SourcingGraph& graph_;
  const Components& components_;
  const std::vector<Vertex>& vertices_;
  const std::set<Vertex> known_;
  std::unordered_map<Vertex, Parent> parent_of_;
};

}  // namespace

Result<std::vector<FamilyMember>> FindFamilies(const FilteredView& view, const SourcingGraph& graph,
                                               const Components& components,
                                               const std::vector<Vertex>& vertices) {
  return FamilySearch(view, graph, components, vertices).Run();
}

}  // namespace stemma
