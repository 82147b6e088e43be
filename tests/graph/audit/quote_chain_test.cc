// Quotes and their speakers against what stands behind them.
#include "graph/audit/chain_trial.h"

namespace stemma::testing {
namespace {

using enum NodeKind;
using enum EdgeKind;

void AddQuote(GraphBuilder& builder, const std::string& work, const std::string& words,
              const std::string& speaker = "") {
  builder.Node(kQuote, work + "#q", {{"text", words}}).Edge(work, kQuotes, work + "#q");
  if (!speaker.empty()) {
    builder.Edge(work + "#q", kSpokenBy, speaker);
  }
}

GraphBuilder Works(const std::vector<std::pair<std::string, std::string>>& languages) {
  GraphBuilder builder;
  for (const auto& [id, lang] : languages) {
    builder.Node(kArticle, id, {{"lang", lang}});
  }
  builder.Node(kSpeaker, "lee", {{"name", "Ann Lee"}});
  builder.Node(kSpeaker, "ortega", {{"name", "Carlos Ortega"}});
  builder.Node(kSpeaker, "spelled", {{"name", "Anne Lee"}});
  builder.Node(kSpeaker, "official", {{"name", "an official"}, {"unnamed", "true"}});
  return builder;
}

Findings Lifted(const std::string& words, const std::string& original) {
  GraphBuilder builder = Works({{"copy", "en"}, {"source", "en"}});
  AddQuote(builder, "copy", words);
  AddQuote(builder, "source", original);
  builder.Edge("copy#q", kQuotedFrom, "source#q");
  return FindingsOf(builder, "copy", CheckQuoteAgainstChain);
}

TEST_CASE("a quote differs from the one it was lifted from by kind: the graver, the louder") {
  CHECK(Lifted("we will never leave the camp", "we will never leave the camp").empty());
  CHECK(Lifted("We will never leave the camp.", "we will never leave the camp").empty());
  const Findings trimmed = Lifted("never leave the camp", "we will never leave the camp");
  REQUIRE(trimmed.size() == 1);
  CHECK(trimmed.front().severity == Severity::kNote);
  const Findings function = Lifted("we will never leave this camp", "we will never leave the camp");
  REQUIRE(function.size() == 1);
  CHECK(function.front().severity == Severity::kWarning);
  const Findings content = Lifted("we will never leave the city", "we will never leave the camp");
  REQUIRE(content.size() == 1);
  CHECK(content.front().severity == Severity::kError);
  CHECK(content.front().suggestion == "we will never leave the camp");
  CHECK(
      content.front().message ==
      "\"we will never leave the city\" differs from \"we will never leave the camp\" (source#q)");
  CHECK(content.front().because.front() == "content word: city / camp");
  CHECK(IsRelatedTo(content.front(), "source#q"));
  CHECK(IsRelatedTo(content.front(), "source"));
  CHECK(Lifted("we will leave the camp", "we will not leave the camp").at(0).severity ==
        Severity::kError);
  CHECK(Lifted("there were 40 men here", "there were 14 men here").at(0).severity ==
        Severity::kError);
}

TEST_CASE("a quote is compared with the earliest of its language, and says who has the words") {
  GraphBuilder builder = Works({{"c", "en"}, {"b", "en"}, {"a", "en"}});
  AddQuote(builder, "c", "we will never leave the city");
  AddQuote(builder, "b", "we will never leave the city");
  AddQuote(builder, "a", "we will never leave the camp");
  builder.Edge("c#q", kQuotedFrom, "b#q").Edge("b#q", kQuotedFrom, "a#q");
  const Findings findings = FindingsOf(builder, "c", CheckQuoteAgainstChain);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().suggestion == "we will never leave the camp");
  CHECK(Says(findings.front(), "these words are inherited: b#q has them"));
  const Findings before = FindingsOf(builder, "b", CheckQuoteAgainstChain);
  REQUIRE(before.size() == 1);
  CHECK_FALSE(Says(before.front(), "inherited"));
}

TEST_CASE("languages alone make no difference, a way through another and back does") {
  GraphBuilder builder = Works({{"back", "en"}, {"ar", "ar"}, {"fr", "fr"}, {"first", "en-GB"}});
  AddQuote(builder, "back", "pure slander and lies");
  AddQuote(builder, "ar", "محض افتراء وأكاذيب");
  AddQuote(builder, "fr", "pure calomnie et mensonges");
  AddQuote(builder, "first", "pure fabrication and lies");
  builder.Edge("back#q", kQuotedFrom, "ar#q").Edge("ar#q", kQuotedFrom, "fr#q");
  builder.Edge("fr#q", kQuotedFrom, "first#q");
  CHECK(FindingsOf(builder, "fr", CheckQuoteAgainstChain).empty());
  CHECK(FindingsOf(builder, "ar", CheckQuoteAgainstChain).empty());
  const Findings findings = FindingsOf(builder, "back", CheckQuoteAgainstChain);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(Says(findings.front(),
             "the chain passes Arabic and French: consistent with translation back"));
}

Findings TwoTranslations(const std::string& words) {
  GraphBuilder builder = Works({{"one", "en"}, {"other", "en"}, {"first", "fr"}});
  AddQuote(builder, "one", words);
  AddQuote(builder, "other", "the mass arrests must not go on");
  AddQuote(builder, "first", "les arrestations massives ne doivent pas continuer");
  builder.Edge("one#q", kQuotedFrom, "first#q").Edge("other#q", kQuotedFrom, "first#q");
  return FindingsOf(builder, "one", CheckQuoteAgainstChain);
}

TEST_CASE("two translations differ by nature: a note, unless what they say is turned round") {
  CHECK(TwoTranslations("the mass arrests must not go on").empty());
  const Findings wording = TwoTranslations("the mass detentions must not go on");
  REQUIRE(wording.size() == 1);
  CHECK(wording.front().severity == Severity::kNote);
  CHECK(Says(wording.front(), "two translations differ in wording by nature"));
  const Findings negation = TwoTranslations("the mass arrests must go on");
  REQUIRE(negation.size() == 1);
  CHECK(negation.front().severity == Severity::kError);
}

GraphBuilder InChain(const std::string& words, const std::string& speaker,
                     const std::string& original) {
  GraphBuilder builder = Works({{"copy", "en"}, {"between", "en"}, {"source", "en"}});
  AddQuote(builder, "copy", words, speaker);
  AddQuote(builder, "source", original, "lee");
  builder.Edge("copy", kDerivedFrom, "between").Edge("between", kCites, "source");
  return builder;
}

TEST_CASE("without a record the same speaker in a work of the chain is held to the words") {
  GraphBuilder drift =
      InChain("we will never leave this old city", "lee", "we will never leave this old camp");
  const Findings findings = FindingsOf(drift, "copy", CheckQuoteAgainstChain);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(Says(findings.front(), "the same speaker (lee) in source, which its chain passes"));

  GraphBuilder other =
      InChain("we will never leave this old city", "ortega", "we will never leave this old camp");
  CHECK(FindingsOf(other, "copy", CheckQuoteAgainstChain).empty());
  GraphBuilder another =
      InChain("the school opens again on Monday", "lee", "we will never leave this old camp");
  CHECK(FindingsOf(another, "copy", CheckQuoteAgainstChain).empty());
  GraphBuilder part =
      InChain("never leave this old camp", "lee", "we will never leave this old camp");
  CHECK(FindingsOf(part, "copy", CheckQuoteAgainstChain).empty());
}

TEST_CASE("the place of a short quote tells it where the work credits whom it was told") {
  GraphBuilder builder = Works({{"copy", "en"}, {"source", "en"}});
  builder.Node(kOutlet, "paper").Edge("source", kPublishedBy, "paper");
  AddQuote(builder, "copy", "pure slander and misinformation", "lee");
  AddQuote(builder, "source", "pure fabrication and fake news", "lee");
  builder.Edge("copy", kMentions, "paper");
  const Findings findings = FindingsOf(builder, "copy", CheckQuoteAgainstChain);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(Says(findings.front(), "of an outlet that it names"));
  CHECK(Says(findings.front(), "slander / fabrication; misinformation / fake news"));

  // Two that would fit tell nothing.
  GraphBuilder two = Works({{"copy", "en"}, {"source", "en"}, {"second", "en"}});
  two.Node(kOutlet, "paper").Edge("source", kPublishedBy, "paper");
  two.Edge("second", kPublishedBy, "paper").Edge("copy", kMentions, "paper");
  AddQuote(two, "copy", "pure slander and misinformation", "lee");
  AddQuote(two, "source", "pure fabrication and fake news", "lee");
  AddQuote(two, "second", "pure nonsense and old gossip", "lee");
  CHECK(FindingsOf(two, "copy", CheckQuoteAgainstChain).empty());
}

TEST_CASE("a circle of quotes, a withdrawn or an inferred record are seen for what they are") {
  GraphBuilder circle = Works({{"a", "en"}, {"b", "en"}});
  AddQuote(circle, "a", "we will never leave the camp");
  AddQuote(circle, "b", "we will never leave the city");
  circle.Edge("a#q", kQuotedFrom, "b#q").Edge("b#q", kQuotedFrom, "a#q");
  CHECK(FindingsOf(circle, "a", CheckQuoteAgainstChain).size() == 1);

  GraphBuilder withdrawn = Works({{"a", "en"}, {"b", "en"}});
  AddQuote(withdrawn, "a", "we will never leave the camp");
  AddQuote(withdrawn, "b", "we will never leave the city");
  withdrawn.Edge("a#q", kQuotedFrom, "b#q", kWithdrawn);
  CHECK(FindingsOf(withdrawn, "a", CheckQuoteAgainstChain).empty());

  GraphBuilder inferred = Works({{"a", "en"}, {"b", "en"}});
  AddQuote(inferred, "a", "we will never leave the camp");
  AddQuote(inferred, "b", "we will never leave the city");
  inferred.Edge("a#q", kQuotedFrom, "b#q", kInferred);
  CHECK(FindingsOf(inferred, "a", CheckQuoteAgainstChain).at(0).severity == Severity::kWarning);
}

TEST_CASE("the same words given to another speaker are an error, unless both are judged one") {
  const std::string words = "we will never leave this old camp";
  GraphBuilder changed = InChain(words, "ortega", words);
  const Findings findings = FindingsOf(changed, "copy", CheckSpeakerAgainstChain);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(findings.front().message == InMarks(words) +
                                        ": spoken by Carlos Ortega (ortega), differs from Ann "
                                        "Lee (lee) in source#q");
  CHECK(findings.front().suggestion == "Ann Lee");

  GraphBuilder folded = InChain(words, "ortega", words);
  folded.Edge("ortega", kSameAs, "lee");
  CHECK(FindingsOf(folded, "copy", CheckSpeakerAgainstChain).empty());
  GraphBuilder same = InChain(words, "lee", words);
  CHECK(FindingsOf(same, "copy", CheckSpeakerAgainstChain).empty());
  GraphBuilder other = InChain("the school opens again on Monday", "ortega", words);
  CHECK(FindingsOf(other, "copy", CheckSpeakerAgainstChain).empty());
}

TEST_CASE("two spellings of one name are no two speakers") {
  const std::string words = "we will never leave this old camp";
  GraphBuilder builder = InChain(words, "spelled", words);
  CHECK(FindingsOf(builder, "copy", CheckSpeakerAgainstChain).empty());
}

TEST_CASE("a speaker who is lost is a warning, one who became a role a note") {
  const std::string words = "we will never leave this old camp";
  GraphBuilder lost = InChain(words, "", words);
  const Findings findings = FindingsOf(lost, "copy", CheckSpeakerAgainstChain);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kWarning);

  GraphBuilder role = InChain(words, "official", words);
  const Findings named = FindingsOf(role, "copy", CheckSpeakerAgainstChain);
  REQUIRE(named.size() == 1);
  CHECK(named.front().severity == Severity::kNote);
  CHECK(named.front().message.find("the name is lost") != std::string::npos);
}

TEST_CASE("a record of where a quote is from holds its speaker whatever the words") {
  GraphBuilder builder = Works({{"copy", "en"}, {"source", "fr"}});
  AddQuote(builder, "copy", "we will not go", "ortega");
  AddQuote(builder, "source", "nous ne partirons pas", "lee");
  builder.Edge("copy#q", kQuotedFrom, "source#q");
  CHECK(FindingsOf(builder, "copy", CheckSpeakerAgainstChain).size() == 1);
}

}  // namespace
}  // namespace stemma::testing
