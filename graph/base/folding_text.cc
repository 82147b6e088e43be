// The half of utf8.h that compares what readers see: folding and words, by ICU.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>

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
  return AsciiPrefix(text) == text.size() && text.find('`') == std::string_view::npos;
}

char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
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
    folded.resize(text.size());
    std::transform(text.begin(), text.end(), folded.begin(), LowerAscii);
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

// What TR 29 makes of an ASCII character.
enum class InWord : uint8_t {
  kNo,      // no word holds it
  kYes,     // letters and digits
  kLow,     // "_": joins what stands beside it, and alone it is no word
  kJoins,   // within a word only between letters, or between digits
  kBeyond,  // not ASCII, folded to something else, or "@", in which ICU's versions differ
};

constexpr std::array<InWord, 256> kInWord = [] {
  std::array<InWord, 256> table = {};
  for (size_t c = 0; c < table.size(); ++c) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    table[c] = c >= 0x80 ? InWord::kBeyond : is_digit || is_letter ? InWord::kYes : InWord::kNo;
  }
  for (const unsigned char c : {'.', ',', ':', ';', '\''}) {
    table[c] = InWord::kJoins;
  }
  table['_'] = InWord::kLow;
  table['`'] = InWord::kBeyond;
  table['@'] = InWord::kBeyond;
  return table;
}();

InWord InWordOf(char c) {
  return kInWord[static_cast<unsigned char>(c)];
}

// The words of a text whose words end where its letters, digits and "_" end; nothing for any other,
// of which only ICU knows.
std::optional<std::vector<std::string>> PlainWords(std::string_view text) {
  std::vector<std::string> words;
  words.reserve(text.size() / 8 + 1);
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    bool has_letter = false;
    for (; i < text.size() &&
           (InWordOf(text[i]) == InWord::kYes || InWordOf(text[i]) == InWord::kLow);
         ++i) {
      has_letter = has_letter || InWordOf(text[i]) == InWord::kYes;
    }
    if (i > begin) {
      const bool joins = i + 1 < text.size() && InWordOf(text[i]) == InWord::kJoins &&
                         InWordOf(text[i + 1]) != InWord::kNo;
      if (!has_letter || joins) {
        return std::nullopt;
      }
      std::string& word = words.emplace_back(text.substr(begin, i - begin));
      std::transform(word.begin(), word.end(), word.begin(), LowerAscii);
    } else if (InWordOf(text[i]) == InWord::kBeyond) {
      return std::nullopt;
    } else {
      ++i;
    }
  }
  return words;
}

std::string WithSingleSpaces(std::string_view folded) {
  std::string name;
  name.reserve(folded.size());
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

}  // namespace

std::string FoldName(std::string_view text) {
  return WithSingleSpaces(FoldLetters(text));
}

std::vector<std::string> FoldedWords(std::string_view text) {
  if (auto plain = PlainWords(text)) {
    return *std::move(plain);
  }
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
