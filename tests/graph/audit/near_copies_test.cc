#include <catch2/catch_all.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/audit/near_copies.h"
#include "graph/audit/near_copy_candidates.h"
#include "support/graph_builder.h"
#include "support/invented_news.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

MakePairSorter InMemory() {
  return [] { return std::make_unique<PairsInMemory>(); };
}

void AddArticles(GraphBuilder& graph, const std::map<std::string, std::string>& texts) {
  for (const auto& [id, text] : texts) {
    graph.Node(NodeKind::kArticle, id, {{"text", text}});
  }
}

// Both ways round, as the visitor is told.
Pairs AllPairs(GraphBuilder& graph, NearCopyCounts* counts = nullptr) {
  Pairs pairs;
  const NearCopyCounts told = Must(FindAllNearCopies(
      graph.Graph(), InMemory(), [&](NodeId work, std::span<const NodeId> copies) -> Status {
        for (const NodeId copy : copies) {
          const std::vector<std::string> names = graph.Names({work, copy});
          CHECK(pairs.emplace(names[0], names[1]).second);
        }
        return {};
      }));
  if (counts != nullptr) {
    *counts = told;
  }
  return pairs;
}

std::vector<std::string> CopiesOf(GraphBuilder& graph, const std::string& id) {
  const NodeId work = graph.Id(id);
  const std::string text = Must(StoredText(graph.Graph(), work));
  return graph.Names(Must(FindNearCopiesOf(graph.Graph(), text, work)).works);
}

TEST_CASE("a text with words changed, or with paragraphs added, is a near copy") {
  InventedNews news(3);
  const std::string story = news.Text(300);
  GraphBuilder graph;
  AddArticles(graph, {{"story", story},
                      {"changed", news.Changed(story, 10)},
                      {"longer", news.Text(200) + "\n\n" + story + "\n\n" + news.Text(200)},
                      {"other", news.Text(300)}});
  NearCopyCounts counts;
  CHECK(AllPairs(graph, &counts) == Pairs{{"changed", "longer"},
                                          {"longer", "changed"},
                                          {"changed", "story"},
                                          {"story", "changed"},
                                          {"longer", "story"},
                                          {"story", "longer"}});
  CHECK(counts.compared == 4);
  CHECK(counts.pairs == 3);
  CHECK(CopiesOf(graph, "story") == std::vector<std::string>{"changed", "longer"});
  CHECK(CopiesOf(graph, "other").empty());
  // A text that is not stored is compared with all of them.
  CHECK(Must(FindNearCopiesOf(graph.Graph(), story, {})).compared == 4);
  CHECK(Must(FindNearCopiesOf(graph.Graph(), story, {})).works.size() == 3);
}

TEST_CASE("two reports of one speech are no copies, however much of it they quote") {
  InventedNews news(4);
  std::string speech;
  for (int i = 0; i < 12; ++i) {
    speech += "“" + news.Text(15, 0) + "”\n\n";
  }
  GraphBuilder graph;
  AddArticles(graph, {{"one", news.Text(60, 0) + "\n\n" + speech},
                      {"two", news.Text(60, 0) + "\n\n" + speech}});
  CHECK(AllPairs(graph).empty());
  CHECK(CopiesOf(graph, "one").empty());
}

TEST_CASE("what thousands print is no sign of copying, and what hundreds print whole is") {
  InventedNews news(5);
  const std::string house = news.Text(60, 0);
  const std::string wire = news.Text(150);
  GraphBuilder graph;
  for (size_t i = 0; i <= kSharedMax; ++i) {
    const std::string own = news.Text(80, 0) + "\n\n" + house;
    graph.Node(NodeKind::kArticle, "house-" + std::to_string(1000 + i), {{"text", own}});
  }
  const size_t prints = 3 * kPairedMax;
  for (size_t i = 0; i < prints; ++i) {
    graph.Node(NodeKind::kArticle, "wire-" + std::to_string(1000 + i),
               {{"text", news.Changed(wire, 100)}});
  }
  NearCopyCounts counts;
  const Pairs pairs = AllPairs(graph, &counts);
  std::set<std::string> copies;
  for (const auto& [work, copy] : pairs) {
    CHECK(work.starts_with("wire-"));
    CHECK(copy.starts_with("wire-"));
    copies.insert(work);
  }
  CHECK(copies.size() == prints);  // each of them, though not with each other
  CHECK(counts.candidates < prints * 2 * kNextPaired);
  CHECK(CopiesOf(graph, "house-1000").empty());
  CHECK(CopiesOf(graph, "wire-1000").size() == prints - 1);
}

TEST_CASE("a passage that some dozens of long articles share makes them no copies") {
  InventedNews news(6);
  const std::string note = news.Text(40, 0);
  GraphBuilder graph;
  for (size_t i = 0; i < kPairedMax + 10; ++i) {
    graph.Node(NodeKind::kArticle, "a" + std::to_string(i),
               {{"text", news.Text(300) + "\n\n" + note}});
  }
  NearCopyCounts counts;
  CHECK(AllPairs(graph, &counts).empty());
  CHECK(counts.candidates == 0);
}

