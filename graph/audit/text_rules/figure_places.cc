#include "graph/audit/text_rules/figure_places.h"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

// "Glenfarrow" and "the glen" too.
bool HaveCommonInPart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr size_t kPartMin = 4;
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
      const size_t size = std::min(one.size(), other.size());
      return one == other || (size >= kPartMin && one.substr(0, size) == other.substr(0, size));
    });
  });
}

}  // namespace

FigurePlaces::FigurePlaces(const TextUnderAudit& text) {
  const auto& paragraphs = text.Parts().paragraphs;
  for (uint32_t i = 0; i < paragraphs.size(); ++i) {
    for (std::string& word : FoldedWords(text.Parts().Words(paragraphs[i]))) {
      own_words_.insert(std::move(word));
    }
    if (!text.IsHeading(i)) {
      break;
    }
  }
}

bool FigurePlaces::MayBeOne(const Figure& a, const Figure& b) const {
  const auto is_elsewhere = [&](const Figure& one, const Figure& other) {
    return !one.places.empty() && !HaveCommon(one.places, other.names) &&
           (!other.places.empty() ||
            std::none_of(one.places.begin(), one.places.end(),
                         [&](const std::string& place) { return own_words_.contains(place); }));
  };
  return !is_elsewhere(a, b) && !is_elsewhere(b, a);
}

bool AreContrasted(const Figure& a, const Figure& b, int only) {
  std::map<int, std::pair<std::vector<std::string>, std::vector<std::string>>> by_preposition;
  for (const Phrase& phrase : a.phrases) {
    by_preposition[phrase.preposition].first.push_back(phrase.stem);
  }
  for (const Phrase& phrase : b.phrases) {
    by_preposition[phrase.preposition].second.push_back(phrase.stem);
  }
  return std::any_of(by_preposition.begin(), by_preposition.end(), [&](const auto& entry) {
    const auto& [first, later] = entry.second;
    return (only == 0 || entry.first == only) && !first.empty() && !later.empty() &&
           !HaveCommonInPart(first, later);
  });
}

bool ShareAPlace(const Figure& a, const Figure& b) {
  return HaveCommon(a.places, b.names) || HaveCommon(b.places, a.names) ||
         std::any_of(a.phrases.begin(), a.phrases.end(), [&](const Phrase& one) {
           return std::any_of(b.phrases.begin(), b.phrases.end(), [&](const Phrase& other) {
             return one.preposition == 1 && other.preposition == 1 &&
                    HaveCommonInPart({one.stem}, {other.stem});
           });
         });
}

bool HaveCommon(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::find(b.begin(), b.end(), one) != b.end();
  });
}

}  // namespace stemma
