// An article as an editor would mark it up: what it quotes, from whom, and whom it credits.
//
//     story.txt · “China calls camps ‘fabrication’” · Reuters · 2019-11-27 · en
//       5  “We call on China to stop arbitrary mass arrests,”
//          → Foreign Minister Jean-Yves Le Drian = Jean-Yves Le Drian
//
// Source: docs/commands/read.md.
// Thread safety: pure.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "graph/reading/reading.h"

namespace stemma {

// With its line ends; findings stand in the order of the text, each with the number of its line.
// O(bytes of the text and findings).
std::string ReadingText(const Reading& reading, const std::string& file, const Terminal& terminal);

}  // namespace stemma
