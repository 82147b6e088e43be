// source-vague: sourcing that names nobody. What the reader found to be vague, and the phrases that
// credit nobody at all, which are no sources for it: "it is believed", "experts say".
//
// What raises false alarms: words that somebody else speaks ("some media", he said), which are no
// sourcing of the article's, and experts who are named beside what they say.
#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/audit/text_rules/credited_to.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/text_rules/vague_phrases.h"
#include "graph/base/utf8.h"
#include "graph/reading/number_words.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kPhraseTokensMax = 6;
constexpr uint32_t kAttributesMax = 3;
constexpr uint32_t kWhereMax = 6;         // "in the port of Ashton"
constexpr uint32_t kPutTokensMax = 14;    // "put the price of … at"
constexpr uint32_t kCreditTokensMax = 4;  // "à en croire"
constexpr uint32_t kTellerReach = 40;
constexpr uint32_t kDenialTokensMax = 4;   // from "denied" to what is
constexpr uint32_t kDeniedTokensMax = 40;  // "reports that … were false"
// Of an interview: how long a question is, and how many there are.
constexpr uint32_t kQuestionTokensMax = 40;
constexpr uint32_t kQuestionsMin = 2;
constexpr std::string_view kUnnamed = "source-vague.unnamed/1";

enum VagueHead {
  kMedium = 1,
  kSource,
  kInformation,  // what is credited, without who gave it
  kInsider,      // nobody is ever more than one of them
  kCircle,       // a source once it is said of what kind they are
  kHearsay,      // nobody's even with an article
  kExpert,
};

// In the plural and without a name: who says so.
const WordMap& VagueHeads() {
  static const WordMap words({{"media outlets newspapers reports broadcasters "
                               "médias journaux titres",
                               kMedium},
                              {"sources source", kSource},
                              {"informations", kInformation},
                              {"insiders insider initiés", kInsider},
                              {"circles milieux", kCircle},
                              {"rumours rumors rumour rumor hearsay gossip rumeur rumeurs ouï-dire "
                               "press presse",
                               kHearsay},
                              {"experts observers analysts critics commentators "
                               "observateurs analystes spécialistes",
                               kExpert}});
  return words;
}

const WordMap& VagueModifiers() {
  static const WordMap words(
      "some several many various unnamed unconfirmed unidentified anonymous local foreign state "
      "national international news press other multiple different most independent western "
      "numerous certain quelques plusieurs certains certaines différents divers diverses nombreux "
      "nombreuses des de");
  return words;
}

// "news organisations", "press agencies": media behind a word for what they deal in.
const WordMap& MediaBodies() {
  static const WordMap words("organisations organizations agencies");
  return words;
}
const WordMap& MediaKinds() {
  static const WordMap words("news media press");
  return words;
}

// "two dozen media", "une vingtaine de médias", beside figures.
const WordMap& CountingWords() {
  static const WordMap words(
      "dozen dozens score scores handful dizaine dizaines douzaine quinzaine vingtaine trentaine "
      "poignée");
  return words;
}

// "some media", "plusieurs médias": said to be several, and none of them named.
const WordMap& SomeWords() {
  static const WordMap words(
      "some several various unnamed anonymous unconfirmed multiple certains certaines plusieurs "
      "quelques divers diverses des de");
  return words;
}

// What reports are when nobody is said to have made them.
const WordMap& ReportKinds() {
  static const WordMap words("media press news newspaper newspapers local unconfirmed anonymous");
  return words;
}

// "sources close to the talks", "des sources proches de la mairie": nobody, whatever they do.
const WordMap& NearWords() {
  static const WordMap words("close familiar briefed proche proches");
  return words;
}

const WordMap& Indefinite() {
  static const WordMap words("a an un une");
  return words;
}

// "de source policière", "de sources proches du dossier": nobody, whoever they are.
const WordMap& FrenchSourceWords() {
  static const WordMap words(
      "proche proches concordante concordantes policière policières judiciaire judiciaires "
      "diplomatique diplomatiques gouvernementale gouvernementales militaire militaires "
      "sécuritaire sécuritaires syndicale syndicales officieuse informée informées sûre anonymes "
      "hospitalière hospitalières médicale médicales anonyme sanitaire sanitaires ministérielle "
      "ministérielles parlementaire parlementaires officielle officielles interne internes "
      "européenne européennes occidentale occidentales humanitaire humanitaires patronale "
      "patronales portuaire portuaires fiable fiables crédible crédibles bien");
  return words;
}

