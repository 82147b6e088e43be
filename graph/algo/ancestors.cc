#include "graph/algo/ancestors.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/algo/filtered_arrays.h"
#include "graph/algo/level_search.h"
#include "graph/algo/node_bits.h"
#include "graph/algo/question.h"

namespace stemma {
namespace {

// How far ahead of the node being read memory is asked for.
constexpr size_t kNodeAhead = 16;
constexpr size_t kEdgesAhead = 8;

}  // namespace

class AncestorSearch::Search {
 public:
  Search(const GraphView& graph, const Filter& filter)
      : view_(graph, filter),
        arrays_(view_, /*for_claim=*/false),
        seen_(arrays_.NodeCount()),
        sorter_(arrays_.NodeCount()),
        has_revisions_(arrays_.HaveRevisions()) {}

  Result<std::span<const Ancestor>> From(NodeId node) {
    found_.clear();
    absent_.clear();
    const NodeNote& note = arrays_.Of(node);
    const bool is_plain =
        note.IsPlain() && note.kind != NodeKind::kClaim && arrays_.IsPresent(node, note);
    const bool is_answered = is_plain && Walk(static_cast<uint32_t>(node.value));
    if (is_plain) {
      Clear(is_answered, node);
    }
    if (!is_answered) {
      STEMMA_TRY(AskGraph(node));
    }
    return std::span<const Ancestor>(found_);
  }

 private:
  // Level by level over the arrays; false when they cannot say all.
  bool Walk(uint32_t start) {
    for (const NodeId node : view_.Limits().without) {
      if (node.value < arrays_.NodeCount()) {
        seen_.Add(static_cast<uint32_t>(node.value));
      }
    }
    seen_.Add(start);
    level_.assign(1, start);
    next_.Clear();  // of a walk that was given up
    for (uint32_t hops = 0; !level_.empty(); ++hops) {
      if (!AddRevisions()) {
        return false;
      }
      for (const uint32_t node : level_) {
        if (node != start) {
          found_.push_back({NodeId{node}, hops});
        }
      }
      for (size_t i = 0; i < level_.size(); ++i) {
        if (i + kNodeAhead < level_.size()) {
          arrays_.PrefetchNode(NodeId{level_[i + kNodeAhead]});
          arrays_.PrefetchEdges(NodeId{level_[i + kEdgesAhead]});
        }
        if (!FollowHops(level_[i])) {
          return false;
        }
      }
      next_.MoveTo(level_);
      if (!Settle(level_)) {
        return false;
      }
    }
    return true;
  }

  // To the level: what its revisions lead to at no hop.
  bool AddRevisions() {
    if (!has_revisions_) {
      return true;
    }
    size_t done = 0;
    std::vector<uint32_t> more;
    while (done < level_.size()) {
      more.clear();
      for (; done < level_.size(); ++done) {
        if (!FollowRevisions(level_[done], more)) {
          return false;
        }
      }
      if (!Settle(more)) {
        return false;
      }
      level_.insert(level_.end(), more.begin(), more.end());
    }
    sorter_.Sort(level_);
    return true;
  }

  bool IsEnd(uint32_t node) {
    const NodeNote& note = arrays_.Of(NodeId{node});
    return note.first_hand || IsAgent(note.kind);
  }

  // Puts what the hops of a node lead to, and was not seen before, behind next_.
  bool FollowHops(uint32_t node) {
    if (IsEnd(node)) {
      return true;
    }
    const uint32_t first = arrays_.FirstEdge(NodeId{node});
    const uint32_t end = arrays_.EdgesEnd(NodeId{node});
    next_.Expect(end - first);
    for (uint32_t edge = first; edge < end; ++edge) {
      const EdgeNote& note = arrays_.OfEdge(edge);
      if (note.sources == Verdict::kDrop) {
        continue;
      }
      if (note.sources == Verdict::kAsk || note.kind == EdgeKind::kQuotedFrom) {
        return false;
      }
      if (note.is_hop) {
        next_.Offer(arrays_.Target(edge), seen_.Add(arrays_.Target(edge)));
      }
    }
    return true;
  }

