// Depth by outlet, language or month: how many works of each reach an origin, how far it is, and
// how many have one independent origin only.
//
// A group is compared with another, so that each is a handful of numbers; which works it has is a
// question for `depth ID`. Works are read in batches and only what is counted is kept.
//
// Source: docs/algorithms.md, "Depth by groups".
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/algo/survey.h"

namespace stemma {

enum class WorkGrouping {
  kOutlet,    // by `published_by`: of several outlets, in each; outlets that are one are one
  kLanguage,  // by `lang`
  kMonth,     // of the date, where that lies within one
};

struct DepthGroup {
  // The id of an outlet, the language, the month ("2019-11"); nothing: the works that have none.
  std::optional<std::string> key;
  std::string label;  // the name of an outlet that has one, else the key
  uint64_t works = 0;
  uint64_t reached = 0;
  // Of the fewest hops of those that reach an origin; between two middle ones, their mean.
  std::optional<double> median;
  // Of those that reach an origin: there are no two chains to different origins that share no node
  // but the work.
  uint64_t single = 0;
};

struct DepthGroups {
  // Months rise, the works without one last; all others by works, falling, then by label and key in
  // byte order, the works that have none last among equals.
  std::vector<DepthGroup> groups;
  uint64_t left_out = 0;  // by the limit
};

// Over all works that the filter leaves; those that are one are one work, with the language and
// date of the one that it is shown under, and the outlets of all. Linear in the whole graph, and,
// but for outlets, one read for each work; memory for each work is a number.
Result<DepthGroups> DepthByGroup(const Survey& survey, WorkGrouping by, uint64_t groups_max);

}  // namespace stemma
