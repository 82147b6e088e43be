// Bytes as a file to import: what is refused says why, and what is stored can be written and read
// again.
//
// STEMMA_FUZZ_FORMAT is what --from takes; without it each input is told by its content. Either way
// an input may be packed.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "graph/ingest/import.h"
#include "graph/model/memory_graph.h"
#include "memory_file.h"
#include "require.h"
#include "support/exported_lines.h"

namespace {

using stemma::fuzz::Require;

// No line gives it by chance: lines that differ in nothing but giving it would become one.
constexpr stemma::Instant kNow = 1'234'567'890'123'457;

std::optional<stemma::ImportFormat> FormatAskedFor() {
  const char* word = std::getenv("STEMMA_FUZZ_FORMAT");
  if (word == nullptr || std::string_view(word) == "any") {
    return std::nullopt;
  }
  const auto format = stemma::ParseImportFormat(word);
  Require(format.has_value(), "STEMMA_FUZZ_FORMAT is a format", word);
  return format;
}

stemma::Result<stemma::ImportReport> Import(std::string_view bytes,
                                            std::optional<stemma::ImportFormat> format,
                                            bool skip_bad, stemma::MemoryGraph& graph) {
  static const stemma::fuzz::MemoryFile file;
  file.Fill(bytes);
  stemma::ImportOptions options;
  options.format = format;
  options.skip_bad = skip_bad;
  options.now = kNow;
  const auto sink = graph.Begin();
  return stemma::ImportFiles({file.Name()}, options, *sink);
}

void RequireRefusal(const stemma::Error& error) {
  Require(!error.message.empty(), "a refusal says why");
  Require(error.code == stemma::ErrorCode::kInvalidInput, "bad input is called that",
          error.message);
}

std::string Lines(const stemma::MemoryGraph& graph) {
  const auto lines = stemma::testing::ExportedLines(graph);
  Require(lines.has_value(), "what was stored can be written");
  return *lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto format = FormatAskedFor();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);

  stemma::MemoryGraph strict;
  const auto all = Import(bytes, format, /*skip_bad=*/false, strict);
  if (!all.has_value()) {
    RequireRefusal(all.error());
    Require(Lines(strict).empty(), "of a refused file nothing is stored");
  }
  stemma::MemoryGraph graph;
  const auto report = Import(bytes, format, /*skip_bad=*/true, graph);
  if (!report.has_value()) {
    RequireRefusal(report.error());
    Require(!all.has_value(), "what is taken whole is taken with --skip-bad");
    return 0;
  }
  for (const std::string& rejected : report->rejected) {
    Require(!rejected.empty(), "a refusal says why");
  }
  Require(all.has_value() == (report->receipt.rejected == 0),
          "a file is taken whole just when nothing of it is bad");

  const std::string lines = Lines(graph);
  if (lines.empty()) {
    return 0;
  }
  stemma::MemoryGraph again;
  const auto read = Import(lines, stemma::ImportFormat::kJsonLines, /*skip_bad=*/false, again);
  Require(read.has_value(), "what was written is read",
          read.has_value() ? "" : read.error().message + "\n" + lines);
  const std::string lines_again = Lines(again);
  Require(lines_again == lines, "what was written reads back the same", lines + lines_again);
  return 0;
}
