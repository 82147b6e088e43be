// `export svg`: the chains drawn by Graphviz.
//
// Drawing graphs is Graphviz' trade; its program is asked where it is installed. A drawing is made
// to be shown, so that private nodes stay out, as they do of the page.
// Source: docs/commands/export.md. Thread safety: one thread.
#pragma once

#include <string>

#include "cli/context.h"
#include "cli/export_part.h"
#include "graph/base/result.h"

namespace stemma {

// A layered layout of 300 works with 900 citations at random takes Graphviz 12 s with the bounds
// that it is given, and 79 s without them; chains of news have fewer edges, and take less.
inline constexpr size_t kDrawnNodesMax = 500;

// InvalidInput when more nodes are asked for than it can draw, or none is left; Unsupported when
// Graphviz is not installed.
Status ExportSvg(Context& context, const PartOptions& asked, bool with_private,
                 const std::string& output);

}  // namespace stemma
