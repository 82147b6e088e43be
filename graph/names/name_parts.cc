#include "graph/names/name_parts.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "graph/base/utf8.h"
#include "graph/names/given_names.h"
#include "graph/names/name_words.h"
#include "graph/names/transliteration.h"

namespace stemma {
namespace {

// A run of letters, digits, periods and apostrophes as written.
struct Token {
  icu::UnicodeString text;
  bool in_brackets = false;
  bool before_comma = false;
};

bool IsApostrophe(UChar32 point) {
  return point == '\'' || point == 0x2018 || point == 0x2019 || point == 0x02BC ||
         point == 0x02BB || point == 0x02BF || point == 0x02BE || point == '`' || point == 0x00B4 ||
         point == 0x2032;
}

bool IsOfWord(UChar32 point) {
  const auto mask = U_MASK(u_charType(point));
  return u_isalnum(point) != 0 || (mask & (U_GC_M_MASK | U_GC_CF_MASK)) != 0 || point == '&' ||
         point == '.' || IsApostrophe(point);
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::vector<Token> TokensOf(std::string_view name) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  std::vector<Token> tokens;
  Token token;
  int brackets = 0;
  size_t commas = 0;
  size_t before_comma = 0;
  const auto finish = [&] {
    if (!token.text.isEmpty()) {
      token.in_brackets = brackets > 0;
      tokens.push_back(token);
      token.text.remove();
    }
  };
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 point = text.char32At(i);
    if (point == '%') {
      finish();
      tokens.push_back({"percent", brackets > 0, false});
    } else if (point == '&') {
      finish();
      tokens.push_back({"&", brackets > 0, false});
    } else if (IsOfWord(point)) {
      token.text.append(point);
    } else {
      finish();
      brackets += point == '(' ? 1 : point == ')' && brackets > 0 ? -1 : 0;
      if (point == ',' && ++commas == 1) {
        before_comma = tokens.size();
      }
    }
  }
  finish();
  for (size_t i = 0; commas == 1 && i < before_comma; ++i) {
    tokens[i].before_comma = true;
  }
  return tokens;
}

// At the periods inside of it: "G.m.b.H.", "J.-C.", "books.com".
std::vector<icu::UnicodeString> PiecesOf(const icu::UnicodeString& text) {
  std::vector<icu::UnicodeString> pieces(1);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 point = text.char32At(i);
    if (point != '.') {
      pieces.back().append(point);
    } else if (!pieces.back().isEmpty()) {
      pieces.emplace_back();
    }
  }
  if (pieces.back().isEmpty()) {
    pieces.pop_back();
  }
  return pieces;
}

bool IsAllUpper(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (u_isupper(text.char32At(i)) == 0) {
      return false;
    }
  }
  return !text.isEmpty();
}

// Small ASCII letters and digits of `latin`, a word for each run of them.
std::vector<std::string> PlainWords(const std::string& latin) {
  std::vector<std::string> words(1);
  for (const char c : latin) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&') {
      words.back() += c;
    } else if (c == ' ' || c == '-') {
      words.emplace_back();
    }
  }
  std::erase(words, std::string());
  return words;
}

bool IsLetters(const icu::UnicodeString& text) {
  return !text.isEmpty() && u_isalpha(text.char32At(0)) != 0;
}

