#include "graph/model/searchable.h"

#include <algorithm>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

void SortDistinct(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// Never in the middle of a code point.
void CutWord(std::string& word) {
  if (word.size() > kSearchWordBytesMax) {
    size_t end = kSearchWordBytesMax;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    word.resize(end);
  }
}

// Calls `take` with each alias, the name and the title.
template <class Take>
void ForEachName(const NodeState& state, Take take) {
  for (const std::string& alias : state.Aliases()) {
    take(std::string_view(alias));
  }
  for (const std::string_view field : {"name", "title"}) {
    if (const auto text = state.Text(field)) {
      take(*text);
    }
  }
}

}  // namespace

std::vector<std::string> FoldedNames(const NodeState& state) {
  std::vector<std::string> folded;
  ForEachName(state, [&](std::string_view name) {
    if (std::string one = FoldName(name); !one.empty()) {
      folded.push_back(std::move(one));
    }
  });
  SortDistinct(folded);
  return folded;
}

std::vector<std::string> SearchedWords(std::string_view text) {
  std::vector<std::string> words = FoldedWords(text);
  for (std::string& word : words) {
    CutWord(word);
  }
  return words;
}

std::vector<std::string> SearchableWords(const NodeState& state) {
  std::vector<std::string> words = SearchedWords(state.id);
  const auto take = [&](std::string_view text) {
    for (std::string& word : SearchedWords(text)) {
      words.push_back(std::move(word));
    }
  };
  ForEachName(state, take);
  if (state.kind == NodeKind::kQuote || state.kind == NodeKind::kClaim) {
    take(state.Text("text").value_or(""));
  }
  SortDistinct(words);
  return words;
}

bool HoldsWords(std::span<const std::string> words, std::span<const std::string> searched) {
  if (searched.empty()) {
    return false;
  }
  const auto is_word = [&](const std::string& word) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  const std::string& last = searched.back();
  const auto beginning = std::lower_bound(words.begin(), words.end(), last);
  return std::all_of(searched.begin(), searched.end() - 1, is_word) && beginning != words.end() &&
         beginning->starts_with(last);
}

}  // namespace stemma
