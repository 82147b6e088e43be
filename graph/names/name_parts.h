// A name cut into parts that can be compared: words in Latin letters, and what each of them is.
//
// Names are compared part by part because their parts are left out, shortened and put in another
// order. What tells little (titles, legal forms, "the") is marked, not dropped, so that a caller
// can still say what was there.
// Source: docs/names.md.
// Thread safety: pure, but for the transform that each thread makes once (transliteration.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

enum class NameKind : uint8_t { kPerson, kOrganisation };

enum class PartKind : uint8_t {
  kWord,
  kInitial,    // "J.", and each letter of "JC" in a person's name
  kParticle,   // "de", "bin", "al": in a person's name
  kTitle,      // "Dr"; honorifics of a person
  kLegalForm,  // "Ltd": `text` is the same for all its spellings
  kGeneric,    // "bank", "national": in very many names of bodies
  kFiller,     // "the", "Group": may be left out of a body's name
  kFunction,   // "of"
  kNumber,     // figures, which `text` has for words, too; Roman numerals as they are
};

struct NamePart {
  std::string text;     // small ASCII letters and digits
  std::string written;  // as the name has it
  PartKind kind = PartKind::kWord;
  bool in_brackets = false;
  bool before_comma = false;  // of "Surname, Given names"
};

struct NameParts {
  std::vector<NamePart> parts;  // in the name's order
  std::string script;           // ScriptName
  bool is_syllabic = false;     // IsSyllabic: `text` has lost what told words apart
};

// Cuts `name`, well-formed UTF-8. O(bytes).
NameParts CutName(std::string_view name, NameKind kind);

}  // namespace stemma