  // The same of revisions, which come before edges of other kinds. Where a revision is credited
  // too, the stronger edge counts, which is not for here to say.
  bool FollowRevisions(uint32_t node, std::vector<uint32_t>& into) {
    if (IsEnd(node)) {
      return true;
    }
    const uint32_t end = arrays_.EdgesEnd(NodeId{node});
    for (uint32_t edge = arrays_.FirstEdge(NodeId{node}); edge < end; ++edge) {
      const EdgeNote& note = arrays_.OfEdge(edge);
      if (note.kind != EdgeKind::kDerivedFrom) {
        break;
      }
      if (note.sources == Verdict::kDrop || note.is_hop) {
        continue;
      }
      const uint32_t target = arrays_.Target(edge);
      for (uint32_t other = edge + 1; other < end; ++other) {
        if (arrays_.Target(other) == target && arrays_.OfEdge(other).sources != Verdict::kDrop) {
          return false;
        }
      }
      if (seen_.Add(target)) {
        into.push_back(target);
      }
    }
    return true;
  }

  // Sorts nodes that were met, and leaves out those that the filter does.
  bool Settle(std::vector<uint32_t>& nodes) {
    sorter_.Sort(nodes);
    size_t kept = 0;
    for (const uint32_t number : nodes) {
      const NodeNote& note = arrays_.Of(NodeId{number});
      if (!note.IsPlain()) {
        return false;
      }
      if (arrays_.IsPresent(NodeId{number}, note)) {
        nodes[kept++] = number;
      } else {
        absent_.push_back(NodeId{number});
      }
    }
    nodes.resize(kept);
    return true;
  }

  // Makes seen_ empty again. All that is in it is known where the walk came to its end.
  void Clear(bool is_known, NodeId start) {
    if (!is_known || found_.size() + absent_.size() > seen_.WordCount()) {
      seen_.ClearAll();
      return;
    }
    seen_.ClearAround(start);
    for (const Ancestor& ancestor : found_) {
      seen_.ClearAround(ancestor.node);
    }
    for (const std::vector<NodeId>& nodes : {view_.Limits().without, absent_}) {
      for (const NodeId node : nodes) {
        seen_.ClearAround(node);
      }
    }
  }

  // The same answer from the sourcing graph, which can ask.
  Status AskGraph(NodeId asked) {
    STEMMA_ASSIGN(const Question question, Ask(view_, asked));
    found_.clear();
    LevelSearch search(question.graph.VertexCount(), question.graph.HasRevisions());
    const auto arcs_of = [&](Vertex v) { return question.graph.ArcsOf(v); };
    search.Start(question.start_vertices, arcs_of);
    for (uint32_t hops = 0; !search.Level().empty(); ++hops) {
      for (const LevelSearch::Place& place : search.Level()) {
        if (question.Shown(place.vertex) != asked) {
          found_.push_back({question.Shown(place.vertex), hops});
        }
      }
      search.Advance(arcs_of);
    }
    // A work that something was lifted from may have been reached as two vertices.
    std::sort(found_.begin(), found_.end(), [](const Ancestor& a, const Ancestor& b) {
      return std::tie(a.node, a.hops) < std::tie(b.node, b.hops);
    });
    const auto end =
        std::unique(found_.begin(), found_.end(),
                    [](const Ancestor& a, const Ancestor& b) { return a.node == b.node; });
    found_.erase(end, found_.end());
    std::sort(found_.begin(), found_.end(), [](const Ancestor& a, const Ancestor& b) {
      return std::tie(a.hops, a.node) < std::tie(b.hops, b.node);
    });
    return {};
  }

  FilteredView view_;
  FilteredArrays arrays_;
  NodeBits seen_;
  NodeSorter sorter_;
  bool has_revisions_;
  std::vector<uint32_t> level_;
  NodeList next_;
  std::vector<NodeId> absent_;
  std::vector<Ancestor> found_;
};

AncestorSearch::AncestorSearch(const GraphView& graph, const Filter& filter)
    : search_(std::make_unique<Search>(graph, filter)) {
}
AncestorSearch::~AncestorSearch() = default;
AncestorSearch::AncestorSearch(AncestorSearch&&) noexcept = default;
AncestorSearch& AncestorSearch::operator=(AncestorSearch&&) noexcept = default;

Result<std::span<const Ancestor>> AncestorSearch::From(NodeId node) {
  return search_->From(node);
}

}  // namespace stemma
