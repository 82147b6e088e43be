#include "graph/export/record_scan.h"

#include <catch2/catch_all.hpp>

#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

std::vector<EdgeRecord> EdgesOf(const GraphView& graph, ExportReport& report) {
  std::vector<EdgeRecord> edges;
  Must(ScanEdgeRecords(graph, &report, [&](const EdgeRecord& edge) {
    edges.push_back(edge);
    return Status();
  }));
  return edges;
}

Evidence Exact(const std::string& words) {
  Evidence evidence;
  evidence.exact = words;
  return evidence;
}

TEST_CASE("an edge record is the deciding assertion with the evidence of all, each once") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a").Node(NodeKind::kArticle, "b");
  builder.Edge("a", EdgeKind::kCites, "b", [](EdgeAssertion& edge) {
    edge.because = "a person's";
    edge.at = 1;
    edge.evidence = {Exact("one")};
  });
  builder.Edge("a", EdgeKind::kCites, "b", [](EdgeAssertion& edge) {
    edge.method = "machine/1";
    edge.status = AssertionStatus::kExtracted;
    edge.at = 9;
    edge.evidence = {Exact("one"), Exact("two")};
  });
  ExportReport report;
  const std::vector<EdgeRecord> edges = EdgesOf(builder.Graph(), report);
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].assertions == 2);
  CHECK(edges[0].said.because == "a person's");
  CHECK(edges[0].said.evidence == std::vector<Evidence>{Exact("one"), Exact("two")});
  CHECK(report.Lines() ==
        std::vector<std::string>{"1 older assertions of edges, but for their evidence"});
}

TEST_CASE("a node record has its text, and private nodes are counted once") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a", {{"text", "words"}, {"private", "true"}});
  builder.Node(NodeKind::kArticle, "b", {{"private", "true"}});
  builder.Node(NodeKind::kArticle, "b", {{"private", "false"}}, 1);
  ExportReport report;
  std::vector<std::string> texts;
  const auto note = [&](const NodeState& node) {
    texts.emplace_back(node.Text("text").value_or("none"));
    return Status();
  };
  Must(ScanNodeRecords(builder.Graph(), nullptr, note));
  Must(ScanNodeRecords(builder.Graph(), &report, note));
  CHECK(texts == std::vector<std::string>{"words", "none", "words", "none"});
  CHECK(report.Remarks() == std::vector<std::string>{"1 node marked private is in it"});
}

TEST_CASE("what the visitor fails with ends the scan") {
  GraphBuilder builder;
  for (int i = 0; i < 600; ++i) {
    builder.Node(NodeKind::kArticle, "a" + std::to_string(i));
  }
  builder.Edge("a0", EdgeKind::kCites, "a1").Edge("a0", EdgeKind::kCites, "a2");
  int calls = 0;
  const auto fail = [&](const auto&) -> Status {
    ++calls;
    return Fail(ErrorCode::kIo, "full");
  };
  CHECK(ScanNodeRecords(builder.Graph(), nullptr, fail).error().message == "full");
  CHECK(ScanEdgeRecords(builder.Graph(), nullptr, fail).error().message == "full");
  CHECK(calls == 2);
}

}  // namespace
}  // namespace stemma::testing
