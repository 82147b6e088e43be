#include "graph/export/prov_records.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/algo/filtered_graph.h"
#include "graph/export/prov_n_export.h"
#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

std::string ProvN(const GraphView& graph, ExportReport& report) {
  std::string text;
  const ChunkWriter write = [&text](std::string_view chunk) -> Status {
    text += chunk;
    return {};
  };
  Must(ExportProvN(graph, write, report));
  return text;
}

bool Holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST_CASE("a name in PROV holds any id, and no two ids become one") {
  CHECK(ProvName("id", "obs-news") == "id:obs-news");
  CHECK(ProvName("id", "-a.b") == "id:%2Da%2Eb");
  CHECK(ProvName("id", "a b%2F\"'<é:") == "id:a%20b%252F%22%27%3C%C3%A9%3A");
}

TEST_CASE("what an export leaves out makes no primary source") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "article")
      .Node(NodeKind::kDocument, "report")
      .Node(NodeKind::kDocument, "leak")
      .Edge("article", EdgeKind::kCites, "report")
      .Edge("article", EdgeKind::kCites, "leak")
      .Edge("report", EdgeKind::kCites, "leak");
  const MemoryGraph& graph = builder.Graph();
  FilteredGraph part = Must(FilteredGraph::Of(graph, Filter()));
  part.KeepOnly({builder.Id("article"), builder.Id("report")});
  ExportReport report(&graph);
  CHECK(Holds(ProvN(part, report), "wasInfluencedBy(id:article, id:report,"));
  const std::string whole = ProvN(graph, report);
  CHECK(Holds(whole, "wasInfluencedBy(id:article, id:report,"));
  CHECK(Holds(whole, "wasDerivedFrom(id:article, id:leak, [prov:type='prov:PrimarySource'"));
}

TEST_CASE("what PROV cannot say is left out and counted") {
  GraphBuilder builder;
  builder.Node(NodeKind::kOutlet, "a")
      .Node(NodeKind::kOutlet, "b", {{"kind", "press"}})
      .Node(NodeKind::kOutlet, "c")
      .Node(NodeKind::kArticle, "w")
      .Edge("a", EdgeKind::kSameAs, "b",
            [](EdgeAssertion& edge) { edge.judgement = Judgement::kSame; })
      .Edge("a", EdgeKind::kSameAs, "c",
            [](EdgeAssertion& edge) { edge.judgement = Judgement::kDifferent; })
      .Edge("b", EdgeKind::kSameAs, "c",
            [](EdgeAssertion& edge) {
              edge.judgement = Judgement::kSame;
              edge.status = AssertionStatus::kDisputed;
            })
      .Edge("w", EdgeKind::kPublishedBy, "a",
            [](EdgeAssertion& edge) { edge.status = AssertionStatus::kWithdrawn; });
  ExportReport report;
  const std::string text = ProvN(builder.Graph(), report);
  CHECK(Holds(text, "alternateOf(id:a, id:b)\n"));
  CHECK_FALSE(Holds(text, "id:c)"));
  CHECK_FALSE(Holds(text, "wasInfluencedBy"));
  const std::vector<std::string> lines = report.Lines();
  const auto counted = [&](const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  CHECK(counted("1 withdrawn edges"));
  CHECK(counted("2 judgements that two nodes are different or may be, or that are disputed"));
  CHECK(counted("1 fields with the name of one that the format has (first: kind of b)"));
}

}  // namespace
}  // namespace stemma::testing
