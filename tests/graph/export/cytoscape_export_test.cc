#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "graph/export/export_trial.h"

namespace stemma::testing {
namespace {

using Json = nlohmann::json;

TEST_CASE("Cytoscape's elements hold fields as the JSON they are") {
  GraphBuilder builder;
  const Exported exported = Export("cytoscape", BuildHostile(builder));
  const Json nodes = Json::parse(exported.text)["elements"]["nodes"];
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[0]["data"] == Json{{"id", "plain"},
                                 {"kind", "article"},
                                 {"title", kQuoteMarks},
                                 {"text", kLineEnds},
                                 {"lang", kScripts},
                                 {"bell", "ding\x07"},
                                 {"end", "\xEF\xBF\xBF"},
                                 {"first_hand", true}});
  CHECK(nodes[1]["data"]["aliases"] == Json{"A;B", "C", "]"});
  CHECK(exported.remarks == std::vector<std::string>{"1 node marked private is in it"});
}

TEST_CASE("Cytoscape's edges have an id that no node can have") {
  GraphBuilder builder;
  const Exported exported = Export("cytoscape", BuildHostile(builder));
  const Json edges = Json::parse(exported.text)["elements"]["edges"];
  REQUIRE(edges.size() == 2);
  const Json& data = edges[0]["data"];
  CHECK(data["id"] == "plain\tcites\tan \"odd\" <id>; خبر, 📰");
  CHECK(data["source"] == "plain");
  CHECK(data["target"] == "an \"odd\" <id>; خبر, 📰");
  CHECK(data["right"] == 3);
  CHECK(data["fired"] == 4);
  CHECK_THAT(data["confidence"].get<double>(), Catch::Matchers::WithinAbs(0.3006, 0.001));
  CHECK(data["note"] == kScripts);
  CHECK(exported.LeftOut(
      "1 fields with the name of one that the format has (first: right of plain cites an \"odd\" "
      "<id>; خبر, 📰)"));
}

TEST_CASE("an empty graph is an object with two empty lists") {
  GraphBuilder builder;
  const Exported exported = Export("cytoscape", builder.Graph());
  CHECK(Json::parse(exported.text) ==
        Json{{"elements", {{"nodes", Json::array()}, {"edges", Json::array()}}}});
  CHECK(exported.left_out.empty());
}

}  // namespace
}  // namespace stemma::testing
