#include <catch2/catch_all.hpp>

#include <string>
#include <vector>

#include "graph/audit/near_copies.h"
#include "graph/audit/near_copy_findings.h"
#include "graph/base/utf8.h"
#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

const std::string kStory =
    "The old bridge over the Lenne was closed on Monday after inspectors found cracks in two of "
    "its piers. Lorries have to take the long way round by the dam until spring, and the buses to "
    "the upper valley will leave half an hour earlier than before.\n\n"
    "Repairs may take until April, since the stone has to come from a quarry that was given up "
    "decades ago. The council has put aside a third of what the engineers think will be needed, "
    "and hopes that the province will lend the rest.";
const std::string kNews = "Brücke zu. Three weeks without a way across.\n\n";

// Two prints of one story, an outlet each; `copy` is the later one.
class TwoPrints {
 public:
  explicit TwoPrints(const std::string& copied_on = "2021-03-09", const std::string& intro = "") {
    graph_.Node(NodeKind::kOutlet, "post", {{"name", "Northern Post"}, {"owner", "Vale Media"}})
        .Node(NodeKind::kOutlet, "gazette", {{"name", "Lenne Gazette"}, {"owner", "vale media"}})
        .Node(NodeKind::kOutlet, "agency", {{"name", "Associated Press"}})
        .Node(NodeKind::kArticle, "first", Dated("2021-03-08", intro + kStory))
        .Node(NodeKind::kArticle, "copy", Dated(copied_on, kNews + intro + kStory))
        .Node(NodeKind::kArticle, "wire", {{"title", "Wire"}})
        .Node(NodeKind::kArticle, "middle", {{"title", "Middle"}})
        .Edge("copy", EdgeKind::kPublishedBy, "gazette");
  }

  TwoPrints& By(const std::string& outlet) { return Edge("first", EdgeKind::kPublishedBy, outlet); }
  TwoPrints& Edge(const std::string& from, EdgeKind kind, const std::string& to,
                  AssertionStatus status = AssertionStatus::kAsserted, bool by_method = false) {
    graph_.Edge(from, kind, to, [&](EdgeAssertion& edge) {
      edge.status = status;
      if (by_method) {
        edge.method = "test/1";
      }
    });
    return *this;
  }

  Findings Audit(const std::string& id) {
    const NodeId work = graph_.Id(id);
    const std::string text = Must(StoredText(graph_.Graph(), work));
    const auto copies = Must(FindNearCopiesOf(graph_.Graph(), text, work)).works;
    REQUIRE(copies.size() == 1);
    return Check(text, work, copies);
  }
  Findings Check(const std::string& text, std::optional<NodeId> work,
                 const std::vector<NodeId>& copies) {
    Article article;
    article.text = text;
    const Reading reading = ReadSourcing(std::move(article));
    const TextUnderAudit under_audit(reading);
    Findings findings;
    CHECK(Must(CheckNearCopies(under_audit, work, copies, graph_.Graph(), findings)) ==
          copies.size());
    return findings;
  }
  GraphBuilder& Builder() { return graph_; }

 private:
  static Fields Dated(const std::string& date, const std::string& text) {
    return date.empty() ? Fields{{"text", text}} : Fields{{"date", date}, {"text", text}};
  }
  GraphBuilder graph_;
};

