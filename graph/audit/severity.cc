#include "graph/audit/severity.h"

namespace stemma {

std::string_view Name(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "";
}

std::optional<Severity> ParseSeverity(std::string_view word) {
  for (const Severity severity : {Severity::kNote, Severity::kWarning, Severity::kError}) {
    if (word == Name(severity)) {
      return severity;
    }
  }
  return std::nullopt;
}

}  // namespace stemma