// What experts, insiders and reports do instead of saying something, where the lexicon does not
// hold the verb for one of saying.
const WordMap& HoldingVerbs() {
  static const WordMap words(
      "report reported argue argued contend contended worry suspect suspected estimate estimated "
      "suggest suggested indicate indicated hint hinted expect expected believe believed think "
      "thought fear feared reckon reckoned agree agreed doubt doubted "
      "laissent laissaient évoquent évoquaient craignent craignaient pensent croient tablent "
      "redoutent prédisent doutent");
  return words;
}

// "informations de presse", "informations concordantes": without who gave them.
const WordMap& InformationWords() {
  static const WordMap words(
      "presse médias journaux concordantes parues publiées relayées diffusées recueillies "
      "officieuses obtenues circulant divulguées");
  return words;
}

// "put the mill at risk", as no figure is put.
const WordMap& NoFigures() {
  static const WordMap words("once risk odds ease stake rest work home least last");
  return words;
}

// "milieux autorisés", "milieux d'affaires": else "selon les milieux" is no sourcing.
const WordMap& FrenchCircles() {
  static const WordMap words(
      "autorisés informés bien proches d' d'affaires affaires diplomatiques politiques économiques "
      "financiers boursiers gouvernementaux judiciaires policiers militaires syndicaux patronaux "
      "agricoles industriels professionnels concernés");
  return words;
}

// "reports that … were false": what an article denies it does not go by.
const WordMap& Untrue() {
  static const WordMap words(
      "false untrue wrong incorrect inaccurate baseless unfounded groundless fabricated invented "
      "mistaken exaggerated nonsense faux fausses erronées infondées infondés inexactes inexacts "
      "mensongères");
  return words;
}
const WordMap& DenyingVerbs() {
  static const WordMap words(
      "deny denies denied denying dismiss dismisses dismissed dismissing reject rejects rejected "
      "rejecting refute refutes refuted refuting rebut rebuts rebutted contradict contradicts "
      "contradicted dément démenti démentait démentent nie nié réfute réfuté conteste contesté");
  return words;
}

class VagueSources {
 public:
  VagueSources(const TextUnderAudit& text, Findings& findings)
      : text_(text),
        tokens_(text.Tokens()),
        numbers_(tokens_, text.Read().language),
        findings_(findings) {}