TEST_CASE("a later copy that says nothing of the earlier is told where and how much") {
  TwoPrints prints;
  prints.By("post");
  const Findings findings = prints.Audit("copy");
  REQUIRE(findings.size() == 1);
  const Finding& finding = findings.front();
  CHECK(finding.rule == Rule::kCreditUndeclared);
  CHECK(finding.severity == Severity::kWarning);
  CHECK(finding.message ==
        "holds 100 % of the own words of first (2021-03-08), and no edge says how they are "
        "related");
  CHECK(finding.exact == kStory.substr(0, kStory.size() - 1));  // all of it, but for the period
  REQUIRE(finding.span);
  CHECK(finding.span->begin == kNews.size());
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].node == "first");
  CHECK(finding.related[0].start == 0);
  CHECK(finding.related[0].end == CodePointCount(kStory) - 1);
  CHECK(finding.related[0].exact == finding.exact);
  CHECK(finding.because ==
        std::vector<std::string>{
            "of runs of six words outside quotation marks 86 stand in both, of 94 here and 86 "
            "there; the longest passage has 91 words",
            "published 2021-03-09 by Lenne Gazette; first 2021-03-08 by Northern Post",
            "both outlets belong to one owner: Vale Media"});
  // The earlier work owes nothing.
  CHECK(prints.Audit("first").empty());
}

TEST_CASE("where dates do not say which came first both works are told so") {
  for (const std::string date : {"2021-03-08", "2021-03", ""}) {
    TwoPrints prints(date);
    for (const std::string id : {"copy", "first"}) {
      INFO(id << " " << date);
      const Findings findings = prints.Audit(id);
      REQUIRE(findings.size() == 1);
      CHECK(findings[0].because.at(1).starts_with("dates do not say which came first: "));
    }
  }
  CHECK(TwoPrints("").Audit("first").front().message ==
        "shares 100 % of its own words with copy (undated), and no edge says how they are related");
}

TEST_CASE("an edge or a short chain between the two explains the copy") {
  CHECK(TwoPrints().Edge("copy", EdgeKind::kDerivedFrom, "first").Audit("copy").empty());
  CHECK(TwoPrints().Edge("first", EdgeKind::kDerivedFrom, "copy").Audit("copy").empty());
  CHECK(TwoPrints().Edge("copy", EdgeKind::kCites, "first").Audit("copy").empty());
  CHECK(TwoPrints().Edge("copy", EdgeKind::kCorrects, "first").Audit("copy").empty());
  CHECK(TwoPrints()
            .Edge("copy", EdgeKind::kDerivedFrom, "middle")
            .Edge("middle", EdgeKind::kCites, "wire")
            .Edge("wire", EdgeKind::kDerivedFrom, "first")
            .Audit("copy")
            .empty());
}

TEST_CASE("a judgement that both are the same explains the copy, and a withdrawn edge does not") {
  TwoPrints same;
  same.Builder().Edge("first", EdgeKind::kSameAs, "copy");
  CHECK(same.Audit("copy").empty());
  TwoPrints different;
  different.Builder().Edge("first", EdgeKind::kSameAs, "copy",
                           [](EdgeAssertion& edge) { edge.judgement = Judgement::kDifferent; });
  CHECK(different.Audit("copy").size() == 1);
  CHECK(TwoPrints()
            .Edge("copy", EdgeKind::kDerivedFrom, "first", AssertionStatus::kWithdrawn)
            .Audit("copy")
            .size() == 1);
}

TEST_CASE("a chain of four hops is too long to explain the copy") {
  TwoPrints prints;
  prints.Builder().Node(NodeKind::kArticle, "more");
  prints.Edge("copy", EdgeKind::kDerivedFrom, "middle")
      .Edge("middle", EdgeKind::kDerivedFrom, "wire")
      .Edge("wire", EdgeKind::kDerivedFrom, "more")
      .Edge("more", EdgeKind::kDerivedFrom, "first");
  CHECK(prints.Audit("copy").size() == 1);
}

TEST_CASE("two prints of one stored wire are siblings, two readers of one source are not") {
  CHECK(TwoPrints()
            .Edge("copy", EdgeKind::kDerivedFrom, "wire")
            .Edge("first", EdgeKind::kDerivedFrom, "middle")
            .Edge("middle", EdgeKind::kDerivedFrom, "wire")
            .Audit("copy")
            .empty());
  CHECK(TwoPrints()
            .Edge("copy", EdgeKind::kCites, "wire")
            .Edge("first", EdgeKind::kCites, "wire")
            .Audit("copy")
            .size() == 1);
}

