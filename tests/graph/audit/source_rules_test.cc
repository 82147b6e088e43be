// Dead ends, corrections and circles.
#include "graph/audit/chain_trial.h"

namespace stemma::testing {
namespace {

using enum NodeKind;
using enum EdgeKind;

TEST_CASE("a work without a source, an origin or a named speaker is a dead end, which is a note") {
  GraphBuilder builder;
  builder.Node(kArticle, "bare", {{"title", "Calm returns"}}).Node(kArticle, "copy");
  builder.Node(kOutlet, "wire").Edge("copy", kDerivedFrom, "bare").Edge("copy", kCites, "wire");
  const Findings bare = FindingsOf(builder, "bare", CheckDeadEnd);
  REQUIRE(bare.size() == 1);
  CHECK(bare.front().severity == Severity::kNote);
  CHECK(bare.front().message == "no source is recorded, and nobody is quoted by name");
  const Findings copy = FindingsOf(builder, "copy", CheckDeadEnd);
  REQUIRE(copy.size() == 1);
  CHECK(IsRelatedTo(copy.front(), "bare"));
}

TEST_CASE("an origin anywhere behind it, or somebody quoted by name, is no dead end") {
  GraphBuilder builder;
  builder.Node(kDocument, "leak").Node(kArticle, "news").Node(kArticle, "copy");
  builder.Edge("news", kCites, "leak").Edge("copy", kDerivedFrom, "news");
  builder.Node(kArticle, "seen", {{"first_hand", "true"}});
  builder.Node(kArticle, "told").Node(kQuote, "told#q", {{"text", "we will not go"}});
  builder.Node(kSpeaker, "mayor", {{"name", "Ann Lee"}});
  builder.Edge("told", kQuotes, "told#q").Edge("told#q", kSpokenBy, "mayor");
  builder.Node(kArticle, "heard").Node(kQuote, "heard#q", {{"first_hand", "true"}});
  builder.Edge("heard", kQuotes, "heard#q");
  builder.Node(kArticle, "reported").Edge("reported", kCites, "mayor");
  builder.Node(kArticle, "lifted").Node(kQuote, "lifted#q").Edge("lifted", kQuotes, "lifted#q");
  builder.Edge("lifted#q", kQuotedFrom, "leak");
  for (const char* id : {"leak", "news", "copy", "seen", "told", "heard", "reported", "lifted"}) {
    INFO(id);
    CHECK(FindingsOf(builder, id, CheckDeadEnd).empty());
  }
}

TEST_CASE("an unnamed speaker, or a source that is withdrawn, leaves a dead end") {
  GraphBuilder builder;
  builder.Node(kArticle, "news").Node(kQuote, "news#q").Edge("news", kQuotes, "news#q");
  builder.Node(kSpeaker, "official", {{"unnamed", "true"}});
  builder.Edge("news#q", kSpokenBy, "official");
  builder.Node(kDocument, "leak").Edge("news", kCites, "leak", kWithdrawn);
  CHECK(FindingsOf(builder, "news", CheckDeadEnd).size() == 1);
}

GraphBuilder Corrected(const std::string& date, const std::string& how) {
  GraphBuilder builder;
  builder.Node(kArticle, "copy", {{"date", date}}).Node(kArticle, "between");
  builder.Node(kArticle, "wrong", {{"date", "2020-01-01"}});
  builder.Node(kArticle, "correction", {{"date", "2020-02-01"}});
  builder.Edge("copy", kDerivedFrom, "between").Edge("between", kCites, "wrong");
  builder.Edge("correction", kCorrects, "wrong", How(how));
  return builder;
}

TEST_CASE("a chain that passes a work which was corrected later names the correction") {
  GraphBuilder builder = Corrected("2020-01-10", "correction");
  const Findings findings = FindingsOf(builder, "copy", CheckCorrections);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kWarning);
  CHECK(findings.front().message ==
        "its chain passes wrong, which was corrected by correction (2020-02-01)");
  CHECK(Says(findings.front(), "later than this work"));
  CHECK(Says(findings.front(), "by way of between"));
  CHECK(IsRelatedTo(findings.front(), "correction"));
  CHECK(IsRelatedTo(findings.front(), "wrong"));
}

TEST_CASE("a retraction or kill is an error, an update a note, whatever the dates") {
  const auto severity = [](const std::string& date, const std::string& how) {
    GraphBuilder builder = Corrected(date, how);
    return FindingsOf(builder, "copy", CheckCorrections).at(0).severity;
  };
  CHECK(severity("2020-01-10", "retraction") == Severity::kError);
  CHECK(severity("2020-01-10", "kill") == Severity::kError);
  CHECK(severity("2020-01-10", "update") == Severity::kNote);
  CHECK(severity("../2020", "retraction") == Severity::kError);
}

TEST_CASE("a correction that was there before the work was not carried") {
  GraphBuilder builder = Corrected("2020-03-01", "correction");
  const Findings findings = FindingsOf(builder, "copy", CheckCorrections);
  REQUIRE(findings.size() == 1);
  CHECK(Says(findings.front(), "a correction that this work did not carry"));
}

TEST_CASE("who relies on the correction, is the correction, or stands behind it is not told") {
  GraphBuilder builder = Corrected("2020-03-01", "correction");
  builder.Edge("copy", kCites, "correction");
  builder.Edge("correction", kDerivedFrom, "wrong", How("revision"));
  CHECK(FindingsOf(builder, "copy", CheckCorrections).empty());
  CHECK(FindingsOf(builder, "correction", CheckCorrections).empty());
  CHECK(FindingsOf(builder, "wrong", CheckCorrections).empty());
  CHECK(FindingsOf(builder, "between", CheckCorrections).size() == 1);
}

TEST_CASE("a work that was itself corrected does not stand as it was, which is a note") {
  GraphBuilder builder = Corrected("2020-01-10", "retraction");
  builder.Node(kArticle, "own-correction").Edge("own-correction", kCorrects, "copy");
  const Findings findings = FindingsOf(builder, "copy", CheckCorrections);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kNote);
  CHECK(Says(findings.front(), "own-correction"));
}

