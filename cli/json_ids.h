// The ids of nodes that a JSON answer names, read in batches, each once.
//
// Thread safety: one thread; it remembers what it has read.
#pragma once

#include <span>
#include <string>
#include <unordered_map>

#include <nlohmann/json_fwd.hpp>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

class JsonIds {
 public:
  // Borrows `graph`.
  explicit JsonIds(const GraphView& graph) : graph_(graph) {}

  // One batch of reads for those not read before.
  Status Load(std::span<const NodeId> nodes);

  // Of nodes that were loaded.
  const std::string& Of(NodeId node) const { return ids_.at(node); }
  nlohmann::ordered_json List(std::span<const NodeId> nodes) const;

 private:
  const GraphView& graph_;
  std::unordered_map<NodeId, std::string> ids_;
};

}  // namespace stemma
