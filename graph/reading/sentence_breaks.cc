#include "graph/reading/sentence_breaks.h"

#include <algorithm>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace stemma {
namespace {

// A speaker and a cue that belong to the quote before them stand within so many words.
constexpr uint32_t kCueWindow = 8;

bool IsClosing(char32_t mark) {
  return mark == U'”' || mark == U'"' || mark == U'»' || mark == U'’' || mark == U'\'';
}

// Without ICU's data, nothing: then a paragraph is one sentence.
std::unique_ptr<icu::BreakIterator> MakeBreaks(const char* locale) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale(locale), error));
  return U_FAILURE(error) != 0 ? nullptr : std::move(breaks);
}

bool EndsOpen(char32_t mark) {
  return mark == U'!' || mark == U'?' || mark == U'…' || mark == U',';
}

}  // namespace

struct SentenceBreaks::Iterator {
  std::unique_ptr<icu::BreakIterator> breaks;
  icu::UnicodeString units;
};

SentenceBreaks::SentenceBreaks(Language language) : iterator_(std::make_unique<Iterator>()) {
  // Made once and copied: a short article is read sooner than one is made.
  static const auto english = MakeBreaks("en@ss=standard");
  static const auto french = MakeBreaks("fr@ss=standard");
  static const auto other = MakeBreaks("und");
  const auto& breaks = language == Language::kEnglish  ? english
                       : language == Language::kFrench ? french
                                                       : other;
  if (breaks) {
    iterator_->breaks.reset(breaks->clone());
  }
}

SentenceBreaks::~SentenceBreaks() = default;

void SentenceBreaks::Find(std::string_view text, Span paragraph, std::vector<uint32_t>& cuts) {
  cuts.clear();
  if (!iterator_->breaks) {
    return;
  }
  const std::string_view bytes = text.substr(paragraph.begin, paragraph.end - paragraph.begin);
  icu::UnicodeString& units = iterator_->units;
  units = icu::UnicodeString::fromUTF8({bytes.data(), static_cast<int32_t>(bytes.size())});
  icu::BreakIterator& breaks = *iterator_->breaks;
  breaks.setText(units);
  breaks.first();
  int32_t unit = 0;
  size_t byte = 0;
  for (int32_t end = breaks.next(); end != icu::BreakIterator::DONE; end = breaks.next()) {
    while (unit < end) {
      // Four bytes of UTF-8 are two units of UTF-16; all others are one.
      const auto lead = static_cast<unsigned char>(bytes[byte]);
      const size_t size = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
      byte += size;
      unit += size == 4 ? 2 : 1;
    }
    cuts.push_back(static_cast<uint32_t>(paragraph.begin + byte));
  }
}

bool JoinsSentences(const std::vector<Token>& tokens, uint32_t next) {
  const Token& before = tokens[next - 1];
  const Token& after = tokens[next];
  if (before.kind == TokenKind::kWord) {
    return (before.classes & Bit(WordClass::kTitle)) != 0 && after.is_capital;
  }
  if (after.kind == TokenKind::kWord && !after.is_capital) {
    return true;
  }
  if (next < 2 || !IsClosing(before.mark) || !EndsOpen(tokens[next - 2].mark)) {
    return false;
  }
  const uint32_t end = std::min<uint32_t>(next + kCueWindow, static_cast<uint32_t>(tokens.size()));
  for (uint32_t i = next; i < end && tokens[i].kind != TokenKind::kPunctuation; ++i) {
    if ((tokens[i].classes & Bits(WordClass::kSays, WordClass::kSaysThat)) != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace stemma
