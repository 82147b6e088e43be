// Every limit that docs/reliability.md states: what is at it is taken, one past it is refused in
// one line, and nothing of it is stored. STEMMA_HUB_EDGES=10000000 makes a hub of so many edges.
#include <algorithm>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "cli/app.h"
#include "graph/algo/ancestors.h"
#include "storage/database.h"
#include "storage/import_state.h"
#include "support/exported_lines.h"
#include "support/how_often.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

struct Outcome {
  int status = 0;
  std::string printed;
  std::string said;  // on standard error
};

Outcome Ran(std::vector<std::string> words) {
  words.insert(words.begin(), "stemma");
  std::vector<const char*> argv;
  for (const std::string& word : words) {
    argv.push_back(word.c_str());
  }
  std::ostringstream out;
  std::ostringstream err;
  const int status = RunApp(static_cast<int>(argv.size()), argv.data(), out, err);
  return {status, out.str(), err.str()};
}

// Two nodes and one more line, imported into a new store.
Outcome Imported(const TemporaryFolder& folder, const std::string& line) {
  const std::string file = (folder / "lines.jsonl").string();
  std::ofstream(file) << R"({"node":"article","id":"a","text":"told AFP"})"
                      << "\n"
                      << R"({"node":"document","id":"b"})"
                      << "\n"
                      << line << "\n";
  return Ran({"--quiet", "--db", (folder / "db").string(), "import", file});
}

void RequireTaken(const std::string& line) {
  const TemporaryFolder folder;
  const Outcome outcome = Imported(folder, line);
  INFO(line.substr(0, 80) << ": " << outcome.said);
  REQUIRE(outcome.status == 0);
  CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings == std::vector<std::string>());
}

void RequireRefused(const std::string& line, const std::string& words) {
  const TemporaryFolder folder;
  const Outcome outcome = Imported(folder, line);
  INFO(line.substr(0, 80) << ": " << outcome.said.substr(0, 400));
  CHECK(outcome.status == 2);
  CHECK(outcome.said.find("lines.jsonl:3: ") != std::string::npos);
  CHECK(outcome.said.find(words) != std::string::npos);
  CHECK(std::count(outcome.said.begin(), outcome.said.end(), '\n') == 1);
  CHECK(outcome.said.size() < 400);
  CHECK_FALSE(std::filesystem::exists(folder / "db"));
}

std::string Repeated(const std::string& text, size_t count) {
  std::string all;
  for (size_t i = 0; i < count; ++i) {
    all += (i == 0 ? "" : ",") + text;
  }
  return all;
}
std::string Node(const std::string& fields) {
  return R"({"node":"speaker","id":"c",)" + fields + "}";
}
std::string Edge(const std::string& fields) {
  return R"({"edge":"cites","from":"a","to":"b",)" + fields + "}";
}
std::string NodeWithId(const std::string& id) {
  return R"({"node":"article","id":")" + id + "\"}";
}
std::string Numbered(size_t count) {
  std::string fields;
  for (size_t i = 0; i < count; ++i) {
    fields += (i == 0 ? "\"f" : ",\"f") + std::to_string(i) + "\":1";
  }
  return fields;
}

TEST_CASE("an id has 1 to 1,024 bytes and no control characters") {
  RequireTaken(NodeWithId("x"));
  RequireTaken(NodeWithId(std::string(kIdBytesMax, 'x')));
  RequireRefused(NodeWithId(""), "expected an id of 1 to 1,024 bytes, found none");
  RequireRefused(NodeWithId(std::string(kIdBytesMax + 1, 'x')), "1 to 1,024 bytes, found 1025");
  RequireRefused(NodeWithId("x\\n"), "expected an id without control characters");
  RequireRefused(NodeWithId("x\\u0085"), "expected an id without control characters");
}

