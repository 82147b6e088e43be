#include <catch2/catch_all.hpp>

#include "graph/audit/acronym_order.h"
#include "graph/audit/audited_article.h"

namespace stemma {
namespace {

using testing::AuditArticle;
using testing::FoundBy;
using Lines = std::vector<std::string>;

Lines Acronyms(const std::string& sentence) {
  return FoundBy(
      Rule::kAcronymMismatch,
      sentence + " The people of the town said that it was quiet, and they went home.\n");
}

TEST_CASE("letters that spell no name are held against a known one that is a word away",
          "[audit]") {
  const Audited audited = AuditArticle(
      "The papers were obtained by the International Federation of Investigative Journalists "
      "(FIJI), which said that they were not shown to the press.\n",
      nullptr, {{Rule::kAcronymMismatch}});
  REQUIRE(testing::Shown(audited) == Lines{"error[acronym-mismatch] FIJI"});
  const Finding& finding = audited.findings.front();
  CHECK(finding.message ==
        "\"FIJI\" does not spell \"International Federation of Investigative Journalists\"");
  CHECK(finding.suggestion == "International Consortium of Investigative Journalists (ICIJ)");
  REQUIRE(finding.because.size() == 3);
  CHECK(finding.because[0].ends_with("one word differs: Federation / Consortium"));
  CHECK(finding.because[1].find("International Federation of Journalists (IFJ)") !=
        std::string::npos);
  CHECK(finding.because[2].find("head-first word order") != std::string::npos);
  CHECK(audited.checked[static_cast<size_t>(Rule::kAcronymMismatch)] == 1);
}

TEST_CASE("a body's acronym in another language is no mismatch", "[audit]") {
  CHECK(Acronyms("She works for Doctors Without Borders (MSF) in the north.").empty());
  CHECK(Acronyms("The North Atlantic Treaty Organization (OTAN) met on Monday.").empty());
  CHECK(Acronyms("Officers of the Federal Security Service (FSB) came at dawn.").empty());
  CHECK(Acronyms("He spoke for the European Organization for Nuclear Research (CERN).").empty());
}

TEST_CASE("what is no definition of an acronym is not checked", "[audit]") {
  CHECK(Acronyms("FLINT, Mich. (AP) — The council met, and Ida Moe (R-Ohio) was there.").empty());
  CHECK(Acronyms("He signed the Trans-Pacific Partnership (TPP) and left.").empty());
}

TEST_CASE("letters of a short form of a known name are right", "[audit]") {
  CHECK(Acronyms("It went to the Department of Agriculture (USDA) for a test.").empty());
  CHECK(Acronyms("Rescuers from the International Federation of Red Cross and Red Crescent "
                 "Societies (IFRC) came.")
            .empty());
}

TEST_CASE("letters that do not fit an unknown body are a warning, those left out a note",
          "[audit]") {
  CHECK(Acronyms("The River Pilots Association (RPZ) wrote to the mayor.") ==
        Lines{"warning[acronym-mismatch] RPZ"});
  CHECK(Acronyms("The Northern Harbour Towage Company (NHC) wrote to the mayor.") ==
        Lines{"note[acronym-mismatch] NHC"});
  CHECK(Acronyms("The Bridge Owners' Mutual Insurance Association (BOMIA) wrote.").empty());
}

TEST_CASE("the letters of another body's acronym are named as such", "[audit]") {
  const Audited audited = AuditArticle(
      "The report of the World Health Organization (FIFA) was not what they had hoped for, and "
      "the people of the town said so.\n",
      nullptr, {{Rule::kAcronymMismatch}});
  REQUIRE(testing::Shown(audited) == Lines{"error[acronym-mismatch] FIFA"});
  CHECK(audited.findings.front().suggestion == "WHO");
}

TEST_CASE("the order of letters tells how a name may have come to them", "[audit]") {
  CHECK(OrderOfLetters("ICIJ", "International Consortium of Investigative Journalists") ==
        LetterOrder::kAsPrinted);
  CHECK(OrderOfLetters("FIJI", "International Federation of Investigative Journalists") ==
        LetterOrder::kHeadFirst);
  CHECK(OrderOfLetters("OTAN", "North Atlantic Treaty Organization") == LetterOrder::kHeadFirst);
  CHECK(OrderOfLetters("CDC", "Centers for Disease Control and Prevention") ==
        LetterOrder::kLeavesOut);
  CHECK(OrderOfLetters("NTOA", "North Atlantic Treaty Organization") == LetterOrder::kPermutation);
  CHECK(OrderOfLetters("XYZ", "North Atlantic Treaty Organization") == LetterOrder::kNone);
  CHECK(OrderOfLetters("A", "") == LetterOrder::kNone);
}

TEST_CASE("letters behind a comma or with periods are held against the words too", "[audit]") {
  CHECK(Acronyms("The International Atomic Energy Agency, or IEAA, sent inspectors.") ==
        Lines{"error[acronym-mismatch] IEAA"});
  CHECK(Acronyms("The International Atomic Energy Agency, known as the IEAA, sent inspectors.") ==
        Lines{"error[acronym-mismatch] IEAA"});
  CHECK(Acronyms("The International Federation of Investigative Journalists (F.I.J.I.) wrote.") ==
        Lines{"error[acronym-mismatch] F.I.J.I."});
  CHECK(Acronyms("The International Atomic Energy Agency (I.A.E.A.) and the Committee to Protect "
                 "Journalists, or CPJ, wrote.")
            .empty());
}

TEST_CASE("a name without a noun for a body is one by its letters in disorder", "[audit]") {
  CHECK(Acronyms("She speaks for the Northern Plum and Pear Growers (NPGP), which met.") ==
        Lines{"warning[acronym-mismatch] NPGP"});
  CHECK(Acronyms("Doctors Without Borders (DWF) opened a clinic.") ==
        Lines{"error[acronym-mismatch] DWF"});
  CHECK(Acronyms("The Harle Valley Farmers' Union (HFVU) met.") ==
        Lines{"warning[acronym-mismatch] HFVU"});
  CHECK(Acronyms("The Northern Plum and Pear Growers (NPPG) and Doctors Without Borders (MSF) met "
                 "the Harle Valley Farmers' Union (HVFU).")
            .empty());
  CHECK(Acronyms("They count the Revenue Per Thousand (RPM) of a page.").empty());
}

TEST_CASE("a name is found behind a capital article, and with a noun that is a verb too",
          "[audit]") {
  CHECK(Acronyms("The Plum Pear Growers (PGP) wrote to the mayor.") ==
        Lines{"warning[acronym-mismatch] PGP"});
  const auto french = [](const std::string& sentence) {
    return FoundBy(Rule::kAcronymMismatch,
                   sentence +
                       " Les gens de la ville ont dit que la rue est calme, et ils sont dans "
                       "les maisons qui sont près de la place du marché.\n");
  };
  CHECK(french("Le Centre départemental d'appel aux meuniers (CADM) est fermé.") ==
        Lines{"warning[acronym-mismatch] CADM"});
  CHECK(french("La Maison rurale des jeunes (MJR) est fermée.") ==
        Lines{"warning[acronym-mismatch] MJR"});
  CHECK(french("La Maison rurale des jeunes (MRJ) est fermée.").empty());
  CHECK(french("Le Centre de la meule et du moulin (CM) est fermé.").empty());
}

TEST_CASE("letters that are nearly those of a known name in another language are told", "[audit]") {
  CHECK(Acronyms("Doctors Without Borders (MFS) has put up a clinic.") ==
        Lines{"error[acronym-mismatch] MFS"});
  CHECK(Acronyms("Doctors Without Borders (MSF) has put up a clinic.").empty());
  CHECK(Acronyms("Doctors Without Borders (ABC) has put up a clinic.").empty());
}

}  // namespace
}  // namespace stemma
