// Edges that are not packed yet: kept in order, written by commit, read back, found when damaged.
#include <algorithm>
#include <map>
#include <random>

#include <catch2/catch_all.hpp>

#include "storage/database.h"
#include "storage/recent_edges.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

using Reference = std::map<Adjacency, StoredEdge>;

PackedEdge EdgeOf(uint64_t from, EdgeKind kind, uint64_t to, uint64_t arrival) {
  PackedEdge edge{{NodeId{from}, kind, NodeId{to}}, StoredEdge()};
  edge.stored.facts.kind = kind;
  edge.stored.facts.other = NodeId{to};
  edge.stored.facts.arrival = arrival;
  return edge;
}

// Rising, no ends twice: what one commit changes.
std::vector<PackedEdge> SomeEdges(std::mt19937_64& random, size_t count, uint64_t arrival) {
  Reference edges;
  while (edges.size() < count) {
    const auto edge =
        EdgeOf(random() % 40, kEdgeKinds[random() % kEdgeKinds.size()], random() % 900, arrival);
    edges.emplace(edge.ends, edge.stored);
  }
  std::vector<PackedEdge> list;
  for (const auto& [ends, stored] : edges) {
    list.push_back({ends, stored});
  }
  return list;
}

void AddTo(Reference& reference, const std::vector<PackedEdge>& edges) {
  for (const PackedEdge& edge : edges) {
    reference[edge.ends] = edge.stored;
  }
}

Adjacency FromFar(const Adjacency& ends) {
  return {ends.far, ends.kind, ends.near};
}

std::vector<Adjacency> EndsFound(const RecentEdges& recent, NodeId node, Direction direction,
                                 EdgeKindSet kinds) {
  std::vector<Adjacency> found;
  const auto edges = recent.Of(node, direction, kinds);
  for (const PackedEdge& edge : edges) {
    found.push_back(edge.ends);
  }
  return found;
}

// Every answer of `recent` is that of the reference.
void Compare(const RecentEdges& recent, const Reference& reference) {
  std::set<Adjacency> in;
  std::vector<NodeId> nodes;
  auto listed = recent.Out();
  REQUIRE(listed.size() == reference.size());
  auto next = listed.begin();
  for (const auto& [ends, stored] : reference) {
    REQUIRE(next->ends == ends);
    REQUIRE(next->stored == stored);
    REQUIRE(*recent.Find(ends) == stored);
    ++next;
    in.insert(FromFar(ends));
    if (nodes.empty() || nodes.back() != ends.near) {
      nodes.push_back(ends.near);
    }
  }
  REQUIRE(recent.In() == in);
  REQUIRE(recent.Nodes() == nodes);
  CHECK(recent.Find({NodeId{41}, EdgeKind::kCites, NodeId{1}}) == nullptr);
  const EdgeKindSet two = SetOf(EdgeKind::kCites) | SetOf(EdgeKind::kSameAs);
  for (const EdgeKindSet kinds : {kAllEdgeKinds, two}) {
    for (uint64_t node = 0; node < 42; ++node) {
      std::vector<Adjacency> out_expected;
      std::vector<Adjacency> in_expected;
      for (const auto& [ends, stored] : reference) {
        if (ends.near.value == node && (SetOf(ends.kind) & kinds) != 0) {
          out_expected.push_back(ends);
        }
      }
      std::copy_if(in.begin(), in.end(), std::back_inserter(in_expected),
                   [&](const Adjacency& ends) {
                     return ends.near.value == node && (SetOf(ends.kind) & kinds) != 0;
                   });
      REQUIRE(EndsFound(recent, NodeId{node}, Direction::kOut, kinds) == out_expected);
      REQUIRE(EndsFound(recent, NodeId{node}, Direction::kIn, kinds) == in_expected);
    }
  }
}

TEST_CASE("recent edges stay in order from both ends, and what a later commit says holds") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  RecentEdges recent;
  Reference reference;
  Compare(recent, reference);
  for (uint64_t commit = 1; commit <= 60; ++commit) {
    const auto edges = SomeEdges(random, 1 + random() % (commit % 10 == 0 ? 900 : 4), commit);
    recent.Add(edges);
    AddTo(reference, edges);
  }
  Compare(recent, reference);
  recent.Clear();
  Compare(recent, Reference());
}

