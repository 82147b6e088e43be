#include "graph/audit/text_rules/said_again.h"

#include <algorithm>
#include <string_view>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr size_t kWordsMin = 4;
constexpr size_t kWordsMax = 40;
// A whole sentence again: people do so with short ones.
constexpr size_t kSentenceMin = 6;
constexpr size_t kLongSentence = 8;
// Up to so many words with a subject before them, and one that says anything, are emphasis.
constexpr size_t kEmphaticMax = 6;
// "We want": what stands before and behind what is mirrored.
constexpr size_t kMirrorWords = 2;
constexpr uint32_t kListedMin = 3;
constexpr uint32_t kBegunMin = 5;
// What the first of two clauses goes on with: "and hit it,".
constexpr uint32_t kClauseGapMax = 6;
// Words by which the second time is shorter.
constexpr uint32_t kStopsShortMax = 5;

constexpr WordClasses kGrammar =
    Bits(kArticle, kPreposition, kOwner, kAnd, kBut, kAuxiliary, kAdverb) |
    Bits(kHe, kShe, kThey, kI, kIt, kJoins, kWho);

// "The more we bake, …": said again in the next clause by rule.
const WordMap& Correlatives() {
  static const WordMap words("more less fewer plus moins");
  return words;
}

// Subjects beside those that stand for speakers.
const WordMap& Subjects() {
  static const WordMap words("you there this that let vous tu on c' ça cela ce");
  return words;
}

// What no subject follows: the words behind it are not its own.
const WordMap& NeverBeforeSubjects() {
  static const WordMap words("to of with into me m' te t' se s' de d' à");
  return words;
}

// A clause of its own: its subject begins it, behind no other word.
bool BeginsWithSubject(const TokenView& tokens, TokenRange sentence, uint32_t at) {
  return tokens.Has(at, Bits(kHe, kShe, kThey, kI, kIt)) &&
         (at == sentence.begin || !tokens.IsWord(at - 1));
}

bool IsSameWord(const TokenView& tokens, uint32_t a, uint32_t b) {
  WordBuffer left;
  WordBuffer right;
  return LowerWord(tokens.Words(a), left) == LowerWord(tokens.Words(b), right);
}

bool IsContent(const TokenView& tokens, uint32_t i) {
  return tokens[i].end - tokens[i].begin > 3 && !tokens.Has(i, kGrammar) &&
         !tokens.IsIn(i, Subjects());
}

class SaidWords {
 public:
  SaidWords(const TokenView& tokens, TokenRange words) : tokens_(tokens), words_(words) {
    for (uint32_t i = words.begin; i < words.end; ++i) {
      if (tokens.IsWord(i) || tokens.IsNumber(i)) {
        said_.push_back(i);
      }
    }
  }

  std::vector<SaidAgain> Find() const {
    std::vector<SaidAgain> found;
    for (size_t i = 0; i + 2 * kWordsMin <= said_.size();) {
      const size_t size = SizeAt(i);
      if (size > 0) {
        found.push_back(
            {{said_[i], said_[i + size - 1] + 1}, {said_[i + size], said_[i + 2 * size - 1] + 1}});
      }
      i += std::max<size_t>(1, 2 * size);
    }
    return found;
  }

 private:
  enum class Between { kNothing, kComma, kEnd, kOther };

  bool IsSame(size_t a, size_t b) const { return IsSameWord(tokens_, said_[a], said_[b]); }
  bool IsSameRun(size_t a, size_t b, size_t size) const {
    for (size_t i = 0; i < size; ++i) {
      if (b + i >= said_.size() || !IsSame(a + i, b + i)) {
        return false;
      }
    }
    return true;
  }

  // Of what is said again at once; 0: nothing is.
  size_t SizeAt(size_t begin) const {
    for (size_t size = kWordsMin; size <= kWordsMax && begin + 2 * size <= said_.size(); ++size) {
      if (IsSame(begin, begin + size) && IsSameRun(begin, begin + size, size) &&
          IsOdd(begin, size)) {
        return size;
      }
    }
    return 0;
  }

  bool IsOdd(size_t begin, size_t size) const {
    const auto is_in_row = [&](size_t period) {
      return IsSameRun(begin, begin + period, size - period);
    };
    for (size_t period = 1; 2 * period <= size; ++period) {
      if (is_in_row(period)) {
        return false;  // "again and again and again and again"
      }
    }
    if (IsMirrored(begin, size)) {
      return true;
    }
    const bool is_thrice = IsSameRun(begin, begin + 2 * size, size) ||
                           (begin >= size && IsSameRun(begin - size, begin, size));
    if (is_thrice || GoesOn(said_[begin + 2 * size - 1]) || IsCorrelative(begin)) {
      return false;
    }
    const auto content = std::count_if(said_.begin() + static_cast<std::ptrdiff_t>(begin),
                                       said_.begin() + static_cast<std::ptrdiff_t>(begin + size),
                                       [&](uint32_t token) { return IsContent(tokens_, token); });
    const bool has_subject = tokens_.Has(said_[begin], Bits(kHe, kShe, kThey, kI, kIt)) ||
                             tokens_.IsIn(said_[begin], Subjects());
    switch (BetweenOf(said_[begin + size - 1], said_[begin + size])) {
      case Between::kNothing:
        return content > 0;
      case Between::kComma:
        return content > (has_subject && size <= kEmphaticMax ? 1 : 0);
      case Between::kEnd:
        return content > (size >= kLongSentence ? 0 : 1) && size >= kSentenceMin &&
               BeginsSentence(said_[begin]) && !IsAsked(said_[begin + size - 1]);
      default:
        return false;
    }
  }

