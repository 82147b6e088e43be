#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

// Each with its place, in code points behind the title and the body.
std::vector<std::string> Unpaired(const std::string& text, const std::string& body = kEnglishBody) {
  const std::string before = "The mill is sold\n\n" + body + "\n";
  const Reading reading = ReadText(before + text);
  std::vector<std::string> found;
  for (const Finding& finding : FindingsIn(CheckBalance, reading)) {
    found.push_back(text.substr(0, finding.span->begin - before.size()) + "|" + finding.exact +
                    (finding.severity == Severity::kNote ? " turned" : ""));
  }
  return found;
}
std::vector<std::string> InFrench(const std::string& text) {
  return Unpaired(text, kFrenchBody);
}

TEST_CASE("a closing mark that nothing opened is found") {
  CHECK(Unpaired("“It turns,” he told the council.”") ==
        Found{"“It turns,” he told the council.|”"});
  CHECK(Unpaired("\"It turns,\" he told the \"council\" of the mill\".") ==
        Found{"\"It turns,\" he told the \"council\" of the mill|\""});
  CHECK(InFrench("Il a parlé des arbres » au conseil.") == Found{"Il a parlé des arbres |»"});
}

TEST_CASE("an opening mark that nothing closes is found") {
  CHECK(Unpaired("“It turns, he said.\n\nNobody came.") == Found{"|“"});
  CHECK(Unpaired("She called it “a wheel and left. “It turns,” she said.") ==
        Found{"She called it |“"});
  CHECK(Unpaired("\"It turns, he said. \"It turns.\"") == Found{"|\""});
  CHECK(InFrench("« Elle tourne, a-t-il dit.\n\nPersonne n'est venu.") == Found{"|«"});
  CHECK(Unpaired("It was ““a little wheel” but whole.") == Found{"It was |““"});
}

TEST_CASE("a quote of several paragraphs opens each and closes the last") {
  CHECK(Unpaired("“It turns.\n\n“It has turned for years.\n\n“It will turn,” he said.").empty());
  CHECK(Unpaired("\"It turns.\n\n\"It will turn,\" he said.").empty());
  CHECK(InFrench("« Elle tourne.\n\n» Elle tournera », a-t-il dit.").empty());
  CHECK(InFrench("« Elle tourne.\n\nElle tournera », a-t-il dit.").empty());
  CHECK(Unpaired("“It turns.\n\n“It will turn, he said.\n\nNobody came.").size() == 1);
}

TEST_CASE("feet, inches, seconds and apostrophes are no marks") {
  CHECK(Unpaired("He is 6'2\" tall and sold a 12\" wheel.").empty());
  CHECK(Unpaired("\"He is 6'2\" tall,\" she said of the man at 48°51'24\" north.").empty());
  CHECK(Unpaired("The workers’ wheel of the ’90s, and ’tis the millers' wheel.").empty());
}

TEST_CASE("quotes in quotes and two kinds of marks in one pair are balanced") {
  CHECK(Unpaired("“He said ‘it turns’ and “left” at once,” she said.").empty());
  CHECK(Unpaired("“He said \"it turns\" at once,” she said.").empty());
  CHECK(Unpaired("“It turns,\" she said. “It will turn,’’ she added.").empty());
  CHECK(InFrench("« Il a dit “elle tourne” en partant », a-t-elle dit.").empty());
}

TEST_CASE("a mark turned the wrong way is noted") {
  CHECK(Unpaired("They called it “a wheel.“ He left.") ==
        Found{"They called it “a wheel.|“ turned"});
  CHECK(Unpaired("”It turns,” he said.") == Found{"|” turned"});
}

TEST_CASE("each language has its own marks") {
  const std::string german = "Die Mühle ist verkauft und sie steht an dem Fluss.\n";
  CHECK(Unpaired("„Sie dreht sich“, sagte er. »Nie und nimmer«, sagte sie.", german).empty());
  CHECK(Unpaired("„Sie dreht sich, sagte er.", german) == Found{"|„"});
  const std::string swedish = "Kvarnen är såld och den står vid ån, säger hon.\n";
  CHECK(Unpaired("”Den snurrar”, säger han. ”Den är gammal.”", swedish).empty());
  const std::string polish = "Młyn jest sprzedany i stoi nad rzeką.\n";
  CHECK(Unpaired("„Kręci się”, mówi on.", polish).empty());
  CHECK(Unpaired("「回っている」と彼は言った。", "水車は売られた。\n").empty());
  CHECK(Unpaired("צה\"ל אמר כי הטחנה נמכרה.", "הטחנה נמכרה אתמול.\n").empty());
}

