#include "graph/reading/word_cutter.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace stemma {
namespace {

// Longer words are in no lexicon.
constexpr size_t kKnownBytesMax = 32;

constexpr auto kFrenchSubjects = std::to_array<std::string_view>(
    {"-t-ils", "-t-elles", "-t-il", "-t-elle", "-t-on", "-ils", "-elles", "-il", "-elle", "-on"});

bool IsSpace(char32_t c) {
  return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' ||
         (c >= 0x80U && u_isUWhiteSpace(c)) || c == 0 || c == U'\u200B' || c == U'\uFEFF';
}

bool IsDigit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= 0x80U && u_isdigit(static_cast<UChar32>(c)));
}

bool IsLetter(char32_t c) {
  if (c < 0x80U) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  }
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalpha(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK ||
         type == U_COMBINING_SPACING_MARK;
}

bool IsPlainLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsUpper(char32_t c) {
  return c < 0x80U ? c >= U'A' && c <= U'Z' : u_isUUppercase(static_cast<UChar32>(c));
}

bool IsApostrophe(char32_t c) {
  return c == U'\'' || c == U'’';
}

bool JoinsWords(char32_t c) {
  return c == U'-' || c == U'\u2010' || c == U'\u2011' || c == U'&' || c == U'\u00AD';
}

class WordCutter {
 public:
  WordCutter(std::string_view text, size_t end, const Lexicon& lexicon, Language language,
             std::vector<Token>& tokens)
      : text_(text.substr(0, end)), lexicon_(lexicon), language_(language), tokens_(tokens) {}

  void Cut(size_t begin) {
    for (size_t at = begin; at < text_.size();) {
      size_t next = at;
      const char32_t c = Take(next);
      if (IsSpace(c)) {
        at = next;
      } else if (IsLetter(c) || IsDigit(c) || ((c == U'@' || c == U'#') && IsWordAt(next))) {
        at = TakeWord(at);
      } else {
        Token& token = Add(at, next, TokenKind::kPunctuation);
        token.mark = c;
        at = next;
      }
    }
  }

