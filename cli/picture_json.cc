#include "cli/picture_json.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/chain_json.h"
#include "cli/corrections_json.h"
#include "cli/json_ids.h"
#include "cli/json_output.h"
#include "cli/picture_edge.h"
#include "cli/picture_findings.h"
#include "cli/step_record.h"
#include "graph/algo/corrections.h"
#include "graph/algo/origins.h"
#include "graph/algo/standing.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kLabelColumns = 120;
// Fields that the picture's data has a place of its own for.
const std::set<std::string, std::less<>> kPlaced = {"text", "date",       "lang",
                                                    "url",  "first_hand", "unnamed"};

// Milliseconds, as scripts count; null where the interval is open.
Json Milliseconds(Instant instant) {
  if (instant == kDistantPast || instant == kDistantFuture) {
    return nullptr;
  }
  return instant / 1000;
}

class PictureWriter {
 public:
  PictureWriter(const GraphView& graph, const Part& part, const PictureOptions& options,
                const std::unordered_set<NodeId>& hidden)
      : graph_(graph),
        part_(part),
        options_(options),
        hidden_(hidden),
        view_(graph, part.filter),
        corrections_(view_),
        ids_(graph) {}

  Result<Json> Run() {
    STEMMA_TRY(ListNodes());
    Tell("reading the chains");
    STEMMA_ASSIGN(standings_, StandingsOf(graph_, nodes_, part_.filter));
    STEMMA_TRY(LoadIds());
    STEMMA_TRY(AddNodes());
    STEMMA_TRY(AddEdges());
    AddCircles();
    if (options_.with_findings) {
      STEMMA_TRY(AddPictureFindings(graph_, part_, nodes_, options_.progress, nodes_json_));
    }
    STEMMA_ASSIGN(const std::vector<NodeId> points, ChokePointsOfAsked());
    STEMMA_TRY(ids_.Load(points));
    Json picture = Json::object();
    picture["asked"] = ids_.List(part_.asked);
    picture["withheld"] = {{"nodes", withheld_nodes_},
                           {"edges", withheld_edges_},
                           {"texts", withheld_texts_},
                           {"by", withheld_by_}};
    picture["nodes"] = std::move(nodes_json_);
    picture["edges"] = std::move(edges_json_);
    picture["circles"] = std::move(circles_json_);
    picture["choke_points"] = ids_.List(points);
    return picture;
  }

 private:
  void Tell(const std::string& what) const {
    if (options_.progress) {
      options_.progress(what);
    }
  }

  Status ListNodes() {
    STEMMA_TRY(part_.graph.ScanNodes([&](NodeId node, const NodeFacts&) {
      nodes_.push_back(node);
      return true;
    }));
    std::sort(nodes_.begin(), nodes_.end());
    for (size_t i = 0; i < nodes_.size(); ++i) {
      place_of_[nodes_[i]] = i;
    }
    return CountWithheld();
  }

  // Private nodes next to what is shown, or all of them, and the edges between.
  Status CountWithheld() {
    const std::vector<NodeId> hidden(hidden_.begin(), hidden_.end());
    STEMMA_ASSIGN(const std::vector<std::string> ids, graph_.Ids(hidden));
    hidden_ids_.insert(ids.begin(), ids.end());
    std::unordered_set<NodeId> beside;
    for (const Direction direction : {Direction::kOut, Direction::kIn}) {
      STEMMA_ASSIGN(const auto lists, graph_.Edges(hidden, direction));
      for (size_t i = 0; i < hidden.size(); ++i) {
        for (const EdgeFacts& edge : lists[i]) {
          if (place_of_.contains(edge.other)) {
            beside.insert(hidden[i]);
            ++withheld_edges_;
          }
        }
      }
    }
    withheld_nodes_ = part_.asked.empty() ? hidden.size() : beside.size();
    return {};
  }

  Status LoadIds() {
    std::vector<NodeId> named = nodes_;
    for (const auto& [node, standing] : standings_.of) {
      named.push_back(standing.shown.value_or(node));
      named.push_back(standing.choke.value_or(node));
    }
    for (const Circle& circle : standings_.circles) {
      named.insert(named.end(), circle.nodes.begin(), circle.nodes.end());
    }
    return ids_.Load(named);
  }

