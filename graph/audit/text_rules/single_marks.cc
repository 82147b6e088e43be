#include "graph/audit/text_rules/single_marks.h"

#include <utility>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

constexpr uint32_t kQuotesMin = 2;  // in single marks, before a text is held to quote with them

// Words that an apostrophe begins.
const WordMap& ShortenedWords() {
  static const WordMap words(
      "tis twas twere twill em til till cause cos coz n round bout bove gainst neath nother s t un "
      "uns ere ave im er ndrangheta");
  return words;
}

class Singles {
 public:
  explicit Singles(const TextUnderAudit& text) : text_(text), tokens_(text.Tokens()) {}

  std::vector<uint32_t> Find() {
    if (!QuotesWithThem()) {
      return {};
    }
    const auto& paragraphs = text_.Parts().paragraphs;
    for (uint32_t i = 0; i < paragraphs.size() && !text_.IsBoilerplate(i); ++i) {
      const bool goes_on = i + 1 < paragraphs.size() && Opens(paragraphs[i + 1].begin, i + 1);
      Read(i, goes_on || IsCutOff(paragraphs[i]));
    }
    return std::move(found_);
  }

 private:
  bool QuotesWithThem() const {
    uint32_t singles = 0;
    uint32_t others = 0;
    for (const QuotedWords& quoted : text_.Quoted()) {
      const bool is_single = quoted.is_closed && IsOpeningMark(quoted.open);
      ++(is_single ? singles : others);
    }
    return singles >= kQuotesMin && singles > others;
  }

  bool IsOpeningMark(uint32_t i) const {
    return tokens_.IsMark(i, U'\'') || tokens_.IsMark(i, U'‘');
  }

  bool IsCutOff(TokenRange paragraph) const {
    const uint32_t last = paragraph.end - 1;
    return tokens_.IsMark(last, U'…') ||
           (last > paragraph.begin && tokens_.IsMark(last, U'.') && tokens_.IsMark(last - 1, U'.'));
  }

  bool Opens(uint32_t i, uint32_t paragraph) const {
    const uint32_t begin = text_.Parts().paragraphs[paragraph].begin;
    const bool is_apart = i == begin || !tokens_.TouchesNext(i - 1) || tokens_.IsDash(i - 1) ||
                          tokens_.IsMark(i - 1, U'(') || tokens_.IsMark(i - 1, U'[');
    return IsOpeningMark(i) && is_apart && tokens_.TouchesNext(i) && tokens_.IsWord(i + 1) &&
           !tokens_.IsIn(i + 1, ShortenedWords());
  }
  // Also a plural's apostrophe, which may be the partner: what may be in balance is left alone.
  bool MayClose(uint32_t i) const {
    return (tokens_.IsMark(i, U'\'') || tokens_.IsMark(i, U'’')) && i > 0 &&
           tokens_.TouchesNext(i - 1) && !(tokens_.TouchesNext(i) && tokens_.IsWord(i + 1));
  }

  void Read(uint32_t number, bool may_stay_open) {
    const TokenRange paragraph = text_.Parts().paragraphs[number];
    uint32_t open = paragraph.end;  // none
    for (uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
      if (Opens(i, number)) {
        if (open < i) {
          found_.push_back(open);
        }
        open = i;
      } else if (MayClose(i)) {
        open = paragraph.end;
      }
    }
    if (open < paragraph.end && !may_stay_open) {
      found_.push_back(open);
    }
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  std::vector<uint32_t> found_;
};

}  // namespace

std::vector<uint32_t> FindUnclosedSingles(const TextUnderAudit& text) {
  return text.Read().language == Language::kOther ? std::vector<uint32_t>() : Singles(text).Find();
}

}  // namespace stemma
