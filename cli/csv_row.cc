#include "cli/csv_row.h"

#include <string_view>

namespace stemma {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

std::string Cell(std::string cell) {
  if (!cell.empty() && kFormulaStarts.find(cell.front()) != std::string_view::npos) {
    cell.insert(0, 1, '\'');
  }
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
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

}  // namespace

std::string CsvRow(std::span<const std::string> cells) {
  std::string row;
  for (size_t i = 0; i < cells.size(); ++i) {
    row += (i == 0 ? "" : ",") + Cell(cells[i]);
  }
  return row + "\n";
}

}  // namespace stemma
