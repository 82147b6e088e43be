// Corrections on record as a person reads them, wherever a chain is printed.
//
// In words, so that nobody needs the colour, and on lines of their own, so that no narrow terminal
// cuts them away.
// Source: docs/commands/trace.md shows it.
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/trace_text_line.h"
#include "graph/algo/corrections.h"
#include "graph/base/result.h"

namespace stemma {

// "RETRACTED by x, 2019-11-28", "KILLED by", "CORRECTED by", "UPDATED by", one line for each of the
// first few, the gravest first; the last says how many more there are. Tinted. Empty for none.
std::vector<Line> CorrectionLines(std::span<const Correction> corrections);

// "a RETRACTED by x (2019-11-28) and b UPDATED by y", of the nodes in the order given; empty for
// none. Loads what is not loaded.
Result<std::string> CorrectionWords(const GraphView& graph, Corrections& corrections,
                                    std::span<const NodeId> nodes);

}  // namespace stemma
