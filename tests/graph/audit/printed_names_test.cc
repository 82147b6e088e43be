// Names as works printed them, where an error came in, and files that are not stored.
#include "graph/audit/chain_trial.h"
#include "graph/audit/error_spread.h"
#include "graph/ingest/import.h"
#include "graph/model/memory_graph.h"

namespace stemma::testing {
namespace {

using enum NodeKind;
using enum EdgeKind;

Findings Check(const GraphView& graph, const std::string& id, bool with_spread = false) {
  const Authority nobody;
  KnownAgents known(nobody, &graph);
  ChainReader reader(graph);
  const auto work = Must(WorkUnderAudit::Stored(reader, Must(graph.Find(id)).value()));
  Findings findings;
  Must(CheckPrintedNames(work, known, findings));
  for (Finding& finding : findings) {
    if (with_spread) {
      Must(AddErrorSpread(work, finding));
    }
  }
  return findings;
}

GraphBuilder Names() {
  GraphBuilder builder;
  builder.Node(kArticle, "news");
  builder.Node(kOutlet, "icij",
               {{"name", "International Consortium of Investigative Journalists"},
                {"aliases", R"(["ICIJ"])"}});
  builder.Node(kOutlet, "guardian", {{"name", "The Guardian"}});
  builder.Node(kOutlet, "msf", {{"name", "Médecins sans frontières"}, {"aliases", R"(["MSF"])"}});
  builder.Node(kSpeaker, "le-drian",
               {{"name", "Jean-Yves Le Drian"}, {"aliases", R"(["جان إيف لودريان"])"}});
  builder.Node(kSpeaker, "official", {{"name", "an official"}, {"unnamed", "true"}});
  builder.Node(kQuote, "news#q", {{"text", "we will not go"}}).Edge("news", kQuotes, "news#q");
  return builder;
}

Findings Cited(const std::string& to, const std::string& printed) {
  GraphBuilder builder = Names();
  builder.Edge("news", kCites, to, AsPrinted(printed));
  return Check(builder.Graph(), "news");
}

Findings Spoken(const std::string& to, const std::string& printed) {
  GraphBuilder builder = Names();
  builder.Edge("news#q", kSpokenBy, to, AsPrinted(printed));
  return Check(builder.Graph(), "news");
}

TEST_CASE("letters that spell neither the words printed nor the body meant are an error") {
  const Findings findings =
      Cited("icij", "International Federation of Investigative Journalists (FIJI)");
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().rule == Rule::kAcronymMismatch);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(findings.front().exact == "FIJI");
  CHECK(findings.front().suggestion ==
        "International Consortium of Investigative Journalists (ICIJ)");
  CHECK(Says(findings.front(), "one word differs: Federation / Consortium"));
  CHECK(Says(findings.front(), "head-first word order"));
  CHECK(IsRelatedTo(findings.front(), "icij"));
}

TEST_CASE("a body's name with another word is a near miss, by its letters or without") {
  const Findings with =
      Cited("icij", "International Federation of Investigative Journalists (ICIJ)");
  REQUIRE(with.size() == 1);
  CHECK(with.front().rule == Rule::kEntityNearMiss);
  CHECK(with.front().suggestion == "International Consortium of Investigative Journalists");
  const Findings without = Cited("icij", "International Federation of Investigative Journalists");
  REQUIRE(without.size() == 1);
  CHECK(without.front().rule == Rule::kEntityNearMiss);
}

TEST_CASE("names, short forms, articles and other languages' letters are no errors") {
  CHECK(Cited("icij", "International Consortium of Investigative Journalists (ICIJ)").empty());
  CHECK(Cited("icij", "the ICIJ").empty());
  CHECK(Cited("icij", "ICIJ").empty());
  CHECK(Cited("icij", "Consorcio Internacional de Periodistas de Investigación (CIPI)").empty());
  CHECK(Cited("icij", "the consortium").empty());
  CHECK(Cited("guardian", "the Guardian").empty());
  CHECK(Cited("guardian", "Guardian newspaper").empty());
  CHECK(Cited("msf", "Doctors Without Borders (MSF)").empty());
}

TEST_CASE("a misspelt person is an error, and its spelling may name the language it passed") {
  const Findings findings = Spoken("le-drian", "Jean-Yves Laudrian");
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().rule == Rule::kEntityNearMiss);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(findings.front().exact == "Jean-Yves Laudrian");
  CHECK(findings.front().suggestion == "Jean-Yves Le Drian");
  CHECK(findings.front().method == "entity-near-miss.as-printed/1");
  CHECK(Says(findings.front(), "Arabic script"));
  CHECK(Spoken("le-drian", "French Foreign Minister Jean-Yves Laudrian").size() == 1);
}

