#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/head_option.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/severity_option.h"
#include "cli/trace_text_line.h"
#include "graph/algo/folding.h"
#include "storage/repair.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct CheckArguments {
  std::string fail_on = "warning";
  bool log = false;
  bool repair = false;
  std::string head;
};

// Of the store as a whole; what an audit finds in texts has more to it (graph/audit/finding.h).
struct StoreFinding {
  Severity severity = Severity::kError;
  std::string rule;
  std::string message;
};

std::string Joined(const std::vector<std::string>& ids, const std::string& between) {
  std::string text;
  for (const std::string& id : ids) {
    text += (text.empty() ? "" : between) + id;
  }
  return text;
}

// Judgements that contradict each other: the store is whole, its content needs a person.
Status AddConflicts(const GraphView& graph, std::vector<StoreFinding>& findings) {
  STEMMA_ASSIGN(const auto same, FindSameConflicts(graph));
  for (const SameConflict& conflict : same) {
    STEMMA_ASSIGN(const std::string a, IdOf(graph, conflict.a));
    STEMMA_ASSIGN(const std::string b, IdOf(graph, conflict.b));
    STEMMA_ASSIGN(const std::vector<std::string> chain, graph.Ids(conflict.chain));
    findings.push_back(
        {Severity::kWarning, "same-different",
         a + " and " + b + " are judged different, and yet are one by: " + Joined(chain, " = ")});
  }
  STEMMA_ASSIGN(const auto parts, FindPartConflicts(graph));
  for (const PartConflict& conflict : parts) {
    STEMMA_ASSIGN(const std::string part, IdOf(graph, conflict.part));
    STEMMA_ASSIGN(const std::vector<std::string> wholes, graph.Ids(conflict.wholes));
    findings.push_back(
        {Severity::kWarning, "part-of-several",
         part + " is part of several documents, the newest is followed: " + Joined(wholes, ", ")});
  }
  return {};
}

// A head that was published, and now is none of the log.
Status AddStrangeHead(const StoreReader& store, const std::optional<Head>& head,
                      std::vector<StoreFinding>& findings) {
  if (!head) {
    return {};
  }
  STEMMA_ASSIGN(const std::vector<CommitEntry> commits, store.Commits());
  std::string found = "it has " + Counted(commits.size(), "commit", "commits");
  if (head->number > 0 && head->number <= commits.size()) {
    const Head here = HeadOf(commits[head->number - 1]);
    if (here == *head) {
      return {};
    }
    found = "its commit " + std::to_string(head->number) + " has " + TextOf(here);
  }
  findings.push_back(
      {Severity::kError, "log", "head " + TextOf(*head) + " is none of this log: " + found});
  return {};
}

Result<Repair> RepairDamaged(const Context& context, const Verification& verified) {
  constexpr size_t kShown = 5;  // most follow from the first
  const size_t shown = std::min(kShown, verified.findings.size());
  for (size_t i = 0; i < shown; ++i) {
    context.Note("damaged: " + verified.findings[i]);
  }
  if (verified.found > shown) {
    context.Note("and " + Counted(verified.found - shown, "finding", "findings") + " more");
  }
  Context::KeepFilesPrivate();
  STEMMA_ASSIGN(Repair repair, RepairStore(context.db));
  context.Note(
      "rebuilt from what was said: " + Counted(repair.assertions, "assertion", "assertions") +
      "; the damaged database is kept in " + repair.kept.string());
  for (const std::string& what : repair.what) {
    context.Note("lost: " + what);
  }
  if (repair.what.empty()) {
    context.Note("nothing was lost");
  }
  return repair;
}

Json JsonOf(const std::optional<Repair>& repair) {
  return repair ? Json{{"assertions", repair->assertions},
                       {"assertions_lost", repair->lost},
                       {"lost", repair->what},
                       {"kept", repair->kept.string()}}
                : Json(nullptr);
}

