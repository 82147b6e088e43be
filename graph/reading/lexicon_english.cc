#include <algorithm>
#include <string>
#include <string_view>

#include "graph/reading/lexicon_builder.h"

namespace stemma {
namespace {

using enum WordClass;

// Verbs after which, or before which, a quote stands with nothing between.
constexpr std::string_view kSayVerbs =
    "add bemoan chastise concur deadpan fume gloat groan grumble implore interrupt lecture marvel "
    "ponder preach profess pronounce query recite rejoin reminisce repeat reprimand roar scream "
    "smirk snarl stammer taunt utter whine wisecrack exult intimate jest mumble babble bellow "
    "enthuse cry admit admonish advise affirm allege announce assert assure avow boast caution "
    "chide claim "
    "clarify comment complain concede confess confide confirm conclude counter crow decry declare "
    "demur deny deride disclose elaborate emphasize enthuse exclaim explain gripe gush inform "
    "insist instruct intone interject joke lament maintain mock moan muse mutter observe opine "
    "plead pledge post predict proclaim proffer promise protest quip rail rant reassure recall "
    "recount reiterate relate remark remind reply respond retort scoff scold shout shrug sigh "
    "sneer snap sniff speculate stress surmise testify theorize thunder tout tweet urge vent vow "
    "wail warn whisper wonder yell";
// Verbs that also take a plain object: they report where "that", a clause or a quote follows.
constexpr std::string_view kThatVerbs =
    "accuse show prove confirm laud brand identify applaud bash compare contest contradict "
    "diagnose "
    "disagree nickname rule "
    "trumpet mention compliment congratulate thank reference acknowledge agree answer argue ask "
    "attack belittle blame blast believe call cast cheer "
    "cite contend criticize demand denounce describe detail dismiss doubt dub echo encourage "
    "estimate expect express feel figure guess hail hint hope illustrate imagine imply indicate "
    "insinuate invoke invite label liken list name note outline oppose paint point portray praise "
    "convey sing "
    "pray prefer press propose question quote raise read reason recommend refer reflect regard "
    "reject report request reveal rip ridicule say-so signal slam state suggest summarize suppose "
    "suspect sum tease tell term threaten title trash trumpet underscore view volunteer want wish "
    "worry defend deem characterize remember decide learn discover";

bool IsVowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// "admit", "quip", "rip": one stressed vowel before one last consonant.
bool Doubles(std::string_view verb) {
  constexpr std::string_view kTwoSyllables = " admit demur recur refer recap ";
  if (verb.size() < 3 || std::string_view("bdgmnprt").find(verb.back()) == std::string_view::npos ||
      !IsVowel(verb[verb.size() - 2]) || IsVowel(verb[verb.size() - 3])) {
    return false;
  }
  const auto vowels = std::count_if(verb.begin(), verb.end(), IsVowel);
  return vowels == 1 || kTwoSyllables.find(" " + std::string(verb) + " ") != std::string_view::npos;
}

struct Forms {
  std::string third;
  std::string past;
  std::string gerund;
};

Forms FormsOf(std::string_view verb) {
  const std::string lemma(verb);
  const char last = verb.back();
  const std::string cut = lemma.substr(0, lemma.size() - 1);
  if (last == 'y' && !IsVowel(verb[verb.size() - 2])) {
    return {cut + "ies", cut + "ied", lemma + "ing"};
  }
  if (last == 'e') {
    return {lemma + "s", lemma + "d", cut + "ing"};
  }
  const bool hisses = lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") ||
                      lemma.ends_with("x");
  const std::string stem = Doubles(verb) ? lemma + last : lemma;
  return {lemma + (hisses ? "es" : "s"), stem + "ed", stem + "ing"};
}

void AddVerbs(LexiconBuilder& words, std::string_view lemmas, WordClasses finite,
              WordClasses bare) {
  ForEachWord(lemmas, [&](std::string_view lemma) {
    const Forms forms = FormsOf(lemma);
    words.AddForm(std::string(lemma), bare);
    words.AddForm(forms.third, finite);
    words.AddForm(forms.past, finite);
    words.AddForm(forms.gerund, Bit(kSaying));
  });
}

void AddReporting(LexiconBuilder& words) {
  AddVerbs(words, kSayVerbs, Bit(kSays), Bit(kSay));
  AddVerbs(words, kThatVerbs, Bit(kSaysThat), Bits(kSay, kNoun));
  words.Add("said says writes wrote quoth", Bit(kSays));
  words.Add("tells told", Bits(kSays, kListens));
  words.Add("say write", Bit(kSay));
  words.Add("tell", Bits(kSay, kListens));
  words.Add("saying writing", Bit(kSaying));
  words.Add("telling", Bits(kSaying, kListens));
  words.Add(
      "urged urges warned warns told tells asked asks demanded demands called calls promised "
      "promises pledged pledges vowed vows threatened threatens accused accuses implored "
      "advised advises encouraged encourages ordered orders",
      Bit(kAsks));
  words.Add(
      "thinks thought shown knows knew felt feels read reads learned found finds argued "
      "put puts heard hears understood understands saw sees "
      "swore swears began begins continued continues concluded forecast foresaw "
      "shot fired hit lashed weighed chimed tweeted retweeted",
      Bit(kSaysThat));
  words.Add("think know swear continue", Bit(kSay));
  words.Add(
      "assured assures informs informed reminds reminded warns warned asks asked urges urged "
      "advises advised promises promised",
      Bit(kListens));
  words.Add(
      "alleged suspected expected reported named titled quoted remarks claims calls quotes "
      "reports tweets notes demands attacks promises pledges questions answers replies doubts "
      "hopes posts comments signals lists labels names points requests reasons states views "
      "guesses feels finds titles answers echoes appeals reads hits forecast figures stresses "
      "faults details references terms blasts threats cheers slams wishes worries needs "
      "plans want wants proposed perceived supposed wanted",
      Bit(kNoun));
}

void AddClosedClasses(LexiconBuilder& words) {
  words.Add("he", Bit(kHe));
  words.Add("she", Bit(kShe));
  words.Add("they", Bits(kThey, kPlural));
  words.Add("i", Bit(kI));
  words.Add("we", Bits(kI, kPlural));
  words.Add("you", Bit(kIt));
  words.Add("it there this", Bit(kIt));
  words.Add("the a an", Bit(kArticle));
  words.Add("his her their its our my your", Bit(kOwner));
  words.Add(
      "some several another many other others most few both one two three four five six "
      "seven eight nine ten these those each every all any more no dozens hundreds "
      "former current senior top longtime local",
      Bit(kDeterminer));
  words.Add("some several many others most few both these those dozens hundreds", Bit(kPlural));
  words.Add(
      "of in on at by for with from to into about over under between during after before "
      "against without within through near since until among across around behind beyond "
      "despite like toward towards upon off per amid following including via outside inside "
      "along",
      Bit(kPreposition));
  words.Add("of for from at with", Bit(kLinks));
  words.Add("according", Bit(kAccording));
  words.Add("and or", Bit(kAnd));
  words.Add("but so yet nor", Bit(kBut));
  words.Add(
      "that when while as if because although though since whether where why how unless "
      "until whereas than once before after what",
      Bit(kJoins));
  words.Add("who which whose whom", Bit(kWho));
  words.Add(
      "doesn't don't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't "
      "can't cannot couldn't shouldn't "
      "has have had having is was are were be been being will would could should can may "
      "might must do does did 's 've 're 'd 'll s",
      Bit(kAuxiliary));
  words.Add("is was were are be been being", Bit(kBe));
  words.Add("not never n't", Bit(kNot));
  words.Add(
      "also long later then again once still just even only already soon too instead "
      "often always now ever yet further meanwhile however ago previously earlier himself "
      "herself themselves flatly famously there here back today",
      Bit(kAdverb));
  words.Add(
      "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
      "tonight morning afternoon evening night week month year january february march april "
      "june july august september october november december jan feb aug sept oct nov dec "
      "weekend",
      Bit(kTime));
  words.Add("'s", Bit(kPossessive));
}

void AddPeople(LexiconBuilder& words) {
  words.Add(
      "mr mrs ms miss dr sen sens rep reps gen gov lt col sgt capt maj adm rev prof hon st sir "
      "dame lord lady judge justice president chancellor premier king queen prince princess "
      "pope cardinal archbishop bishop sheikh ayatollah senator congressman congresswoman "
      "representative governor mayor general colonel captain sergeant lieutenant major admiral "
      "secretary minister ambassador professor detective officer sheriff rabbi father sister "
      "imam speaker attorney",
      Bit(kTitle));
  words.Add(
      "mr mrs ms dr sen sens rep reps gen gov lt col sgt capt maj adm rev prof hon st jr sr "
      "inc corp co ltd vs no jan feb mar apr jun jul aug sept sep oct nov dec mt ft u.s "
      "u.n u.k e.g i.e d.c a.m p.m calif fla mass pa va conn ariz wash ore mich minn wis tenn "
      "tex ill ind kan okla ala ark ga ky la md miss mo neb nev del colo",
      Bit(kAbbreviation));
  constexpr std::string_view kRoles =
      "spokesman spokeswoman spokesperson official minister president senator aide lawyer analyst "
      "professor critic supporter voter expert officer reporter journalist author editor leader "
      "chairman chairwoman director manager strategist adviser advisor candidate nominee governor "
      "mayor judge prosecutor attorney investigator resident witness researcher scientist "
      "economist "
      "historian activist advocate lawmaker congressman congresswoman representative secretary "
      "ambassador diplomat general commander soldier doctor teacher student woman man mother "
      "father "
      "son daughter brother sister wife husband friend neighbor owner executive ceo founder "
      "consultant pollster operative organizer columnist commentator host anchor producer writer "
      "source insider observer opponent rival ally donor worker employee employer veteran survivor "
      "victim driver pilot farmer businessman businesswoman entrepreneur photographer farmer chief "
      "head member deputy sheriff detective counsel counselor speaker whip chair coordinator "
      "participant guest colleague people person parent delegate democrat republican conservative "
      "liberal moderator interviewer scholar fellow staffer surrogate premier chancellor king "
      "prince pope bishop priest pastor rabbi imam negotiator inspector regulator administrator "
      "commissioner trustee treasurer superintendent principal coach player captain agent "
      "correspondent biographer author investor banker trader dealer partner co-founder engineer "
      "developer designer actor actress singer director filmmaker artist critic reader viewer "
      "user mourner protester demonstrator rebel refugee migrant asylum-seeker teenager girl boy "
      "couple relative uncle aunt cousin nephew grandson granddaughter grandmother grandfather";
  ForEachWord(kRoles, [&](std::string_view role) {
    words.AddForm(std::string(role), Bit(kRole));
    const std::string one(role);
    std::string many = one + "s";
    if (one.ends_with("man")) {
      many = one.substr(0, one.size() - 2) + "en";
    } else if (one.ends_with("person")) {
      many = one.substr(0, one.size() - 3) + "ople";
    } else if (one.ends_with("y")) {
      many = one.substr(0, one.size() - 1) + "ies";
    } else if (one.ends_with("s") || one.ends_with("ch")) {
      many = one + "es";
    }
    words.AddForm(many, Bits(kRole, kPlural));
  });
  words.Add(
      "mr spokesman congressman chairman businessman king prince father son brother husband sir "
      "lord actor uncle nephew boy policeman fireman cameraman statesman clergyman",
      Bit(kMan));
  words.Add(
      "mrs ms miss spokeswoman congresswoman chairwoman businesswoman queen princess mother "
      "daughter sister wife lady dame actress aunt niece girl policewoman",
      Bit(kWoman));
  words.Add("mr mrs ms miss", Bit(kHonorific));
  words.Add("people women men children", Bits(kRole, kPlural));
}

void AddBodies(LexiconBuilder& words) {
  constexpr std::string_view kBodies =
      "ministry committee campaign administration government court department agency university "
      "commission council party company office bureau group organization institute foundation "
      "association union network newspaper magazine paper channel station publication website "
      "post times journal house congress senate parliament police army military team board panel "
      "firm bank coalition alliance federation consortium center centre embassy authority service "
      "league society corporation force fund school college church hospital media press camp "
      "outlet site blog";
  ForEachWord(kBodies, [&](std::string_view body) {
    words.AddForm(std::string(body), Bit(kBody));
    const std::string one(body);
    words.AddForm(one.ends_with("y") ? one.substr(0, one.size() - 1) + "ies" : one + "s",
                  Bits(kBody, kPlural));
  });
  words.Add("police media authorities", Bit(kPlural));
  words.Add(
      "report reports statement statements letter letters study studies poll polls survey "
      "document documents memo memos email emails e-mail complaint lawsuit suit indictment "
      "affidavit filing article story book column editorial post tweet tweets transcript "
      "text message messages note headline caption sign signs ad ads banner release review "
      "ruling opinion decision order law bill resolution analysis account profile records "
      "data figures article piece dossier essay page website description rules motion brief "
      "warrant policy constitution bible",
      Bit(kPrinted));
}

}  // namespace

Lexicon LexiconBuilder::English() {
  LexiconBuilder words;
  AddReporting(words);
  AddClosedClasses(words);
  AddPeople(words);
  AddBodies(words);
  return std::move(words).Build();
}

}  // namespace stemma
