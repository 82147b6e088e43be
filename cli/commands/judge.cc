#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/hand_assertion.h"
#include "cli/node_names.h"

namespace stemma {
namespace {

struct JudgeArguments {
  std::string a;
  std::string b;
  HandOptions hand;
};

Result<ExitStatus> RunJudge(Context& context, const JudgeArguments& arguments,
                            Judgement judgement) {
  STEMMA_ASSIGN(const auto store, context.OpenToWrite());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const NodeId a, ResolveNode(graph, arguments.a));
  STEMMA_ASSIGN(const NodeId b, ResolveNode(graph, arguments.b));
  if (a == b) {
    return InvalidInput("A and B are one node already");
  }
  EdgeAssertion assertion;
  assertion.kind = EdgeKind::kSameAs;
  assertion.judgement = judgement;
  STEMMA_ASSIGN(assertion.from, IdOf(graph, a));
  STEMMA_ASSIGN(assertion.to, IdOf(graph, b));
  STEMMA_TRY(Complete(context, graph, a, arguments.hand, assertion));
  return StoreByHand(context, *store, assertion);
}

CLI::App* AddJudgeCommand(CLI::App& app, Action& chosen, Judgement judgement,
                          const std::string& description, const std::string& meaning_of_b) {
  const auto arguments = std::make_shared<JudgeArguments>();
  CLI::App* command = app.add_subcommand(std::string(Name(judgement)), description);
  command->add_option("A", arguments->a, "One node")->required();
  command->add_option("B", arguments->b, meaning_of_b)->required();
  AddHandOptions(*command, arguments->hand);
  command->callback([arguments, judgement, &chosen] {
    chosen = [arguments, judgement](Context& context) {
      return RunJudge(context, *arguments, judgement);
    };
  });
  return command;
}

}  // namespace

void AddSameCommand(CLI::App& app, Action& chosen) {
  AddJudgeCommand(app, chosen, Judgement::kSame,
                  "Judge that two nodes are the same: questions then see one. Reversible",
                  "The other, which is the one shown")
      ->footer("Example:\n  stemma same afp-paris afp --because \"the same agency\"");
}

void AddDifferentCommand(CLI::App& app, Action& chosen) {
  AddJudgeCommand(app, chosen, Judgement::kDifferent,
                  "Judge that two nodes are different: undoes an earlier `same`", "The other")
      ->footer("Example:\n  stemma different j-smith john-smith");
}

}  // namespace stemma
