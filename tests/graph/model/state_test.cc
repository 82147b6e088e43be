#include "graph/model/state.h"

#include <cmath>

#include <catch2/catch_all.hpp>

namespace stemma::testing {
namespace {

NodeAssertion NodeSaid(Instant at, std::vector<Field> fields) {
  NodeAssertion said;
  said.id = "a";
  said.fields = std::move(fields);
  said.at = at;
  return said;
}

TEST_CASE("a later line sets the fields it gives and leaves the others") {
  const std::vector<NodeAssertion> said = {
      NodeSaid(1, {{"title", true, "First"}, {"lang", true, "en"}}),
      NodeSaid(3, {{"title", true, "Third"}}),
      NodeSaid(2, {{"title", true, "Second"}, {"lang", false, "null"}})};
  const NodeState now = MergeNode(said);
  CHECK(now.Text("title") == "Third");
  CHECK_FALSE(now.Text("lang").has_value());
  const NodeState then = MergeNode(said, 1);
  CHECK(then.Text("title") == "First");
  CHECK(then.Text("lang") == "en");
  CHECK(MergeNode(said, 0).fields.empty());
}

TEST_CASE("the facts of one assertion are those of the node that it makes") {
  for (const std::vector<Field>& fields : std::vector<std::vector<Field>>{
           {},
           {{"date", true, "2019-11"}, {"first_hand", false, "true"}, {"unnamed", false, "true"}},
           {{"date", false, "null"}, {"first_hand", false, "null"}, {"unnamed", true, "true"}},
           {{"title", true, "T"}, {"date", true, "no date"}, {"first_hand", false, "false"}}}) {
    NodeAssertion said = NodeSaid(1, fields);
    said.kind = NodeKind::kDocument;
    CHECK(FactsOf(said) == FactsOf(MergeNode(std::vector{said})));
  }
}

TEST_CASE("an edge stands as its newest assertion by a person, else as its newest") {
  CHECK(Deciding(std::vector<Said>{{5, false}, {1, true}, {9, false}}) == 1);
  CHECK(Deciding(std::vector<Said>{{5, false}, {9, false}, {7, false}}) == 1);
  CHECK(Deciding(std::vector<Said>{{5, true}, {5, true}}) == 1);  // by arrival
  CHECK(Deciding(std::vector<Said>{{5, false}, {6, true}}, 5) == 0);
  CHECK_FALSE(Deciding(std::vector<Said>{{5, true}}, 4).has_value());
}

TEST_CASE("confidence is the lower end of the 95 % Wilson interval of the counts") {
  const auto near = [](double a, double b) { return std::abs(a - b) < 5e-4; };
  // Wilson 1927, computed by hand: (p + z²/2n - z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), z = 1.96.
  CHECK(near(LowerBound({true, 35, 36, 0}), 0.8583));
  CHECK(near(LowerBound({true, 264, 281, 0}), 0.9052));
  CHECK(near(LowerBound({true, 0, 10, 0}), 0.0));
  CHECK(LowerBound({true, 0, 0, 0}) == 0);
  CHECK(LowerBound({false, 0, 0, 0.7}) == 0.7);
}

TEST_CASE("confidence that is absent counts as 1 if asserted, else as 0") {
  EdgeAssertion edge;
  CHECK(FactsOf(edge, NodeId{1}).confidence == 1);
  edge.status = AssertionStatus::kInferred;
  CHECK(FactsOf(edge, NodeId{1}).confidence == 0);
}

}  // namespace
}  // namespace stemma::testing
