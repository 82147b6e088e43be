#include <algorithm>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/hand_assertion.h"
#include "graph/audit/auditor.h"

namespace stemma {
namespace {

struct ClearArguments {
  std::string finding;
  bool undo = false;
  HandOptions hand;
};

// The work that the finding is of; InvalidInput when there is no such finding, so that an answer to
// a misspelt one is not stored.
Result<NodeState> WorkOf(const GraphView& graph, const std::string& id, bool undo) {
  const FindingName name = ParseFindingId(id);
  if (name.node.empty()) {
    return InvalidInput("\"" + id + "\" is no finding, expected ID~RULE~HASH as audit prints it");
  }
  STEMMA_ASSIGN(const auto node, graph.Find(name.node));
  if (!node) {
    return InvalidInput("no node \"" + name.node + "\": only findings of stored works are cleared");
  }
  STEMMA_ASSIGN(NodeState state, graph.Node(*node, /*with_text=*/false));
  const bool is_cleared = state.Text(ClearedField(name.finding)).has_value();
  if (is_cleared != undo) {
    return InvalidInput(id + (undo ? " was not cleared" : " is cleared already"));
  }
  if (!undo) {
    STEMMA_ASSIGN(const Authority authority, Authority::Shipped());
    Auditor auditor(authority, &graph, {{name.rule}});
    STEMMA_ASSIGN(const Audited audited, auditor.AuditWork(*node));
    const bool is_there = std::any_of(audited.findings.begin(), audited.findings.end(),
                                      [&](const Finding& finding) { return finding.id == id; });
    if (!is_there) {
      return InvalidInput("no finding \"" + id + "\" (stemma audit " + name.node +
                          " lists those of it)");
    }
  }
  return state;
}

Result<ExitStatus> RunClear(Context& context, const ClearArguments& arguments) {
  if (arguments.hand.because.empty() && !arguments.undo) {
    return InvalidInput("--because: expected the reason, which is what is stored");
  }
  STEMMA_ASSIGN(const auto store, context.OpenToWrite());
  STEMMA_ASSIGN(const NodeState work, WorkOf(store->View(), arguments.finding, arguments.undo));
  NodeAssertion assertion;
  assertion.id = work.id;
  assertion.kind = work.kind;
  const std::string field = ClearedField(ParseFindingId(arguments.finding).finding);
  assertion.fields.push_back(arguments.undo ? Field{field, false, "null"}
                                            : Field{field, true, arguments.hand.because});
  STEMMA_TRY(Complete(store->View(), arguments.hand, assertion));
  return StoreByHand(context, *store, assertion);
}

}  // namespace

void AddClearCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ClearArguments>();
  CLI::App* command = app.add_subcommand(
      "clear", "Answer a finding of audit: it is not raised again while the words stay");
  command->add_option("FINDING", arguments->finding, "As audit prints it: ID~RULE~HASH")
      ->required();
  command->add_flag("--undo", arguments->undo, "Take the answer back");
  AddReasonOptions(*command, arguments->hand);
  command->footer(
      "Example:\n  stemma clear obs-news~quote-odd~5c1f09e2 --because \"so in the ministry's "
      "text\"");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunClear(context, *arguments); };
  });
}

}  // namespace stemma
