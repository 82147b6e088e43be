#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/import_progress.h"
#include "cli/json_output.h"
#include "cli/progress_line.h"
#include "graph/ingest/import.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct ImportArguments {
  std::vector<std::string> files;
  std::string from;
  std::string by;
  bool skip_bad = false;
};

std::string OrphanText(const Orphan& orphan) {
  const std::string words = orphan.exact.empty() ? "" : " (“" + orphan.exact + "”)";
  return "the new text of " + orphan.in + " no longer holds the evidence of " + orphan.from + " " +
         std::string(Name(orphan.kind)) + " " + orphan.to + words;
}

Json ReportJson(const ImportReport& report) {
  const Receipt& receipt = report.receipt;
  Json orphans = Json::array();
  for (const Orphan& orphan : receipt.orphans) {
    orphans.push_back({{"in", orphan.in},
                       {"from", orphan.from},
                       {"edge", Name(orphan.kind)},
                       {"to", orphan.to},
                       {"exact", orphan.exact}});
  }
  return {{"nodes", {{"new", receipt.nodes_new}, {"updated", receipt.nodes_updated}}},
          {"edges", {{"new", receipt.edges_new}, {"updated", receipt.edges_updated}}},
          {"unchanged", receipt.unchanged},
          {"rejected", receipt.rejected},
          {"rejections", report.rejected},
          {"orphaned", receipt.orphaned},
          {"orphans", orphans}};
}

void Print(const Context& context, const ImportReport& report) {
  const Receipt& receipt = report.receipt;
  for (const std::string& note : report.notes) {
    context.Note(note);
  }
  for (const std::string& line : report.rejected) {
    context.err << "stemma: left out: " << line << "\n";
  }
  if (receipt.rejected > report.rejected.size()) {
    context.err << "stemma: and " << receipt.rejected - report.rejected.size()
                << " more lines left out\n";
  }
  for (const Orphan& orphan : receipt.orphans) {
    context.Note(OrphanText(orphan));
  }
  if (receipt.orphaned > receipt.orphans.size()) {
    context.Note("and " + std::to_string(receipt.orphaned - receipt.orphans.size()) +
                 " more evidences that no longer fit");
  }
  if (context.json) {
    context.out << Dump(ReportJson(report));
  } else if (!context.quiet) {
    context.out << "nodes: " << receipt.nodes_new << " new, " << receipt.nodes_updated
                << " updated\nedges: " << receipt.edges_new << " new, " << receipt.edges_updated
                << " updated\nrejected: " << receipt.rejected << "\n";
    if (receipt.unchanged > 0) {
      context.out << "known already, as written: " << receipt.unchanged << "\n";
    }
  }
}

Result<ExitStatus> RunImport(Context& context, const ImportArguments& arguments) {
  ImportOptions options;
  if (!arguments.from.empty()) {
    options.format = ParseImportFormat(arguments.from);
    if (!options.format) {
      return InvalidInput("--from: expected jsonl or csv, found \"" + arguments.from + "\"");
    }
  }
  options.skip_bad = arguments.skip_bad;
  options.now = Now();
  if (!arguments.by.empty()) {
    options.by = arguments.by;
  }
  STEMMA_ASSIGN(const auto store, context.OpenToWrite());
  STEMMA_ASSIGN(const auto sink, store->Begin());
  ImportReport report;
  {
    ProgressLine line(context.err, context.terminal.err_is_terminal && !context.quiet);
    const auto begin = std::chrono::steady_clock::now();
    options.progress = [&](const ImportProgress& progress) {
      const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begin;
      line.Show(ImportProgressText(progress, since.count()));
    };
    STEMMA_ASSIGN(report, ImportFiles(arguments.files, options, *sink));
  }
  Print(context, report);
  return ExitStatus::kDone;
}

}  // namespace

void AddImportCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ImportArguments>();
  CLI::App* command = app.add_subcommand(
      "import", "Take nodes and edges into the store, from JSON Lines or CSV: all or nothing");
  command
      ->add_option("FILE", arguments->files,
                   "JSON Lines or CSV with a Neo4j header, plain or gzip; - is standard input")
      ->required();
  command->add_option("--from", arguments->from, "The files' format, jsonl or csv")
      ->type_name("FORMAT");
  command->add_flag("--skip-bad", arguments->skip_bad,
                    "Store the rest when lines are bad, and list those");
  command->add_option("--by", arguments->by, "Who says so, for lines that name nobody")
      ->type_name("WHO");
  command->footer("Example:\n  stemma import story.jsonl\n  zcat dump.jsonl.gz | stemma import -");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunImport(context, *arguments); };
  });
}

}  // namespace stemma
