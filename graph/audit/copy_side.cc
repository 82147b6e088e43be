#include "graph/audit/copy_side.h"

#include <span>
#include <vector>

#include "graph/audit/authority.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

void AddNames(const NodeState& outlet, NameKeys& names) {
  names.insert(AgentNameKey(outlet.Label()));
  for (const std::string& alias : outlet.Aliases()) {
    names.insert(AgentNameKey(alias));
  }
  names.erase("");
}

Status AddPublisher(const GraphView& graph, NodeId outlet, CopySide& side) {
  STEMMA_ASSIGN(const NodeState state, graph.Node(outlet, /*with_text=*/false));
  AddNames(state, side.publishers);
  if (side.publisher.empty()) {
    side.publisher = std::string(state.Label());
  }
  if (const auto owner = state.Text("owner")) {
    side.owners.insert(FoldName(*owner));
    side.owner = std::string(*owner);
  }
  return {};
}

}  // namespace

Result<CopySide> StoredSide(const GraphView& graph, RecordedTies& ties, NodeId work) {
  CopySide side;
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, graph.Facts(std::span(&work, 1)));
  side.date = facts.front().date;
  STEMMA_ASSIGN(const NodeState state, graph.Node(work, /*with_text=*/false));
  side.printed_date = std::string(state.Text("date").value_or(""));
  STEMMA_ASSIGN(const auto publishers, ties.Outlets(work, EdgeKind::kPublishedBy));
  for (const RecordedTies::Outlet& outlet : publishers) {
    STEMMA_TRY(AddPublisher(graph, outlet.node, side));
  }
  STEMMA_ASSIGN(const auto cited, ties.Outlets(work, EdgeKind::kCites));
  for (const RecordedTies::Outlet& outlet : cited) {
    STEMMA_ASSIGN(const NodeState names, graph.Node(outlet.node, /*with_text=*/false));
    AddNames(names, side.cited);
    if (outlet.by_person) {
      AddNames(names, side.agencies);
    }
  }
  return side;
}

CopySide PrintedSide(const Article& article) {
  CopySide side;
  if (article.published) {
    if (const auto date = ParseEdtf(article.published->value)) {
      side.date = *date;
      side.printed_date = article.published->value;
    }
  }
  if (article.outlet) {
    side.publisher = article.outlet->value;
    side.publishers.insert(AgentNameKey(side.publisher));
  }
  return side;
}

void AddPrintedCredits(const Reading& reading, CopySide& side) {
  for (const Credit& credit : reading.credits) {
    if (credit.of == CreditOf::kText) {
      side.agencies.insert(AgentNameKey(credit.agency));
      side.cited.insert(AgentNameKey(credit.agency));
    }
  }
  for (const Source& source : reading.sources) {
    if (!source.is_vague && !source.is_document) {
      side.cited.insert(AgentNameKey(source.name));
    }
  }
  side.agencies.erase("");
  side.cited.erase("");
}

}  // namespace stemma
