// What was redacted is in no answer, in no history and in no file, and the log verifies.
#include "storage/redaction.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/model/json_line.h"
#include "graph/model/redaction.h"
#include "storage/database.h"
#include "storage/key_codec.h"
#include "storage/redacted_lines.h"
#include "storage/rocks_store.h"
#include "support/child_process.h"
#include "support/exported_lines.h"
#include "support/how_often.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr size_t kAlwaysByFiles = 0;
constexpr size_t kAlwaysInMemory = size_t{64} << 20;
constexpr int kKills = 6;

// Words that nothing else is made of, and that no compression shortens.
const std::vector<std::string> kSecret = {"Qx7vWzkTpa", "Jd9rUfhMwe", "Lb3nYcgKso", "Hm5tEqjXvi"};
const std::string& kText = kSecret[0];
const std::string& kName = kSecret[1];
const std::string& kAlias = kSecret[2];
const std::string& kPrinted = kSecret[3];

NodeAssertion Node(const std::string& id, NodeKind kind, std::vector<Field> fields) {
  NodeAssertion node;
  node.id = id;
  node.kind = kind;
  node.fields = std::move(fields);
  node.at = 1'000'000;
  node.at_given = true;
  return node;
}

EdgeAssertion Edge(const std::string& from, EdgeKind kind, const std::string& to) {
  EdgeAssertion edge;
  edge.from = from;
  edge.kind = kind;
  edge.to = to;
  edge.at = 2'000'000;
  edge.at_given = true;
  return edge;
}

Evidence In(const std::string& node, const std::string& exact) {
  Evidence evidence;
  evidence.in = node;
  evidence.exact = exact;
  return evidence;
}

// Works before and behind, so that blocks are shared with others and files have first and last keys
// of both.
void SayOthers(GraphSink& sink, const std::string& prefix) {
  for (int i = 0; i < 300; ++i) {
    const std::string id = prefix + std::to_string(i);
    Must(sink.Add(Node(id, NodeKind::kArticle, {{"title", true, "Title of " + id}}), {}));
  }
}

// A leaked document and its source, an article that cites and quotes them, and a second wording.
void SayStory(const fs::path& store, size_t in_memory) {
  StoreWriterOptions options;
  options.batch_bytes_max = in_memory;
  const auto writer = Must(StoreWriter::Open(store, options));
  auto sink = Must(writer->Begin());
  SayOthers(*sink, "a");
  Must(sink->Add(Node("leak", NodeKind::kDocument,
                      {{"title", true, kName + " papers"},
                       {"text", true, "It says " + kText + " at length."},
                       {"date", true, "2019-11-24"},
                       {"aliases", false, "[\"" + kAlias + "\"]"},
                       {"private", false, "true"}}),
                 {}));
  Must(sink->Add(Node("source", NodeKind::kSpeaker, {{"name", true, kName}}), {}));
  Must(sink->Add(
      Node("report", NodeKind::kArticle, {{"text", true, "Says " + kPrinted + " of it."}}), {}));
  EdgeAssertion cites = Edge("report", EdgeKind::kCites, "leak");
  cites.as_printed = kPrinted;
  cites.because = "as " + kName + " says";
  cites.evidence = {In("report", kPrinted), In("leak", kText)};
  cites.status = AssertionStatus::kExtracted;
  cites.method = "test/1";
  Must(sink->Add(cites, {}));
  EdgeAssertion mentions = Edge("report", EdgeKind::kMentions, "source");
  mentions.extra = {{"note", true, kName}};
  Must(sink->Add(mentions, {}));
  Must(sink->Add(Edge("report", EdgeKind::kCites, "a1"), {}));
  SayOthers(*sink, "z");
  Must(sink->Commit());
  sink = Must(writer->Begin());
  Must(sink->Add(Node("leak", NodeKind::kDocument, {{"title", true, kAlias + " again"}}), {}));
  cites.because = kAlias;
  Must(sink->Add(cites, {}));
  Must(sink->Commit());
}

