#include <catch2/catch_all.hpp>

#include "graph/export/attribute_table.h"
#include "graph/export/xml_writer.h"
#include "graph/export/export_trial.h"

namespace stemma::testing {
namespace {

TEST_CASE("GraphML names its attributes with their types before the nodes and edges") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a", {{"title", "T"}, {"first_hand", "true"}});
  builder.Node(NodeKind::kDocument, "b#1");
  builder.Edge("a", EdgeKind::kDerivedFrom, "b#1", [](EdgeAssertion& edge) {
    edge.how = "rewrite";
    edge.method = "m";
    edge.extra = {{"pages", false, "12"}, {"share", false, "0.50"}};
    edge.at_given = true;
  });
  const Exported exported = Export("graphml", builder.Graph());
  CHECK(
      exported.text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns="
                                "\"http://graphml.graphdrawing.org/xmlns\""));
  CHECK(exported.text.substr(exported.text.find(" <key ")) ==
        R"( <key id="n0" for="node" attr.name="kind" attr.type="string"/>
 <key id="n1" for="node" attr.name="title" attr.type="string"/>
 <key id="n2" for="node" attr.name="first_hand" attr.type="boolean"/>
 <key id="n3" for="node" attr.name="id" attr.type="string"/>
 <key id="e0" for="edge" attr.name="kind" attr.type="string"/>
 <key id="e1" for="edge" attr.name="status" attr.type="string"/>
 <key id="e2" for="edge" attr.name="how" attr.type="string"/>
 <key id="e3" for="edge" attr.name="method" attr.type="string"/>
 <key id="e4" for="edge" attr.name="at" attr.type="string"/>
 <key id="e5" for="edge" attr.name="pages" attr.type="long"/>
 <key id="e6" for="edge" attr.name="share" attr.type="double"/>
 <graph id="stemma" edgedefault="directed">
  <node id="a">
   <data key="n0">article</data>
   <data key="n1">T</data>
   <data key="n2">true</data>
  </node>
  <node id=":b_231">
   <data key="n3">b#1</data>
   <data key="n0">document</data>
  </node>
  <edge id="e0" source="a" target=":b_231">
   <data key="e0">derived_from</data>
   <data key="e1">asserted</data>
   <data key="e2">rewrite</data>
   <data key="e3">m</data>
   <data key="e4">1970-01-01T00:00:00Z</data>
   <data key="e5">12</data>
   <data key="e6">0.50</data>
  </edge>
 </graph>
</graphml>
)");
}

TEST_CASE("GraphML keeps hostile texts, and names what XML cannot hold") {
  GraphBuilder builder;
  const Exported exported = Export("graphml", BuildHostile(builder));
  // Versions of the library write a quotation mark in a text as itself or by its name.
  CHECK(exported.Holds(R"(a "b" 'c' &lt;d&gt; &amp; e]]&gt; \f; g,h)") !=
        exported.Holds(R"(a &quot;b&quot; 'c' &lt;d&gt; &amp; e]]&gt; \f; g,h)"));
  CHECK(exported.Holds("one\ntwo&#13;\nthree&#13;four\tfive "));
  CHECK(exported.Holds(kScripts));
  CHECK(exported.text.find('\x07') == std::string::npos);
  CHECK(
      exported.LeftOut("2 values with a character that XML cannot hold (first: bell of plain: "
                       "control character U+0007)"));
  CHECK(exported.LeftOut(
      "1 fields with the name of one that the format has (first: right of plain cites an \"odd\" "
      "<id>; خبر, 📰)"));
  CHECK(exported.LeftOut("2 nodes' histories: when their fields were set, and by whom"));
  CHECK(exported.remarks == std::vector<std::string>{"1 node marked private is in it"});
  CHECK(exported.Holds(">withdrawn<"));
}

