// The largest number of chains to different origins that share nothing, and what proves it.
//
// Every place may be passed once, so that a place becomes two ends of an arc of capacity one, and
// the largest flow is the number of chains (Menger). The places whose arcs a smallest cut severs
// are as many: without them no chain is left, so that there cannot be more. Of several smallest
// cuts it is the one nearest to the origins.
//
// Source: Menger 1927, "Zur allgemeinen Kurventheorie", Fund. Math. 10; Ford and Fulkerson 1956;
// the flow by Boykov and Kolmogorov 2004 (Boost.Graph boykov_kolmogorov_max_flow,
// https://www.boost.org/doc/libs/release/libs/graph/doc/boykov_kolmogorov_max_flow.html).
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

namespace stemma {

// What chains may run on: places with numbers, and which they lead to.
struct ChainNetwork {
  struct Place {
    std::vector<uint32_t> next;  // distinct; not followed at an origin
    bool is_start = false;       // chains may begin here
    bool is_open = false;        // a start that any number of chains may pass
    bool is_origin = false;      // chains end here, one at most even where it is open
  };
  std::vector<Place> places;
};

struct DisjointChains {
  // From a start to an origin, without a detour: no place leads to one that stands further on than
  // the next.
  std::vector<std::vector<uint32_t>> paths;
  std::vector<uint32_t> cut;  // rising; as many as there are paths
};

// At worst the number of chains times what the network holds, most often far less.
DisjointChains FindDisjointChains(const ChainNetwork& network);

}  // namespace stemma