TEST_CASE("what commits wrote is read back, with commits larger than a block") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  Reference reference;
  {
    const auto store = Must(RocksStore::OpenToWrite(folder / "database", /*create=*/true));
    Compare(Must(RecentEdges::Read(*store)), reference);
    uint64_t commit = 250;  // over the end of a byte
    for (const size_t count : {size_t{1}, 3 * kBlockEdgesMax + 7, kBlockEdgesMax, size_t{30}}) {
      const auto edges = SomeEdges(random, count, commit);
      Batch batch(*store);
      Must(WriteRecent(commit, edges, batch));
      Must(store->Write(batch));
      AddTo(reference, edges);
      commit += count;
    }
    Compare(Must(RecentEdges::Read(*store)), reference);
  }
  const auto store = Must(RocksStore::OpenToRead(folder / "database"));
  Compare(Must(RecentEdges::Read(*store)), reference);
}

std::string Id(uint64_t number) {
  return "n" + std::to_string(number);
}

void AddNodes(StoreWriter& store, uint64_t count) {
  const auto sink = Must(store.Begin());
  for (uint64_t i = 0; i < count; ++i) {
    NodeAssertion node;
    node.id = Id(i);
    Must(sink->Add(node, {}));
  }
  Must(sink->Commit());
}

EdgeAssertion Cites(uint64_t from, uint64_t to, Instant at,
                    AssertionStatus status = AssertionStatus::kAsserted) {
  EdgeAssertion edge;
  edge.from = Id(from);
  edge.to = Id(to);
  edge.at = at;
  edge.at_given = true;
  edge.status = status;
  return edge;
}

Receipt Commit(StoreWriter& store, const std::vector<EdgeAssertion>& edges) {
  const auto sink = Must(store.Begin());
  for (const EdgeAssertion& edge : edges) {
    Must(sink->Add(edge, {}));
  }
  return Must(sink->Commit());
}

std::vector<EdgeFacts> EdgesOf(const GraphView& view, uint64_t number, Direction direction,
                               Instant known_at = kDistantFuture) {
  const NodeId node = Must(view.Find(Id(number))).value();
  return Must(view.Edges(std::span(&node, 1), direction, kAllEdgeKinds, known_at)).front();
}

// As it was said in four commits: an edge, again as it was, withdrawn, and said anew.
void CheckStory(const GraphView& view) {
  for (const Direction direction : {Direction::kOut, Direction::kIn}) {
    const uint64_t node = direction == Direction::kOut ? 1 : 0;
    REQUIRE(EdgesOf(view, node, direction).size() == 1);
    CHECK(EdgesOf(view, node, direction).front().at == 30);
    CHECK(EdgesOf(view, node, direction, 25).front().status == AssertionStatus::kWithdrawn);
    CHECK(EdgesOf(view, node, direction, 15).front().status == AssertionStatus::kAsserted);
    CHECK(EdgesOf(view, node, direction, 5).empty());
  }
}

TEST_CASE("several commits speak of one edge, in one session and over several, packed or not") {
  for (const bool is_packed_first : {false, true}) {
    for (const bool is_reopened : {false, true}) {
      INFO("packed first " << is_packed_first << ", reopened " << is_reopened);
      const TemporaryFolder folder;
      auto store = Must(StoreWriter::Open(folder / "db"));
      const auto reopen = [&](uint64_t unpacked_max) {
        StoreWriterOptions options;
        options.unpacked_max = unpacked_max;
        store = nullptr;
        store = Must(StoreWriter::Open(folder / "db", options));
      };
      AddNodes(*store, 3);
      CHECK(Commit(*store, {Cites(1, 0, 10)}).edges_new == 1);
      if (is_packed_first) {
        reopen(0);
        Must(store->Begin());
        reopen(4096);
      }
      CHECK(Commit(*store, {Cites(1, 0, 10)}).unchanged == 1);
      CHECK(Commit(*store, {Cites(1, 0, 20, AssertionStatus::kWithdrawn)}).edges_updated == 1);
      if (is_reopened) {
        reopen(4096);
      }
      CHECK(Commit(*store, {Cites(1, 0, 30), Cites(2, 1, 30)}).edges_updated == 1);
      CheckStory(store->View());
      store = nullptr;
      CheckStory(Must(StoreReader::Open(folder / "db"))->View());
      CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings ==
            std::vector<std::string>());
      reopen(0);
      Must(store->Begin());
      store = nullptr;
      CheckStory(Must(StoreReader::Open(folder / "db"))->View());
      CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings ==
            std::vector<std::string>());
    }
  }
}

