#include "cli/corrections_json.h"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace stemma {

using Json = nlohmann::ordered_json;

Result<Json> CorrectionsJson(const GraphView& graph, Corrections& corrections,
                             std::span<const NodeId> nodes) {
  STEMMA_ASSIGN(const std::vector<NodeId> corrected, corrections.CorrectedAmong(nodes));
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(corrected));
  Json list = Json::array();
  for (size_t i = 0; i < corrected.size(); ++i) {
    for (const Correction& one : corrections.Of(corrected[i])) {
      Json entry = Json::object();
      entry["node"] = ids[i];
      entry["by"] = one.by;
      entry["how"] = one.how;
      entry["date"] = one.date.empty() ? Json(nullptr) : Json(one.date);
      entry["status"] = Name(one.status);
      entry["corrects"] = one.corrected;
      list.push_back(std::move(entry));
    }
  }
  return list;
}

Result<Json> CorrectionsJson(const FilteredView& view, std::span<const NodeId> nodes) {
  Corrections corrections(view);
  return CorrectionsJson(view.Graph(), corrections, nodes);
}

}  // namespace stemma
