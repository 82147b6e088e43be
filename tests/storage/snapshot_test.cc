// The snapshot beside a store says what the store says, and is never needed.
#include <fstream>

#include <catch2/catch_all.hpp>

#include "graph/model/memory_graph.h"
#include "storage/database.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

std::string Id(int number) {
  return "n" + std::to_string(number);
}

void AddNode(GraphSink& sink, int number, const std::string& date) {
  NodeAssertion node;
  node.id = Id(number);
  node.kind = number % 5 == 0 ? NodeKind::kDocument : NodeKind::kArticle;
  node.fields = {{"date", true, date}};
  Must(sink.Add(node, {}));
}

void AddEdge(GraphSink& sink, int from, EdgeKind kind, int to) {
  EdgeAssertion edge;
  edge.from = Id(from);
  edge.kind = kind;
  edge.to = Id(to);
  edge.at = 9;
  if (kind == EdgeKind::kSameAs) {
    edge.judgement = Judgement::kSame;
  }
  Must(sink.Add(edge, {}));
}

StoreWriterOptions ByFiles() {
  StoreWriterOptions options;
  options.batch_bytes_max = 0;
  return options;
}

constexpr int kNodes = 150;

void MakeStore(const fs::path& path) {
  const auto writer = Must(StoreWriter::Open(path, ByFiles()));
  const auto sink = Must(writer->Begin());
  for (int i = 0; i < kNodes; ++i) {
    AddNode(*sink, i, "2019-11-27");
  }
  for (int i = 5; i < kNodes; ++i) {
    AddEdge(*sink, i, EdgeKind::kCites, i - 5);
    AddEdge(*sink, i, EdgeKind::kDerivedFrom, i / 2);
  }
  Must(sink->RejectWaiting());
  Must(sink->Commit());
}

// How many nodes the snapshot vouches for; each is compared with the store.
uint64_t Compare(const GraphView& graph) {
  const Snapshot* snapshot = graph.Arrays();
  uint64_t covered = 0;
  Must(graph.ScanNodes([&](NodeId node, const NodeFacts& facts) {
    if (snapshot == nullptr || !snapshot->Covers(node)) {
      return true;
    }
    ++covered;
    const SnapshotArrays& arrays = snapshot->Arrays();
    const NodeClass& said = snapshot->ClassOf(node);
    REQUIRE(said.is_there);
    REQUIRE(said.kind == facts.kind);
    REQUIRE(said.dated == facts.dated);
    REQUIRE(snapshot->DateStart(node) == facts.date.start);
    const auto edges = Must(graph.Edges(std::vector<NodeId>{node}, Direction::kOut)).front();
    const uint32_t first = arrays.first_edge[node.value];
    REQUIRE(arrays.first_edge[node.value + 1] - first == edges.size());
    for (size_t i = 0; i < edges.size(); ++i) {
      EdgeFacts expected = edges[i];
      expected.arrival = 0;
      expected.other = NodeId();
      REQUIRE(arrays.targets[first + i] == edges[i].other.value);
      REQUIRE(snapshot->HasEdge({node, edges[i].kind, edges[i].other}));
      REQUIRE_FALSE(snapshot->HasEdge({node, EdgeKind::kMentions, edges[i].other}));
      REQUIRE_FALSE(snapshot->HasEdge({node, edges[i].kind, NodeId{kNodes + i}}));
      REQUIRE(arrays.edge_classes[arrays.class_of_edge[first + i]].facts == expected);
    }
    return true;
  }));
  return covered;
}

TEST_CASE("a snapshot is made with a large import, and says what the store says") {
  const TemporaryFolder folder;
  MakeStore(folder / "db");
  const auto reader = Must(StoreReader::Open(folder / "db"));
  REQUIRE(reader->View().Arrays() != nullptr);
  CHECK(reader->View().Arrays()->CoversAll());
  CHECK(Compare(reader->View()) == kNodes);
}

