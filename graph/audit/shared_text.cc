#include "graph/audit/shared_text.h"

#include <algorithm>
#include <unordered_map>

namespace stemma {
namespace {

constexpr size_t kPlacesMax = 8;

using Places = std::unordered_map<uint64_t, std::vector<uint32_t>>;

// Where each run of a text's own words begins.
Places PlacesOf(const ComparedText& text) {
  Places places;
  for (const Shingle& shingle : text.Shingles()) {
    if (!shingle.is_quoted) {
      std::vector<uint32_t>& words = places[shingle.hash];
      if (words.size() < kPlacesMax) {
        words.push_back(shingle.word);
      }
    }
  }
  return places;
}

bool Has(std::span<const uint64_t> rising, uint64_t hash) {
  return std::binary_search(rising.begin(), rising.end(), hash);
}

// How many words are the same in a row, from these on.
uint32_t RunFrom(std::span<const ComparedWord> first, std::span<const ComparedWord> second) {
  const size_t most = std::min(first.size(), second.size());
  uint32_t count = 0;
  while (count < most && first[count].hash == second[count].hash) {
    ++count;
  }
  return count;
}

SharedPassage PassageAt(std::span<const ComparedWord> first, std::span<const ComparedWord> second) {
  SharedPassage passage{{first.front().span.begin, first.back().span.end},
                        {second.front().span.begin, second.back().span.end},
                        0};
  for (size_t i = 0; i < first.size(); ++i) {
    passage.own_words += first[i].is_quoted || second[i].is_quoted ? 0 : 1;
  }
  return passage;
}

}  // namespace

Overlap OverlapOf(std::span<const uint64_t> first, std::span<const uint64_t> second) {
  Overlap overlap{0, first.size(), second.size()};
  for (auto i = first.begin(), j = second.begin(); i != first.end() && j != second.end();) {
    if (*i == *j) {
      ++overlap.shared;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return overlap;
}

std::vector<SharedPassage> LongestPassages(const ComparedText& first, const ComparedText& second,
                                           size_t passages_max) {
  const Places places = PlacesOf(second);
  std::vector<SharedPassage> passages;
  uint32_t next = 0;  // words of `first` before this stand in a passage already
  for (const Shingle& shingle : first.Shingles()) {
    const auto found = shingle.is_quoted ? places.end() : places.find(shingle.hash);
    if (shingle.word < next || found == places.end()) {
      continue;
    }
    uint32_t length = 0;
    uint32_t at = 0;
    for (const uint32_t place : found->second) {
      const uint32_t run =
          RunFrom(first.Words().subspan(shingle.word), second.Words().subspan(place));
      if (run > length) {
        length = run;
        at = place;
      }
    }
    if (length > 0) {
      passages.push_back(PassageAt(first.Words().subspan(shingle.word, length),
                                   second.Words().subspan(at, length)));
      next = shingle.word + length;
    }
  }
  std::stable_sort(
      passages.begin(), passages.end(),
      [](const SharedPassage& a, const SharedPassage& b) { return a.own_words > b.own_words; });
  passages.resize(std::min(passages.size(), passages_max));
  return passages;
}

OwnWords SharedWords(const ComparedText& first, const ComparedText& second) {
  OwnWords count;
  uint32_t shared_end = 0;  // words before this stand in a run that both have
  for (uint32_t i = 0; i < first.Words().size(); ++i) {
    if (i < first.Shingles().size() && !first.Shingles()[i].is_quoted &&
        Has(second.OwnShingles(), first.Shingles()[i].hash)) {
      shared_end = i + kShingleWords;
    }
    if (!first.Words()[i].is_quoted) {
      ++count.all;
      count.shared += i < shared_end ? 1 : 0;
    }
  }
  return count;
}

}  // namespace stemma
