#include "graph/audit/text_rules/person_nouns.h"

#include <algorithm>
#include <array>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

const WordMap& English() {
  static const WordMap words(
      "abbot accused actor actress adviser advisor agronomist ambassador applicant apprentice "
      "archbishop architect archivist artist astronaut athlete aunt author babysitter bailiff "
      "baker banker barber barista baritone barrister bartender beekeeper bellringer billionaire "
      "biologist bishop blacksmith bookmaker bookseller boss botanist bowler boxer boy boyfriend "
      "brewer bricklayer brickmaker bride bridegroom broker brother builder bus-driver busker "
      "butcher buyer bystander cabbie caller campaigner candidate captain captive carer caretaker "
      "carpenter cashier celebrity cellist centenarian champion chef chemist child choreographer "
      "claimant cleaner clerk client climber coach colleague colonel comedian commander commuter "
      "complainant composer conductor constable consul contestant contractor cook coroner "
      "corporal costermonger councillor councilor counsellor courier cousin crofter crooner "
      "curator customer cyclist dad dancer daughter deacon dealer dean defendant defender dentist "
      "deputy designer detective developer diarist distiller diver docker doctor dramatist "
      "driller driver drover drummer economist editor elder electrician emigrant employee "
      "engineer entrepreneur envoy essayist evacuee examiner expat explorer fan farmhand farrier "
      "father fiancé fiancée fielder filmmaker financier firefighter fireman fisher fisherman "
      "fishmonger foreman founder friend gamekeeper gaoler gardener geneticist geologist girl "
      "girlfriend goalie goalkeeper goldsmith golfer governor graduate grandad grandchild "
      "granddad granddaughter grandfather grandma grandmother grandpa grandson granny greengrocer "
      "grocer groom grower guard guide guitarist gunman guy hairdresser half-brother half-sister "
      "handler headteacher heir helper hermit hero heroine hiker historian holidaymaker homeowner "
      "host hostage hunter husband imam immigrant inmate inspector intern interpreter inventor "
      "investigator ironmonger islander jailer jeweller jockey jogger joiner judge juror keeper "
      "kid king landlord lawmaker lawyer lecturer librarian lifeboatman lifeguard linguist "
      "locksmith lodger lollipop-man lorry-driver lutenist magician maker man mason matron "
      "mechanic mediator medic mentor merchant midfielder midwife migrant miller millionaire "
      "miner minister missionary mom monk mother motorist mp mum musician naturalist negotiator "
      "neighbor neighbour nephew newcomer niece nonagenarian novelist nun nurse octogenarian "
      "officer operator organiser organist orphan owner painter paramedic parent parishioner "
      "partner passenger patient pedestrian pensioner performer perpetrator person pharmacist "
      "philosopher physicist pianist pilgrim pilot pitcher plaintiff player playwright plumber "
      "poacher poet policeman policewoman pope porter postman postmaster potter preacher "
      "predecessor presenter priest prince princess principal prisoner producer professor "
      "promoter prosecutor provost publican publisher punter pupil quarterback queen rabbi ranger "
      "rapper rat-catcher reader recluse recruit referee refugee registrar rescuer researcher "
      "resident retiree rider rival roofer rower runner saddler sailor scholar scientist scout "
      "sculptor seller senator septuagenarian sergeant servant settler sexton shepherd sheriff "
      "shopkeeper shopper sibling singer sister skater skier skipper soldier solicitor soloist "
      "son songwriter soprano speaker spectator stallholder stepbrother stepdaughter stepfather "
      "stepmother stepsister stepson steward stoker stonemason stranger striker student "
      "sub-postmaster successor superintendent surgeon surveyor survivor suspect swimmer tailor "
      "tanner technician teen teenager tenant tenor thatcher tourist tracker trader trainee "
      "trainer traveller treasurer trucker tutor umpire uncle undersecretary verger vet veteran "
      "vicar victim villager vintner violinist visitor volunteer waiter waitress walker warden "
      "warrior watchmaker weatherman weaver welder wheelwright widow widower wife winemaker "
      "winger winner witness woman wrestler writer youngster zoologist");
  return words;
}