std::set<std::string> SecretsIn(const fs::path& store) {
  std::set<std::string> found;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(store)) {
    std::string bytes;
    if (entry.is_regular_file()) {
      std::ifstream file(entry.path(), std::ios::binary);
      bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    for (const std::string& secret : kSecret) {
      std::string folded = secret;
      std::transform(folded.begin(), folded.end(), folded.begin(),
                     [](unsigned char c) { return std::tolower(c); });
      if (bytes.find(secret) != std::string::npos || bytes.find(folded) != std::string::npos) {
        found.insert(secret);
      }
    }
  }
  return found;
}

Redaction RedactIn(const fs::path& store, const std::vector<std::string>& ids) {
  return Must(RedactNodes(store, {ids, "a court says so", "desk"}));
}

std::string LinesOf(const fs::path& store) {
  return Must(ExportedLines(Must(StoreReader::Open(store))->View()));
}

std::vector<std::string> FindingsOf(const fs::path& store) {
  return Must(VerifyStore(store, LogCheck::kRoots)).findings;
}

TEST_CASE("words that were redacted are in no file, no history and no answer") {
  for (const size_t in_memory : {kAlwaysInMemory, kAlwaysByFiles}) {
    const TemporaryFolder folder;
    const fs::path store = folder / "db";
    SayStory(store, in_memory);
    REQUIRE(SecretsIn(store) == std::set<std::string>(kSecret.begin(), kSecret.end()));
    const auto before = Must(Must(StoreReader::Open(store))->Commits());

    const Redaction redaction = RedactIn(store, {"leak", "source", "report"});
    CHECK(redaction.lines == 7);
    CHECK(redaction.still_printed == 0);
    CHECK(SecretsIn(store) == std::set<std::string>());
    CHECK(FindingsOf(store) == std::vector<std::string>());

    const auto reader = Must(StoreReader::Open(store));
    const auto after = Must(reader->Commits());
    REQUIRE(after.size() == before.size() + 2);
    CHECK(std::equal(before.begin(), before.end(), after.begin()));
    CHECK(after[before.size()].redacted == 7);
    CHECK(after.back().assertions == 3);
    CHECK(redaction.head == HeadOf(after.back()));

    const GraphView& graph = reader->View();
    for (const std::string& secret : kSecret) {
      CHECK(Must(graph.WithWords(secret, 10)).empty());
    }
    CHECK(Must(graph.Named("Title of a7")).size() == 1);
    CHECK(Must(graph.WithWords("leak", 10)).size() == 1);  // by its id
    const auto leak = Must(graph.Find("leak")).value();
    const NodeState state = Must(graph.Node(leak, /*with_text=*/true));
    CHECK(state.Text("date") == "2019-11-24");
    CHECK(state.Text("redacted") == "a court says so");
    CHECK(state.Flag("private"));
    CHECK(state.fields.size() == 3);
    const auto report = Must(graph.Find("report")).value();
    const auto said = Must(graph.EdgeAssertions({report, EdgeKind::kCites, leak}));
    REQUIRE(said.size() == 2);
    CHECK(said.front().assertion.method == "test/1");
    CHECK(said.front().assertion.evidence.size() == 2);
    CHECK_FALSE(HasWords(said.front().assertion));
  }
}

TEST_CASE("what redacting leaves is what was said without its words, and a notice") {
  const TemporaryFolder folder;
  SayStory(folder / "db", kAlwaysInMemory);
  std::string expected;
  const auto is_such = [](const std::string& id) { return id == "leak"; };
  Must(Must(StoreReader::Open(folder / "db"))
           ->View()
           .ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
             if (node != nullptr) {
               const NodeAssertion& said = node->assertion;
               expected += WriteJsonLine(said.id == "leak" ? WithoutWords(said) : said) + "\n";
             } else {
               const EdgeAssertion& said = edge->assertion;
               expected +=
                   WriteJsonLine(SpeaksOf(said, is_such) ? WithoutWords(said) : said) + "\n";
             }
             return true;
           }));
  RedactIn(folder / "db", {"leak"});
  const std::string lines = LinesOf(folder / "db");
  CHECK(lines.starts_with(expected));
  CHECK(lines.find(R"("id":"leak","redacted":"a court says so","by":"desk")", expected.size()) !=
        std::string::npos);
  CHECK(std::count(lines.begin(), lines.end(), '\n') ==
        std::count(expected.begin(), expected.end(), '\n') + 1);
}

