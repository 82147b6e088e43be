#include "graph/algo/origins.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/algo/choke_points.h"
#include "graph/algo/disjoint_chains.h"
#include "graph/algo/question.h"

namespace stemma {
namespace {

class OriginSearch {
 public:
  OriginSearch(const GraphView& graph, const Filter& filter) : view_(graph, filter) {}

  Result<Origins> Run(std::span<const NodeId> nodes, bool with_families) {
    STEMMA_TRY(Read(nodes));
    FillChokePoints();
    FindReached();
    STEMMA_TRY(FillOrigins());
    STEMMA_TRY(FillNoOrigin());
    STEMMA_ASSIGN(answer_.independent, Separate({}));
    STEMMA_ASSIGN(answer_.outlets, OutletsOfPaths(view_, answer_.independent.paths));
    if (with_families) {
      STEMMA_TRY(FillFamilies());
    }
    return std::move(answer_);
  }

  Result<std::vector<NodeId>> ChokePointsOf(NodeId node) {
    STEMMA_TRY(Read(std::span(&node, 1)));
    FillChokePoints();
    return std::move(answer_.choke_points);
  }

 private:
  struct Start {
    NodeId given;
    Vertex vertex = 0;
    bool is_open = false;  // given itself, and no stater of a given claim
  };
  using Roots = std::unordered_map<Vertex, Vertex>;  // of folded vertices

  // --- what is reached ---

  Status Read(std::span<const NodeId> nodes) {
    for (const NodeId node : nodes) {
      if (std::find(answer_.of.begin(), answer_.of.end(), node) == answer_.of.end()) {
        answer_.of.push_back(node);
      }
    }
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(answer_.of));
    std::vector<NodeId> start_nodes;
    std::vector<NodeId> claims;
    for (size_t i = 0; i < answer_.of.size(); ++i) {
      const NodeId node = answer_.of[i];
      STEMMA_TRY(RequirePresent(view_, node));
      if (facts[i].kind != NodeKind::kClaim) {
        starts_.push_back({node, 0, true});
        start_nodes.push_back(node);
        continue;
      }
      claims.push_back(node);
      STEMMA_ASSIGN(const std::vector<NodeId> staters, StatersOf(view_, node));
      for (const NodeId stater : staters) {
        starts_.push_back({node, 0, false});
        start_nodes.push_back(stater);
      }
    }
    if (answer_.of.empty()) {
      return InvalidInput("no node is given to ask the origins of");
    }
    const bool only_claims = claims.size() == answer_.of.size();
    is_joint_ = !claims.empty() && answer_.of.size() > 1;
    STEMMA_ASSIGN(graph_, SourcingGraph::Build(view_, start_nodes,
                                               only_claims ? std::span<const NodeId>(claims)
                                                           : std::span<const NodeId>()));
    components_ = Components::Of(graph_);
    points_ = ChokePoints::Of(graph_, components_);
    NameStarts();
    return {};
  }

  // What each vertex is shown as, and which are the given ones.
  void NameStarts() {
    shown_.resize(graph_.VertexCount());
    for (Vertex v = 0; v < shown_.size(); ++v) {
      shown_[v] = graph_.Vertices()[v].shown;
    }
    is_open_.assign(graph_.VertexCount(), false);
    for (size_t i = 0; i < starts_.size(); ++i) {
      starts_[i].vertex = graph_.Starts()[i];
      if (starts_[i].is_open && !is_open_[starts_[i].vertex]) {
        shown_[starts_[i].vertex] = starts_[i].given;  // under the first id asked
        is_open_[starts_[i].vertex] = true;
      }
    }
  }

