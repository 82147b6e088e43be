#include "graph/audit/text_rules/countable_words.h"

#include <array>

#include "graph/audit/text_rules/figure_words.h"
#include "graph/base/utf8.h"

namespace stemma {

const WordMap& CurrencyWords() {
  static const WordMap words({{"£ pounds pound livres", 1},
                              {"$ us$ dollars dollar", 2},
                              {"€ euros euro", 3},
                              {"¥ yen yuan", 4},
                              {"francs", 5},
                              {"rupees ₹", 6},
                              {"roubles rubles ₽", 7}});
  return words;
}

const WordMap& MoneyThings() {
  static const WordMap words(
      {{"loan loans lend lends lent lending borrow borrowed prêt prêts prête prêter prêtera "
        "emprunt emprunté emprunter",
        1},
       {"fine fines fined amende amendes", 2},
       {"grant grants subsidy subvention subventions chèque chèques cheque check versera verser "
        "versés versé verse voté votés accordé accordés alloués",
        3},
       {"cost costs costing coût coûte coûté coûtera coûter coûteront bill facture", 4},
       {"budget budgets", 5},
       {"price sold sells sale bought buys purchase vendu vendue vendus vendues acheté achetée "
        "prix "
        "vente achat auctioned",
        6},
       {"stole stolen theft haul embezzled embezzling siphoned volé volés butin détourné détournés "
        "détournement escroqué",
        7},
       {"donation donated donates gift bequest bequeathed don dons legs", 8},
       {"compensation damages payout settlement indemnisation indemnité indemnités dédommagement",
        9},
       {"debt debts owed owes dette dettes doit", 10},
       {"prize jackpot reward récompense", 11},
       {"contract contrat", 12},
       {"bail caution", 13},
       {"ransom rançon", 14},
       {"raised cagnotte collecte", 15},
       {"investment invest invests invested investir investira investissement", 16}});
  return words;
}

const WordMap& TermUnits() {
  static const WordMap words("year years month months an ans mois");
  return words;
}

const WordMap& SentenceNouns() {
  static const WordMap words(
      "sentence prison jail imprisonment custody bars term réclusion emprisonnement "
      "d'emprisonnement ferme");
  return words;
}

const WordMap& SentencedWords() {
  static const WordMap words(
      "jailed imprisoned sentenced sentence condamné condamnée condamnés condamnées écope écopé "
      "peine");
  return words;
}

const WordMap& ForeignTermWords() {
  static const WordMap words(
      "prosecutor prosecutors prosecution asked sought seek seeks demanded requested requis "
      "réclamé demandé requiert parquet maximum minimum suspended sursis face faces faced facing "
      "could carries carry risks encourt risque already served serving licence probation total "
      "brother accomplice accomplices co-defendant co-defendants complice complices frère second "
      "another other others autre autres each both respectively former previous previously earlier "
      "appeal appel instead concurrent consecutive originally initially ban interdiction "
      "inéligibilité");
  return words;
}

const WordMap& ForeignMoneyWords() {
  static const WordMap words(
      "claimed claims sought asked demanded demands wanted offered offer bid estimated estimate "
      "originally réclame réclamait réclamé demandait demandé demande estimé offert offre proposé "
      "another second");
  return words;
}

const WordMap& AgedWords() {
  static const WordMap words("aged age âgé âgée");
  return words;
}

const WordMap& ShareNouns() {
  static const WordMap words(
      "turnout unemployment inflation occupancy attendance abstention vat majority participation "
      "chômage tva taux");
  return words;
}

const WordMap& VoteWords() {
  static const WordMap words("vote votes voted voting majority voix vota voté");
  return words;
}

const WordMap& SpelledOrdinals() {
  static const WordMap words({{"first premier première", 1},
                              {"second deuxième seconde", 2},
                              {"third troisième", 3},
                              {"fourth quatrième", 4},
                              {"fifth cinquième", 5},
                              {"sixth sixième", 6},
                              {"seventh septième", 7},
                              {"eighth huitième", 8},
                              {"ninth neuvième", 9},
                              {"tenth dixième", 10},
                              {"eleventh onzième", 11},
                              {"twelfth douzième", 12}});
  return words;
}

const WordMap& YearPrepositions() {
  static const WordMap words("in since en depuis");
  return words;
}

const WordMap& TimeNouns() {
  static const WordMap words("day night week month year jour nuit semaine mois annee");
  return words;
}

const WordMap& SpelledUnits() {
  static const WordMap words(
      {{"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},     {"six", 6},
       {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},     {"eleven", 11},
       {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
       {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},  {"thirty", 30}});
  return words;
}

const WordMap& StrongWords() {
  static const WordMap words("strong man member person");
  return words;
}

const WordMap& Collectives() {
  static const WordMap words("crew crewmen équipage staff");
  return words;
}

const WordMap& PassiveWords() {
  static const WordMap words(
      "killed dead die dies died drown drowns drowned perish perished injured hurt wounded missing "
      "arrested rescued evacuated trapped stranded "
      "detained held");
  return words;
}

const WordMap& ActiveWords() {
  static const WordMap words(
      "kills killing kill killed injures injuring wounds wounding wounded drowns drowned tue");
  return words;
}

const WordMap& SpecificPersons() {
  static const WordMap words(
      "man woman child pupil student worker employee soldier passenger patient migrant refugee "
      "officer firefighter miner tourist teenager boy girl civilian resident villager driver "
      "prisoner hostage fan protester farmer teacher nurse doctor player climber hiker skier "
      "pilgrim homme femme enfant eleve ouvrier salarie employe soldat passager malade refugie "
      "policier pompier mineur touriste adolescent garcon fille civil habitant villageois "
      "conducteur detenu prisonnier otage supporter manifestant agriculteur enseignant infirmier "
      "medecin joueur alpiniste randonneur skieur pelerin lyceen crew victim victime guest "
      "customer "
      "shopper worshipper motorist cyclist pedestrian fisherman commuter swimmer spectator "
      "journalist "
      "builder cleaner client cycliste pieton automobiliste pecheur nageur spectateur journaliste "
      "fidele macon inhabitant survivor survivant rescape riverain");
  return words;
}

const WordMap& Vessels() {
  static const WordMap words(
      "tanker trawler ferry tug tugboat freighter barge yacht lifeboat helicopter plane submarine "
      "frigate cruiser liner dinghy warship patrol chalutier cargo pétrolier voilier remorqueur "
      "avion hélicoptère sous-marin frégate péniche vedette paquebot");
  return words;
}

const WordMap& SceneWords() {
  static const WordMap words("scene instantly outright hospital overnight hôpital l'hôpital");
  return words;
}

std::string KindOf(const std::string& noun) {
  static const WordMap kinds({{"worker employee labourer laborer workman workmen", 0},
                              {"child children pupil schoolchild schoolchildren kid youngster", 1},
                              {"eleve enfant ecolier", 2},
                              {"home house household property", 3},
                              {"foyer logement habitation", 4},
                              {"crew sailor seaman seamen crewman crewmen crewmember marin matelot "
                               "equipage",
                               5},
                              {"soldier troop serviceman servicemen", 6},
                              {"soldat militaire", 7},
                              {"fan supporter", 8},
                              {"officer policeman policemen", 9},
                              {"dose shot jab", 10},
                              {"protester demonstrator marcher protestor", 11},
                              {"patient sick", 12},
                              {"firefighter fireman firemen", 13},
                              {"men", 14},
                              {"women", 15},
                              {"km kilometer kilometre", 16},
                              {"meter metre", 17},
                              {"kg kilo kilogram", 18},
                              {"ha hectare", 19},
                              {"company firm", 20},
                              {"entreprise societe", 21},
                              {"job post position", 22},
                              {"emploi poste", 23},
                              {"car vehicle", 24},
                              {"voiture vehicule", 25},
                              {"boat vessel ship", 26},
                              {"bateau navire embarcation", 27},
                              {"shop store", 28},
                              {"flat apartment", 29},
                              {"lorry truck", 30},
                              {"plane aircraft", 31},
                              {"customer subscriber user client abonne usager", 32}});
  constexpr std::array<std::string_view, 33> kNames = {
      "worker",     "child", "enfant",    "home",  "foyer",     "crew",    "soldier",
      "soldat",     "fan",   "officer",   "dose",  "protester", "patient", "firefighter",
      "man",        "woman", "kilometre", "metre", "kilogram",  "hectare", "company",
      "entreprise", "job",   "emploi",    "car",   "voiture",   "boat",    "bateau",
      "shop",       "flat",  "lorry",     "plane", "customer"};
  std::string singular = SingularOf(FoldName(noun));
  const auto kind = kinds.Find(singular);
  return kind ? std::string(kNames[static_cast<size_t>(*kind)]) : singular;
}

}  // namespace stemma