TEST_CASE("a line that was redacted from both of its ends is in the log by what was said first") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  SayStory(store, kAlwaysInMemory);
  const Head before = HeadOf(Must(Must(StoreReader::Open(store))->LastCommit()).value());
  CHECK(RedactIn(store, {"report"}).lines == 4);
  CHECK(FindingsOf(store) == std::vector<std::string>());
  // The edges have no words any more, the two lines of the document do.
  CHECK(RedactIn(store, {"leak"}).lines == 2);
  CHECK(RedactIn(store, {"leak"}).lines == 0);
  CHECK(FindingsOf(store) == std::vector<std::string>());
  const auto commits = Must(Must(StoreReader::Open(store))->Commits());
  CHECK(HeadOf(commits[before.number - 1]) == before);
}

TEST_CASE("what is not redacted is proved as before, and what is cannot be") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  SayStory(store, kAlwaysInMemory);
  const Head before = HeadOf(Must(Must(StoreReader::Open(store))->LastCommit()).value());
  const auto arrival_of = [&](const GraphView& graph, const std::string& id) {
    return Must(graph.NodeAssertions(Must(graph.Find(id)).value())).front().arrival;
  };
  RedactIn(store, {"leak"});
  const auto reader = Must(StoreReader::Open(store));
  const uint64_t leak = arrival_of(reader->View(), "leak");
  const uint64_t other = arrival_of(reader->View(), "a3");
  const Proof proof = Must(reader->Prove(std::vector{other, leak}, before));
  CHECK(proof.redacted == 1);
  REQUIRE(proof.lines.size() == 1);
  const auto commits = Must(reader->Commits());
  CHECK(RootBy(LeafHash(proof.lines[0].line), proof.lines[0].path) ==
        commits[proof.lines[0].commit - 1].root);
  const auto gone = reader->Prove(std::vector{leak}, before);
  REQUIRE_FALSE(gone.has_value());
  CHECK(gone.error().code == ErrorCode::kInvalidInput);
}

TEST_CASE("no other change passes for a redaction") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  SayStory(store, kAlwaysInMemory);
  RedactIn(store, {"leak"});
  const auto change = [&](const auto& edit) {
    const auto database = Must(RocksStore::OpenToWrite(store / "database", false));
    Batch batch(*database);
    edit(*database, batch);
    Must(database->Write(batch));
  };
  const auto redacted = [&] {
    const auto database = Must(RocksStore::OpenStill(store / "database"));
    std::vector<RedactedLine> lines;
    Must(ScanRedactedLines(*database, [&](uint64_t, const RedactedLine& line) -> Status {
      lines.push_back(line);
      return {};
    }));
    return lines;
  }();
  REQUIRE(redacted.size() == 4);
  const uint64_t commit = Must(Must(StoreReader::Open(store))->Commits()).size() - 1;

  SECTION("a line more that is said to have been another") {
    change([&](RocksStore&, Batch& batch) {
      RedactedLine line = redacted.front();
      line.arrival = 3;
      Must(PutRedactedLine(commit, line, batch));
    });
  }
  SECTION("what is left of one is something else") {
    change([&](RocksStore&, Batch& batch) {
      RedactedLine line = redacted.front();
      line.left[0] ^= 1U;
      Must(PutRedactedLine(commit, line, batch));
    });
  }
  SECTION("the hash that it was in the log by is another") {
    change([&](RocksStore&, Batch& batch) {
      RedactedLine line = redacted.front();
      line.leaf[0] ^= 1U;
      Must(PutRedactedLine(commit, line, batch));
    });
  }
  SECTION("one is missing") {
    change([&](RocksStore&, Batch& batch) {
      Must(batch.Remove(Family::kRedactedLines,
                        NumberKey(commit) + NumberKey(redacted.back().arrival)));
    });
  }
  CHECK_FALSE(FindingsOf(store).empty());
}