TEST_CASE("a name, a title, an alias has up to 64 KiB") {
  for (const std::string field : {"name", "title"}) {
    RequireTaken(Node("\"" + field + "\":\"" + std::string(kNameBytesMax, 'x') + "\""));
    RequireRefused(Node("\"" + field + "\":\"" + std::string(kNameBytesMax + 1, 'x') + "\""),
                   field + ": expected at most 65536 bytes, found 65537");
  }
  RequireTaken(Node(R"("aliases":[")" + std::string(kNameBytesMax, 'x') + "\"]"));
  RequireRefused(Node(R"("aliases":[")" + std::string(kNameBytesMax + 1, 'x') + "\"]"),
                 "aliases: expected at most 65536 bytes, found 65537");
}

TEST_CASE("a line has up to 65,536 fields, aliases, claims, evidences") {
  const auto both = [](const std::string& field, auto line_of) {
    RequireTaken(line_of(kListEntriesMax));
    RequireRefused(line_of(kListEntriesMax + 1), field + ": expected at most 65536, found 65537");
  };
  both("fields", [](size_t count) { return Node(Numbered(count)); });
  RequireRefused(Edge(Numbered(kListEntriesMax + 1)), "fields: expected at most 65536");
  both("evidence fields",
       [](size_t count) { return Edge("\"evidence\":[{" + Numbered(count) + "}]"); });
  both("aliases",
       [](size_t count) { return Node("\"aliases\":[" + Repeated("\"x\"", count) + "]"); });
  both("claims",
       [](size_t count) { return Edge("\"claims\":[" + Repeated("\"x\"", count) + "]"); });
  both("evidence",
       [](size_t count) { return Edge("\"evidence\":[" + Repeated("{}", count) + "]"); });
  // Before each is looked at.
  RequireRefused(Edge("\"evidence\":[" + Repeated("{}", 2 * kListEntriesMax) + "]"),
                 "evidence: expected at most 65536, found more");
}

