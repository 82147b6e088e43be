// The snapshot of a store: the arrays of graph/model/snapshot.h in a file that is mapped, not read.
//
// It is made from the packed edges, names the store and the packing that it was made from, and is
// replaced by renaming. It can always be made again: a reader that finds none, an older one or a
// damaged one does without. Its checksum is verified whenever it is opened.
// Source: docs/key-format.md, "The snapshot". Thread safety: pure functions.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "graph/base/result.h"
#include "graph/model/snapshot.h"

namespace stemma {

// Which packing of which store a snapshot shows.
struct SnapshotOf {
  std::string store;  // 16 bytes
  uint64_t packed = 0;
  friend bool operator==(const SnapshotOf&, const SnapshotOf&) = default;
};

// One that was found whole, of whichever packing: reading it takes no database, so that both may be
// opened at once.
class SnapshotFile {
 public:
  // Null when there is none, or not a whole one.
  static std::shared_ptr<const SnapshotFile> Read(const std::filesystem::path& path);
  virtual ~SnapshotFile() = default;

  // Null when it is of another packing. `changed` as of Snapshot.
  virtual std::shared_ptr<const Snapshot> Of(const SnapshotOf& of,
                                             std::span<const NodeId> changed) const = 0;
};

// Whether one of this packing is there, looking at no more than its first bytes.
bool HasSnapshot(const std::filesystem::path& path, const SnapshotOf& of);

// Takes the place of the one at `path` at once.
Status WriteSnapshot(const std::filesystem::path& path, const SnapshotOf& of,
                     const Snapshot& snapshot);

}  // namespace stemma
