#include "bench/support/plain_search.h"

#include <algorithm>

namespace stemma::bench {

PlainTrace::PlainTrace(const PlainGraph& graph, bool prefetch)
    : graph_(graph), prefetch_(prefetch), seen_(graph.Nodes(), 0) {
}

void PlainTrace::Reach(uint32_t target, uint32_t hops) {
  if (seen_[target] != question_) {
    seen_[target] = question_;
    queue_.push_back({target, hops});
  }
}

void PlainTrace::Prefetch(size_t place) const {
  constexpr size_t kRowAhead = 24;
  constexpr size_t kTargetsAhead = 12;
  constexpr size_t kSeenAhead = 6;
  const PlainRows& rows = graph_.Out();
  if (place + kRowAhead < queue_.size()) {
    __builtin_prefetch(&rows.first[queue_[place + kRowAhead].node]);
  }
  if (place + kTargetsAhead < queue_.size()) {
    __builtin_prefetch(rows.Of(queue_[place + kTargetsAhead].node).data());
  }
  if (place + kSeenAhead < queue_.size()) {
    for (uint32_t target : rows.Of(queue_[place + kSeenAhead].node)) {
      __builtin_prefetch(&seen_[target]);
    }
  }
}

std::span<const PlainAncestor> PlainTrace::From(uint32_t node, const PlainFilter& filter) {
  ++question_;
  queue_.clear();
  seen_[node] = question_;
  if (filter.without) {
    seen_[*filter.without] = question_;
  }
  const PlainRows& rows = graph_.Out();
  const bool by_confidence = filter.confidence_min > 0 && !graph_.Confidence().empty();
  queue_.push_back({node, 0});
  for (size_t place = 0; place < queue_.size(); ++place) {
    if (prefetch_) {
      Prefetch(place);
    }
    const PlainAncestor from = queue_[place];
    for (uint32_t edge = rows.first[from.node]; edge < rows.first[from.node + 1]; ++edge) {
      if (!by_confidence || graph_.Confidence()[edge] >= filter.confidence_min) {
        Reach(rows.targets[edge], from.hops + 1);
      }
    }
  }
  return std::span(queue_).subspan(1);
}

PlainPath::PlainPath(const PlainGraph& graph, const PlainRows& reversed)
    : forward_{&graph.Out(), std::vector<uint32_t>(graph.Nodes(), 0), {}},
      backward_{&reversed, std::vector<uint32_t>(graph.Nodes(), 0), {}} {
}

// One level further; whether it met the other side.
bool PlainPath::Advance(Side& side, const Side& other) {
  next_.clear();
  ++side.hops;
  for (uint32_t node : side.frontier) {
    for (uint32_t target : side.rows->Of(node)) {
      if (other.seen[target] == question_) {
        return true;
      }
      if (side.seen[target] != question_) {
        side.seen[target] = question_;
        next_.push_back(target);
      }
    }
  }
  std::swap(side.frontier, next_);
  return false;
}

uint32_t PlainPath::Hops(uint32_t from, uint32_t to) {
  ++question_;
  if (from == to) {
    return 0;
  }
  for (Side* side : {&forward_, &backward_}) {
    side->frontier.assign(1, side == &forward_ ? from : to);
    side->seen[side->frontier.front()] = question_;
    side->hops = 0;
  }
  while (!forward_.frontier.empty() && !backward_.frontier.empty()) {
    const bool met = forward_.frontier.size() <= backward_.frontier.size()
                         ? Advance(forward_, backward_)
                         : Advance(backward_, forward_);
    if (met) {
      return forward_.hops + backward_.hops;
    }
  }
  return kNoPath;
}

namespace {

// Tarjan 1972, without recursion. Components are numbered so that edges lead to lower numbers.
class Tarjan {
 public:
  explicit Tarjan(const PlainRows& rows)
      : rows_(rows),
        index_(rows.first.size() - 1, 0),
        low_(index_.size(), 0),
        component_(index_.size(), kPlainUnreached) {}
  void Run() {
    for (uint32_t node = 0; node < index_.size(); ++node) {
      if (index_[node] == 0) {
        Visit(node);
      }
    }
  }
  const std::vector<uint32_t>& ComponentOf() const { return component_; }
  // By component, one behind the other.
  const std::vector<uint32_t>& Members() const { return members_; }
  const std::vector<uint32_t>& Begins() const { return begins_; }

 private:
  struct Frame {
    uint32_t node;
    uint32_t edge;
  };

