// GraphML of our own export comes back, other graphs become works that cite, and no trick of XML
// reads or expands anything.
#include <catch2/catch_all.hpp>

#include "graph/ingest/imported.h"

namespace stemma::testing {
namespace {

std::string File(const std::string& keys, const std::string& graph,
                 const std::string& attributes = "id=\"G\" edgedefault=\"directed\"") {
  return "<?xml version=\"1.0\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" +
         keys + "\n<graph " + attributes + ">" + graph + "</graph></graphml>\n";
}

TEST_CASE("kinds, fields and evidence come back as they were exported") {
  const Imported imported = ImportBytes(
      "g.graphml",
      File(R"(<key id="n0" for="node" attr.name="kind" attr.type="string"/>)"
           R"(<key id="n1" for="node" attr.name="id" attr.type="string"/>)"
           R"(<key id="n2" for="node" attr.name="title" attr.type="string"/>)"
           R"(<key id="n3" for="node" attr.name="first_hand" attr.type="boolean"/>)"
           R"(<key id="n4" for="node" attr.name="name" attr.type="string"/>)"
           R"(<key id="n5" for="node" attr.name="aliases" attr.type="string"/>)"
           R"(<key id="e0" for="edge" attr.name="kind" attr.type="string"/>)"
           R"(<key id="e1" for="edge" attr.name="evidence" attr.type="string"/>)"
           R"(<key id="e2" for="edge" attr.name="right" attr.type="long"/>)"
           R"(<key id="e3" for="edge" attr.name="fired" attr.type="long"/>)"
           R"(<key id="e4" for="edge" attr.name="confidence" attr.type="double"/>)",
           R"(<node id=":a_20b"><data key="n0">article</data><data key="n1">a b</data>)"
           R"(<data key="n2">[T] &amp; &lt;U&gt;</data><data key="n3">true</data></node>)"
           R"(<node id="o"><data key="n0">outlet</data><data key="n4">Gazette</data>)"
           R"(<data key="n5">["G","TG"]</data></node>)"
           R"(<edge source=":a_20b" target="o"><data key="e0">published_by</data>)"
           R"(<data key="e1">[{"in":"a b","exact":"G"}]</data><data key="e4">0.1</data>)"
           R"(<data key="e2">3</data><data key="e3">4</data></edge>)",
           R"(id="stemma" edgedefault="directed")"));
  CHECK(imported.error.empty());
  CHECK(imported.lines ==
        std::vector<std::string>{
            R"({"node":"article","id":"a b","title":"[T] & <U>","first_hand":true})",
            R"({"node":"outlet","id":"o","name":"Gazette","aliases":["G","TG"]})",
            R"({"edge":"published_by","from":"a b","to":"o",)"
            R"("evidence":[{"in":"a b","exact":"G"}],"confidence":{"right":3,"fired":4}})"});
  CHECK(imported.report.notes == std::vector<std::string>{"g.graphml: 1 edge, 2 nodes"});
}

TEST_CASE("another's graph is documents that cite, with its attributes as fields") {
  const Imported imported = ImportBytes(
      "other.xml",
      File(R"(<key id="d0" for="node" attr.name="label" attr.type="string"/>)"
           R"(<key id="d1" for="node" attr.name="date" attr.type="string"/>)"
           R"(<key id="d2" for="edge" attr.name="weight" attr.type="double"/>)"
           R"(<key id="d3" for="node" attr.name="id" attr.type="string"/>)",
           R"(<node id=":a"><data key="d0">A work</data><data key="d1">last May</data>)"
           R"(<data key="d3">x</data><graph id="sub"><node id="b"/></graph></node>)"
           R"(<edge source=":a" target="b"><data key="d2">0.5</data></edge><hyperedge/>)",
           R"(edgedefault="undirected")"));
  CHECK(imported.error.empty());
  CHECK(imported.lines ==
        std::vector<std::string>{R"({"node":"document","id":"b"})",
                                 R"({"node":"document","id":":a","graphml_date":"last May",)"
                                 R"("graphml_id":"x","title":"A work"})",
                                 R"({"edge":"cites","from":":a","to":"b","weight":0.5})"});
  CHECK(imported.report.notes.back() ==
        "other.xml: 1 edge, 2 nodes, 1 undirected graph, read from source to target; kept as extra "
        "fields: 1 × graphml_date, 1 × graphml_id, 1 × weight; left out: 1 × hyperedges");
}

TEST_CASE("no entity is expanded, nothing else is read, and nesting has an end") {
  const std::string body = File("", R"(<node id="a"/>)").substr(22);
  const auto error_of = [](const std::string& bytes) {
    return ImportBytes("g.graphml", bytes, ImportFormat::kGraphml).error;
  };
  const std::string refused = "expected GraphML without a document type declaration, found one";
  CHECK(error_of("<?xml version=\"1.0\"?>\n<!DOCTYPE graphml SYSTEM \"/etc/passwd\">" + body)
            .ends_with(refused));
  std::string bomb = "<!DOCTYPE graphml [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">";
  for (char c = 'b'; c < 'k'; ++c) {
    const std::string before = std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 20; ++i) {
      bomb += before;
    }
    bomb += "\">";
  }
  CHECK_FALSE(error_of(bomb + "]><graphml><graph><node id=\"&j;\"/></graph></graphml>").empty());
  std::string deep;
  for (int i = 0; i < 100000; ++i) {
    deep += "<node id=\"n\"><graph>";
  }
  CHECK(error_of("<graphml><graph>" + deep).starts_with("g.graphml:1: expected GraphML, found "));
}

TEST_CASE("bad GraphML is refused at its line") {
  const auto error_of = [](const std::string& bytes) {
    return ImportBytes("g.graphml", bytes, ImportFormat::kGraphml).error;
  };
  CHECK(error_of("<gexf/>") == "g.graphml:1: expected GraphML, found XML that begins with <gexf>");
  CHECK(error_of("words").starts_with("g.graphml:1: expected GraphML, found broken XML: "));
  CHECK(error_of(File("", "<node id=\"a\">")).find("expected GraphML, found broken XML: ") !=
        std::string::npos);
  CHECK(error_of(File("", "<node/>")) ==
        "g.graphml:3: id: expected an id of 1 to 1,024 bytes, found none");
  CHECK(error_of(File("", "<node id=\"a\"/>\n<edge source=\"a\" target=\"b\"/>")) ==
        "g.graphml:4: to: no node \"b\" in the import or in the store");
  CHECK(error_of(File("", R"(<node id="a"><data key="x">1</data><data key="x">2</data></node>)")) ==
        "g.graphml:3: x: given twice");
  CHECK(error_of(File("", R"(<node id="a"><data key="id">1</data>)"
                          R"(<data key="graphml_id">2</data></node>)")) ==
        "g.graphml:3: graphml_id: given twice");
  CHECK(error_of(File("", "")) == "g.graphml: holds no node and no edge");
}

}  // namespace
}  // namespace stemma::testing
