// Bytes that a name cannot hold, written as a mark and two hexadecimal digits, and back.
//
// Names of other formats (XML's tokens, PROV's local names) hold less than our ids do. What is
// escaped comes back, whatever it was, as long as the mark itself is no plain byte.
// Source: RFC 3986, 2.1, whose mark is "%". Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

// Of a hexadecimal digit of either case.
std::optional<unsigned> ValueOfDigit(char digit);

// Each byte that is not plain as `mark` and two digits, upper case. O(bytes).
std::string EscapeBytes(std::string_view text, char mark, bool (*is_plain)(unsigned char));

// The way back, with digits of either case; a mark without two digits behind it stays. O(bytes).
std::string UnescapeBytes(std::string_view text, char mark);

}  // namespace stemma
