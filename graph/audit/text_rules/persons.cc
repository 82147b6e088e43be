#include "graph/audit/text_rules/persons.h"

#include <algorithm>
#include <optional>

#include "graph/audit/text_rules/given_names.h"
#include "graph/audit/text_rules/person_nouns.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kNameTokensMax = 6;
// Fewer words before a pronoun speak of nothing.
constexpr uint32_t kAntecedentTokensMin = 3;
constexpr uint32_t kAntecedentReach = 80;
// Words between a picture's "of" and the name of whom it shows.
constexpr uint32_t kPicturedReach = 6;
// Tokens between a role and the name of who has it: "the head of the union, Ida Moe".
constexpr uint32_t kApposedReach = 5;
// "the Belgian Jef Moens": by a place and a whole name.
constexpr uint32_t kOfPlaceTokens = 3;
// Whoever did something in a year before does not speak any more.
constexpr std::string_view kLivingSince = "1920";

// Words that stand in no name of a person, capital or not.
constexpr WordClasses kOutsideNames =
    Bits(kArticle, kOwner, kDeterminer, kPreposition, kAnd, kBut, kJoins, kWho, kAuxiliary, kNot) |
    Bits(kHe, kShe, kThey, kI, kIt, kTime, kAdverb);

const WordMap& Places() {
  static const WordMap words(
      "airport avenue bank bay beach boulevard bridge building castle chamber cathedral city club "
      "coast "
      "council county creek district dock docks east estate factory farm festival forest garden "
      "gardens gate hall harbor harbour hill hills house island islands junction lake lane market "
      "mine mountain mountains museum north park plant port prison province quarry quay railway "
      "region reserve ridge river road sea south square state states station stadium street "
      "theatre theater tower town valley village wall war west wood woods works yard act cup "
      "league prize award day week aéroport avenue baie gare hôtel lac mairie marché musée parc "
      "place pont quai région rivière rue stade usine vallée ville loi");
  return words;
}

const WordMap& BeforePlaces() {
  static const WordMap words(
      "in at near on above below around across outside inside through into from to of along beyond "
      "toward towards à en dans sur vers de du d' près entre");
  return words;
}

// Words behind which a person only tells something of another: prepositions, parts that actors
// play, what bears a name.
const WordMap& Relating() {
  static const WordMap words(
      "of about after like than for from under by against without play plays played playing "
      "portrays portrayed dog cat horse de d' du sur comme contre par après sans joue jouait joué "
      "incarne incarnait incarné rue avenue boulevard place quai pont square stade lycée collège "
      "école "
      "hôpital salle gymnase théâtre espace prix chien chat cheval");
  return words;
}

// What shows or remembers somebody who need not be there.
const WordMap& Pictures() {
  static const WordMap words(
      "portrait portraits bust busts statue statues painting paintings photograph photo photos "
      "picture pictures poster drawing sculpture ghost grave tomb memory biography buste bustes "
      "tableau photographie affiche dessin fantôme tombe souvenir mémoire biographie");
  return words;
}

// What last names begin with.
const WordMap& Particles() {
  static const WordMap words(
      "le la du des de d' van von der den ter ten el al bin ibn da dos di della");
  return words;
}

const WordMap& TitlesOfSeveral() {
  static const WordMap words("mm mm. messrs messrs. mmes");
  return words;
}

const WordMap& Pronouns() {
  static const WordMap words{{"he him himself his il lui", static_cast<int>(Gender::kMan)},
                             {"she her hers herself elle", static_cast<int>(Gender::kWoman)}};
  return words;
}

}  // namespace

Persons::Persons(const TextUnderAudit& text) : text_(text), tokens_(text.Tokens()) {
  FindQuoted();
  LearnNames();
  FindAll();
  LearnGenders();
  LearnRoles();
}

std::span<const Person> Persons::In(TokenRange range) const {
  const auto from = [&](uint32_t token) {
    return std::partition_point(all_.begin(), all_.end(),
                                [&](const Person& one) { return one.words.begin < token; });
  };
  return {from(range.begin), from(range.end)};
}