 private:
  // The code point at `at`, which moves behind it.
  char32_t Take(size_t& at) const {
    const auto lead = static_cast<unsigned char>(text_[at]);
    if (lead < 0x80U) {
      ++at;
      return lead;
    }
    auto i = static_cast<int32_t>(0);
    const auto rest = static_cast<int32_t>(std::min<size_t>(text_.size() - at, 4));
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(text_.data()) + at, i, rest, c);
    at += static_cast<size_t>(i);
    return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
  }

  char32_t At(size_t at) const { return at < text_.size() ? Take(at) : U' '; }
  bool IsWordAt(size_t at) const {
    const char32_t c = At(at);
    return IsLetter(c) || IsDigit(c) || c == U'_';
  }

  Token& Add(size_t begin, size_t end, TokenKind kind) {
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<uint32_t>(begin);
    token.end = static_cast<uint32_t>(end);
    token.kind = kind;
    return token;
  }

  // From a letter or a digit on; returns where the word ends.
  size_t TakeWord(size_t begin) {
    size_t at = begin;
    const char32_t first = Take(at);
    const bool is_number = IsDigit(first);
    while (at < text_.size()) {
      while (at < text_.size() && IsPlainLetter(text_[at])) {
        ++at;
      }
      if (at == text_.size()) {
        break;
      }
      size_t next = at;
      const char32_t c = Take(next);
      if (IsLetter(c) || IsDigit(c) || c == U'_') {
        at = next;
      } else if (IsApostrophe(c) && IsLetter(At(next))) {
        if (EndsBeforeApostrophe(next)) {
          AddWord(begin, at, is_number);
          return TakeClitic(at, next);
        }
        at = next;
        if (language_ == Language::kFrench) {
          break;  // an elided word, its apostrophe with it
        }
      } else if (JoinsWords(c)
                     ? IsWordAt(next)
                     : (c == U'.' || c == U',' || c == U'/') && is_number && IsDigit(At(next))) {
        at = next;
      } else if (c == U'.' && !is_number && IsInitial(begin, at) && IsUpper(At(next))) {
        at = next;  // "U.S"
      } else {
        break;
      }
    }
    return AddWord(begin, at, is_number);
  }

  // What is a word of its own behind its apostrophe: a possessive, or a verb ("she’ll").
  // "It’s" and "Clinton’s" end with the same letters.
  bool EndsBeforeApostrophe(size_t letter) const {
    if (language_ == Language::kFrench) {
      return false;
    }
    size_t end = letter;
    while (end < text_.size() && end < letter + 3 && IsLetter(At(end))) {
      ++end;
    }
    const std::string_view rest = text_.substr(letter, end - letter);
    return rest == "s" || rest == "S" || rest == "ll" || rest == "re" || rest == "ve" ||
           rest == "d" || rest == "m";
  }

  size_t TakeClitic(size_t at, size_t letter) {
    const bool is_possessive = text_[letter] == 's' || text_[letter] == 'S';
    const size_t end = letter + (is_possessive || !IsLetter(At(letter + 1)) ? 1 : 2);
    Token& token = Add(at, end, TokenKind::kWord);
    token.classes = Bit(is_possessive ? WordClass::kPossessive : WordClass::kAuxiliary);
    return end;
  }

  // Whether the last part of the word so far is one letter: "U", "U.S".
  bool IsInitial(size_t begin, size_t at) const {
    return at == begin + 1 || (at >= begin + 2 && text_[at - 2] == '.');
  }

  size_t AddWord(size_t begin, size_t end, bool is_number) {
    if (language_ == Language::kFrench && !is_number) {
      for (const std::string_view subject : kFrenchSubjects) {
        if (text_.substr(begin, end - begin).ends_with(subject) && end - begin > subject.size()) {
          AddPlain(begin, end - subject.size(), false);
          return AddPlain(end - subject.size() + subject.rfind('-') + 1, end, false);
        }
      }
    }
    return AddPlain(begin, end, is_number);
  }

  size_t AddPlain(size_t begin, size_t end, bool is_number) {
    Token& token = Add(begin, end, is_number ? TokenKind::kNumber : TokenKind::kWord);
    if (is_number) {
      return end;
    }
    Describe(token);
    const bool is_initial = IsInitial(begin, end) && token.is_capital;
    const bool is_abbreviation = (token.classes & Bit(WordClass::kAbbreviation)) != 0 &&
                                 (token.is_capital || text_.substr(begin, end - begin) == "vs");
    if ((is_initial || is_abbreviation) && At(end) == U'.') {
      token.end = static_cast<uint32_t>(end + 1);
      return end + 1;
    }
    return end;
  }

  // As below, of ASCII letters alone; false when there is something else.
  bool DescribePlain(Token& token) const {
    std::array<char, kKnownBytesMax> lower;  // filled as far as `size`
    const size_t size = token.end - token.begin;
    if (size > kKnownBytesMax) {
      return false;
    }
    unsigned small = 0;
    for (size_t i = 0; i < size; ++i) {
      const char c = text_[token.begin + i];
      if (!IsPlainLetter(c)) {
        return false;
      }
      lower[i] = static_cast<char>(c | 0x20);
      small += c >= 'a' ? 1 : 0;
    }
    token.is_capital = text_[token.begin] <= 'Z';
    token.is_upper = small == 0 && size >= 2;
    token.classes = lexicon_.ClassesOf({lower.data(), size});
    return true;
  }

  // "al-Hadidi", "ash-Shami": a name, whose article Arabic is written with.
  bool IsNameBehindArticle(const Token& token) const {
    constexpr auto kArticles = std::to_array<std::string_view>(
        {"al-", "el-", "ad-", "ar-", "as-", "ash-", "at-", "az-", "an-", "ul-"});
    const std::string_view word = text_.substr(token.begin, token.end - token.begin);
    return std::any_of(kArticles.begin(), kArticles.end(), [&](std::string_view article) {
      if (!word.starts_with(article)) {
        return false;
      }
      size_t at = token.begin + article.size();
      return at < token.end && IsUpper(Take(at));
    });
  }

  void Describe(Token& token) const {
    if (DescribePlain(token)) {
      return;
    }
    size_t at = token.begin;
    std::array<char, kKnownBytesMax + 8> lower;  // filled as far as `size`
    size_t size = 0;
    size_t letters = 0;
    bool is_upper = true;
    while (at < token.end) {
      const size_t begin = at;
      const char32_t c = Take(at);
      if (begin == token.begin ||
          (begin == token.begin + 1 && (text_[token.begin] == '@' || text_[token.begin] == '#'))) {
        token.is_capital = token.is_capital || IsUpper(c);
      }
      is_upper = is_upper && (IsUpper(c) || !IsLetter(c));
      letters += IsLetter(c) ? 1 : 0;
      if (size < kKnownBytesMax) {
        size = AppendLower(c, lower, size);
      }
    }
    token.is_upper = is_upper && letters >= 2;
    token.is_capital = token.is_capital || IsNameBehindArticle(token);
    if (size < kKnownBytesMax) {
      token.classes = lexicon_.ClassesOf({lower.data(), size});
    }
  }

  static size_t AppendLower(char32_t c, std::array<char, kKnownBytesMax + 8>& lower, size_t size) {
    if (c < 0x80U) {
      lower[size] = static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32 : c);
      return size + 1;
    }
    if (IsApostrophe(c)) {
      lower[size] = '\'';
      return size + 1;
    }
    auto end = static_cast<int32_t>(size);
    U8_APPEND_UNSAFE(reinterpret_cast<uint8_t*>(lower.data()), end,
                     u_tolower(static_cast<UChar32>(c)));
    return static_cast<size_t>(end);
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Language language_;
  std::vector<Token>& tokens_;
};

}  // namespace

void CutWords(std::string_view text, Span paragraph, const Lexicon& lexicon, Language language,
              std::vector<Token>& tokens) {
  WordCutter(text, paragraph.end, lexicon, language, tokens).Cut(paragraph.begin);
}

}  // namespace stemma
