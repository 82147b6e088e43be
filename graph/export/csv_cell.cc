#include "graph/export/csv_cell.h"

namespace stemma {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

std::string CsvCell(std::string_view cell) {
  const bool is_bare = cell.find_first_of(",\"\r\n") == std::string_view::npos &&
                       (cell.empty() || (!IsBlank(cell.front()) && !IsBlank(cell.back())));
  if (is_bare) {
    return std::string(cell);
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