std::string_view Persons::LastName(const Person& person) const {
  return tokens_.Words(person.words.end - 1);
}

bool Persons::IsNamed(const Person& person) const {
  return (person.by == PersonBy::kName || person.by == PersonBy::kLikely) &&
         !tokens_.Has(person.words.end, Bit(kPossessive));
}

bool Persons::Fits(const Person& person, Gender gender) const {
  const bool is_whole = IsNamed(person) && person.words.end - person.words.begin > 1;
  if (person.gender == Gender::kUnknown && is_whole) {
    const std::string_view given = tokens_.Words(person.words.begin);
    return gender == Gender::kMan
               ? !given.ends_with('a')
               : std::string_view("aeiyh").find(given.back()) != std::string_view::npos;
  }
  if (person.gender == Gender::kUnknown && person.by == PersonBy::kLikely) {
    const auto alone = GivenNameGender(tokens_.Words(person.words.begin));
    return !alone || *alone == Gender::kUnknown || *alone == gender;
  }
  return person.MayBe(gender);
}

bool Persons::IsBeside(const Person& person) const {
  uint32_t at = person.words.begin;
  while (at > 1 && tokens_.Has(at - 1, Bits(kTitle, kRole))) {
    --at;
  }
  // "à côté de Y": there, as the other is.
  if (at > 1 && (tokens_.Is(at - 2, "côté") || tokens_.Is(at - 2, "côtés"))) {
    return false;
  }
  return (at > 0 && tokens_.IsIn(at - 1, Relating())) ||
         (at > 1 && tokens_.IsMark(at - 1, U',') && tokens_.IsIn(at - 2, Relating()));
}

bool Persons::IsIntroduced(const Person& person) const {
  const uint32_t behind = person.words.end;
  return person.by == PersonBy::kLikely && behind - person.words.begin > 1 &&
         tokens_.IsMark(behind, U',') &&
         (tokens_.Has(behind + 1, Bit(kWho)) || tokens_.IsNumber(behind + 1));
}

bool Persons::IsOnlyToldOf(const Person& person) const {
  const auto is_link = [&](uint32_t token) {
    return tokens_.Has(token, Bit(kPreposition)) || tokens_.Is(token, "du") ||
           tokens_.Is(token, "d'");
  };
  uint32_t at = person.words.begin;
  while (at > 0 && person.words.begin - at < kPicturedReach && !is_link(at - 1) &&
         (tokens_.Has(at - 1, Bits(kArticle, kOwner, kTitle, kRole)) || tokens_.IsCapital(at - 1) ||
          tokens_.IsMark(at - 1, U',') ||
          IsPersonNoun(tokens_.Words(at - 1), text_.Read().language))) {
    --at;
  }
  if (at < 2 || !is_link(at - 1)) {
    return false;
  }
  const bool is_agent = tokens_.Is(at - 1, "by") || tokens_.Is(at - 1, "par");
  return is_agent ? IsLongAgo(at - 2) || IsLongAgo(person.words.end + 1)
                  : tokens_.IsIn(at - 2, Pictures());
}

// "in 1890", the year.
bool Persons::IsLongAgo(uint32_t year) const {
  const std::string_view printed = tokens_.IsNumber(year) ? tokens_.Words(year) : "";
  return printed.size() == 4 && printed >= "1000" && printed < kLivingSince &&
         (tokens_.Is(year - 1, "in") || tokens_.Is(year - 1, "en"));
}

void Persons::FindQuoted() {
  is_quoted_.assign(tokens_.Size(), false);
  for (const QuotedWords& quoted : text_.Quoted()) {
    std::fill(is_quoted_.begin() + quoted.words.begin, is_quoted_.begin() + quoted.words.end, true);
  }
}

bool Persons::IsNameWord(uint32_t token) const {
  return tokens_.IsCapital(token) && !tokens_.Has(token, kOutsideNames) && !is_quoted_[token];
}

uint32_t Persons::RunEnd(uint32_t begin, uint32_t end) const {
  const uint32_t last = std::min(end, begin + kNameTokensMax);
  uint32_t at = begin;
  while (at < last && (IsNameWord(at) || (at > begin && JoinsName(at, last)))) {
    ++at;
  }
  return at;
}

