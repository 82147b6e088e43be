#include "cli/depth_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "cli/corrections_text.h"
#include "cli/text_writer.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

constexpr std::array kCountedEnds = {ChainEnd::kOrigin,  ChainEnd::kAttributed,
                                     ChainEnd::kUnnamed, ChainEnd::kOutletOnly,
                                     ChainEnd::kDeadEnd, ChainEnd::kCircle};

std::string DepthWords(const Depth& depth) {
  if (!depth.min) {
    return "no origin recorded";
  }
  if (*depth.min == 0) {
    return "an origin";
  }
  const std::string words = Counted(*depth.min, "hop", "hops") + " to the nearest origin";
  return depth.max == depth.min ? words
                                : words + ", " + std::to_string(*depth.max) + " by the longest way";
}

std::string EndsWords(const NodeDepth& depth) {
  std::string words;
  for (const ChainEnd end : kCountedEnds) {
    const uint64_t count = depth.ends[static_cast<size_t>(end)];
    if (count > 0) {
      const std::string name =
          end == ChainEnd::kOrigin && count > 1 ? "origins" : std::string(Name(end));
      words += (words.empty() ? "" : ", ") + std::to_string(count) + " " + name;
    }
  }
  return words;
}

}  // namespace

Result<std::string> DepthText(const GraphView& graph, std::span<const NodeDepth> depths,
                              const Filter& filter, const Terminal& terminal) {
  TextWriter writer(terminal);
  const FilteredView view(graph, filter);
  Corrections corrections(view);
  for (const NodeDepth& depth : depths) {
    const std::vector<NodeId> asked = {depth.node};
    STEMMA_ASSIGN(const std::vector<std::string> id, graph.Ids(asked));
    writer.Put({{Printable(id.front()), Tint::kBold},
                {" · " + std::string(Name(depth.kind)) + ": ", Tint::kPlain},
                {DepthWords(depth.depth), depth.depth.min ? Tint::kGreen : Tint::kYellow}});
    if (!depth.is_certain) {
      Filter certain = filter;
      certain.with_uncertain = false;
      STEMMA_ASSIGN(const NodeDepth without, DepthOf(graph, depth.node, certain));
      if (without.depth != depth.depth) {
        writer.Wrap("without inferred and disputed edges: " + DepthWords(without.depth));
      }
    }
    writer.Wrap("its chains end in: " + EndsWords(depth));
    if (depth.witness.size() > 1) {
      STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(depth.witness));
      std::string way = "a shortest chain: ";
      for (size_t i = 0; i < ids.size(); ++i) {
        way += (i == 0 ? "" : " → ") + Printable(ids[i]);
      }
      writer.Wrap(way);
    }
    std::vector<NodeId> shown = asked;
    shown.insert(shown.end(), depth.witness.begin(), depth.witness.end());
    STEMMA_ASSIGN(const std::string corrected, CorrectionWords(graph, corrections, shown));
    if (!corrected.empty()) {
      writer.Wrap("corrections on record: " + corrected);
    }
  }
  return writer.Take();
}

Result<std::string> DistributionText(const GraphView& graph, const DepthDistribution& distribution,
                                     const Terminal& terminal) {
  TextWriter writer(terminal);
  if (distribution.works == 0) {
    return std::string("no works to measure\n");
  }
  writer.Put(
      {{Counted(distribution.works, "work", "works") + ": " + std::to_string(distribution.reached) +
        " reach an origin, " + std::to_string(distribution.unreached) + " do not"}});
  if (distribution.attributed > 0) {
    writer.Wrap("of those that do not, " + std::to_string(distribution.attributed) +
                " print words of a named speaker");
  }
  uint64_t most = 1;
  for (const auto& [hops, works] : distribution.histogram) {
    most = std::max(most, works);
  }
  const size_t bar_columns = terminal.columns - 30;
  for (const auto& [hops, works] : distribution.histogram) {
    std::string label = Counted(hops, "hop", "hops");
    label.insert(0, label.size() < 9 ? 9 - label.size() : 0, ' ');
    const auto length = static_cast<size_t>(std::max<uint64_t>(1, works * bar_columns / most));
    std::string bar;
    for (size_t i = 0; i < length; ++i) {
      bar += "█";
    }
    writer.Put({{label + "  "}, {bar, Tint::kCyan}, {" " + std::to_string(works)}});
  }
  if (!distribution.deepest.empty()) {
    writer.Put({{"deepest", Tint::kBold}});
  }
  for (const WorkDepth& work : distribution.deepest) {
    const std::vector<NodeId> asked = {work.node};
    STEMMA_ASSIGN(const std::vector<std::string> id, graph.Ids(asked));
    writer.Put({{"  " + Printable(id.front())}, {"  " + DepthWords(work.depth), Tint::kDim}});
  }
  return writer.Take();
}

}  // namespace stemma
