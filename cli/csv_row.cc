#include "cli/csv_row.h"

#include <string_view>

#include "graph/export/csv_cell.h"

namespace stemma {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

std::string Cell(std::string cell) {
  if (!cell.empty() && kFormulaStarts.find(cell.front()) != std::string_view::npos) {
    cell.insert(0, 1, '\'');
  }
  return CsvCell(cell);
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
