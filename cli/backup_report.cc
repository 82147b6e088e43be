#include "cli/backup_report.h"

#include <nlohmann/json.hpp>

#include "cli/trace_text_line.h"
#include "graph/base/edtf.h"

namespace stemma {

nlohmann::ordered_json JsonOf(const Backup& backup) {
  if (backup.is_damaged) {
    return {{"number", backup.number}, {"damaged", true}};
  }
  return {{"number", backup.number},         {"made_at", FormatInstant(backup.made_at)},
          {"nodes", backup.nodes},           {"edges", backup.edges},
          {"assertions", backup.assertions}, {"bytes", backup.bytes},
          {"format", backup.format}};
}

std::string WordsOf(const Backup& backup) {
  if (backup.is_damaged) {
    return "backup " + std::to_string(backup.number) + ": damaged";
  }
  return "backup " + std::to_string(backup.number) + " of " + FormatInstant(backup.made_at) + ": " +
         Counted(backup.nodes, "node", "nodes") + ", " + Counted(backup.edges, "edge", "edges") +
         ", " + Counted(backup.assertions, "assertion", "assertions");
}

}  // namespace stemma