  // The vertices on chains to an origin, each for a node of its own.
  void FindReached() {
    std::vector<bool> seen(graph_.VertexCount(), false);
    const auto meet = [&](Vertex vertex) {
      const Vertex v = OneVertexOf(graph_, vertex);
      if (points_->Reaches(v) && !seen[v]) {
        seen[v] = true;
        reached_.push_back(v);
      }
    };
    for (const Start& start : starts_) {
      meet(start.vertex);
    }
    for (size_t i = 0; i < reached_.size(); ++i) {
      for (const Arc arc : graph_.ArcsOf(reached_[i])) {
        meet(arc.To());
      }
    }
    // By node, so that the answer does not depend on how the graph was read.
    std::sort(reached_.begin(), reached_.end(),
              [this](Vertex a, Vertex b) { return KeyOf(a) < KeyOf(b); });
  }

  std::pair<NodeId, bool> KeyOf(Vertex v) const {
    const SourceVertex& vertex = graph_.Vertices()[v];
    return {vertex.shown, vertex.stops};
  }

  // Of nodes that are listed, for the order of lists.
  Status LoadIds(std::span<const NodeId> nodes) {
    std::vector<NodeId> unknown;
    for (const NodeId node : nodes) {
      if (ids_.try_emplace(node).second) {
        unknown.push_back(node);
      }
    }
    STEMMA_ASSIGN(std::vector<std::string> ids, view_.Graph().Ids(unknown));
    for (size_t i = 0; i < unknown.size(); ++i) {
      ids_[unknown[i]] = std::move(ids[i]);
    }
    return {};
  }

  bool IsOrigin(Vertex v) const { return graph_.Vertices()[v].end == ChainEnd::kOrigin; }
  bool ComesBefore(NodeId a, NodeId b) const { return ids_.at(a) < ids_.at(b); }
  Status SortById(std::vector<NodeId>& nodes) {
    STEMMA_TRY(LoadIds(nodes));
    std::sort(nodes.begin(), nodes.end(), [this](NodeId a, NodeId b) { return ComesBefore(a, b); });
    return {};
  }

  Status FillOrigins() {
    for (const Vertex v : reached_) {
      if (IsOrigin(v)) {
        answer_.origins.push_back(shown_[v]);
      }
    }
    return SortById(answer_.origins);
  }

  void FillChokePoints() {
    std::vector<Vertex> starts;
    for (const Start& start : starts_) {
      starts.push_back(start.vertex);
    }
    for (const Vertex v : points_->OfAll(starts)) {
      if (!is_open_[v]) {
        answer_.choke_points.push_back(shown_[v]);
      }
    }
  }

  // A claim among others is asked by itself, since it may not borrow a neighbour's source.
  Status FillNoOrigin() {
    std::map<NodeId, std::pair<bool, bool>> of_given;  // reaches one; names a source
    for (const Start& start : starts_) {
      auto& [reaches, names] = of_given[start.given];
      reaches = reaches || points_->Reaches(start.vertex);
      names = names || !graph_.ArcsOf(start.vertex).empty();
    }
    for (const NodeId node : answer_.of) {
      auto [reaches, names] = of_given[node];
      if (is_joint_) {
        STEMMA_ASSIGN(const Question question, Ask(view_, node));
        reaches = DepthOf(question, HopsToOrigins(question)).min.has_value();
      }
      if (!reaches) {
        answer_.no_origin.push_back({node, names});
      }
    }
    return {};
  }

  // --- the flow ---

  // The most chains that share nothing, where each folded vertex is its root.
  Result<IndependentChains> Separate(const Roots& roots) {
    std::vector<Vertex> vertex_at;  // by place
    std::unordered_map<Vertex, uint32_t> place_of;
    for (const Vertex v : reached_) {
      if (!roots.contains(v)) {
        place_of[v] = static_cast<uint32_t>(vertex_at.size());
        vertex_at.push_back(v);
      }
    }
    for (const auto& [folded, root] : roots) {
      place_of[folded] = place_of.at(root);
    }
    ChainNetwork network;
    network.places.resize(vertex_at.size());
    for (uint32_t place = 0; place < vertex_at.size(); ++place) {
      const Vertex v = vertex_at[place];
      network.places[place].is_open = is_open_[v];
      network.places[place].is_origin = IsOrigin(v);
      std::vector<uint32_t>& next = network.places[place].next;
      for (const Arc arc : graph_.ArcsOf(v)) {
        const auto to = place_of.find(OneVertexOf(graph_, arc.To()));
        if (to != place_of.end() && to->second != place) {
          next.push_back(to->second);
        }
      }
      std::sort(next.begin(), next.end());
      next.erase(std::unique(next.begin(), next.end()), next.end());
    }
    for (const Start& start : starts_) {
      if (points_->Reaches(start.vertex)) {
        network.places[place_of.at(OneVertexOf(graph_, start.vertex))].is_start = true;
      }
    }
    return Named(FindDisjointChains(network), vertex_at);
  }

