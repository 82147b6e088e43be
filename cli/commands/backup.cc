#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/backup_report.h"
#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/whole_number.h"

namespace stemma {
namespace {

struct BackupArguments {
  std::string folder;
  std::optional<uint32_t> keep;
  bool list = false;
};

Result<ExitStatus> RunList(const Context& context, const BackupArguments& arguments) {
  STEMMA_ASSIGN(const std::vector<Backup> backups, ListBackups(arguments.folder));
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Backup& backup : backups) {
    list.push_back(JsonOf(backup));
    if (!context.json) {
      context.out << WordsOf(backup) << "\n";
    }
  }
  if (context.json) {
    context.out << Dump({{"backups", list}});
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> RunBackup(Context& context, const BackupArguments& arguments) {
  if (arguments.list) {
    return RunList(context, arguments);
  }
  STEMMA_TRY(context.RequireStore());
  Context::KeepFilesPrivate();
  STEMMA_ASSIGN(const Backup backup, BackUpStore(context.db, arguments.folder, arguments.keep));
  if (context.json) {
    context.out << Dump({{"backup", JsonOf(backup)}});
  } else if (!context.quiet) {
    context.out << WordsOf(backup) << "\n";
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddBackupCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<BackupArguments>();
  CLI::App* command = app.add_subcommand(
      "backup", "Add the store, as it is now, to a folder of backups; nobody has to wait");
  command->add_option("DIR", arguments->folder, "The folder, made when it is missing")->required();
  WholeNumber(command->add_option("--keep", arguments->keep, "Forget all but the last N backups"));
  command->add_flag("--list", arguments->list, "List the backups in it, and make none");
  command->footer("Example:\n  stemma backup /media/desk/stemma-backups --keep 30");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunBackup(context, *arguments); };
  });
}

}  // namespace stemma
