#include "cli/filter_options.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/node_names.h"
#include "graph/algo/filtered_view.h"
#include "graph/algo/folding.h"
#include "graph/base/edtf.h"

namespace stemma {
namespace {

// The last instant that `text` may mean: an instant itself, or the end of a date.
Result<Instant> LastInstant(std::string_view option, const std::string& text) {
  if (const auto instant = ParseInstant(text)) {
    return *instant;
  }
  const auto interval = ParseEdtf(text);
  if (!interval) {
    return InvalidInput(std::string(option) + ": " + interval.error().message);
  }
  if (interval->end == kDistantFuture) {
    return InvalidInput(std::string(option) + ": '" + text +
                        "' has no end, expected a date or an instant");
  }
  return interval->end - 1;
}

// Says which nodes are one with a node left out, and yet stay.
Status NoteFolded(const Context& context, const GraphView& graph, const Filter& filter) {
  Filter others = filter;
  others.without.clear();
  const FilteredView view(graph, others);
  Folding folding(view);
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding.GroupsOf(filter.without));
  for (size_t i = 0; i < groups.size(); ++i) {
    std::vector<NodeId> stay;
    for (NodeId member : folding.Of(groups[i]).members) {
      if (std::find(filter.without.begin(), filter.without.end(), member) == filter.without.end()) {
        stay.push_back(member);
      }
    }
    if (stay.empty()) {
      continue;
    }
    STEMMA_ASSIGN(const std::string left_out, IdOf(graph, filter.without[i]));
    STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(stay));
    std::string note = "--without " + left_out + ": folded with it, and still there: ";
    for (size_t n = 0; n < ids.size(); ++n) {
      note += (n == 0 ? "" : ", ") + ids[n];
    }
    context.Note(note);
  }
  return {};
}

}  // namespace

void AddFilterOptions(CLI::App& command, FilterOptions& options) {
  command
      .add_option("--without", options.without,
                  "As if this node did not exist (may be given several times)")
      ->type_name("ID")
      ->allow_extra_args(false);
  command
      .add_option("--as-of", options.as_of,
                  "Only works that may have been published by then; undated ones stay")
      ->type_name("DATE");
  command.add_option("--known-at", options.known_at, "Only what had been asserted by then")
      ->type_name("INSTANT");
  command
      .add_option("--min-confidence", options.min_confidence,
                  "Only edges at least this sure, from 0 to 1")
      ->type_name("X");
}

Result<Filter> MakeFilter(const Context& context, const GraphView& graph,
                          const FilterOptions& options) {
  Filter filter;
  if (!options.as_of.empty()) {
    STEMMA_ASSIGN(filter.as_of, LastInstant("--as-of", options.as_of));
  }
  if (!options.known_at.empty()) {
    STEMMA_ASSIGN(filter.known_at, LastInstant("--known-at", options.known_at));
  }
  if (options.min_confidence) {
    if (!(*options.min_confidence >= 0 && *options.min_confidence <= 1)) {
      return InvalidInput("--min-confidence: expected a number from 0 to 1");
    }
    filter.confidence_min = *options.min_confidence;
  }
  for (const std::string& text : options.without) {
    auto node = ResolveNode(graph, text);
    if (!node) {
      return Fail(node.error().code, "--without: " + node.error().message);
    }
    if (std::find(filter.without.begin(), filter.without.end(), *node) == filter.without.end()) {
      filter.without.push_back(*node);
    }
  }
  if (!filter.without.empty()) {
    STEMMA_TRY(NoteFolded(context, graph, filter));
  }
  return filter;
}

}  // namespace stemma
