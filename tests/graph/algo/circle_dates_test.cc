#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <catch2/catch_all.hpp>

#include "graph/algo/circle_dates.h"
#include "graph/algo/folding.h"
#include "graph/algo/random_sourcing.h"
#include "graph/algo/steps.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using K = NodeKind;
using E = EdgeKind;
using Ids = std::vector<std::string>;

DatedCircle OneCircle(GraphBuilder& graph) {
  CircleListing listing = Must(FindDatedCircles(graph.Graph(), Filter{}, 9));
  REQUIRE(listing.circles.size() == 1);
  return std::move(listing.circles.front());
}

// A circle by the rules and nothing else: every date and every link looked at one by one.
class NaiveCircle {
 public:
  NaiveCircle(GraphBuilder& builder, const Filter& filter, const std::vector<NodeId>& nodes)
      : builder_(builder), view_(builder.Graph(), filter), nodes_(nodes) {
    Folding folding(view_);
    const auto groups = Must(folding.GroupsOf(nodes_));
    for (size_t i = 0; i < nodes_.size(); ++i) {
      members_.push_back(folding.Of(groups[i]).members);
    }
    for (size_t i = 0; i < nodes_.size(); ++i) {
      dates_.push_back(DateOf(i));
      ReadLinks(i);
    }
  }

  std::optional<NodeId> First() const {
    for (size_t i = 0; i < nodes_.size() && nodes_.size() > 1; ++i) {
      bool is_first = true;
      for (size_t j = 0; j < nodes_.size(); ++j) {
        is_first = is_first && (i == j || IsBefore(i, j));
      }
      if (is_first) {
        return nodes_[i];
      }
    }
    return std::nullopt;
  }

  std::set<std::string> Later() const {
    std::set<std::string> later;
    for (const auto& [ends, is_hop] : links_) {
      if (is_hop && IsBefore(ends.first, ends.second)) {
        const Ids names = builder_.Names({nodes_[ends.first], nodes_[ends.second]});
        later.insert(names[0] + " " + names[1]);
      }
    }
    return later;
  }

