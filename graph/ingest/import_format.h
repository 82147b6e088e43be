// The formats that an import reads: their names, how each is told, and what reads it.
//
// One list for all of it, so that a format cannot be read without being named, told and listed in
// the help.
// Source: docs/commands/import.md, docs/exchange.md. Thread safety: pure; a reader is one thread's.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/ingest/record_reader.h"

namespace stemma {

enum class ImportFormat {
  kJsonLines,
  kCsv,
  kGdeltGqg,
  kQuotebank,
  kFtm,
  kClaimReview,
  kNewsArticle,
  kJsonLd,  // both of the two before
  kGraphml,
  kProvJson,
};

// "jsonl", "csv", …: as --from takes it.
std::string_view Name(ImportFormat format);
std::optional<ImportFormat> ParseImportFormat(std::string_view word);

// "jsonl, csv, … or ftm".
std::string ImportFormatWords();

// What a file's name promises, packed or not; nothing for a name that fits many formats.
std::optional<ImportFormat> FormatByName(std::string_view file);

// How much of a file's beginning FormatByContent looks at.
inline constexpr size_t kSniffedBytes = size_t{64} << 10;

// What the beginning of a file looks like: its first tag, the names in its first JSON object, or a
// CSV header. Nothing when it looks like none of them. O(bytes).
std::optional<ImportFormat> FormatByContent(std::string_view beginning);

// Reads `lines`, which it borrows, as `format`. Errors: those of the reader's beginning.
Result<std::unique_ptr<RecordReader>> OpenReader(ImportFormat format, LineReader& lines);

}  // namespace stemma
