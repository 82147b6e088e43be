#include "cli/severity_option.h"

namespace stemma {

Result<Severity> SeverityOption(const std::string& option, const std::string& word) {
  if (const auto severity = ParseSeverity(word)) {
    return *severity;
  }
  return InvalidInput(option + ": expected note, warning or error, found \"" + word + "\"");
}

}  // namespace stemma
