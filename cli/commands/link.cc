#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/hand_assertion.h"
#include "cli/node_names.h"

namespace stemma {
namespace {

struct LinkArguments {
  std::string from;
  std::string kind;
  std::string to;
  std::string status;
  std::string how;
  std::string as_printed;
  std::vector<std::string> claims;
  bool inherited = false;
  std::optional<double> confidence;
  HandOptions hand;
};

Result<EdgeAssertion> AssertionOf(const GraphView& graph, const LinkArguments& arguments,
                                  NodeId from, NodeId to) {
  EdgeAssertion assertion;
  const auto kind = ParseEdgeKind(arguments.kind);
  if (!kind) {
    return InvalidInput("KIND: expected cites, derived_from or another kind of edge, found \"" +
                        arguments.kind + "\"");
  }
  assertion.kind = *kind;
  STEMMA_ASSIGN(assertion.from, IdOf(graph, from));
  STEMMA_ASSIGN(assertion.to, IdOf(graph, to));
  if (!arguments.status.empty()) {
    const auto status = ParseAssertionStatus(arguments.status);
    if (!status) {
      return InvalidInput(
          "--status: expected asserted, extracted, inferred, disputed or "
          "withdrawn, found \"" +
          arguments.status + "\"");
    }
    assertion.status = *status;
  }
  if (assertion.kind == EdgeKind::kSameAs) {
    assertion.judgement = Judgement::kSame;
  }
  if (!arguments.how.empty()) {
    assertion.how = arguments.how;
  }
  if (!arguments.as_printed.empty()) {
    assertion.as_printed = arguments.as_printed;
  }
  for (const std::string& text : arguments.claims) {
    STEMMA_ASSIGN(const NodeId claim, ResolveNode(graph, text));
    STEMMA_ASSIGN(assertion.claims.emplace_back(), IdOf(graph, claim));
  }
  assertion.inherited = arguments.inherited;
  if (arguments.confidence) {
    assertion.confidence = Confidence{false, 0, 0, *arguments.confidence};
  }
  return assertion;
}

Result<ExitStatus> RunLink(Context& context, const LinkArguments& arguments) {
  STEMMA_ASSIGN(const auto store, context.OpenToWrite());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const NodeId from, ResolveNode(graph, arguments.from));
  STEMMA_ASSIGN(const NodeId to, ResolveNode(graph, arguments.to));
  STEMMA_ASSIGN(EdgeAssertion assertion, AssertionOf(graph, arguments, from, to));
  STEMMA_TRY(Complete(context, graph, from, arguments.hand, assertion));
  return StoreByHand(context, *store, assertion);
}

}  // namespace

void AddLinkCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<LinkArguments>();
  CLI::App* command =
      app.add_subcommand("link", "Say by hand that one node cites, quotes or copies another");
  command->add_option("FROM", arguments->from, "The newer, citing node")->required();
  command->add_option("KIND", arguments->kind, "cites, derived_from, quoted_from, …")->required();
  command->add_option("TO", arguments->to, "The older, cited node")->required();
  AddHandOptions(*command, arguments->hand);
  command
      ->add_option("--how", arguments->how,
                   "Of derived_from: copy, rewrite, translation, syndication or revision; of "
                   "corrects: correction, update, retraction or kill")
      ->type_name("HOW");
  command->add_option("--as-printed", arguments->as_printed, "The name as the work prints it")
      ->type_name("TEXT");
  command->add_option("--status", arguments->status, "asserted (the default), inferred or disputed")
      ->type_name("STATUS");
  command
      ->add_option("--claim", arguments->claims,
                   "The source serves this claim only (may be given several times)")
      ->type_name("ID")
      ->allow_extra_args(false);
  command->add_flag("--inherited", arguments->inherited,
                    "A credit taken over with the parent's text: not followed");
  command->add_option("--confidence", arguments->confidence, "From 0 to 1")->type_name("X");
  command->footer(
      "Example:\n  stemma link obs-news cites icij --quote \"(FIJI)\" --as-printed FIJI");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunLink(context, *arguments); };
  });
}

}  // namespace stemma
