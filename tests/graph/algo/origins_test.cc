#include <catch2/catch_all.hpp>

#include "graph/algo/origins.h"
#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

void Copy(EdgeAssertion& edge) {
  edge.how = "copy";
}

class Trial {
 public:
  GraphBuilder& Graph() { return graph_; }

  Trial& Works(const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      graph_.Node(NodeKind::kArticle, id);
    }
    return *this;
  }
  Trial& Documents(const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      graph_.Node(NodeKind::kDocument, id);
    }
    return *this;
  }
  Trial& Cites(const std::string& from, const std::string& to) {
    graph_.Edge(from, EdgeKind::kCites, to);
    return *this;
  }

  Origins Ask(const std::vector<std::string>& ids) {
    std::vector<NodeId> nodes;
    graph_.Graph();
    for (const std::string& id : ids) {
      nodes.push_back(graph_.Id(id));
    }
    return Must(FindOrigins(graph_.Graph(), nodes, Filter{}, /*with_families=*/true));
  }
  std::vector<std::string> Names(const std::vector<NodeId>& nodes) { return graph_.Names(nodes); }

 private:
  GraphBuilder graph_;
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("seventeen readers of one leak have one origin, and those who name no source none") {
  Trial trial;
  trial.Documents({"leak"}).Works({"wire"}).Cites("wire", "leak");
  Ids asked;
  for (char c = 'a'; c < 'a' + 17; ++c) {
    asked.emplace_back(1, c);
    trial.Works({asked.back()});
    if (c < 'a' + 5) {
      trial.Cites(asked.back(), "wire");
    }
  }
  const Origins answer = trial.Ask(asked);
  CHECK(trial.Names(answer.origins) == Ids{"leak"});
  CHECK(answer.independent.paths.size() == 1);
  CHECK(trial.Names(answer.independent.paths.front()) == Ids{"a", "wire", "leak"});
  CHECK(trial.Names(answer.independent.cut) == Ids{"leak"});
  CHECK(trial.Names(answer.choke_points) == Ids{"wire", "leak"});
  CHECK(answer.no_origin.size() == 12);
  CHECK_FALSE(answer.no_origin.front().names_source);
}

TEST_CASE("two chains that meet in one work are one, although they end in two origins") {
  Trial trial;
  trial.Documents({"d1", "d2"}).Works({"a", "b", "c", "hub"});
  trial.Cites("a", "b").Cites("a", "c").Cites("b", "hub").Cites("c", "hub");
  trial.Cites("hub", "d1").Cites("hub", "d2");
  const Origins answer = trial.Ask({"a"});
  CHECK(trial.Names(answer.origins) == Ids{"d1", "d2"});
  CHECK(answer.independent.paths.size() == 1);
  CHECK(trial.Names(answer.independent.cut) == Ids{"hub"});
  CHECK(trial.Names(answer.choke_points) == Ids{"hub"});
}

TEST_CASE("the first way found is given up where two chains need it to be another") {
  Trial trial;
  trial.Documents({"d1", "d2"}).Works({"a", "b", "c", "x", "y"});
  trial.Cites("a", "b").Cites("a", "c").Cites("b", "x").Cites("b", "y").Cites("c", "x");
  trial.Cites("x", "d1").Cites("y", "d2");
  const Origins answer = trial.Ask({"a"});
  CHECK(answer.independent.paths.size() == 2);
  CHECK(trial.Names(answer.independent.paths[0]) == Ids{"a", "b", "y", "d2"});
  CHECK(trial.Names(answer.independent.paths[1]) == Ids{"a", "c", "x", "d1"});
  CHECK(answer.choke_points.empty());
}