  void Open(uint32_t node) {
    index_[node] = low_[node] = ++counter_;
    open_.push_back(node);
    frames_.push_back({node, rows_.first[node]});
  }

  void Visit(uint32_t root) {
    Open(root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const uint32_t node = frame.node;
      if (frame.edge < rows_.first[node + 1]) {
        const uint32_t target = rows_.targets[frame.edge++];
        if (index_[target] == 0) {
          Open(target);
        } else if (component_[target] == kPlainUnreached) {
          low_[node] = std::min(low_[node], index_[target]);
        }
        continue;
      }
      frames_.pop_back();
      if (!frames_.empty()) {
        low_[frames_.back().node] = std::min(low_[frames_.back().node], low_[node]);
      }
      if (low_[node] == index_[node]) {
        Close(node);
      }
    }
  }

  void Close(uint32_t root) {
    const auto number = static_cast<uint32_t>(begins_.size());
    begins_.push_back(static_cast<uint32_t>(members_.size()));
    uint32_t node = 0;
    do {
      node = open_.back();
      open_.pop_back();
      component_[node] = number;
      members_.push_back(node);
    } while (node != root);
  }

  const PlainRows& rows_;
  std::vector<uint32_t> index_;
  std::vector<uint32_t> low_;
  std::vector<uint32_t> component_;
  std::vector<uint32_t> open_;
  std::vector<Frame> frames_;
  std::vector<uint32_t> members_;
  std::vector<uint32_t> begins_;
  uint32_t counter_ = 0;
};

void FindMin(const PlainGraph& graph, const PlainRows& reversed, std::vector<uint32_t>& min) {
  std::vector<uint32_t> queue;
  for (uint32_t node = 0; node < graph.Nodes(); ++node) {
    if (graph.IsOrigin(node)) {
      min[node] = 0;
      queue.push_back(node);
    }
  }
  for (size_t place = 0; place < queue.size(); ++place) {
    const uint32_t node = queue[place];
    for (uint32_t source : reversed.Of(node)) {
      if (min[source] == kPlainUnreached) {
        min[source] = min[node] + 1;
        queue.push_back(source);
      }
    }
  }
}

// The longest way from the nodes of one component, whose sources are all done.
uint32_t LongestOf(const PlainGraph& graph, const Tarjan& tarjan, std::span<const uint32_t> members,
                   const std::vector<uint32_t>& max) {
  uint32_t longest = kPlainUnreached;
  const auto take = [&](uint32_t hops) {
    longest = longest == kPlainUnreached ? hops : std::max(longest, hops);
  };
  const std::vector<uint32_t>& component = tarjan.ComponentOf();
  for (uint32_t node : members) {
    if (graph.IsOrigin(node)) {
      take(0);
    }
    for (uint32_t target : graph.Out().Of(node)) {
      if (component[target] != component[node] && max[target] != kPlainUnreached) {
        take(max[target] + 1);
      }
    }
  }
  return longest;
}

bool IsCircle(const PlainGraph& graph, std::span<const uint32_t> members) {
  const auto sources = graph.Out().Of(members.front());
  return members.size() > 1 ||
         std::find(sources.begin(), sources.end(), members.front()) != sources.end();
}

}  // namespace

PlainDepths DepthsOf(const PlainGraph& graph, const PlainRows& reversed) {
  PlainDepths depths;
  depths.min.assign(graph.Nodes(), kPlainUnreached);
  depths.max.assign(graph.Nodes(), kPlainUnreached);
  FindMin(graph, reversed, depths.min);
  Tarjan tarjan(graph.Out());
  tarjan.Run();
  const std::vector<uint32_t>& begins = tarjan.Begins();
  std::vector<uint32_t> longest(graph.Nodes(), kPlainUnreached);
  for (size_t number = 0; number < begins.size(); ++number) {
    const size_t end = number + 1 < begins.size() ? begins[number + 1] : tarjan.Members().size();
    const auto members = std::span(tarjan.Members()).subspan(begins[number], end - begins[number]);
    if (IsCircle(graph, members)) {
      depths.circles.push_back(static_cast<uint32_t>(members.size()));
    }
    const uint32_t hops = LongestOf(graph, tarjan, members, longest);
    for (uint32_t node : members) {
      longest[node] = hops;
      depths.max[node] = hops == kPlainUnreached ? hops : std::max(hops, depths.min[node]);
    }
  }
  std::sort(depths.circles.begin(), depths.circles.end());
  return depths;
}

}  // namespace stemma::bench
