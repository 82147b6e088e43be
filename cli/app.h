// The command line: global options, the explicit list of commands, and what becomes of errors.
//
// Thread safety: one thread; call once.
#pragma once

#include <ostream>

namespace stemma {

// Parses and runs. Returns the exit status (see exit_status.h). Results go to `out`, everything
// else to `err`, each message one line that starts with "stemma: ".
int RunApp(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace stemma