// "Yvon Le Dantec", "Mary de la Tour": a particle behind a given name or another, before a name.
bool Persons::JoinsName(uint32_t token, uint32_t end) const {
  if (!tokens_.IsIn(token, Particles()) || is_quoted_[token]) {
    return false;
  }
  uint32_t behind = token + 1;
  while (behind < end && tokens_.IsIn(behind, Particles())) {
    ++behind;
  }
  uint32_t before = token - 1;
  while (before > 0 && tokens_.IsIn(before, Particles())) {
    --before;
  }
  const bool begins_sentence = text_.SentenceAt(tokens_[before].begin).begin == before;
  const bool is_led = GivenNameGender(tokens_.Words(before)).has_value() ||
                      (tokens_.IsCapital(token) && !begins_sentence && IsNameWord(before));
  return is_led && behind < end && IsNameWord(behind) && !IsBodyWord(behind) &&
         !tokens_.Has(behind, Bits(kRole, kTitle));
}

// Behind what leads to places and bodies rather than to persons: "in", "the".
bool Persons::IsOfPlace(uint32_t token) const {
  return token > 0 &&
         (tokens_.IsIn(token - 1, BeforePlaces()) || tokens_.Has(token - 1, Bit(kArticle)));
}

bool Persons::IsBodyWord(uint32_t token) const {
  return tokens_.Has(token, Bit(kBody)) || tokens_.IsIn(token, Places());
}

// "Ministers Ida Moe and Tom Reed", "MM. Roy et Faure": a name follows.
bool Persons::LeadsSeveral(uint32_t token) const {
  return (tokens_.Has(token, Bits(kRole, kTitle)) && tokens_.Has(token, Bit(kPlural)) &&
          !IsBodyWord(token + 1)) ||
         tokens_.IsIn(token, TitlesOfSeveral());
}
// The second and the third of "MM. Roy, Didier et Faure".
bool Persons::IsOneOfSeveral(uint32_t token) const {
  for (uint32_t i = token; i-- > 0 && i + kNameTokensMax > token;) {
    if (tokens_.IsIn(i, TitlesOfSeveral())) {
      return true;
    }
    if (!tokens_.IsMark(i, U',') && !tokens_.IsMark(i, U'.') && !tokens_.IsCapital(i) &&
        !tokens_.Has(i, Bit(kAnd))) {
      return false;
    }
  }
  return false;
}

// "his grandson, Corwin, …", "Corwin, 23, …": between commas, as persons are.
bool Persons::IsSetApart(TokenRange run) const {
  const bool has_age = tokens_.IsMark(run.end, U',') && tokens_.IsNumber(run.end + 1) &&
                       tokens_.Words(run.end + 1).size() <= 2 &&
                       (tokens_.IsMark(run.end + 2, U',') || tokens_.Is(run.end + 2, "ans"));
  const bool is_owned = run.begin >= 3 && tokens_.IsMark(run.begin - 1, U',') &&
                        tokens_.IsMark(run.end, U',') && tokens_.IsWord(run.begin - 2) &&
                        (tokens_.Has(run.begin - 3, Bit(kOwner)) ||
                         (run.begin >= 4 && tokens_.Has(run.begin - 4, Bit(kOwner))));
  return has_age || is_owned;
}

// "le fonds danois Nordhav": French names a body behind what it is.
bool Persons::IsOfBody(uint32_t token) const {
  static const WordMap bodies(
      "fonds club banque compagnie firme cabinet laboratoire plateforme messagerie application "
      "opérateur constructeur fabricant éditeur équipementier armateur enseigne coopérative "
      "start-up filiale marque");
  if (text_.Read().language != Language::kFrench || token < 2) {
    return false;
  }
  const bool has_place = IsPersonOfPlace(tokens_.Words(token - 1), Language::kFrench);
  const uint32_t noun = token - (has_place ? 2 : 1);
  return (tokens_.Has(noun, Bit(kBody)) || tokens_.IsIn(noun, bodies)) &&
         !tokens_[noun].is_capital && !tokens_.Has(noun, Bits(kRole, kTitle));
}

