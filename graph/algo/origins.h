// Independent origins: how many sources a node, a claim or a set of nodes really has, and the
// proof.
//
// Three answers from one reading of what is reached. How many chains to different origins share no
// node: the largest flow. Why there cannot be more: a smallest cut. What all of them lean on: the
// choke points. The number is exact for what is recorded and no more: a link that is not recorded
// would lower it, a source that is not recorded would raise it.
//
// Source: docs/algorithms.md, "Independent origins".
// Thread safety: pure functions over a const view.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/families.h"
#include "graph/algo/filter.h"
#include "graph/algo/owners.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// `paths` share no node but the given ones, and are as many as there can be; without the nodes of
// `cut`, which are as many, no chain to an origin is left.
struct IndependentChains {
  std::vector<std::vector<NodeId>> paths;  // shortest first, then by ids
  std::vector<NodeId> cut;                 // by id
};

struct FoldedNode {
  NodeId node;
  NodeId root;
  FamilyReason reason = FamilyReason::kCopy;
};

struct Families {
  IndependentChains independent;
  std::vector<FoldedNode> folded;  // by root, then by id
};

// A given node that reaches no origin.
struct Sourceless {
  NodeId node;
  bool names_source = false;  // false: nothing is recorded behind it
};

struct Origins {
  std::vector<NodeId> of;       // as given, each once
  std::vector<NodeId> origins;  // all that are reached; by id
  IndependentChains independent;
  std::vector<std::vector<OwnedOutlet>> outlets;  // of each path of `independent`
  std::vector<NodeId> choke_points;               // nearest first
  std::vector<Sourceless> no_origin;              // in the order given
  std::optional<Families> families;
};

// Nodes are as shown; where a chain starts, under the id given. Given nodes may be passed by any
// number of chains, but an origin among them counts once. For claims the works and quotes that
// state them are ordinary nodes. Several claims are asked as one: an edge that names claims is
// followed if it names one of them, and, where a node that is no claim is given too, in any case.
// InvalidInput when `nodes` is empty or the filter leaves one out. Cost: one reading of what is
// reached, then the flow (graph/algo/disjoint_chains.h).
Result<Origins> FindOrigins(const GraphView& graph, std::span<const NodeId> nodes,
                            const Filter& filter, bool with_families);

// The choke points of one node alone, without the flow. InvalidInput when the filter leaves it out.
// Linear in what is reached.
Result<std::vector<NodeId>> FindChokePoints(const GraphView& graph, NodeId node,
                                            const Filter& filter);

}  // namespace stemma
