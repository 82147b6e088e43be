// The parts of a page that are about the page and not of its article, by what its markup says.
//
// Navigation, comments, captions, related links and the like are told by their elements, their
// roles and the words in their classes and ids. Words lie now and then (a class "has-sidebar" on
// the whole page), so nothing goes that holds a large share of the page's running text. Source:
// docs/reading.md, "Pages"; WAI-ARIA 1.2 landmark roles. Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/html_page.h"

namespace stemma {

// What to leave out: all that markup tells, only what it is sure of, only the page's head.
enum class BoilerplateCare { kAll, kSureAlone, kHeadAlone };

// For each node, whether it and all inside it are left out. O(nodes and bytes).
std::vector<bool> MarkBoilerplate(const HtmlPage& page, BoilerplateCare care);

}  // namespace stemma
