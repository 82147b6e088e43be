#include "graph/algo/depth_in_order.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>
#include <unordered_set>
#include <utility>

#include "graph/algo/far_ends.h"
#include "graph/algo/filtered_arrays.h"
#include "graph/algo/node_bits.h"

namespace stemma {
namespace {

// The ways from the node asked to another. Both numbers grow as ways are found, so that the zeros
// of an array say that there is none, and finding one more is no branch. Two bytes each, so that
// those of a million nodes stay near.
struct Ways {
  uint16_t nearness;  // kNearest less the hops of the shortest
  uint16_t most;      // hops of the longest
};
constexpr uint16_t kNearest = std::numeric_limits<uint16_t>::max();

class SearchInOrder {
 public:
  SearchInOrder(const FilteredView& view, NodeId start)
      : view_(view), arrays_(view, /*for_claim=*/false), start_(start) {}

  Result<std::optional<NodeDepth>> Run() {
    const NodeNote& note = arrays_.Of(start_);
    const bool may_be_absent = view_.Limits().as_of || !view_.Limits().without.empty();
    if (may_be_absent || !note.IsPlain() || note.kind == NodeKind::kClaim) {
      return std::optional<NodeDepth>();
    }
    reached_ = NodeBits(arrays_.NodeCount());
    ways_ = ZeroedArray<Ways>(arrays_.NodeCount());
    const auto start = static_cast<uint32_t>(start_.value);
    reached_.Add(start);
    ways_[start].nearness = kNearest;
    if (!(LeadsDown(start_) ? Pass<Falling>() : Pass<Rising>())) {
      return std::optional<NodeDepth>();
    }
    answer_.node = start_;
    answer_.kind = note.kind;
    answer_.is_certain = !arrays_.MetUncertain();
    STEMMA_TRY(CountQuotes());
    FindWitness();
    return std::optional(std::move(answer_));
  }

 private:
  struct Falling {
    static bool IsBehind(uint32_t node, uint32_t other) { return other < node; }
    static uint32_t First(uint64_t word) {
      return 63 - static_cast<uint32_t>(std::countl_zero(word));
    }
    static constexpr size_t kStep = ~size_t{0};  // wraps round below 0, where no word is
  };
  struct Rising {
    static bool IsBehind(uint32_t node, uint32_t other) { return other > node; }
    static uint32_t First(uint64_t word) { return static_cast<uint32_t>(std::countr_zero(word)); }
    static constexpr size_t kStep = 1;
  };

  // Whether the first edge that is followed leads to a lower number: then all have to.
  bool LeadsDown(NodeId node) {
    for (uint32_t edge = arrays_.FirstEdge(node); edge < arrays_.EdgesEnd(node); ++edge) {
      if (arrays_.OfEdge(edge).sources != Verdict::kDrop) {
        return arrays_.Target(edge) < node.value;
      }
    }
    return true;
  }

  // Visits what is reached, which grows behind the node being visited; false when it gives up.
  template <class Order>
  bool Pass() {
    for (size_t i = start_.value / 64; i < reached_.WordCount(); i += Order::kStep) {
      uint64_t visited = 0;
      while (const uint64_t left = reached_.Word(i) & ~visited) {
        const uint32_t bit = Order::First(left);
        visited |= uint64_t{1} << bit;
        if (!Visit<Order>(static_cast<uint32_t>(i * 64) + bit)) {
          return false;
        }
      }
    }
    return true;
  }

  template <class Order>
  bool Visit(uint32_t number) {
    const NodeId node{number};
    const NodeNote& note = arrays_.Of(node);
    if (!note.IsPlain()) {
      return false;
    }
    if (const auto end = EndByFacts(note.kind, note.first_hand, note.unnamed)) {
      AddEnd(number, *end);
      return true;
    }
    if (ways_[number].most == kNearest - 1) {
      return false;  // farther there is no nearness
    }
    const Ways onward{static_cast<uint16_t>(ways_[number].nearness - 1),
                      static_cast<uint16_t>(ways_[number].most + 1)};
    bool goes_on = false;
    const uint32_t edges_end = arrays_.EdgesEnd(node);
    for (uint32_t edge = arrays_.FirstEdge(node); edge < edges_end; ++edge) {
      const EdgeNote& edge_note = arrays_.OfEdge(edge);
      if (edge_note.sources == Verdict::kDrop) {
        continue;
      }
      const uint32_t target = arrays_.Target(edge);
      if (edge_note.sources == Verdict::kAsk || !edge_note.is_hop ||
          !Order::IsBehind(number, target) ||
          (edge_note.kind == EdgeKind::kQuotedFrom && MayBeLift(NodeId{target}))) {
        return false;
      }
      goes_on = true;
      reached_.Add(target);
      Ways& ways = ways_[target];
      ways.nearness = std::max(ways.nearness, onward.nearness);
      ways.most = std::max(ways.most, onward.most);
    }
    if (goes_on) {
      return true;
    }
    if (note.kind == NodeKind::kQuote) {
      quotes_.push_back(node);
    } else {
      const bool is_origin = note.kind == NodeKind::kDocument && !arrays_.HasStoredSource(node);
      AddEnd(number, is_origin ? ChainEnd::kOrigin : ChainEnd::kDeadEnd);
    }
    return true;
  }

