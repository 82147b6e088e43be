#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/hand_assertion.h"
#include "cli/node_names.h"

namespace stemma {
namespace {

struct WithdrawArguments {
  std::string from;
  std::string kind;
  std::string to;
  HandOptions hand;
};

// The edge as asked or, because being the same has no direction, the other way round.
Result<RecordedEdge> Recorded(const GraphView& graph, const EdgeKey& key) {
  STEMMA_ASSIGN(RecordedEdge recorded, FindRecordedEdge(graph, key));
  if (recorded.said.empty() && key.kind == EdgeKind::kSameAs) {
    return FindRecordedEdge(graph, {key.to, key.kind, key.from});
  }
  return recorded;
}

Result<ExitStatus> RunWithdraw(Context& context, const WithdrawArguments& arguments) {
  STEMMA_ASSIGN(const EdgeKind kind, ResolveEdgeKind(arguments.kind));
  STEMMA_ASSIGN(const auto store, context.OpenToWrite());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const NodeId from, ResolveNode(graph, arguments.from));
  STEMMA_ASSIGN(const NodeId to, ResolveNode(graph, arguments.to));
  STEMMA_ASSIGN(const RecordedEdge recorded, Recorded(graph, {from, kind, to}));
  if (recorded.said.empty()) {
    return InvalidInput("there is no edge " + arguments.from + " " + std::string(Name(kind)) + " " +
                        arguments.to + " to withdraw");
  }
  EdgeAssertion assertion = recorded.said[recorded.deciding].assertion;
  if (assertion.status == AssertionStatus::kWithdrawn) {
    return InvalidInput("the edge " + assertion.from + " " + std::string(Name(kind)) + " " +
                        assertion.to + " is withdrawn already");
  }
  // What the edge said stays readable in the withdrawal; its reasons are those of the withdrawal.
  assertion.status = AssertionStatus::kWithdrawn;
  assertion.evidence.clear();
  assertion.method.reset();
  assertion.confidence.reset();
  assertion.because.reset();
  assertion.extra.clear();
  STEMMA_TRY(Complete(context, graph, recorded.key.from, arguments.hand, assertion));
  return StoreByHand(context, *store, assertion);
}

}  // namespace

void AddWithdrawCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<WithdrawArguments>();
  CLI::App* command = app.add_subcommand(
      "withdraw", "Say by hand that an edge no longer holds; nothing is deleted");
  command->add_option("FROM", arguments->from, "The newer, citing node")->required();
  command->add_option("KIND", arguments->kind, "cites, derived_from, quoted_from, …")->required();
  command->add_option("TO", arguments->to, "The older, cited node")->required();
  AddHandOptions(*command, arguments->hand);
  command->footer(
      "Example:\n  stemma withdraw obs-news derived_from afp-ar --because \"no such text\"");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunWithdraw(context, *arguments); };
  });
}

}  // namespace stemma