  // "We want bread and salt, bread and salt we want": the words before the first time follow the
  // second.
  bool IsMirrored(size_t begin, size_t size) const {
    const bool goes_on = GoesOn(said_[begin + 2 * size - 1]);
    return goes_on && begin >= kMirrorWords &&
           tokens_.Has(said_[begin - kMirrorWords], Bits(kHe, kShe, kThey, kI, kIt)) &&
           IsSameRun(begin - kMirrorWords, begin + 2 * size, kMirrorWords) &&
           BeginsSentence(said_[begin - kMirrorWords]);
  }

  bool IsCorrelative(size_t begin) const {
    return tokens_.IsIn(said_[begin], Correlatives()) ||
           tokens_.IsIn(said_[begin + 1], Correlatives());
  }
  bool IsAsked(uint32_t last) const { return tokens_.IsMark(last + 1, U'?'); }

  bool BeginsSentence(uint32_t token) const {
    return token == words_.begin || BetweenOf(token - 2, token) == Between::kEnd ||
           (token > words_.begin && IsEnd(token - 1));
  }
  bool IsEnd(uint32_t i) const {
    return tokens_.IsPunctuation(i) &&
           std::u32string_view(U".!?;:…—–").find(tokens_[i].mark) != std::u32string_view::npos;
  }

  Between BetweenOf(uint32_t last, uint32_t next) const {
    if (next == last + 1) {
      return Between::kNothing;
    }
    if (next != last + 2) {
      return Between::kOther;
    }
    return tokens_.IsMark(last + 1, U',') ? Between::kComma
           : IsEnd(last + 1)              ? Between::kEnd
                                          : Between::kOther;
  }

  // "to see the money, to see the money spent": the second time says more.
  bool GoesOn(uint32_t last) const { return GoesOnAfter(tokens_, last, words_.end); }

  const TokenView& tokens_;
  TokenRange words_;
  std::vector<uint32_t> said_;  // tokens that are words or numbers
};

}  // namespace

std::vector<SaidAgain> FindSaidAgain(const TokenView& tokens, TokenRange words) {
  return SaidWords(tokens, words).Find();
}

bool GoesOnAfter(const TokenView& tokens, uint32_t last, uint32_t end) {
  const uint32_t next = last + 1;
  return next < end && (tokens.IsWord(next) || tokens.IsNumber(next)) &&
         !tokens.Has(next, Bits(kAnd, kBut, kJoins, kWho));
}

bool IsListedAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                   TokenRange second) {
  const auto ends_item = [&](uint32_t behind) {
    return behind >= sentence.end || tokens.IsMark(behind, U',');
  };
  const bool is_item = first.end - first.begin >= kListedMin &&
                       tokens.Has(first.begin, Bits(kPreposition, kArticle, kOwner)) &&
                       HasContent(tokens, first) && tokens.IsMark(first.end, U',');
  if (!is_item || !tokens.Has(second.begin - 1, Bit(kAnd)) || !ends_item(second.end)) {
    return false;
  }
  // Another item between them, and no verb's subject.
  uint32_t between = 0;
  for (uint32_t i = first.end + 1; i + 1 < second.begin; ++i) {
    if (tokens.Has(i, Bits(kHe, kShe, kThey, kI, kBut, kNot, kJoins))) {
      return false;
    }
    between += tokens.IsWord(i) ? 1 : 0;
  }
  return between > 0;
}

bool IsBegunAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                  TokenRange second) {
  const bool begins =
      BeginsWithSubject(tokens, sentence, first.begin) && tokens.IsMark(second.begin - 1, U',');
  const uint32_t size = first.end - first.begin;
  const uint32_t rest = second.begin - 1 - std::min(first.end, second.begin - 1);
  if (!begins || size < kBegunMin || rest == 0 || rest > kStopsShortMax ||
      GoesOnAfter(tokens, second.end - 1, sentence.end)) {
    return false;
  }
  uint32_t content = 0;
  for (uint32_t i = first.begin; i < first.end; ++i) {
    content += IsContent(tokens, i) ? 1 : 0;
  }
  for (uint32_t i = first.end; i < first.end + rest; ++i) {
    if (!tokens.IsWord(i)) {
      return false;
    }
  }
  return content >= 2;
}

bool IsClauseAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                   TokenRange second) {
  if (tokens.Has(first.end - 1, Bits(kAnd, kBut))) {
    --first.end;
    --second.end;
  }
  const auto ends_clause = [&](uint32_t behind) {
    return behind + 1 < sentence.end && tokens.Has(behind, Bits(kAnd, kBut)) &&
           !tokens.Has(behind + 1, Bits(kArticle, kOwner));  // "the mill and its men"
  };
  const uint32_t between = second.begin - first.end;
  const bool begins =
      BeginsWithSubject(tokens, sentence, first.begin) && tokens.IsMark(second.begin - 1, U',');
  if (!begins || first.end - first.begin < kBegunMin || between > kClauseGapMax ||
      !ends_clause(first.end) || !ends_clause(second.end) || !HasContent(tokens, first)) {
    return false;
  }
  // Three times, and it is told for effect.
  for (uint32_t i = second.end; i < sentence.end; ++i) {
    if (IsSameWord(tokens, i, first.begin) && IsSameWord(tokens, i + 1, first.begin + 1)) {
      return false;
    }
  }
  return true;
}

bool IsPastedAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                   TokenRange second) {
  const uint32_t before = second.begin - 1;
  return first.end - first.begin >= kWordsMin && first.end < second.begin &&
         BeginsWithSubject(tokens, sentence, first.begin) && HasContent(tokens, first) &&
         (tokens.Has(before, Bit(kArticle)) || tokens.IsIn(before, NeverBeforeSubjects()));
}

bool HasContent(const TokenView& tokens, TokenRange range) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (IsContent(tokens, i)) {
      return true;
    }
  }
  return false;
}

}  // namespace stemma