  bool MayBeLift(NodeId target) {
    const NodeNote& note = arrays_.Of(target);
    return !note.facts_hold || IsWork(note.kind);
  }

  void AddEnd(uint32_t number, ChainEnd end) {
    ++answer_.ends[static_cast<size_t>(end)];
    if (end != ChainEnd::kOrigin) {
      return;
    }
    const uint64_t hops = HopsTo(number);
    if (!answer_.depth.min || hops < *answer_.depth.min) {
      answer_.depth.min = hops;
      nearest_origins_.clear();
    }
    if (hops == *answer_.depth.min) {
      nearest_origins_.insert(number);
    }
    answer_.depth.max = std::max<uint64_t>(answer_.depth.max.value_or(0), ways_[number].most);
  }

  uint32_t HopsTo(uint32_t number) const { return uint32_t{kNearest} - ways_[number].nearness; }

  // Quotes that go on nowhere end with their speaker.
  Status CountQuotes() {
    STEMMA_ASSIGN(const std::vector<bool> named, HaveNamedSpeaker(view_, arrays_, quotes_));
    const auto attributed = static_cast<uint64_t>(std::count(named.begin(), named.end(), true));
    answer_.ends[static_cast<size_t>(ChainEnd::kAttributed)] += attributed;
    answer_.ends[static_cast<size_t>(ChainEnd::kUnnamed)] += named.size() - attributed;
    return {};
  }

  // Of the shortest chains to an origin the first by numbers. A chain is among them if each step
  // is on a shortest way to where it leads; a node that leads to no nearest origin is left for
  // good.
  void FindWitness() {
    if (!answer_.depth.min) {
      return;
    }
    std::vector<std::vector<uint32_t>> choices = {{static_cast<uint32_t>(start_.value)}};
    std::unordered_set<uint32_t> entered;
    while (true) {
      if (choices.back().empty()) {
        choices.pop_back();
        answer_.witness.pop_back();
        continue;
      }
      const uint32_t number = choices.back().back();
      choices.back().pop_back();
      if (!entered.insert(number).second) {
        continue;
      }
      answer_.witness.push_back(NodeId{number});
      if (nearest_origins_.contains(number)) {
        return;
      }
      choices.push_back(WaysOn(number));
    }
  }

  // The best last.
  std::vector<uint32_t> WaysOn(uint32_t number) {
    std::vector<uint32_t> ways;
    const NodeId node{number};
    if (HopsTo(number) == answer_.depth.min) {
      return ways;
    }
    for (uint32_t edge = arrays_.FirstEdge(node); edge < arrays_.EdgesEnd(node); ++edge) {
      const uint32_t target = arrays_.Target(edge);
      if (arrays_.OfEdge(edge).sources == Verdict::kFollow &&
          HopsTo(target) == HopsTo(number) + 1) {
        ways.push_back(target);
      }
    }
    std::sort(ways.begin(), ways.end(), std::greater<>());
    return ways;
  }

  const FilteredView& view_;
  FilteredArrays arrays_;
  NodeId start_;
  NodeBits reached_;
  ZeroedArray<Ways> ways_;  // by node number
  std::vector<NodeId> quotes_;
  std::unordered_set<uint32_t> nearest_origins_;
  NodeDepth answer_;
};

}  // namespace

Result<std::optional<NodeDepth>> DepthInOrder(const FilteredView& view, NodeId node) {
  return SearchInOrder(view, node).Run();
}

}  // namespace stemma
