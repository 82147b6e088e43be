#include <catch2/catch_all.hpp>

#include <map>

#include "graph/audit/audited_article.h"
#include "graph/base/pair_sorter.h"
#include "support/graph_builder.h"

namespace stemma {
namespace {

using testing::AuditArticle;
using testing::GraphBuilder;
using testing::Must;
using testing::ShippedAuthority;
using testing::Shown;

constexpr const char* kStory =
    "The files were obtained by the International Federation of Investigative Journalists (FIJI), "
    "and the people of the town said that it was quiet.\n";

TEST_CASE("a finding's id stays while its words stay", "[audit]") {
  const auto id_in = [](const std::string& text) {
    return AuditArticle(text, nullptr, {{Rule::kAcronymMismatch}}).findings.at(0).id;
  };
  const std::string id = id_in(kStory);
  CHECK(id_in(std::string("They went home to the houses by the river.\n\n") + kStory) == id);
  const FindingName name = ParseFindingId(id);
  CHECK(name.node == "story");
  CHECK(name.rule == Rule::kAcronymMismatch);
  CHECK(id == name.node + "~" + name.finding);
}

TEST_CASE("what is no finding's id is told", "[audit]") {
  for (const char* id :
       {"", "~", "a~b", "a~spelling~12345678", "~quote-odd~12345678", "quote-odd~1"}) {
    INFO(id);
    CHECK(ParseFindingId(id).node.empty());
  }
  CHECK(ParseFindingId("a~b~quote-odd~12345678").node == "a~b");
}

TEST_CASE("the same words twice are two findings with two ids", "[audit]") {
  const Audited audited = AuditArticle(
      "“We asked them,” the mayor, Rosa Lindqvist, said.”\n\nThey went home.\n\n“We asked them,” "
      "the "
      "mayor, Rosa Lindqvist, said.”\n",
      nullptr, {{Rule::kQuoteUnbalanced}});
  REQUIRE(audited.findings.size() == 2);
  CHECK(audited.findings[0].exact == audited.findings[1].exact);
  CHECK(audited.findings[0].id != audited.findings[1].id);
}

TEST_CASE("positions are code points, and findings stand in the order of the text", "[audit]") {
  const Audited audited =
      AuditArticle(std::string("“Ça va,” a dit à l’école la foule.”\n\n") + kStory);
  uint64_t last = 0;
  for (const Finding& finding : audited.findings) {
    REQUIRE(finding.start.has_value());
    CHECK(*finding.start >= last);
    last = *finding.start;
    CHECK(*finding.end > *finding.start);
    CHECK(*finding.end - *finding.start <= finding.exact.size());
  }
  REQUIRE(audited.findings.size() >= 2);
}

TEST_CASE("only the rules that were asked for run", "[audit]") {
  const Audited audited = AuditArticle(kStory, nullptr, {{Rule::kQuoteOdd}});
  CHECK(audited.findings.empty());
  CHECK(audited.checked[static_cast<size_t>(Rule::kAcronymMismatch)] == 0);
}

TEST_CASE("what a reader would look for in vain is told", "[audit]") {
  CHECK(AuditArticle(kStory).missing ==
        std::vector<std::string_view>{"date", "byline", "credit of the text"});
  const Audited credited = AuditArticle("PARIS, Nov. 27, 2019 (AFP) — " + std::string(kStory));
  CHECK(credited.missing == std::vector<std::string_view>{"byline"});
}

TEST_CASE("an answered finding is counted and not shown, until its words change", "[audit]") {
  GraphBuilder graph;
  const std::string id = AuditArticle(kStory, nullptr, {{Rule::kAcronymMismatch}}).findings[0].id;
  graph
      .Node(NodeKind::kArticle, "story",
            {{"text", kStory}, {ClearedField(ParseFindingId(id).finding), "so on their own page"}})
      .Node(NodeKind::kArticle, "other",
            {{"text",
              "The International Federation of Investigative Journalists (FIJJ) came, and "
              "the people of the town said that it was quiet.\n"},
             {ClearedField(ParseFindingId(id).finding), "so on their own page"}});
  Auditor auditor(ShippedAuthority(), &graph.Graph(), {{Rule::kAcronymMismatch}});
  const Audited story = Must(auditor.AuditWork(graph.Id("story")));
  CHECK(story.findings.empty());
  CHECK(story.cleared == 1);
  const Audited other = Must(auditor.AuditWork(graph.Id("other")));
  CHECK(other.findings.size() == 1);
  CHECK(other.cleared == 0);
}

TEST_CASE("only works are audited", "[audit]") {
  GraphBuilder graph;
  graph.Node(NodeKind::kSpeaker, "mayor", {{"name", "Rosa Lindqvist"}});
  Auditor auditor(ShippedAuthority(), &graph.Graph(), {});
  const auto audited = auditor.AuditWork(graph.Id("mayor"));
  REQUIRE_FALSE(audited.has_value());
  CHECK(audited.error().message == "mayor is a speaker, expected an article or a document");
}

TEST_CASE("a whole store comes to the same as its works one by one", "[audit]") {
  const std::string body =
      "The council of the town met on Monday and spoke of the bridge, which was closed after the "
      "flood and has not been opened since, because nobody would pay for the repair of the third "
      "pillar and the road that leads to it from the station, as the mayor had promised in spring.";
  GraphBuilder graph;
  graph.Node(NodeKind::kArticle, "a", {{"text", body}, {"date", "2019-11-20"}})
      .Node(NodeKind::kArticle, "b", {{"text", body + " " + kStory}, {"date", "2019-11-25"}})
      .Node(NodeKind::kArticle, "c", {{"date", "2019-11-01"}})
      .Node(NodeKind::kDocument, "d", {{"date", "2019-12-01"}})
      .Edge("c", EdgeKind::kCites, "d")
      .Edge("a", EdgeKind::kCites, "d");
  std::map<std::string, std::vector<std::string>> all;
  Auditor auditor(ShippedAuthority(), &graph.Graph(), {});
  Must(auditor.AuditAll([] { return std::make_unique<PairsInMemory>(); },
                        [&](const Audited& audited, uint64_t works) {
                          CHECK(works == 4);
                          all[audited.name] = Shown(audited);
                        }));
  REQUIRE(all.size() == 4);
  for (const auto& [name, lines] : all) {
    INFO(name);
    Auditor alone(ShippedAuthority(), &graph.Graph(), {});
    CHECK(Shown(Must(alone.AuditWork(graph.Id(name)))) == lines);
  }
  CHECK(all["c"] == std::vector<std::string>{"error[date-order] 2019-11-01"});
  CHECK(std::count_if(all["b"].begin(), all["b"].end(), [](const std::string& line) {
          return line.starts_with("warning[credit-undeclared]");
        }) == 1);
}

}  // namespace
}  // namespace stemma
