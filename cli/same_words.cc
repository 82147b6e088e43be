#include "cli/same_words.h"

#include <algorithm>

#include "cli/trace_text_line.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kSearchedWords = 12;
constexpr size_t kListed = 5;
// Of quotes that begin alike some say another thing, so more are looked at than are wanted.
constexpr size_t kSearchedTimes = 4;

}  // namespace

std::string WordsKey(const NodeState& state) {
  std::string key;
  if (state.kind == NodeKind::kQuote) {
    for (const std::string& word : FoldedWords(state.Text("text").value_or(""))) {
      key += word + " ";
    }
  }
  return key;
}

Result<SameWords> SameWordsAs(const GraphView& graph, const NodeState& quote, size_t limit) {
  SameWords same;
  const std::string key = WordsKey(quote);
  const std::vector<std::string> words = FoldedWords(quote.Text("text").value_or(""));
  if (key.empty()) {
    return same;
  }
  std::string first;
  for (size_t i = 0; i < std::min(words.size(), kSearchedWords); ++i) {
    first += words[i] + " ";
  }
  const size_t searched = (limit + 1) * kSearchedTimes;
  STEMMA_ASSIGN(const std::vector<NodeId> nodes, graph.WithWords(first, searched));
  STEMMA_ASSIGN(const std::vector<NodeState> states,
                graph.Nodes(nodes, kDistantFuture, /*with_text=*/true));
  for (const NodeState& state : states) {
    if (state.id != quote.id && WordsKey(state) == key) {
      same.ids.push_back(state.id);
    }
  }
  std::sort(same.ids.begin(), same.ids.end());
  same.is_cut = nodes.size() == searched || same.ids.size() > limit;
  same.ids.resize(std::min(same.ids.size(), limit));
  return same;
}

std::string SameWordsText(const std::vector<std::string>& ids, bool is_cut) {
  std::string text;
  for (size_t i = 0; i < std::min(ids.size(), kListed); ++i) {
    text += (i == 0 ? "the same words: " : ", ") + Printable(ids[i]);
  }
  if (ids.size() > kListed) {
    text += " and " + std::to_string(ids.size() - kListed) + " more";
  }
  return is_cut ? text + ", and perhaps others" : text;
}

}  // namespace stemma
