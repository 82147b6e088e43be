// The part of the Verifier that compares edges, indexes and what is counted.
#include <algorithm>
#include <iterator>
#include <set>

#include "storage/record_codec.h"
#include "storage/side_by_side.h"
#include "storage/snapshot_file.h"
#include "storage/store_state.h"
#include "storage/verifier.h"

namespace stemma {
namespace {

std::string Words(const Adjacency& edge) {
  return "the edge " + std::to_string(edge.near.value) + " " + std::string(Name(edge.kind)) + " " +
         std::to_string(edge.far.value);
}

// Lists the edges of kIn and the recent ones together, rising, without doubles.
Status ScanFarEnds(const RocksStore& store, const std::set<Adjacency>& recent,
                   const std::function<Status(const Adjacency&)>& visit) {
  auto next = recent.begin();
  Status status;
  bool is_whole = true;
  STEMMA_TRY(store.Scan(Family::kIn, "", [&](std::string_view key, std::string_view value) {
    is_whole = DecodeEdgeBlock(key, value, /*with_facts=*/false, [&](const PackedEdge& edge) {
      for (; status.has_value() && next != recent.end() && *next < edge.ends; ++next) {
        status = visit(*next);
      }
      if (next != recent.end() && *next == edge.ends) {
        ++next;
      }
      status = status.has_value() ? visit(edge.ends) : std::move(status);
      return status.has_value();
    });
    return is_whole && status.has_value();
  }));
  for (; status.has_value() && next != recent.end(); ++next) {
    status = visit(*next);
  }
  return is_whole ? std::move(status) : Status(Damaged("a block of edges cannot be read"));
}

}  // namespace

Status Verifier::CheckEdges() {
  STEMMA_TRY(Status(recent_read_));
  SideBySide<Adjacency> said(out_, EndsOf);
  STEMMA_TRY(said.Begin());
  const auto only_said = [this](const Adjacency& ends) {
    Find("out: " + Words(ends) + " has assertions and no entry");
  };
  Status status;
  STEMMA_TRY(graph_.ScanStored([&](const PackedEdge& edge) {
    ++result_.edges;
    const auto arrivals = said.At(edge.ends, only_said);
    if (!arrivals.has_value()) {
      status = tl::unexpected<Error>(arrivals.error());
    } else if (*arrivals == nullptr) {
      Find("out: nothing is said of " + Words(edge.ends));
    } else {
      status = CheckEdge(edge, **arrivals);
    }
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  return said.End(only_said);
}

// Of an edge that was read, so that some class begins before it.
const EdgeClass& Verifier::ClassOf(uint64_t arrival) const {
  const auto behind =
      std::upper_bound(classes_.begin(), classes_.end(), arrival,
                       [](uint64_t value, const ClassFrom& from) { return value < from.arrival; });
  return std::prev(behind)->of;
}

Status Verifier::CheckEdge(const PackedEdge& edge, const std::vector<uint64_t>& arrivals) {
  StoredEdge expected;
  if (arrivals.size() == 1) {
    const EdgeClass& only = ClassOf(arrivals.front());
    expected = {only.facts, only.earliest, only.latest, false};
    expected.facts.arrival = arrivals.front();
  } else {
    std::vector<StoredGraph::Logged> history;
    std::vector<Said> said;
    std::vector<EdgeFacts> facts;
    for (const uint64_t arrival : arrivals) {
      STEMMA_ASSIGN(const auto assertion, reader_.At(arrival));
      const EdgeAssertion& one = std::get<ArrivedEdge>(assertion).assertion;
      history.push_back({arrival, {one.at, !one.method.has_value(), ContentHash(one)}});
      said.push_back({one.at, !one.method.has_value()});
      facts.push_back(FactsOf(one, edge.ends.far));
      facts.back().arrival = arrival;
    }
    const auto [earliest, latest] = std::minmax_element(
        said.begin(), said.end(), [](const Said& a, const Said& b) { return a.at < b.at; });
    expected = {facts[Deciding(said).value()], earliest->at, latest->at, true};
    STEMMA_TRY(CheckHistory(Family::kEdgeHistory, AdjacencyKey(edge.ends), history));
  }
  expected.facts.kind = edge.ends.kind;
  expected.facts.other = edge.ends.far;
  if (expected != edge.stored) {
    Find("out: " + Words(edge.ends) + " differs from its assertions");
  }
  if (edge.ends.near.value >= nodes_end_ || edge.ends.far.value >= nodes_end_) {
    Find("out: " + Words(edge.ends) + " names a node that is not stored");
  }
  return {};
}

Status Verifier::CheckFarEnds() {
  STEMMA_TRY(Status(recent_read_));
  SideBySide<Adjacency> said(in_, EndsOf);
  STEMMA_TRY(said.Begin());
  const auto only_said = [this](const Adjacency& ends) {
    Find("in: " + Words({ends.far, ends.kind, ends.near}) + " is missing at its far end");
  };
  STEMMA_TRY(ScanFarEnds(store_, recent_.In(), [&](const Adjacency& ends) -> Status {
    STEMMA_ASSIGN(const auto* arrivals, said.At(ends, only_said));
    if (arrivals == nullptr) {
      Find("in: nothing is said of " + Words({ends.far, ends.kind, ends.near}));
    }
    return {};
  }));
  return said.End(only_said);
}

// An index may lead to nodes that once had a text; those that have it now must all be there. Its
// entries are sorted among the expected ones, told apart by a last byte, and come behind them.
Status Verifier::CheckIndex(Family family, TextSorter& entries) {
  constexpr size_t kArrivalBytes = 9;  // with the zero before it
  Status status;
  STEMMA_TRY(store_.Scan(family, "", [&](std::string_view key, std::string_view value) {
    const auto nodes = DecodeNodes(value);
    if (!nodes || key.size() < kArrivalBytes) {
      status = Damaged("an entry of a search index cannot be read");
      return false;
    }
    for (const NodeId node : *nodes) {
      if (node.value >= nodes_end_) {
        Find(std::string(Name(family)) + ": an entry names a node that is not stored");
      }
      status = entries.Add(TextPrefix(key.substr(0, key.size() - kArrivalBytes)) +
                           NumberKey(node.value) + '\1');
    }
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  std::string expected;  // not yet found
  const auto miss = [&] {
    if (!expected.empty()) {
      Find(std::string(Name(family)) + ": \"" +
           expected.substr(0, expected.size() - kArrivalBytes) + "\" does not lead to node " +
           std::to_string(ReadBigEndian(std::string_view(expected).substr(expected.size() - 8))));
    }
    expected.clear();
  };
  STEMMA_TRY(entries.Merge([&](std::string_view entry) -> Status {
    const std::string_view leads = entry.substr(0, entry.size() - 1);
    if (leads != expected) {
      miss();
    }
    expected = entry.back() == '\0' ? leads : "";
    return {};
  }));
  miss();
  return {};
}

Status Verifier::CheckEvidence() {
  const auto key_of = [](Number128 number) { return number; };
  SideBySide<Number128> said(evidence_, key_of);
  STEMMA_TRY(said.Begin());
  // Evidence in a text that came later than the import that names it is not indexed.
  const auto only_said = [](Number128) {};
  Status status;
  STEMMA_TRY(store_.Scan(Family::kEvidence, "", [&](std::string_view key, std::string_view) {
    const uint64_t arrival = DecodeArrival(key).value_or(0);
    const uint64_t node = DecodeNumberKey(key.substr(0, 8)).value_or(0);
    const auto found = said.At(Number128{node, arrival}, only_said);
    if (!found.has_value()) {
      status = tl::unexpected<Error>(found.error());
    } else if (*found == nullptr) {
      Find("evidence: assertion " + std::to_string(arrival) + " does not quote node " +
           std::to_string(node));
    }
    return status.has_value();
  }));
  return status;
}

Status Verifier::CheckHistories() {
  uint64_t entries = 0;
  for (const Family family : {Family::kNodeHistory, Family::kEdgeHistory}) {
    STEMMA_TRY(store_.Scan(family, "", [&](std::string_view, std::string_view) {
      ++entries;
      return true;
    }));
  }
  if (entries != with_history_) {
    Find("histories: " + std::to_string(entries) + " entries where " +
         std::to_string(with_history_) + " are expected");
  }
  return {};
}

Status Verifier::CheckCounters() {
  STEMMA_ASSIGN(const Counters counters, graph_.ReadCounters());
  if (counters.nodes != result_.nodes || counters.edges != result_.edges ||
      counters.assertions != result_.assertions || counters.next_node < nodes_end_ ||
      counters.next_arrival < arrivals_end_) {
    Find("counters: they differ from what is stored");
  }
  return {};
}

// A snapshot of another packing is out of use; one of this packing must be whole.
Status Verifier::CheckSnapshot() {
  STEMMA_ASSIGN(const Counters counters, graph_.ReadCounters());
  if (counters.packed == 0) {
    return {};
  }
  STEMMA_ASSIGN(const SnapshotOf of, ReadSnapshotOf(store_, counters));
  if (HasSnapshot(folder_.Snapshot(), of) && !SnapshotFile::Read(folder_.Snapshot())) {
    Find("snapshot: it does not match its checksum; answers are read without it");
  }
  return {};
}

}  // namespace stemma