TEST_CASE("what small commits change is not asked of the snapshot; packing brings it up to date") {
  const TemporaryFolder folder;
  MakeStore(folder / "db");
  {
    const auto writer = Must(StoreWriter::Open(folder / "db"));
    const auto sink = Must(writer->Begin());
    AddEdge(*sink, 20, EdgeKind::kCites, 3);       // a new edge: its from
    AddEdge(*sink, 31, EdgeKind::kSameAs, 32);     // folding: both ends
    AddNode(*sink, 40, "2020");                    // other facts
    AddNode(*sink, kNodes, "2021");                // a new node
    AddEdge(*sink, kNodes, EdgeKind::kCites, 50);  // of which only it is new
    Must(sink->RejectWaiting());
    Must(sink->Commit());
  }
  {
    const auto reader = Must(StoreReader::Open(folder / "db"));
    const Snapshot* snapshot = reader->View().Arrays();
    REQUIRE(snapshot != nullptr);
    for (const int number : {20, 31, 32, 40, kNodes}) {
      CHECK_FALSE(snapshot->Covers(Must(reader->View().Find(Id(number))).value()));
    }
    CHECK(Compare(reader->View()) == kNodes - 4);
  }
  StoreWriterOptions options;
  options.unpacked_max = 0;
  {
    const auto writer = Must(StoreWriter::Open(folder / "db", options));
    Must(writer->Begin());
  }
  const auto reader = Must(StoreReader::Open(folder / "db"));
  CHECK(reader->View().Arrays()->CoversAll());
  CHECK(Compare(reader->View()) == kNodes + 1);
  CHECK_FALSE(fs::exists(folder / "db" / "staging"));
  CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings == std::vector<std::string>());
}

TEST_CASE("a writer tells by the snapshot which edges are packed, in every commit") {
  const TemporaryFolder folder;
  MakeStore(folder / "db");
  const auto store = Must(StoreWriter::Open(folder / "db"));
  const auto commit = [&](const std::vector<std::pair<int, int>>& edges) {
    const auto sink = Must(store->Begin());
    for (const auto& [from, to] : edges) {
      AddEdge(*sink, from, EdgeKind::kCites, to);
    }
    return Must(sink->Commit());
  };
  CHECK(commit({{20, 3}}).edges_new == 1);  // it is read for the commit after this
  for (const int to : {4, 5, 6}) {
    const Receipt receipt = commit({{20, 15}, {20, 3}, {20, to}, {kNodes - 1, to}});
    CHECK(receipt.edges_new == 2);
    CHECK(receipt.unchanged == 2);  // one is packed, one is recent
  }
  // Packed behind its back, it is of no use any more.
  {
    const auto sink = Must(store->Begin());
    for (int i = kNodes; i < kNodes + 4000; ++i) {
      NodeAssertion node;
      node.id = Id(i);
      node.fields = {{"text", true, std::string(300, 'x')}};
      Must(sink->Add(node, {}));
      AddEdge(*sink, i, EdgeKind::kCites, 0);
    }
    CHECK(Must(sink->Commit()).edges_new == 4000);
  }
  CHECK(commit({{20, 3}, {20, 15}, {kNodes + 3, 0}, {20, 7}}).unchanged == 3);
  CHECK(Must(store->View().Counts()).edges == 2 * (kNodes - 5) + 4000 + 8);
}

TEST_CASE("a snapshot that is missing, cut, damaged or another store's is done without") {
  const TemporaryFolder folder;
  MakeStore(folder / "db");
  MakeStore(folder / "other");
  const fs::path path = folder / "db" / "snapshot";
  const auto size = fs::file_size(path);
  const auto is_used = [&] {
    return Must(StoreReader::Open(folder / "db"))->View().Arrays() != nullptr;
  };
  for (const std::uintmax_t at : {std::uintmax_t{3}, std::uintmax_t{20}, std::uintmax_t{30},
                                  std::uintmax_t{34}, size / 2, size - 1}) {
    INFO("a byte changed at " << at << " of " << size);
    fs::copy_file(path, folder / "whole", fs::copy_options::overwrite_existing);
    {
      std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(at));
      const auto byte = static_cast<char>(file.get());
      file.seekp(static_cast<std::streamoff>(at));
      file.put(static_cast<char>(byte ^ 4));
    }
    CHECK_FALSE(is_used());
    fs::rename(folder / "whole", path);
  }
  {
    fs::copy_file(path, folder / "whole");
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).seekp(100).put('\x7f');
    const auto verified = Must(VerifyStore(folder / "db", LogCheck::kRoots));
    REQUIRE(verified.findings.size() == 1);
    CHECK(verified.findings.front().starts_with("snapshot: "));
    fs::resize_file(path, size / 2);
    CHECK_FALSE(is_used());
    fs::copy_file(folder / "other" / "snapshot", path, fs::copy_options::overwrite_existing);
    CHECK_FALSE(is_used());
    fs::rename(folder / "whole", path);
  }
  CHECK(is_used());
  fs::remove(path);
  CHECK_FALSE(is_used());
  // The next writer makes it again.
  Must(Must(StoreWriter::Open(folder / "db"))->Begin());
  CHECK(is_used());
}

}  // namespace
}  // namespace stemma::testing
