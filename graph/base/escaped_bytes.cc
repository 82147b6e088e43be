#include "graph/base/escaped_bytes.h"

namespace stemma {

std::optional<unsigned> ValueOfDigit(char digit) {
  if (digit >= '0' && digit <= '9') {
    return static_cast<unsigned>(digit - '0');
  }
  const char letter = static_cast<char>(digit | 0x20);
  if (letter >= 'a' && letter <= 'f') {
    return static_cast<unsigned>(letter - 'a') + 10U;
  }
  return std::nullopt;
}

std::string EscapeBytes(std::string_view text, char mark, bool (*is_plain)(unsigned char)) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(byte)) {
      escaped += c;
    } else {
      escaped += mark;
      escaped += kDigits[byte >> 4U];
      escaped += kDigits[byte & 15U];
    }
  }
  return escaped;
}

std::string UnescapeBytes(std::string_view text, char mark) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool may_be = text[i] == mark && i + 2 < text.size();
    const auto high = may_be ? ValueOfDigit(text[i + 1]) : std::nullopt;
    const auto low = may_be ? ValueOfDigit(text[i + 2]) : std::nullopt;
    if (high && low) {
      plain += static_cast<char>(*high * 16U + *low);
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

}  // namespace stemma
