#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/trace_text_line.h"
#include "cli/whole_number.h"
#include "graph/model/redaction.h"

namespace stemma {
namespace {

struct LogArguments {
  std::string since;
  uint64_t limit = 0;
  bool commits = false;
  bool head = false;
};

Result<Instant> SinceOf(const std::string& text) {
  if (text.empty()) {
    return kDistantPast;
  }
  if (const auto instant = ParseInstant(text)) {
    return *instant;
  }
  const auto date = ParseEdtf(text);
  if (!date.has_value()) {
    return InvalidInput("--since: " + date.error().message);
  }
  return date->start;
}

std::string WhatOf(const NodeAssertion& node) {
  std::string what = std::string(Name(node.kind)) + " " + node.id;
  const auto why = std::find_if(node.fields.begin(), node.fields.end(),
                                [](const Field& field) { return field.name == kRedactedField; });
  if (why != node.fields.end()) {
    return what + ", redacted: " + why->value;
  }
  constexpr size_t kFieldsNamed = 4;
  for (size_t i = 0; i < node.fields.size() && i < kFieldsNamed; ++i) {
    what += (i == 0 ? ": " : ", ") + node.fields[i].name;
  }
  return what + (node.fields.size() > kFieldsNamed ? ", …" : "");
}

std::string WhatOf(const EdgeAssertion& edge) {
  std::string what = edge.from + " " + std::string(Name(edge.kind)) + " " + edge.to;
  if (edge.judgement != Judgement::kNone) {
    what += " (" + std::string(Name(edge.judgement)) + ")";
  }
  if (edge.status != AssertionStatus::kAsserted) {
    what += ", " + std::string(Name(edge.status));
  }
  return edge.because ? what + ": " + *edge.because : what;
}

// When, by whom, what.
template <class Assertion>
void PrintLine(const Context& context, const Assertion& assertion) {
  const Line line = {{FormatInstant(assertion.at), Tint::kDim},
                     {"  " + Printable(assertion.by.value_or("-")) + "  ", Tint::kCyan},
                     {Printable(WhatOf(assertion)), Tint::kPlain}};
  context.out << Render(line, context.terminal, context.terminal.columns) << "\n";
}

template <class Assertion>
void Print(const Context& context, const Assertion& assertion, uint64_t count) {
  if (context.json) {
    // One value, written as it is read: a log may be longer than memory.
    context.out << (count == 0 ? "" : ",") << JsonOf(assertion).dump();
  } else {
    PrintLine(context, assertion);
  }
}

using Json = nlohmann::ordered_json;

Json HeadJson(const std::optional<CommitEntry>& last) {
  return last ? Json(TextOf(HeadOf(*last))) : Json(nullptr);
}

// What can be published of the log.
Result<ExitStatus> RunHead(const Context& context) {
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  STEMMA_ASSIGN(const auto last, store->LastCommit());
  const Json head = HeadJson(last);
  if (context.json) {
    context.out << Dump({{"head", head}});
  } else if (!last) {
    context.Note("nothing was committed yet");
  } else {
    context.out << head.get<std::string>() << "\n";
  }
  return ExitStatus::kDone;
}

// Newest first.
Result<ExitStatus> RunCommits(const Context& context, const LogArguments& arguments) {
  STEMMA_ASSIGN(const Instant since, SinceOf(arguments.since));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  STEMMA_ASSIGN(const std::vector<CommitEntry> commits, store->Commits());
  const Json head = HeadJson(commits.empty() ? std::nullopt : std::optional(commits.back()));
  Json list = Json::array();
  for (auto entry = commits.rbegin(); entry != commits.rend(); ++entry) {
    if (entry->at < since || (arguments.limit > 0 && list.size() == arguments.limit)) {
      break;
    }
    list.push_back({{"commit", entry->number},
                    {"at", FormatInstant(entry->at)},
                    {"assertions", entry->assertions},
                    {"redacted", entry->redacted},
                    {"root", Hex(entry->root)},
                    {"head", TextOf(HeadOf(*entry))}});
    if (!context.json) {
      context.out << list.back()["head"].get<std::string>() << "  " << FormatInstant(entry->at)
                  << "  "
                  << (entry->redacted == 0
                          ? Counted(entry->assertions, "assertion", "assertions")
                          : Counted(entry->redacted, "assertion", "assertions") + " redacted")
                  << "\n";
    }
  }
  if (context.json) {
    context.out << Dump({{"head", head}, {"commits", list}});
  } else if (list.empty()) {
    context.Note("nothing was committed since then");
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> RunLog(Context& context, const LogArguments& arguments) {
  if (arguments.head) {
    return RunHead(context);
  }
  if (arguments.commits) {
    return RunCommits(context, arguments);
  }
  STEMMA_ASSIGN(const Instant since, SinceOf(arguments.since));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  uint64_t count = 0;
  if (context.json) {
    context.out << "{\"assertions\":[";
  }
  const Status scanned =
      store->View().ScanLog(since, [&](const ArrivedNode* node, const ArrivedEdge* edge) {
        if (node != nullptr) {
          Print(context, node->assertion, count);
        } else {
          Print(context, edge->assertion, count);
        }
        ++count;
        return count != arguments.limit;
      });
  STEMMA_TRY(scanned);
  if (context.json) {
    context.out << "]}\n";
  } else if (count == 0) {
    context.Note("nothing was asserted since then");
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddLogCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<LogArguments>();
  CLI::App* command =
      app.add_subcommand("log", "What was asserted, when and by whom, newest first");
  command->add_option("--since", arguments->since, "Only from then on: a date or an instant")
      ->type_name("T");
  WholeNumber(command->add_option("--limit", arguments->limit, "Only so many; all when not given"));
  command->add_flag("--commits", arguments->commits,
                    "The commits in which it was, each with the head of the log after it");
  command->add_flag("--head", arguments->head,
                    "The newest head alone: who has it can tell whether the log was altered");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunLog(context, *arguments); };
  });
}

}  // namespace stemma
