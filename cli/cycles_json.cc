#include "cli/cycles_json.h"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/corrections_json.h"
#include "cli/json_ids.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

Json DateOrNull(const std::string& date) {
  return date.empty() ? Json(nullptr) : Json(date);
}

Json LaterList(const std::vector<LaterLink>& later, const JsonIds& ids) {
  Json list = Json::array();
  for (const LaterLink& link : later) {
    Json entry = Json::object();
    entry["from"] = ids.Of(link.from);
    entry["to"] = ids.Of(link.to);
    entry["kind"] = Name(link.kind);
    entry["from_date"] = link.from_date;
    entry["to_date"] = link.to_date;
    list.push_back(std::move(entry));
  }
  return list;
}

Result<Json> EntryOf(const GraphView& graph, const DatedCircle& dated, Corrections& corrections) {
  const Circle& circle = dated.circle;
  JsonIds ids(graph);
  STEMMA_TRY(ids.Load(circle.nodes));
  Json edges = Json::array();
  for (const EdgeKind kind : circle.edges) {
    edges.push_back(Name(kind));
  }
  Json dates = Json::array();
  for (const std::string& date : dated.dates) {
    dates.push_back(DateOrNull(date));
  }
  Json entry = Json::object();
  entry["nodes"] = ids.List(circle.nodes);
  entry["circle"] = ids.List(circle.round);
  entry["edges"] = std::move(edges);
  entry["size"] = circle.nodes.size();
  entry["dates"] = std::move(dates);
  entry["first"] = dated.first ? Json(ids.Of(*dated.first)) : Json(nullptr);
  entry["later"] = LaterList(dated.later, ids);
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
