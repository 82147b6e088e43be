#include "graph/algo/chains.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stemma {
namespace {

class ChainSearch {
 public:
  ChainSearch(const GraphView& graph, const Question& question,
              std::vector<std::optional<ChainEnd>> ends, const ChainLimits& limits)
      : graph_(graph), question_(question), ends_(std::move(ends)), limits_(limits) {
    const size_t count = ends_.size();
    std::vector<bool> goals(count);
    for (Vertex v = 0; v < count; ++v) {
      goals[v] = ends_[v].has_value();
    }
    at_least_ = HopsToNearest(question.graph, goals, goals);
    at_most_ = HopsAtMost(question.graph, question.components, goals, goals,
                          /*count_inside=*/true);
    on_path_.assign(count, false);
    sorted_.resize(count);
  }

  Result<ChainList> Run() {
    std::vector<Arc> starts;
    uint64_t length = kUnreached;
    for (Vertex v : question_.start_vertices) {
      Arc arc;
      arc.to = v;
      starts.push_back(arc);
      length = std::min(length, at_least_[v]);
    }
    STEMMA_TRY(SortById(starts));
    while (length != kUnreached && !list_.truncated &&
           (!limits_.hops_max || length <= *limits_.hops_max)) {
      length_ = length;
      next_length_ = kUnreached;
      for (const Arc& start : starts) {
        STEMMA_TRY(SearchFrom(start.to));
      }
      length = next_length_;
    }
    return std::move(list_);
  }

 private:
  struct Frame {
    Vertex vertex;
    uint64_t hops;
    size_t next_arc = 0;
  };

  // Whether chains of exactly length_ may run through `v` at `hops`; notes the next length if not.
  bool MayReach(Vertex v, uint64_t hops) {
    if (at_least_[v] == kUnreached || on_path_[v]) {
      return false;
    }
    if (hops + at_least_[v] > length_) {
      next_length_ = std::min(next_length_, hops + at_least_[v]);
      return false;
    }
    return hops + at_most_[v] >= length_;
  }

  Status SearchFrom(Vertex start) {
    if (!MayReach(start, 0)) {
      return {};
    }
    std::vector<Frame> path = {{start, 0}};
    std::vector<const Arc*> arcs;
    on_path_[start] = true;
    while (!path.empty() && !list_.truncated) {
      Frame& top = path.back();
      if (top.next_arc == 0) {
        STEMMA_TRY(Enter(path, arcs));
      }
      const std::vector<Arc>& successors = sorted_[top.vertex];
      if (ends_[top.vertex] || top.next_arc == successors.size()) {
        on_path_[top.vertex] = false;
        path.pop_back();
        if (!arcs.empty()) {
          arcs.pop_back();
        }
        continue;
      }
      const Arc& arc = successors[top.next_arc++];
      const uint64_t hops = top.hops + (arc.step.is_hop ? 1 : 0);
      if (MayReach(arc.to, hops)) {
        on_path_[arc.to] = true;
        arcs.push_back(&arc);
        path.push_back({arc.to, hops});
      }
    }
    for (const Frame& frame : path) {
      on_path_[frame.vertex] = false;
    }
    return {};
  }

  // A vertex comes onto the path: lists the chain that ends here, or makes its arcs ready.
  Status Enter(const std::vector<Frame>& path, const std::vector<const Arc*>& arcs) {
    if (++steps_ > limits_.steps_max) {
      list_.truncated = true;
      return {};
    }
    const Frame& top = path.back();
    if (!ends_[top.vertex]) {
      if (sorted_[top.vertex].empty()) {
        const auto all = question_.graph.ArcsOf(top.vertex);
        sorted_[top.vertex].assign(all.begin(), all.end());
        STEMMA_TRY(SortById(sorted_[top.vertex]));
      }
      return {};
    }
    if (top.hops != length_) {
      return {};
    }
    if (list_.chains.size() == limits_.chains_max) {
      list_.truncated = true;
      return {};
    }
    Chain chain;
    chain.ends = *ends_[top.vertex];
    chain.hops = top.hops;
    for (const Frame& frame : path) {
      chain.nodes.push_back(question_.Shown(frame.vertex));
    }
    for (const Arc* arc : arcs) {
      chain.steps.push_back(arc->step);
    }
    list_.chains.push_back(std::move(chain));
    return {};
  }

  Status SortById(std::vector<Arc>& arcs) {
    std::vector<NodeId> unnamed;
    for (const Arc& arc : arcs) {
      const NodeId shown = question_.Shown(arc.to);
      if (!names_.contains(shown)) {
        unnamed.push_back(shown);
      }
    }
    STEMMA_ASSIGN(std::vector<std::string> ids, graph_.Ids(unnamed));
    for (size_t i = 0; i < unnamed.size(); ++i) {
      names_[unnamed[i]] = std::move(ids[i]);
    }
    std::sort(arcs.begin(), arcs.end(), [this](const Arc& a, const Arc& b) {
      const bool a_goes_on = !question_.graph.Vertices()[a.to].stops;
      const bool b_goes_on = !question_.graph.Vertices()[b.to].stops;
      return std::tie(names_.at(question_.Shown(a.to)), a_goes_on) <
             std::tie(names_.at(question_.Shown(b.to)), b_goes_on);
    });
    return {};
  }

  const GraphView& graph_;
  const Question& question_;
  std::vector<std::optional<ChainEnd>> ends_;
  ChainLimits limits_;
  std::vector<uint64_t> at_least_;  // hops to the nearest end, by vertex
  std::vector<uint64_t> at_most_;
  std::vector<bool> on_path_;
  std::vector<std::vector<Arc>> sorted_;  // arcs by id, of the vertices that were entered
  std::unordered_map<NodeId, std::string> names_;
  uint64_t length_ = 0;
  uint64_t next_length_ = kUnreached;
  uint64_t steps_ = 0;
  ChainList list_;
};

}  // namespace

Result<ChainList> ListChains(const GraphView& graph, const Question& question,
                             std::optional<NodeId> target, const ChainLimits& limits) {
  if (question.starts.empty()) {
    if (target) {
      return ChainList{};
    }
    Chain stated_by_none;
    stated_by_none.nodes = {question.asked};
    return ChainList{{stated_by_none}, false};
  }
  std::vector<std::optional<ChainEnd>> ends = question.ends;
  if (target) {
    for (Vertex v = 0; v < ends.size(); ++v) {
      const std::vector<NodeId>& members = question.graph.Vertices()[v].members;
      ends[v].reset();
      if (std::find(members.begin(), members.end(), *target) != members.end()) {
        ends[v] = ChainEnd::kTarget;
      }
    }
  }
  return ChainSearch(graph, question, std::move(ends), limits).Run();
}

}  // namespace stemma
