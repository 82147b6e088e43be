#include "cli/app.h"

#include <array>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/help.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

constexpr std::array kAddCommands = {
    AddImportCommand, AddReadCommand,    AddAddCommand,      AddTraceCommand,   AddPathCommand,
    AddDepthCommand,  AddOriginsCommand, AddCyclesCommand,   AddWhatIfCommand,  AddShowCommand,
    AddFindCommand,   AddLinkCommand,    AddWithdrawCommand, AddSameCommand,    AddDifferentCommand,
    AddSetCommand,    AddLogCommand,     AddExportCommand,   AddServeCommand,   AddStatsCommand,
    AddCheckCommand,  AddProveCommand,   AddBackupCommand,   AddRestoreCommand, AddAuditCommand,
    AddClearCommand,  AddRedactCommand};

struct Globals {
  std::string db;
  bool json = false;
  bool quiet = false;
  bool no_color = false;
};

std::string DefaultStore() {
  const char* given = std::getenv("STEMMA_DB");
  return given == nullptr || *given == '\0' ? "stemma.db" : given;
}

void AddGlobals(CLI::App& app, Globals& globals) {
  app.add_option("--db", globals.db, "The store; else $STEMMA_DB, else stemma.db here")
      ->type_name("PATH");
  app.add_flag("--json", globals.json, "One JSON value on standard output");
  app.add_flag("--quiet", globals.quiet, "No notes, no progress, no counts");
  app.add_flag("--no-color", globals.no_color, "No colour; also $NO_COLOR");
  app.set_version_flag("--version", "stemma " STEMMA_VERSION, "Print the version and leave");
  app.set_help_flag("--help", "Print this help and leave");
}

// What the parser found wrong, in one line.
std::string UsageMessage(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const std::string command = chosen.empty() ? "" : chosen.front()->get_name();
  const std::string hint = " (see stemma " + (command.empty() ? "" : command + " ") + "--help)";
  if (chosen.empty()) {
    for (const std::string& word : app.remaining()) {
      if (!word.empty() && word.front() != '-') {
        return "'" + word + "' is no command" + hint;
      }
    }
    if (app.remaining().empty()) {
      return "expected a command" + hint;
    }
  }
  return (command.empty() ? "" : command + ": ") + error.what() + hint;
}

std::string Message(const Context& context, const Error& error) {
  const std::string store = context.db.string();
  const bool is_unplaced =
      error.code == ErrorCode::kCorruption && error.message.find(store) == std::string::npos;
  return is_unplaced ? store + ": " + error.message : error.message;
}

int Report(const Context& context, const Result<ExitStatus>& result) {
  context.out.flush();
  if (!result.has_value()) {
    context.Complain(Message(context, result.error()));
    return static_cast<int>(ExitStatusOf(result.error().code));
  }
  if (!context.out) {
    context.err << "stemma: standard output cannot be written\n";
    return static_cast<int>(ExitStatus::kStore);
  }
  return static_cast<int>(*result);
}

}  // namespace

int RunApp(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  CLI::App app(
      "stemma: where did this come from, through whose hands, and what changed on the "
      "way?",
      "stemma");
  Globals globals;
  Action action;
  AddGlobals(app, globals);
  app.formatter(MakeHelpFormatter());
  app.require_subcommand(1);
  for (const auto add : kAddCommands) {
    add(app, action);
  }
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    command->fallthrough();
    command->set_help_flag();
    command->formatter(MakeHelpFormatter());
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    out << (chosen.empty() ? app.help() : chosen.front()->help());
    return static_cast<int>(ExitStatus::kDone);
  } catch (const CLI::CallForVersion& version) {
    out << version.what() << "\n";
    return static_cast<int>(ExitStatus::kDone);
  } catch (const CLI::ParseError& error) {
    err << "stemma: " << Printable(UsageMessage(app, error)) << "\n";
    return static_cast<int>(ExitStatus::kUsage);
  }
  Context context{globals.db.empty() ? DefaultStore() : globals.db,
                  globals.json,
                  globals.quiet,
                  DetectTerminal(globals.no_color),
                  out,
                  err};
  // Libraries below may run out of memory; nothing else of theirs is let through.
  try {
    return Report(context, action(context));
  } catch (const std::exception& error) {
    err << "stemma: " << error.what() << "\n";
    return static_cast<int>(ExitStatus::kStore);
  }
}

}  // namespace stemma
