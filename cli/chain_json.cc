#include "cli/chain_json.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/corrections_json.h"
#include "cli/json_ids.h"
#include "cli/json_output.h"
#include "cli/step_record.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

// The ends that `depth` counts; a target is an end of `trace --to` only.
constexpr std::array kCountedEnds = {ChainEnd::kOrigin,  ChainEnd::kAttributed,
                                     ChainEnd::kUnnamed, ChainEnd::kOutletOnly,
                                     ChainEnd::kDeadEnd, ChainEnd::kCircle};

Json NumberOrNull(const std::optional<uint64_t>& number) {
  return number ? Json(*number) : Json(nullptr);
}

class ChainWriter {
 public:
  ChainWriter(const GraphView& graph, const Filter& filter)
      : view_(graph, filter), ids_(graph), records_(graph, filter.known_at), corrections_(view_) {}

  JsonIds& Names() { return ids_; }

  Result<Json> List(std::span<const Chain> chains) {
    std::vector<NodeId> nodes;
    for (const Chain& chain : chains) {
      nodes.insert(nodes.end(), chain.nodes.begin(), chain.nodes.end());
    }
    STEMMA_TRY(ids_.Load(nodes));
    STEMMA_TRY(corrections_.Load(nodes));
    Json list = Json::array();
    for (const Chain& chain : chains) {
      STEMMA_ASSIGN(Json value, One(chain));
      list.push_back(std::move(value));
    }
    return list;
  }

 private:
  Result<Json> One(const Chain& chain) {
    Json value = Json::object();
    value["hops"] = chain.hops;
    value["ends"] = Name(chain.ends);
    value["nodes"] = ids_.List(chain.nodes);
    Json edges = Json::array();
    for (const Step& step : chain.steps) {
      if (step.is_hop) {
        STEMMA_ASSIGN(Json edge, EdgeOf(step));
        edges.push_back(std::move(edge));
      }
    }
    value["edges"] = std::move(edges);
    STEMMA_ASSIGN(value["corrected"], CorrectionsJson(view_.Graph(), corrections_, chain.nodes));
    return value;
  }

  Result<Json> EdgeOf(const Step& step) {
    STEMMA_ASSIGN(const StepRecord* record, records_.Of(step));
    Json evidence = Json::array();
    for (const Evidence& one : record->evidence) {
      evidence.push_back(JsonOf(one));
    }
    Json value = Json::object();
    value["kind"] = Name(step.edge.kind);
    value["status"] = Name(step.facts.status);
    value["confidence"] = JsonOf(record->deciding.confidence);
    value["evidence"] = std::move(evidence);
    value["from"] = record->deciding.from;
    value["to"] = record->deciding.to;
    return value;
  }

  FilteredView view_;
  JsonIds ids_;
  StepRecords records_;
  Corrections corrections_;
};

Json FirstStatedValue(const JsonIds& ids, const FirstStated& first) {
  Json value = Json::object();
  value["node"] = ids.Of(first.node);
  value["date"] = first.date.empty() ? Json(nullptr) : Json(first.date);
  return value;
}

}  // namespace

Json JsonOf(const Depth& depth) {
  Json value = Json::object();
  value["min"] = NumberOrNull(depth.min);
  value["max"] = NumberOrNull(depth.max);
  return value;
}

Result<Json> TraceJson(const GraphView& graph, const Trace& trace, const Filter& filter) {
  ChainWriter writer(graph, filter);
  std::vector<NodeId> named = {trace.node};
  for (const Strand& strand : trace.strands) {
    named.push_back(strand.node);
  }
  if (trace.first_stated) {
    named.push_back(trace.first_stated->node);
  }
  STEMMA_TRY(writer.Names().Load(named));
  STEMMA_ASSIGN(Json chains, writer.List(trace.chains));

  Json value = Json::object();
  value["node"] = writer.Names().Of(trace.node);
  value["depth"] = JsonOf(trace.depth);
  if (trace.kind == NodeKind::kClaim) {
    value["first_stated"] =
        trace.first_stated ? FirstStatedValue(writer.Names(), *trace.first_stated) : Json(nullptr);
  }
  value["chains"] = std::move(chains);
  bool truncated = trace.truncated;
  Json strands = Json::array();
  for (const Strand& strand : trace.strands) {
    STEMMA_ASSIGN(Json strand_chains, writer.List(strand.chains));
    Json entry = Json::object();
    entry["node"] = writer.Names().Of(strand.node);
    entry["kind"] = Name(strand.kind);
    entry["depth"] = JsonOf(strand.depth);
    entry["chains"] = std::move(strand_chains);
    strands.push_back(std::move(entry));
    truncated = truncated || strand.truncated;
  }
  value["strands"] = std::move(strands);
  value["truncated"] = truncated;
  return value;
}