TEST_CASE("texts of a few words, nodes without a text and quotes are not compared") {
  GraphBuilder graph;
  AddArticles(graph, {{"tiny", "The bridge over the river stays closed until Friday, it was said."},
                      {"same", "The bridge over the river stays closed until Friday, it was said."},
                      {"empty", ""}});
  InventedNews news(8);
  const std::string words = news.Text(100, 0);
  graph.Node(NodeKind::kArticle, "none", {{"title", "None"}})
      .Node(NodeKind::kQuote, "q1", {{"text", words}})
      .Node(NodeKind::kQuote, "q2", {{"text", words}});
  NearCopyCounts counts;
  CHECK(AllPairs(graph, &counts).empty());
  CHECK(counts.compared == 0);
  const NearCopiesOf tiny = Must(FindNearCopiesOf(graph.Graph(), "The bridge is closed.", {}));
  CHECK(tiny.compared == 0);
  CHECK(tiny.works.empty());
}

TEST_CASE("an error of a sorter or of the visitor ends the search") {
  InventedNews news(9);
  const std::string story = news.Text(100);
  GraphBuilder graph;
  AddArticles(graph, {{"a", story}, {"b", story}});
  const auto visited = FindAllNearCopies(
      graph.Graph(), InMemory(),
      [](NodeId, std::span<const NodeId>) -> Status { return Fail(ErrorCode::kIo, "enough"); });
  REQUIRE_FALSE(visited.has_value());
  CHECK(visited.error().message == "enough");

  class Full : public PairsInMemory {
    Status Add(uint64_t, uint64_t) override { return Fail(ErrorCode::kIo, "the disk is full"); }
  };
  const auto full = FindAllNearCopies(
      graph.Graph(), [] { return std::make_unique<Full>(); },
      [](NodeId, std::span<const NodeId>) -> Status { return {}; });
  REQUIRE_FALSE(full.has_value());
  CHECK(full.error().message == "the disk is full");
}

// Some texts of their own, some copied from others, themselves perhaps copies.
std::map<std::string, std::string> RandomTexts(InventedNews& news) {
  std::vector<std::string> texts;
  for (size_t i = 0, count = 5 + news.Below(30); i < count; ++i) {
    const std::string own = news.Text(10 + news.Below(200), news.Below(5));
    if (texts.empty() || news.Below(2) == 0) {
      texts.push_back(own);
      continue;
    }
    std::string copied = texts[news.Below(texts.size())];
    copied = news.Below(3) == 0 ? copied : news.Changed(copied, 2 + news.Below(20));
    texts.push_back(news.Below(2) == 0 ? copied : own + "\n\n" + copied);
  }
  std::map<std::string, std::string> named;
  for (size_t i = 0; i < texts.size(); ++i) {
    named["t" + std::to_string(100 + i)] = texts[i];
  }
  return named;
}

size_t Shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  std::vector<uint64_t> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size();
}

TEST_CASE("the sorted way, one text's way and comparing all with all give the same pairs") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  InventedNews news(seed);
  size_t found = 0;
  size_t exact = 0;
  for (int round = 0; round < 25; ++round) {
    const std::map<std::string, std::string> texts = RandomTexts(news);
    GraphBuilder graph;
    AddArticles(graph, texts);
    Pairs plain;
    for (const auto& [a, first] : texts) {
      for (const auto& [b, second] : texts) {
        const ComparedText one(first);
        const ComparedText other(second);
        if (a != b && OverlapOf(one, other).IsNearCopy()) {
          const auto of_one = one.OwnFingerprints();
          const auto of_other = other.OwnFingerprints();
          ++exact;
          if (IsCandidate({Shared(of_one, of_other), 0},
                          std::min(of_one.size(), of_other.size()))) {
            plain.emplace(a, b);
          }
        }
      }
    }
    CHECK(AllPairs(graph) == plain);
    Pairs one_by_one;
    for (const auto& [id, text] : texts) {
      for (const std::string& copy : CopiesOf(graph, id)) {
        one_by_one.emplace(id, copy);
      }
    }
    CHECK(one_by_one == plain);
    found += plain.size();
  }
  // What fingerprints miss of what comparing whole texts finds.
  INFO(found << " of " << exact);
  CHECK(found > 0);
  CHECK(100 * found >= 99 * exact);
}

TEST_CASE("the longest passages are named with their places in both texts") {
  const std::string shared =
      "Inspectors found cracks in two piers of the old bridge and asked the town to close it";
  const std::string a = "On Monday it rained. " + shared + ". Nobody was hurt.";
  const std::string b = "É vero. Last week " + shared + " at once, which it did.";
  const ComparedText first(a);
  const ComparedText second(b);
  const std::vector<SharedPassage> passages = LongestPassages(first, second, 3);
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].own_words == 17);
  CHECK(a.substr(passages[0].first.begin, passages[0].first.end - passages[0].first.begin) ==
        shared);
  CHECK(b.substr(passages[0].second.begin, passages[0].second.end - passages[0].second.begin) ==
        shared);
  const OwnWords words = SharedWords(first, second);
  CHECK(words.shared == 17);
  CHECK(words.all == 24);
}

}  // namespace
}  // namespace stemma::testing
