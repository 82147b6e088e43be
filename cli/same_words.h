// Quotes that print the same words, shown together though each stays a quote of its own.
//
// A quotation dump holds one quote for each page that prints it. Who looks one up wants the words
// once, with all who print them.
// Source: docs/commands/find.md. Thread safety: pure functions over a const view.
#pragma once

#include <string>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// What two quotes have in common that say the same: their words, folded. Empty for what is no
// quote.
std::string WordsKey(const NodeState& state);

struct SameWords {
  std::vector<std::string> ids;  // of the other quotes, in byte order
  bool is_cut = false;           // there may be more
};

// The other quotes with the words of `quote`, `limit` at most. One search by its first words.
Result<SameWords> SameWordsAs(const GraphView& graph, const NodeState& quote, size_t limit);

// "the same words: a, b and 3 more".
std::string SameWordsText(const std::vector<std::string>& ids, bool is_cut);

}  // namespace stemma
