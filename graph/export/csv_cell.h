// One cell of comma-separated values, quoted where it must be.
//
// Source: RFC 4180, 2.5 to 2.7. Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace stemma {

// Blanks at an end are quoted too: readers like ours take those of a bare cell away.
std::string CsvCell(std::string_view cell);

}  // namespace stemma