  Status AddNodes() {
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, part_.graph.Facts(nodes_));
    STEMMA_ASSIGN(const std::vector<NodeState> states,
                  part_.graph.Nodes(nodes_, kDistantFuture, /*with_text=*/true));
    STEMMA_TRY(corrections_.Load(nodes_));
    for (size_t i = 0; i < nodes_.size(); ++i) {
      Json node = NodeJson(states[i], facts[i]);
      if (const auto standing = standings_.of.find(nodes_[i]); standing != standings_.of.end()) {
        AddStanding(standing->second, node);
      }
      STEMMA_TRY(AddCorrections(nodes_[i], node));
      nodes_json_.push_back(std::move(node));
    }
    return {};
  }

  Json NodeJson(const NodeState& state, const NodeFacts& facts) {
    Json node = {{"id", state.id},
                 {"kind", Name(facts.kind)},
                 {"label", TruncateToWidth(state.Label(), kLabelColumns)}};
    const auto date = state.Text("date");
    node["date"] = date ? Json(*date) : Json(nullptr);
    node["start"] = facts.dated ? Milliseconds(facts.date.start) : Json(nullptr);
    node["end"] = facts.dated ? Milliseconds(facts.date.end) : Json(nullptr);
    for (const char* name : {"lang", "url"}) {
      if (const auto text = state.Text(name)) {
        node[name] = *text;
      }
    }
    if (facts.first_hand) {
      node["first_hand"] = true;
    }
    if (facts.unnamed) {
      node["unnamed"] = true;
    }
    if (const auto text = state.Text("text")) {
      if (options_.with_texts || !IsWork(facts.kind)) {
        node["text"] = *text;
      } else {
        ++withheld_texts_;
      }
    }
    Json rest = Json::object();
    for (const Field& field : state.fields) {
      if (!kPlaced.contains(field.name)) {
        rest[field.name] = JsonOf(field);
      }
    }
    if (!rest.empty()) {
      node["fields"] = std::move(rest);
    }
    return node;
  }

  void AddStanding(const Standing& standing, Json& node) const {
    node["depth"] = JsonOf(standing.depth);
    Json ends = Json::object();
    for (size_t end = 0; end < standing.ends.size(); ++end) {
      if (standing.ends[end] > 0) {
        ends[std::string(Name(static_cast<ChainEnd>(end)))] = standing.ends[end];
      }
    }
    node["ends"] = std::move(ends);
    if (standing.is_origin) {
      node["origin"] = true;
    }
    if (standing.shown) {
      node["folded_into"] = ids_.Of(*standing.shown);
    }
    if (standing.choke) {
      node["choke"] = ids_.Of(*standing.choke);
    }
  }

  Status AddCorrections(NodeId node, Json& json) {
    const std::vector<NodeId> one = {node};
    STEMMA_ASSIGN(const Json corrected, CorrectionsJson(graph_, corrections_, one));
    if (!corrected.empty()) {
      json["corrected"] = corrected;
    }
    return {};
  }

  Status AddEdges() {
    StepRecords records(graph_, part_.filter.known_at);
    STEMMA_ASSIGN(const auto lists, part_.graph.Edges(nodes_, Direction::kOut));
    for (size_t i = 0; i < nodes_.size(); ++i) {
      for (const EdgeFacts& edge : lists[i]) {
        if (edge.status == AssertionStatus::kWithdrawn) {
          continue;
        }
        const Step step{{nodes_[i], edge.kind, edge.other}, edge};
        STEMMA_ASSIGN(const StepRecord* record, records.Of(step));
        Json json = {{"from", ids_.Of(nodes_[i])}, {"to", ids_.Of(edge.other)}};
        json.update(PictureEdgeJson(*record, hidden_ids_, options_.with_private));
        edges_json_.push_back(std::move(json));
        withheld_by_ += record->deciding.by && !options_.with_private ? 1 : 0;
        if (edge.kind == EdgeKind::kPublishedBy) {
          nodes_json_[i]["outlet"] = ids_.Of(edge.other);
        }
      }
    }
    return {};
  }

  // Those that are shown whole; a node says which one it is on.
  void AddCircles() {
    for (const Circle& circle : standings_.circles) {
      if (!std::all_of(circle.nodes.begin(), circle.nodes.end(),
                       [this](NodeId node) { return place_of_.contains(node); })) {
        continue;
      }
      for (const NodeId node : circle.nodes) {
        nodes_json_[place_of_.at(node)]["circle"] = circles_json_.size();
      }
      circles_json_.push_back(
          {{"nodes", ids_.List(circle.nodes)}, {"round", ids_.List(circle.round)}});
    }
  }

  // Agents have no chains of their own, and do not take part.
  Result<std::vector<NodeId>> ChokePointsOfAsked() {
    std::vector<NodeId> sourced;
    std::copy_if(part_.asked.begin(), part_.asked.end(), std::back_inserter(sourced),
                 [this](NodeId node) { return standings_.of.contains(node); });
    if (sourced.empty()) {
      return std::vector<NodeId>();
    }
    STEMMA_ASSIGN(Origins origins,
                  FindOrigins(graph_, sourced, part_.filter, /*with_families=*/false));
    return std::move(origins.choke_points);
  }

  const GraphView& graph_;
  const Part& part_;
  const PictureOptions& options_;
  const std::unordered_set<NodeId>& hidden_;
  const FilteredView view_;
  Corrections corrections_;
  JsonIds ids_;
  std::vector<NodeId> nodes_;  // shown
  std::unordered_map<NodeId, size_t> place_of_;
  Standings standings_;
  std::set<std::string> hidden_ids_;
  Json nodes_json_ = Json::array();
  Json edges_json_ = Json::array();
  Json circles_json_ = Json::array();
  uint64_t withheld_nodes_ = 0;
  uint64_t withheld_edges_ = 0;
  uint64_t withheld_texts_ = 0;
  uint64_t withheld_by_ = 0;
};

Json FiltersJson(const PartOptions& asked) {
  const FilterOptions& filter = asked.filter;
  const auto or_null = [](const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
  };
  return {{"as_of", or_null(filter.as_of)},
          {"known_at", or_null(filter.known_at)},
          {"min_confidence", filter.min_confidence ? Json(*filter.min_confidence) : Json(nullptr)},
          {"without", filter.without},
          {"hops", asked.hops ? Json(*asked.hops) : Json(nullptr)},
          {"direction", or_null(asked.direction)}};
}

}  // namespace

Result<Json> PictureJson(const GraphView& graph, const Part& part, const PartOptions& asked,
                         const std::unordered_set<NodeId>& hidden, const PictureOptions& options) {
  STEMMA_ASSIGN(Json picture, PictureWriter(graph, part, options, hidden).Run());
  STEMMA_ASSIGN(const GraphCounts counts, graph.Counts());
  Json head = {{"made", FormatInstant(Now() / 1000000 * 1000000)},
               {"version", STEMMA_VERSION},
               {"live", false},
               {"filters", FiltersJson(asked)},
               {"cut", nullptr}};
  if (part.is_cut) {
    head["cut"] = {{"nodes", counts.nodes}, {"shown", picture["nodes"].size()}};
  }
  head.update(picture);
  return head;
}

}  // namespace stemma
