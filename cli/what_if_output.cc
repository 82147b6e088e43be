#include "cli/what_if_output.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/chain_json.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kRemovedNamed = 5;

Result<std::vector<std::string>> IdsOf(const GraphView& graph, const DepthChanges& changes) {
  std::vector<NodeId> nodes;
  for (const DepthChange& change : changes.list) {
    nodes.push_back(change.node);
  }
  return graph.Ids(nodes);
}

// "3 works and 1 claim"; one of the two when there is none of the other.
std::string Words(const WorksAndClaims& count) {
  const std::string works = Counted(count.works, "work", "works");
  const std::string claims = Counted(count.claims, "claim", "claims");
  return count.claims == 0 ? works : count.works == 0 ? claims : works + " and " + claims;
}

std::string_view Ending(const WorksAndClaims& count) {
  return count.Sum() == 1 ? "s" : "";
}

std::string Summary(const WhatIf& answer, const std::string& removed) {
  const WorksAndClaims& lost = answer.lost.count;
  const WorksAndClaims& deeper = answer.deeper.count;
  std::string text = "Without " + removed + ": ";
  if (lost.Sum() > 0) {
    text += Words(lost) + " lose" + std::string(Ending(lost)) +
            (lost.Sum() == 1 ? " its last origin" : " their last origin");
  }
  if (deeper.Sum() > 0) {
    text += (lost.Sum() > 0 ? "; " : "") + Words(deeper) + " sit" + std::string(Ending(deeper)) +
            " deeper";
  }
  return text + ". Looked at " + Words(answer.all) + ".";
}

// Why nothing changes.
std::string Unchanged(const WhatIf& answer, const std::string& removed, size_t removed_count) {
  const std::string it = removed_count == 1 ? "it" : "they";
  const std::string text = "Without " + removed + " nothing changes: ";
  const uint64_t through = answer.through.Sum();
  const uint64_t with_none = through - answer.through_reached;
  if (through == 0) {
    return text + "no work and no claim leads through " + (removed_count == 1 ? "it." : "them.");
  }
  const std::string bears_on = Words(answer.through) + " that " + it + " may bear on";
  if (through == 1) {
    return text + "the " + bears_on +
           (with_none == 1 ? " reaches no origin anyway." : " keeps an origin as near as before.");
  }
  if (with_none == through) {
    return text + "none of the " + bears_on + " reaches an origin anyway.";
  }
  return text + "of the " + bears_on + ", each keeps an origin as near as before" +
         (with_none == 0 ? "."
                         : ", but for " + std::to_string(with_none) + " that reached none anyway.");
}

std::string DepthWords(const Depth& depth) {
  if (!depth.min) {
    return "no origin";
  }
  const std::string hops = Counted(*depth.min, "hop", "hops");
  return depth.max == depth.min ? hops : hops + " (longest " + std::to_string(*depth.max) + ")";
}

// Before the id, since an id may be longer than a line.
Line ChangeLine(const DepthChange& change) {
  return {{"  " + DepthWords(change.before) + " → "}, {DepthWords(change.after), Tint::kYellow}};
}

Result<std::string> ListText(const GraphView& graph, const std::string& title,
                             const DepthChanges& changes, const Terminal& terminal) {
  if (changes.list.empty()) {
    return std::string();
  }
  std::string text = Render({{title, Tint::kBold}}, terminal, terminal.columns) + "\n";
  STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf(graph, changes));
  size_t width = 0;
  for (const DepthChange& change : changes.list) {
    width = std::max(width, WidthOf(ChangeLine(change)));
  }
  for (size_t i = 0; i < ids.size(); ++i) {
    Line line = ChangeLine(changes.list[i]);
    line.push_back({std::string(width - WidthOf(line) + 2, ' ')});
    line.push_back({Printable(ids[i]), Tint::kBold});
    line.push_back({" · " + std::string(Name(changes.list[i].kind))});
    text += Render(line, terminal, terminal.columns) + "\n";
  }
  const uint64_t left_out = changes.count.Sum() - changes.list.size();
  if (left_out > 0) {
    text += "  " + AndMore(left_out) + "\n";
  }
  return text;
}

Result<Json> ListJson(const GraphView& graph, const DepthChanges& changes, bool with_after) {
  STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf(graph, changes));
  Json nodes = Json::array();
  for (size_t i = 0; i < ids.size(); ++i) {
    Json entry = Json::object();
    entry["id"] = ids[i];
    entry["kind"] = Name(changes.list[i].kind);
    entry["before"] = JsonOf(changes.list[i].before);
    if (with_after) {
      entry["after"] = JsonOf(changes.list[i].after);
    }
    nodes.push_back(std::move(entry));
  }
  Json value = Json::object();
  value["count"] = changes.count.Sum();
  value["works"] = changes.count.works;
  value["claims"] = changes.count.claims;
  value["nodes"] = std::move(nodes);
  value["truncated"] = changes.count.Sum() > changes.list.size();
  return value;
}

}  // namespace

Result<std::string> WhatIfText(const GraphView& graph, const WhatIf& answer, const Filter& filter,
                               const Terminal& terminal) {
  STEMMA_ASSIGN(std::vector<std::string> removed, graph.Ids(filter.without));
  std::transform(removed.begin(), removed.end(), removed.begin(),
                 [](const std::string& id) { return Printable(id); });
  const std::string names = Enumerated(removed, kRemovedNamed);
  const bool changes = answer.lost.count.Sum() + answer.deeper.count.Sum() > 0;
  const std::string sentence =
      changes ? Summary(answer, names) : Unchanged(answer, names, removed.size());
  std::string text;
  constexpr size_t kLinesMax = 50;
  for (const std::string& line :
       WrapWords(sentence, terminal.columns, terminal.columns, kLinesMax)) {
    text += Render({{line}}, terminal, terminal.columns) + "\n";
  }
  STEMMA_ASSIGN(const std::string lost,
                ListText(graph, "no origin is left", answer.lost, terminal));
  STEMMA_ASSIGN(const std::string deeper,
                ListText(graph, "farther from an origin", answer.deeper, terminal));
  return text + lost + deeper;
}

Result<Json> WhatIfJson(const GraphView& graph, const WhatIf& answer, const Filter& filter) {
  STEMMA_ASSIGN(const std::vector<std::string> removed, graph.Ids(filter.without));
  STEMMA_ASSIGN(Json lost, ListJson(graph, answer.lost, /*with_after=*/false));
  STEMMA_ASSIGN(Json deeper, ListJson(graph, answer.deeper, /*with_after=*/true));
  Json through = Json::object();
  through["works"] = answer.through.works;
  through["claims"] = answer.through.claims;
  Json value = Json::object();
  value["without"] = removed;
  value["works"] = answer.all.works;
  value["claims"] = answer.all.claims;
  value["through"] = std::move(through);
  value["lost"] = std::move(lost);
  value["deeper"] = std::move(deeper);
  return value;
}

}  // namespace stemma