Result<Json> PathJson(const GraphView& graph, const ChainsBetween& between, const Filter& filter) {
  ChainWriter writer(graph, filter);
  std::vector<NodeId> named = {between.from, between.to};
  if (between.ends_before) {
    named.push_back(*between.ends_before);
  }
  STEMMA_TRY(writer.Names().Load(named));
  Json value = Json::object();
  value["from"] = writer.Names().Of(between.from);
  value["to"] = writer.Names().Of(between.to);
  STEMMA_ASSIGN(value["chains"], writer.List(between.chains));
  value["truncated"] = between.truncated;
  value["hops_beyond"] = NumberOrNull(between.hops_beyond);
  value["hops_back"] = NumberOrNull(between.hops_back);
  value["ends_before"] =
      between.ends_before ? Json(writer.Names().Of(*between.ends_before)) : Json(nullptr);
  return value;
}

Result<Json> DepthJson(const GraphView& graph, std::span<const NodeDepth> depths,
                       const Filter& filter) {
  const FilteredView view(graph, filter);
  Corrections corrections(view);
  JsonIds ids(graph);
  Json nodes = Json::array();
  for (const NodeDepth& depth : depths) {
    const std::vector<NodeId> own = {depth.node};
    STEMMA_TRY(ids.Load(own));
    STEMMA_TRY(ids.Load(depth.witness));
    Json ends = Json::object();
    for (ChainEnd end : kCountedEnds) {
      ends[std::string(Name(end))] = depth.ends[static_cast<size_t>(end)];
    }
    Json entry = Json::object();
    entry["id"] = ids.Of(depth.node);
    entry["kind"] = Name(depth.kind);
    entry["min"] = NumberOrNull(depth.depth.min);
    entry["max"] = NumberOrNull(depth.depth.max);
    entry["ends"] = std::move(ends);
    entry["witness"] = ids.List(depth.witness);
    std::vector<NodeId> shown = own;
    shown.insert(shown.end(), depth.witness.begin(), depth.witness.end());
    STEMMA_ASSIGN(entry["corrected"], CorrectionsJson(graph, corrections, shown));
    nodes.push_back(std::move(entry));
  }
  Json value = Json::object();
  value["nodes"] = std::move(nodes);
  return value;
}

Result<Json> DistributionJson(const GraphView& graph, const DepthDistribution& distribution) {
  JsonIds ids(graph);
  Json histogram = Json::object();
  for (const auto& [hops, works] : distribution.histogram) {
    histogram[std::to_string(hops)] = works;
  }
  Json deepest = Json::array();
  for (const WorkDepth& work : distribution.deepest) {
    const std::vector<NodeId> own = {work.node};
    STEMMA_TRY(ids.Load(own));
    Json entry = Json::object();
    entry["id"] = ids.Of(work.node);
    entry["min"] = NumberOrNull(work.depth.min);
    entry["max"] = NumberOrNull(work.depth.max);
    deepest.push_back(std::move(entry));
  }
  Json value = Json::object();
  value["works"] = distribution.works;
  value["reached"] = distribution.reached;
  value["unreached"] = distribution.unreached;
  value["attributed"] = distribution.attributed;
  value["histogram"] = std::move(histogram);
  value["deepest"] = std::move(deepest);
  return value;
}

}  // namespace stemma
