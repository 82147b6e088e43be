#include "cli/picture_findings.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/finding_json.h"
#include "graph/audit/auditor.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

constexpr uint64_t kNearCopiesNodesMax = 2000;

Result<AuditOptions> RulesFor(const GraphView& graph) {
  STEMMA_ASSIGN(const GraphCounts counts, graph.Counts());
  AuditOptions options;
  if (counts.nodes > kNearCopiesNodesMax) {
    std::copy_if(kRules.begin(), kRules.end(), std::back_inserter(options.rules),
                 [](Rule rule) { return rule != Rule::kCreditUndeclared; });
  }
  return options;
}

}  // namespace

Status AddPictureFindings(const GraphView& graph, const Part& part, std::span<const NodeId> nodes,
                          const std::function<void(const std::string&)>& progress, Json& json) {
  STEMMA_ASSIGN(const AuditOptions options, RulesFor(graph));
  STEMMA_ASSIGN(const FilteredGraph visible, FilteredGraph::Of(graph, part.filter));
  STEMMA_ASSIGN(const Authority authority, Authority::Shipped());
  Auditor auditor(authority, &visible, options);
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, part.graph.Facts(nodes));
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!IsWork(facts[i].kind)) {
      continue;
    }
    if (progress) {
      progress("audited " + std::to_string(i + 1) + " of " + std::to_string(nodes.size()));
    }
    STEMMA_ASSIGN(const Audited audited, auditor.AuditWork(nodes[i]));
    Json findings = Json::array();
    for (const Finding& finding : audited.findings) {
      findings.push_back(JsonOf(finding, audited.name));
    }
    if (!findings.empty()) {
      json[i]["findings"] = std::move(findings);
    }
  }
  return {};
}

}  // namespace stemma
