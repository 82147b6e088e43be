#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/hand_assertion.h"
#include "cli/node_names.h"
#include "cli/trace_text_line.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

struct SetArguments {
  std::string id;
  std::string field;
  std::string value;
  bool unset = false;
  std::string kind;
  HandOptions hand;
  bool has_value = false;
};

// The fields whose values are not texts are written as people would say them.
Result<Field> FieldOf(const SetArguments& arguments) {
  constexpr std::array<std::string_view, 5> kFixed = {"id", "node", "kind", "at", "by"};
  const std::string& name = arguments.field;
  if (name.empty() || std::find(kFixed.begin(), kFixed.end(), name) != kFixed.end()) {
    return InvalidInput("FIELD: \"" + name + "\" is no field that can be set");
  }
  if (FirstInvalidUtf8(name) || FirstInvalidUtf8(arguments.value)) {
    return InvalidInput("FIELD and VALUE are expected to be UTF-8");
  }
  if (arguments.unset) {
    return Field{name, false, "null"};
  }
  if (name == "first_hand" || name == "unnamed") {
    return Field{name, false, arguments.value};
  }
  if (name == "aliases") {
    auto list = nlohmann::json::array();
    for (size_t begin = 0; begin <= arguments.value.size();) {
      const size_t end = std::min(arguments.value.find(';', begin), arguments.value.size());
      if (std::string alias = Printable(arguments.value.substr(begin, end - begin));
          !alias.empty()) {
        list.push_back(std::move(alias));
      }
      begin = end + 1;
    }
    return Field{name, false, list.dump()};
  }
  return Field{name, true, arguments.value};
}

// With --kind, a node that is not there yet; otherwise one that is.
Result<NodeAssertion> AssertionOf(const GraphView& graph, const SetArguments& arguments) {
  NodeAssertion assertion;
  if (!arguments.kind.empty()) {
    const auto kind = ParseNodeKind(arguments.kind);
    if (!kind) {
      return InvalidInput(
          "--kind: expected article, document, quote, claim, speaker or outlet, "
          "found \"" +
          arguments.kind + "\"");
    }
    assertion.id = arguments.id;
    assertion.kind = *kind;
  } else {
    auto node = ResolveNode(graph, arguments.id);
    if (!node.has_value()) {
      return InvalidInput(node.error().message + " (--kind makes a new node)");
    }
    STEMMA_ASSIGN(const NodeState state, graph.Node(*node, /*with_text=*/false));
    assertion.id = state.id;
    assertion.kind = state.kind;
  }
  STEMMA_ASSIGN(assertion.fields.emplace_back(), FieldOf(arguments));
  if (!arguments.hand.because.empty()) {
    assertion.fields.push_back({"because", true, arguments.hand.because});
  }
  return assertion;
}

Result<ExitStatus> RunSet(Context& context, const SetArguments& arguments) {
  if (arguments.unset == arguments.has_value) {
    return InvalidInput(arguments.unset ? "VALUE: --unset takes none" : "VALUE: expected one");
  }
  STEMMA_ASSIGN(const auto store, context.OpenToWrite());
  STEMMA_ASSIGN(NodeAssertion assertion, AssertionOf(store->View(), arguments));
  STEMMA_TRY(Complete(store->View(), arguments.hand, assertion));
  return StoreByHand(context, *store, assertion);
}

}  // namespace

void AddSetCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<SetArguments>();
  CLI::App* command =
      app.add_subcommand("set", "Set one field of a node by hand; what it was stays readable");
  command->add_option("ID", arguments->id, "The node")->required();
  command
      ->add_option("FIELD", arguments->field,
                   "name, title, text, date, lang, url, owner, first_hand, unnamed, aliases "
                   "(between semicolons), or one of your own")
      ->required();
  CLI::Option* value = command->add_option("VALUE", arguments->value, "What it is from now on");
  command->add_flag("--unset", arguments->unset, "Take the field away");
  command->add_option("--kind", arguments->kind, "Make the node if it is new: article, outlet, …")
      ->type_name("KIND");
  AddReasonOptions(*command, arguments->hand);
  command->footer("Example:\n  stemma set obs-news date 2019-11-27/..");
  command->callback([arguments, value, &chosen] {
    arguments->has_value = value->count() > 0;
    chosen = [arguments](Context& context) { return RunSet(context, *arguments); };
  });
}

}  // namespace stemma
