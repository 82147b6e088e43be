#include "graph/audit/name_word_pairs.h"

#include <algorithm>
#include <array>
#include <string>

#include "graph/audit/authority.h"
#include "graph/names/name_variants.h"

namespace stemma {
namespace {

constexpr size_t kSpelledLettersMin = 7;
constexpr size_t kLongLettersMin = 10;

// Each string one group of neighbours; folded. No group holds words by which bodies that there are
// differ: "Criminal Court", "Criminal Tribunal"; "Development Bank", "Development Fund".
constexpr auto kMeanings = std::to_array<std::string_view>({
    // Scope and structure
    " world worldwide global international universal ",
    " intergovernmental governmental international ",
    " countries states ",
    " countries nations ",
    " league pact treaty alliance ",
    " programme program scheme plan project ",
    " group panel ",
    " studies study research researches ",
    " common shared joint mutual ",
    " cooperation coordination collaboration ",
    // Peace, law and arms
    " security safety ",
    " penal criminal ",
    " justice law ",
    " rights liberties freedoms ",
    " human humans humanitarian humane humanity ",
    " protect protection protecting safeguard safeguarding defend defence defense defending ",
    " crime criminality crimes delinquency ",
    " drugs drug narcotics narcotic doping ",
    " weapons arms armaments weaponry ",
    " prohibition ban banning interdiction outlawing elimination ",
    " disarmament disarming demilitarization ",
    " civil civilian ",
    " settlement resolution ",
    " disputes conflicts litigation ",
    " border borders boundary boundaries frontier frontiers limits ",
    " without across beyond over outside ",
    " surveillance monitoring watch observation ",
    " against versus ",
    // Money and trade
    " monetary money currency financial finance ",
    " trade commerce commercial business ",
    " customs tariffs tariff duties ",
    " settlements payments clearing ",
    " reconstruction rebuilding restoration recovery ",
    " development growth progress ",
    " investment investments financing ",
    " property ownership ",
    " exporting producing supplying ",
    " exporters producers suppliers ",
    " exporting exports exporters export ",
    " petroleum oil ",
    // Work, health and people
    " labour labor work workers employment ",
    " health sanitary medical medicine healthcare ",
    " food nutrition alimentation foodstuffs ",
    " agriculture farming agronomy ",
    " children childhood infancy kids ",
    " women female females ",
    " refugees displaced migrants exiles ",
    " migration migrants immigration emigration ",
    " population populations demographic ",
    " doctors physicians medics ",
    " rescue relief aid assistance help ",
    " disease diseases illness illnesses ",
    " prevention protection preparedness ",
    // Press and knowledge
    " journalists reporters newsmen correspondents ",
    " press media ",
    " investigative investigation investigations inquiry inquiries investigating ",
    " scientific science sciences scientist scientists ",
    " educational education teaching schooling ",
    " cultural culture cultures ",
    " strategic strategy strategies ",
    // Nature, energy and transport
    " energy power ",
    " atomic nuclear ",
    " weather meteorological meteorology climate climatological ",
    " climate climatic climactic ",
    " change changes changing ",
    " nature natural wildlife ",
    " conservation preservation protection ",
    " sea seas ocean oceans ",
    " naval maritime marine shipping seafaring ",
    " aviation air aeronautical aeronautics flight aerial ",
    " transport transportation travel traffic ",
    " telecommunication telecommunications communication communications telecom telecoms ",
    " postal post mail ",
    " space spatial aerospace ",
    " tourism travel tourist touristic ",
    " olympic olympics olympian ",
    " football soccer ",
    " cycling cyclist cyclists bicycle ",
    " athletics athletic athletes ",
    // French
    " mondial mondiale global globale universel universelle international internationale ",
    " intergouvernemental gouvernemental international ",
    " pays etats ",
    " pays nations ",
    " traite pacte alliance ",
    " programme plan projet ",
    " groupe groupement panel ",
    " etudes etude recherche recherches ",
    " commun commune partage mutuel ",
    " cooperation coordination collaboration ",
    " securite surete ",
    " penale criminelle ",
    " penal criminel ",
    " justice droit ",
    " droits libertes ",
    " protection defense sauvegarde ",
    " lutte combat ",
    " crime crimes criminalite delinquance ",
    " drogue drogues stupefiants narcotiques ",
    " antidopage antidoping antidrogue ",
    " armes armements ",
    " interdiction prohibition bannissement elimination ",
    " civile aerienne ",
    " frontieres frontiere limites bornes ",
    " sans hors ",
    " monetaire financier financiere ",
    " economique economie ",
    " commerce negoce echanges ",
    " douanes douane tarifs ",
    " reglements paiements ",
    " reconstruction retablissement restauration ",
    " developpement croissance progres ",
    " exportateurs exportatrices producteurs productrices exportation exportations ",
    " petrole petrolier petroliers petroliere ",
    " propriete possession ",
    " travail emploi travailleurs ",
    " sante sanitaire medecine medicale ",
    " alimentaire alimentation nutrition nutritionnel nutritionnelle nourriture ",
    " agriculture agricole agronomie ",
    " enfance enfants ",
    " refugies deplaces exiles migrants ",
    " migrations migration migrants immigration ",
    " population populations demographie ",
    " medecins docteurs ",
    " secours aide assistance ",
    " prevention protection preparation ",
    " journalistes reporters correspondants ",
    " presse medias ",
    " investigation investigations enquete enquetes ",
    " science sciences scientifique scientifiques ",
    " education enseignement instruction ",
    " culture culturelle culturel cultures ",
    " experts specialistes ",
    " atomique nucleaire ",
    " energie puissance ",
    " meteorologique meteo meteorologie climatique climatologique ",
    " climat climatique climatiques ",
    " evolution changement changements rechauffement ",
    " conservation preservation protection sauvegarde ",
    " mer mers ocean oceans ",
    " maritime marine navale ",
    " aviation aeronautique aerien aerienne ",
    " telecommunications telecommunication communications communication ",
    " postale poste postes ",
    " spatiale espace aerospatiale ",
    " tourisme touristique ",
    " olympique olympiques olympien ",
    " cycliste cyclisme velo ",
});

constexpr auto kBodies = std::to_array<std::string_view>({
    " alliance association confederation consortium federation league network union society "
    "community ",
    " agency bureau office authority administration organization institution ",
    " board commission committee council ",
    " committee consortium ",
    " societies associations federations unions ",
    " organization association federation union ",
    " institute institution centre center ",
    " court tribunal ",
    " fund foundation ",
    " assembly parliament congress ",
    // French
    " alliance association communaute confederation consortium federation ligue reseau union ",
    " agence bureau office autorite administration organisme organization ",
    " commission comite conseil commissariat ",
    " institut institution centre ",
    " cour tribunal ",
    " fonds fondation ",
    " assemblee parlement congres ",
});

// Words that say what a body is, each of which is remembered for any other. A conference, a
// convention and a mission are no bodies of this kind: they stand beside one of the same name.
constexpr std::string_view kAnyBody =
    " agency alliance assembly association authority administration board bureau campaign center "
    "centre coalition commission committee community confederation congress consortium council "
    "court federation forum foundation fund group institute institution league network office "
    "organization panel parliament program programme secretariat service society tribunal union "
    "agence assemblee autorite bureau campagne comite commissariat communaute congres conseil cour "
    "federation fondation fonds groupe institut ligue organisme parlement reseau secretariat "
    "societe ";

template <size_t N>
bool AreNeighbours(const std::array<std::string_view, N>& groups, const std::string& a,
                   const std::string& b) {
  return std::any_of(groups.begin(), groups.end(), [&](std::string_view group) {
    return group.find(' ' + a + ' ') != std::string_view::npos &&
           group.find(' ' + b + ' ') != std::string_view::npos;
  });
}

// "organisation" as "organization": both are right everywhere.
std::string WithZ(std::string word) {
  constexpr std::string_view kBritish = "isation";
  if (const size_t at = word.find(kBritish); at != std::string::npos) {
    word[at + 1] = 'z';
  }
  return word;
}

// Whether both are one stem with an ending of each: "protection", "protect".
bool AreForms(const std::string& a, const std::string& b) {
  constexpr size_t kStemMin = 4;
  constexpr size_t kEndingMax = 5;
  constexpr std::string_view kEndings =
      "  s es e al ale aux ales ion ions ing ed er ers or ors ive ives ism ist ists isme iste "
      "istes ment ance ence ir y ies ique iques ic ics ical que ques ational ationale ationaux "
      "ory ary ne nes le les ";
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto stem = static_cast<size_t>(differ.first - a.begin());
  // "journalism", "journalists": the endings themselves begin alike.
  if (a.substr(0, stem).ends_with("is")) {
    stem -= 2;
  }
  const std::string ending_a = a.substr(stem);
  const std::string ending_b = b.substr(stem);
  const auto is_ending = [&](const std::string& ending) {
    return kEndings.find(' ' + ending + ' ') != std::string_view::npos;
  };
  return stem >= kStemMin && ending_a.size() <= kEndingMax && ending_b.size() <= kEndingMax &&
         is_ending(ending_a) && is_ending(ending_b);
}

// "Exporting", "Producing"; not by the endings of peoples and places.
bool AreMadeAlike(std::string_view a, std::string_view b) {
  constexpr auto kMakings =
      std::to_array<std::string_view>({"ing", "ation", "ition", "uction", "ment", "ance", "ity",
                                       "teurs", "trices", "aires", "ite"});
  constexpr size_t kLettersMin = 6;
  return std::min(a.size(), b.size()) >= kLettersMin &&
         std::any_of(kMakings.begin(), kMakings.end(), [&](std::string_view making) {
           return a.ends_with(making) && b.ends_with(making);
         });
}

// "Co-operation" without its hyphen, "l'enfance" without its article.
std::string Bare(std::string_view printed) {
  std::string bare;
  for (const std::string& word : AgentNameWords(printed)) {
    bare += word;
  }
  return WithZ(bare);
}

// One letter more, less or other, or two neighbours swapped (Damerau 1964); in a long word two
// letters in a row: "Metereological".
bool AreSpelledAlike(std::string_view a, std::string_view b) {
  const size_t letters = std::min(a.size(), b.size());
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const bool is_swap = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
  const size_t differ = std::max(a.size(), b.size());
  return is_swap || differ == 1 || (differ == 2 && letters >= kLongLettersMin);
}

}  // namespace

WordPair CompareNameWords(std::string_view printed, std::string_view known) {
  const std::string a = Bare(printed);
  const std::string b = Bare(known);
  if (a == b) {
    return WordPair::kVariant;
  }
  if (AreForms(a, b)) {
    return WordPair::kForm;
  }
  if (AreKnownVariants(a, b)) {
    return WordPair::kVariant;
  }
  if (AreNeighbours(kMeanings, a, b)) {
    return WordPair::kMeaning;
  }
  if (AreNeighbours(kBodies, a, b)) {
    return WordPair::kBody;
  }
  if (std::min(a.size(), b.size()) >= kSpelledLettersMin && AreSpelledAlike(a, b)) {
    return WordPair::kSpelling;
  }
  if (AreNeighbours(std::array{kAnyBody}, a, b)) {
    return WordPair::kAnyBody;
  }
  return AreMadeAlike(a, b) ? WordPair::kMade : WordPair::kOther;
}

}  // namespace stemma
