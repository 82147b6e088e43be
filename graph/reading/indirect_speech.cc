#include "graph/reading/indirect_speech.h"

#include <algorithm>
#include <optional>

namespace stemma {
namespace {

using enum WordClass;

// Shorter ones are seldom speech: "he said so".
constexpr uint32_t kContentTokensMin = 4;
// Between a cue and its "that" stand whom it is said to, where and when.
constexpr uint32_t kThatReach = 10;

// A clause has its verb early.
constexpr uint32_t kVerbReach = 16;
constexpr uint32_t kSubjectReach = 14;
// Behind "X said" at the end of a sentence may stand where and when.
constexpr uint32_t kFinalTail = 12;
constexpr uint32_t kSentenceTokensMax = 200;

struct Content {
  uint32_t begin = 0;
  std::string_view method;
};

class IndirectSpeech {
 public:
  IndirectSpeech(const TextParts& parts, const std::vector<QuotedWords>& quoted,
                 const std::vector<QuoteFound>& quotes)
      : parts_(parts),
        tokens_(parts.tokens),
        quoted_(quoted),
        cues_(parts, quoted),
        phrases_(cues_.Phrases()) {
    for (const QuoteFound& quote : quotes) {
      if (quote.cue) {
        taken_.push_back(quote.cue->begin);
      }
    }
    std::sort(taken_.begin(), taken_.end());
  }

  std::vector<QuoteFound> Find() {
    Labelled();
    for (TokenRange sentence : parts_.sentences) {
      while (sentence.end > sentence.begin && tokens_[sentence.end - 1].mark != 0) {
        --sentence.end;
      }
      while (next_ < quoted_.size() && quoted_[next_].close < sentence.begin) {
        ++next_;
      }
      if (sentence.end >= sentence.begin + kContentTokensMin + 2 &&
          sentence.end - sentence.begin <= kSentenceTokensMax) {
        Read(sentence);
      }
    }
    return std::move(found_);
  }

 private:
  // "NAME: what NAME said", the lines of a transcript: one alone is any heading.
  void Labelled() {
    for (const TokenRange& paragraph : parts_.paragraphs) {
      const TokenRange label = LabelOf(parts_, paragraph);
      if (!label.IsEmpty() && label.end + kContentTokensMin < paragraph.end &&
          tokens_[label.end + 1].mark == 0) {
        Take({label, {label.end, label.end + 1}, {}}, {label.end + 1, paragraph.end},
             "indirect.label/1");
      }
    }
    if (found_.size() == 1) {
      found_.clear();
    }
  }

  void Read(TokenRange sentence) {
    const bool has_quotes = next_ < quoted_.size() && quoted_[next_].open < sentence.end;
    const size_t before = found_.size();
    if (!has_quotes && !Final(sentence) && !Medial(sentence)) {
      According(sentence);
    }
    if (found_.size() == before || !found_.back().method.starts_with("indirect.medial")) {
      Told(sentence);
    }
  }

  bool IsTaken(uint32_t cue) const { return std::binary_search(taken_.begin(), taken_.end(), cue); }

  // The first quoted words that end behind `token`; past the last, nothing.
  // Words in single marks are part of what is reported: the headline "X says Y was 'right'".
  const QuotedWords* QuoteFrom(uint32_t token, TokenRange sentence) const {
    for (size_t i = next_; i < quoted_.size() && quoted_[i].open < sentence.end; ++i) {
      if (quoted_[i].close >= token && !quoted_[i].is_single) {
        return &quoted_[i];
      }
    }
    return nullptr;
  }

  void Take(const Attribution& attribution, TokenRange content, std::string_view method) {
    found_.push_back({content, QuoteKind::kIndirect, attribution.speaker, attribution.cue, method});
  }

  // X said that …
  void Told(TokenRange sentence) {
    for (uint32_t cue = sentence.begin + 1; cue + kContentTokensMin < sentence.end; ++cue) {
      const bool is_participle = phrases_.Is(cue, Bit(kSaying)) && cue + 1 < sentence.end &&
                                 (IsThat(cue + 1) || parts_.Words(tokens_[cue]) == "saying");
      if ((!cues_.IsFinite(cue) && !is_participle) || IsTaken(cue)) {
        continue;
      }
      const QuotedWords* quote = QuoteFrom(cue, sentence);
      if (quote != nullptr && quote->open < cue) {
        cue = std::min(quote->close, sentence.end);
        continue;
      }
      const uint32_t limit = quote != nullptr ? std::min(quote->open, sentence.end) : sentence.end;
      const Content content = ContentOf(cue, limit);
      uint32_t end = content.begin == 0 ? 0 : ClauseEnd(content.begin, limit);
      if (end < content.begin + kContentTokensMin) {
        continue;
      }
      const auto subject = is_participle ? cues_.SubjectOfParticiple(sentence.begin, cue)
                                         : cues_.SubjectOf(sentence.begin, cue, limit);
      if (subject) {
        if (phrases_.Is(subject->begin, Bit(kWho))) {
          end = CommaBehind(content.begin, end);
        }
        Take({*subject, {cue, cue + 1}, {}}, {content.begin, end},
             is_participle ? "indirect.participle/1" : content.method);
      }
    }
  }

