// The half of utf8.h that compares what readers see: folding and words, by ICU.
#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

bool IsApostrophe(UChar32 point) {
  return point == 0x2018 || point == 0x2019 || point == 0x02BC || point == 0x0060 ||
         point == 0x00B4 || point == 0x2032 || point == 0xFF07;
}

bool IsPlainAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '`'; });
}

// NFKC_Casefold, then without the marks that NFD sets apart.
icu::UnicodeString Fold(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) {
    return text;  // ICU came without its data: compare as written
  }
  const icu::UnicodeString apart = decompose->normalize(casefold->normalize(text, error), error);
  icu::UnicodeString folded;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 point = apart.char32At(i);
    if (u_charType(point) != U_NON_SPACING_MARK) {
      folded.append(IsApostrophe(point) ? UChar32{'\''} : point);
    }
  }
  return folded;
}

std::string FoldLetters(std::string_view text) {
  std::string folded;
  if (IsPlainAscii(text)) {
    folded.assign(text);
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return folded;
  }
  Fold(icu::UnicodeString::fromUTF8(
           icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))))
      .toUTF8String(folded);
  return folded;
}

bool IsSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Making a word iterator costs far more than using one.
icu::BreakIterator* WordIterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    return U_SUCCESS(error) ? std::move(made) : nullptr;
  }();
  return iterator.get();
}

}  // namespace

std::string FoldName(std::string_view text) {
  const std::string folded = FoldLetters(text);
  std::string name;
  for (const char c : folded) {
    if (!IsSpace(c)) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  if (!name.empty() && name.back() == ' ') {
    name.pop_back();
  }
  return name;
}

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  icu::BreakIterator* iterator = WordIterator();
  if (iterator == nullptr) {
    return words;
  }
  const icu::UnicodeString folded = icu::UnicodeString::fromUTF8(FoldLetters(text));
  iterator->setText(folded);
  int32_t begin = iterator->first();
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
    if (iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      std::string& word = words.emplace_back();
      folded.tempSubStringBetween(begin, end).toUTF8String(word);
    }
    begin = end;
  }
  return words;
}

}  // namespace stemma
