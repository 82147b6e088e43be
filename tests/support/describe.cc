#include "support/describe.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <vector>

#include "graph/model/json_line.h"
#include "graph/model/searchable.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

using Lines = std::vector<std::string>;

std::string Sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) {
    text += line + "\n";
  }
  return text;
}

class Describer {
 public:
  Describer(const GraphView& graph, Instant known_at) : graph_(graph), known_at_(known_at) {
    Must(graph_.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
      const uint64_t arrival = node != nullptr ? node->arrival : edge->arrival;
      rank_of_.emplace(arrival, rank_of_.size());
      return true;
    }));
  }

  std::string All() {
    std::vector<NodeId> nodes;
    Must(graph_.ScanNodes([&](NodeId node, const NodeFacts&) {
      nodes.push_back(node);
      return true;
    }));
    Lines about;
    for (const NodeId node : nodes) {
      about.push_back(About(node));
    }
    return ManyAtOnce(nodes) + Counts() + Sorted(about) + "edges\n" + Edges() + "assertions\n" +
           Assertions() + "log\n" + Log();
  }

 private:
  // Arrivals give an order; the numbers may have gaps, where a line was refused.
  std::string Rank(uint64_t arrival) const { return std::to_string(rank_of_.at(arrival)); }

  std::string IdOf(NodeId node) { return Must(graph_.Ids(std::vector<NodeId>{node})).front(); }

  std::string Counts() {
    const GraphCounts counts = Must(graph_.Counts());
    return std::to_string(counts.nodes) + " " + std::to_string(counts.edges) + " " +
           std::to_string(counts.assertions) + "\n";
  }

  static std::string Words(const NodeFacts& facts) {
    std::ostringstream text;
    text << Name(facts.kind) << facts.first_hand << facts.unnamed << facts.dated << facts.date.start
         << ".." << facts.date.end;
    return text.str();
  }

  std::string Words(const EdgeFacts& facts) {
    std::ostringstream text;
    text << Name(facts.kind) << " " << IdOf(facts.other) << " " << Name(facts.status) << " "
         << static_cast<int>(facts.judgement) << facts.inherited << facts.revision
         << facts.has_claims << facts.by_person << " " << facts.at << " " << Rank(facts.arrival)
         << " " << facts.confidence;
    return text.str();
  }

  // Nothing where what is asked of many is what is asked of each.
  std::string ManyAtOnce(const std::vector<NodeId>& nodes) {
    const std::vector<std::string> ids = Must(graph_.Ids(nodes));
    const std::vector<NodeFacts> facts = Must(graph_.Facts(nodes, known_at_));
    const std::vector<NodeState> states = Must(graph_.Nodes(nodes));
    const std::vector<NodeState> whole =
        Must(graph_.Nodes(nodes, kDistantFuture, /*with_text=*/true));
    std::string text;
    for (size_t i = 0; i < nodes.size(); ++i) {
      const std::vector<NodeId> one = {nodes[i]};
      const NodeState state = Must(graph_.Node(nodes[i], /*with_text=*/false));
      if (ids[i] != IdOf(nodes[i]) || facts[i] != Must(graph_.Facts(one, known_at_)).front() ||
          states[i].id != state.id || states[i].kind != state.kind ||
          states[i].fields != state.fields ||
          whole[i].fields != Must(graph_.Node(nodes[i], /*with_text=*/true)).fields) {
        text += ids[i] + " DIFFERS AMONG MANY\n";
      }
    }
    return text;
  }

  // Facts, fields, edges of both directions, history, and whether its own names find it.
  std::string About(NodeId node) {
    const std::vector<NodeId> asked = {node};
    std::string text = IdOf(node) + ": ";
    for (const Instant when : {kDistantFuture, known_at_}) {
      text += Words(Must(graph_.Facts(asked, when)).front()) + "\n";
      for (const Direction direction : {Direction::kOut, Direction::kIn}) {
        text += direction == Direction::kOut ? " out\n" : " in\n";
        Lines edges;
        const auto lists = Must(graph_.Edges(asked, direction, kAllEdgeKinds, when));
        for (const EdgeFacts& edge : lists.front()) {
          edges.push_back(Words(edge));
        }
        text += Sorted(edges);
      }
    }
    const EdgeKindSet some = SetOf(EdgeKind::kCites) | SetOf(EdgeKind::kSameAs);
    text += std::to_string(Must(graph_.Edges(asked, Direction::kIn, some)).front().size()) + "\n";
    const NodeState state = Must(graph_.Node(node, /*with_text=*/true));
    for (const Field& field : state.fields) {
      text += " " + field.name + "=" + field.value;
    }
    const std::vector<NodeState> then = Must(graph_.Nodes(asked, known_at_));
    for (const Field& field : then.front().fields) {
      text += " then " + field.name + "=" + field.value;
    }
    text += Searches(node, state);
    for (const ArrivedNode& said : Must(graph_.NodeAssertions(node))) {
      text += " " + Rank(said.arrival);
    }
    return text;
  }

  std::string Searches(NodeId node, const NodeState& state) {
    std::string text;
    const auto finds = [&](const std::vector<NodeId>& found) -> std::string {
      return std::find(found.begin(), found.end(), node) != found.end() ? " found" : " MISSED";
    };
    for (const std::string& name : FoldedNames(state)) {
      const auto found = Must(graph_.Named(name));
      text += finds(found) + std::to_string(found.size());
    }
    for (const std::string& word : SearchableWords(state)) {
      const auto found = Must(graph_.WithWords(word, 1000));
      text += finds(found) + std::to_string(found.size());
    }
    const auto self = Must(graph_.Find(state.id));
    return text + (self == node ? " itself" : " MISPLACED");
  }

  std::string Edges() {
    Lines lines;
    std::vector<EdgeKey> keys;
    Must(graph_.ScanEdges([&](NodeId from, const EdgeFacts& edge) {
      std::string line = IdOf(from) + " " + Words(edge);
      keys.push_back({from, edge.kind, edge.other});
      for (const ArrivedEdge& said : Must(graph_.EdgeAssertions(keys.back()))) {
        line += " " + Rank(said.arrival);
      }
      lines.push_back(line);
      return true;
    }));
    return Sorted(lines) + ManyAtOnce(keys);
  }

  std::string ManyAtOnce(const std::vector<EdgeKey>& edges) {
    std::string text;
    size_t next = 0;
    Must(graph_.ReadEdgeAssertions(edges, [&](size_t place, std::vector<ArrivedEdge> all) {
      const auto each = Must(graph_.EdgeAssertions(edges[place]));
      bool is_same = place == next++ && all.size() == each.size();
      for (size_t i = 0; is_same && i < all.size(); ++i) {
        is_same = all[i].arrival == each[i].arrival && all[i].assertion == each[i].assertion;
      }
      text += is_same ? "" : "AN EDGE DIFFERS AMONG MANY\n";
      return Status();
    }));
    return next == edges.size() ? text : text + "EDGES MISSED AMONG MANY\n";
  }

  std::string Words(const ArrivedNode* node, const ArrivedEdge* edge) const {
    return node != nullptr ? Rank(node->arrival) + " " + WriteJsonLine(node->assertion) + "\n"
                           : Rank(edge->arrival) + " " + WriteJsonLine(edge->assertion) + "\n";
  }

  std::string Assertions() {
    std::string text;
    Must(graph_.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
      text += Words(node, edge);
      return true;
    }));
    return text;
  }

  std::string Log() {
    std::string text;
    Must(graph_.ScanLog(known_at_, [&](const ArrivedNode* node, const ArrivedEdge* edge) {
      text += Words(node, edge);
      return true;
    }));
    return text;
  }

  const GraphView& graph_;
  Instant known_at_;
  std::map<uint64_t, size_t> rank_of_;
};

}  // namespace

std::string Describe(const GraphView& graph, Instant known_at) {
  return Describer(graph, known_at).All();
}

}  // namespace stemma::testing