  Content ContentOf(uint32_t cue, uint32_t limit) const {
    if (const uint32_t that = ThatBehind(cue, limit); that != 0) {
      return {that, "indirect.sv-that/1"};
    }
    if (const uint32_t asked = AskedBehind(cue, limit)) {
      return {asked, "indirect.sv-to/1"};
    }
    return {ClauseBehind(cue, limit), "indirect.sv/1"};
  }

  // The "that" of a cue, if it has one before anything else of weight.
  uint32_t ThatBehind(uint32_t cue, uint32_t end) const {
    const bool is_near = phrases_.Is(cue, Bit(kNoun)) || !phrases_.Is(cue, Bits(kSays, kListens));
    end = std::min(end, cue + (is_near ? 3 : kThatReach));
    for (uint32_t k = cue + 1; k < end; ++k) {
      if (IsThat(k)) {
        // Not "that argument"; the French word is never an article.
        const bool is_clause =
            parts_.Words(tokens_[k]).starts_with("qu") || HasVerb(k + 1, k + kVerbReach);
        return is_clause ? k : 0;
      }
      const bool ends = phrases_.Is(k, Bits(kSays, kSaysThat, kWho, kBut)) ||
                        (tokens_[k].mark != 0 && tokens_[k].mark != U',');
      if (ends) {
        return 0;
      }
    }
    return 0;
  }

  bool IsThat(uint32_t token) const {
    const std::string_view word = parts_.Words(tokens_[token]);
    return word == "that" || word == "whether" || word == "how" || word == "why" || word == "que" ||
           word == "qu’" || word == "qu'";
  }

  // What somebody is asked for, warned of or promised: "urged them to …", "called for …".
  uint32_t AskedBehind(uint32_t cue, uint32_t end) const {
    if (!phrases_.Is(cue, Bit(kAsks)) || cue + 2 >= end) {
      return 0;
    }
    uint32_t at = cue + 1;
    if (!phrases_.Is(at, Bit(kPreposition))) {
      const auto listener = phrases_.PhraseAt(at, end);
      if (!listener || listener->end >= end) {
        return 0;
      }
      at = listener->end;
    }
    const std::string_view word = parts_.Words(tokens_[at]);
    return word == "to" ? at : word == "for" || word == "of" || word == "against" ? at + 1 : 0;
  }

  // What follows a verb that only reports, when it is a clause.
  uint32_t ClauseBehind(uint32_t cue, uint32_t end) const {
    if (!phrases_.Is(cue, Bits(kSays, kSay, kSaying)) ||
        (phrases_.Is(cue, Bit(kNoun)) && !phrases_.Is(cue, Bit(kSays)))) {
      return 0;
    }
    uint32_t begin = cue + 1;
    if (phrases_.Is(cue, Bit(kListens))) {
      const auto listener = phrases_.PhraseAt(begin, end);
      if (!listener) {
        return 0;
      }
      begin = listener->end;
    }
    while (begin < end && phrases_.Is(begin, Bit(kTime))) {
      ++begin;
    }
    if (begin + 1 < end && tokens_[begin + 1].kind == TokenKind::kNumber) {
      ++begin;  // "about 20 people"
    }
    if (begin >= end || tokens_[begin].mark != 0) {
      return 0;
    }
    const bool begins_clause =
        phrases_.IsPronoun(begin) || tokens_[begin].is_capital ||
        phrases_.Is(begin, Bits(kArticle, kOwner, kDeterminer, kThey, kIt, kPlural)) ||
        !phrases_.Is(begin, Bits(kPreposition, kJoins, kSaying));
    return begins_clause && (phrases_.IsPronoun(begin) ||
                             HasVerb(begin + 1, std::min(end, begin + kSubjectReach)))
               ? begin
               : 0;
  }

  bool HasVerb(uint32_t begin, uint32_t end) const {
    end = std::min({end, begin + kVerbReach, static_cast<uint32_t>(tokens_.size())});
    for (uint32_t k = begin; k < end; ++k) {
      if (phrases_.Is(k, Bits(kAuxiliary, kSays, kSaysThat, kSay)) ||
          (k > begin && (phrases_.IsPronoun(k - 1) || IsPast(k)))) {
        return true;
      }
    }
    return false;
  }

