#include "graph/audit/sourcing_survey.h"

#include <algorithm>
#include <string>

#include "graph/algo/survey.h"
#include "graph/audit/word_bits.h"

namespace stemma {
namespace {

void Mark(const SourcingGraph& graph, Vertex vertex, std::vector<bool>& bits) {
  for (const NodeId node : graph.MembersOf(vertex)) {
    if (node.value >= bits.size()) {
      bits.resize(node.value + 1);
    }
    bits[node.value] = true;
  }
}

Result<std::unordered_set<NodeId>> CorrectedWorks(const GraphView& graph) {
  std::unordered_set<NodeId> corrected;
  STEMMA_TRY(graph.ScanEdges([&](NodeId, const EdgeFacts& edge) {
    if (edge.kind == EdgeKind::kCorrects && edge.status != AssertionStatus::kWithdrawn) {
      corrected.insert(edge.other);
    }
    return true;
  }));
  return corrected;
}

}  // namespace

Status SourcingSurvey::MarkOrigins(const Survey& survey) {
  const SourcingGraph& graph = survey.Sources();
  std::vector<Role> roles(graph.VertexCount(), Role::kPass);
  for (Vertex v = 0; v < roles.size(); ++v) {
    if (const auto end = graph.Vertices()[v].end) {
      roles[v] = *end == ChainEnd::kOrigin ? Role::kGoal : Role::kBarrier;
    }
  }
  const std::vector<Hops> hops = HopsToGoals(graph, survey.Order(), roles, /*count_inside=*/false);
  for (Vertex v = 0; v < hops.size(); ++v) {
    // A work beside itself as what a quote was lifted from: the one that goes on says it.
    if (hops[v].nearest != kUnreached && !graph.Vertices()[v].stops) {
      Mark(graph, v, reaches_origin_);
    }
  }
  return {};
}

Status SourcingSurvey::MarkCorrected(const Survey& survey) {
  STEMMA_ASSIGN(corrected_, CorrectedWorks(survey.View().Graph()));
  if (corrected_.empty()) {
    return {};
  }
  const SourcingGraph& graph = survey.Sources();
  const Components& components = survey.Order();
  std::vector<bool> reaches(graph.VertexCount());
  std::vector<bool> circle_reaches(components.CircleCount());
  const auto settle = [&](Vertex v) {
    for (const NodeId node : graph.MembersOf(v)) {
      reaches[v] = reaches[v] || corrected_.contains(node);
    }
    for (const Arc arc : graph.ArcsOf(v)) {
      reaches[v] = reaches[v] || reaches[arc.To()];
    }
  };
  // A circle's vertices stand together: what one of them reaches, all do.
  for (const Vertex v : components.Order()) {
    settle(v);
    if (const uint32_t circle = components.CircleOf(v);
        circle != Components::kNone && reaches[v] && !circle_reaches[circle]) {
      circle_reaches[circle] = true;
      for (const Vertex member : components.Circle(circle)) {
        reaches[member] = true;
      }
    }
  }
  for (Vertex v = 0; v < reaches.size(); ++v) {
    if (reaches[v]) {
      Mark(graph, v, reaches_corrected_);
    }
  }
  return {};
}

Status SourcingSurvey::TakeCircles(const Survey& survey) {
  STEMMA_ASSIGN(circles_, FindCircles(survey));
  for (uint32_t circle = 0; circle < circles_.size(); ++circle) {
    for (const NodeId shown : circles_[circle].nodes) {
      // All that are shown as this one are on the circle too.
      circle_of_.emplace(shown, circle);
      if (const auto vertex = survey.Sources().Find(shown, /*stops=*/false)) {
        for (const NodeId member : survey.Sources().MembersOf(*vertex)) {
          circle_of_.emplace(member, circle);
        }
      }
    }
  }
  return {};
}

// By the lines themselves, in the order of arrival: reading node by node takes far longer.
Status SourcingSurvey::ReadWords(const GraphView& graph) {
  Status found;
  const Status scanned = graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge*) {
    if (node == nullptr || node->assertion.kind != NodeKind::kQuote) {
      return true;
    }
    for (const Field& field : node->assertion.fields) {
      if (field.name != "text") {
        continue;
      }
      const auto id = graph.Find(node->assertion.id);
      if (!id.has_value() || !id->has_value()) {
        found = id.has_value() ? Status() : Status(tl::unexpected<Error>(id.error()));
        return id.has_value();
      }
      const uint64_t number = (*id)->value;
      word_bits_.resize(std::max<size_t>(word_bits_.size(), number + 1));
      word_bits_[number] = field.is_text ? WordBits(field.value) : 0;
    }
    return true;
  });
  STEMMA_TRY(scanned);
  return found;
}

std::optional<uint64_t> SourcingSurvey::WordBitsOf(NodeId quote) const {
  return quote.value < word_bits_.size() ? std::optional(word_bits_[quote.value]) : std::nullopt;
}

Result<SourcingSurvey> SourcingSurvey::Of(const GraphView& graph) {
  STEMMA_ASSIGN(const Survey survey, Survey::Of(graph, Filter{}));
  SourcingSurvey answer;
  STEMMA_TRY(answer.MarkOrigins(survey));
  STEMMA_TRY(answer.MarkCorrected(survey));
  STEMMA_TRY(answer.TakeCircles(survey));
  STEMMA_TRY(answer.ReadWords(graph));
  return answer;
}

const Circle* SourcingSurvey::CircleOf(NodeId node) const {
  const auto found = circle_of_.find(node);
  return found == circle_of_.end() ? nullptr : &circles_[found->second];
}

}  // namespace stemma
