#include "cli/csv_row.h"

#include "graph/export/csv_cell.h"

namespace stemma {

std::string CsvRow(std::span<const std::string> cells) {
  std::string row;
  for (size_t i = 0; i < cells.size(); ++i) {
    row += (i == 0 ? "" : ",") + CsvCell(cells[i]);
  }
  return row + "\n";
}

}  // namespace stemma
