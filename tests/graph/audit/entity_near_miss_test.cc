#include <catch2/catch_all.hpp>

#include "graph/audit/audited_article.h"
#include "graph/audit/name_word_pairs.h"
#include "support/graph_builder.h"

namespace stemma {
namespace {

using testing::AuditArticle;
using testing::FoundBy;
using testing::GraphBuilder;
using Lines = std::vector<std::string>;

Lines Entities(const std::string& sentence, const GraphView* graph = nullptr) {
  return FoundBy(Rule::kEntityNearMiss,
                 sentence + " The people of the town said that it was quiet, and they went home.\n",
                 graph);
}

Lines FrenchEntities(const std::string& sentence) {
  return FoundBy(Rule::kEntityNearMiss,
                 sentence +
                     " Les gens de la ville ont dit que la rue est calme, et ils sont "
                     "dans les maisons qui sont près de la place du marché.\n");
}

TEST_CASE("a known name in another form is found", "[audit]") {
  CHECK(Entities("She asked the Committee of Protection of Journalists for help.") ==
        Lines{"error[entity-near-miss] Committee of Protection of Journalists"});
  CHECK(Entities("The International Federation of Journalism wrote to the minister.") ==
        Lines{"error[entity-near-miss] International Federation of Journalism"});
  CHECK(Entities("It was Human Right Watch that wrote the report.") ==
        Lines{"error[entity-near-miss] Human Right Watch"});
  CHECK(FrenchEntities("Il saisit la Cour pénale international à La Haye.") ==
        Lines{"error[entity-near-miss] Cour pénale international"});
}

TEST_CASE("a known name that comes back with a neighbour in meaning is found", "[audit]") {
  CHECK(Entities("Reporters Without Frontiers wrote to the minister.") ==
        Lines{"error[entity-near-miss] Reporters Without Frontiers"});
  CHECK(Entities("It was the International Atomic Power Agency that came.") ==
        Lines{"error[entity-near-miss] International Atomic Power Agency"});
}

TEST_CASE("words that link the parts of a known name otherwise are found", "[audit]") {
  CHECK(Entities("The International Organization of Migration said that the boat sank.") ==
        Lines{"error[entity-near-miss] International Organization of Migration"});
  CHECK(Entities("The Food and Agriculture Organisation for the United Nations wrote.") ==
        Lines{"error[entity-near-miss] Food and Agriculture Organisation for the United Nations"});
  CHECK(FrenchEntities("L'Organisation mondiale pour la santé a lancé une alerte.") ==
        Lines{"error[entity-near-miss] Organisation mondiale pour la santé"});
  CHECK(FrenchEntities("La Fédération internationale de journalistes a écrit au ministre.") ==
        Lines{"error[entity-near-miss] Fédération internationale de journalistes"});
  CHECK(FrenchEntities("L'Organisation internationale des migrations a compté les bateaux.") ==
        Lines{"error[entity-near-miss] Organisation internationale des migrations"});
  CHECK(Entities("The International Organization for Migration to help, said the Ministry for "
                 "Foreign Affairs.")
            .empty());
  CHECK(Entities("Some organization of migration by boat is likely.").empty());
}

TEST_CASE("prepositions inside a known name are held against it", "[audit]") {
  CHECK(Entities("Reporters Across Borders wrote to the minister.") ==
        Lines{"error[entity-near-miss] Reporters Across Borders"});
  CHECK(FrenchEntities("Médecins hors frontières a ouvert une clinique.") ==
        Lines{"error[entity-near-miss] Médecins hors frontières"});
}

TEST_CASE("a known name of four words or more in another order is found", "[audit]") {
  CHECK(Entities("The Atomic International Energy Agency sent inspectors.") ==
        Lines{"error[entity-near-miss] Atomic International Energy Agency"});
  CHECK(Entities("The European Council met the Council of Europe.").empty());
}

TEST_CASE("a neighbour in meaning is found wherever it stands, also behind a shorter known name",
          "[audit]") {
  for (const char* name : {
           "International Nuclear Energy Agency",
           "International Civil Aviation Authority",
           "Organisation for Economic Co-ordination and Development",
           "Organisation for Economic Cooperation and Growth",
           "Organization of the Petroleum Exporting Nations",
           "Intergovernmental Group on Climate Change",
           "United Nations Office on Narcotics and Crime",
           "United Nations Children's Foundation",
       }) {
    CHECK(Entities("It was the " + std::string(name) + " that wrote.") ==
          Lines{"error[entity-near-miss] " + std::string(name)});
  }
  for (const char* name : {
           "Fonds des Nations unies pour la démographie",
           "Docteurs sans frontières",
           "Cour européen des droits de l'homme",
           "Organisation des pays producteurs de pétrole",
           "Fonds des Nations unies pour les enfants",
           "Consortium international des journalistes d'enquête",
       }) {
    CHECK(FrenchEntities("On a vu le rapport de « " + std::string(name) + " » hier.") ==
          Lines{"error[entity-near-miss] " + std::string(name)});
  }
}

TEST_CASE("in a long name of a body of the world, a word that is made alike is found", "[audit]") {
  CHECK(Entities("It was the Organization of the Petroleum Refining Countries that met.") ==
        Lines{"error[entity-near-miss] Organization of the Petroleum Refining Countries"});
  CHECK(Entities("It was the International Federation of Library Associations that met the World "
                 "Anti-Smoking Agency and the Organization of the Timber Exporting Countries.")
            .empty());
}

TEST_CASE("in a long name of a body of the world or of Europe, any word for a body is near",
          "[audit]") {
  for (const char* name : {
           "International Atomic Energy Foundation",
           "International Civil Aviation Union",
           "United Nations League on Drugs and Crime",
           "European Food Safety Federation",
       }) {
    CHECK(Entities("It was the " + std::string(name) + " that wrote.") ==
          Lines{"error[entity-near-miss] " + std::string(name)});
  }
  CHECK(FrenchEntities("Il a écrit à l'Autorité internationale de l'énergie atomique hier.") ==
        Lines{"error[entity-near-miss] Autorité internationale de l'énergie atomique"});
  CHECK(FrenchEntities("Il a écrit à l'Union internationale de l'énergie atomique hier.") ==
        Lines{"error[entity-near-miss] Union internationale de l'énergie atomique"});
  // Each country has its own, and some of the world's are named alike.
  CHECK(FrenchEntities("Il a écrit au Fonds national de la recherche scientifique hier.").empty());
  CHECK(Entities("The Commission on Security and Cooperation in Europe heard the International "
                 "Federation of the Red Cross and the European Trade Union Institute.")
            .empty());
}

TEST_CASE("the ends of two names are no name in another order", "[audit]") {
  CHECK(Entities("The Ashton Football Association and the International Federation of Millers met.")
            .empty());
}

TEST_CASE("bodies that are named alike are each their own", "[audit]") {
  CHECK(Entities("The Human Rights Council heard Human Rights Watch and the Human Rights "
                 "Committee.")
            .empty());
  CHECK(Entities("The National Security Council met, and so did the National Security Agency.")
            .empty());
  CHECK(Entities("Engineers Without Borders built the bridge.").empty());
  CHECK(Entities("The World Medical Association met the International Renewable Energy Agency, the "
                 "International Coffee Organization and the African Development Fund.")
            .empty());
  CHECK(FrenchEntities("L'Agence internationale de l'énergie et l'Agence internationale de "
                       "l'énergie atomique se sont réunies.")
            .empty());
}

TEST_CASE("British and American spellings of a body are one", "[audit]") {
  CHECK(
      Entities("The World Health Organisation and the World Health Organization agreed.").empty());
  CHECK(Entities("The International Labor Organization wrote.").empty());
}

TEST_CASE("words that link the parts of a French name count", "[audit]") {
  CHECK(FrenchEntities("Selon l'Organisation internationale de travail, les salaires montent.") ==
        Lines{"error[entity-near-miss] Organisation internationale de travail"});
  CHECK(FrenchEntities("Selon l'Organisation internationale du travail, les salaires montent.")
            .empty());
}

TEST_CASE("a name is reported once, and not again beside its letters", "[audit]") {
  const Audited audited = AuditArticle(
      "The International Federation of Investigative Journalists said that it was quiet, and the "
      "people went home.\n\nThe International Federation of Investigative Journalists (FIJI) was "
      "not there.\n");
  Lines names;
  for (const Finding& finding : audited.findings) {
    names.emplace_back(Name(finding.rule));
  }
  CHECK(names == Lines{"entity-near-miss", "acronym-mismatch"});
}

TEST_CASE("a person's name is held against those of the store", "[audit]") {
  GraphBuilder graph;
  graph.Node(NodeKind::kSpeaker, "le-drian",
             {{"name", "Jean-Yves Le Drian"}, {"aliases", R"(["جان إيف لودريان"])"}});
  const std::string text =
      "“We call on them to stop,” Foreign Minister Jean-Yves Laudrian said on Monday.";
  SECTION("as close, and as it comes back from another script") {
    const Audited audited = AuditArticle(text + "\n", &graph.Graph(), {{Rule::kEntityNearMiss}});
    REQUIRE(testing::Shown(audited) == Lines{"error[entity-near-miss] Jean-Yves Laudrian"});
    CHECK(audited.findings.front().suggestion == "Jean-Yves Le Drian");
    CHECK(audited.findings.front().related.front().node == "le-drian");
  }
  SECTION("without a store nobody is known") {
    CHECK(Entities(text).empty());
  }
  SECTION("the very name, and another person's, are left alone") {
    CHECK(Entities("“Stop,” Jean-Yves Le Drian said on Monday.", &graph.Graph()).empty());
    CHECK(Entities("“Stop,” Jean-Yves Le Maire said on Monday.", &graph.Graph()).empty());
  }
}

TEST_CASE("a name does not vouch for itself", "[audit]") {
  GraphBuilder graph;
  graph.Node(NodeKind::kSpeaker, "le-drian", {{"name", "Jean-Yves Le Drian"}})
      .Node(NodeKind::kSpeaker, "laudrian", {{"name", "Jean-Yves Laudrian"}})
      .Node(NodeKind::kArticle, "story",
            {{"text",
              "“We call on them to stop,” Foreign Minister Jean-Yves Laudrian said on Monday, and "
              "the people went home.\n"}})
      .Node(NodeKind::kQuote, "story#q1", {{"text", "We call on them to stop,"}})
      .Edge("story", EdgeKind::kQuotes, "story#q1",
            [](EdgeAssertion& edge) { edge.method = "quote.qvs/1"; })
      .Edge("story#q1", EdgeKind::kSpokenBy, "laudrian",
            [](EdgeAssertion& edge) { edge.method = "quote.qvs/1"; });
  const GraphView& view = graph.Graph();
  Auditor auditor(testing::ShippedAuthority(), &view, {{Rule::kEntityNearMiss}});
  const Audited audited = testing::Must(auditor.AuditWork(graph.Id("story")));
  CHECK(testing::Shown(audited) == Lines{"error[entity-near-miss] Jean-Yves Laudrian"});
}

TEST_CASE("pairs of words of a name are told apart by what they say", "[audit]") {
  CHECK(CompareNameWords("Protection", "Protect") == WordPair::kForm);
  CHECK(CompareNameWords("Organisations", "Organization") == WordPair::kForm);
  CHECK(CompareNameWords("Organisation", "Organization") == WordPair::kVariant);
  CHECK(CompareNameWords("Frontiers", "Borders") == WordPair::kMeaning);
  CHECK(CompareNameWords("Federation", "Consortium") == WordPair::kBody);
  CHECK(CompareNameWords("Investigatve", "Investigative") == WordPair::kSpelling);
  CHECK(CompareNameWords("Iceland", "Ireland") == WordPair::kSpelling);
  CHECK(CompareNameWords("l'enfant", "l'enfance") == WordPair::kOther);
  CHECK(CompareNameWords("enfants", "l'enfance") == WordPair::kMeaning);
  CHECK(CompareNameWords("Co-ordination", "Cooperation") == WordPair::kMeaning);
  CHECK(CompareNameWords("Importing", "Exporting") == WordPair::kMade);
  CHECK(CompareNameWords("Fédération", "Agence") == WordPair::kAnyBody);
  CHECK(CompareNameWords("Conference", "Organization") == WordPair::kOther);
  CHECK(CompareNameWords("Watch", "Council") == WordPair::kOther);
}

TEST_CASE("the world has one body of a kind, whose name may be off by what it is", "[audit]") {
  CHECK(Entities("Rules of the World Customs Association are old.") ==
        Lines{"error[entity-near-miss] World Customs Association"});
  CHECK(FrenchEntities("Les règles de l'Association mondiale du commerce, dit-il.") ==
        Lines{"error[entity-near-miss] Association mondiale du commerce"});
  CHECK(Entities("Rules of the World Customs Association of Brokers are old.").empty());
  CHECK(Entities("Rules of the World Customs Association Congress are old.").empty());
  CHECK(Entities("Rules of the Old World Customs Association are old.").empty());
  CHECK(FrenchEntities("Les règles de l'Association mondiale de la santé mentale.").empty());
}

TEST_CASE("a long word may be misspelled in two letters in a row", "[audit]") {
  CHECK(Entities("The World Metereological Organization said it would rain.") ==
        Lines{"error[entity-near-miss] World Metereological Organization"});
}

TEST_CASE("a trade for those who ply it is another form", "[audit]") {
  CHECK(FrenchEntities("La Fédération internationale du journalisme demande sa libération.") ==
        Lines{"error[entity-near-miss] Fédération internationale du journalisme"});
  CHECK(FrenchEntities("La Fédération internationale des journalistes demande sa libération.")
            .empty());
}

}  // namespace
}  // namespace stemma
