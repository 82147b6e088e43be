// What of a node can be searched for: its names, and the words that `find` looks at.
//
// Both stores index with these functions, so that they cannot answer a search differently.
// Thread safety: pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/state.h"

namespace stemma {

// Longer words are cut here, in the index and in the question alike.
inline constexpr size_t kSearchWordBytesMax = 64;

// Folded name, title and aliases; distinct, rising.
std::vector<std::string> FoldedNames(const NodeState& state);

// Folded words of the id, the names, and, for quotes and claims, the text; distinct, rising.
std::vector<std::string> SearchableWords(const NodeState& state);

// The words of a question, in order, cut as in the index.
std::vector<std::string> SearchedWords(std::string_view text);

// Whether `words` (as of SearchableWords) hold all of `searched`, the last as a beginning.
bool HoldsWords(std::span<const std::string> words, std::span<const std::string> searched);

}  // namespace stemma
