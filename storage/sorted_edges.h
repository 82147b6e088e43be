// Edges in the order of their ends, in memory, cheap to add to: a B-tree of two levels.
//
// A single edge moves some kilobytes whatever their number, edges that come in order move none, and
// they stand side by side to be read. Source: Bayer and McCreight, "Organization and maintenance of
// large ordered indices", 1972. Thread safety: as of a std::vector.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "storage/key_codec.h"

namespace stemma {

// `Edge` has `ends`, and may be copied.
template <class Edge>
class SortedEdges {
 public:
  // Takes the place of one with the same ends. O(log n).
  void Put(const Edge& edge) {
    const size_t number = ChunkOf(edge.ends);
    if (number == chunks_.size()) {
      chunks_.emplace_back();
    }
    Chunk& chunk = chunks_[number];
    const auto at = std::lower_bound(chunk.begin(), chunk.end(), edge.ends, IsBefore);
    if (at != chunk.end() && at->ends == edge.ends) {
      *at = edge;
      return;
    }
    ++size_;
    if (chunk.size() < kChunkMax) {
      chunk.insert(at, edge);
      return;
    }
    // In half; but what comes in order leaves full ones behind.
    const bool is_last = number + 1 == chunks_.size() && at == chunk.end();
    const auto middle = is_last ? chunk.end() : chunk.begin() + kChunkMax / 2;
    Chunk behind(middle, chunk.end());
    const bool is_behind = at >= middle;
    const auto place = at - (is_behind ? middle : chunk.begin());
    chunk.erase(middle, chunk.end());
    Chunk& into = is_behind ? behind : chunk;
    into.insert(into.begin() + place, edge);
    chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(number) + 1, std::move(behind));
  }

  // Null when there is none. O(log n).
  const Edge* Find(const Adjacency& ends) const {
    const Edge* found = nullptr;
    EachFrom(ends, [&](const Edge& edge) {
      found = edge.ends == ends ? &edge : nullptr;
      return false;
    });
    return found;
  }

  // Those not before `first`, rising, until the callback returns false.
  template <class Visit>
  void EachFrom(const Adjacency& first, Visit visit) const {
    for (size_t number = ChunkOf(first); number < chunks_.size(); ++number) {
      const Chunk& chunk = chunks_[number];
      // Lies before all edges of a chunk that is not the first.
      auto edge = std::lower_bound(chunk.begin(), chunk.end(), first, IsBefore);
      for (; edge != chunk.end(); ++edge) {
        if (!visit(*edge)) {
          return;
        }
      }
    }
  }

  // All, rising.
  template <class Visit>
  void Each(Visit visit) const {
    for (const Chunk& chunk : chunks_) {
      std::for_each(chunk.begin(), chunk.end(), visit);
    }
  }

  size_t Size() const { return size_; }
  void Clear() { *this = SortedEdges(); }

 private:
  static constexpr std::ptrdiff_t kChunkMax = 64;
  using Chunk = std::vector<Edge>;

  static bool IsBefore(const Edge& edge, const Adjacency& ends) { return edge.ends < ends; }

  // The one these ends belong into; the number of chunks when there is none yet.
  size_t ChunkOf(const Adjacency& ends) const {
    const auto behind = std::upper_bound(
        chunks_.begin(), chunks_.end(), ends,
        [](const Adjacency& a, const Chunk& chunk) { return a < chunk.front().ends; });
    return static_cast<size_t>(std::max<std::ptrdiff_t>(behind - chunks_.begin() - 1, 0));
  }

  std::vector<Chunk> chunks_;  // none is empty
  size_t size_ = 0;
};

}  // namespace stemma
