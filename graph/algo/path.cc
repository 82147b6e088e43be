#include "graph/algo/path.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/algo/level_search.h"
#include "graph/algo/question.h"
#include "graph/algo/survey.h"

namespace stemma {
namespace {

// The vertices that stand for a node: as a source, and as a work that something was lifted from.
std::vector<Vertex> VerticesOf(const SourcingGraph& graph, NodeId node) {
  std::vector<Vertex> vertices;
  for (const bool stops : {false, true}) {
    if (const auto vertex = graph.Find(node, stops)) {
      vertices.push_back(*vertex);
    }
  }
  return vertices;
}

// The first vertex of the newest level that is also in `other`.
std::optional<Vertex> Meeting(const LevelSearch& search, const LevelSearch& other) {
  for (const LevelSearch::Place& place : search.Level()) {
    if (other.Has(place.vertex)) {
      return place.vertex;
    }
  }
  return std::nullopt;
}

// Arcs by their head: who leads to a vertex.
class Incoming {
 public:
  explicit Incoming(const SourcingGraph& graph) {
    first_.assign(graph.VertexCount() + 1, 0);
    for (Vertex v = 0; v < graph.VertexCount(); ++v) {
      for (const Arc arc : graph.ArcsOf(v)) {
        ++first_[arc.To() + 1];
      }
    }
    for (size_t v = 0; v < graph.VertexCount(); ++v) {
      first_[v + 1] += first_[v];
    }
    arcs_.resize(graph.ArcCount());
    std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
    for (Vertex v = 0; v < graph.VertexCount(); ++v) {
      for (const Arc arc : graph.ArcsOf(v)) {
        arcs_[next[arc.To()]++] = Arc(v, arc.Hops() != 0);
      }
    }
  }

  std::span<const Arc> Of(Vertex vertex) const {
    return {arcs_.data() + first_[vertex], first_[vertex + 1] - first_[vertex]};
  }

 private:
  std::vector<uint32_t> first_;
  std::vector<Arc> arcs_;
};

}  // namespace

Result<std::vector<NodeId>> ShortestChain(const GraphView& graph, NodeId from, NodeId to,
                                          const Filter& filter) {
  const FilteredView view(graph, filter);
  STEMMA_ASSIGN(const Question question, Ask(view, from));
  const std::vector<Vertex> targets = VerticesOf(question.graph, to);
  LevelSearch search(question.graph.VertexCount(), question.graph.HasRevisions());
  const auto arcs_of = [&](Vertex v) { return question.graph.ArcsOf(v); };
  std::vector<NodeId> chain;
  search.Start(question.start_vertices, arcs_of);
  do {
    const auto met = std::find_if(targets.begin(), targets.end(),
                                  [&](Vertex target) { return search.Has(target); });
    if (met != targets.end()) {
      for (const Vertex v : search.WayTo(*met)) {
        chain.push_back(question.Shown(v));
      }
      return chain;
    }
  } while (!targets.empty() && search.Advance(arcs_of));
  return chain;
}

// The whole graph, and a search from each end of it.
class PathFinder::Search {
 public:
  Search(const GraphView& graph, Filter filter) : graph_(graph), filter_(std::move(filter)) {}

  Result<std::vector<NodeId>> Shortest(NodeId from, NodeId to) {
    if (!whole_) {
      STEMMA_ASSIGN(Survey survey, Survey::Of(graph_, filter_));
      whole_ = std::make_unique<Whole>(std::move(survey));
    }
    const SourcingGraph& sources = whole_->survey.Sources();
    const auto start = sources.Find(from, /*stops=*/false);
    if (!start) {
      return ShortestChain(graph_, from, to, filter_);  // a claim, or left out
    }
    std::vector<NodeId> chain;
    for (const Vertex v : whole_->Between(*start, VerticesOf(sources, to))) {
      chain.push_back(v == *start ? from : sources.Vertices()[v].shown);
    }
    return chain;
  }

 private:
  struct Whole {
    explicit Whole(Survey all)
        : survey(std::move(all)),
          incoming(survey.Sources()),
          forward(survey.Sources().VertexCount(), survey.Sources().HasRevisions()),
          backward(survey.Sources().VertexCount(), survey.Sources().HasRevisions()) {}

    std::vector<Vertex> Between(Vertex start, const std::vector<Vertex>& targets) {
      const auto arcs_of = [this](Vertex v) { return survey.Sources().ArcsOf(v); };
      const auto arcs_to = [this](Vertex v) { return incoming.Of(v); };
      const std::vector<Vertex> starts = {start};
      forward.Start(starts, arcs_of);
      backward.Start(targets, arcs_to);
      std::optional<Vertex> met = Meeting(forward, backward);
      while (!met) {
        // The cheaper side goes on. When it has nowhere to go, there is no way.
        const bool is_forward = ArcsAhead(forward, arcs_of) <= ArcsAhead(backward, arcs_to);
        const bool is_on = is_forward ? forward.Advance(arcs_of) : backward.Advance(arcs_to);
        if (!is_on) {
          return {};
        }
        met = is_forward ? Meeting(forward, backward) : Meeting(backward, forward);
      }
      std::vector<Vertex> way = forward.WayTo(*met);
      const std::vector<Vertex> rest = backward.WayTo(*met);
      way.insert(way.end(), std::next(rest.rbegin()), rest.rend());
      return way;
    }

    template <class ArcsOf>
    static size_t ArcsAhead(const LevelSearch& search, const ArcsOf& arcs_of) {
      size_t arcs = 0;
      for (const LevelSearch::Place& place : search.Level()) {
        arcs += arcs_of(place.vertex).size();
      }
      return arcs;
    }

    Survey survey;
    Incoming incoming;
    LevelSearch forward;
    LevelSearch backward;
  };

  const GraphView& graph_;
  Filter filter_;
  std::unique_ptr<Whole> whole_;
};

PathFinder::PathFinder(const GraphView& graph, const Filter& filter)
    : search_(std::make_unique<Search>(graph, filter)) {
}
PathFinder::~PathFinder() = default;
PathFinder::PathFinder(PathFinder&&) noexcept = default;
PathFinder& PathFinder::operator=(PathFinder&&) noexcept = default;

Result<std::vector<NodeId>> PathFinder::Shortest(NodeId from, NodeId to) {
  return search_->Shortest(from, to);
}

}  // namespace stemma