TEST_CASE("one small commit may change more edges than a block holds") {
  const TemporaryFolder folder;
  const uint64_t count = 2 * kBlockEdgesMax + 100;
  {
    StoreWriterOptions options;
    options.batch_bytes_max = size_t{1} << 30U;
    const auto store = Must(StoreWriter::Open(folder / "db", options));
    AddNodes(*store, count + 1);
    std::vector<EdgeAssertion> edges;
    for (uint64_t i = 1; i <= count; ++i) {
      // No two have the same time, so that a block has as many shapes as edges.
      edges.push_back(Cites(i, 0, static_cast<Instant>(i)));
    }
    CHECK(Commit(*store, edges).edges_new == count);
    CHECK(EdgesOf(store->View(), 0, Direction::kIn).size() == count);
    CHECK(Commit(*store, edges).unchanged == count);
  }
  const auto reader = Must(StoreReader::Open(folder / "db"));
  CHECK(EdgesOf(reader->View(), 0, Direction::kIn).size() == count);
  for (const uint64_t number : {uint64_t{1}, count / 2, count}) {
    CHECK(EdgesOf(reader->View(), number, Direction::kOut).front().at ==
          static_cast<Instant>(number));
  }
  CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings == std::vector<std::string>());
}

TEST_CASE("an entry that cannot be read is reported with its commit, and never left out") {
  const TemporaryFolder folder;
  {
    const auto store = Must(StoreWriter::Open(folder / "db"));
    AddNodes(*store, 3);  // assertions 0 to 2
    Commit(*store, {Cites(1, 0, 10)});
    Commit(*store, {Cites(2, 0, 10), Cites(2, 1, 10)});  // begins at 4
  }
  {
    const auto store = Must(RocksStore::OpenToWrite(folder / "db" / "database", /*create=*/false));
    std::string key;
    std::string value;
    Must(store->Scan(Family::kRecent, NumberKey(4), [&](std::string_view k, std::string_view v) {
      key = k;
      value = v;
      return false;
    }));
    REQUIRE_FALSE(value.empty());
    Batch batch(*store);
    Must(batch.Put(Family::kRecent, key, value.substr(0, value.size() - 1)));
    Must(store->Write(batch));
  }
  const std::string where = "the edges of the commit that begins at assertion 4 cannot be read";
  const auto reader = StoreReader::Open(folder / "db");
  REQUIRE_FALSE(reader.has_value());
  CHECK(reader.error().code == ErrorCode::kCorruption);
  CHECK(reader.error().message.ends_with(where));
  const auto writer = StoreWriter::Open(folder / "db");
  REQUIRE_FALSE(writer.has_value());
  CHECK(writer.error().code == ErrorCode::kCorruption);
  const auto verified = Must(VerifyStore(folder / "db", LogCheck::kRoots));
  REQUIRE_FALSE(verified.findings.empty());
  CHECK(verified.findings.front() ==
        "edges, edges from the far end: the store is damaged: " + where);
}

TEST_CASE("an entry that is gone, or says something else, is found by check") {
  const TemporaryFolder folder;
  {
    const auto store = Must(StoreWriter::Open(folder / "db"));
    AddNodes(*store, 3);
    Commit(*store, {Cites(1, 0, 10)});
  }
  const auto change = [&](const std::vector<PackedEdge>& edges) {
    const auto store = Must(RocksStore::OpenToWrite(folder / "db" / "database", /*create=*/false));
    std::vector<std::string> keys;
    Must(store->Scan(Family::kRecent, "", [&](std::string_view key, std::string_view) {
      keys.emplace_back(key);
      return true;
    }));
    Batch batch(*store);
    for (const std::string& key : keys) {
      Must(batch.Remove(Family::kRecent, key));
    }
    Must(WriteRecent(3, edges, batch));
    Must(store->Write(batch));
  };
  const auto is_found = [&](const std::string& finding) {
    const auto findings = Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings;
    return std::find(findings.begin(), findings.end(), finding) != findings.end();
  };
  change({});
  CHECK(is_found("out: the edge 1 cites 0 has assertions and no entry"));
  CHECK(is_found("in: the edge 1 cites 0 is missing at its far end"));
  change({EdgeOf(1, EdgeKind::kCites, 0, 2)});
  CHECK(is_found("out: the edge 1 cites 0 differs from its assertions"));
  change({EdgeOf(2, EdgeKind::kCites, 0, 3)});
  CHECK(is_found("out: nothing is said of the edge 2 cites 0"));
  CHECK(is_found("in: nothing is said of the edge 2 cites 0"));
}

}  // namespace
}  // namespace stemma::testing
