// Random imports into the store and into the reference graph: every answer must be the same.
#include <array>
#include <random>
#include <sstream>

#include <catch2/catch_all.hpp>

#include "graph/model/memory_graph.h"
#include "storage/database.h"
#include "support/describe.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

constexpr std::array kKinds = {NodeKind::kArticle, NodeKind::kDocument, NodeKind::kQuote,
                               NodeKind::kClaim,   NodeKind::kSpeaker,  NodeKind::kOutlet};
constexpr std::array kEdges = {EdgeKind::kDerivedFrom, EdgeKind::kCites,    EdgeKind::kQuotes,
                               EdgeKind::kStates,      EdgeKind::kSpokenBy, EdgeKind::kSameAs,
                               EdgeKind::kPartOf};
constexpr std::array kWords = {"Agence", "France", "Presse", "agence", "Zürich", "لودريان", "A"};

class RandomInput {
 public:
  explicit RandomInput(uint64_t seed) : random_(seed) {}

  size_t Pick(size_t below) { return std::uniform_int_distribution<size_t>(0, below - 1)(random_); }

  NodeAssertion Node() {
    NodeAssertion node;
    const size_t number = Pick(18);
    node.id = Id(number);
    // Now and then another kind than before: refused by both.
    node.kind = kKinds[Pick(20) == 0 ? Pick(kKinds.size()) : number % kKinds.size()];
    constexpr std::array kNames = {"title", "name", "text", "date", "first_hand", "aliases", "own"};
    std::string_view name = kNames[Pick(kNames.size())];
    node.fields.push_back(Value(std::string(name)));
    node.at_given = Pick(2) == 0;
    node.at = static_cast<Instant>(Pick(5));
    node.by = Pick(2) == 0 ? std::optional<std::string>("desk") : std::nullopt;
    return node;
  }

  EdgeAssertion Edge() {
    EdgeAssertion edge;
    edge.from = Id(Pick(20));
    edge.kind = kEdges[Pick(kEdges.size())];
    edge.to = Id(Pick(20));
    edge.status = std::array{AssertionStatus::kAsserted, AssertionStatus::kExtracted,
                             AssertionStatus::kInferred, AssertionStatus::kWithdrawn}[Pick(4)];
    if (edge.kind == EdgeKind::kSameAs) {
      edge.judgement = std::array{Judgement::kSame, Judgement::kDifferent}[Pick(2)];
    }
    if (edge.kind == EdgeKind::kDerivedFrom && Pick(3) == 0) {
      edge.how = "revision";
    }
    if (Pick(3) == 0) {
      edge.method = "method/1";
      edge.confidence = Confidence{true, Pick(10), 10, 0};
    }
    if (Pick(4) == 0) {
      Evidence evidence;
      evidence.in = edge.from;
      evidence.exact = kWords[Pick(kWords.size())];
      edge.evidence.push_back(evidence);
    }
    edge.inherited = Pick(6) == 0;
    edge.at = static_cast<Instant>(Pick(5));
    edge.at_given = Pick(2) == 0;
    return edge;
  }

 private:
  static std::string Id(size_t number) { return "n" + std::to_string(number); }

  Field Value(std::string name) {
    if (name == "date") {
      return {name, true, std::array{"2019", "2019-11-27", "2019/.."}[Pick(3)]};
    }
    if (name == "first_hand") {
      return {name, false, std::array{"true", "false", "null"}[Pick(3)]};
    }
    if (name == "aliases") {
      return {name, false, R"(["AFP",")" + std::string(kWords[Pick(kWords.size())]) + R"("])"};
    }
    const std::string words =
        std::string(kWords[Pick(kWords.size())]) + " " + kWords[Pick(kWords.size())];
    return Pick(10) == 0 ? Field{name, false, "null"} : Field{name, true, words};
  }

  std::mt19937_64 random_;
};

