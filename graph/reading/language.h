// Which of the languages whose rules are known a text is in.
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace stemma {

enum class Language { kEnglish, kFrench, kOther };

// `declared`: BCP 47, or empty; it is believed unless the text's own words say otherwise.
// O(bytes), of the first 2 KiB.
Language LanguageOf(std::string_view text, std::string_view declared);

}  // namespace stemma