const WordMap& French() {
  static const WordMap words(
      "accusé accusée acteur actrice adjoint adjointe adolescent adolescente adversaire agent "
      "agriculteur agricultrice agronome aide-soignant aide-soignante alpiniste ambassadeur "
      "ambassadrice ami amie animateur animatrice antiquaire apiculteur apicultrice apprenti "
      "apprentie arbitre archevêque architecte armateur artisan artiste assistant assistante "
      "astronaute athlète attaquant attaquante aubergiste auteur auteure automobiliste autrice "
      "aventurier avocat avocate aîné aînée badaud batteur berger bergère bijoutier blessé "
      "blessée boucher boulanger boulangère bouquiniste bourgmestre brasseur buraliste "
      "bénéficiaire bénévole bûcheron cadet cadette cadre caissier caissière camionneur candidat "
      "candidate capitaine cavalier cavalière centenaire champion championne chanoine chanteur "
      "chanteuse chapelier charcutier charpentier charpentière chasseur chasseuse chauffeur chef "
      "cheffe cheminot chercheur chercheuse chirurgien chirurgienne cinéaste client cliente coach "
      "coiffeur coiffeuse collectionneur collectionneuse collègue commandant commerçant "
      "commerçante complice compositeur compositrice comédien comédienne concierge concurrent "
      "concurrente condamné condamnée conducteur conductrice confrère conjoint conjointe "
      "conseiller conseillère consœur conteur conteuse copain copine cordonnier coureur coureuse "
      "cousin cousine couturier couturière couvreur créateur créatrice cuisinier cuisinière "
      "cuistot curé cycliste célibataire dame danseuse directeur directrice dirigeant dirigeante "
      "docteur docteure doctorant doctorante doctoresse documentaliste doyen doyenne dramaturge "
      "défenseur défunt défunte député députée détective détenu détenue employé employée enfant "
      "entraîneur entrepreneur entrepreneure ermite escroc espion estivant estivante ex-maire "
      "ex-ministre exploitant exploitante facteur factrice femme fermier fermière fiancé fiancée "
      "fille fils fleuriste fondateur fondatrice fondeur footballeur footballeuse forgeron "
      "fromager fromagère frère fugitif gagnant gagnante galeriste gamin gamine garagiste garde "
      "gardien gardienne garçon gendarme gendre gosse gouverneur gouverneure grand-mère "
      "grand-père graveur greffier greffière gréviste guichetier guide guitariste géologue gérant "
      "gérante habitant habitante historien historienne homme horloger huissier hydrologue héros "
      "héroïne hôte hôtelier hôtelière imam imprimeur inculpé inculpée infirmier infirmière "
      "informaticien ingénieur ingénieure instituteur institutrice intéressé intéressée "
      "intérimaire inventeur jardinier jardinière joueur joueuse journaliste juge juré jurée "
      "lauréat lauréate lecteur lectrice libraire locataire luthier lutteur lycéen lycéenne "
      "magistrat magistrate maire malade malfaiteur maman mamie manifestant manifestante "
      "maraîcher maraîchère marchand marchande marcheur marcheuse mareyeur mareyeuse mari marin "
      "maréchal matelot maçon maître maître-nageur maîtresse menuisier menuisière meunier "
      "meunière meurtrier militaire militant militante mineur moine monsieur motard motarde "
      "mouleur musicien musicienne mère mécanicien mécano médecin nageur nageuse narrateur "
      "naturaliste navigateur navigatrice neveu nièce nonagénaire notaire novice octogénaire "
      "officier oncle opposant opposante organisateur organisatrice orphelin orpheline "
      "ostréiculteur otage ouvrier ouvrière paludier papa papi participant participante passager "
      "passagère passant passante pasteur patient patiente patron patronne paysan paysanne "
      "peintre pharmacien pharmacienne philosophe photographe pianiste pilote piéton piétonne "
      "plaignant plaignante plombier policier policière pompier poète poétesse principal "
      "prisonnier prisonnière procureur procureure producteur productrice préfet préfète prof "
      "professeur professeure promeneur promeneuse propriétaire proviseur proviseure prédécesseur "
      "président présidente prévenu prévenue prêtre psychologue père pêcheur pêcheuse "
      "quadragénaire quincaillier quinquagénaire rabbin ramoneur randonneur randonneuse "
      "rapporteur religieuse religieux rescapé rescapée restaurateur restauratrice retraité "
      "retraitée riverain riveraine romancier romancière réalisateur réalisatrice rédacteur "
      "rédactrice réfractaire réfugié réfugiée sage-femme salarié salariée saunier sauveteur "
      "sauveteuse savant savante saxophoniste sculpteur sculptrice scénariste secouriste sellier "
      "septuagénaire serrurier serveur serveuse sexagénaire sinistré sinistrée sociologue soldat "
      "soldate soliste spectateur spectatrice sportif sportive stagiaire survivant survivante "
      "suspect syndicaliste sœur tailleur tante technicien technicienne tireur tisserand "
      "tisserande tonnelier touriste traducteur traductrice trentenaire trompettiste trésorier "
      "trésorière tueur tuteur tutrice témoin vacancier vacancière vainqueur vannier veilleur "
      "vendeur vendeuse verrier veuf veuve victime vigneron vigneronne villageois villageoise "
      "violoncelliste violoniste visiteur visiteuse viticulteur viticultrice voisin voisine "
      "voleur voyageur voyageuse vétéran vétérinaire ébéniste éclusier éclusière économiste "
      "écrivain éleveur éleveuse élu élue élève épicier épicière épouse époux étranger étrangère "
      "étudiant évêque");
  return words;
}

