#include "cli/finding_json.h"

#include <nlohmann/json.hpp>

#include "cli/json_output.h"
#include "graph/audit/rule_counts.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json OrNull(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

Json JsonOf(const Finding& finding, const std::string& name) {
  Json related = Json::array();
  for (const Related& one : finding.related) {
    related.push_back({{"node", one.node},
                       {"start", OrNull(one.start)},
                       {"end", OrNull(one.end)},
                       {"exact", one.exact}});
  }
  return {{"id", finding.id},
          {"rule", Name(finding.rule)},
          {"severity", Name(finding.severity)},
          {"node", name},
          {"start", OrNull(finding.start)},
          {"end", OrNull(finding.end)},
          {"exact", finding.exact},
          {"message", finding.message},
          {"suggestion", OrNull(finding.suggestion)},
          {"because", finding.because},
          {"related", related},
          {"method", finding.method},
          {"confidence", JsonOf(CountedRule(finding.method))}};
}

}  // namespace stemma