class Cutter {
 public:
  Cutter(std::string_view name, NameKind kind) : kind_(kind), tokens_(TokensOf(name)) {
    has_small_letters_ = std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return token.text.countChar32() > 2 && !IsAllUpper(token.text);
    });
    parts_.is_syllabic = IsSyllabic(name);
    parts_.script = ScriptName(name);
  }

  NameParts Cut() {
    for (const Token& token : tokens_) {
      TakeToken(token);
    }
    TakeNumbers();
    if (kind_ == NameKind::kPerson) {
      MarkPerson();
    } else {
      MarkLegalForms();
      MarkOrganisation();
    }
    return std::move(parts_);
  }

 private:
  void TakeToken(const Token& token) {
    std::vector<icu::UnicodeString> pieces = PiecesOf(token.text);
    const bool is_dotted = pieces.size() > 1 &&
                           std::all_of(pieces.begin(), pieces.end(),
                                       [](const auto& piece) { return piece.countChar32() <= 2; });
    if (kind_ == NameKind::kPerson) {
      for (const icu::UnicodeString& piece : pieces) {
        TakeOfPerson(piece, token);
      }
    } else if (is_dotted) {
      icu::UnicodeString joined;
      for (const icu::UnicodeString& piece : pieces) {
        joined.append(piece);
      }
      Add(joined, token);
    } else {
      for (const icu::UnicodeString& piece : pieces) {
        TakeOfOrganisation(piece, token);
      }
    }
  }

  void TakeOfPerson(const icu::UnicodeString& piece, const Token& token) {
    const std::string latin = ToLatin(Utf8(piece));
    const bool are_initials = piece.countChar32() == 2 && has_small_letters_ && IsAllUpper(piece) &&
                              latin.size() == 2 &&
                              latin.find_first_of("aeiouy") == std::string::npos && !IsTitle(latin);
    if (!are_initials) {
      return Add(piece, token);
    }
    Add(piece.tempSubString(0, 1), token);
    Add(piece.tempSubString(1, 1), token);
  }

  // "KranwerkAG": capitals that end a word of small letters and are a legal form.
  void TakeOfOrganisation(const icu::UnicodeString& piece, const Token& token) {
    int32_t capitals = piece.length();
    while (capitals > 0 && u_isupper(piece.charAt(capitals - 1)) != 0) {
      --capitals;
    }
    if (capitals > 2 && piece.length() - capitals >= 2) {
      const std::string ending = ToLatin(Utf8(piece.tempSubString(capitals)));
      if (LegalFormAt(std::span(&ending, 1))) {
        Add(piece.tempSubString(0, capitals), token);
        return Add(piece.tempSubString(capitals), token);
      }
    }
    Add(piece, token);
  }

  void Add(const icu::UnicodeString& text, const Token& token) {
    const std::string written = Utf8(text);
    std::vector<std::string> words = PlainWords(ToLatin(written));
    if (words.empty() && IsLetters(text)) {
      words.push_back(FoldName(written));  // ICU has no Latin letters for this script
    }
    for (std::string& word : words) {
      parts_.parts.push_back(
          {std::move(word), written, PartKind::kWord, token.in_brackets, token.before_comma});
    }
  }

  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    for (const NamePart& part : parts_.parts) {
      texts.push_back(part.text);
    }
    return texts;
  }

  void TakeNumbers() {
    const std::vector<std::string> texts = Texts();
    std::vector<NamePart> taken;
    for (size_t i = 0; i < texts.size();) {
      NamePart part = parts_.parts[i];
      const auto number = kind_ == NameKind::kOrganisation
                              ? NumberWordsAt(std::span(texts).subspan(i))
                              : std::nullopt;
      if (number) {
        part.text = number->digits;
      }
      const bool is_number = part.text.find_first_of("0123456789") != std::string::npos ||
                             IsRomanNumber(i, texts.size());
      part.kind = is_number ? PartKind::kNumber : PartKind::kWord;
      taken.push_back(std::move(part));
      i += number ? number->words : 1;
    }
    parts_.parts = std::move(taken);
  }

  // Capitals that are one in its usual form, up to 39, and not the first word; a single letter is
  // an initial as long as anything follows.
  bool IsRomanNumber(size_t at, size_t size) const {
    constexpr auto kUnits = std::to_array<std::string_view>(
        {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"});
    std::string_view letters = parts_.parts[at].written;
    const bool may_be_initial = letters.size() == 1 && at + 1 < size;
    if (at == 0 || letters.empty() || (may_be_initial && kind_ == NameKind::kPerson)) {
      return false;
    }
    for (int tens = 0; tens < 3 && letters.starts_with('X'); ++tens) {
      letters.remove_prefix(1);
    }
    return std::find(kUnits.begin(), kUnits.end(), letters) != kUnits.end();
  }

  void MarkPerson() {
    size_t titles = 0;
    for (size_t i = 0; i < parts_.parts.size(); ++i) {
      NamePart& part = parts_.parts[i];
      const bool is_last = i + 1 == parts_.parts.size();
      // "Ben" that begins a name is Benjamin; "King" that ends it, or "Don", is a surname.
      const bool is_particle = IsParticle(part.text) && part.text.size() > 1 &&
                               !(i == 0 && IsCommonGivenName(part.text));
      if (part.text.size() == 1 && part.kind == PartKind::kWord && !parts_.is_syllabic) {
        part.kind = PartKind::kInitial;
      } else if (is_particle) {
        part.kind = PartKind::kParticle;
      } else if (IsTitle(part.text) && (!is_last || IsTitleBehind(part.text))) {
        part.kind = PartKind::kTitle;
        ++titles;
      }
    }
    // "Prince" alone, or "Pope", is a name.
    if (titles == parts_.parts.size()) {
      for (NamePart& part : parts_.parts) {
        part.kind = PartKind::kWord;
      }
    }
  }

  // Legal forms stand first or last, or before what is in brackets; inside they are words.
  void MarkLegalForms() {
    const std::vector<std::string> texts = Texts();
    std::vector<std::pair<size_t, LegalForm>> forms;
    size_t words = 0;
    for (size_t i = 0; i < texts.size();) {
      const auto form = LegalFormAt(std::span(texts).subspan(i));
      if (form) {
        forms.emplace_back(i, *form);
      }
      words += form ? 0 : 1;
      i += form ? form->words : 1;
    }
    if (words == 0) {
      return;  // a name made of such words alone
    }
    size_t end = texts.size();
    for (auto one = forms.rbegin(); one != forms.rend(); ++one) {
      const size_t behind = one->first + one->second.words;
      const bool is_outer = behind == end || one->first == 0 ||
                            (behind < parts_.parts.size() && parts_.parts[behind].in_brackets);
      if (is_outer) {
        end = behind == end ? one->first : end;
        Merge(one->first, one->second);
      }
    }
  }

  void Merge(size_t at, const LegalForm& form) {
    NamePart& part = parts_.parts[at];
    for (size_t i = 1; i < form.words; ++i) {
      part.written += ' ' + parts_.parts[at + i].written;
    }
    part.text = form.form;
    part.kind = PartKind::kLegalForm;
    const auto begin = parts_.parts.begin() + static_cast<std::ptrdiff_t>(at);
    parts_.parts.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(form.words));
  }

  void MarkOrganisation() {
    const bool is_company =
        std::any_of(parts_.parts.begin(), parts_.parts.end(),
                    [](const NamePart& part) { return part.kind == PartKind::kLegalForm; });
    PartKind before = PartKind::kFunction;
    for (NamePart& part : parts_.parts) {
      // "Kranwerk Europe Ltd" is an arm of Kranwerk; the Council of Europe is none of a council.
      const bool is_arm = is_company && before == PartKind::kWord && IsRegion(part.text);
      if (part.kind != PartKind::kWord) {
        before = part.kind;
        continue;
      }
      if (is_arm) {
        part.kind = PartKind::kFiller;
      } else if (IsFunctionWord(part.text)) {
        part.kind = PartKind::kFunction;
      } else if (IsFiller(part.text)) {
        part.kind = PartKind::kFiller;
      } else if (IsGenericWord(part.text)) {
        part.kind = PartKind::kGeneric;
      }
      before = part.kind;
    }
  }

  NameKind kind_;
  std::vector<Token> tokens_;
  bool has_small_letters_ = false;
  NameParts parts_;
};

}  // namespace

NameParts CutName(std::string_view name, NameKind kind) {
  return Cutter(name, kind).Cut();
}

}  // namespace stemma
