// Everything a graph answers, as text: two implementations hold the same when these are equal.
#pragma once

#include <string>

#include "graph/model/graph_view.h"

namespace stemma::testing {

// Every port of the view is asked, about every node and edge, now and at `known_at`. Internal
// numbers of nodes do not show. Throws on any Error.
std::string Describe(const GraphView& graph, Instant known_at);

}  // namespace stemma::testing
