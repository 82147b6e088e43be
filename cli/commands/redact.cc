#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/hand_assertion.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/trace_text_line.h"
#include "graph/base/utf8.h"
#include "storage/redaction.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct RedactArguments {
  std::vector<std::string> ids;
  HandOptions hand;
  bool with_quotes = false;
  bool dry_run = false;
};

// Whose words are to go, and how many quotes they print whose words stay.
struct Chosen {
  std::vector<std::string> ids;
  size_t quotes = 0;
};

Result<Chosen> ChosenOf(const GraphView& graph, const RedactArguments& arguments) {
  STEMMA_ASSIGN(std::vector<NodeId> nodes, ResolveNodes(graph, arguments.ids));
  STEMMA_ASSIGN(const auto printed, graph.Edges(nodes, Direction::kOut, SetOf(EdgeKind::kQuotes)));
  std::vector<NodeId> quotes;
  for (const std::vector<EdgeFacts>& edges : printed) {
    for (const EdgeFacts& edge : edges) {
      if (std::find(nodes.begin(), nodes.end(), edge.other) == nodes.end()) {
        quotes.push_back(edge.other);
      }
    }
  }
  if (arguments.with_quotes) {
    nodes.insert(nodes.end(), quotes.begin(), quotes.end());
    quotes.clear();
  }
  STEMMA_ASSIGN(std::vector<std::string> ids, graph.Ids(nodes));
  return Chosen{std::move(ids), quotes.size()};
}

Json JsonOf(const Redaction& redaction, const Chosen& chosen, bool dry_run) {
  Json still = Json::array();
  for (const StillPrinted& one : redaction.still) {
    still.push_back({{"node", one.node}, {"where", one.where}});
  }
  return {{"redacted", chosen.ids},
          {"assertions", redaction.lines},
          {"dry_run", dry_run},
          {"head", TextOf(redaction.head)},
          {"quotes_left", chosen.quotes},
          {"still_printed", {{"count", redaction.still_printed}, {"in", std::move(still)}}}};
}

void Warn(const Context& context, const Redaction& redaction, const Chosen& chosen, bool dry_run) {
  if (chosen.quotes > 0) {
    context.Note("the words of " + Counted(chosen.quotes, "quote", "quotes") +
                 " that it prints are nodes of their own, and stay; --with-quotes takes them too");
  }
  if (redaction.still_printed > 0) {
    std::string places;
    for (const StillPrinted& one : redaction.still) {
      places += (places.empty() ? "" : ", ") + one.node + " (" + one.where + ")";
    }
    context.Note("its names are still printed " +
                 Counted(redaction.still_printed, "time", "times") + ": " + Printable(places) +
                 (redaction.still.size() < redaction.still_printed ? ", …" : ""));
  }
  if (!dry_run) {
    context.Note("backups and exports made before hold the words still");
  }
}

Result<ExitStatus> RunRedact(Context& context, const RedactArguments& arguments) {
  if (arguments.hand.because.empty() && !arguments.dry_run) {
    return InvalidInput("--because: expected the reason, which is what stays");
  }
  const RedactionRequest reason{{}, arguments.hand.because, WhoSaysSo(arguments.hand)};
  if (FirstInvalidUtf8(reason.because) || FirstInvalidUtf8(reason.by)) {
    return InvalidInput("--because and --by are expected to be UTF-8");
  }
  Context::KeepFilesPrivate();
  Chosen chosen;
  {
    STEMMA_ASSIGN(const auto store, context.OpenToRead());
    STEMMA_ASSIGN(chosen, ChosenOf(store->View(), arguments));
  }
  const RedactionRequest request{chosen.ids, reason.because, reason.by};
  STEMMA_ASSIGN(const Redaction redaction, arguments.dry_run ? PlanRedaction(context.db, chosen.ids)
                                                             : RedactNodes(context.db, request));
  if (context.json) {
    context.out << Dump(JsonOf(redaction, chosen, arguments.dry_run));
  } else if (!context.quiet) {
    context.out << Counted(chosen.ids.size(), "node", "nodes")
                << (arguments.dry_run ? " would be redacted: " : " redacted: ")
                << Counted(redaction.lines, "assertion", "assertions")
                << (arguments.dry_run ? " would lose words"
                                      : " lost words for good; head of the log ")
                << (arguments.dry_run ? "" : TextOf(redaction.head)) << "\n";
  }
  Warn(context, redaction, chosen, arguments.dry_run);
  return ExitStatus::kDone;
}

}  // namespace

void AddRedactCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<RedactArguments>();
  CLI::App* command = app.add_subcommand(
      "redact", "Remove the words of nodes for good: texts, names, evidence, from history too");
  command->add_option("ID", arguments->ids, "The nodes: their ids, kinds and edges stay")
      ->required();
  command->add_flag("--with-quotes", arguments->with_quotes, "The quotes that they print as well");
  command->add_flag("--dry-run", arguments->dry_run, "Say what it would do, and do nothing");
  AddReasonOptions(*command, arguments->hand);
  command->footer("Example:\n  stemma redact obs-news --because \"takedown of 2026-11-28\"");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunRedact(context, *arguments); };
  });
}

}  // namespace stemma
