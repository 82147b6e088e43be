// Evidence in an earlier text whose words a corrected one no longer has.
//
// It stays where it is, and keeps its place in the text it was found in; a person decides whether
// what it proved still holds.
// Source: docs/reading.md, "Which article it is".
// Thread safety: pure, over a const view.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_sink.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Of the edges of the work `id`, and of the quotes that it prints, in no order; none when `id` is
// not stored. A short search for words that stand near where they stood; O(bytes of
// `new_text`), at memory speed, for those that do not.
Result<std::vector<Orphan>> OrphansOf(const GraphView& graph, const std::string& id,
                                      std::string_view new_text);

}  // namespace stemma
