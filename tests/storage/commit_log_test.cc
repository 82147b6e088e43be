#include "storage/commit_log.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/ingest/import.h"
#include "graph/model/json_line.h"
#include "storage/database.h"
#include "storage/key_codec.h"
#include "storage/rocks_store.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

constexpr size_t kAlwaysByFiles = 0;
constexpr size_t kAlwaysInMemory = size_t{64} << 20;

NodeAssertion Work(uint64_t number, const std::string& title = "") {
  NodeAssertion node;
  node.id = "w" + std::to_string(number);
  node.fields.push_back({"title", true, title});
  node.at = 1'000'000;
  node.at_given = true;
  return node;
}

EdgeAssertion Citation(uint64_t from, uint64_t to) {
  EdgeAssertion edge;
  edge.from = "w" + std::to_string(from);
  edge.to = "w" + std::to_string(to);
  edge.at = 2'000'000;
  edge.at_given = true;
  return edge;
}

std::unique_ptr<StoreWriter> Open(const std::filesystem::path& store, size_t in_memory) {
  StoreWriterOptions options;
  options.batch_bytes_max = in_memory;
  return Must(StoreWriter::Open(store, options));
}

// `count` works from number `first`, and that each cites the first.
void Say(StoreWriter& store, uint64_t first, uint64_t count) {
  const auto sink = Must(store.Begin());
  for (uint64_t number = first; number < first + count; ++number) {
    Must(sink->Add(Work(number), {}));
    Must(sink->Add(Citation(number, first), {}));
  }
  Must(sink->Commit());
}

std::vector<CommitEntry> CommitsOf(const std::filesystem::path& store) {
  return Must(Must(StoreReader::Open(store))->Commits());
}

std::vector<std::string> FindingsOf(const std::filesystem::path& store, LogCheck log) {
  return Must(VerifyStore(store, log)).findings;
}

TEST_CASE("each commit that says something has an entry, whose head holds all before it") {
  const TemporaryFolder folder;
  {
    const auto writer = Open(folder / "db", kAlwaysInMemory);
    Say(*writer, 0, 3);
    Say(*writer, 0, 3);  // nothing new
    Say(*writer, 3, 1);
  }
  const auto commits = CommitsOf(folder / "db");
  REQUIRE(commits.size() == 2);
  CHECK(commits[0].number == 1);
  CHECK(commits[0].assertions == 6);
  CHECK(commits[1].assertions == 2);
  CHECK(commits[0].head == HeadAfter(Hash256{}, Sha256(LineOf(commits[0]))));
  CHECK(commits[1].head == HeadAfter(commits[0].head, Sha256(LineOf(commits[1]))));
  const auto verified = Must(VerifyStore(folder / "db", LogCheck::kRoots));
  CHECK(verified.findings == std::vector<std::string>());
  CHECK(verified.commits == 2);
  CHECK(verified.head == Head{2, commits[1].head});
}

TEST_CASE("the root is that of the lines as they are exported, in memory and by files") {
  MerkleTree expected;
  for (uint64_t number = 0; number < 300; ++number) {
    expected.Add(LeafHash(WriteJsonLine(Work(number))));
    expected.Add(LeafHash(WriteJsonLine(Citation(number, 0))));
  }
  for (const size_t in_memory : {kAlwaysInMemory, kAlwaysByFiles}) {
    const TemporaryFolder folder;
    Say(*Open(folder / "db", in_memory), 0, 300);
    const auto commits = CommitsOf(folder / "db");
    REQUIRE(commits.size() == 1);
    CHECK(commits[0].root == expected.Root());
    CHECK(commits[0].assertions == 600);
  }
}

