#include "storage/block_rewriter.h"

#include <algorithm>

#include "storage/stored_graph.h"

namespace stemma {

BlockRewriter::BlockRewriter(const RocksStore& store, EntryWriter& writer, Family family)
    : store_(store), writer_(writer), family_(family), with_facts_(family == Family::kOut) {
}

Status BlockRewriter::WriteBlock(size_t count) {
  const std::span<const PackedEdge> block(pending_.data(), count);
  STEMMA_TRY(
      writer_.Put(family_, AdjacencyKey(block.front().ends), EncodeEdgeBlock(block, with_facts_)));
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
  return {};
}

Status BlockRewriter::Emit(const PackedEdge& edge) {
  pending_.push_back(edge);
  return pending_.size() < 2 * kBlockEdgesMax ? Status() : WriteBlock(kBlockEdgesMax);
}

Status BlockRewriter::EndBlock() {
  if (is_changed_) {
    for (; next_ < old_.size(); ++next_) {
      STEMMA_TRY(Emit(old_[next_]));
    }
    if (pending_.size() > kBlockEdgesMax) {
      STEMMA_TRY(WriteBlock(pending_.size() / 2));
    }
    if (!pending_.empty()) {
      STEMMA_TRY(WriteBlock(pending_.size()));
    }
  }
  in_block_ = false;
  return {};
}

Status BlockRewriter::MoveTo(const Adjacency& ends) {
  if (in_block_ && (!behind_ || ends < *behind_)) {
    return {};
  }
  STEMMA_TRY(EndBlock());
  old_.clear();
  next_ = 0;
  behind_.reset();
  is_changed_ = false;
  in_block_ = true;
  bool is_first = true;
  bool is_whole = true;
  STEMMA_TRY(store_.ScanFrom(
      family_, AdjacencyKey(ends), [&](std::string_view key, std::string_view value) {
        const auto begin = DecodeAdjacency(key);
        is_whole = begin.has_value();
        if (!is_first || !is_whole || *begin > ends) {
          behind_ = begin;
          return false;
        }
        is_first = false;
        is_whole = DecodeEdgeBlock(key, value, with_facts_, [&](const PackedEdge& edge) {
          old_.push_back(edge);
          return true;
        });
        return is_whole;
      }));
  return is_whole ? Status() : Status(Damaged("a block of edges cannot be read"));
}

Result<const PackedEdge*> BlockRewriter::Find(const Adjacency& ends) {
  STEMMA_TRY(MoveTo(ends));
  if (next_ == old_.size()) {
    return nullptr;
  }
  const auto found =
      std::lower_bound(old_.begin() + static_cast<std::ptrdiff_t>(next_), old_.end(), ends,
                       [](const PackedEdge& edge, const Adjacency& to) { return edge.ends < to; });
  return found != old_.end() && found->ends == ends ? &*found : nullptr;
}

Status BlockRewriter::Put(const PackedEdge& edge) {
  STEMMA_TRY(MoveTo(edge.ends));
  is_changed_ = true;
  for (; next_ < old_.size() && old_[next_].ends < edge.ends; ++next_) {
    STEMMA_TRY(Emit(old_[next_]));
  }
  if (next_ < old_.size() && old_[next_].ends == edge.ends) {
    ++next_;
  }
  return Emit(edge);
}

Status BlockRewriter::Finish() {
  return in_block_ ? EndBlock() : Status();
}

}  // namespace stemma
