#include "graph/export/csv_cell.h"

#include "graph/base/formula_guard.h"

namespace stemma {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

std::string CsvCell(std::string_view stored) {
  std::string cell = GuardFormula(stored);
  const bool is_bare = cell.find_first_of(",\"\r\n") == std::string::npos &&
                       (cell.empty() || (!IsBlank(cell.front()) && !IsBlank(cell.back())));
  if (is_bare) {
    return cell;
  }
  std::string quoted = "\"";
  for (const char c : cell) {
    quoted += c;
    if (c == '"') {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace stemma
