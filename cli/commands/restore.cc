#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/backup_report.h"
#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/whole_number.h"

namespace stemma {
namespace {

struct RestoreArguments {
  std::string folder;
  std::optional<uint32_t> number;
};

Result<ExitStatus> RunRestore(Context& context, const RestoreArguments& arguments) {
  Context::KeepFilesPrivate();
  STEMMA_ASSIGN(const Backup backup, RestoreStore(arguments.folder, context.db, arguments.number));
  if (context.json) {
    context.out << Dump({{"restored", JsonOf(backup)}, {"db", context.db.string()}});
  } else if (!context.quiet) {
    context.out << context.db.string() << " is " << WordsOf(backup)
                << "; all of it was read and is sound\n";
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddRestoreCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<RestoreArguments>();
  CLI::App* command = app.add_subcommand(
      "restore", "Make a store of a backup; writes over nothing: --db must not be there yet");
  command->add_option("DIR", arguments->folder, "A folder of backups")->required();
  WholeNumber(command->add_option("--number", arguments->number,
                                  "Which one (stemma backup DIR --list); the last when not given"));
  command->footer("Example:\n  stemma --db restored.db restore /media/desk/stemma-backups");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunRestore(context, *arguments); };
  });
}

}  // namespace stemma
