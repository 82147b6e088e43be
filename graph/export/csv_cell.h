// One cell of comma-separated values, quoted where it must be, that a spreadsheet opens without
// running anything.
//
// Source: RFC 4180, 2.5 to 2.7; graph/base/formula_guard.h, which `import` undoes.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace stemma {

// Blanks at an end are quoted too: readers like ours take those of a bare cell away.
std::string CsvCell(std::string_view cell);

}  // namespace stemma