// A run of capitals as a person: by name, by role alone, or perhaps.
Person Persons::TakeRun(TokenRange run) const {
  if (run.end - run.begin > 1 && LeadsSeveral(run.begin)) {
    return TakeRun({run.begin + 1, run.end});
  }
  Person person;
  person.words = run;
  std::optional<uint32_t> title;
  std::optional<uint32_t> given;
  bool is_body = false;
  for (uint32_t i = run.begin; i < run.end; ++i) {
    if (tokens_.Has(i, Bits(kTitle, kRole)) && !tokens_.Has(i, Bit(kPlural)) &&
        !(i > run.begin && i + 1 == run.end)) {
      title = i;
    } else if (!given && i + 1 < run.end && GivenNameGender(tokens_.Words(i))) {
      given = i;
    }
    is_body = is_body || IsBodyWord(i) || tokens_.Has(i, Bits(kRole, kPlural));
  }
  const bool is_led = run.begin > 0 && tokens_.Has(run.begin - 1, Bits(kRole, kTitle)) &&
                      !tokens_.Has(run.begin - 1, Bit(kPlural)) && !is_quoted_[run.begin - 1];
  if (given && is_body && run.end - *given > 2 && IsBodyWord(run.end - 1)) {
    person.words.end = person.words.begin;  // what bears somebody's name
    return person;
  }
  if (given) {
    person.words.begin = *given;
    person.by = PersonBy::kName;
    person.gender = *GivenNameGender(tokens_.Words(*given));
  } else if (title && *title + 1 < run.end) {
    person.words.begin = *title + 1;
    person.by = PersonBy::kName;
  } else if (title || (is_led && is_body)) {
    person.by = PersonBy::kRole;
  } else if (is_led || (!is_body && IsOneOfSeveral(run.begin))) {
    person.by = PersonBy::kName;
  } else if (is_body) {
    person.words.end = person.words.begin;  // nobody
    return person;
  } else if (run.end - run.begin < 4 && !IsOfPlace(run.begin) &&
             (run.end - run.begin > 1 || GivenNameGender(tokens_.Words(run.begin)))) {
    // A given name alone is as often a last name, "Warren", of either.
    person.by = PersonBy::kLikely;
  } else if (IsOfPlace(run.begin) && run.end == run.begin + 1 &&
             tokens_.Has(run.begin - 1, Bit(kArticle)) &&
             IsPersonOfPlace(tokens_.Words(run.begin), text_.Read().language)) {
    person.by = PersonBy::kRole;
  } else if (IsSetApart(run)) {
    person.by = PersonBy::kLikely;
  } else if (run.end == run.begin + kOfPlaceTokens && tokens_.Has(run.begin - 1, Bit(kArticle)) &&
             IsPersonOfPlace(tokens_.Words(run.begin), text_.Read().language)) {
    ++person.words.begin;
    person.by = PersonBy::kLikely;
  }
  const uint32_t before = title ? *title : run.begin - (is_led ? 1 : 0);
  if (person.gender == Gender::kUnknown && (title || is_led)) {
    person.gender = tokens_.Has(before, Bit(kMan))     ? Gender::kMan
                    : tokens_.Has(before, Bit(kWoman)) ? Gender::kWoman
                                                       : Gender::kUnknown;
  }
  return person;
}

void Persons::LearnNames() {
  for (uint32_t i = 0; i < tokens_.Size();) {
    const uint32_t end = RunEnd(i, tokens_.Size());
    if (end == i) {
      ++i;
      continue;
    }
    if (IsOfBody(i)) {
      for (uint32_t word = i; word < end; ++word) {
        body_names_.insert(tokens_.Words(word));
      }
    } else {
      LearnName(TakeRun({i, end}));
    }
    i = end;
  }
  LearnSpeakers();
}

