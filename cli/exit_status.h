// What the program says to the shell.
//
// Source: docs/commands/.
// Thread safety: pure.
#pragma once

#include "graph/base/result.h"

namespace stemma {

enum class ExitStatus : int {
  kDone = 0,
  kFindings = 1,  // done, and `check` found something
  kUsage = 2,     // usage, bad input, unknown id
  kStore = 3,     // store missing, locked, damaged, or an I/O failure
};

// InvalidInput is 2, all others 3; a NotFound of an id or of an input file is reported as
// InvalidInput by whoever looks it up, so that NotFound means the store.
ExitStatus ExitStatusOf(ErrorCode code);

}  // namespace stemma