TEST_CASE("different ids never become the same token of XML") {
  GraphBuilder builder;
  for (const std::string id : {"a#", ":a_23", "a_23", ":a#", "a"}) {
    builder.Node(NodeKind::kArticle, id);
  }
  const std::string text = Export("graphml", builder.Graph()).text;
  for (const std::string token : {":a_23", ":_3Aa_5F23", "a_23", ":_3Aa_23", "a"}) {
    INFO(token);
    const std::string node = "<node id=\"" + token + "\">";
    CHECK(text.find(node) != std::string::npos);
    CHECK(text.find(node) == text.rfind(node));
  }
}

TEST_CASE("an id that XML cannot hold is refused by name") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "bad\xEF\xBF\xBE");
  ExportReport report;
  const Status status = FindExportFormat("graphml")->write(
      builder.Graph(), [](std::string_view) { return Status(); }, report);
  REQUIRE_FALSE(status.has_value());
  CHECK(status.error().code == ErrorCode::kInvalidInput);
  CHECK(status.error().message == "id \"bad\xEF\xBF\xBE\": XML cannot hold its U+FFFE");
}

TEST_CASE("a writer that fails ends the export with what it said") {
  GraphBuilder builder;
  for (int i = 0; i < 2000; ++i) {
    builder.Node(NodeKind::kArticle, "a" + std::to_string(i));
  }
  ExportReport report;
  int calls = 0;
  const Status status = FindExportFormat("graphml")->write(
      builder.Graph(),
      [&](std::string_view) -> Status {
        return ++calls < 3 ? Status() : Status(Fail(ErrorCode::kIo, "the disk is full"));
      },
      report);
  REQUIRE_FALSE(status.has_value());
  CHECK(status.error().message == "the disk is full");
  CHECK(calls == 3);
}

TEST_CASE("a table of attributes is bounded, and counts what lies beyond") {
  GraphBuilder builder;
  std::vector<std::pair<std::string, std::string>> fields;
  for (size_t i = 0; i < AttributeTable::kColumnsMax + 5; ++i) {
    fields.emplace_back("f" + std::to_string(i), "v");
  }
  builder.Node(NodeKind::kArticle, "a", fields);
  const Exported exported = Export("graphml", builder.Graph());
  // One column is the kind's.
  CHECK(exported.LeftOut("6 values of fields beyond the first 1000 names (first: f999 of a)"));
  CHECK(exported.Holds("attr.name=\"f998\""));
}

TEST_CASE("a column of several types is a text, one of whole and other numbers a number") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a", {{"mixed", "text"}, {"list", "[1]"}});
  builder.Node(NodeKind::kArticle, "b", {{"mixed", "true"}, {"list", "[\"x\"]"}});
  builder.Edge("a", EdgeKind::kCites, "b", [](EdgeAssertion& edge) {
    edge.extra = {{"n", false, "1"}};
  });
  builder.Edge("b", EdgeKind::kCites, "a", [](EdgeAssertion& edge) {
    edge.extra = {{"n", false, "123456789012345678901234567890"}};
  });
  const Exported exported = Export("graphml", builder.Graph());
  CHECK(exported.Holds("attr.name=\"mixed\" attr.type=\"string\""));
  CHECK(exported.Holds("attr.name=\"list\" attr.type=\"string\""));
  CHECK(exported.Holds("attr.name=\"n\" attr.type=\"double\""));
  CHECK(exported.Holds(">123456789012345678901234567890<"));
}

TEST_CASE("what XML forbids is told apart from what only looks like it") {
  CHECK_FALSE(ForbiddenInXml("tab\tline\nreturn\r\x7F \xEF\xBF\xBD"));
  CHECK(ForbiddenInXml(std::string_view("a\0b", 3)) == "control character U+0000");
  CHECK(ForbiddenInXml("\x1F") == "control character U+001F");
  CHECK(ForbiddenInXml("\xEF\xBF\xBF") == "U+FFFF");
}

}  // namespace
}  // namespace stemma::testing
