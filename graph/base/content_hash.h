// A short name for the content of a text or a file.
//
// It tells whether two contents are the same, not who vouches for them: it is no cryptographic
// hash. Source: XXH3, 128 bits, in its canonical form, https://github.com/Cyan4973/xxHash. Thread
// safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace stemma {

// 32 hexadecimal digits, lower case. O(bytes).
std::string Xxh3Hex(std::string_view bytes);

}  // namespace stemma
