// A stemma store on disk: open it to read beside a writer, or to write alone.
//
// A store is a folder with a marker file `STEMMA` (the format's version), a writer's lock and a
// RocksDB database; nothing of RocksDB shows here, because a second engine will come behind the
// same ports. Readers are secondary instances on one consistent state and never catch up while
// open.
//
// Source: docs/key-format.md, docs/architecture.md.
// Thread safety: a reader may be used by several threads, a writer by one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_sink.h"
#include "graph/model/graph_view.h"
#include "storage/commit_log.h"
#include "storage/proof.h"

namespace stemma {

inline constexpr uint32_t kFormatVersion = 4;

// Whether opening the store rewrites it first, as its format is older than this program's. False
// where no store is.
bool IsOfOlderFormat(const std::filesystem::path& path);

class StoreReader {
 public:
  // NotFound: no such path, or something else than a store is there (the message says which).
  // Corruption: damaged. Unsupported: written by a newer version. A store of an older format is
  // upgraded first, which needs to write: Locked, Io.
  static Result<std::unique_ptr<StoreReader>> Open(const std::filesystem::path& path);
  virtual ~StoreReader() = default;
  virtual const GraphView& View() const = 0;
  // Every commit, by number.
  virtual Result<std::vector<CommitEntry>> Commits() const = 0;
  // The newest; nothing when nothing was ever committed.
  virtual Result<std::optional<CommitEntry>> LastCommit() const = 0;
  // See ProveAssertions.
  virtual Result<Proof> Prove(std::span<const uint64_t> arrivals,
                              const std::optional<Head>& head) const = 0;
};

struct StoreWriterOptions {
  // What one import stages before it is committed by sorted files instead of one batch.
  size_t batch_bytes_max = size_t{1} << 20;
  // Edges that small commits leave unpacked before the next packs them, whatever their share.
  uint64_t unpacked_max = 4096;
};

class StoreWriter {
 public:
  // Opens the store, or makes it in a folder that is empty or not there; a new store in which
  // nothing was committed is removed again when it is closed. Locked: another process
  // writes to it; else as StoreReader::Open.
  static Result<std::unique_ptr<StoreWriter>> Open(const std::filesystem::path& path,
                                                   const StoreWriterOptions& options = {});
  virtual ~StoreWriter() = default;
  // The state as last committed.
  virtual const GraphView& View() const = 0;
  // One import or command. At most one sink at a time.
  virtual Result<std::unique_ptr<GraphSink>> Begin() = 0;
  // Packs edges where many are not, and makes the snapshot where it is missing. Closing does so
  // after a commit.
  virtual Status Tidy() = 0;
};

// What `stemma check` finds, one line each for a person.
struct Verification {
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t assertions = 0;
  std::vector<std::string> findings;  // the first kFindingsListedMax
  uint64_t found = 0;                 // all of them
  uint64_t commits = 0;
  Head head;  // of the log, after the last commit
};
inline constexpr size_t kFindingsListedMax = 100;

// How much of the log of commits is verified.
enum class LogCheck {
  kChain,  // each head follows from the one before
  kRoots,  // and each root is that of what is stored: 1 us more an assertion
};

// Reads every byte: checksums, both directions of every edge, facts against assertions, indexes,
// counters, the log of commits. Evidence that no longer fits a text is no damage and not listed.
// Damage is a finding, never an Error; Errors are those of StoreReader::Open. A few look-ups for
// each assertion.
Result<Verification> VerifyStore(const std::filesystem::path& path,
                                 LogCheck log = LogCheck::kChain);

// Bytes on disk, for `stats`; of a store that is being written to, about. Io.
Result<uint64_t> StoreBytes(const std::filesystem::path& path);

}  // namespace stemma