TEST_CASE("an origin among those given counts once, and only those given may be shared") {
  Trial trial;
  trial.Documents({"d"}).Works({"a", "b"}).Cites("a", "d").Cites("b", "a");
  const Origins answer = trial.Ask({"b", "d", "a", "b"});
  CHECK(trial.Names(answer.of) == Ids{"b", "d", "a"});
  CHECK(answer.independent.paths.size() == 1);
  CHECK(trial.Names(answer.independent.cut) == Ids{"d"});
  CHECK(answer.choke_points.empty());
  CHECK(trial.Names(trial.Ask({"d"}).independent.paths.front()) == Ids{"d"});
}

TEST_CASE("those who state a claim are ordinary nodes of its chains") {
  Trial trial;
  trial.Documents({"d1", "d2"}).Works({"a"}).Cites("a", "d1").Cites("a", "d2");
  trial.Graph().Node(NodeKind::kClaim, "c").Edge("a", EdgeKind::kStates, "c");
  const Origins answer = trial.Ask({"c"});
  CHECK(trial.Names(answer.origins) == Ids{"d1", "d2"});
  CHECK(answer.independent.paths.size() == 1);
  CHECK(trial.Names(answer.independent.cut) == Ids{"a"});
  CHECK(trial.Names(answer.choke_points) == Ids{"a"});
  CHECK(trial.Ask({"a"}).independent.paths.size() == 2);
}

TEST_CASE("a claim among others does not borrow its neighbour's source") {
  Trial trial;
  trial.Documents({"d"}).Works({"a"});
  trial.Graph().Node(NodeKind::kClaim, "c").Node(NodeKind::kClaim, "other");
  trial.Graph().Edge("a", EdgeKind::kStates, "c").Edge("a", EdgeKind::kStates, "other");
  trial.Graph().Edge("a", EdgeKind::kCites, "d",
                     [](EdgeAssertion& edge) { edge.claims = {"other"}; });
  CHECK(trial.Ask({"c"}).origins.empty());
  const Origins both = trial.Ask({"c", "other"});
  CHECK(trial.Names(both.origins) == Ids{"d"});
  REQUIRE(both.no_origin.size() == 1);
  CHECK(trial.Names({both.no_origin.front().node}) == Ids{"c"});
}

TEST_CASE("a work that quotes were lifted from is one origin with the work itself") {
  Trial trial;
  trial.Works({"a"});
  trial.Graph().Node(NodeKind::kArticle, "seen", {{"first_hand", "true"}});
  trial.Graph().Node(NodeKind::kQuote, "q").Edge("q", EdgeKind::kQuotedFrom, "seen");
  trial.Cites("a", "seen");
  const Origins answer = trial.Ask({"a", "q"});
  CHECK(trial.Names(answer.origins) == Ids{"seen"});
  CHECK(answer.independent.paths.size() == 1);
  CHECK(trial.Names(answer.choke_points) == Ids{"seen"});
}

TEST_CASE("what is judged the same is one node, and two again once judged different") {
  Trial trial;
  trial.Documents({"d1", "d2"}).Works({"a"}).Cites("a", "d1").Cites("a", "d2");
  trial.Graph().Edge("d1", EdgeKind::kSameAs, "d2",
                     [](EdgeAssertion& edge) { edge.judgement = Judgement::kSame; });
  CHECK(trial.Ask({"a"}).independent.paths.size() == 1);

  Trial undone;
  undone.Documents({"d1", "d2"}).Works({"a"}).Cites("a", "d1").Cites("a", "d2");
  for (const Judgement judgement : {Judgement::kSame, Judgement::kDifferent}) {
    undone.Graph().Edge("d1", EdgeKind::kSameAs, "d2", [&](EdgeAssertion& edge) {
      edge.judgement = judgement;
      edge.at = judgement == Judgement::kSame ? 1 : 2;
    });
  }
  CHECK(undone.Ask({"a"}).independent.paths.size() == 2);
}

