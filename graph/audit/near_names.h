// By which one word the name of a known body differs from a printed one.
//
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/audit/authority.h"

namespace stemma {

struct OneWordApart {
  std::string known_name;  // that of the agent's names which is nearest
  std::string printed;     // the word that differs; empty: the printed name lacks one
  std::string known;       // empty: the printed name has one more
};

// Nothing when all of its names differ by more, or none does. A word in place of another comes
// before a word more or less. O(names, words).
std::optional<OneWordApart> ApartByOneWord(std::string_view printed, const KnownAgent& agent);

// Whether it is two to ten letters, all of them capitals.
bool IsAcronym(std::string_view text);

// The shortest alias in capitals, "ICIJ"; empty when there is none.
std::string AcronymOf(const KnownAgent& agent);

// "International Consortium of Investigative Journalists (ICIJ)".
std::string FullName(const KnownAgent& agent);

}  // namespace stemma