TEST_CASE("roles, pronouns, parts of a name and titles are no misspellings") {
  for (const char* printed : {"he", "the minister", "Le Drian", "Mr Le Drian",
                              "French Foreign Minister Jean-Yves Le Drian", "J.-Y. Le Drian",
                              "The French Foreign Minister", "Paris", "Jean-Yves le Drian"}) {
    INFO(printed);
    CHECK(Spoken("le-drian", printed).empty());
  }
  CHECK(Spoken("official", "an officiel").empty());
}

TEST_CASE("what the text rules found already is not told twice") {
  GraphBuilder builder = Names();
  builder.Edge("news", kCites, "icij",
               AsPrinted("International Federation of Investigative Journalists (FIJI)"));
  const Authority nobody;
  KnownAgents known(nobody, &builder.Graph());
  ChainReader reader(builder.Graph());
  const auto work = Must(WorkUnderAudit::Stored(reader, builder.Id("news")));
  Findings findings(1);
  findings.front().rule = Rule::kAcronymMismatch;
  findings.front().exact = "FIJI";
  Must(CheckPrintedNames(work, known, findings));
  CHECK(findings.size() == 1);
}

TEST_CASE("an error names the earliest stored work that has it, its heirs and who has it right") {
  GraphBuilder builder = Names();
  const std::string wrong = "International Federation of Investigative Journalists (FIJI)";
  builder.Node(kArticle, "wire", {{"text", "Papers of the " + wrong + " say so."}});
  builder.Node(kArticle, "heir", {{"text", "FIJI has said so."}});
  builder.Node(kArticle, "right", {{"text", "Papers that the ICIJ has say so."}});
  builder.Node(kArticle, "plain");
  builder.Edge("news", kCites, "icij", AsPrinted(wrong)).Edge("news", kDerivedFrom, "wire");
  builder.Edge("wire", kDerivedFrom, "right").Edge("heir", kDerivedFrom, "news");
  builder.Edge("plain", kCites, "icij");
  const Findings findings = Check(builder.Graph(), "news", /*with_spread=*/true);
  REQUIRE(findings.size() == 1);
  CHECK(Says(findings.front(), "earliest of 5 stored works to print it so: wire"));
  CHECK(Says(findings.front(), "inherited by: heir"));
  CHECK(Says(findings.front(), "printed as ICIJ by: right"));
  CHECK(Says(findings.front(), "no other spelling recorded, by: plain"));
}

struct Story {
  MemoryGraph graph;
  Story() {
    const auto sink = graph.Begin();
    const std::string file = STEMMA_SOURCE_DIR "/examples/china-cables/story.jsonl";
    Must(ImportFiles({file}, ImportOptions{}, *sink));
  }
};

TEST_CASE("the story of the China Cables: what its edges alone tell of one article") {
  const Story story;
  const Findings names = Check(story.graph, "obs-news", /*with_spread=*/true);
  REQUIRE(names.size() == 2);
  CHECK(names[0].exact == "FIJI");
  CHECK(Says(names[0], "stored works to print it so: this one"));
  CHECK(names[1].exact == "Jean-Yves Laudrian");
  const Findings quotes = FindingsOf(story.graph, "obs-news", CheckQuoteAgainstChain);
  REQUIRE(quotes.size() == 1);
  CHECK(quotes.front().exact == "pure slander and misinformation");
  CHECK(quotes.front().severity == Severity::kError);
  CHECK(quotes.front().suggestion == "pure fabrication and fake news");
  CHECK(Says(quotes.front(), "the chain passes Arabic and French"));
  CHECK(FindingsOf(story.graph, "obs-news", CheckSpeakerAgainstChain).empty());
  CHECK(FindingsOf(story.graph, "obs-news", CheckDateOrder).empty());
  CHECK(FindingsOf(story.graph, "obs-news", CheckDeadEnd).empty());
  CHECK(FindingsOf(story.graph, "obs-news", CheckCircle).empty());
}

