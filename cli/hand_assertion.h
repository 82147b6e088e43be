// One assertion made by hand: what link, withdraw, same, different and set have in common.
//
// A hand assertion is a person's (it has no method), it always says when it was made, and it is
// newer than all that was said of the same edge or node, so that it decides from then on.
// Source: docs/json.md, docs/commands/.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "graph/base/result.h"
#include "graph/model/assertion.h"
#include "graph/model/graph_view.h"

namespace CLI {
class App;
}

namespace stemma {

struct HandOptions {
  std::string quote;
  std::optional<uint64_t> occurrence;  // from 1
  std::string because;
  std::string by;
};

// --quote, --occurrence, --because, --by. `options` must live as long as `command`.
void AddHandOptions(CLI::App& command, HandOptions& options);
// --because and --by alone, for what has no text to quote.
void AddReasonOptions(CLI::App& command, HandOptions& options);

// --by, else $STEMMA_USER, else the login name.
std::string WhoSaysSo(const HandOptions& options);

// Fills in by, because, at, and the evidence from the text of `from`. InvalidInput when the words
// are not in it; a note when they are there several times and none was chosen.
Status Complete(const Context& context, const GraphView& graph, NodeId from,
                const HandOptions& options, EdgeAssertion& assertion);
Status Complete(const GraphView& graph, const HandOptions& options, NodeAssertion& assertion);

// What is recorded of an edge, and which assertion of it decides. Empty when nothing is.
struct RecordedEdge {
  EdgeKey key;
  std::vector<ArrivedEdge> said;
  size_t deciding = 0;
};
Result<RecordedEdge> FindRecordedEdge(const GraphView& graph, const EdgeKey& key);

// Stores it, alone, and says so on standard output.
Result<ExitStatus> StoreByHand(Context& context, StoreWriter& store,
                               const EdgeAssertion& assertion);
Result<ExitStatus> StoreByHand(Context& context, StoreWriter& store,
                               const NodeAssertion& assertion);

}  // namespace stemma