TEST_CASE("words of what was redacted are not stored again, all else is") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  SayStory(store, kAlwaysInMemory);
  RedactIn(store, {"leak"});
  const auto writer = Must(StoreWriter::Open(store));
  const auto sink = Must(writer->Begin());
  const auto named = sink->Add(Node("leak", NodeKind::kDocument, {{"title", true, kName}}), {});
  REQUIRE_FALSE(named.has_value());
  CHECK(named.error().message == "\"leak\" was redacted: words of it are not stored again");
  EdgeAssertion cites = Edge("a1", EdgeKind::kCites, "leak");
  cites.as_printed = kName;
  CHECK_FALSE(sink->Add(cites, {}).has_value());
  cites.as_printed.reset();
  CHECK(sink->Add(cites, {}).has_value());
  CHECK(sink->Add(Node("leak", NodeKind::kDocument, {{"date", true, "2020"}}), {}).has_value());
  EdgeAssertion quoting = Edge("a1", EdgeKind::kCites, "a2");
  quoting.evidence = {In("leak", kText)};
  CHECK_FALSE(sink->Add(quoting, {}).has_value());
  CHECK(Must(sink->Commit()).nodes_updated == 1);
}

TEST_CASE("names that are printed elsewhere are told of, and a plan changes nothing") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  SayStory(store, kAlwaysInMemory);
  const std::string before = LinesOf(store);
  const Redaction plan = Must(PlanRedaction(store, {"source"}));
  CHECK(LinesOf(store) == before);
  // The document's title, and the reason of an edge between the two others.
  REQUIRE(plan.still_printed == 2);
  CHECK(plan.still[0].node == "leak");
  CHECK(plan.still[0].where == "title");
  CHECK(plan.still[1].node == "report");
  CHECK(plan.still[1].where == "cites");
  const Redaction done = RedactIn(store, {"source"});
  CHECK(done.lines == plan.lines);
  CHECK(done.still_printed == plan.still_printed);
  const auto unknown = RedactNodes(store, {{"nobody"}, "why", "desk"});
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().code == ErrorCode::kInvalidInput);
}

TEST_CASE("other copies in the folder of the store do not keep the words") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  SayStory(store, kAlwaysInMemory);
  fs::copy(store / "database", store / "copy", fs::copy_options::recursive);
  fs::copy(store / "database", store / "repair", fs::copy_options::recursive);
  fs::copy(store / "database", store / "damaged", fs::copy_options::recursive);
  const auto refused = RedactNodes(store, {{"leak"}, "why", "desk"});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::kInvalidInput);
  fs::remove_all(store / "damaged");
  RedactIn(store, {"leak", "source", "report"});
  CHECK(SecretsIn(store) == std::set<std::string>());
}

TEST_CASE("a redaction that is killed has done nothing, or the next that writes ends it") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < HowOften("STEMMA_KILLS", kKills); ++i) {
    const TemporaryFolder folder;
    const fs::path store = folder / "db";
    SayStory(store, i % 2 == 0 ? kAlwaysInMemory : kAlwaysByFiles);
    const std::string before = LinesOf(store);
    ChildProcess child({STEMMA_BINARY, "--db", store, "redact", "leak", "source", "report",
                        "--because", "a court says so"});
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 250));
    child.Kill();
    child.Wait();
    Must(Must(StoreWriter::Open(store))->Tidy());
    CHECK(FindingsOf(store) == std::vector<std::string>());
    if (LinesOf(store) != before) {
      CHECK(SecretsIn(store) == std::set<std::string>());
      const auto graph = Must(StoreReader::Open(store));
      const auto leak = Must(graph->View().Find("leak")).value();
      CHECK(Must(graph->View().Node(leak, false)).Text("redacted") == "a court says so");
    }
  }
}

}  // namespace
}  // namespace stemma::testing