// Endings that next to no other noun has.
constexpr auto kEnglishEndings = std::to_array<std::string_view>(
    {"keeper", "ologist", "owner", "fisher", "monger", "wright", "woman", "sman", "year-old"});
constexpr auto kFrenchEndings = std::to_array<std::string_view>(
    {"génaire", "culteur", "cultrice", "ologue", "graphe", "ateur", "atrice"});
constexpr auto kFrenchThings = std::to_array<std::string_view>(
    {"ordinateur", "paragraphe", "catalogue", "indicateur", "générateur", "radiateur",
     "ventilateur", "accélérateur", "réfrigérateur", "simulateur", "équateur", "sénateur"});
constexpr auto kWomenFrench =
    std::to_array<std::string_view>({"ière", "trice", "euse", "ienne", "ante", "esse"});
constexpr auto kOfPlace = std::to_array<std::string_view>({"man", "woman", "ian", "ese"});
constexpr auto kOfPlaceFrench = std::to_array<std::string_view>(
    {"ois", "oise", "ais", "aise", "ien", "ienne", "ain", "aine", "ard", "arde", "éen", "éenne"});

template <size_t kCount>
bool EndsWithOne(std::string_view word, const std::array<std::string_view, kCount>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.size() > ending.size() && word.ends_with(ending);
  });
}

}  // namespace

bool IsPersonNoun(std::string_view printed, Language language) {
  const bool is_french = language == Language::kFrench;
  const WordMap& words = is_french ? French() : English();
  if (words.Has(printed)) {
    return true;
  }
  // "grand-oncle", "ex-husband": what the last part names.
  const size_t hyphen = printed.rfind('-');
  if (hyphen != std::string_view::npos && words.Has(printed.substr(hyphen + 1))) {
    return true;
  }
  return is_french ? EndsWithOne(printed, kFrenchEndings) &&
                         std::find(kFrenchThings.begin(), kFrenchThings.end(), printed) ==
                             kFrenchThings.end()
                   : EndsWithOne(printed, kEnglishEndings);
}

bool IsWomansNoun(std::string_view printed) {
  return EndsWithOne(printed, kWomenFrench);
}

bool IsPersonOfPlace(std::string_view printed, Language language) {
  return language == Language::kFrench ? EndsWithOne(printed, kOfPlaceFrench)
                                       : EndsWithOne(printed, kOfPlace);
}

}  // namespace stemma
