#include "graph/ingest/record_batches.h"

#include <utility>

#include "graph/ingest/csv_header.h"

namespace stemma {
namespace {

constexpr size_t kBatchRecords = 512;
constexpr size_t kBatchBytes = size_t{1} << 20;
constexpr size_t kLongLineBytes = size_t{1} << 12;

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

}  // namespace

Error AtPlace(const std::string& file, uint64_t line, Error error) {
  if (error.code == ErrorCode::kInvalidInput) {
    const std::string place = line == 0 ? "" : ":" + std::to_string(line);
    error.message = NameOf(file) + place + ": " + error.message;
  }
  return error;
}

void RecordBatches::Fill(RecordBatch& batch) {
  Read(batch);
  if (Status found = LookUp(batch); !found.has_value()) {
    batch.size = 0;  // none of them can be stored
    batch.failure = std::move(found).error();
    batch.is_last = true;
  }
}

void RecordBatches::Read(RecordBatch& batch) {
  if (batch.bytes_of_long > kBatchBytes) {
    batch.records.clear();
    batch.bytes_of_long = 0;
  }
  batch.size = 0;
  size_t bytes = 0;
  while (!batch.is_last && batch.size < kBatchRecords && bytes < kBatchBytes) {
    if (batch.size == batch.records.size()) {
      batch.records.emplace_back();
    }
    const uint64_t before = lines_ ? lines_->Bytes() : 0;
    auto more = Next(batch.records[batch.size]);
    if (!more.has_value()) {
      batch.failure = std::move(more).error();
    }
    batch.is_last = !more.value_or(false);
    if (!batch.is_last) {
      // A record of the next file gave up the count of the one before.
      const uint64_t after = lines_->Bytes();
      const size_t size = after >= before ? after - before : after;
      bytes += size;
      batch.bytes_of_long += size > kLongLineBytes ? size : 0;
      ++batch.size;
    }
  }
  batch.source = index_;
  batch.bytes_read = bytes_before_ + (source_ ? source_->BytesRead() : 0);
}

Status RecordBatches::LookUp(RecordBatch& batch) {
  lookups_.clear();
  const std::span<ReadRecord> records(batch.records.data(), batch.size);
  for (const ReadRecord& record : records) {
    if (record.error) {
      continue;
    }
    if (record.is_node) {
      lookups_.push_back({record.node.id});
    } else {
      lookups_.push_back({record.edge.from});
      lookups_.push_back({record.edge.to});
    }
  }
  STEMMA_TRY(sink_.LookUp(lookups_));
  auto next = lookups_.begin();
  for (ReadRecord& record : records) {
    if (!record.error) {
      record.from = (next++)->node;
      record.to = record.is_node ? nullptr : (next++)->node;
    }
  }
  return {};
}

Result<bool> RecordBatches::Next(ReadRecord& record) {
  while (index_ < files_.size()) {
    if (!records_) {
      STEMMA_TRY(Open());
    }
    auto more = records_->Next(record);
    if (!more.has_value()) {
      return tl::unexpected<Error>(
          AtPlace(files_[index_], lines_->Number(), std::move(more).error()));
    }
    if (*more) {
      holds_records_ = true;
      record.place.source = index_;
      TakeDefaults(record);
      return true;
    }
    STEMMA_TRY(Close());
  }
  return false;
}

// What the line leaves to the import.
void RecordBatches::TakeDefaults(ReadRecord& record) const {
  const auto take = [this](auto& assertion) {
    if (!assertion.at_given) {
      assertion.at = options_.now;
    }
    if (!assertion.by) {
      assertion.by = options_.by;
    }
  };
  if (record.is_node) {
    take(record.node);
  } else {
    take(record.edge);
  }
}

// What the user says, else what the file's name says, else what it looks like.
Status RecordBatches::Open() {
  const std::string& file = files_[index_];
  holds_records_ = false;
  STEMMA_ASSIGN(source_, ByteSource::Open(file, stop_));
  lines_.emplace(*source_, kLineBytesMax);
  const auto open = [&]() -> Status {
    auto format = options_.format ? options_.format : FormatByName(file);
    if (!format) {
      STEMMA_ASSIGN(format, FormatByContent());
    }
    if (*format == ImportFormat::kCsv) {
      STEMMA_ASSIGN(records_, ReadCsv(*lines_));
    } else {
      records_ = ReadJsonLines(*lines_);
    }
    return {};
  };
  if (Status opened = open(); !opened.has_value()) {
    return tl::unexpected<Error>(AtPlace(file, lines_->Number(), std::move(opened).error()));
  }
  return {};
}

Status RecordBatches::Close() {
  bytes_before_ += source_->BytesRead();
  records_.reset();
  lines_.reset();
  source_.reset();
  if (!holds_records_) {
    return InvalidInput(NameOf(files_[index_]) + ": holds no node and no edge");
  }
  ++index_;
  return {};
}

Result<ImportFormat> RecordBatches::FormatByContent() {
  STEMMA_ASSIGN(const auto line, lines_->Next());
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
  lines_->Back();
  const std::string& file = files_[index_];
  if (file != "-") {
    notes_.push_back(file + ": read as " + (is_json ? "JSON Lines" : "CSV") +
                     ", which is what it looks like");
  }
  return is_json ? ImportFormat::kJsonLines : ImportFormat::kCsv;
}

}  // namespace stemma
