// The apostrophe before a cell of a table that a spreadsheet would take for a formula, and run.
//
// Names and texts come from anywhere, and `=HYPERLINK(…)` is a title like another. The apostrophe
// is what spreadsheets themselves write before a text. Taking it away undoes putting it, whatever
// the cell, because one more is put before a cell that has some already.
// Source: OWASP, "CSV Injection". Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace stemma {

// With an apostrophe before it where it begins, behind any apostrophes, with =, +, -, @, a tab or a
// line end, and is no plain number.
std::string GuardFormula(std::string_view cell);

// Without the apostrophe that GuardFormula puts; borrows.
std::string_view UnguardFormula(std::string_view cell);

}  // namespace stemma
