// --without, --as-of, --known-at and --min-confidence, the same on every command that asks.
//
// Source: docs/commands/.
// Thread safety: one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace CLI {
class App;
}

namespace stemma {

struct FilterOptions {
  std::vector<std::string> without;
  std::string as_of;
  std::string known_at;
  std::optional<double> min_confidence;
};

// `options` must live as long as `command`.
void AddFilterOptions(CLI::App& command, FilterOptions& options);

// InvalidInput names the option. `--as-of` and `--known-at` take a date (its last instant) or an
// instant. Notes on `context.err` when nodes folded with one of `without` stay.
Result<Filter> MakeFilter(const Context& context, const GraphView& graph,
                          const FilterOptions& options);

}  // namespace stemma
