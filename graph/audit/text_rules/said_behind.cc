#include "graph/audit/text_rules/said_behind.h"

#include <optional>
#include <string_view>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

// Fewer words before the comma are no clause: "On Monday, he said."
constexpr uint32_t kReportedTokensMin = 4;
// Behind the verb may stand to whom, where and when.
constexpr uint32_t kTailMax = 14;
constexpr auto kSpeech = Bits(kSays, kSaysThat);

// What is told of something tells nothing of what stands before: "he spoke of the weir".
const WordMap& LeadsToMatter() {
  static const WordMap words("of about for against to");
  return words;
}

bool IsQuotationMark(const TokenView& tokens, uint32_t token) {
  constexpr std::u32string_view kMarks = U"\"“”„«»‘";
  return tokens.IsPunctuation(token) && kMarks.find(tokens[token].mark) != kMarks.npos;
}

class Finder {
 public:
  Finder(const TextUnderAudit& text, const Persons& persons)
      : text_(text),
        tokens_(text.Tokens()),
        persons_(persons),
        is_french_(text.Read().language == Language::kFrench) {}

  std::vector<SaidBehind> Find() const {
    std::vector<SaidBehind> found;
    for (const TokenRange& sentence : text_.Parts().sentences) {
      // Beside marks, what hangs on whom is the quotes' matter.
      bool is_plain = true;
      for (uint32_t i = sentence.begin; i + 1 < sentence.end && is_plain; ++i) {
        is_plain = !persons_.IsQuoted(i) && !IsQuotationMark(tokens_, i);
        const bool is_behind =
            is_plain && tokens_.IsMark(i, U',') && i >= sentence.begin + kReportedTokensMin;
        const auto pronoun = is_behind ? Speaker(i + 1, sentence) : std::nullopt;
        if (pronoun) {
          found.push_back({*pronoun, {sentence.begin, i}});
          break;
        }
      }
    }
    return found;
  }

 private:
  bool IsPronoun(uint32_t token) const { return tokens_.Has(token, Bits(kHe, kShe)); }

  // The pronoun of the attribution that begins there.
  std::optional<uint32_t> Speaker(uint32_t begin, TokenRange sentence) const {
    return is_french_ ? French(begin, sentence) : English(begin, sentence);
  }

  // "he said", "she had also told parents", "said he"
  std::optional<uint32_t> English(uint32_t begin, TokenRange sentence) const {
    if (tokens_.Has(begin, Bit(kSays)) && IsSubject(begin + 1) && Ends(begin + 2, sentence.end)) {
      return begin + 1;
    }
    uint32_t verb = begin + 1;
    while (tokens_.Has(verb, Bit(kAdverb)) || tokens_.Is(verb, "had")) {
      ++verb;
    }
    const uint32_t behind = verb + 1;
    if (!IsSubject(begin) || !tokens_.Has(verb, kSpeech)) {
      return std::nullopt;
    }
    // "After the vote, he told reporters of it": where the sentence began is no clause.
    const bool is_clause = !tokens_.Has(sentence.begin, Bits(kPreposition, kJoins, kTime));
    const bool has_tail = tokens_.Has(verb, Bit(kSays)) && is_clause;
    const bool is_told = has_tail && tokens_.Has(verb, Bit(kListens));
    const bool is_last = IsEnd(behind, sentence.end) || (has_tail && Ends(behind, sentence.end)) ||
                         (is_told && IsTail(behind, sentence.end));
    return is_last ? std::optional(begin) : std::nullopt;
  }

  bool IsSubject(uint32_t token) const {
    return tokens_.Is(token, "he") || tokens_.Is(token, "she");
  }

  // "dit-il", "a-t-elle encore expliqué", "selon lui"
  std::optional<uint32_t> French(uint32_t begin, TokenRange sentence) const {
    if (tokens_.Has(begin, Bit(kAccording)) && IsPronoun(begin + 1) &&
        IsEnd(begin + 2, sentence.end)) {
      return begin + 1;
    }
    const bool is_inverted =
        IsPronoun(begin + 1) && text_.Text()[tokens_[begin + 1].begin - 1] == '-';
    if (!is_inverted || tokens_.IsMark(sentence.end - 1, U'?')) {
      return std::nullopt;
    }
    uint32_t behind = begin + 2;
    if (tokens_.Is(begin, "a") || tokens_.Is(begin, "avait")) {
      while (tokens_.Has(behind, Bit(kAdverb))) {
        ++behind;
      }
      if (!tokens_.IsWord(behind)) {
        return std::nullopt;
      }
      ++behind;  // whatever the participle is, behind a clause it reports
    } else if (!tokens_.Has(begin, kSpeech)) {
      return std::nullopt;
    }
    return IsTail(behind, sentence.end) ? std::optional(begin + 1) : std::nullopt;
  }

  // Where the sentence, or its clause, ends.
  bool IsEnd(uint32_t token, uint32_t end) const {
    return token >= end || tokens_.IsMark(token, U'.') || tokens_.IsMark(token, U';') ||
           (tokens_.IsMark(token, U',') && tokens_.Has(token + 1, Bits(kAnd, kBut, kSaying)));
  }

  // Behind a verb that has said all: nothing, or where and when.
  bool Ends(uint32_t token, uint32_t end) const {
    return IsEnd(token, end) ||
           (tokens_.Has(token, Bits(kPreposition, kTime, kAdverb)) &&
            !tokens_.IsIn(token, LeadsToMatter()) && IsTail(token, end)) ||
           (tokens_.Is(token, "to") && IsTail(token + 1, end));
  }

  // Words that hold no clause of their own, up to the end.
  bool IsTail(uint32_t token, uint32_t end) const {
    const uint32_t limit = token + kTailMax;
    for (; token < limit && !IsEnd(token, end); ++token) {
      if (tokens_.IsPunctuation(token) || tokens_.Has(token, Bits(kJoins, kAuxiliary)) ||
          IsSubject(token) || (!is_french_ && tokens_.IsIn(token, LeadsToMatter()))) {
        return false;
      }
    }
    return token < limit;
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  const Persons& persons_;
  bool is_french_;
};

}  // namespace

std::vector<SaidBehind> FindSaidBehind(const TextUnderAudit& text, const Persons& persons) {
  return Finder(text, persons).Find();
}

}  // namespace stemma