TEST_CASE("a withdrawn correction corrects nothing, and one of a work that was quoted does") {
  GraphBuilder builder = Corrected("2020-01-10", "correction");
  builder.Edge("correction", kCorrects, "wrong", [](EdgeAssertion& edge) {
    edge.status = AssertionStatus::kWithdrawn;
    edge.at = 5;
  });
  builder.Node(kArticle, "quoting").Node(kQuote, "quoting#q", {{"text", "we will not go"}});
  builder.Node(kArticle, "killed").Node(kArticle, "notice");
  builder.Edge("quoting", kQuotes, "quoting#q").Edge("quoting#q", kQuotedFrom, "killed");
  builder.Edge("notice", kCorrects, "killed", How("kill"));
  CHECK(FindingsOf(builder, "copy", CheckCorrections).empty());
  CHECK(FindingsOf(builder, "quoting", CheckCorrections).size() == 1);
}

TEST_CASE("a work on a circle is warned of, with one round; one that leads to it is not") {
  GraphBuilder builder;
  for (const char* id : {"a", "b", "c", "outside"}) {
    builder.Node(kArticle, id);
  }
  builder.Edge("a", kCites, "b").Edge("b", kDerivedFrom, "c").Edge("c", kCites, "a");
  builder.Edge("outside", kCites, "a");
  for (const char* id : {"a", "b", "c"}) {
    const Findings findings = FindingsOf(builder, id, CheckCircle);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity == Severity::kWarning);
    CHECK(findings.front().because.front() ==
          "one round: a -cites-> b -derived_from-> c -cites-> a");
  }
  CHECK(FindingsOf(builder, "outside", CheckCircle).empty());
  CHECK(FindingsOf(builder, "outside", CheckCorrections).empty());
  CHECK(FindingsOf(builder, "outside", CheckDeadEnd).size() == 1);
}

TEST_CASE("a withdrawn edge closes no circle, a judgement that two works are one may") {
  GraphBuilder open;
  open.Node(kArticle, "a").Node(kArticle, "b");
  open.Edge("a", kCites, "b").Edge("b", kCites, "a", kWithdrawn);
  CHECK(FindingsOf(open, "a", CheckCircle).empty());

  GraphBuilder folded;
  folded.Node(kArticle, "a").Node(kArticle, "b").Node(kArticle, "a2");
  folded.Edge("a", kCites, "b").Edge("b", kCites, "a2").Edge("a2", kSameAs, "a");
  CHECK(FindingsOf(folded, "a", CheckCircle).size() == 1);
  CHECK(FindingsOf(folded, "b", CheckCircle).size() == 1);
}

}  // namespace
}  // namespace stemma::testing
