// What an import of some bytes comes to: its lines, its report, or the error that ended it.
#pragma once

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/json_line.h"
#include "graph/ingest/import.h"
#include "graph/model/memory_graph.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {

struct Imported {
  std::vector<std::string> lines;  // what was stored, as native JSON Lines, in order of arrival
  ImportReport report;             // without the folder before the file's name
  std::string error;               // empty when the import went through; likewise without folder

  bool Holds(const std::string& line) const {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  }
};

inline Imported ImportBytes(const std::string& name, const std::string& bytes,
                            std::optional<ImportFormat> format = {}, bool skip_bad = false) {
  const TemporaryFolder folder;
  const std::string path = (folder.Path() / name).string();
  std::ofstream(path, std::ios::binary) << bytes;
  const auto without_folder = [&](std::string text) {
    const size_t at = text.find(folder.Path().string());
    return at == std::string::npos ? text : text.erase(at, folder.Path().string().size() + 1);
  };
  MemoryGraph graph;
  Imported imported;
  ImportOptions options;
  options.format = format;
  options.skip_bad = skip_bad;
  {
    const auto sink = graph.Begin();
    auto report = ImportFiles({path}, options, *sink);
    if (!report.has_value()) {
      imported.error = without_folder(report.error().message);
      return imported;
    }
    imported.report = *std::move(report);
  }
  for (auto* texts : {&imported.report.notes, &imported.report.rejected}) {
    std::transform(texts->begin(), texts->end(), texts->begin(), without_folder);
  }
  Must(graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    imported.lines.push_back(node != nullptr ? WriteJsonLine(node->assertion)
                                             : WriteJsonLine(edge->assertion));
    return true;
  }));
  return imported;
}

}  // namespace stemma::testing
