#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/article_file.h"
#include "cli/audit_output.h"
#include "cli/commands/commands.h"
#include "cli/node_names.h"
#include "cli/progress_line.h"
#include "cli/severity_option.h"
#include "cli/trace_text_line.h"
#include "graph/audit/auditor.h"
#include "storage/spilled_pairs.h"

namespace stemma {
namespace {

struct AuditArguments {
  std::vector<std::string> ids;
  std::vector<std::string> files;
  std::vector<std::string> rules;
  std::vector<std::string> authorities;
  std::string fail_on = "error";
  std::string format = "text";
};

struct AuditSetting {
  AuditOptions options;
  Severity fail_on = Severity::kError;
  AuditFormat format = AuditFormat::kText;
};

Result<AuditSetting> SettingOf(const Context& context, const AuditArguments& arguments) {
  if (!arguments.ids.empty() && !arguments.files.empty()) {
    return InvalidInput("audit: expected IDs or --file, found both");
  }
  AuditSetting setting;
  STEMMA_ASSIGN(setting.fail_on, SeverityOption("--fail-on", arguments.fail_on));
  const auto format = ParseAuditFormat(arguments.format);
  if (!format) {
    return InvalidInput("--format: expected text, json or sarif, found \"" + arguments.format +
                        "\"");
  }
  setting.format = context.json ? AuditFormat::kJson : *format;
  for (const std::string& word : arguments.rules) {
    const auto rule = ParseRule(word);
    if (!rule) {
      std::string known;
      for (const Rule one : kRules) {
        known += (known.empty() ? "" : ", ") + std::string(Name(one));
      }
      return InvalidInput("--rule: \"" + word + "\" is none, expected one of " + known);
    }
    setting.options.rules.push_back(*rule);
  }
  return setting;
}

Result<Authority> AuthorityOf(const AuditArguments& arguments) {
  STEMMA_ASSIGN(Authority authority, Authority::Shipped());
  for (const std::string& file : arguments.authorities) {
    STEMMA_ASSIGN(const std::string bytes, ReadArticleBytes(file));
    STEMMA_TRY(authority.Add(bytes, ShownFile(file)));
  }
  return authority;
}

class AuditRun {
 public:
  AuditRun(Context& context, const AuditSetting& setting, bool files)
      : context_(context), setting_(setting) {
    switch (setting.format) {
      case AuditFormat::kText:
        output_ = AuditTextOutput(context, files);
        break;
      case AuditFormat::kJson:
        output_ = AuditJsonOutput(context);
        break;
      case AuditFormat::kSarif:
        output_ = AuditSarifOutput(context, files);
        break;
    }
  }

  void Put(const Audited& audited) {
    totals_.Add(audited);
    output_->Put(audited);
  }

  ExitStatus End() {
    output_->End(totals_);
    uint64_t at_or_above = 0;
    for (size_t i = static_cast<size_t>(setting_.fail_on); i < totals_.findings.size(); ++i) {
      at_or_above += totals_.findings[i];
    }
    return at_or_above > 0 ? ExitStatus::kFindings : ExitStatus::kDone;
  }

 private:
  Context& context_;
  const AuditSetting& setting_;
  std::unique_ptr<AuditOutput> output_;
  AuditTotals totals_;
};

Result<ExitStatus> AuditFiles(Context& context, const AuditArguments& arguments,
                              const AuditSetting& setting) {
  // A store is a help here, not a need.
  std::unique_ptr<StoreReader> store;
  if (std::filesystem::exists(context.db)) {
    STEMMA_ASSIGN(store, context.OpenToRead());
  }
  STEMMA_ASSIGN(const Authority authority, AuthorityOf(arguments));
  Auditor auditor(authority, store ? &store->View() : nullptr, setting.options);
  std::vector<Reading> readings;
  for (const std::string& file : arguments.files) {
    STEMMA_ASSIGN(readings.emplace_back(), ReadArticleFile(file));
    for (const std::string& note : readings.back().article.notes) {
      context.Note(ShownFile(file) + ": " + note);
    }
  }
  if (!store) {
    context.Note("no store at " + context.db.string() +
                 ": names are compared with the authority file alone");
  }
  AuditRun run(context, setting, /*files=*/true);
  for (size_t i = 0; i < readings.size(); ++i) {
    STEMMA_ASSIGN(const Audited audited,
                  auditor.AuditText(readings[i], ShownFile(arguments.files[i])));
    run.Put(audited);
  }
  return run.End();
}

// The whole store, with what is done so far on a terminal.
Status AuditAllWorks(Context& context, Auditor& auditor, AuditRun& run) {
  STEMMA_ASSIGN(const std::filesystem::path folder, MakeTemporaryFolder());
  ProgressLine line(context.err, context.terminal.err_is_terminal && !context.quiet);
  line.Show("reading the chains and texts of all works");
  uint64_t done = 0;
  const Status status = auditor.AuditAll(
      [&] { return std::make_unique<SpilledPairs>(folder); },
      [&](const Audited& audited, uint64_t works) {
        run.Put(audited);
        line.Show(std::to_string(++done) + " of " + Counted(works, "work", "works") + " audited");
      });
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  return status;
}

Result<ExitStatus> AuditStore(Context& context, const AuditArguments& arguments,
                              const AuditSetting& setting) {
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const std::vector<NodeId> works, ResolveNodes(graph, arguments.ids));
  STEMMA_ASSIGN(const Authority authority, AuthorityOf(arguments));
  Auditor auditor(authority, &graph, setting.options);
  AuditRun run(context, setting, /*files=*/false);
  for (const NodeId work : works) {
    STEMMA_ASSIGN(const Audited audited, auditor.AuditWork(work));
    run.Put(audited);
  }
  if (works.empty()) {
    STEMMA_TRY(AuditAllWorks(context, auditor, run));
  }
  return run.End();
}

Result<ExitStatus> RunAudit(Context& context, const AuditArguments& arguments) {
  STEMMA_ASSIGN(const AuditSetting setting, SettingOf(context, arguments));
  return arguments.files.empty() ? AuditStore(context, arguments, setting)
                                 : AuditFiles(context, arguments, setting);
}

}  // namespace

void AddAuditCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<AuditArguments>();
  CLI::App* command = app.add_subcommand(
      "audit", "Attribution errors: what is printed, what it differs from, and why");
  command->add_option("ID", arguments->ids, "Stored works; none: all of them");
  command
      ->add_option("--file", arguments->files, "An article that is not stored; - is standard input")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--rule", arguments->rules, "Only this rule, e.g. acronym-mismatch")
      ->type_name("RULE")
      ->allow_extra_args(false);
  command
      ->add_option("--fail-on", arguments->fail_on,
                   "Exit 1 at this severity: note, warning or error")
      ->type_name("SEVERITY")
      ->capture_default_str();
  command->add_option("--format", arguments->format, "text, json or sarif")
      ->type_name("FORMAT")
      ->capture_default_str();
  command
      ->add_option("--authority", arguments->authorities,
                   "JSON Lines of outlets and speakers that count as known too")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->footer(
      "Example:\n  stemma audit --file story.txt\n  stemma audit --format sarif > audit.sarif");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunAudit(context, *arguments); };
  });
}

}  // namespace stemma