// "says Obi, who …": whoever speaks is likely a person, whatever the name.
void Persons::LearnSpeakers() {
  for (const Quote& quote : text_.Read().quotes) {
    const bool is_somebody = quote.speaker && quote.speaker->organisation.empty();
    const TokenRange name = is_somebody ? text_.TokensIn(quote.speaker->span) : TokenRange{};
    for (uint32_t i = name.begin; i < name.end; ++i) {
      uint32_t run = i;
      while (run > name.begin && IsNameWord(run - 1)) {
        --run;
      }
      // Letters alone are a body's: "NASA chief Ida Moe".
      if (IsNameWord(i) && !IsBodyWord(i) && !IsOfPlace(run) && !tokens_[i].is_upper &&
          !body_names_.contains(tokens_.Words(i))) {
        likely_names_.insert(tokens_.Words(i));
      }
    }
  }
}

void Persons::LearnName(const Person& person) {
  if (person.by == PersonBy::kLikely) {
    likely_names_.insert(LastName(person));
    likely_names_.insert(tokens_.Words(person.words.begin));
  }
  if (person.by != PersonBy::kName) {
    return;
  }
  const auto [known, is_new] = last_names_.try_emplace(LastName(person), person.gender);
  if (is_new || person.gender == Gender::kUnknown || known->second == person.gender) {
    return;
  }
  // Of two of one name, a man and a woman, the name alone tells nothing.
  known->second = known->second == Gender::kUnknown ? person.gender : Gender::kUnknown;
}

// By what the rest of the text calls whom this last name stands for.
void Persons::Recognise(Person& person) const {
  const auto known = last_names_.find(LastName(person));
  const bool is_open = person.by == PersonBy::kMaybe || person.by == PersonBy::kLikely;
  if (is_open && known != last_names_.end()) {
    person.by = PersonBy::kName;
    person.words.begin = person.words.end - 1;
  } else if (person.by == PersonBy::kMaybe && likely_names_.contains(LastName(person))) {
    person.by = PersonBy::kLikely;
  }
  if (known != last_names_.end() && person.gender == Gender::kUnknown) {
    person.gender = known->second;
  }
}

// "il y a", "il faut": nobody; "Le pont date de 1911. Il porte …": what the words before speak of,
// where they speak of no person.
bool Persons::IsThing(uint32_t pronoun, uint32_t paragraph) const {
  if (tokens_.Is(pronoun, "lui")) {
    return false;  // a thing is seldom given anything
  }
  if (tokens_.Is(pronoun + 1, "y") || tokens_.Is(pronoun + 1, "faut") ||
      tokens_.Is(pronoun + 1, "faudra") || tokens_.Is(pronoun + 1, "s'")) {
    return true;
  }
  const uint32_t first = text_.Parts().paragraphs[paragraph].begin;
  uint32_t begin = text_.SentenceAt(tokens_[pronoun].begin).begin;
  if (begin > first) {
    begin = std::max(first, text_.SentenceAt(tokens_[begin - 1].begin).begin);
  }
  begin = std::max(begin, pronoun - std::min(pronoun, kAntecedentReach));
  for (size_t i = all_.size(); i-- > 0 && all_[i].words.begin >= begin;) {
    if (all_[i].by != PersonBy::kMaybe) {
      return false;
    }
  }
  const bool has_quote = std::any_of(is_quoted_.begin() + begin, is_quoted_.begin() + pronoun,
                                     [](bool is) { return is; });
  return pronoun >= begin + kAntecedentTokensMin && !has_quote;
}

// "le mis en cause"
bool Persons::IsAccused(uint32_t token) const {
  return tokens_.Is(token, "mis") && tokens_.Is(token + 1, "en") &&
         (tokens_.Is(token + 2, "cause") || tokens_.Is(token + 2, "examen")) && token > 0 &&
         tokens_.Has(token - 1, Bit(kArticle));
}

