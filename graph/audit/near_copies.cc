#include "graph/audit/near_copies.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/audit/near_copy_candidates.h"

namespace stemma {
namespace {

// The fingerprints of one text, and which stored works share them.
class OneText {
 public:
  OneText(const GraphView& graph, const ComparedText& text) : graph_(graph), text_(text) {
    for (const uint64_t hash : text.OwnFingerprints()) {
      numbers_.emplace(hash, static_cast<uint32_t>(numbers_.size()));
    }
    works_.assign(numbers_.size(), 1);
  }

  void Look(NodeId work, const ComparedText& other) {
    const std::vector<uint64_t> hashes = other.OwnFingerprints();
    Candidate candidate{work, std::min(hashes.size(), numbers_.size()), {}};
    for (const uint64_t hash : hashes) {
      const auto number = numbers_.find(hash);
      if (number != numbers_.end() && ++works_[number->second] <= kSharedMax) {
        candidate.shared.push_back(number->second);
      }
    }
    // By what is known so far; Compare decides by how many works there were.
    if (!candidate.shared.empty() && IsCandidate({candidate.shared.size(), 0}, candidate.fewer)) {
      candidates_.push_back(std::move(candidate));
    }
  }

  Result<std::vector<NodeId>> Compare() {
    std::vector<NodeId> found;
    for (const Candidate& candidate : candidates_) {
      SharedCounts shared;
      for (const uint32_t number : candidate.shared) {
        shared.rare += works_[number] <= kPairedMax ? 1 : 0;
        shared.common += works_[number] > kPairedMax && works_[number] <= kSharedMax ? 1 : 0;
      }
      if (IsCandidate(shared, candidate.fewer)) {
        STEMMA_ASSIGN(const std::string other, StoredText(graph_, candidate.work));
        if (OverlapOf(text_, ComparedText(other)).IsNearCopy()) {
          found.push_back(candidate.work);
        }
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  struct Candidate {
    NodeId work;
    size_t fewer = 0;  // of the two texts' fingerprints
    std::vector<uint32_t> shared;
  };
  const GraphView& graph_;
  const ComparedText& text_;
  std::unordered_map<uint64_t, uint32_t> numbers_;
  std::vector<uint64_t> works_;  // by number: how many print it, this text among them
  std::vector<Candidate> candidates_;
};

}  // namespace

Result<std::string> StoredText(const GraphView& graph, NodeId work) {
  STEMMA_ASSIGN(const NodeState state, graph.Node(work, /*with_text=*/true));
  return std::string(state.Text("text").value_or(""));
}

Result<NearCopiesOf> FindNearCopiesOf(const GraphView& graph, std::string_view text,
                                      std::optional<NodeId> self) {
  NearCopiesOf found;
  const ComparedText compared(text);
  if (!SaysEnough(compared)) {
    return found;
  }
  OneText one(graph, compared);
  STEMMA_TRY(ForEachText(graph, [&](NodeId work, std::string_view stored) -> Status {
    if (work != self) {
      const ComparedText other(stored);
      if (SaysEnough(other)) {
        ++found.compared;
        one.Look(work, other);
      }
    }
    return {};
  }));
  STEMMA_ASSIGN(found.works, one.Compare());
  return found;
}

}  // namespace stemma
