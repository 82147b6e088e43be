// Figures against those of the works behind a work.
#include "graph/audit/chain_trial.h"

namespace stemma::testing {
namespace {

using enum NodeKind;
using enum EdgeKind;

const std::string kQuiet =
    "The people of the town said that it was quiet, and they went home to the houses by the "
    "river, which is not far from the old market and the church.\n\n";

struct Pair {
  std::string text;
  std::string source;
  EdgeKind kind = kDerivedFrom;
  std::string date = "2020-01-02";
  std::string source_date = "2020-01-02";
  std::function<void(EdgeAssertion&)> edit = nullptr;
};

Findings Check(const Pair& pair) {
  GraphBuilder builder;
  builder.Node(kArticle, "copy",
               {{"lang", "en"}, {"date", pair.date}, {"text", kQuiet + pair.text + "\n"}});
  builder.Node(kArticle, "source",
               {{"lang", "en"}, {"date", pair.source_date}, {"text", kQuiet + pair.source + "\n"}});
  builder.Edge("copy", pair.kind, "source", pair.edit);
  return FindingsOf(builder, "copy", CheckNumbersAgainstChain);
}

const std::string kMore = "More than 1.2 million people have been detained in the camps.";
const std::string kNearly = "Nearly a million people have been detained in the camps.";

TEST_CASE("a figure that excludes the one it derives from is an error, a cited one a warning") {
  const Findings derived = Check({kMore, kNearly});
  REQUIRE(derived.size() == 1);
  CHECK(derived.front().severity == Severity::kError);
  CHECK(derived.front().message.find("which it derives from") != std::string::npos);
  CHECK(IsRelatedTo(derived.front(), "source"));
  const Findings cited = Check({kMore, kNearly, kCites});
  REQUIRE(cited.size() == 1);
  CHECK(cited.front().severity == Severity::kWarning);
  CHECK(
      Check({kMore, kNearly, kDerivedFrom, "2020-01-02", "2020-01-02", kInferred}).at(0).severity ==
      Severity::kWarning);
}

TEST_CASE("figures that may both hold, or are of other things, differ in nothing") {
  CHECK(Check({kNearly, kNearly}).empty());
  CHECK(Check({"More than 900,000 people have been detained in the camps.", kNearly}).empty());
  CHECK(Check({"More than 1.2 million people have been freed from the camps.", kNearly}).empty());
  CHECK(Check({"More than 1.2 million tonnes were detained in the port.", kNearly}).empty());
  CHECK(Check({kMore, "Nobody has said how many people were detained."}).empty());
}

TEST_CASE("where either text has a figure that agrees, nothing is told") {
  CHECK(Check({kMore, kNearly + "\n\n" + kMore}).empty());
  CHECK(Check({kMore + "\n\n" + kNearly, kNearly}).empty());
}

TEST_CASE("figures of other days may have changed, and a revision is there to change them") {
  CHECK(Check({kMore, kNearly, kCites, "2020-03-01"}).empty());
  const Findings later = Check({kMore, kNearly, kDerivedFrom, "2020-03-01"});
  REQUIRE(later.size() == 1);
  CHECK(later.front().severity == Severity::kWarning);
  CHECK(Check({kMore, kNearly, kDerivedFrom, "2020-01-02", "2020-01-02", How("revision")}).empty());
  CHECK(Check({kMore, kNearly, kDerivedFrom, "2020-01-02", "2020-01-02", kWithdrawn}).empty());
}

TEST_CASE("a work without a text is read by its claims") {
  GraphBuilder builder;
  builder.Node(kArticle, "copy", {{"lang", "en"}}).Node(kArticle, "source", {{"lang", "en"}});
  builder.Node(kClaim, "more", {{"text", kMore}}).Node(kClaim, "nearly", {{"text", kNearly}});
  builder.Edge("copy", kStates, "more").Edge("source", kStates, "nearly");
  builder.Edge("copy", kDerivedFrom, "source");
  const Findings findings = FindingsOf(builder, "copy", CheckNumbersAgainstChain);
  REQUIRE(findings.size() == 1);
  CHECK_FALSE(findings.front().span.has_value());
  CHECK_FALSE(findings.front().related.front().start.has_value());
}

}  // namespace
}  // namespace stemma::testing
