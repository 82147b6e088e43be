// Which part of the store an export or a picture is of: the filters', and what is near some nodes.
//
// Source: docs/commands/export.md. Thread safety: one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "cli/context.h"
#include "cli/filter_options.h"
#include "graph/algo/filtered_graph.h"
#include "graph/algo/neighbourhood.h"
#include "graph/export/export_report.h"

namespace stemma {

struct PartOptions {
  std::vector<std::string> ids;
  std::optional<uint32_t> hops;
  std::string direction;
  FilterOptions filter;
};

// ID, --hops, --direction and the filters. `options` must live as long as `command`.
void AddPartOptions(CLI::App& command, PartOptions& options);

// What of the store an export is given, and what it was made from.
struct Part {
  FilteredGraph graph;
  Filter filter;  // with `hidden` among `without`
  std::vector<NodeId> asked;
  bool is_cut = false;  // more is near than `nodes_max`
};

// `hidden` are left out as if they did not exist. InvalidInput names the option, or the ID that is
// left out by one.
Result<Part> SelectPart(const Context& context, const GraphView& graph, const PartOptions& options,
                        const std::unordered_set<NodeId>& hidden, size_t nodes_max);

// The nodes that what is made to be shown leaves out: those marked private, or none.
Result<std::unordered_set<NodeId>> HiddenNodes(const GraphView& graph, bool with_private);

// How many there are, `most` at most. A scan that ends there.
Result<size_t> NodesUpTo(const GraphView& graph, size_t most);

// InvalidInput when nothing is left to show in a `format`, or more than it can: which says how
// many.
Status RequireSize(const Part& part, const std::string& format, size_t nodes_max);

// Says on standard error what an export left out, and what else there is to know of it.
void NoteReport(const Context& context, const std::string& format, const ExportReport& report);

}  // namespace stemma