  std::string Verdict() const {
    // Who reaches whom without the links to later works, by Warshall's closure.
    const size_t count = nodes_.size();
    std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count, false));
    for (const auto& [ends, is_hop] : links_) {
      if (!is_hop || !IsBefore(ends.first, ends.second)) {
        reaches[ends.first][ends.second] = true;
      }
    }
    for (size_t via = 0; via < count; ++via) {
      for (size_t i = 0; i < count; ++i) {
        for (size_t j = 0; j < count; ++j) {
          reaches[i][j] = reaches[i][j] || (reaches[i][via] && reaches[via][j]);
        }
      }
    }
    bool is_any = false;
    bool is_whole = true;
    bool is_dated = true;
    for (size_t i = 0; i < count; ++i) {
      is_any = is_any || reaches[i][i];
      is_dated = is_dated && dates_[i].has_value();
      for (size_t j = 0; j < count; ++j) {
        is_whole = is_whole && reaches[i][j];
      }
    }
    return !is_any     ? "later-edit"
           : !is_whole ? "partly-later-edit"
           : is_dated  ? "standing"
                       : "undated";
  }

 private:
  bool IsBefore(size_t a, size_t b) const {
    return dates_[a] && dates_[b] && dates_[a]->end <= dates_[b]->start;
  }

  NodeFacts FactsOf(NodeId node) const {
    return Must(view_.Facts(std::vector<NodeId>{node})).front();
  }

  std::optional<DateInterval> DateOf(size_t i) const {
    std::optional<DateInterval> all;
    for (const NodeId member : members_[i]) {
      std::optional<DateInterval> own;
      const NodeFacts facts = FactsOf(member);
      if (facts.kind != K::kQuote) {
        own = facts.dated ? std::optional(facts.date) : std::nullopt;
      } else {
        for (NodeId work; work.value < Must(builder_.Graph().Counts()).nodes; ++work.value) {
          const NodeFacts printing = FactsOf(work);
          const auto edges =
              Must(view_.Edges(std::vector<NodeId>{work}, Direction::kOut, SetOf(E::kQuotes)));
          const bool prints =
              view_.IsPresent(work, printing) &&
              std::any_of(edges[0].begin(), edges[0].end(),
                          [&](const EdgeFacts& edge) { return edge.other == member; });
          if (prints && printing.dated && (!own || printing.date.end < own->end)) {
            own = printing.date;
          }
        }
      }
      if (own) {
        all = all ? DateInterval{std::min(all->start, own->start), std::max(all->end, own->end)}
                  : *own;
      }
    }
    return all;
  }

  // Of parallel edges the strongest says whether it is a hop.
  void ReadLinks(size_t i) {
    std::map<size_t, std::vector<std::pair<EdgeKey, EdgeFacts>>> found;
    for (const NodeId member : members_[i]) {
      const auto lists =
          Must(view_.Edges(std::vector<NodeId>{member}, Direction::kOut, kSourcingKinds));
      for (const EdgeFacts& edge : lists[0]) {
        const bool stops = edge.kind == E::kQuotedFrom && IsWork(FactsOf(edge.other).kind);
        for (size_t j = 0; j < nodes_.size(); ++j) {
          const bool is_to =
              std::find(members_[j].begin(), members_[j].end(), edge.other) != members_[j].end();
          const bool is_inside_one = i == j && members_[i].size() > 1;
          if (is_to && !edge.inherited && !stops && !is_inside_one) {
            found[j].push_back({{member, edge.kind, edge.other}, edge});
          }
        }
      }
    }
    for (const auto& [j, edges] : found) {
      const auto strongest =
          std::min_element(edges.begin(), edges.end(), [](const auto& a, const auto& b) {
            return Strength(a.second.status, a.second.confidence, a.first) <
                   Strength(b.second.status, b.second.confidence, b.first);
          });
      links_[{i, j}] = !strongest->second.revision;
    }
  }

  GraphBuilder& builder_;
  FilteredView view_;
  std::vector<NodeId> nodes_;
  std::vector<std::vector<NodeId>> members_;
  std::vector<std::optional<DateInterval>> dates_;
  std::map<std::pair<size_t, size_t>, bool> links_;  // whether each is a hop
};

}  // namespace

TEST_CASE("a circle that needs a link to a later work exists only by a later edit") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "wiki", {{"date", "2008-07-12"}});
  graph.Node(K::kArticle, "paper", {{"date", "2008-08"}});
  graph.Edge("paper", E::kCites, "wiki").Edge("wiki", E::kDerivedFrom, "paper");
  const DatedCircle circle = OneCircle(graph);
  CHECK(circle.verdict == CircleVerdict::kLaterEdit);
  CHECK(circle.dates == Ids{"2008-08", "2008-07-12"});
  CHECK(circle.first == graph.Id("wiki"));
  CHECK(circle.first_date == "2008-07-12");
  REQUIRE(circle.later.size() == 1);
  CHECK(circle.later[0].from == graph.Id("wiki"));
  CHECK(circle.later[0].kind == E::kDerivedFrom);
  CHECK(circle.later[0].to_date == "2008-08");
}

TEST_CASE("a date that overlaps another says nothing") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "a", {{"date", "2008-07-12"}});
  graph.Node(K::kArticle, "b", {{"date", "2008"}});
  graph.Edge("a", E::kCites, "b").Edge("b", E::kCites, "a");
  const DatedCircle circle = OneCircle(graph);
  CHECK(circle.verdict == CircleVerdict::kStanding);
  CHECK_FALSE(circle.first);
  CHECK(circle.later.empty());
}

