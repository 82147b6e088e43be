#include <catch2/catch_all.hpp>

#include "graph/export/export_trial.h"

namespace stemma::testing {
namespace {

TEST_CASE("GEXF gives each node a label and each edge its kind, and types its attributes") {
  GraphBuilder builder;
  builder.Node(NodeKind::kArticle, "a", {{"title", "T"}, {"first_hand", "true"}});
  builder.Node(NodeKind::kDocument, "b#1");
  builder.Edge("a", EdgeKind::kCites, "b#1");
  builder.Edge("a", EdgeKind::kMentions, "b#1", [](EdgeAssertion& edge) {
    edge.confidence = Confidence{false, 0, 0, 0.5};
  });
  const Exported exported = Export("gexf", builder.Graph());
  CHECK(
      exported.text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns="
                                "\"http://gexf.net/1.3\""));
  CHECK(exported.text.substr(exported.text.find(" <graph ")) ==
        R"( <graph defaultedgetype="directed" mode="static">
  <attributes class="node">
   <attribute id="0" title="kind" type="string"/>
   <attribute id="1" title="title" type="string"/>
   <attribute id="2" title="first_hand" type="boolean"/>
  </attributes>
  <attributes class="edge">
   <attribute id="0" title="kind" type="string"/>
   <attribute id="1" title="status" type="string"/>
   <attribute id="2" title="at" type="string"/>
   <attribute id="3" title="confidence" type="double"/>
  </attributes>
  <nodes>
   <node id="a" label="T">
    <attvalues>
     <attvalue for="0" value="article"/>
     <attvalue for="1" value="T"/>
     <attvalue for="2" value="true"/>
    </attvalues>
   </node>
   <node id="b#1" label="b#1">
    <attvalues>
     <attvalue for="0" value="document"/>
    </attvalues>
   </node>
  </nodes>
  <edges>
   <edge id="0" source="a" target="b#1" kind="cites">
    <attvalues>
     <attvalue for="0" value="cites"/>
     <attvalue for="1" value="asserted"/>
     <attvalue for="2" value="1970-01-01T00:00:00Z"/>
    </attvalues>
   </edge>
   <edge id="1" source="a" target="b#1" kind="mentions">
    <attvalues>
     <attvalue for="0" value="mentions"/>
     <attvalue for="1" value="asserted"/>
     <attvalue for="3" value="0.5"/>
     <attvalue for="2" value="1970-01-01T00:00:00Z"/>
    </attvalues>
   </edge>
  </edges>
 </graph>
</gexf>
)");
}

TEST_CASE("GEXF keeps hostile texts, and names what XML cannot hold") {
  GraphBuilder builder;
  const Exported exported = Export("gexf", BuildHostile(builder));
  CHECK(exported.Holds(R"(a &quot;b&quot; 'c' &lt;d&gt; &amp; e]]&gt; \f; g,h)"));
  CHECK(exported.Holds("one&#10;two&#13;&#10;three&#13;four&#9;five "));
  CHECK(exported.Holds(kScripts));
  CHECK(exported.Holds("id=\"an &quot;odd&quot; &lt;id&gt;; خبر, 📰\" label=\"Odd\""));
  CHECK(
      exported.LeftOut("2 values with a character that XML cannot hold (first: bell of plain: "
                       "control character U+0007)"));
  CHECK(exported.remarks == std::vector<std::string>{"1 node marked private is in it"});
}

TEST_CASE("a label that XML cannot hold gives way to the id") {
  GraphBuilder builder;
  builder.Node(NodeKind::kOutlet, "o", {{"name", "ding\x07"}});
  CHECK(Export("gexf", builder.Graph()).Holds("<node id=\"o\" label=\"o\">"));
}

}  // namespace
}  // namespace stemma::testing
