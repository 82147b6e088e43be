// The value of a number as printed: "1,200", "1.5 million", "two hundred and fifty thousand",
// "près d'un million" without its hedge, "$5bn".
//
// Words are spelled out by ICU; only words that can begin a number are tried.
// Source: ICU RuleBasedNumberFormat, URBNF_SPELLOUT; docs/reading.md.
// Thread safety: const functions are safe; ICU's rules are made for each thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

struct NumberValue {
  TokenRange range;  // with its article ("a million"), its scale and currency sign
  double value = 0;
  std::string_view currency;    // "$", "€", "US$"; empty when no sign is printed
  bool is_scale_alone = false;  // "millions of": at least one of them
  bool is_bare = false;         // digits without scale or currency, or one small spelled word
  bool is_year_like = false;    // four digits, no comma, 1500 to 2199
};

class NumberReader {
 public:
  NumberReader(const TokenView& tokens, Language language) : tokens_(tokens), language_(language) {}

  // The number that begins with token `i`. O(1): looks at some ten tokens.
  std::optional<NumberValue> At(uint32_t i, uint32_t end) const;

 private:
  std::optional<NumberValue> Digits(uint32_t i, uint32_t end) const;
  std::optional<NumberValue> Spelled(uint32_t i, uint32_t end) const;
  std::optional<NumberValue> SpelledOut(NumberValue number, uint32_t first) const;
  std::optional<double> Spell(TokenRange words) const;
  std::optional<double> SpellJoined(TokenRange words) const;
  std::optional<double> SpellText(const std::string& text) const;
  bool JoinsDigits(uint32_t i, uint32_t end) const;

  const TokenView& tokens_;
  Language language_;
};

// 1,000 for "thousand", 1e9 for "milliards" and "bn"; nothing for other words.
std::optional<double> ScaleOf(std::string_view word, Language language);

}  // namespace stemma
