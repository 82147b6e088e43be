// Rows of comma-separated values.
//
// Source: RFC 4180; graph/export/csv_cell.h for what becomes of a cell.
// Thread safety: pure.
#pragma once

#include <span>
#include <string>

namespace stemma {

// The cells with commas between them and a line feed behind.
std::string CsvRow(std::span<const std::string> cells);

}  // namespace stemma