TEST_CASE("crediting the outlet that published the earlier explains the copy, not the reverse") {
  CHECK(TwoPrints().By("agency").Edge("copy", EdgeKind::kCites, "agency").Audit("copy").empty());
  CHECK(TwoPrints().By("post").Edge("copy", EdgeKind::kCites, "agency").Audit("copy").size() == 1);
  CHECK(TwoPrints().By("post").Edge("first", EdgeKind::kCites, "gazette").Audit("copy").size() ==
        1);
  // Which is the later is not known: either may be the one that credits.
  CHECK(TwoPrints("").By("post").Edge("first", EdgeKind::kCites, "gazette").Audit("copy").empty());
  // An outlet judged the same as the publisher is the publisher.
  TwoPrints judged;
  judged.Builder().Node(NodeKind::kOutlet, "ap", {{"name", "AP"}});
  judged.Builder().Edge("ap", EdgeKind::kSameAs, "agency");
  CHECK(judged.By("agency").Edge("copy", EdgeKind::kCites, "ap").Audit("copy").empty());
}

TEST_CASE("two texts credited to one agency are its copy, whether or not that is stored") {
  CHECK(TwoPrints("2021-03-09", "ALTENA (AP) - It is a long way.\n\n").Audit("copy").empty());
  CHECK(TwoPrints()
            .Edge("copy", EdgeKind::kCites, "agency")
            .Edge("first", EdgeKind::kCites, "agency")
            .Audit("copy")
            .empty());
  // That both draw on an outlet for something, as a method read, says nothing of their words.
  TwoPrints drawn;
  drawn.Edge("copy", EdgeKind::kCites, "agency", AssertionStatus::kExtracted, true);
  drawn.Edge("first", EdgeKind::kCites, "agency", AssertionStatus::kExtracted, true);
  CHECK(drawn.Audit("copy").size() == 1);
}

TEST_CASE("two versions of one outlet's story are a note") {
  const Findings findings = TwoPrints().By("gazette").Audit("copy");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kNote);
  CHECK(findings[0].because.back() ==
        "one outlet published both: consistent with two versions of one story");
}

TEST_CASE("several copies make one finding, another outlet's and the nearest first") {
  TwoPrints prints;
  prints.By("gazette");
  GraphBuilder& graph = prints.Builder();
  for (int i = 0; i < 7; ++i) {
    graph.Node(NodeKind::kArticle, "more-" + std::to_string(i),
               {{"date", "2021-03-0" + std::to_string(i + 1)},
                {"text", kStory.substr(0, kStory.find("\n\n"))}});
  }
  const NodeId work = graph.Id("copy");
  const std::string text = Must(StoredText(graph.Graph(), work));
  const auto copies = Must(FindNearCopiesOf(graph.Graph(), text, work)).works;
  REQUIRE(copies.size() == 8);
  const Findings findings = prints.Check(text, work, copies);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kWarning);
  CHECK(findings[0].message.starts_with("holds 100 % of the own words of more-0 (2021-03-01)"));
  CHECK(findings[0].because.back() ==
        "nothing says so of these either: more-1 (2021-03-02) 100 %, more-2 (2021-03-03) 100 %, "
        "more-3 (2021-03-04) 100 %, more-4 (2021-03-05) 100 % and 3 more");
}

TEST_CASE("a text that is not stored is told of its copies, unless it credits their outlet") {
  TwoPrints prints;
  prints.By("post");
  const std::vector<NodeId> first = {prints.Builder().Id("first")};
  CHECK(prints.Check(kStory, {}, first).size() == 1);
  CHECK(prints
            .Check("The Northern Post reported on Monday that the bridge is closed.\n\n" + kStory,
                   {}, first)
            .empty());
  CHECK(prints.Check(kStory, {}, {}).empty());
}

}  // namespace
}  // namespace stemma::testing
