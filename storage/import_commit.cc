#include "storage/import_commit.h"

#include <algorithm>
#include <future>
#include <set>
#include <system_error>
#include <utility>

#include "storage/block_rewriter.h"
#include "storage/durable_file.h"
#include "storage/edge_merge.h"
#include "storage/import_parts.h"
#include "storage/snapshot_maker.h"

namespace stemma {
namespace {

// Edges become an entry beside the packed ones.
Status CommitByBatch(ImportState& state, RocksStore& store, WriterEdges& kept) {
  Batch batch(store);
  const uint64_t first_new = state.counters.next_node;
  ImportParts parts(state, batch);
  std::vector<PackedEdge> edges;
  std::vector<NodeId> folded;
  EdgeMerge merge(state, batch);
  const Status merged = merge.Run(
      [&](const EdgeKey& edge) -> Result<std::optional<StoredEdge>> {
        // Looking into a block takes some microseconds, and most edges are new.
        const bool is_new = std::max(edge.from, edge.to).value >= first_new ||
                            kept.Lack(edge, state.counters.packed);
        return is_new ? std::nullopt : state.graph.Stored(edge);
      },
      [&](const Adjacency& ends, const StoredEdge& edge) -> Status {
        edges.push_back({ends, edge});
        if (IsFolding(ends.kind)) {
          folded.insert(folded.end(), {ends.near, ends.far});
        }
        return {};
      });
  STEMMA_TRY(merged);
  STEMMA_TRY(WriteRecent(state.first_arrival, edges, batch));
  state.counters.recent += edges.size();
  STEMMA_TRY(parts.WriteAssertions());
  STEMMA_TRY(parts.WriteNodes(first_new));
  STEMMA_TRY(parts.WriteIds());
  STEMMA_TRY(parts.WriteIndex(state.names, Family::kNames));
  STEMMA_TRY(parts.WriteIndex(state.words, Family::kWords));
  STEMMA_TRY(parts.WriteEvidence());
  STEMMA_TRY(parts.MarkChanged(first_new, folded));
  STEMMA_TRY(parts.WriteCounters());
  STEMMA_TRY(parts.WriteLog(store));
  STEMMA_TRY(store.Write(batch));
  kept.recent.Add(edges);
  return {};
}

// New edges and the recent ones, merged into the packed ones.
Status PackOut(ImportState& state, const RocksStore& store, EntryWriter& writer,
               const std::vector<PackedEdge>& recent, SnapshotMaker* maker) {
  BlockRewriter blocks(store, writer, Family::kOut);
  auto next = recent.begin();
  const auto put_recent_before = [&](const Adjacency& ends) -> Status {
    for (; next != recent.end() && next->ends < ends; ++next) {
      STEMMA_TRY(blocks.Put(*next));
    }
    return {};
  };
  EdgeMerge merge(state, writer);
  const Status merged = merge.Run(
      [&](const EdgeKey& edge) -> Result<std::optional<StoredEdge>> {
        const Adjacency ends = OutOf(edge);
        STEMMA_TRY(put_recent_before(ends));
        if (next != recent.end() && next->ends == ends) {
          return std::optional(next->stored);
        }
        STEMMA_ASSIGN(const PackedEdge* packed, blocks.Find(ends));
        return packed == nullptr ? std::nullopt : std::optional(packed->stored);
      },
      [&](const Adjacency& ends, const StoredEdge& edge) -> Status {
        if (next != recent.end() && next->ends == ends) {
          ++next;
        }
        const PackedEdge packed{ends, edge};
        if (maker != nullptr) {
          STEMMA_TRY(maker->Add(packed));
        }
        return blocks.Put(packed);
      });
  STEMMA_TRY(merged);
  for (; next != recent.end(); ++next) {
    STEMMA_TRY(blocks.Put(*next));
  }
  return blocks.Finish();
}

// The same from the other end, where an edge is there or not.
Status PackIn(NumberSorter& edges, const std::unordered_set<uint64_t>& rejected,
              const RocksStore& store, EntryWriter& writer, const std::set<Adjacency>& recent) {
  BlockRewriter blocks(store, writer, Family::kIn);
  auto next = recent.begin();
  std::optional<Adjacency> last;
  const Status merged = edges.Merge([&](Number128 edge) -> Status {
    const Adjacency ends = EndsOf(edge);
    if (last == ends || (!rejected.empty() && rejected.contains(ArrivalOf(edge)))) {
      return {};
    }
    for (; next != recent.end() && *next < ends; ++next) {
      STEMMA_TRY(blocks.Put({*next, StoredEdge()}));
    }
    if (next != recent.end() && *next == ends) {
      ++next;
    }
    last = ends;
    return blocks.Put({ends, StoredEdge()});
  });
  STEMMA_TRY(merged);
  for (; next != recent.end(); ++next) {
    STEMMA_TRY(blocks.Put({*next, StoredEdge()}));
  }
  return blocks.Finish();
}

// What was there only until edges are packed.
Status RemoveUnpacked(const RocksStore& store, EntryWriter& writer) {
  for (const Family family : {Family::kRecent, Family::kChanged}) {
    Status status;
    STEMMA_TRY(store.Scan(family, "", [&](std::string_view key, std::string_view) {
      status = writer.Remove(family, key);
      return status.has_value();
    }));
    STEMMA_TRY(std::move(status));
  }
  return {};
}

Status CommitByFiles(ImportState& state, RocksStore& store, WriterEdges& kept) {
  std::error_code error;
  std::filesystem::create_directories(state.folder, error);
  if (error) {
    return Refused(state.folder, error.value());
  }
  SortedFiles files(store, state.folder);
  const uint64_t first_new = state.counters.next_node;
  ImportParts parts(state, files);
  std::optional<SnapshotMaker> maker;
  if (first_new == 0 && state.counters.packed == 0) {
    maker.emplace([&](uint64_t number) { return parts.NewNode(number); }, state.nodes.NextNode(),
                  state.out.Count());
  }

  // Two halves that write different families and share nothing that either changes.
  const std::unordered_set<uint64_t> rejected = state.dropped;
  auto far_ends = std::async(std::launch::async, [&]() -> Status {
    STEMMA_TRY(PackIn(state.in, rejected, store, files, kept.recent.In()));
    STEMMA_TRY(files.Finish(Family::kIn));
    STEMMA_TRY(parts.WriteIds());
    STEMMA_TRY(files.Finish(Family::kIds));
    STEMMA_TRY(parts.WriteIndex(state.names, Family::kNames));
    STEMMA_TRY(parts.WriteIndex(state.words, Family::kWords));
    return parts.WriteNodes(first_new);
  });
  const auto near_ends = [&]() -> Status {
    STEMMA_TRY(PackOut(state, store, files, kept.recent.Out(), maker ? &*maker : nullptr));
    STEMMA_TRY(files.Finish(Family::kOut));
    STEMMA_TRY(parts.WriteAssertions());
    STEMMA_TRY(parts.WriteEvidence());
    return RemoveUnpacked(store, files);
  };
  const Status near = near_ends();
  STEMMA_TRY(far_ends.get());
  STEMMA_TRY(near);
  state.counters.recent = 0;
  ++state.counters.packed;
  STEMMA_TRY(parts.WriteCounters());
  STEMMA_TRY(parts.WriteLog(store));
  STEMMA_TRY(store.Ingest(files));
  kept = {};
  if (maker) {
    STEMMA_ASSIGN(kept.snapshot, maker->Finish(state.counters.next_node));
    kept.snapshot_packed = state.counters.packed;
  }
  return {};
}

}  // namespace

Status CommitImport(ImportState& state, RocksStore& store, bool by_files, WriterEdges& edges) {
  return by_files ? CommitByFiles(state, store, edges) : CommitByBatch(state, store, edges);
}

Status PackRecent(RocksStore& store, const StoredGraph& graph, const std::filesystem::path& folder,
                  WriterEdges& edges) {
  STEMMA_ASSIGN(const Counters counters, graph.ReadCounters());
  Status packed;
  {
    ImportState nothing(graph, counters, folder);
    packed = CommitByFiles(nothing, store, edges);
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);  // what is left, the next writer removes
  return packed;
}

}  // namespace stemma
