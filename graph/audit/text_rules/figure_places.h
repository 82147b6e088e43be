// Whether two figures may be of one place.
//
// "Three died at the mill", "two died at the mine": two figures whose sentences name places that
// differ are of two things, however alike the rest. A place that one of them alone names must be
// the article's own.
// Source: docs/audit.md, "Within one text".
// Thread safety: const calls from several threads.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "graph/audit/text_rules/figures.h"

namespace stemma {

class FigurePlaces {
 public:
  // O(bytes above the body and of its first paragraph).
  explicit FigurePlaces(const TextUnderAudit& text);

  // Whether the names of places leave it open that both are of one. O(names).
  bool MayBeOne(const Figure& a, const Figure& b) const;

 private:
  std::set<std::string> own_words_;  // printed above the body and in its first paragraph
};

// "at the mill" against "at the mine"; with `only`, of that preposition. O(phrases).
bool AreContrasted(const Figure& a, const Figure& b, int only = 0);

// Whether both name one place, or tell of one with one preposition. O(names).
bool ShareAPlace(const Figure& a, const Figure& b);

// Whether one word is in both. O(words²).
bool HaveCommon(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace stemma