TEST_CASE("lines that were known, twice in the file or refused are not in the tree") {
  for (const size_t in_memory : {kAlwaysInMemory, kAlwaysByFiles}) {
    const TemporaryFolder folder;
    Say(*Open(folder / "db", in_memory), 0, 10);
    {
      const auto writer = Open(folder / "db", in_memory);
      const auto sink = Must(writer->Begin());
      Must(sink->Add(Citation(3, 0), {}));   // known
      Must(sink->Add(Citation(3, 77), {}));  // of a node that never comes
      Must(sink->Add(Citation(3, 20), {}));  // of one that comes below
      Must(sink->Add(Citation(3, 20), {}));  // twice
      Must(sink->Add(Work(20), {}));
      CHECK(Must(sink->RejectWaiting()).size() == 1);
      Must(sink->Commit());
    }
    const auto commits = CommitsOf(folder / "db");
    REQUIRE(commits.size() == 2);
    CHECK(commits[1].assertions == 2);
    CHECK(FindingsOf(folder / "db", LogCheck::kRoots) == std::vector<std::string>());
  }
}

// Edges that are alike but for their ends come as two nodes and a place: ids that are long or need
// an escape, edges before their nodes, and refused ones among them.
TEST_CASE("the root of a file's edges is that of the same edges added one by one") {
  const std::vector<std::string> ids = {"w1", "a \"quoted\" id", "an id of more than sixteen bytes",
                                        "caf\u00e9 \\ 1", "w2"};
  std::string file;
  std::vector<EdgeAssertion> edges;
  for (size_t i = 0; i < 40; ++i) {
    EdgeAssertion edge = Citation(0, 0);
    edge.from = ids[i % ids.size()];
    edge.to = ids[(i / ids.size() + i + 1) % ids.size()];
    edge.kind = i == 17 ? EdgeKind::kQuotedFrom : EdgeKind::kCites;  // works are not quoted so
    edge.by = i < 25 ? std::optional<std::string>() : "Ann";
    file += WriteJsonLine(edge) + "\n";
    edges.push_back(edge);
  }
  std::vector<NodeAssertion> works;
  for (const std::string& id : ids) {
    works.push_back(Work(0));
    works.back().id = id;
    file += WriteJsonLine(works.back()) + "\n";
  }
  for (const size_t in_memory : {kAlwaysInMemory, kAlwaysByFiles}) {
    const TemporaryFolder folder;
    std::ofstream(folder / "lines.jsonl") << file;
    {
      const auto writer = Open(folder / "read", in_memory);
      ImportOptions lenient;
      lenient.skip_bad = true;
      const auto sink = Must(writer->Begin());
      const ImportReport report =
          Must(ImportFiles({(folder / "lines.jsonl").string()}, lenient, *sink));
      REQUIRE(report.rejected.size() == 1);
      CHECK(report.rejected[0].find(":18: edge: ") != std::string::npos);
    }
    {
      const auto writer = Open(folder / "added", in_memory);
      const auto sink = Must(writer->Begin());
      for (const EdgeAssertion& edge : edges) {
        Must(sink->Add(edge, {}));
      }
      for (const NodeAssertion& work : works) {
        Must(sink->Add(work, {}));
      }
      CHECK(Must(sink->RejectWaiting()).size() == 1);
      Must(sink->Commit());
    }
    CHECK(FindingsOf(folder / "read", LogCheck::kRoots) == std::vector<std::string>());
    CHECK(CommitsOf(folder / "read")[0].root == CommitsOf(folder / "added")[0].root);
  }
}

// Somebody with the store's files and this program's code changes what was said.
TEST_CASE("an assertion that was altered in the store differs from the log") {
  const TemporaryFolder folder;
  Say(*Open(folder / "db", kAlwaysInMemory), 0, 3);
  {
    const auto store = Must(RocksStore::OpenToWrite(folder / "db" / "database", false));
    std::string key;
    std::string block;
    Must(store->Scan(Family::kAssertions, "", [&](std::string_view found, std::string_view value) {
      key = found;
      block = value;
      return false;
    }));
    // The time that all of them share.
    const char before = block[1];
    block[1] = static_cast<char>(before ^ 2);
    Batch batch(*store);
    Must(batch.Put(Family::kAssertions, key, block));
    Must(store->Write(batch));
  }
  const auto findings = FindingsOf(folder / "db", LogCheck::kRoots);
  CHECK(std::count(findings.begin(), findings.end(),
                   "log: commit 1 said something else than what is stored of it") == 1);
}

