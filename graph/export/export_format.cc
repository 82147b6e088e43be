#include "graph/export/export_format.h"

#include <algorithm>
#include <array>

#include "graph/export/csv_export.h"
#include "graph/export/cytoscape_export.h"
#include "graph/export/dot_export.h"
#include "graph/export/gexf_export.h"
#include "graph/export/graphml_export.h"
#include "graph/export/json_lines_export.h"
#include "graph/export/prov_json_export.h"
#include "graph/export/prov_n_export.h"

namespace stemma {
namespace {

constexpr std::array kFormats = {
    ExportFormat{"jsonl", "every assertion, which import reads", ExportJsonLines},
    ExportFormat{"csv", "tables for neo4j-admin import, which import reads", ExportCsv,
                 ExportCsvNodes, ExportCsvEdges},
    ExportFormat{"graphml", "for networkx, igraph, Gephi and yEd", ExportGraphml},
    ExportFormat{"prov-json", "PROV, for its libraries", ExportProvJson},
    ExportFormat{"prov-n", "PROV, to read", ExportProvN},
    ExportFormat{"gexf", "for Gephi", ExportGexf},
    ExportFormat{"cytoscape", "elements for Cytoscape.js", ExportCytoscape},
    ExportFormat{"dot", "to draw with Graphviz", ExportDot},
};

}  // namespace

std::span<const ExportFormat> ExportFormats() {
  return kFormats;
}

const ExportFormat* FindExportFormat(std::string_view name) {
  const auto* found =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [name](const ExportFormat& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

}  // namespace stemma
