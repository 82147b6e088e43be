#include "graph/reading/sources.h"

#include <algorithm>
#include <string>
#include <utility>

#include "graph/base/utf8.h"
#include "graph/reading/document_phrases.h"
#include "graph/reading/outlets.h"
#include "graph/reading/source_words.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kPhraseTokensMax = 14;
constexpr uint32_t kAntecedentTokensMax = 12;
constexpr uint32_t kAgentsMax = 8;
constexpr uint32_t kBetweenMax = 4;
constexpr size_t kRecent = 8;

class SourceFinder {
 public:
  SourceFinder(const TokenView& tokens, Language language, std::string_view outlet)
      : tokens_(tokens),
        parts_(tokens.Parts()),
        language_(language),
        own_(FoldName(outlet.starts_with("The ") ? outlet.substr(4) : outlet)) {}

  std::vector<Source> Find() {
    for (const TokenRange sentence : parts_.sentences) {
      begin_ = sentence.begin;
      end_ = sentence.end;
      for (uint32_t i = begin_; i < end_; ++i) {
        if (tokens_[i].kind == TokenKind::kWord) {
          ReadAt(i);
        }
      }
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Source& a, const Source& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  void ReadAt(uint32_t i) {
    const auto trigger = SourceTriggers(language_).Find(tokens_.Words(i));
    if (trigger) {
      ReadTrigger(i, static_cast<SourceTrigger>(*trigger));
    }
    // In capitals it is a title's: "Post Hits Back".
    if (tokens_.Has(i, Bits(kSays, kSaysThat)) && (!tokens_[i].is_capital || i == begin_)) {
      ReadSaying(i);
    }
  }

  void ReadTrigger(uint32_t i, SourceTrigger trigger) {
    switch (trigger) {
      case SourceTrigger::kTold:
        ReadTold(i);
        break;
      case SourceTrigger::kAccording:
        if (const uint32_t object = AccordingObject(i); object > i) {
          ReadAccording(object);
        }
        break;
      case SourceTrigger::kObtained:
      case SourceTrigger::kSeen:
      case SourceTrigger::kPublished:
      case SourceTrigger::kReportedBy:
      case SourceTrigger::kAsked:
        ReadPassive(i, trigger);
        break;
      case SourceTrigger::kCiting:
        ReadCiting(i);
        break;
      case SourceTrigger::kInterview:
        ReadInterview(i);
        break;
      case SourceTrigger::kStatement:
        ReadStatement(i);
        break;
      case SourceTrigger::kVague:
        ReadVagueSubject(i);
        break;
      case SourceTrigger::kWork:
        ReadWorkBy(i);
        break;
    }
  }

  // The source is new unless the same words were found to be one already.
  Source* Add(TokenRange range, std::string name, SourceRelation relation,
              std::string_view method) {
    const Span span = parts_.SpanOf(range);
    const size_t recent = std::min(found_.size(), kRecent);
    for (size_t i = found_.size() - recent; i < found_.size(); ++i) {
      if (found_[i].span.end == span.end) {
        return &found_[i];
      }
    }
    Source source;
    source.span = span;
    source.name = std::move(name);
    source.relation = relation;
    source.method = method;
    return &found_.emplace_back(std::move(source));
  }

  void AddOutlet(const OutletMention& outlet, SourceRelation relation, std::string_view method) {
    Add(outlet.range, outlet.name, relation, method)->is_vague = outlet.is_vague;
  }

  Source* AddDocument(const DocumentPhrase& document, bool is_seen, std::string_view method) {
    Source* source = Add(document.range, document.name, SourceRelation::kCites, method);
    source->is_document = true;
    source->seen = is_seen;
    return source;
  }

  bool IsOwn(std::string_view name) const { return !own_.empty() && FoldName(name) == own_; }

  // "this newspaper", "us", "our reporters".
  bool IsOwnPhrase(uint32_t i) const {
    return tokens_.Is(i, "us") || tokens_.Is(i, "our") || tokens_.Is(i, "nous") ||
           tokens_.Is(i, "notre") || (tokens_.Is(i, "this") && tokens_.IsIn(i + 1, OwnNouns()));
  }

  std::optional<OutletMention> OutletOrVague(uint32_t i) const {
    auto outlet = OutletAt(tokens_, i, end_);
    return outlet ? outlet : VagueOutletAt(tokens_, i, end_);
  }

  // "told the Guardian", "told local media"; in "told Jane Doe of CNN", CNN.
  void ReadTold(uint32_t i) {
    const auto outlet = OutletOrVague(i + 1);
    if (outlet && !(outlet->is_vague && tokens_.IsIn(outlet->range.end - 1, AnonymousNouns()))) {
      AddOutlet(*outlet, SourceRelation::kTold, "source.told/1");
    }
  }

  // Where what is credited begins; `i` when this is no "according to".
  uint32_t AccordingObject(uint32_t i) const {
    if (tokens_.Is(i, "according")) {
      return tokens_.Is(i + 1, "to") ? i + 2 : i;
    }
    if (tokens_.Is(i, "après")) {
      return i > begin_ && tokens_.Is(i - 1, "d'") && tokens_.TouchesNext(i - 1) ? i + 1 : i;
    }
    return i + 1;  // "selon"
  }

  // "Reuters", "a Reuters survey", "a report by Reuters", "media reports", "the report".
  void ReadAccording(uint32_t i) {
    constexpr std::string_view kMethod = "source.according/1";
    if (i >= end_) {
      return;
    }
    if (const auto outlet = OutletAt(tokens_, i, end_)) {
      // An outlet's own man who speaks is a speaker: "according to CNN host X".
      if (!tokens_.Has(outlet->range.end, Bits(kRole, kTitle))) {
        AddOutlet(*outlet, SourceRelation::kCites, kMethod);
        if (tokens_.IsMark(outlet->range.end, U'/')) {  // "a Herald/Post poll"
          ReadAccording(outlet->range.end + 1);
        }
      }
      return;
    }
    const auto vague = VagueOutletAt(tokens_, i, end_);
    if (vague) {
      AddOutlet(*vague, SourceRelation::kCites, kMethod);
      return;
    }
    if (tokens_.IsIn(i, UnnamedPeople()) && IsNearness(i + 1)) {
      Add({i, i + 1}, "", SourceRelation::kCites, kMethod)->is_vague = true;
      return;
    }
    const auto document = DocumentAt(tokens_, i, std::min(end_, i + kPhraseTokensMax));
    if (!document) {
      return;
    }
    const uint32_t behind = document->range.end;
    if (tokens_.IsIn(behind, AgentPrepositions())) {
      if (const auto outlet = OutletAt(tokens_, behind + 1, end_)) {
        AddOutlet(*outlet, SourceRelation::kCites, kMethod);
        return;
      }
    }
    AddDocument(*document, SawCopy(behind), kMethod);
  }

  // ", a copy of which was seen by X": whether X is the text's own outlet.
  bool SawCopy(uint32_t i) const {
    const uint32_t last = std::min(end_, i + kPhraseTokensMax);
    bool has_copy = false;
    for (; i < last; ++i) {
      has_copy = has_copy || tokens_.Is(i, "copy") || tokens_.Is(i, "copie");
      const auto trigger = has_copy && tokens_.IsWord(i)
                               ? SourceTriggers(language_).Find(tokens_.Words(i))
                               : std::nullopt;
      if (trigger == static_cast<int>(SourceTrigger::kSeen) ||
          trigger == static_cast<int>(SourceTrigger::kObtained)) {
        const bool has_agent = tokens_.Is(i + 1, "by") || tokens_.Is(i + 1, "par");
        const auto outlet = has_agent ? OutletAt(tokens_, i + 2, end_) : std::nullopt;
        return !outlet || IsOwn(outlet->name);
      }
    }
    return false;
  }

  // "documents obtained by A and B", "first reported by A", "published by 17 media outlets".
  void ReadPassive(uint32_t i, SourceTrigger trigger) {
    const bool is_to = tokens_.Is(i, "leaked") && tokens_.Is(i + 1, "to");
    const bool is_in = trigger == SourceTrigger::kPublished &&
                       (tokens_.Is(i + 1, "in") || tokens_.Is(i + 1, "dans"));
    if (!is_to && !is_in && !tokens_.Is(i + 1, "by") && !tokens_.Is(i + 1, "par")) {
      return;
    }
    const bool needs_document =
        trigger == SourceTrigger::kObtained || trigger == SourceTrigger::kSeen;
    const auto document = DocumentBefore(tokens_, begin_, i, kAntecedentTokensMax);
    if (needs_document && !document) {
      return;
    }
    bool is_seen = false;
    bool has_agent = false;
    uint32_t at = i + 2;
    for (uint32_t agents = 0; agents < kAgentsMax && at < end_; ++agents) {
      if (IsOwnPhrase(at)) {
        is_seen = true;
        at += 2;
      } else if (const auto agent = AgentAt(at, trigger, document.has_value())) {
        AddOutlet(*agent, RelationOf(trigger), MethodOf(trigger));
        is_seen = is_seen || IsOwn(agent->name);
        has_agent = true;
        at = agent->range.end;
      } else {
        break;
      }
      const uint32_t behind = at;
      at += tokens_.IsMark(at, U',') ? 1 : 0;
      at += tokens_.Is(at, "and") || tokens_.Is(at, "et") || tokens_.Is(at, "as") ? 1 : 0;
      if (at == behind) {
        break;
      }
    }
    if (needs_document && (is_seen || has_agent)) {
      AddDocument(*document, is_seen, MethodOf(trigger));
    }
  }

  std::optional<OutletMention> AgentAt(uint32_t i, SourceTrigger trigger, bool has_document) const {
    if (auto outlet = OutletAt(tokens_, i, end_)) {
      return outlet;
    }
    const bool is_passive_of_copy =
        trigger == SourceTrigger::kObtained || trigger == SourceTrigger::kPublished;
    if (auto vague = VagueOutletAt(tokens_, i, end_);
        vague && (has_document || trigger == SourceTrigger::kReportedBy)) {
      return vague;
    }
    return is_passive_of_copy && has_document ? OrganisationAt(tokens_, i, end_) : std::nullopt;
  }

  static SourceRelation RelationOf(SourceTrigger trigger) {
    switch (trigger) {
      case SourceTrigger::kObtained:
      case SourceTrigger::kSeen:
        return SourceRelation::kObtainedBy;
      case SourceTrigger::kPublished:
        return SourceRelation::kPublishedBy;
      case SourceTrigger::kAsked:
        return SourceRelation::kTold;
      default:
        return SourceRelation::kCites;
    }
  }

  static std::string_view MethodOf(SourceTrigger trigger) {
    switch (trigger) {
      case SourceTrigger::kObtained:
        return "source.obtained-by/1";
      case SourceTrigger::kSeen:
        return "source.seen-by/1";
      case SourceTrigger::kPublished:
        return "source.published-by/1";
      case SourceTrigger::kAsked:
        return "source.told/1";
      default:
        return "source.reported-by/1";
    }
  }

  // "citing Reuters", "citing local media", "citing an internal memo".
  void ReadCiting(uint32_t i) {
    constexpr std::string_view kMethod = "source.citing/1";
    if (const auto outlet = OutletOrVague(i + 1)) {
      AddOutlet(*outlet, SourceRelation::kCites, kMethod);
    } else if (const auto document = DocumentAt(tokens_, i + 1, end_)) {
      AddDocument(*document, SawCopy(document->range.end), kMethod);
    }
  }

  // "in an interview with CNN", "in an email to the Herald", "speaking to AFP".
  void ReadInterview(uint32_t i) {
    const uint32_t last = std::min(end_, i + kBetweenMax);
    for (uint32_t at = i + 1; at < last; ++at) {
      if (tokens_.IsIn(at, AudiencePrepositions())) {
        const uint32_t object = tokens_.Has(at, Bit(kArticle)) ? at : at + 1;
        const auto outlet = OutletOrVague(object);
        if (outlet && !tokens_.IsIn(outlet->range.end - 1, AnonymousNouns())) {
          AddOutlet(*outlet, SourceRelation::kTold, "source.interview/1");
          return;
        }
      }
    }
  }

  // "in a statement", "dans un communiqué"; in one to an outlet, the outlet.
  void ReadStatement(uint32_t i) {
    uint32_t in = i;
    while (in > begin_ && i - in < kBetweenMax && !tokens_.Is(in, "in") &&
           !tokens_.Is(in, "dans")) {
      --in;
    }
    if (!(tokens_.Is(in, "in") || tokens_.Is(in, "dans")) ||
        !tokens_.Has(in + 1, Bits(kArticle, kDeterminer)) || in + 1 == i) {
      return;
    }
    const size_t before = found_.size();
    ReadInterview(i);
    if (found_.size() == before) {
      const auto document = DocumentAt(tokens_, in + 1, i + 1);
      AddDocument(document ? *document : DocumentPhrase{{in + 1, i + 1}, ""}, true,
                  "source.statement/1");
    }
  }

  bool IsNearness(uint32_t i) const {
    return tokens_.IsIn(i, NearnessWords()) ||
           (tokens_.Is(i, "with") &&
            (tokens_.Is(i + 1, "knowledge") || tokens_.Is(i + 1, "direct")));
  }

  // "sources said", "local media reported", "two sources close to the talks told X".
  void ReadVagueSubject(uint32_t i) {
    uint32_t begin = i;
    while (begin > begin_ && i - begin < kBetweenMax && tokens_.IsWord(begin - 1) &&
           !tokens_.Has(begin - 1, Bits(kPreposition, kAnd, kBut, kJoins, kAuxiliary, kSays,
                                        kSaysThat, kListens))) {
      --begin;
    }
    const auto vague = VagueOutletAt(tokens_, begin, end_);
    if (!vague || vague->range.end <= i) {
      return;
    }
    uint32_t at = vague->range.end;
    const bool is_anonymous = tokens_.IsIn(at - 1, AnonymousNouns());
    if (is_anonymous && (IsNearness(at) || tokens_.Has(at, Bit(kWho)))) {
      const uint32_t last = std::min(end_, at + kPhraseTokensMax);
      while (at < last && !tokens_.Has(at, Bits(kSays, kListens))) {
        ++at;
      }
    }
    at += tokens_.Has(at, Bits(kAuxiliary, kAdverb)) ? 1 : 0;
    const bool is_one = tokens_.Is(begin, "a") || tokens_.Is(begin, "an");
    if (at < end_ && (tokens_.Has(at, Bits(kSays, kSaysThat, kListens)) ||
                      (tokens_.Has(at, Bit(kSay)) && !is_one))) {
      AddOutlet(*vague, SourceRelation::kCites, "source.vague/1");
    }
  }

  // "an investigation by the Springfield Herald".
  void ReadWorkBy(uint32_t i) {
    if (tokens_.Is(i + 1, "by") || tokens_.Is(i + 1, "par")) {
      if (const auto outlet = OutletAt(tokens_, i + 2, end_)) {
        AddOutlet(*outlet, SourceRelation::kCites, "source.work-by/1");
        return;
      }
    }
    // "documents show that": what is so because something written says it.
    if (i + 1 < end_ && tokens_.IsIn(i + 1, ShowingVerbs()) && !tokens_[i + 1].is_capital) {
      if (const auto document = DocumentBefore(tokens_, begin_, i + 1, 1)) {
        AddDocument(*document, false, "source.document/1");
      }
    }
  }

  // Behind or before a verb: "Reuters reported", "…,” wrote the Herald", "a dit à l'AFP".
  void ReadSaying(uint32_t i) {
    if (language_ == Language::kFrench) {
      ReadFrenchAudience(i);
    }
    uint32_t subject = i;
    while (subject > begin_ && i - subject < kBetweenMax &&
           (tokens_.Has(subject - 1, Bits(kAdverb, kTime, kAuxiliary)) ||
            tokens_.Is(subject - 1, "first") || tokens_.Is(subject - 1, "on"))) {
      --subject;
    }
    if (subject >= begin_ + 2 && tokens_.Has(subject - 1, Bit(kWho))) {
      subject -= tokens_.IsMark(subject - 2, U',') ? 2 : 1;
    }
    const bool may_report = tokens_.Has(i, Bit(kSays)) || tokens_.IsIn(i, FindingVerbs());
    if (may_report && subject > begin_ && tokens_.IsWord(subject - 1)) {
      if (const auto outlet = OutletBefore(tokens_, begin_, subject)) {
        const bool is_object = outlet->range.begin > begin_ &&
                               tokens_.Has(outlet->range.begin - 1, Bits(kPreposition, kListens));
        if (!is_object || tokens_.Has(i, Bit(kSaysThat))) {
          AddOutlet(*outlet, SourceRelation::kCites, "source.reported/1");
        }
        return;
      }
    }
    if (tokens_.IsIn(i, ReportingVerbs()) && i > begin_ &&
        (tokens_.IsPunctuation(i - 1) || language_ == Language::kFrench)) {
      if (const auto outlet = OutletAt(tokens_, i + 1, end_)) {
        AddOutlet(*outlet, SourceRelation::kCites, "source.reported/1");
      }
    }
  }

  // "a déclaré mardi à l'AFP", "a dit au Monde".
  void ReadFrenchAudience(uint32_t i) {
    const uint32_t last = std::min(end_, i + 1 + kBetweenMax);
    for (uint32_t at = i + 1; at < last; ++at) {
      const bool is_contracted = tokens_.Is(at, "au");
      if (tokens_.Is(at, "à") || is_contracted) {
        const auto outlet = OutletAt(tokens_, is_contracted ? at : at + 1, end_);
        if (outlet) {
          AddOutlet(*outlet, SourceRelation::kTold, "source.told/1");
        }
        return;
      }
    }
  }

  const TokenView& tokens_;
  const TextParts& parts_;
  Language language_;
  std::string own_;
  uint32_t begin_ = 0;  // of the sentence
  uint32_t end_ = 0;
  std::vector<Source> found_;
};

}  // namespace

std::vector<Source> FindSources(const TokenView& tokens, Language language,
                                std::string_view outlet) {
  if (language == Language::kOther) {
    return {};
  }
  return SourceFinder(tokens, language, outlet).Find();
}

}  // namespace stemma
