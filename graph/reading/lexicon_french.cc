#include <string>
#include <string_view>

#include "graph/reading/lexicon_builder.h"

namespace stemma {
namespace {

using enum WordClass;

// Regular verbs in -er that report speech.
constexpr std::string_view kVerbsInEr =
    "accuser affirmer ajouter alerter analyser annoncer appeler argumenter assurer avancer balayer "
    "clamer commenter conseiller considérer constater confier confirmer condamner critiquer "
    "déclarer demander dénoncer déplorer détailler écarter estimer évoquer exhorter exiger "
    "expliquer exprimer fustiger glisser indiquer insister ironiser jouter juger justifier lancer "
    "marteler martéler menacer murmurer narrer nier noter nuancer objecter observer pester plaider "
    "pointer préciser prononcer protester raconter railler rappeler rapporter rassurer reconnaître "
    "regretter relater relever remarquer répliquer résumer rétorquer révéler saluer signaler "
    "souligner souhaiter suggérer tacler tempérer témoigner tonner vanter";
// Their present with a changed accent or a doubled letter, and verbs of other conjugations.
constexpr std::string_view kForms =
    "dit disait disent dira écrit écrivait écrivent répond répondu répondait reconnaît reconnu "
    "admet admis promet promis prédit conclut conclu soutient soutenu prévient prévenu poursuit "
    "poursuivi avertit averti réagit réagi fait souscrit décrit maintient maintenu lit appelle "
    "rappelle considère martèle précise révèle suggère tempère relève contredit démenti dément "
    "interroge interrogé s'exclame s'insurge s'étonne s'indigne exclamé insurgé étonné indigné "
    "réjoui félicité félicite réjouit inquiète inquiété enchaîne enchaîné renchérit renchéri "
    "surenchérit tweeté";

void AddReporting(LexiconBuilder& words) {
  ForEachWord(kVerbsInEr, [&](std::string_view verb) {
    const std::string stem(verb.substr(0, verb.size() - 2));
    const std::string soft = stem.ends_with("c")   ? stem.substr(0, stem.size() - 1) + "ç"
                             : stem.ends_with("g") ? stem + "e"
                                                   : stem;
    words.AddForm(stem + "e", Bit(kSays));
    words.AddForm(stem + "ent", Bit(kSays));
    words.AddForm(stem + "é", Bit(kSays));
    words.AddForm(soft + "ait", Bit(kSays));
    words.AddForm(soft + "aient", Bit(kSays));
    words.AddForm(soft + "a", Bit(kSays));
    words.AddForm(soft + "ant", Bit(kSaying));
  });
  words.Add(kForms, Bit(kSays));
  words.Add("disant répondant", Bit(kSaying));
}

void AddClosedClasses(LexiconBuilder& words) {
  words.Add("il lui", Bit(kHe));
  words.Add("elle", Bit(kShe));
  words.Add("ils elles", Bits(kThey, kPlural));
  words.Add("on", Bit(kIt));
  words.Add("je j' nous", Bit(kI));
  words.Add("ce c' cela ça ceci", Bit(kIt));
  words.Add("le la les l' un une des du au aux", Bit(kArticle));
  words.Add("son sa ses leur leurs mon ma mes notre nos votre vos", Bit(kOwner));
  words.Add(
      "plusieurs certains certaines quelques autre autres deux trois quatre cinq cet cette ces "
      "ancien ancienne",
      Bit(kDeterminer));
  words.Add(
      "de d' à en dans par pour sur avec sans sous chez vers contre entre depuis pendant avant "
      "après selon durant lors dès",
      Bit(kPreposition));
  words.Add("de d' du des pour aux", Bit(kLinks));
  words.Add("selon", Bit(kAccording));
  words.Add("et ou", Bit(kAnd));
  words.Add("mais or donc car", Bit(kBut));
  words.Add("que qu' quand lorsque lorsqu' si comme puisque puisqu' parce tandis alors dont où",
            Bit(kJoins));
  words.Add("qui", Bit(kWho));
  words.Add(
      "a ont avait avaient est sont était étaient sera serait aurait s' se n' ne y eu été m' "
      "t' avoir être",
      Bit(kAuxiliary));
  words.Add("est sont était étaient sera été", Bit(kBe));
  words.Add("pas jamais plus", Bit(kNot));
  words.Add(
      "aussi encore ensuite également notamment déjà toujours puis enfin ainsi même "
      "néanmoins toutefois cependant",
      Bit(kAdverb));
  words.Add(
      "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain janvier "
      "février mars avril mai juin juillet août septembre octobre novembre décembre matin soir "
      "midi semaine",
      Bit(kTime));
}

void AddPeople(LexiconBuilder& words) {
  words.Add("m mme mm mlle dr me", Bits(kTitle, kAbbreviation));
  words.Add(
      "président présidente ministre premier première chancelier chancelière roi reine pape "
      "général colonel capitaine maire sénateur sénatrice député députée",
      Bits(kTitle, kRole));
  constexpr std::string_view kRoles =
      "porte-parole responsable ministre président présidente sénateur sénatrice député députée "
      "avocat avocate analyste professeur expert experte officier journaliste auteur directeur "
      "directrice candidat candidate maire juge procureur témoin habitant habitante chercheur "
      "chercheuse économiste historien historienne militant militante représentant représentante "
      "secrétaire ambassadeur ambassadrice diplomate général médecin enseignant étudiant étudiante "
      "femme homme mère père patron patronne fondateur fondatrice observateur victime chef cheffe "
      "membre délégué élu élue conseiller conseillère syndicaliste source fonctionnaire policier";
  ForEachWord(kRoles, [&](std::string_view role) {
    words.AddForm(std::string(role), Bit(kRole));
    words.AddForm(std::string(role) + "s", Bits(kRole, kPlural));
  });
  constexpr std::string_view kBodies =
      "ministère comité gouvernement tribunal département agence université commission conseil "
      "parti entreprise société groupe organisation institut fondation association syndicat "
      "journal "
      "magazine chaîne site parlement police armée mairie préfecture ambassade parquet fédération "
      "consortium collectif ong quotidien hebdomadaire cour";
  ForEachWord(kBodies, [&](std::string_view body) {
    words.AddForm(std::string(body), Bit(kBody));
    words.AddForm(std::string(body) + "s", Bits(kBody, kPlural));
  });
  words.Add("m mm mme mlle", Bit(kHonorific));
  words.Add("m président ministre sénateur député avocat directeur candidat roi père patron élu",
            Bit(kMan));
  words.Add(
      "mme mlle présidente sénatrice députée avocate directrice candidate chancelière reine "
      "mère patronne élue",
      Bit(kWoman));
  words.Add(
      "rapport communiqué lettre étude sondage document documents note tweet texte livre "
      "article message",
      Bit(kPrinted));
}

}  // namespace

Lexicon LexiconBuilder::French() {
  LexiconBuilder words;
  AddReporting(words);
  AddClosedClasses(words);
  AddPeople(words);
  return std::move(words).Build();
}

}  // namespace stemma
