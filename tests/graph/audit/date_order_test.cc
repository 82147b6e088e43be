#include "graph/audit/chain_trial.h"

namespace stemma::testing {
namespace {

using enum NodeKind;
using enum EdgeKind;

GraphBuilder TwoWorks(const std::string& date, const std::string& source_date) {
  GraphBuilder builder;
  builder.Node(kArticle, "later", {{"date", date}});
  builder.Node(kArticle, "source", {{"date", source_date}});
  return builder;
}

Findings Check(const std::string& date, const std::string& source_date) {
  GraphBuilder builder = TwoWorks(date, source_date);
  builder.Edge("later", kCites, "source");
  return FindingsOf(builder, "later", CheckDateOrder);
}

TEST_CASE("a work dated before what it cites is an error that names both dates") {
  const Findings findings = Check("2019-11-20", "2019-11-24");
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(findings.front().message == "dated 2019-11-20, before source (2019-11-24), which it cites");
  CHECK(IsRelatedTo(findings.front(), "source"));
}

TEST_CASE("dates that overlap, touch, or may do so in some time zone are in order") {
  CHECK(Check("2019-11-24", "2019-11-24").empty());
  CHECK(Check("2019-11-23", "2019-11-24").empty());
  CHECK(Check("2019-11-22", "2019-11-24").empty());  // in zones at either end of the world
  CHECK(Check("2019-11", "2019-11-24").empty());
  CHECK(Check("2019-11-20/..", "2019-11-24").empty());
  CHECK(Check("2019-11-20", "../2019-11-24").empty());
  CHECK(Check("2019-11-26", "2019-11-24").empty());
  CHECK(Check("2019-11-21", "2019-11-24").size() == 1);
  CHECK(Check("2019", "2020-02-01").size() == 1);
}

TEST_CASE("instants have a zone, so that an hour is enough") {
  CHECK(Check("2019-11-24T10:00:00Z", "2019-11-24T11:00:00Z").size() == 1);
  CHECK(Check("2019-11-24T10:00:00+02:00", "2019-11-24T09:00:00+01:00").empty());
  CHECK(Check("2019-11-24T10:00:00Z", "2019-11-25").size() == 0);
  CHECK(Check("2019-11-24T09:00:00Z", "2019-11-25").size() == 1);
}

TEST_CASE("an undated work or source is in no order") {
  GraphBuilder builder;
  builder.Node(kArticle, "dated", {{"date", "2019-11-20"}}).Node(kArticle, "undated");
  builder.Edge("dated", kCites, "undated").Edge("undated", kDerivedFrom, "dated");
  CHECK(FindingsOf(builder, "dated", CheckDateOrder).empty());
  CHECK(FindingsOf(builder, "undated", CheckDateOrder).empty());
}

TEST_CASE("an inferred edge makes a warning, a withdrawn or inherited one nothing") {
  GraphBuilder inferred = TwoWorks("2019-11-01", "2019-11-24");
  inferred.Edge("later", kDerivedFrom, "source", kInferred);
  const Findings findings = FindingsOf(inferred, "later", CheckDateOrder);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kWarning);
  CHECK(findings.front().message.ends_with("which it derives from"));

  GraphBuilder withdrawn = TwoWorks("2019-11-01", "2019-11-24");
  withdrawn.Edge("later", kDerivedFrom, "source", kWithdrawn);
  CHECK(FindingsOf(withdrawn, "later", CheckDateOrder).empty());

  GraphBuilder inherited = TwoWorks("2019-11-01", "2019-11-24");
  inherited.Edge("later", kCites, "source", kInherited);
  CHECK(FindingsOf(inherited, "later", CheckDateOrder).empty());
}

TEST_CASE("a revision must be the later text") {
  GraphBuilder builder = TwoWorks("2019-11-01", "2019-11-24");
  builder.Edge("later", kDerivedFrom, "source", How("revision"));
  const Findings findings = FindingsOf(builder, "later", CheckDateOrder);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().message.ends_with("which it is a revision of"));
}

TEST_CASE("a quote was lifted from whatever printed it earliest") {
  GraphBuilder builder = TwoWorks("2019-11-01", "2019-11-24");
  builder.Node(kQuote, "later#q", {{"text", "we will not go"}});
  builder.Node(kQuote, "source#q", {{"text", "we will not go"}});
  builder.Edge("later", kQuotes, "later#q").Edge("source", kQuotes, "source#q");
  builder.Edge("later#q", kQuotedFrom, "source#q");
  const Findings findings = FindingsOf(builder, "later", CheckDateOrder);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().exact == "we will not go");
  CHECK(findings.front().message.ends_with("source (2019-11-24), which it quotes from"));

  GraphBuilder reprinted = TwoWorks("2019-11-01", "2019-11-24");
  reprinted.Node(kArticle, "earlier", {{"date", "2019-10-01"}});
  reprinted.Node(kQuote, "later#q", {{"text", "we will not go"}});
  reprinted.Node(kQuote, "source#q", {{"text", "we will not go"}});
  reprinted.Edge("later", kQuotes, "later#q").Edge("source", kQuotes, "source#q");
  reprinted.Edge("earlier", kQuotes, "source#q").Edge("later#q", kQuotedFrom, "source#q");
  CHECK(FindingsOf(reprinted, "later", CheckDateOrder).empty());
}

TEST_CASE("a document's date is when it was published, not when it was written") {
  GraphBuilder builder;
  builder.Node(kArticle, "news", {{"date", "2019-11-24"}});
  builder.Node(kDocument, "leak", {{"date", "2019-11-24"}, {"written", "2017"}});
  builder.Edge("news", kCites, "leak");
  CHECK(FindingsOf(builder, "news", CheckDateOrder).empty());
}

}  // namespace
}  // namespace stemma::testing