TEST_CASE("JSON is nested up to 1,024 deep, the line itself being the first") {
  const auto nested = [](size_t depth) {
    return Node("\"x\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']'));
  };
  RequireTaken(nested(1024));
  RequireRefused(nested(1025), "nested too deep");
  RequireRefused(nested(100'000), "nested too deep");
}

TEST_CASE("counts and places are whole numbers of 64 bits") {
  const std::string most = std::to_string(std::numeric_limits<uint64_t>::max());
  const std::string more = "18446744073709551616";
  RequireTaken(Edge(R"("confidence":{"right":)" + most + R"(,"fired":)" + most + "}"));
  RequireRefused(Edge(R"("confidence":{"right":0,"fired":)" + more + "}"), "");
  const auto place = [](const std::string& number) {
    return Edge(R"("evidence":[{"in":"a","start":)" + number + R"(,"end":)" + number + "}]");
  };
  RequireTaken(place("8"));
  RequireRefused(place("9"), "evidence: 9..9 lies outside the text, which has 8 code points");
  RequireRefused(place(most), "lies outside the text");
  RequireRefused(place(more), "");
  // Of a text that is not stored, any place may be named.
  RequireTaken(Edge(R"("evidence":[{"in":"b","start":)" + most + R"(,"end":)" + most + "}]"));
}

NodeAssertion Numbered(const std::string& id, uint64_t number) {
  NodeAssertion node;
  node.id = id + std::to_string(number);
  return node;
}
EdgeAssertion Cites(const std::string& from, const std::string& to) {
  EdgeAssertion edge;
  edge.from = from;
  edge.to = to;
  return edge;
}

// As after very many imports: numbers of nodes and arrivals go on from here.
void SetNext(const std::filesystem::path& path, uint64_t node, uint64_t arrival) {
  const auto store = Must(RocksStore::OpenToWrite(path / "database", /*create=*/false));
  Counters counters = Must(ReadCounters(*store));
  counters.next_node = node == 0 ? counters.next_node : node;
  counters.next_arrival = arrival == 0 ? counters.next_arrival : arrival;
  Batch batch(*store);
  Must(batch.Put(Family::kMeta, kCountersKey, EncodeCounters(counters)));
  Must(store->Write(batch));
}

void RequireFull(const Status& status) {
  REQUIRE_FALSE(status.has_value());
  CHECK(status.error().code == ErrorCode::kUnsupported);
  CHECK(status.error().message.starts_with("the store is full: "));
}

StoreWriterOptions Staging(size_t bytes) {
  StoreWriterOptions options;
  options.batch_bytes_max = bytes;
  return options;
}

TEST_CASE("a store numbers 2^40 nodes, and what is past them is refused") {
  for (const size_t staging : {size_t{0}, size_t{1} << 20}) {
    const TemporaryFolder folder;
    {
      const auto store = Must(StoreWriter::Open(folder / "db"));
      const auto sink = Must(store->Begin());
      Must(sink->Add(Numbered("n", 0), {}));
      Must(sink->Commit());
    }
    SetNext(folder / "db", kNumberMax, 0);
    {
      const auto store = Must(StoreWriter::Open(folder / "db", Staging(staging)));
      auto sink = Must(store->Begin());
      Must(sink->Add(Numbered("n", 1), {}));  // the last number
      Must(sink->Add(Cites("n1", "n0"), {}));
      RequireFull(sink->Add(Numbered("n", 2), {}));
      RequireFull(sink->Add(Cites("n1", "n3"), {}));
      Must(sink->Commit());
      sink = Must(store->Begin());
      RequireFull(sink->Add(Numbered("n", 2), {}));
    }
    const auto store = Must(StoreReader::Open(folder / "db"));
    CHECK(Must(store->View().Counts()).nodes == 2);
    CHECK_FALSE(Must(store->View().Find("n2")));
    CHECK(Must(store->View().Find("n1")) == NodeId{kNumberMax});
    AncestorSearch search(store->View());
    CHECK(Must(search.From(NodeId{kNumberMax})).size() == 1);
    CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings ==
          std::vector<std::string>());
    CHECK(Ran({"--db", (folder / "db").string(), "depth", "n1"}).status == 0);
    CHECK(Ran({"--db", (folder / "db").string(), "set", "n9", "title", "x"}).status != 0);
  }
}

TEST_CASE("a store numbers 2^40 assertions, and what is past them is refused") {
  const TemporaryFolder folder;
  {
    const auto store = Must(StoreWriter::Open(folder / "db"));
    const auto sink = Must(store->Begin());
    Must(sink->Add(Numbered("n", 0), {}));
    Must(sink->Add(Numbered("n", 1), {}));
    Must(sink->Commit());
  }
  SetNext(folder / "db", 0, kNumberMax);
  {
    const auto store = Must(StoreWriter::Open(folder / "db"));
    const auto sink = Must(store->Begin());
    Must(sink->Add(Cites("n1", "n0"), {}));  // the last number
    RequireFull(sink->Add(Cites("n0", "n1"), {}));
    NodeAssertion again = Numbered("n", 1);
    again.fields = {{"title", true, "again"}};
    RequireFull(sink->Add(again, {}));
    Must(sink->Commit());
  }
  const std::string db = (folder / "db").string();
  const Outcome refused = Ran({"--db", db, "set", "n1", "title", "again"});
  CHECK(refused.status == 3);
  CHECK(refused.said.find("the store is full") != std::string::npos);
  CHECK(Must(VerifyStore(db, LogCheck::kRoots)).findings == std::vector<std::string>());
  const auto store = Must(StoreReader::Open(db));
  CHECK(Must(store->View().Counts()).assertions == 3);
  const NodeId last = Must(store->View().Find("n1")).value();
  CHECK(Must(store->View().NodeAssertions(last)).size() == 1);
  const auto edges = Must(store->View().Edges(std::vector{last}, Direction::kOut));
  REQUIRE(edges.front().size() == 1);
  CHECK(edges.front().front().arrival == kNumberMax);
}

TEST_CASE("an import that stages nothing in memory says what one says that stages all") {
  std::vector<std::string> exported;
  for (const size_t staging : {size_t{0}, std::numeric_limits<size_t>::max()}) {
    const TemporaryFolder folder;
    const auto store = Must(StoreWriter::Open(folder / "db", Staging(staging)));
    const auto sink = Must(store->Begin());
    for (uint64_t i = 0; i < 1000; ++i) {
      Must(sink->Add(Numbered("n", i), {}));
      Must(sink->Add(Cites("n" + std::to_string(i), "n" + std::to_string(i / 2)), {}));
    }
    Must(sink->Commit());
    exported.push_back(Must(ExportedLines(store->View())));
  }
  CHECK(exported.front() == exported.back());
}

TEST_CASE("any number of works may cite one") {
  const auto edges = static_cast<uint64_t>(HowOften("STEMMA_HUB_EDGES", 20'000));
  const TemporaryFolder folder;
  {
    const auto store = Must(StoreWriter::Open(folder / "db"));
    const auto sink = Must(store->Begin());
    Must(sink->Add(Numbered("hub", 0), {}));
    for (uint64_t i = 0; i < edges; ++i) {
      const NodeAssertion citing = Numbered("n", i);
      Must(sink->Add(citing, {}));
      Must(sink->Add(Cites(citing.id, "hub0"), {}));
    }
    Must(sink->Commit());
  }
  {
    const auto store = Must(StoreWriter::Open(folder / "db"));
    const auto sink = Must(store->Begin());
    Must(sink->Add(Numbered("n", edges), {}));
    Must(sink->Add(Cites("n" + std::to_string(edges), "hub0"), {}));
    Must(sink->Commit());
  }
  const auto store = Must(StoreReader::Open(folder / "db"));
  const std::vector<NodeId> hub = {Must(store->View().Find("hub0")).value()};
  const auto citing = Must(store->View().Edges(hub, Direction::kIn));
  CHECK(citing.front().size() == edges + 1);
  AncestorSearch search(store->View());
  const NodeId last = Must(store->View().Find("n" + std::to_string(edges))).value();
  CHECK(Must(search.From(last)).size() == 1);
  const Outcome shown = Ran({"--db", (folder / "db").string(), "show", "hub0", "--limit", "3"});
  CHECK(shown.status == 0);
  CHECK(Must(VerifyStore(folder / "db")).findings == std::vector<std::string>());
}

TEST_CASE("a number of an option has 64 bits, and a limit is 1 at least") {
  const TemporaryFolder folder;
  REQUIRE(Imported(folder, Edge(R"("because":"x")")).status == 0);
  const std::string db = (folder / "db").string();
  const std::vector<std::vector<std::string>> commands = {{"trace", "a", "--limit"},
                                                          {"path", "a", "b", "--all", "--limit"},
                                                          {"show", "a", "--limit"},
                                                          {"find", "a", "--limit"},
                                                          {"cycles", "--limit"},
                                                          {"depth", "--by", "outlet", "--limit"},
                                                          {"what-if", "--without", "b", "--limit"},
                                                          {"origins", "a", "--limit"},
                                                          {"trace", "a", "--max-hops"},
                                                          {"path", "a", "b", "--max-hops"}};
  for (const std::vector<std::string>& command : commands) {
    const auto with = [&](const std::string& number) {
      std::vector<std::string> words = {"--db", db, "--json"};
      words.insert(words.end(), command.begin(), command.end());
      words.push_back(number);
      return Ran(words);
    };
    INFO(command.front() << " " << command.back());
    const Outcome many = with("1000");
    const Outcome most = with("18446744073709551615");
    CHECK(many.status == 0);
    CHECK(most.status == 0);
    CHECK(most.printed == many.printed);
    for (const std::string number : {"18446744073709551616", "-1", "1e3"}) {
      const Outcome past = with(number);
      INFO(past.said);
      CHECK(past.status == 2);
      CHECK(past.printed.empty());
      CHECK(past.said.find(command.back()) != std::string::npos);
    }
    // None of an edge, or of a hop, may be asked for; a list of nothing is no answer.
    const bool may_be_none = command.back() != "--limit" || command.front() == "show";
    CHECK(with("0").status == (may_be_none ? 0 : 2));
  }
}

}  // namespace
}  // namespace stemma::testing
