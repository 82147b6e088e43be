// The page that shows the picture: one HTML file, built from web/ and put into the program.
//
// A build without npm has none; everything else works without it.
// Source: web/README.md. Thread safety: pure functions.
#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"

namespace stemma {

// The page with `data`, which is JSON, in its place. Unsupported when the program was built without
// a page.
Result<std::string> PageWith(std::string data);

// The file as built; empty when there is none. Made at build time (cmake/StemmaWeb.cmake).
std::string_view BuiltPage();

}  // namespace stemma