TEST_CASE("a copy folds into its root with none of its own sources; a rewrite does not") {
  Trial trial;
  trial.Documents({"d1", "d2"}).Works({"root", "copy", "rewrite", "a"});
  trial.Cites("root", "d1").Cites("copy", "d2").Cites("a", "copy").Cites("a", "root");
  trial.Graph().Edge("copy", EdgeKind::kDerivedFrom, "root", Copy);
  const Origins answer = trial.Ask({"a"});
  CHECK(answer.independent.paths.size() == 2);
  REQUIRE(answer.families.has_value());
  CHECK(answer.families->independent.paths.size() == 1);
  CHECK(trial.Names(answer.families->independent.paths.front()) == Ids{"a", "root", "d1"});
  REQUIRE(answer.families->folded.size() == 1);
  CHECK(trial.Names({answer.families->folded[0].node, answer.families->folded[0].root}) ==
        Ids{"copy", "root"});
}

TEST_CASE("copies of each other, and a copy of two works, stay apart") {
  Trial trial;
  trial.Documents({"d1", "d2"}).Works({"a", "b", "c", "two"});
  trial.Cites("a", "d1").Cites("b", "d2");
  trial.Graph().Edge("a", EdgeKind::kDerivedFrom, "b", Copy);
  trial.Graph().Edge("b", EdgeKind::kDerivedFrom, "a", Copy);
  trial.Cites("c", "d1");
  trial.Graph().Edge("two", EdgeKind::kDerivedFrom, "a", Copy);
  trial.Graph().Edge("two", EdgeKind::kDerivedFrom, "c", Copy);
  CHECK(trial.Ask({"two", "b"}).families->folded.empty());
}

TEST_CASE("first-hand quotes of one speaker on one date are one occasion") {
  Trial trial;
  GraphBuilder& graph = trial.Graph();
  graph.Node(NodeKind::kArticle, "w1", {{"date", "2020-03-01"}});
  graph.Node(NodeKind::kArticle, "w2", {{"date", "2020-03-01T18:00:00Z"}});
  graph.Node(NodeKind::kArticle, "w3", {{"date", "2020-03-02"}});
  graph.Node(NodeKind::kArticle, "w4", {{"date", "2020"}});
  graph.Node(NodeKind::kSpeaker, "minister").Node(NodeKind::kClaim, "c");
  for (const std::string n : {"1", "2", "3", "4"}) {
    graph.Node(NodeKind::kQuote, "q" + n, {{"first_hand", "true"}});
    graph.Edge("w" + n, EdgeKind::kQuotes, "q" + n);
    graph.Edge("q" + n, EdgeKind::kSpokenBy, "minister").Edge("q" + n, EdgeKind::kStates, "c");
  }
  const Origins answer = trial.Ask({"c"});
  CHECK(answer.independent.paths.size() == 4);
  CHECK(answer.families->independent.paths.size() == 3);
  REQUIRE(answer.families->folded.size() == 1);
  CHECK(answer.families->folded[0].reason == FamilyReason::kOneOccasion);
  CHECK(trial.Names({answer.families->folded[0].node, answer.families->folded[0].root}) ==
        Ids{"q2", "q1"});
}

TEST_CASE("an owner that all paths share is named, and folds nothing") {
  Trial trial;
  trial.Documents({"d1", "d2"}).Works({"a", "b", "c"});
  trial.Cites("a", "b").Cites("a", "c").Cites("b", "d1").Cites("c", "d2");
  for (const std::string n : {"b", "c"}) {
    trial.Graph().Node(NodeKind::kOutlet, "of-" + n, {{"owner", "Northern Group"}});
    trial.Graph().Edge(n, EdgeKind::kPublishedBy, "of-" + n);
  }
  const Origins answer = trial.Ask({"a"});
  CHECK(answer.independent.paths.size() == 2);
  REQUIRE(answer.outlets.size() == 2);
  CHECK(trial.Names({answer.outlets[0].front().outlet}) == Ids{"of-b"});
  CHECK(OwnersOfAll(answer.outlets) == Ids{"Northern Group"});
  CHECK(OwnersOfAll({answer.outlets[0]}).empty());
}

}  // namespace stemma::testing
