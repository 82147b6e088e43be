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

#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/text_rules/vague_phrases.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kPhraseTokensMax = 6;
// Of an interview: how long a question is, and how many there are.
constexpr uint32_t kQuestionTokensMax = 40;
constexpr uint32_t kQuestionsMin = 2;
constexpr std::string_view kUnnamed = "source-vague.unnamed/1";

enum VagueHead { kMedium = 1, kSource, kExpert };

// In the plural and without a name: who says so.
const WordMap& VagueHeads() {
  static const WordMap words({{"media outlets newspapers reports broadcasters "
                               "médias journaux titres",
                               kMedium},
                              {"sources source", kSource},
                              {"experts observers analysts critics commentators insiders "
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

// "published by 12 outlets": who had it, or printed it.
const WordMap& PrintingWords() {
  static const WordMap words(
      "published reported carried broadcast aired quoted cited released obtained seen printed "
      "publié publiée publiés publiées relayé relayée relayés rapporté rapportée rapportés cité "
      "citée cités diffusé diffusée obtenus consultés");
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

class VagueSources {
 public:
  VagueSources(const TextUnderAudit& text, Findings& findings)
      : text_(text), tokens_(text.Tokens()), findings_(findings) {}

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
      if (!tokens_.IsMark(sentence.end - 1, U'?')) {
        Add(i, behind, "source-vague.nobody/1");
      }
      return;
    }
    const auto head = VagueHeads().Find(tokens_.Words(i));
    if (head) {
      ++heads_;
      ReadHead(i, static_cast<VagueHead>(*head), sentence);
    }
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
           (tokens_.IsIn(begin - 1, VagueModifiers()) || tokens_.IsNumber(begin - 1))) {
      --begin;
      has_some = has_some || tokens_.IsIn(begin, SomeWords()) || tokens_.IsNumber(begin);
    }
    if (head == kSource && i > sentence.begin && tokens_.Is(i - 1, "de") &&
        tokens_.IsIn(i + 1, FrenchSourceWords())) {
      Add(i - 1, i + 2, kUnnamed);
      return;
    }
    const bool is_known = begin > sentence.begin && tokens_.Has(begin - 1, Bits(kArticle, kOwner));
    if (is_known || IsNamed(i + 1)) {
      return;  // "the sources", "experts from Ashton University"
    }
    if (IsCredited(begin, sentence.begin) && (has_some || head == kExpert)) {
      Add(begin, i + 1, kUnnamed);
      return;
    }
    if (IsReports(i, sentence.begin)) {
      Add(std::min(begin, i - 1), i + 1, kUnnamed);
      return;
    }
    uint32_t verb = i + 1;
    // "des médias locaux rapportent": in French an adjective stands behind.
    const bool has_adjective = text_.Read().language == Language::kFrench && has_some &&
                               tokens_.IsWord(verb) && tokens_[verb].classes == 0;
    verb += has_adjective ? 1 : 0;
    verb += tokens_.Has(verb, Bits(kAuxiliary, kAdverb)) ? 1 : 0;
    const bool says = tokens_.Has(verb, Bits(kSay, kSays)) && !tokens_.Has(verb, Bit(kNoun)) &&
                      verb < sentence.end;
    const bool is_expert = head == kExpert && !IsExpertNamed(sentence);
    if (says && (head != kExpert || is_expert)) {
      Add(begin, i + 1, kUnnamed);
    }
  }

  // "media reports", "unconfirmed reports": a source, whatever is said of them.
  bool IsReports(uint32_t i, uint32_t first) const {
    return i > first && tokens_.Is(i, "reports") && tokens_.IsIn(i - 1, ReportKinds()) &&
           (i < first + 2 || !tokens_.Has(i - 2, Bits(kArticle, kOwner)));
  }

  // Before the phrase: "according to", "selon", "d'après", "citing", "published by".
  bool IsCredited(uint32_t begin, uint32_t first) const {
    if (begin < first + 1) {
      return false;
    }
    return (tokens_.Is(begin - 1, "to") && begin >= first + 2 &&
            tokens_.Is(begin - 2, "according")) ||
           tokens_.Is(begin - 1, "selon") || tokens_.Is(begin - 1, "citing") ||
           tokens_.Is(begin - 1, "citant") || tokens_.Is(begin - 1, "après") ||
           ((tokens_.Is(begin - 1, "by") || tokens_.Is(begin - 1, "par")) &&
            tokens_.IsIn(begin - 2, PrintingWords()));
  }

  // "of the Ashton Institute", "such as", "including", ", among them Ida Moe".
  bool IsNamed(uint32_t i) const {
    const uint32_t end = std::min(tokens_.Size(), i + kPhraseTokensMax);
    const bool goes_on =
        tokens_.Has(i, Bit(kPreposition)) || tokens_.Is(i, "such") || tokens_.IsMark(i, U',');
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
