// Short and pet forms of given names, and whether a word is a given name at all.
//
// "Bill" for "William" is the same person's name; "Frederick" for "Friedrich" is the name of
// another person as a rule, though both names have one origin. So the table has short forms and
// spellings of one name within a language, and no translations.
// Source: common knowledge.
// Thread safety: pure; the table is built once.
#pragma once

#include <string_view>

namespace stemma {

// Words in small Latin letters. Two short forms of one name count too: "bill", "will". False for
// the same word twice.
bool AreNicknames(std::string_view a, std::string_view b);

// Whether the table has `word`: many given names are not in it.
bool IsCommonGivenName(std::string_view word);

}  // namespace stemma