TEST_CASE("a circle of quotes has the dates of the earliest works that print them") {
  GraphBuilder graph;
  graph.Node(K::kQuote, "q1").Node(K::kQuote, "q2");
  graph.Node(K::kArticle, "w1", {{"date", "2019"}})
      .Node(K::kArticle, "w1-late", {{"date", "2022"}});
  graph.Node(K::kArticle, "w2", {{"date", "2021"}});
  graph.Edge("w1", E::kQuotes, "q1").Edge("w1-late", E::kQuotes, "q1").Edge("w2", E::kQuotes, "q2");
  graph.Edge("q1", E::kQuotedFrom, "q2").Edge("q2", E::kQuotedFrom, "q1");
  const DatedCircle circle = OneCircle(graph);
  CHECK(circle.dates == Ids{"2019", "2021"});
  CHECK(circle.verdict == CircleVerdict::kLaterEdit);
  CHECK(circle.first == graph.Id("q1"));
}

TEST_CASE("a reprint folded with its original stretches the date, and proves nothing") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "a", {{"date", "2019"}}).Node(K::kArticle, "a-again", {{"date", "2022"}});
  graph.Node(K::kArticle, "b", {{"date", "2021"}}).Edge("a-again", E::kSameAs, "a");
  graph.Edge("a-again", E::kCites, "b").Edge("b", E::kCites, "a");
  const DatedCircle circle = OneCircle(graph);
  CHECK(circle.dates == Ids{"2019/2022", "2021"});
  CHECK(circle.verdict == CircleVerdict::kStanding);
}

TEST_CASE("the links to later works are listed up to a bound, and all are counted") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "first", {{"date", "2008"}});
  for (size_t i = 0; i < kLaterLinksMax + 5; ++i) {
    const std::string id = "late" + std::to_string(1000 + i);
    graph.Node(K::kArticle, id, {{"date", "2009"}});
    graph.Edge("first", E::kCites, id).Edge(id, E::kCites, "first");
  }
  const DatedCircle circle = OneCircle(graph);
  CHECK(circle.later.size() == kLaterLinksMax);
  CHECK(circle.later_count == kLaterLinksMax + 5);
  CHECK(graph.Names({circle.later.front().to}) == Ids{"late1000"});
}

TEST_CASE("dates of random circles say what a plain search says") {
  const uint64_t seed = Seed();
  std::map<std::string, uint64_t> verdicts;
  for (uint64_t round = 0; round < 3000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true);
    const auto builder = random.Play(random.StepCount());
    const Filter filter = random.PickFilter(*builder);
    const auto circles = Must(FindCircles(builder->Graph(), filter));
    const size_t limit = 1 + random.Pick(2);
    const CircleListing listing = Must(FindDatedCircles(builder->Graph(), filter, limit));
    REQUIRE(listing.circles.size() == std::min(circles.size(), limit));
    CHECK(listing.left_out == circles.size() - listing.circles.size());
    for (size_t i = 0; i < listing.circles.size(); ++i) {
      const DatedCircle& dated = listing.circles[i];
      REQUIRE(dated.circle.nodes == circles[i].nodes);
      CHECK(dated.circle.round == circles[i].round);
      CHECK(dated.dates.size() == dated.circle.round.size());
      const NaiveCircle naive(*builder, filter, dated.circle.nodes);
      CHECK(dated.first == naive.First());
      std::set<std::string> later;
      for (const LaterLink& link : dated.later) {
        const Ids names = builder->Names({link.from, link.to});
        later.insert(names[0] + " " + names[1]);
      }
      CHECK(later == naive.Later());
      CHECK(dated.later_count == later.size());
      REQUIRE(std::string(Name(dated.verdict)) == naive.Verdict());
      ++verdicts[std::string(Name(dated.verdict))];
    }
  }
  for (const char* verdict : {"later-edit", "partly-later-edit", "standing", "undated"}) {
    INFO(verdict);
    CHECK(verdicts[verdict] > 0);
  }
}

}  // namespace stemma::testing
