// How far an import is, in words for one line of a terminal.
//
// Thread safety: pure.
#pragma once

#include <string>

#include "graph/ingest/import.h"

namespace stemma {

// "import: 43 %, 60.2 of 140.0 MB, 1.6 million lines/s, 2 s left"; without percent and time left
// where the size is not known; then "import: 6,000,000 lines read, writing the store…".
// `seconds`: since the import began.
std::string ImportProgressText(const ImportProgress& progress, double seconds);

}  // namespace stemma
