#include "cli/picture_edge.h"

#include <nlohmann/json.hpp>

#include "cli/json_output.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

Json ClaimsOf(const EdgeAssertion& said, const std::set<std::string>& hidden_ids) {
  Json claims = Json::array();
  for (const std::string& claim : said.claims) {
    if (!hidden_ids.contains(claim)) {
      claims.push_back(claim);
    }
  }
  return claims;
}

Json EvidenceOf(const StepRecord& record, const std::set<std::string>& hidden_ids) {
  Json evidence = Json::array();
  for (const Evidence& one : record.evidence) {
    if (!hidden_ids.contains(one.in)) {
      evidence.push_back(JsonOf(one));
    }
  }
  return evidence;
}

}  // namespace

Json PictureEdgeJson(const StepRecord& record, const std::set<std::string>& hidden_ids,
                     bool with_by) {
  const EdgeAssertion& said = record.deciding;
  const Json line = JsonOf(said);
  Json edge = {{"kind", Name(said.kind)},
               {"status", Name(said.status)},
               {"sourcing", IsSourcing(said.kind) && !said.inherited}};
  for (const char* name :
       {"how", "judgement", "inherited", "as_printed", "because", "method", "at"}) {
    if (line.contains(name)) {
      edge[name] = line[name];
    }
  }
  if (Json claims = ClaimsOf(said, hidden_ids); !claims.empty()) {
    edge["claims"] = std::move(claims);
  }
  if (said.by && with_by) {
    edge["by"] = *said.by;
  }
  edge["confidence"] = said.confidence ? Json(LowerBound(*said.confidence)) : Json(nullptr);
  if (said.confidence && said.confidence->counted) {
    edge["counts"] = JsonOf(said.confidence);
  }
  edge["assertions"] = record.assertions;
  edge["evidence"] = EvidenceOf(record, hidden_ids);
  return edge;
}

}  // namespace stemma
