#include "graph/ingest/import.h"

#include <utility>

#include "graph/ingest/byte_source.h"
#include "graph/ingest/csv_header.h"
#include "graph/ingest/line_reader.h"
#include "graph/ingest/record_reader.h"

namespace stemma {
namespace {

constexpr uint64_t kProgressBytes = uint64_t{64} << 10;

std::string NameOf(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

std::optional<ImportFormat> FormatByName(std::string_view file) {
  if (file.ends_with(".gz")) {
    file.remove_suffix(3);
  }
  if (file.ends_with(".jsonl") || file.ends_with(".ndjson")) {
    return ImportFormat::kJsonLines;
  }
  if (file.ends_with(".csv")) {
    return ImportFormat::kCsv;
  }
  return std::nullopt;
}

class Importer {
 public:
  Importer(const std::vector<std::string>& files, const ImportOptions& options, GraphSink& sink)
      : files_(files), options_(options), sink_(sink) {
    for (const std::string& file : files) {
      bytes_total_ += FileBytes(file);
      has_unknown_size_ = has_unknown_size_ || file == "-";
    }
  }

  Result<ImportReport> Run() {
    for (uint32_t i = 0; i < files_.size(); ++i) {
      STEMMA_TRY(ReadFile(i));
    }
    STEMMA_ASSIGN(const auto waiting, sink_.RejectWaiting());
    STEMMA_TRY(Take(waiting));
    STEMMA_ASSIGN(report_.receipt, sink_.Commit());
    report_.receipt.rejected += rejected_here_;
    return std::move(report_);
  }

 private:
  Status ReadFile(uint32_t index) {
    const std::string& file = files_[index];
    STEMMA_ASSIGN(const auto source, ByteSource::Open(file));
    LineReader lines(*source, kLineBytesMax);
    auto records = Open(file, lines);
    if (!records.has_value()) {
      return At(file, lines.Number(), records.error());
    }
    uint64_t count = 0;
    uint64_t bytes_told = 0;
    while (true) {
      auto record = (*records)->Next();
      if (!record.has_value()) {
        return At(file, lines.Number(), record.error());
      }
      if (!*record) {
        break;
      }
      ++count;
      ++report_.lines;
      STEMMA_TRY(Store(std::move(**record), index));
      if (options_.progress && source->BytesRead() >= bytes_told + kProgressBytes) {
        bytes_told = source->BytesRead();
        Tell(file, bytes_told);
      }
    }
    bytes_before_ += source->BytesRead();
    if (count == 0) {
      return InvalidInput(NameOf(file) + ": holds no node and no edge");
    }
    return {};
  }

  // What the user says, else what the file's name says, else what it looks like.
  Result<std::unique_ptr<RecordReader>> Open(const std::string& file, LineReader& lines) {
    auto format = options_.format ? options_.format : FormatByName(file);
    if (!format) {
      STEMMA_ASSIGN(format, FormatByContent(file, lines));
    }
    if (*format == ImportFormat::kCsv) {
      return ReadCsv(lines);
    }
    return ReadJsonLines(lines);
  }

  Result<ImportFormat> FormatByContent(const std::string& file, LineReader& lines) {
    STEMMA_ASSIGN(const auto line, lines.Next());
    if (!line) {
      return InvalidInput("is empty, expected JSON Lines or CSV");
    }
    const size_t first = line->find_first_not_of(" \t\r");
    const bool is_json = first == std::string_view::npos || (*line)[first] == '{';
    if (!is_json && !LooksLikeCsvHeader(*line)) {
      return InvalidInput(
          "expected JSON Lines, or CSV with a header of :ID or :START_ID "
          "(--from names the format)");
    }
    lines.Back();
    if (file != "-") {
      report_.notes.push_back(file + ": read as " + (is_json ? "JSON Lines" : "CSV") +
                              ", which is what it looks like");
    }
    return is_json ? ImportFormat::kJsonLines : ImportFormat::kCsv;
  }

  Status Store(ReadRecord record, uint32_t index) {
    Status stored;
    if (record.assertion.has_value()) {
      stored = std::visit(
          [&](auto& assertion) {
            if (!assertion.at_given) {
              assertion.at = options_.now;
            }
            if (!assertion.by) {
              assertion.by = options_.by;
            }
            return sink_.Add(assertion, Place{index, record.line});
          },
          *record.assertion);
    } else {
      stored = tl::unexpected<Error>(std::move(record.assertion).error());
    }
    if (!stored.has_value()) {
      STEMMA_TRY(Reject(files_[index], record.line, stored.error(), /*is_counted=*/false));
    }
    return {};
  }

  Status Take(const std::vector<Rejection>& rejections) {
    for (const Rejection& one : rejections) {
      STEMMA_TRY(Reject(files_[one.place.source], one.place.line, one.error, /*is_counted=*/true));
    }
    return {};
  }

  // `is_counted`: by the sink, in its receipt.
  Status Reject(const std::string& file, uint64_t line, const Error& error, bool is_counted) {
    if (!options_.skip_bad || error.code != ErrorCode::kInvalidInput) {
      return At(file, line, error);
    }
    rejected_here_ += is_counted ? 0 : 1;
    if (report_.rejected.size() < kRejectedListedMax) {
      report_.rejected.push_back(At(file, line, error).value().message);
    }
    return {};
  }

  static tl::unexpected<Error> At(const std::string& file, uint64_t line, const Error& error) {
    if (error.code != ErrorCode::kInvalidInput) {
      return tl::unexpected<Error>(error);
    }
    const std::string place = line == 0 ? "" : ":" + std::to_string(line);
    return InvalidInput(NameOf(file) + place + ": " + error.message);
  }

  void Tell(const std::string& file, uint64_t bytes_of_file) const {
    ImportProgress progress;
    progress.file = file;
    progress.bytes_read = bytes_before_ + bytes_of_file;
    progress.bytes_total = has_unknown_size_ ? 0 : bytes_total_;
    progress.lines = report_.lines;
    options_.progress(progress);
  }

  const std::vector<std::string>& files_;
  const ImportOptions& options_;
  GraphSink& sink_;
  ImportReport report_;
  uint64_t rejected_here_ = 0;
  uint64_t bytes_before_ = 0;  // of the files already read
  uint64_t bytes_total_ = 0;
  bool has_unknown_size_ = false;
};

}  // namespace

std::optional<ImportFormat> ParseImportFormat(std::string_view word) {
  if (word == "jsonl") {
    return ImportFormat::kJsonLines;
  }
  return word == "csv" ? std::optional(ImportFormat::kCsv) : std::nullopt;
}

Result<ImportReport> ImportFiles(const std::vector<std::string>& files,
                                 const ImportOptions& options, GraphSink& sink) {
  return Importer(files, options, sink).Run();
}

}  // namespace stemma