TEST_CASE("code, teasers that are cut and boilerplate are left alone") {
  CHECK(Unpaired("[button link=”http://example.org/” type=”big”]").empty());
  CHECK(Unpaired("“It turns and it will turn...").empty());
  CHECK(Unpaired("Subscribe to our newsletter. “It turns.").empty());
}

TEST_CASE("quotes in quotes, of several paragraphs, and marks that measure are in balance") {
  for (const char* text :
       {"“It turns.\n\n“It turns all night,” Ida Moe said.",
        "“He told me: ‘Stop the wheel,’” Ida Moe said.", "“‘Stop’ is what he said,” Ida Moe said.",
        "She is 5'10\" tall and the wheel 12\" across.",
        "The ’90s were loud at the Jones’ mill, and rock ’n’ roll too."}) {
    INFO(text);
    CHECK(Unpaired(text).empty());
  }
  for (const char* text :
       {"« Il m'a dit “arrête” », a dit Ida Moe.", "« Il m'a dit : « Arrête ! » », a dit Ida Moe.",
        "« Elle tourne.\n\n» Elle tourne la nuit », a dit Ida Moe."}) {
    INFO(text);
    CHECK(InFrench(text).empty());
  }
}

TEST_CASE("a mark too many or too few is found beside whole quotes") {
  for (const char* text : {"“It turns,” Ida Moe said.” She left.",
                           "“It turns,” Ida Moe said, “but it is loud. She left.\n\nIt is old.",
                           "“The wheel turns. “It turns all night,” Ida Moe said.",
                           "\"It turns, Ida Moe said. \"We sleep.\" She left."}) {
    INFO(text);
    CHECK(Unpaired(text).size() == 1);
  }
  CHECK(InFrench("« Elle tourne » », a dit Ida Moe.").size() == 1);
  CHECK(InFrench("« « Elle tourne », a dit Ida Moe.") == Found{"|« «"});
  CHECK(InFrench("Elle parle d'« un moulin bruyant et s'en va.\n\nIl est vieux.").size() == 1);
}

TEST_CASE("in a text that quotes with single marks one without a partner is found") {
  const std::string quoting =
      std::string(kEnglishBody) + "\n'It turns,' he said. 'It will turn,' she said.\n";
  CHECK(Unpaired("'It never stops. Nobody sleeps, he said.\n\nNobody came.", quoting) ==
        Found{"|'"});
  CHECK(Unpaired("'It never stops, he said. 'Nobody sleeps,' she said.", quoting) == Found{"|'"});
  CHECK(Unpaired("They called it 'a toy for rich men and left.", quoting) ==
        Found{"They called it |'"});
  for (const char* text :
       {"'It never stops.\n\n'Nobody sleeps,' he said.", "'Tis late, and the '90s were loud.",
        "'It belongs to the millers' Moe said.", "The millers' wheel is 6' wide.",
        "'It turns and it will turn...", "He put it under 'em in rock 'n' roll time."}) {
    INFO(text);
    CHECK(Unpaired(text, quoting).empty());
  }
  CHECK(Unpaired("'It never stops. Nobody sleeps, he said.").empty());
  const std::string curly =
      std::string(kEnglishBody) + "\n‘It turns,’ he said. ‘It will turn,’ she said.\n";
  CHECK(Unpaired("‘It never stops. Nobody sleeps, he said.", curly) == Found{"|‘"});
}

TEST_CASE("a quote of several paragraphs goes on behind the lines of a post") {
  const std::string begun = "“It turns.\n\n“It is old.\n\n";
  CHECK(Unpaired(begun + "Mill of Ashton (@mill) 3 May 2019\n\n“It is ours.”").empty());
  CHECK(Unpaired(begun + "Nobody came to the mill.\n\n“It is ours,” she said.").size() == 1);
  CHECK(Unpaired("“It turns, he said.\n\nThe wheel\n\n“It is ours,” she said.").size() == 1);
}

}  // namespace
}  // namespace stemma::testing