  bool IsPast(uint32_t token) const {
    return tokens_[token].kind == TokenKind::kWord && !tokens_[token].is_capital &&
           parts_.Words(tokens_[token]).ends_with("ed");
  }

  // A relative clause ends with the comma that closes it.
  uint32_t CommaBehind(uint32_t begin, uint32_t end) const {
    for (uint32_t k = begin + kContentTokensMin; k < end; ++k) {
      if (tokens_[k].mark == U',') {
        return k;
      }
    }
    return end;
  }

  // Where the reported clause gives way to one of the writer's: ", but", ";", ", arguing".
  uint32_t ClauseEnd(uint32_t begin, uint32_t end) const {
    for (uint32_t k = begin + kContentTokensMin; k + 1 < end; ++k) {
      const char32_t mark = tokens_[k].mark;
      const bool turns = phrases_.Is(k + 1, Bits(kBut, kSaying)) ||
                         (phrases_.Is(k + 1, Bit(kAnd)) && k + 2 < end &&
                          (phrases_.IsPronoun(k + 2) || cues_.IsFinite(k + 2)));
      if (mark == U';' || mark == U'—' || (mark == U',' && turns)) {
        return k;
      }
      if (phrases_.Is(k, Bit(kAnd)) && cues_.IsFinite(k + 1)) {
        return k;  // "… and said"
      }
    }
    return end;
  }

  // …, X said.
  bool Final(TokenRange sentence) {
    const auto attribution = cues_.Final(sentence.begin, sentence.end);
    if (!attribution) {
      return false;
    }
    uint32_t end = std::min(attribution->speaker.begin, attribution->cue.begin);
    while (end > sentence.begin && tokens_[end - 1].mark != U',') {
      --end;
    }
    const bool is_clause = end > sentence.begin + kContentTokensMin &&
                           (attribution->cue.begin + kFinalTail >= sentence.end ||
                            attribution->speaker.begin > attribution->cue.begin);
    if (is_clause) {
      Take(*attribution, {sentence.begin, end - 1}, "indirect.final/1");
    }
    return is_clause;
  }

  // …, X said, …: of the two parts the longer.
  bool Medial(TokenRange sentence) {
    for (uint32_t cue = sentence.begin + 3; cue + kContentTokensMin < sentence.end; ++cue) {
      if (!cues_.IsFinite(cue) || !phrases_.Is(cue, Bits(kSays, kSay)) ||
          tokens_[cue + 1].mark != U',') {
        continue;
      }
      const auto subject = phrases_.SubjectBefore(sentence.begin, cue);
      if (!subject || subject->begin == sentence.begin ||
          tokens_[subject->begin - 1].mark != U',') {
        continue;
      }
      const TokenRange before{sentence.begin, subject->begin - 1};
      const TokenRange behind{cue + 2, sentence.end};
      const bool is_longer = before.end - before.begin > behind.end - behind.begin;
      Take({*subject, {cue, cue + 1}, {}}, is_longer ? before : behind, "indirect.medial/1");
      return true;
    }
    return false;
  }

  void According(TokenRange sentence) {
    const auto attribution = cues_.According(sentence.begin, sentence.end);
    if (!attribution) {
      return;
    }
    TokenRange content{sentence.begin, attribution->cue.begin};
    if (attribution->cue.begin < sentence.begin + kContentTokensMin) {
      uint32_t comma = attribution->speaker.end;
      while (comma < sentence.end && tokens_[comma].mark != U',') {
        ++comma;
      }
      content = {std::min(comma + 1, sentence.end), sentence.end};
    } else if (tokens_[content.end - 1].mark != 0) {
      --content.end;
    }
    if (content.begin + kContentTokensMin <= content.end) {
      Take(*attribution, content, "indirect.according/1");
    }
  }

  const TextParts& parts_;
  const std::vector<Token>& tokens_;
  const std::vector<QuotedWords>& quoted_;
  Cues cues_;
  const NounPhrases& phrases_;
  std::vector<uint32_t> taken_;  // cues of quotes
  std::vector<QuoteFound> found_;
  size_t next_ = 0;  // quoted words that end in the sentence or behind it
};

}  // namespace

std::vector<QuoteFound> FindIndirectSpeech(const TextParts& parts,
                                           const std::vector<QuotedWords>& quoted,
                                           const std::vector<QuoteFound>& quotes) {
  return IndirectSpeech(parts, quoted, quotes).Find();
}

}  // namespace stemma