  uint64_t Check() {
    FindInterview();
    for (const Source& source : text_.Read().sources) {
      if (source.is_vague) {
        places_.push_back({source.span, kUnnamed});
      }
    }
    for (const TokenRange sentence : text_.Parts().sentences) {
      for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if (tokens_.IsWord(i)) {
          ReadAt(i, sentence);
        }
      }
    }
    ReportAll();
    return text_.Read().sources.size() + heads_;
  }

 private:
  struct Place {
    Span span;
    std::string_view method;
  };

  void Add(uint32_t begin, uint32_t end, std::string_view method) {
    places_.push_back({text_.Parts().SpanOf({begin, end}), method});
  }

  void ReadAt(uint32_t i, TokenRange sentence) {
    if (const uint32_t behind = VaguePhraseEnd(tokens_, i);
        behind > i && behind <= sentence.end && !tokens_.Is(behind, "by")) {
      const bool is_told = tokens_.Has(i, Bit(kBe)) && HasTeller(i, behind, sentence);
      if (!tokens_.IsMark(sentence.end - 1, U'?') && !is_told) {
        Add(i, behind, "source-vague.nobody/1");
      }
      return;
    }
    const bool is_media_body =
        i > sentence.begin && tokens_.IsIn(i, MediaBodies()) && tokens_.IsIn(i - 1, MediaKinds());
    const auto head = is_media_body ? kMedium : VagueHeads().Find(tokens_.Words(i));
    if (head) {
      ++heads_;
      ReadHead(i, static_cast<VagueHead>(*head), sentence);
    }
  }

  bool IsCount(uint32_t i) const {
    return tokens_.IsNumber(i) || tokens_.IsIn(i, CountingWords()) ||
           numbers_.At(i, i + 1).has_value();
  }

  // "is said to have left, police said": whether another verb of the sentence says who tells it.
  bool HasTeller(uint32_t begin, uint32_t behind, TokenRange sentence) const {
    const uint32_t first = std::max(sentence.begin, begin - std::min(begin, kTellerReach));
    const uint32_t end = std::min(sentence.end, behind + kTellerReach);
    for (uint32_t i = first; i < end; ++i) {
      if ((i < begin || i >= behind) && tokens_.Has(i, Bits(kSays, kAccording)) &&
          !tokens_.Has(i, Bit(kNoun))) {
        return true;
      }
    }
    return false;
  }

  // From the first question that is a paragraph of its own to the answer of the last, where there
  // are several: an interview, whose words are spoken.
  void FindInterview() {
    uint32_t questions = 0;
    const auto& paragraphs = text_.Parts().paragraphs;
    for (uint32_t number = 0; number < paragraphs.size(); ++number) {
      const TokenRange range = paragraphs[number];
      const bool is_question = !text_.IsHeading(number) &&
                               range.end - range.begin <= kQuestionTokensMax &&
                               range.end > range.begin && tokens_.IsMark(range.end - 1, U'?');
      if (is_question) {
        interview_.begin = questions == 0 ? number : interview_.begin;
        interview_.end = number + 2;
        ++questions;
      }
    }
    if (questions < kQuestionsMin) {
      interview_ = {};
    }
  }
  bool IsInterview(size_t byte) const {
    const uint32_t paragraph = text_.ParagraphAt(byte);
    return paragraph >= interview_.begin && paragraph < interview_.end;
  }

  // "experts say", "according to several media", "selon des sources": a head without a name, that
  // says something or to which something is credited.
  void ReadHead(uint32_t i, VagueHead head, TokenRange sentence) {
    uint32_t begin = i;
    bool has_some = head == kSource;
    while (begin > sentence.begin && i - begin < kPhraseTokensMax &&
           (tokens_.IsIn(begin - 1, VagueModifiers()) || IsCount(begin - 1))) {
      --begin;
      has_some = has_some || tokens_.IsIn(begin, SomeWords()) || IsCount(begin);
    }
    if (head == kSource && i > sentence.begin && tokens_.Is(i - 1, "de") &&
        tokens_.IsIn(i + 1, FrenchSourceWords())) {
      Add(i - 1, i + 2, kUnnamed);
      return;
    }
    if (head == kHearsay || head == kInformation || head == kCircle) {
      ReadCredited(i, head, sentence);
      return;
    }
    const uint32_t attribute = AttributeBegin(begin, sentence.begin);
    const uint32_t credited = CreditedFrom(begin, attribute, sentence.begin);
    // "According to experts, Ida Moe …": no apposition.
    const bool is_led = credited <= i && credited <= sentence.begin + kCreditTokensMax;
    const bool is_named = IsNamed(i + 1) && !(is_led && tokens_.IsMark(i + 1, U','));
    const bool is_known =
        (IsKnown(begin, sentence.begin) && !IsAnyMedia(begin, i, head)) || is_named ||
        (head == kInsider && credited > i && IsKnown(attribute, sentence.begin)) ||
        (head == kMedium &&
         (tokens_.Has(begin - 1, Bit(kPossessive)) || IsDenied(begin, i, sentence)));
    if (is_known) {
      return;  // "the sources", "experts from Ashton University"
    }
    if ((head == kSource || head == kInsider) && tokens_.IsIn(i + 1, NearWords())) {
      Add(begin, i + 2, kUnnamed);
      return;
    }
    const bool is_some = has_some || head == kExpert || head == kInsider;
    if (is_some && credited <= i) {
      Add(credited, i + 1, kUnnamed);
      return;
    }
    if (IsReports(i, sentence.begin)) {
      Add(std::min(begin, i - 1), i + 1, kUnnamed);
      return;
    }
    if (Says(i, has_some, sentence) && (head != kExpert || !IsExpertNamed(sentence))) {
      Add(head == kInsider ? attribute : begin, i + 1, kUnnamed);
    }
  }

  // Where a phrase begins that something is credited to: with its head and such words as "some",
  // with what kind of people they are, or with an article before that; behind all where it is not.
  uint32_t CreditedFrom(uint32_t begin, uint32_t attribute, uint32_t first) const {
    for (const uint32_t from : {begin, attribute}) {
      if (IsCredited(tokens_, from, first)) {
        return from;
      }
    }
    const bool has_article = attribute > first && tokens_.IsIn(attribute - 1, Indefinite());
    return has_article && IsCredited(tokens_, attribute - 1, first) ? attribute - 1
                                                                    : tokens_.Size();
  }

  // Whether the head has a verb by which it says something.
  bool Says(uint32_t i, bool has_some, TokenRange sentence) const {
    uint32_t verb = i + 1;
    // "des médias locaux rapportent": in French an adjective stands behind.
    const bool has_adjective = text_.Read().language == Language::kFrench &&
                               (has_some || tokens_.Is(i - 1, "les")) && tokens_.IsWord(verb) &&
                               tokens_[verb].classes == 0 && !Holds(verb, sentence.end);
    verb += has_adjective ? 1 : 0;
    // "Sources in the port said": where they are.
    const uint32_t where_end = std::min(sentence.end, verb + kWhereMax);
    if (has_some && (tokens_.Is(verb, "in") || tokens_.Is(verb, "inside"))) {
      while (verb < where_end && tokens_.IsWord(verb) && !tokens_.Has(verb, Bits(kSay, kSays))) {
        ++verb;
      }
    }
    verb += tokens_.Has(verb, Bits(kAuxiliary, kAdverb)) ? 1 : 0;
    if (IsConsensus(tokens_, i, {verb, sentence.end})) {
      return false;
    }
    return verb < sentence.end &&
           ((tokens_.Has(verb, Bits(kSay, kSays)) && !tokens_.Has(verb, Bit(kNoun))) ||
            Holds(verb, sentence.end));
  }

  // "believe that", "put the price at", "font état de"; not "experts expected to come".
  bool Holds(uint32_t verb, uint32_t end) const {
    if (tokens_.IsIn(verb, HoldingVerbs())) {
      return !tokens_.Is(verb + 1, "to") && !tokens_.Is(verb + 1, "by");
    }
    if (tokens_.Is(verb, "font") || tokens_.Is(verb, "faisaient")) {
      return tokens_.Is(verb + 1, "état");
    }
    for (uint32_t at = verb + 2;
         tokens_.Is(verb, "put") && at < std::min(end, verb + kPutTokensMax); ++at) {
      if (tokens_.Is(at, "at") && !tokens_.IsIn(at + 1, NoFigures())) {
        return true;
      }
    }
    return false;
  }

  // "according to well-informed circles", "selon des informations de presse", "à en croire la
  // rumeur": no sources but where something is credited to them.
  void ReadCredited(uint32_t i, VagueHead head, TokenRange sentence) {
    uint32_t begin = i;
    bool is_definite = false;
    while (!IsCredited(tokens_, begin, sentence.begin)) {
      const bool goes_back = begin > sentence.begin && i - begin < kPhraseTokensMax &&
                             tokens_.IsWord(begin - 1) && !tokens_.IsCapital(begin - 1) &&
                             (tokens_.IsIn(begin - 1, SomeWords()) ||
                              !tokens_.Has(begin - 1, Bits(kPreposition, kLinks)));
      if (!goes_back) {
        ReadSaying(i, head, sentence);
        return;
      }
      --begin;
      is_definite = is_definite || tokens_.Has(begin, Bits(kArticle, kOwner));
    }
    const bool is_named = IsNamed(i + 1) && !tokens_.IsMark(i + 1, U',');
    if (!is_named && IsVague(begin, i, head, is_definite)) {
      Add(begin, i + 1, kUnnamed);
    }
  }

  // "Diplomatic circles say that …", "des rumeurs évoquent …".
  void ReadSaying(uint32_t i, VagueHead head, TokenRange sentence) {
    uint32_t begin = AttributeBegin(i, sentence.begin);
    const bool is_subject = head == kHearsay || (head == kCircle && begin < i);
    if (begin > sentence.begin && tokens_.Is(begin - 1, "de")) {
      return;  // "un conseil de presse"
    }
    begin -= begin > sentence.begin && tokens_.IsIn(begin - 1, SomeWords()) ? 1 : 0;
    if (is_subject && !IsKnown(begin, sentence.begin) && Says(i, false, sentence)) {
      Add(begin, i + 1, kUnnamed);
    }
  }

  // `begin`: behind what credits.
  bool IsVague(uint32_t begin, uint32_t i, VagueHead head, bool is_definite) const {
    const bool is_french = text_.Read().language == Language::kFrench;
    if (head == kInformation) {
      const uint32_t behind = i + (tokens_.Is(i + 1, "de") ? 2 : 1);
      return is_french && tokens_.IsIn(begin, SomeWords()) &&
             (!tokens_.IsWord(behind) || tokens_.IsIn(behind, InformationWords()));
    }
    if (head == kCircle) {
      return is_french ? tokens_.IsIn(i + 1, FrenchCircles()) : begin < i && !is_definite;
    }
    // "the press office", "the rumour mill", "un service de presse"
    const bool has_modifier = tokens_.IsWord(i + 1) && !is_french &&
                              !tokens_.Has(i + 1, Bits(kArticle, kOwner, kPreposition, kTime));
    return !has_modifier && !(begin < i && tokens_.Is(i - 1, "de"));
  }

  // "Les médias locaux", which French says of any.
  bool IsAnyMedia(uint32_t begin, uint32_t i, VagueHead head) const {
    static const WordMap kinds(
        "locaux régionaux nationaux internationaux étrangers officiels sociaux privés publics");
    return head == kMedium && tokens_.Is(begin - 1, "les") && tokens_.IsIn(i + 1, kinds);
  }

  bool IsKnown(uint32_t begin, uint32_t first) const {
    return begin > first && tokens_.Has(begin - 1, Bits(kArticle, kOwner)) &&
           !tokens_.IsIn(begin - 1, Indefinite());
  }

  // "industry insiders", "senior health experts": what kind they are of, in words that are neither
  // names nor such as join parts of a sentence.
  uint32_t AttributeBegin(uint32_t begin, uint32_t first) const {
    constexpr WordClasses kNone = Bits(kArticle, kOwner, kDeterminer, kPreposition, kAccording,
                                       kAnd, kBut, kJoins, kWho, kAuxiliary, kBe, kNot, kAdverb,
                                       kTime, kSays, kSaysThat, kSaying, kIt, kThey, kHe, kShe, kI);
    const uint32_t last = begin;
    while (begin > first && last - begin < kAttributesMax && tokens_.IsWord(begin - 1) &&
           !tokens_.Has(begin - 1, kNone) &&
           (!tokens_.IsCapital(begin - 1) || begin - 1 == first)) {
      --begin;
    }
    return begin;
  }

  // "reports that … were false", "denied media reports": the article goes by somebody else.
  bool IsDenied(uint32_t begin, uint32_t i, TokenRange sentence) const {
    for (uint32_t at = begin; at > sentence.begin && begin - at < kDenialTokensMax; --at) {
      if (tokens_.IsPunctuation(at - 1)) {
        break;
      }
      if (tokens_.IsIn(at - 1, DenyingVerbs())) {
        return true;
      }
    }
    const uint32_t end = std::min(sentence.end, i + kDeniedTokensMax);
    for (uint32_t at = i + 1; at + 1 < end && !tokens_.IsMark(at, U','); ++at) {
      const uint32_t judged = at + (tokens_.Has(at + 1, Bits(kAdverb, kNot)) ? 2 : 1);
      if (tokens_.Has(at, Bit(kBe)) &&
          (tokens_.IsIn(judged, Untrue()) || tokens_.IsIn(judged, DenyingVerbs()))) {
        return true;
      }
    }
    return false;
  }

  // "media reports", "unconfirmed reports": a source, whatever is said of them.
  bool IsReports(uint32_t i, uint32_t first) const {
    return i > first && tokens_.Is(i, "reports") && tokens_.IsIn(i - 1, ReportKinds()) &&
           (i < first + 2 || !tokens_.Has(i - 2, Bits(kArticle, kOwner))) &&
           !IsOfDecade(tokens_, i + 1);
  }

  // "of the Ashton Institute", "such as", "including", ", among them Ida Moe".
  bool IsNamed(uint32_t i) const {
    const uint32_t end = std::min(tokens_.Size(), i + kPhraseTokensMax);
    const bool is_where = tokens_.Is(i, "in") || tokens_.Is(i, "en") || tokens_.Is(i, "across");
    const bool goes_on = (tokens_.Has(i, Bit(kPreposition)) && !is_where) ||
                         tokens_.Is(i, "such") || tokens_.IsMark(i, U',');
    for (uint32_t at = i; goes_on && at < end && !tokens_.IsMark(at, U'.'); ++at) {
      if (tokens_.IsCapital(at) && !tokens_.Has(at, Bit(kTime))) {
        return true;
      }
    }
    return false;
  }

  // Whether somebody is quoted by name in this sentence's paragraph or in the next.
  bool IsExpertNamed(TokenRange sentence) const {
    const uint32_t paragraph = text_.ParagraphOf(sentence.begin);
    const TextParts& parts = text_.Parts();
    const size_t begin = parts.SpanOf(parts.paragraphs[paragraph]).begin;
    const auto last = std::min<size_t>(paragraph + 1, parts.paragraphs.size() - 1);
    const size_t end = parts.SpanOf(parts.paragraphs[last]).end;
    const auto& quotes = text_.Read().quotes;
    auto quote = std::partition_point(quotes.begin(), quotes.end(),
                                      [&](const Quote& one) { return one.span.begin < begin; });
    for (; quote != quotes.end() && quote->span.begin < end; ++quote) {
      if (quote->speaker && !quote->speaker->name.empty()) {
        return true;
      }
    }
    return false;
  }

  // Each once, and of the headline only what the text does not say too.
  void ReportAll() {
    const auto order = [&](const Place& place) {
      return std::pair(text_.IsHeading(text_.ParagraphAt(place.span.begin)), place.span.begin);
    };
    std::stable_sort(places_.begin(), places_.end(),
                     [&](const Place& a, const Place& b) { return order(a) < order(b); });
    const size_t first = findings_.size();
    std::unordered_set<std::string> told;
    Span last;
    for (const Place& place : places_) {
      const std::vector<std::string> words = FoldedWords(text_.Words(place.span));
      const bool overlaps = place.span.begin < last.end && last.begin < place.span.end;
      if (words.empty() || overlaps || text_.IsBoilerplate(place.span) ||
          text_.IsBetweenMarks(place.span.begin) || IsInterview(place.span.begin)) {
        continue;
      }
      const bool is_known = order(place).first ? told.contains(words.back())
                                               : told.contains(FoldName(text_.Words(place.span)));
      told.insert({FoldName(text_.Words(place.span)), words.back()});
      if (!is_known) {
        Report(place);
        last = place.span;
      }
    }
    std::stable_sort(
        findings_.begin() + static_cast<std::ptrdiff_t>(first), findings_.end(),
        [](const Finding& a, const Finding& b) { return a.span->begin < b.span->begin; });
  }

  void Report(const Place& place) {
    Finding finding =
        text_.FindingAt(Rule::kSourceVague, Severity::kNote, place.span, place.method);
    finding.message = ExcerptInMarks(finding.exact) + " names nobody";
    finding.because.push_back("who says so cannot be asked or looked up");
    findings_.push_back(std::move(finding));
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  NumberReader numbers_;
  Findings& findings_;
  std::vector<Place> places_;
  TokenRange interview_;  // paragraphs
  uint64_t heads_ = 0;    // looked at
};

}  // namespace

uint64_t CheckVagueSources(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : VagueSources(text, findings).Check();
}

}  // namespace stemma