// What a sink answers to the same assertion must be the same, to the word.
template <class Assertion>
void AddToBoth(const Assertion& assertion, Place place, GraphSink& stored, GraphSink& reference) {
  const Status a = stored.Add(assertion, place);
  const Status b = reference.Add(assertion, place);
  REQUIRE(a.has_value() == b.has_value());
  if (!a.has_value()) {
    REQUIRE(a.error().message == b.error().message);
  }
}

bool NextOfEither(std::istream& ours, std::string& a, std::istream& theirs, std::string& b) {
  const bool has_ours = static_cast<bool>(std::getline(ours, a));
  return static_cast<bool>(std::getline(theirs, b)) || has_ours;
}

// The first line that differs, since the whole is long; empty when none does.
std::string Difference(const GraphView& stored, const GraphView& reference, Instant known_at) {
  std::istringstream ours(Describe(stored, known_at));
  std::istringstream theirs(Describe(reference, known_at));
  std::string node;
  for (std::string a, b; NextOfEither(ours, a, theirs, b);) {
    if (a != b) {
      return node + "\nthe store: " + a + "\nthe reference: " + b;
    }
    node = a.starts_with(" ") ? node : a;
  }
  return "";
}

std::string Words(std::vector<Rejection> rejections) {
  std::sort(rejections.begin(), rejections.end(),
            [](const Rejection& a, const Rejection& b) { return a.place.line < b.place.line; });
  std::string text;
  for (const Rejection& one : rejections) {
    text += std::to_string(one.place.line) + " " + one.error.message + "\n";
  }
  return text;
}

std::string Words(const Receipt& receipt) {
  std::string text;
  for (const uint64_t count : {receipt.nodes_new, receipt.nodes_updated, receipt.edges_new,
                               receipt.edges_updated, receipt.unchanged, receipt.orphaned}) {
    text += std::to_string(count) + " ";
  }
  return text;
}

void ImportIntoBoth(RandomInput& input, StoreWriter& store, MemoryGraph& reference) {
  const auto stored_sink = Must(store.Begin());
  const auto reference_sink = reference.Begin();
  const size_t lines = input.Pick(60);
  for (size_t line = 1; line <= lines; ++line) {
    const Place place{0, line};
    if (input.Pick(2) == 0) {
      AddToBoth(input.Node(), place, *stored_sink, *reference_sink);
    } else {
      AddToBoth(input.Edge(), place, *stored_sink, *reference_sink);
    }
  }
  REQUIRE(Words(Must(stored_sink->RejectWaiting())) ==
          Words(Must(reference_sink->RejectWaiting())));
  REQUIRE(Words(Must(stored_sink->Commit())) == Words(Must(reference_sink->Commit())));
}

TEST_CASE("the store answers as the reference graph does, whatever was imported") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  RandomInput input(seed);
  for (int round = 0; round < 6; ++round) {
    const TemporaryFolder folder;
    MemoryGraph reference;
    // The smallest budget sends every import by way of files.
    StoreWriterOptions options;
    options.batch_bytes_max = input.Pick(2) == 0 ? 2000 : size_t{1} << 20;
    // And now and then every small one is packed when the store is closed.
    options.unpacked_max = input.Pick(2) == 0 ? 0 : 4096;
    auto store = Must(StoreWriter::Open(folder / "db", options));
    for (int import = 0; import < 8; ++import) {
      ImportIntoBoth(input, *store, reference);
      const auto known_at = static_cast<Instant>(input.Pick(5));
      REQUIRE(Difference(store->View(), reference, known_at) == "");
      if (input.Pick(3) == 0) {
        store = nullptr;
        store = Must(StoreWriter::Open(folder / "db", options));
        REQUIRE(Difference(store->View(), reference, known_at) == "");
      }
    }
    const bool is_empty = Must(reference.Counts()).assertions == 0;
    store = nullptr;
    if (!is_empty) {
      const auto reader = Must(StoreReader::Open(folder / "db"));
      REQUIRE(Difference(reader->View(), reference, 2) == "");
      REQUIRE(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings ==
              std::vector<std::string>());
    }
  }
}

}  // namespace
}  // namespace stemma::testing
