// Reads files of assertions into a sink, in any format of import_format.h, plain or packed.
//
// A second thread reads, parses and looks ids up while the calling one hands what was read to the
// sink, in the order of the files. Memory is bounded by a few of the longest lines, never by
// the file. The first bad line ends a strict import with one Error whose message starts with
// "FILE:LINE: "; --skip-bad lists them instead.
//
// Source: docs/json.md; RFC 8259, RFC 4180, RFC 1952; Neo4j admin-import headers.
// Thread safety: one thread, on which the sink and `progress` are called; of the sink, LookUp() is
// called on the second.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/base/edtf.h"
#include "graph/base/result.h"
#include "graph/ingest/import_format.h"
#include "graph/model/assertion.h"
#include "graph/model/graph_sink.h"

namespace stemma {

inline constexpr uint64_t kLineBytesMax = kAssertionBytesMax;

struct ImportProgress {
  std::string_view file;
  uint64_t bytes_read = 0;   // of all files so far, as stored (compressed)
  uint64_t bytes_total = 0;  // of all files; 0 when standard input is among them
  uint64_t lines = 0;
  bool is_writing = false;  // all is read: the sink finishes, and tells nothing until it is done
};

struct ImportOptions {
  std::optional<ImportFormat> format;  // nothing: by content, then by name
  bool skip_bad = false;
  Instant now = 0;                // `at` of lines that give none
  std::optional<std::string> by;  // of lines that give none; usually nothing
  // May be empty; called every few hundred lines, and once before the sink finishes.
  std::function<void(const ImportProgress&)> progress;
};

struct ImportReport {
  Receipt receipt;
  uint64_t lines = 0;
  std::vector<std::string> rejected;  // "FILE:LINE: …", the first kRejectedListedMax
  std::vector<std::string> notes;     // which format was taken, and what became of what it says
};
inline constexpr size_t kRejectedListedMax = 1000;

// Reads all `files` ("-" is standard input) into `sink` and commits it. On an Error nothing was
// committed. Errors: InvalidInput (bad line, an empty file, a directory, a truncated gzip stream),
// NotFound (no such file), Io.
Result<ImportReport> ImportFiles(const std::vector<std::string>& files,
                                 const ImportOptions& options, GraphSink& sink);

}  // namespace stemma
