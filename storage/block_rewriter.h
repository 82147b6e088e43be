// Merges rising edges into a family of packed blocks, rewriting only the blocks that they fall in.
//
// A block keeps its key; where it grows too large it becomes several. Edges before the first block
// make blocks of their own, so that no key ever goes away.
// Source: docs/key-format.md, "A block of edges". Thread safety: one thread each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/edge_blocks.h"
#include "storage/rocks_store.h"

namespace stemma {

class BlockRewriter {
 public:
  // Of kOut or kIn. Borrows both; what it writes shows in the store only when that is committed.
  BlockRewriter(const RocksStore& store, EntryWriter& writer, Family family);

  // The packed edge with these ends, or null. Ends rise from call to call, of Put as well.
  Result<const PackedEdge*> Find(const Adjacency& ends);
  // Takes the place of one with the same ends.
  Status Put(const PackedEdge& edge);
  Status Finish();

 private:
  Status MoveTo(const Adjacency& ends);  // into the block where these ends belong
  Status Emit(const PackedEdge& edge);
  Status WriteBlock(size_t count);
  Status EndBlock();

  const RocksStore& store_;
  EntryWriter& writer_;
  Family family_;
  bool with_facts_;
  bool in_block_ = false;
  std::vector<PackedEdge> old_;      // of the block that is being rewritten
  size_t next_ = 0;                  // of old_ not yet emitted
  std::optional<Adjacency> behind_;  // where the next block begins
  bool is_changed_ = false;
  std::vector<PackedEdge> pending_;
};

}  // namespace stemma
