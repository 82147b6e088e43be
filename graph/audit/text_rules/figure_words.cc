#include "graph/audit/text_rules/figure_words.h"

#include "graph/base/utf8.h"

namespace stemma {
namespace {

enum Action {
  kDeath = 1,
  kInjury,
  kLoss,
  kArrest,
  kDetention,
  kFlight,
  kRescue,
  kAttendance,
  kDestruction,
  kDamage,
  kWork,
  kDismissal,
  kInfection,
  kTest,
  kHandingOut,
  kYield,
  kSigning,
  kSale,
  kSending,
  kBuilding,
  kFlood,
  kExpulsion,
  kVaccination,
  kPower,
  kIllness,
  kTrapping,
};

}  // namespace

const WordMap& ActionWords() {
  static const WordMap words(
      {{"killed kills kill killing dead died dies die deaths death perished slain drown drowns "
        "drowned tué tués "
        "tuée tuées mort morts morte mortes décédés décès péri noyés",
        kDeath},
       {"injured injures injuring wounds wounding wounded hurt injuries hospitalised hospitalized "
        "blessé blessés "
        "blessée blessées",
        kInjury},
       {"missing unaccounted disparu disparus disparue disparues", kLoss},
       {"arrested arrests arrest arresting interpellé interpellés interpellées arrêté arrêtés "
        "arrêtées",
        kArrest},
       {"detained detains held hold holding imprisoned jailed interned detention detainees locked "
        "kept "
        "détenu détenus détenues enfermés enfermées emprisonnés internés internées incarcérés",
        kDetention},
       {"evacuated evacuates displaced fled flee fleeing homeless evacuate leave évacué évacués "
        "évacuée évacuées déplacés déplacées fui quitté quitter",
        kFlight},
       {"rescued rescues saved secourus sauvés secourues sauvées", kRescue},
       {"marched march attended attend gathered gather demonstrated protested protest rallied "
        "turned filled joined watched crowd drew draws attracted came attiré venus venues défilé "
        "défilaient manifesté rassemblés rassemblées "
        "participé réunis assisté marché",
        kAttendance},
       {"destroyed destroys destroying burned burnt burning razed gutted levelled leveled consumed "
        "ravaged détruit détruits détruite détruites brûlé brûlés brûlées ravagé ravagés "
        "parcouru dévasté dévastés gelé gelés gelées perdu perdus lost ruined wiped killed",
        kDestruction},
       {"damaged damages endommagé endommagés endommagées abîmés", kDamage},
       {"employs employ employed employing works work working worked jobs workforce hired emploie "
        "emploient employait employés travaillent travaille salariés",
        kWork},
       {"laid fired axed sacked dismissed licenciés licenciées supprimés", kDismissal},
       {"infected infections cases diagnosed contaminés contaminées", kInfection},
       {"tested tests testés testées", kTest},
       {"delivered delivers distributed distributes handed shipped supplied donated gave given "
        "received distribué distribués distribuées livré livrés livrées remis reçu reçus",
        kHandingOut},
       {"produced produces caught landed harvested picked planted brewed récolté récoltés "
        "récoltées cueilli pêché pêchés produit produits planté plantés débarqué débarqués",
        kYield},
       {"signed signatures signé signés", kSigning},
       {"sold sells bought vendu vendus vendues acheté achetés", kSale},
       {"deployed deploys sent stationed déployés envoyés", kSending},
       {"built builds construits bâtis", kBuilding},
       {"flooded submerged inondé inondés inondées", kFlood},
       {"deported expelled expulsés", kExpulsion},
       {"vaccinated inoculated vaccinés vaccinées", kVaccination},
       {"electricity outage outages blackout power dark électricité courant coupure panne", kPower},
       {"trapped traps stranded buried coincés coincées piégés piégées bloqués bloquées",
        kTrapping},
       {"ill sick sickened poisoned malades malade intoxiqués intoxiquées intoxiquée", kIllness}});
  return words;
}

bool AreOneAction(int a, int b) {
  const auto is_taken = [](int action) { return action == kArrest || action == kDetention; };
  return a == b || (is_taken(a) && is_taken(b));
}

const WordMap& CasualtyNouns() {
  static const WordMap words(
      "dead deaths décès injured wounded missing arrests morts mortes tués tuées blessés blessées "
      "disparus "
      "disparues noyés noyées interpellés interpellées arrêtés arrêtées évacués évacuées");
  return words;
}

const WordMap& PersonNouns() {
  static const WordMap words(
      "people person persons individuals personnes personne individus human humans victim victims "
      "victime victimes");
  return words;
}

const WordMap& Units() {
  static const WordMap words(
      "seconds minutes hours days nights weeks weekends months years decades centuries times feet "
      "foot metres meters miles kilometres kilometers km inches yards degrees percentage percent "
      "pct secondes heures jours nuits semaines mois ans années décennies siècles fois mètres "
      "kilomètres degrés euros dollars pounds cents euro");
  return words;
}

const WordMap& CommonNouns() {
  static const WordMap words(
      "points goals runs laps sets games tries wins losses words pages inhabitant floors storeys "
      "stories episodes buts mots étages voix votes seats sièges states countries pays questions "
      "ways reasons things");
  return words;
}

const WordMap& ChangeWords() {
  static const WordMap words(
      "rose risen rises climbed climbing grew grown doubled tripled fell fallen dropped declined "
      "shrank shrunk swelled jumped surged halved later initially earlier "
      "previously originally "
      "formerly revised updated corrected preliminary provisional compared versus averaged former "
      "average median "
      "porté portée moyenne initialement auparavant précédemment abord désormais provisoire révisé "
      "revu "
      "passé passée "
      "passés passer grimpé augmenté diminué doublé jadis ensuite autrefois alourdi "
      "jusqu'ici");
  return words;
}

const WordMap& PlanWords() {
  static const WordMap words(
      "rise rising growing grow increased increase increases increasing falls fall falling drop "
      "drops decline decreased reduced against instead rather average "
      "averaging typically usually normally capacity target goal quota limit maximum minimum "
      "threshold could would should may might must will plans plan planned planning expected "
      "expects "
      "expect hopes hope hoped wants need needs needed required requires aims aim aimed promised "
      "promises pledged projected forecast ago next additional extra up down now then if unless "
      "each "
      "annual annually daily monthly weekly "
      "augmente hausse baisse baissé contre objectif prévu prévus prévoit prévoient "
      "pourrait pourraient devrait devraient serait seraient aurait auraient moyenne capacité "
      "plafond seuil ancien supplémentaires chaque");
  return words;
}

const WordMap& RevisionWords() {
  static const WordMap words(
      "revised revision updated corrected correction recount révisé révisée revu revue "
      "corrigé "
      "corrigée recompté");
  return words;
}

const WordMap& PartWords() {
  static const WordMap words(
      "including include includes included among another other further remaining first last next "
      "from reached stood atteint dont autres parmi notamment compris outre premier premiers "
      "premières derniers dernières not than");
  return words;
}

const WordMap& OtherWords() {
  static const WordMap words(
      "other another rival second third fourth separate different similar elsewhere neighbouring "
      "neighboring competing opposing later autre rivale deuxième troisième quatrième ailleurs "
      "voisin voisine concurrent");
  return words;
}

const WordMap& PhrasePrepositions() {
  static const WordMap words({{"in dans en", 1},
                              {"at à au aux", 2},
                              {"on sur", 3},
                              {"for pour", 4},
                              {"near près", 5},
                              {"during lors", 6}});
  return words;
}

const WordMap& PartWordsBehind() {
  static const WordMap words(
      "others each apiece per daily weekly annually autres chacun chacune more less fewer extra");
  return words;
}

const WordMap& KindWordsBehind() {
  static const WordMap words("aged age with without under âgés âgées");
  return words;
}

const WordMap& RateNouns() {
  static const WordMap words("jour an mois semaine personne habitant heure ménage tête");
  return words;
}

const WordMap& CountingVerbs() {
  static const WordMap words(
      "counted counts estimated estimate estimates put puts recorded reckons reckoned believes "
      "believe tallied compte comptent comptait dénombré dénombre chiffre chiffrent estime "
      "estiment "
      "recense recensé avance avancent évoque évoquent parle parlent annonce annoncent annoncé");
  return words;
}

const WordMap& PlacePrepositions() {
  static const WordMap words(
      "in at near across outside around throughout à au aux dans en près from sur depuis");
  return words;
}

const WordMap& Stopwords() {
  static const WordMap words(
      "the a an of in on at by for with from to into about over and or but as that which who whom "
      "where when while is are was were be been being has have had do does did it its they their "
      "he "
      "his she her we our this these those there than more most some any all no not also only le "
      "la "
      "les l' un une des de du d' et ou à au aux dans en sur par pour avec qui que qu' dont où est "
      "sont était étaient a ont avait avaient été il elle ils elles ce cette ces se s' son sa ses "
      "leur leurs ne n' pas plus moins selon said say says after before will would up out après "
      "avant "
      "deux");
  return words;
}

std::string SingularOf(std::string word) {
  if (PersonNouns().Has(word)) {
    return "person";
  }
  if (word.ends_with("ies") && word.size() > 4) {
    return word.substr(0, word.size() - 3) + "y";
  }
  if ((word.ends_with("s") || word.ends_with("x")) && word.size() > 3 && !word.ends_with("ss")) {
    word.pop_back();
  }
  return word;
}

std::string MatterOf(std::string_view word) {
  const auto action = ActionWords().Find(word);
  return action ? "#" + std::to_string(*action) : StemOf(FoldName(word));
}

// Letters that the forms of a word mostly share.
std::string StemOf(const std::string& word) {
  constexpr size_t kStemBytes = 5;
  return word.substr(0, kStemBytes);
}

}  // namespace stemma
