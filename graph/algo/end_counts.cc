#include "graph/algo/end_counts.h"

#include <unordered_set>

namespace stemma {

EndCounter::EndCounter(const SourcingGraph& graph, const Components& components,
                       const std::vector<std::optional<ChainEnd>>& ends)
    : graph_(graph), components_(components), ends_(ends), round_of_(graph.VertexCount(), 0) {
}

void EndCounter::Reach(Vertex vertex) {
  if (!IsReached(vertex)) {
    round_of_[vertex] = round_;
    reached_.push_back(vertex);
  }
}

EndCounts EndCounter::Count(std::span<const Vertex> starts) {
  ++round_;
  reached_.clear();
  for (const Vertex v : starts) {
    Reach(v);
  }
  for (size_t i = 0; i < reached_.size(); ++i) {
    if (!ends_[reached_[i]]) {
      for (const Arc arc : graph_.ArcsOf(reached_[i])) {
        Reach(arc.To());
      }
    }
  }
  EndCounts counts{};
  std::unordered_set<uint32_t> circles;
  for (const Vertex v : reached_) {
    const std::optional<ChainEnd> end = ends_[v];
    if (!end) {
      continue;
    }
    if (*end == ChainEnd::kCircle) {
      circles.insert(components_.CircleOf(v));
      continue;
    }
    const SourceVertex& vertex = graph_.Vertices()[v];
    const auto twin = vertex.stops ? graph_.Find(vertex.shown, /*stops=*/false) : std::nullopt;
    if (!twin || !IsReached(*twin) || ends_[*twin] != end) {
      ++counts[static_cast<size_t>(*end)];
    }
  }
  counts[static_cast<size_t>(ChainEnd::kCircle)] = circles.size();
  return counts;
}

}  // namespace stemma