// A pronoun or a role.
void Persons::AddOther(uint32_t token, uint32_t paragraph) {
  Person person;
  person.words = {token, token + 1};
  person.paragraph = paragraph;
  if (const auto gender = Pronouns().Find(tokens_.Words(token))) {
    if (text_.Read().language == Language::kFrench && IsThing(token, paragraph)) {
      return;
    }
    person.by = PersonBy::kPronoun;
    person.gender = tokens_.Is(token, "lui") ? Gender::kUnknown : static_cast<Gender>(*gender);
    all_.push_back(person);
    return;
  }
  const bool is_role =
      tokens_.Has(token, Bit(kRole))
          ? !tokens_.Has(token, Bit(kPlural))
          : IsPersonNoun(tokens_.Words(token), text_.Read().language) || IsAccused(token);
  if (!is_role) {
    return;
  }
  person.by = PersonBy::kRole;
  if (text_.Read().language == Language::kFrench) {
    const bool is_she =
        (token > 0 && (tokens_.Is(token - 1, "la") || tokens_.Is(token - 1, "une"))) ||
        IsWomansNoun(tokens_.Words(token));
    person.gender = is_she ? Gender::kWoman : Gender::kUnknown;
  } else {
    person.gender = tokens_.Has(token, Bit(kMan))     ? Gender::kMan
                    : tokens_.Has(token, Bit(kWoman)) ? Gender::kWoman
                                                      : Gender::kUnknown;
  }
  all_.push_back(person);
}

void Persons::FindAll() {
  const auto& paragraphs = text_.Parts().paragraphs;
  for (uint32_t p = 0; p < paragraphs.size(); ++p) {
    for (uint32_t i = paragraphs[p].begin; i < paragraphs[p].end;) {
      const uint32_t end = RunEnd(i, paragraphs[p].end);
      if (end == i) {
        if (!is_quoted_[i] && !tokens_.IsPunctuation(i)) {  // "the 43-year-old" begins as a number
          AddOther(i, p);
        }
        ++i;
        continue;
      }
      Person person = TakeRun({i, end});
      person.paragraph = p;
      i = end;
      if (person.words.IsEmpty()) {
        continue;
      }
      Recognise(person);
      all_.push_back(person);
    }
  }
}

// "Captain Edda Quill took it out. She …": a name is a woman's or a man's where the next to be
// mentioned in its paragraph is the pronoun.
void Persons::LearnGenders() {
  for (size_t i = 0; i + 1 < all_.size(); ++i) {
    const Person& one = all_[i];
    const Person& next = all_[i + 1];
    const bool is_name = one.by == PersonBy::kName || one.by == PersonBy::kLikely;
    // "Quill has sent him …": somebody else.
    const bool is_other = tokens_.Is(next.words.begin, "him");
    if (is_name && one.gender == Gender::kUnknown && next.by == PersonBy::kPronoun &&
        next.paragraph == one.paragraph && !is_other) {
      last_names_.try_emplace(LastName(one), next.gender).first->second = next.gender;
    }
  }
  for (Person& one : all_) {
    const bool is_name = one.by == PersonBy::kName || one.by == PersonBy::kLikely;
    const auto known = last_names_.find(LastName(one));
    if (is_name && one.gender == Gender::kUnknown && known != last_names_.end()) {
      one.gender = known->second;
    }
  }
}

// "The baker Lotte Amsel", "the head of the union, Ida Moe": a role is a woman's or a man's as the
// name is that follows it.
void Persons::LearnRoles() {
  for (size_t i = 0; i + 1 < all_.size(); ++i) {
    Person& one = all_[i];
    const Person& next = all_[i + 1];
    const bool is_named = next.by == PersonBy::kName || next.by == PersonBy::kLikely;
    if (one.by != PersonBy::kRole || one.gender != Gender::kUnknown || !is_named) {
      continue;
    }
    const uint32_t begin = next.words.begin;
    bool is_apposed = begin <= one.words.end || (tokens_.IsMark(begin - 1, U',') &&
                                                 begin <= one.words.end + 1 + kApposedReach);
    for (uint32_t at = one.words.end; is_apposed && at + 1 < begin; ++at) {
      is_apposed = tokens_.IsWord(at) && !tokens_.Has(at, Bits(kAuxiliary, kSays, kSaysThat)) &&
                   (at > one.words.end || tokens_.Has(at, Bit(kPreposition)) ||
                    tokens_.Is(at, "aux") || tokens_.Is(at, "des") || tokens_.Is(at, "du"));
    }
    one.gender = is_apposed ? next.gender : one.gender;
  }
}

}  // namespace stemma
