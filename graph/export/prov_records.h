// A graph in the words of PROV-DM: which record each node and each edge becomes.
//
// Works, quotes and claims are entities, speakers and outlets agents. A relation is the strongest
// that PROV has for an edge: a derivation, an attribution, an alternate; for all else
// wasInfluencedBy, which every one of them implies. What the edge is in our words stands beside it.
// PROV-JSON and PROV-N are two ways to write these.
//
// Source: PROV-DM (W3C 2013), 5.2.1 to 5.2.4, 5.3.3, 5.5.2, 5.7; docs/exchange.md, "PROV".
// Thread safety: pure over a const view.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/export/attributes.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

enum class ProvRelation { kDerivation, kAttribution, kAlternate, kInfluence };
inline constexpr std::array kProvRelations = {ProvRelation::kDerivation, ProvRelation::kAttribution,
                                              ProvRelation::kAlternate, ProvRelation::kInfluence};

// "wasDerivedFrom", and its two ends, the newer one first.
struct ProvRelationName {
  std::string_view name;
  std::string_view from;  // "generatedEntity"
  std::string_view to;    // "usedEntity"
};
ProvRelationName NameOf(ProvRelation relation);

// The namespaces, by prefix. No host is named: nobody could answer there.
struct ProvPrefix {
  std::string_view prefix;
  std::string_view name_space;
};
inline constexpr std::array<ProvPrefix, 2> kProvPrefixes = {
    ProvPrefix{"id", "urn:stemma:id:"}, ProvPrefix{"stemma", "urn:stemma:term:"}};

// `prefix:text`, with every byte that a PROV-N local name cannot hold as % and two digits; no two
// texts give the same name.
std::string ProvName(std::string_view prefix, std::string_view text);

struct ProvRecord {
  std::string name;   // of an entity or agent
  std::string label;  // may be empty
  std::string from;   // of a relation
  std::string to;
  uint64_t number = 0;                    // of a relation, unique in a document
  std::vector<std::string> types;         // qualified names for prov:type
  std::span<const Attribute> attributes;  // in our words; borrowed
};

class ProvRecords {
 public:
  // Borrows both. One scan of the nodes, and a reading of the documents' sources in the whole
  // graph, to know which are origins; of it a bit a node is kept.
  static Result<ProvRecords> Of(const GraphView& graph, ExportReport& report);

  using Visitor = std::function<Status(const ProvRecord&)>;
  // One scan of all nodes.
  Status VisitEntities(const Visitor& visit) const { return VisitNodes(/*agents=*/false, visit); }
  Status VisitAgents(const Visitor& visit) const { return VisitNodes(/*agents=*/true, visit); }
  // One scan of all edges: those that become this relation. What no visit gives is counted in the
  // report by the visits of agents and of the last relation.
  Status VisitRelations(ProvRelation relation, const Visitor& visit) const;

 private:
  ProvRecords(const GraphView& graph, ExportReport& report) : graph_(graph), report_(report) {}

  Status FindOrigins();
  void CountLeftOut(const EdgeAssertion& said) const;
  Status VisitNodes(bool agents, const Visitor& visit) const;
  Result<ProvRelation> RelationOf(const EdgeAssertion& said, std::vector<std::string>& types) const;
  Result<bool> IsOrigin(const std::string& id) const;

  const GraphView& graph_;
  ExportReport& report_;
  std::vector<bool> is_origin_;  // by number
};

}  // namespace stemma
