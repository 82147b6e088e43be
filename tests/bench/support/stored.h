// The store of a benchmark's graph, and its node numbers beside those of the plain graph.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bench/support/options.h"
#include "bench/support/plain_graph.h"
#include "bench/support/report.h"
#include "storage/database.h"

namespace stemma::bench {

// The options every benchmark of a stored graph takes: --graph FOLDER, of make_graph; --store
// PATH, else stemma.db in that folder; --count N questions; --seed N.
std::map<std::string, std::string> StoredOptions(const std::string& count);
std::filesystem::path StorePathOf(const Options& options);

// Imports nodes.csv and edges.csv of `folder` into a new store at `store`, in this process.
void ImportGraph(const std::filesystem::path& folder, const std::filesystem::path& store);

// Opens the store, importing first when there is none.
std::unique_ptr<StoreReader> OpenStored(const Options& options);

// By plain number, the store's: as many look-ups of ids as there are nodes.
std::vector<NodeId> NumbersInStore(const GraphView& view, const PlainGraph& plain);

// By the store's number, the plain one; kNoPlainNumber for what the plain graph does not have.
inline constexpr uint32_t kNoPlainNumber = UINT32_MAX;
std::vector<uint32_t> NumbersInPlain(const std::vector<NodeId>& numbers);

// Nodes and edges, for the report.
void NoteGraph(Report& report, const PlainGraph& plain);

// Seeded nodes that cite something, so that there is something to follow.
std::vector<uint32_t> CitingNodes(const PlainGraph& plain, uint64_t count, uint64_t seed);

}  // namespace stemma::bench
