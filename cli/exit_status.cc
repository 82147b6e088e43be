#include "cli/exit_status.h"

namespace stemma {

ExitStatus ExitStatusOf(ErrorCode code) {
  return code == ErrorCode::kInvalidInput ? ExitStatus::kUsage : ExitStatus::kStore;
}

}  // namespace stemma