  Result<IndependentChains> Named(const DisjointChains& found,
                                  const std::vector<Vertex>& vertex_at) {
    const auto nodes_of = [&](const std::vector<uint32_t>& places) {
      std::vector<NodeId> nodes;
      std::transform(places.begin(), places.end(), std::back_inserter(nodes),
                     [&](uint32_t place) { return shown_[vertex_at[place]]; });
      return nodes;
    };
    IndependentChains named;
    std::transform(found.paths.begin(), found.paths.end(), std::back_inserter(named.paths),
                   nodes_of);
    std::vector<NodeId> on_paths;
    for (const std::vector<NodeId>& path : named.paths) {
      on_paths.insert(on_paths.end(), path.begin(), path.end());
    }
    STEMMA_TRY(LoadIds(on_paths));
    std::sort(named.paths.begin(), named.paths.end(), [this](const auto& a, const auto& b) {
      return a.size() != b.size() ? a.size() < b.size()
                                  : std::lexicographical_compare(
                                        a.begin(), a.end(), b.begin(), b.end(),
                                        [this](NodeId x, NodeId y) { return ComesBefore(x, y); });
    });
    named.cut = nodes_of(found.cut);
    STEMMA_TRY(SortById(named.cut));
    return named;
  }

  Status FillFamilies() {
    STEMMA_ASSIGN(const std::vector<FamilyMember> members,
                  FindFamilies(view_, graph_, components_, reached_));
    Roots roots;
    Families families;
    std::vector<NodeId> named;
    for (const FamilyMember& member : members) {
      roots[member.vertex] = member.root;
      families.folded.push_back({shown_[member.vertex], shown_[member.root], member.reason});
      named.insert(named.end(), {shown_[member.vertex], shown_[member.root]});
    }
    STEMMA_TRY(LoadIds(named));
    std::sort(families.folded.begin(), families.folded.end(),
              [this](const FoldedNode& a, const FoldedNode& b) {
                return std::tie(ids_.at(a.root), ids_.at(a.node)) <
                       std::tie(ids_.at(b.root), ids_.at(b.node));
              });
    STEMMA_ASSIGN(families.independent, Separate(roots));
    answer_.families = std::move(families);
    return {};
  }

  const FilteredView view_;
  Origins answer_;
  SourcingGraph graph_;
  Components components_;
  std::vector<Start> starts_;    // one for each of the graph's
  bool is_joint_ = false;        // a claim is given among others
  std::vector<NodeId> shown_;    // by vertex
  std::vector<bool> is_open_;    // by vertex: given itself
  std::vector<Vertex> reached_;  // on chains to an origin
  std::optional<ChokePoints> points_;
  std::unordered_map<NodeId, std::string> ids_;
};

}  // namespace

Result<Origins> FindOrigins(const GraphView& graph, std::span<const NodeId> nodes,
                            const Filter& filter, bool with_families) {
  return OriginSearch(graph, filter).Run(nodes, with_families);
}

Result<std::vector<NodeId>> FindChokePoints(const GraphView& graph, NodeId node,
                                            const Filter& filter) {
  return OriginSearch(graph, filter).ChokePointsOf(node);
}

}  // namespace stemma
