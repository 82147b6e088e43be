#include "cli/cycles_json.h"

#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/corrections_json.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;
using Names = std::unordered_map<NodeId, std::string>;

Json List(const std::vector<NodeId>& nodes, const Names& names) {
  Json list = Json::array();
  for (const NodeId node : nodes) {
    list.push_back(names.at(node));
  }
  return list;
}

Json DateOrNull(const std::string& date) {
  return date.empty() ? Json(nullptr) : Json(date);
}

Json LaterList(const std::vector<LaterLink>& later, const Names& names) {
  Json list = Json::array();
  for (const LaterLink& link : later) {
    Json entry = Json::object();
    entry["from"] = names.at(link.from);
    entry["to"] = names.at(link.to);
    entry["kind"] = Name(link.kind);
    entry["from_date"] = link.from_date;
    entry["to_date"] = link.to_date;
    list.push_back(std::move(entry));
  }
  return list;
}

Result<Json> EntryOf(const GraphView& graph, const DatedCircle& dated, Corrections& corrections) {
  const Circle& circle = dated.circle;
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(circle.nodes));
  Names names;
  for (size_t i = 0; i < ids.size(); ++i) {
    names[circle.nodes[i]] = ids[i];
  }
  Json edges = Json::array();
  for (const EdgeKind kind : circle.edges) {
    edges.push_back(Name(kind));
  }
  Json dates = Json::array();
  for (const std::string& date : dated.dates) {
    dates.push_back(DateOrNull(date));
  }
  Json entry = Json::object();
  entry["nodes"] = List(circle.nodes, names);
  entry["circle"] = List(circle.round, names);
  entry["edges"] = std::move(edges);
  entry["size"] = circle.nodes.size();
  entry["dates"] = std::move(dates);
  entry["first"] = dated.first ? Json(names.at(*dated.first)) : Json(nullptr);
  entry["later"] = LaterList(dated.later, names);
  entry["later_truncated"] = dated.later_count > dated.later.size();
  entry["verdict"] = Name(dated.verdict);
  STEMMA_ASSIGN(entry["corrected"], CorrectionsJson(graph, corrections, circle.nodes));
  return entry;
}

}  // namespace

Result<Json> CirclesJson(const GraphView& graph, const CircleListing& listing,
                         const Filter& filter) {
  const FilteredView view(graph, filter);
  Corrections corrections(view);
  Json list = Json::array();
  for (const DatedCircle& dated : listing.circles) {
    STEMMA_ASSIGN(Json entry, EntryOf(graph, dated, corrections));
    list.push_back(std::move(entry));
  }
  Json value = Json::object();
  value["cycles"] = std::move(list);
  value["truncated"] = listing.left_out > 0;
  return value;
}

}  // namespace stemma
