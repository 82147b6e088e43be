// A text cut into paragraphs, sentences and words, once for all methods.
//
// Words carry what the lexicon says of them, so that a rule compares bits and not letters.
// Source: docs/reading.md; Unicode TR 29 (sentences, by ICU).
// Thread safety: plain values; CutText is pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/reading/article.h"
#include "graph/reading/language.h"
#include "graph/reading/lexicon.h"

namespace stemma {

enum class TokenKind : uint8_t {
  kWord,    // with apostrophes, hyphens and the periods of abbreviations inside: "U.S.", "d'Or"
  kNumber,  // "1,200.5", "11", "2nd"
  kPunctuation,  // one code point
};

struct Token {
  uint32_t begin = 0;  // bytes of the text
  uint32_t end = 0;    // without a possessive 's, which is a token of its own
  TokenKind kind = TokenKind::kPunctuation;
  bool is_capital = false;  // a word that begins with an upper-case letter
  bool is_upper = false;    // a word of two letters or more, all of them upper case
  char32_t mark = 0;        // of punctuation, the code point
  WordClasses classes = 0;  // of a word, lower-cased
};

// Token numbers, end exclusive.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool IsEmpty() const { return begin == end; }
};

struct TextParts {
  std::string_view text;  // borrowed
  std::vector<Token> tokens;
  std::vector<TokenRange> paragraphs;  // lines with a word or a mark in them; hard-wrapped lines
                                       // are put together
  std::vector<TokenRange> sentences;   // within paragraphs; each token is in one

  std::string_view Words(const Token& token) const {
    return text.substr(token.begin, token.end - token.begin);
  }
  std::string_view Words(TokenRange range) const {
    return range.IsEmpty() ? std::string_view()
                           : text.substr(tokens[range.begin].begin,
                                         tokens[range.end - 1].end - tokens[range.begin].begin);
  }
  Span SpanOf(TokenRange range) const {
    return {tokens[range.begin].begin, tokens[range.end - 1].end};
  }
};

// "NAME" of a "NAME:" with which `range` begins, as transcripts print it; empty when it does not.
TokenRange LabelOf(const TextParts& parts, TokenRange range);

// `text` is well-formed UTF-8 of less than 4 GiB. O(bytes).
TextParts CutText(std::string_view text, Language language);

}  // namespace stemma
