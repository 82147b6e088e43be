#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found Drift(const std::string& text) {
  return FoundIn(CheckQuoteDrift, text);
}

TEST_CASE("a headline that quotes other words than the text is found at the headline") {
  CHECK(Drift("Minister calls plan “reckless harbour closures”\n\n" + std::string(kEnglishBody) +
              "\n“We oppose the reckless harbour taxes in the north,” the minister, Ida Moe, said "
              "on Monday.\n") == Found{"reckless harbour closures | reckless harbour taxes"});
  CHECK(Drift("« Nous ne vendrons jamais le vieux phare », dit la maire\n\n" +
              std::string(kFrenchBody) +
              "\n« Nous vendrons le vieux phare », a déclaré la maire, Ida Moe, lundi.\n") ==
        Found{"Nous ne vendrons jamais le vieux phare | Nous vendrons le vieux phare"});
}

TEST_CASE("a finding says which words differ, and of which kind they are") {
  const Findings findings = FindingsIn(
      CheckQuoteDrift,
      ReadText("Minister: “We lost nine boats in the harbour”\n\n" + std::string(kEnglishBody) +
               "\n“We lost seven boats in the harbour,” Ida Moe said on Monday.\n"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kWarning);
  CHECK(findings[0].message ==
        "\"We lost nine boats in the harbour\" differs from \"We lost seven boats in the harbour\" "
        "in "
        "line 5");
  CHECK(findings[0].because == std::vector<std::string>{"number: \"nine\" / \"seven\""});
}

TEST_CASE("a headline that only the markup has counts as well") {
  Article article;
  article.text = std::string(kEnglishBody) +
                 "\n“The old mill was never sold to anybody,” Ida Moe said on Monday.\n";
  article.title = Stated{"Moe: ‘The old mill was sold to somebody’", std::nullopt};
  const Findings findings = FindingsIn(CheckQuoteDrift, ReadSourcing(std::move(article)));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].exact == "The old mill was never sold to anybody");
  CHECK(findings[0].related[0].exact == "The old mill was sold to somebody");
}

TEST_CASE("one speaker's words printed twice in the text are compared") {
  CHECK(Drift("The mill is sold\n\n" + std::string(kEnglishBody) +
              "\n“The council sold our old mill behind closed doors,” Ida Moe said.\n\n" +
              kEnglishBody + "\n" + kEnglishBody +
              "\nThat “the council stole our old mill behind closed doors,” as Moe said, is "
              "denied.\n")
            .size() == 1);
}

TEST_CASE("what the lead quotes is compared with the quotes below, whoever spoke being open") {
  const std::string later =
      std::string(kEnglishBody) +
      "\n“What I found on every page was a stunning want of skill,” the judge, Ida Moe, said.\n";
  CHECK(Drift("Bridge judged\n\nThe bridge showed “a stunning want of care,” a judge said.\n\n" +
              later) == Found{"a stunning want of care | a stunning want of skill"});
  CHECK(Drift("Bridge judged\n\nThe bridge showed “a stunning want of care,” a baker said.\n\n" +
              later)
            .empty());
}

TEST_CASE("what headline and lead both print is one finding") {
  CHECK(Drift("Moe: “reckless harbour closures”\n\nMoe opposed “reckless harbour closures” on "
              "Monday.\n\n" +
              std::string(kEnglishBody) +
              "\n“We oppose the reckless harbour taxes in the north,” Ida Moe said.\n") ==
        Found{"reckless harbour closures | reckless harbour taxes"});
}

TEST_CASE("a headline that agrees with the text, or cuts it, is none") {
  CHECK(Drift("“We’ll sell the old mill,” mayor says\n\n" + std::string(kEnglishBody) +
              "\n“We will sell the old mill to the baker,” the mayor, Ida Moe, said on Monday.\n")
            .empty());
}

TEST_CASE("two quotes that share stock words are not one") {
  CHECK(Drift("“Fishing rights abuses” in the north, minister says\n\n" +
              std::string(kEnglishBody) +
              "\nFishing rights were given by the king.\n\n"
              "“We defend the fishing rights groups of the south,” Ida Moe said on Monday.\n")
            .empty());
}

TEST_CASE("a refrain is no drift") {
  CHECK(Drift("Moe: “We will win the valley”\n\n" + std::string(kEnglishBody) +
              "\n“We will win the valley,” Ida Moe said. “We will win the coast.”\n")
            .empty());
  CHECK(Drift("The swimmers\n\n" + std::string(kEnglishBody) +
              "\n“We swam for the children of the valley,” Ida Moe said.\n\n"
              "“We swam for the mothers of the valley,” Moe said.\n")
            .empty());
}

}  // namespace
}  // namespace stemma::testing
