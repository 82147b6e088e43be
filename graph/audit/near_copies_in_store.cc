// The half of near_copies.h that is about a whole store.
#include <algorithm>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/audit/near_copies.h"
#include "graph/audit/near_copy_candidates.h"

namespace stemma {
namespace {

// The texts compared last, as their own runs: candidates come in the order of their works, and
// those of one story, or of one outlet, come again and again.
class RecentTexts {
 public:
  explicit RecentTexts(const GraphView& graph) : graph_(graph) {}

  // Valid until two others have been asked for.
  Result<std::span<const uint64_t>> Of(NodeId work) {
    const auto known = by_work_.find(work);
    if (known != by_work_.end()) {
      entries_.splice(entries_.begin(), entries_, known->second);
      return known->second->shingles;
    }
    STEMMA_ASSIGN(const std::string text, StoredText(graph_, work));
    const ComparedText compared(text);
    const std::span<const uint64_t> own = compared.OwnShingles();
    entries_.push_front({work, {own.begin(), own.end()}});
    by_work_.emplace(work, entries_.begin());
    kept_ += own.size();
    while (entries_.size() > 2 && (kept_ > kShinglesMax || entries_.size() > kTextsMax)) {
      kept_ -= entries_.back().shingles.size();
      by_work_.erase(entries_.back().work);
      entries_.pop_back();
    }
    return entries_.front().shingles;
  }

 private:
  static constexpr size_t kShinglesMax = size_t{1} << 20U;  // 8 MiB
  static constexpr size_t kTextsMax = 4096;
  struct Entry {
    NodeId work;
    std::vector<uint64_t> shingles;
  };
  const GraphView& graph_;
  std::list<Entry> entries_;  // the last asked first
  std::unordered_map<NodeId, std::list<Entry>::iterator> by_work_;
  size_t kept_ = 0;
};

// A work with the number of its fingerprints, in one number that sorts by work.
class SizedWork {
 public:
  SizedWork(NodeId work, uint64_t fingerprints)
      : bits_(work.value << kSizeBits | std::min(fingerprints, kSizeMax)) {}
  explicit SizedWork(uint64_t bits) : bits_(bits) {}

  uint64_t Bits() const { return bits_; }
  NodeId Work() const { return {bits_ >> kSizeBits}; }
  uint64_t Fingerprints() const { return bits_ & kSizeMax; }

 private:
  static constexpr unsigned kSizeBits = 23;  // leaves 40 bits for the work and one for a mark
  static constexpr uint64_t kSizeMax = (uint64_t{1} << kSizeBits) - 1;
  uint64_t bits_;
};

class WholeStore {
 public:
  WholeStore(const GraphView& graph, const MakePairSorter& make) : graph_(graph), make_(make) {}

  Result<NearCopyCounts> Run(const NearCopyVisitor& visit) {
    STEMMA_TRY(PairWorks());
    STEMMA_TRY(ComparePairs());
    STEMMA_TRY(Tell(visit));
    return counts_;
  }

 private:
  // Fingerprints to pairs of works, one for each fingerprint that they share.
  Status PairWorks() {
    const std::unique_ptr<PairSorter> fingerprints = make_();
    const auto add = [&](NodeId work, std::string_view text) -> Status {
      const ComparedText compared(text);
      if (!SaysEnough(compared)) {
        return {};
      }
      ++counts_.compared;
      const std::vector<uint64_t> hashes = compared.OwnFingerprints();
      for (const uint64_t hash : hashes) {
        STEMMA_TRY(fingerprints->Add(hash, SizedWork(work, hashes.size()).Bits()));
      }
      return {};
    };
    STEMMA_TRY(ForEachText(graph_, add));
    pairs_ = make_();
    uint64_t current = 0;
    std::vector<uint64_t> works;  // of one fingerprint, and no more than tell that they are many
    const auto pair = [&](uint64_t hash, uint64_t work) -> Status {
      if (hash != current) {
        STEMMA_TRY(AddPairs(works));
        works.clear();
        current = hash;
      }
      if (works.size() <= kSharedMax) {
        works.push_back(work);
      }
      return {};
    };
    STEMMA_TRY(fingerprints->ForEachSorted(pair));
    return AddPairs(works);
  }

  Status AddPairs(std::span<const uint64_t> works) {
    if (works.size() > kSharedMax) {
      return {};
    }
    const bool is_common = works.size() > kPairedMax;
    const size_t next = is_common ? kNextPaired : kPairedMax;
    for (size_t i = 0; i < works.size(); ++i) {
      for (size_t j = i + 1; j < works.size() && j - i <= next; ++j) {
        STEMMA_TRY(pairs_->Add(works[i], works[j] << 1U | (is_common ? 1U : 0U)));
      }
    }
    return {};
  }

  Status ComparePairs() {
    found_ = make_();
    RecentTexts texts(graph_);
    uint64_t first = 0;
    uint64_t second = 0;
    SharedCounts shared;
    const auto count = [&](uint64_t high, uint64_t low) -> Status {
      if (high != first || low >> 1U != second) {
        STEMMA_TRY(Compare(texts, SizedWork(first), SizedWork(second), shared));
        shared = {};
        first = high;
        second = low >> 1U;
      }
      ++((low & 1U) != 0 ? shared.common : shared.rare);
      return {};
    };
    STEMMA_TRY(pairs_->ForEachSorted(count));
    pairs_.reset();
    return Compare(texts, SizedWork(first), SizedWork(second), shared);
  }

  Status Compare(RecentTexts& texts, SizedWork first, SizedWork second, SharedCounts shared) {
    if (shared.rare + shared.common == 0 ||
        !IsCandidate(shared, std::min(first.Fingerprints(), second.Fingerprints()))) {
      return {};
    }
    ++counts_.candidates;
    STEMMA_ASSIGN(const auto a, texts.Of(first.Work()));
    STEMMA_ASSIGN(const auto b, texts.Of(second.Work()));
    if (!OverlapOf(a, b).IsNearCopy()) {
      return {};
    }
    ++counts_.pairs;
    STEMMA_TRY(found_->Add(first.Work().value, second.Work().value));
    return found_->Add(second.Work().value, first.Work().value);
  }

  Status Tell(const NearCopyVisitor& visit) {
    NodeId work;
    std::vector<NodeId> copies;
    const auto gather = [&](uint64_t high, uint64_t low) -> Status {
      if (work.value != high && !copies.empty()) {
        STEMMA_TRY(visit(work, copies));
        copies.clear();
      }
      work = {high};
      copies.push_back({low});
      return {};
    };
    STEMMA_TRY(found_->ForEachSorted(gather));
    return copies.empty() ? Status() : visit(work, copies);
  }

  const GraphView& graph_;
  const MakePairSorter& make_;
  std::unique_ptr<PairSorter> pairs_;
  std::unique_ptr<PairSorter> found_;
  NearCopyCounts counts_;
};

}  // namespace

Result<NearCopyCounts> FindAllNearCopies(const GraphView& graph, const MakePairSorter& make,
                                         const NearCopyVisitor& visit) {
  return WholeStore(graph, make).Run(visit);
}

}  // namespace stemma
