// The commands, one file each: every function adds one to the app and, when the user chose it,
// leaves in `chosen` what to call.
//
// Thread safety: one thread.
#pragma once

#include "cli/context.h"

namespace CLI {
class App;
}

namespace stemma {

void AddImportCommand(CLI::App& app, Action& chosen);
void AddReadCommand(CLI::App& app, Action& chosen);
void AddAddCommand(CLI::App& app, Action& chosen);
void AddLinkCommand(CLI::App& app, Action& chosen);
void AddWithdrawCommand(CLI::App& app, Action& chosen);
void AddSameCommand(CLI::App& app, Action& chosen);
void AddDifferentCommand(CLI::App& app, Action& chosen);
void AddSetCommand(CLI::App& app, Action& chosen);
void AddLogCommand(CLI::App& app, Action& chosen);
void AddShowCommand(CLI::App& app, Action& chosen);
void AddFindCommand(CLI::App& app, Action& chosen);
void AddTraceCommand(CLI::App& app, Action& chosen);
void AddPathCommand(CLI::App& app, Action& chosen);
void AddDepthCommand(CLI::App& app, Action& chosen);
void AddOriginsCommand(CLI::App& app, Action& chosen);
void AddCyclesCommand(CLI::App& app, Action& chosen);
void AddWhatIfCommand(CLI::App& app, Action& chosen);
void AddExportCommand(CLI::App& app, Action& chosen);
void AddServeCommand(CLI::App& app, Action& chosen);
void AddStatsCommand(CLI::App& app, Action& chosen);
void AddCheckCommand(CLI::App& app, Action& chosen);
void AddProveCommand(CLI::App& app, Action& chosen);
void AddBackupCommand(CLI::App& app, Action& chosen);
void AddRestoreCommand(CLI::App& app, Action& chosen);
void AddAuditCommand(CLI::App& app, Action& chosen);
void AddClearCommand(CLI::App& app, Action& chosen);
void AddRedactCommand(CLI::App& app, Action& chosen);

}  // namespace stemma
