#include "graph/algo/chains.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/algo/steps.h"

namespace stemma {
namespace {

constexpr uint64_t kNoLength = std::numeric_limits<uint64_t>::max();

class ChainSearch {
 public:
  ChainSearch(const FilteredView& view, const Question& question,
              std::vector<std::optional<ChainEnd>> ends, const ChainLimits& limits)
      : view_(view), question_(question), ends_(std::move(ends)), limits_(limits) {
    std::vector<Role> roles(ends_.size(), Role::kPass);
    for (Vertex v = 0; v < roles.size(); ++v) {
      roles[v] = ends_[v] ? Role::kGoal : Role::kPass;
    }
    hops_ = HopsToGoals(question.graph, question.components, roles, /*count_inside=*/true);
    on_path_.assign(ends_.size(), false);
  }

  Result<ChainList> Run() {
    std::vector<Arc> starts;
    uint64_t length = kNoLength;
    for (Vertex v : question_.start_vertices) {
      starts.emplace_back(v, /*is_hop=*/false);
      if (hops_[v].nearest != kUnreached) {
        length = std::min<uint64_t>(length, hops_[v].nearest);
      }
    }
    STEMMA_TRY(SortById(starts));
    while (length != kNoLength && !is_over_ && (!limits_.hops_max || length <= *limits_.hops_max)) {
      length_ = length;
      next_length_ = kNoLength;
      for (const Arc start : starts) {
        STEMMA_TRY(SearchFrom(start.To()));
      }
      length = next_length_;
    }
    STEMMA_TRY(ReadSteps());
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
    if (hops_[v].nearest == kUnreached || on_path_[v]) {
      return false;
    }
    const uint64_t at_least = hops + hops_[v].nearest;
    if (at_least > length_) {
      next_length_ = std::min(next_length_, at_least);
      return false;
    }
    return hops + hops_[v].most >= length_;
  }

  Status SearchFrom(Vertex start) {
    if (!MayReach(start, 0)) {
      return {};
    }
    std::vector<Frame> path = {{start, 0}};
    on_path_[start] = true;
    while (!path.empty() && !is_over_) {
      Frame& top = path.back();
      if (top.next_arc == 0) {
        STEMMA_TRY(Enter(path));
      }
      const std::vector<Arc>& successors = sorted_[top.vertex];
      if (ends_[top.vertex] || top.next_arc == successors.size()) {
        on_path_[top.vertex] = false;
        path.pop_back();
        continue;
      }
      const Arc arc = successors[top.next_arc++];
      const uint64_t hops = top.hops + arc.Hops();
      if (MayReach(arc.To(), hops)) {
        on_path_[arc.To()] = true;
        path.push_back({arc.To(), hops});
      }
    }
    for (const Frame& frame : path) {
      on_path_[frame.vertex] = false;
    }
    return {};
  }

  // A vertex comes onto the path: lists the chain that ends here, or makes its arcs ready.
  Status Enter(const std::vector<Frame>& path) {
    if (++steps_ > limits_.steps_max) {
      list_.truncated = true;
      is_over_ = true;
      return {};
    }
    const Frame& top = path.back();
    if (!ends_[top.vertex]) {
      std::vector<Arc>& sorted = sorted_[top.vertex];
      if (sorted.empty()) {
        const auto all = question_.graph.ArcsOf(top.vertex);
        sorted.assign(all.begin(), all.end());
        STEMMA_TRY(SortById(sorted));
      }
      return {};
    }
    if (top.hops != length_) {
      return {};
    }
    if (list_.chains.size() == limits_.chains_max) {
      list_.truncated = true;
      is_over_ = true;
      return {};
    }
    Chain chain;
    chain.ends = *ends_[top.vertex];
    chain.hops = top.hops;
    for (const Frame& frame : path) {
      if (!chain.nodes.empty()) {
        steps_shown_.emplace_back((&frame - 1)->vertex, frame.vertex);
      }
      chain.nodes.push_back(question_.Shown(frame.vertex));
    }
    list_.chains.push_back(std::move(chain));
    is_over_ = limits_.stops_when_full && list_.chains.size() == limits_.chains_max;
    return {};
  }

  // Into the chains that were listed: the edges that their steps stand for.
  Status ReadSteps() {
    STEMMA_ASSIGN(const std::vector<Step> steps, StepsOf(view_, question_.graph, steps_shown_));
    auto next = steps.begin();
    for (Chain& chain : list_.chains) {
      const auto end = next + static_cast<std::ptrdiff_t>(chain.nodes.size() - 1);
      chain.steps.assign(next, end);
      next = end;
    }
    return {};
  }

  Status SortById(std::vector<Arc>& arcs) {
    std::vector<NodeId> unnamed;
    for (const Arc arc : arcs) {
      const NodeId shown = question_.Shown(arc.To());
      if (!names_.contains(shown)) {
        unnamed.push_back(shown);
      }
    }
    STEMMA_ASSIGN(std::vector<std::string> ids, view_.Graph().Ids(unnamed));
    for (size_t i = 0; i < unnamed.size(); ++i) {
      names_[unnamed[i]] = std::move(ids[i]);
    }
    std::sort(arcs.begin(), arcs.end(), [this](Arc a, Arc b) {
      const bool a_goes_on = !question_.graph.Vertices()[a.To()].stops;
      const bool b_goes_on = !question_.graph.Vertices()[b.To()].stops;
      return std::tie(names_.at(question_.Shown(a.To())), a_goes_on) <
             std::tie(names_.at(question_.Shown(b.To())), b_goes_on);
    });
    return {};
  }

  const FilteredView& view_;
  const Question& question_;
  std::vector<std::optional<ChainEnd>> ends_;
  ChainLimits limits_;
  std::vector<Hops> hops_;  // to an end
  std::vector<bool> on_path_;
  std::unordered_map<Vertex, std::vector<Arc>> sorted_;  // by id, of the vertices entered
  std::unordered_map<NodeId, std::string> names_;
  uint64_t length_ = 0;
  uint64_t next_length_ = kNoLength;
  uint64_t steps_ = 0;
  bool is_over_ = false;
  std::vector<std::pair<Vertex, Vertex>> steps_shown_;  // of all chains, one after the other
  ChainList list_;
};

}  // namespace

Result<ChainList> ListChains(const FilteredView& view, const Question& question,
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
    ends.assign(ends.size(), std::nullopt);
    for (const bool stops : {false, true}) {
      if (const auto v = question.graph.Find(*target, stops)) {
        ends[*v] = ChainEnd::kTarget;
      }
    }
  }
  return ChainSearch(view, question, std::move(ends), limits).Run();
}

}  // namespace stemma
