// Circular sourcing with its dates: who of a circle was first, and whether it can have been there
// from the start.
//
// A work cannot have rested on one that was not published yet. Where a link leads from a work to a
// later one, it came in when the page was edited (or a date is wrong); a circle that needs such a
// link exists only because of the edit. Nothing here says that anybody lied, nor who copied whom.
//
// Dates are intervals, and a link counts only where the one ends before the other starts. The date
// of a vertex runs from the start of the earliest of its dated members to the end of the last, so
// that a reprint folded with its original proves nothing; a quote has the date of the earliest work
// that prints it. A revision is no link of the page, and never a later one.
//
// Source: docs/algorithms.md, "Circles"; strong components by Tarjan 1972 (Boost.Graph
// strong_components). Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/algo/cycles.h"

namespace stemma {

inline constexpr size_t kLaterLinksMax = 100;  // listed of one circle

enum class CircleVerdict {
  kLaterEdit,        // without the links to later works no circle is left
  kPartlyLaterEdit,  // … a smaller one is left, or several
  kStanding,         // … it is the same circle; all of its nodes are dated
  kUndated,          // … it is the same circle; not all of its nodes are dated
};

std::string_view Name(CircleVerdict verdict);  // "later-edit", "partly-later-edit", …

// A link inside a circle, from a work to one that was published after it.
struct LaterLink {
  NodeId from;  // as shown
  NodeId to;
  EdgeKind kind = EdgeKind::kCites;
  std::string from_date;
  std::string to_date;
};

struct DatedCircle {
  Circle circle;
  std::vector<std::string> dates;  // of the round; empty: undated
  std::optional<NodeId> first;     // of two or more: the one that was out before all others
  std::string first_date;
  std::vector<LaterLink> later;  // by the ids of both ends, at most kLaterLinksMax
  uint64_t later_count = 0;      // of all there are
  uint64_t undated = 0;          // nodes of the circle
  CircleVerdict verdict = CircleVerdict::kUndated;
};

struct CircleListing {
  std::vector<DatedCircle> circles;  // in the order of FindCircles
  uint64_t left_out = 0;             // by the limit
};

// The first `circles_max`. As FindCircles, then linear in each circle and its edges.
Result<CircleListing> FindDatedCircles(const GraphView& graph, const Filter& filter,
                                       uint64_t circles_max);

}  // namespace stemma
