// Whether two figures that exclude each other are of one thing because the text itself tells the
// later one as one that the reader knows, and nothing else in it bears it out.
//
// "Eight miners trapped … the eleven trapped men": whoever writes "the eleven" has told of eleven
// before. A headline's figure is told again below it, a sentence that says the same of the same
// counts the same, a person has one age, and one vote one result. Each is told apart from a second
// figure of something else by what is missing: the earlier figure that agrees.
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/audit/text_rules/figure_places.h"
#include "graph/audit/text_rules/printed_figures.h"

namespace stemma {

class ToldOtherwise {
 public:
  // Both are borrowed.
  ToldOtherwise(const TextUnderAudit& text, const std::vector<Figure>& figures);

  // Why `later` is of the same thing as `first`, for a reader; nothing where it may be another.
  // Both are disjoint, in the order of the text. O(numbers²), of 100 at most.
  std::optional<std::string> Why(const Figure& first, const Figure& later) const;
  // The same where they count things of two kinds: records of people, say.
  std::optional<std::string> WhyOfOtherKind(const Figure& first, const Figure& later) const;

 private:
  bool IsPartByWords(const Figure& later) const;
  bool AreOneShare(const Figure& first, const Figure& later) const;
  bool IsKnown(const Figure& first, const Figure& later) const;
  bool IsHeadlines(const Figure& first, const Figure& later) const;
  bool IsSlip(const Figure& first, const Figure& later) const;
  size_t MatterOfSlip(const Figure& first, const Figure& later) const;
  std::string WordsOf(const Figure& figure, const std::vector<std::string>& stems) const;
  std::vector<std::string> SharedMatter(const Figure& a, const Figure& b) const;
  size_t SentenceEnd(const Figure& figure) const;
  bool AreOfOneTeller(const Figure& first, const Figure& later) const;
  std::optional<std::string> OfOneMatter(const Figure& first, const Figure& later) const;
  size_t CountValues(const Figure& first, const Figure& later) const;
  bool AreOppositeHedges(const Figure& first, const Figure& later) const;

  const TextUnderAudit& text_;
  const std::vector<Figure>& figures_;
  FigurePlaces places_;
  PrintedFigures printed_;
  uint32_t first_body_ = 0;                           // paragraph
  std::unordered_map<std::string, size_t> first_at_;  // by its stem, where a word begins first
};

}  // namespace stemma
