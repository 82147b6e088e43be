#include "cli/json_ids.h"

#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace stemma {

Status JsonIds::Load(std::span<const NodeId> nodes) {
  std::vector<NodeId> unknown;
  for (const NodeId node : nodes) {
    if (ids_.try_emplace(node).second) {
      unknown.push_back(node);
    }
  }
  STEMMA_ASSIGN(std::vector<std::string> ids, graph_.Ids(unknown));
  for (size_t i = 0; i < unknown.size(); ++i) {
    ids_[unknown[i]] = std::move(ids[i]);
  }
  return {};
}

nlohmann::ordered_json JsonIds::List(std::span<const NodeId> nodes) const {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const NodeId node : nodes) {
    list.push_back(Of(node));
  }
  return list;
}

}  // namespace stemma