void Print(const Context& context, const Verification& verified,
           const std::vector<StoreFinding>& findings, uint64_t left_out, LogCheck log,
           const std::optional<Repair>& repair) {
  if (context.json) {
    Json list = Json::array();
    for (const StoreFinding& finding : findings) {
      list.push_back({{"severity", Name(finding.severity)},
                      {"rule", finding.rule},
                      {"message", finding.message}});
    }
    context.out << Dump(
        Json{{"findings", list},
             {"left_out", left_out},
             {"repair", JsonOf(repair)},
             {"log",
              {{"commits", verified.commits},
               {"head", verified.commits == 0 ? Json(nullptr) : Json(TextOf(verified.head))},
               {"roots_checked", log == LogCheck::kRoots}}},
             {"checked",
              {{"nodes", verified.nodes},
               {"edges", verified.edges},
               {"assertions", verified.assertions}}}});
    return;
  }
  for (const StoreFinding& finding : findings) {
    context.out << Name(finding.severity) << ": " << finding.message << "\n";
  }
  if (left_out > 0) {
    context.out << "and " << left_out << " more\n";
  }
  if (!context.quiet) {
    context.out << (findings.empty() ? "sound"
                                     : Counted(findings.size() + left_out, "finding", "findings"))
                << ": " << Counted(verified.nodes, "node", "nodes") << ", "
                << Counted(verified.edges, "edge", "edges") << ", "
                << Counted(verified.assertions, "assertion", "assertions") << " read\n";
    if (log == LogCheck::kRoots && verified.commits > 0) {
      context.out << "log: " << Counted(verified.commits, "commit", "commits")
                  << ", each compared with what is stored of it; head " << TextOf(verified.head)
                  << "\n";
    }
  }
}

Result<ExitStatus> RunCheck(Context& context, const CheckArguments& arguments) {
  STEMMA_ASSIGN(const Severity threshold, SeverityOption("--fail-on", arguments.fail_on));
  STEMMA_ASSIGN(const std::optional<Head> head, HeadOption(arguments.head));
  const LogCheck log = arguments.log || head ? LogCheck::kRoots : LogCheck::kChain;
  STEMMA_TRY(context.RequireStore());
  std::optional<Repair> repair;
  STEMMA_ASSIGN(Verification verified,
                VerifyStore(context.db, arguments.repair ? LogCheck::kRoots : log));
  if (arguments.repair && verified.found == 0) {
    context.Note("nothing is damaged, and nothing was repaired");
  } else if (arguments.repair) {
    STEMMA_ASSIGN(repair, RepairDamaged(context, verified));
    STEMMA_ASSIGN(verified, VerifyStore(context.db, log));
  }
  std::vector<StoreFinding> findings;
  for (const std::string& damage : verified.findings) {
    findings.push_back({Severity::kError, "damage", damage});
  }
  if (findings.empty()) {
    STEMMA_ASSIGN(const auto store, context.OpenToRead());
    STEMMA_TRY(AddConflicts(store->View(), findings));
    STEMMA_TRY(AddStrangeHead(*store, head, findings));
  }
  Print(context, verified, findings, verified.found - verified.findings.size(), log, repair);
  for (const StoreFinding& finding : findings) {
    if (finding.severity >= threshold) {
      return ExitStatus::kFindings;
    }
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddCheckCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = app.add_subcommand(
      "check", "Read the whole store: is it undamaged, and do its judgements agree?");
  command
      ->add_option("--fail-on", arguments->fail_on,
                   "Exit 1 at this severity: note, warning or error")
      ->type_name("SEVERITY")
      ->capture_default_str();
  command->add_flag("--log", arguments->log,
                    "Compare each commit of the log with what is stored of it");
  command->add_flag("--repair", arguments->repair,
                    "Make a damaged store whole from what was said, as far as that can be read");
  command
      ->add_option("--head", arguments->head,
                   "--log, and: is this head, once published, one of this log?")
      ->type_name("HEAD");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunCheck(context, *arguments); };
  });
}

}  // namespace stemma