TEST_CASE("an entry that was altered or left out breaks the chain") {
  for (const uint64_t number : {1U, 2U, 3U}) {
    INFO("commit " << number);
    const TemporaryFolder folder;
    for (uint64_t i = 0; i < 3; ++i) {
      Say(*Open(folder / "db", kAlwaysInMemory), i * 10, 2);
    }
    CommitEntry altered = CommitsOf(folder / "db")[number - 1];
    altered.root[0] ^= 1U;
    const auto write = [&](const auto& change) {
      const auto store = Must(RocksStore::OpenToWrite(folder / "db" / "database", false));
      Batch batch(*store);
      Must(change(batch));
      Must(store->Write(batch));
    };
    write([&](Batch& batch) {
      return batch.Put(Family::kLog, NumberKey(number), EncodeCommit(altered));
    });
    CHECK_FALSE(FindingsOf(folder / "db", LogCheck::kChain).empty());
    write([&](Batch& batch) { return batch.Remove(Family::kLog, NumberKey(number)); });
    CHECK_FALSE(FindingsOf(folder / "db", LogCheck::kChain).empty());
  }
}

// What examples/verify does.
Hash256 HeadBy(const Proof& proof) {
  Hash256 head = proof.before;
  for (const ProofLink& link : proof.links) {
    head = HeadAfter(head, link.line_hash);
  }
  return head;
}

TEST_CASE("whatever was said can be proved at every head since") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  for (uint64_t i = 0; i < 6; ++i) {
    Say(*Open(folder / "db", random() % 2 == 0 ? kAlwaysInMemory : kAlwaysByFiles), i * 100,
        1 + random() % 40);
  }
  const auto store = Must(StoreReader::Open(folder / "db"));
  const auto commits = Must(store->Commits());
  for (int round = 0; round < 40; ++round) {
    std::set<uint64_t> asked;
    for (size_t count = 1 + random() % 3; count > 0; --count) {
      asked.insert(random() % commits.back().end_arrival);
    }
    const std::vector<uint64_t> arrivals(asked.begin(), asked.end());
    const CommitEntry& at = commits[random() % commits.size()];
    const auto proof = store->Prove(arrivals, Head{at.number, at.head});
    REQUIRE(proof.has_value() == (arrivals.back() < at.end_arrival));
    if (!proof.has_value()) {
      CHECK(proof.error().code == ErrorCode::kInvalidInput);
      continue;
    }
    CHECK(proof->lines.size() == arrivals.size());
    CHECK(HeadBy(*proof) == at.head);
    for (const ProvedLine& one : proof->lines) {
      const CommitEntry& commit = commits[one.commit - 1];
      CHECK(RootBy(LeafHash(one.line), one.path) == commit.root);
      CHECK(one.path.size == commit.assertions);
    }
  }
}

TEST_CASE("a head that is none of the log proves nothing") {
  const TemporaryFolder folder;
  Say(*Open(folder / "db", kAlwaysInMemory), 0, 3);
  const auto store = Must(StoreReader::Open(folder / "db"));
  Head head{1, Must(store->Commits())[0].head};
  CHECK(store->Prove(std::vector<uint64_t>{0}, head).has_value());
  head.hash[5] ^= 1U;
  CHECK_FALSE(store->Prove(std::vector<uint64_t>{0}, head).has_value());
}

TEST_CASE("heads are a number, a colon and 64 digits") {
  const Head head{12, Sha256("abc")};
  CHECK(ParseHead(TextOf(head)) == head);
  for (const std::string& text :
       {std::string(), std::string("12"), std::string("12:"), ":" + std::string(64, '0'),
        "-1:" + std::string(64, '0'), "1:" + std::string(63, '0'), "1:" + std::string(65, '0'),
        "1 :" + std::string(64, '0'), "99999999999999999999:" + std::string(64, '0')}) {
    INFO(text);
    CHECK_FALSE(ParseHead(text).has_value());
  }
}

}  // namespace
}  // namespace stemma::testing
