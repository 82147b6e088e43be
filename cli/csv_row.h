// Rows of comma-separated values that a spreadsheet opens without running anything.
//
// Source: RFC 4180 for the quoting; OWASP, "CSV Injection", for the apostrophe.
// Thread safety: pure.
#pragma once

#include <span>
#include <string>

namespace stemma {

// The cells with commas between them and a line feed behind; quoted where they must be. A cell that
// begins like a formula (=, +, -, @, a tab or a carriage return) gets an apostrophe before it.
std::string CsvRow(std::span<const std::string> cells);

}  // namespace stemma
