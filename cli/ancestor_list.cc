#include "cli/ancestor_list.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/corrections_json.h"
#include "cli/corrections_text.h"
#include "cli/trace_text_label.h"

namespace stemma {
namespace {

Line LineOf(const NodeLabel& label, const std::string& before) {
  std::string details;
  for (const std::string& detail : DetailsOf(label, /*with_kind=*/true)) {
    details += " · " + detail;
  }
  return {{before, Tint::kDim}, {label.id, Tint::kBold}, {details}};
}

std::vector<NodeId> NodesOf(const AncestorListing& listing) {
  std::vector<NodeId> nodes = {listing.of};
  for (const Ancestor& ancestor : listing.shown) {
    nodes.push_back(ancestor.node);
  }
  return nodes;
}

std::string CorrectionsBelow(std::span<const Correction> corrections, size_t indent,
                             const Terminal& terminal) {
  std::string text;
  for (Line line : CorrectionLines(corrections)) {
    line.insert(line.begin(), {std::string(indent, ' ')});
    text += Render(line, terminal, terminal.columns) + "\n";
  }
  return text;
}

}  // namespace

AncestorListing ListingOf(NodeId node, std::span<const Ancestor> all,
                          std::optional<uint64_t> hops_max, uint64_t limit) {
  const auto near_end = std::find_if(all.begin(), all.end(), [hops_max](const Ancestor& ancestor) {
    return hops_max && ancestor.hops > *hops_max;
  });
  const auto near = static_cast<size_t>(near_end - all.begin());
  const size_t shown = std::min<size_t>(near, limit);
  return {node, all.first(shown), near - shown, all.size() - near};
}

Result<std::string> AncestorsText(const GraphView& graph, const AncestorListing& listing,
                                  const Filter& filter, const Terminal& terminal) {
  const FilteredView view(graph, filter);
  NodeLabels labels(view);
  Corrections corrections(view);
  STEMMA_TRY(corrections.Load(NodesOf(listing)));
  STEMMA_ASSIGN(const NodeLabel* asked, labels.Of(listing.of));
  std::string text = Render(LineOf(*asked, ""), terminal, terminal.columns) + "\n";
  text += CorrectionsBelow(corrections.Of(listing.of), 2, terminal);
  if (listing.shown.empty()) {
    return text + (listing.further > 0 ? "  Nothing is as near as --max-hops asks.\n"
                                       : "  No source is recorded.\n");
  }
  size_t width = 0;
  for (const Ancestor& ancestor : listing.shown) {
    width = std::max(width, Counted(ancestor.hops, "hop", "hops").size());
  }
  for (const Ancestor& ancestor : listing.shown) {
    STEMMA_ASSIGN(const NodeLabel* label, labels.Of(ancestor.node));
    std::string hops = Counted(ancestor.hops, "hop", "hops");
    hops.resize(width, ' ');
    text += Render(LineOf(*label, "  " + hops + "  "), terminal, terminal.columns) + "\n";
    text += CorrectionsBelow(corrections.Of(ancestor.node), width + 6, terminal);
  }
  if (listing.left_out > 0) {
    text += "  " + AndMore(listing.left_out) + "\n";
  }
  return text;
}

Result<nlohmann::ordered_json> AncestorsJson(const GraphView& graph, const AncestorListing& listing,
                                             const Filter& filter) {
  const std::vector<NodeId> nodes = NodesOf(listing);
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(nodes));
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, graph.Facts(nodes));
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (size_t i = 0; i < listing.shown.size(); ++i) {
    nlohmann::ordered_json entry = nlohmann::ordered_json::object();
    entry["id"] = ids[i + 1];
    entry["kind"] = Name(facts[i + 1].kind);
    entry["hops"] = listing.shown[i].hops;
    list.push_back(std::move(entry));
  }
  nlohmann::ordered_json value = nlohmann::ordered_json::object();
  value["node"] = ids.front();
  value["ancestors"] = std::move(list);
  value["truncated"] = listing.left_out > 0;
  const FilteredView view(graph, filter);
  STEMMA_ASSIGN(value["corrected"], CorrectionsJson(view, nodes));
  return value;
}

}  // namespace stemma