TEST_CASE("the other works of that story have nothing above a note") {
  const Story story;
  for (const char* id : {"afp-fr", "afp-en", "afp-ar", "straits-times", "online-citizen",
                         "al-watan", "el-nashra", "id-portal", "guardian-china-cables",
                         "icij-china-cables", "nyt-xinjiang-papers", "china-cables"}) {
    INFO(id);
    Findings findings = Check(story.graph, id);
    for (const ChainRule rule : {CheckQuoteAgainstChain, CheckSpeakerAgainstChain, CheckDateOrder,
                                 CheckCorrections, CheckCircle}) {
      const Findings more = FindingsOf(story.graph, id, rule);
      findings.insert(findings.end(), more.begin(), more.end());
    }
    CHECK(MessagesOf(findings).empty());
  }
}

constexpr const char* kHeading = "France calls on China to stop the arrests in the region\n\n";
constexpr const char* kBody =
    "LONDON (OBSERVATORY NEWS) — The papers were published on Sunday, and the government said that "
    "it was looking at all of them.\n\n"
    "The Chinese embassy in London denied the existence of such documents and told the Guardian, "
    "one of the media that published the memos, that they were “pure slander and "
    "misinformation.”\n";

Reading FileOf(const std::string& title) {
  Article article;
  article.text = std::string(kHeading) + kBody;
  article.title = Stated{title, std::nullopt};
  article.outlet = Stated{"OBSERVATORY NEWS", std::nullopt};
  return ReadSourcing(std::move(article));
}

TEST_CASE("a file that is not stored is held against what the store has of its speakers") {
  const Story story;
  const Reading reading = FileOf("A title that nobody has stored");
  const TextUnderAudit text(reading);
  ChainReader reader(story.graph);
  const auto work = Must(WorkOfText(reader, text));
  CHECK_FALSE(work.Node().has_value());
  Findings findings;
  Must(CheckQuoteAgainstChain(work, findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().exact == "pure slander and misinformation.");
  REQUIRE(findings.front().span.has_value());
  CHECK(text.Words(*findings.front().span) == findings.front().exact);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(IsRelatedTo(findings.front(), "guardian-china-cables#embassy"));
  for (const ChainRule rule : {CheckSpeakerAgainstChain, CheckDateOrder, CheckCorrections,
                               CheckCircle, CheckNumbersAgainstChain}) {
    Findings none;
    Must(rule(work, none));
    CHECK(MessagesOf(none).empty());
  }
}

TEST_CASE("a speaker of a file whose name one stored person nearly bears is told") {
  const auto check = [](const std::string& name) {
    const Story story;
    Article article;
    article.text = std::string(kHeading) + "“We call on China to close the camps in the region,” " +
                   "French Foreign Minister " + name + " told the committee on Wednesday.\n";
    const Reading reading = ReadSourcing(std::move(article));
    const TextUnderAudit text(reading);
    ChainReader reader(story.graph);
    const Authority nobody;
    KnownAgents known(nobody, &story.graph);
    Findings findings;
    Must(CheckPrintedNames(Must(WorkOfText(reader, text)), known, findings));
    return findings;
  };
  const Findings findings = check("Jean-Yves Laudrian");
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kError);
  CHECK(findings.front().exact == "Jean-Yves Laudrian");
  CHECK(findings.front().suggestion == "Jean-Yves Le Drian");
  CHECK(check("Jean-Yves Le Drian").empty());
  CHECK(check("Bruno Le Maire").empty());
  CHECK(check("Jean-Yves Dupont").empty());
}

TEST_CASE("a file with the title and outlet of one stored work is that work") {
  const Story story;
  const Reading reading =
      FileOf("France calls on China to stop “arbitrary mass arrests” in Xinjiang");
  const TextUnderAudit text(reading);
  ChainReader reader(story.graph);
  const auto work = Must(WorkOfText(reader, text));
  CHECK(work.Id() == "obs-news");
  Findings findings;
  Must(CheckQuoteAgainstChain(work, findings));
  REQUIRE(findings.size() == 1);
  REQUIRE(findings.front().span.has_value());
  CHECK(text.Words(*findings.front().span) == "pure slander and misinformation");
  CHECK(Says(findings.front(), "it was lifted from guardian-china-cables#embassy"));
}

}  // namespace
}  // namespace stemma::testing
