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
#include "cli/receipt_report.h"
#include "graph/ingest/import.h"

namespace stemma {
namespace {

struct ImportArguments {
  std::vector<std::string> files;
  std::string from;
  std::string by;
  bool skip_bad = false;
};

void Print(const Context& context, const ImportReport& report) {
  const Receipt& receipt = report.receipt;
  for (const std::string& note : report.notes) {
    context.Note(note);
  }
  ListRejected(context, report.rejected, receipt.rejected);
  NoteOrphans(context, receipt.orphans, receipt.orphaned);
  if (context.json) {
    nlohmann::ordered_json value = ReceiptJson(receipt, report.rejected);
    value["notes"] = report.notes;
    context.out << Dump(value);
  } else if (!context.quiet) {
    PrintCounts(context, receipt);
  }
}

Result<ExitStatus> RunImport(Context& context, const ImportArguments& arguments) {
  ImportOptions options;
  if (!arguments.from.empty()) {
    options.format = ParseImportFormat(arguments.from);
    if (!options.format) {
      return InvalidInput("--from: expected " + ImportFormatWords() + ", found \"" +
                          arguments.from + "\"");
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
      "import", "Take nodes and edges into the store, from files of many formats: all or nothing");
  command
      ->add_option("FILE", arguments->files,
                   "Files of one of the formats, plain, gzip or bzip2; - is standard input")
      ->required();
  command
      ->add_option("--from", arguments->from,
                   "The files' format, if their content is not to tell: " + ImportFormatWords())
      ->type_name("FORMAT");
  command->add_flag("--skip-bad", arguments->skip_bad,
                    "Store the rest when lines are bad, and list those");
  command->add_option("--by", arguments->by, "Who says so, for lines that name nobody")
      ->type_name("WHO");
  command->footer(
      "Example:\n  stemma import story.jsonl\n  stemma import --from gdelt-gqg "
      "20200301.gqg.json.gz");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunImport(context, *arguments); };
  });
}

}  // namespace stemma
