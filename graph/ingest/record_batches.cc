#include "graph/ingest/record_batches.h"

#include <utility>

namespace stemma {
namespace {

constexpr size_t kBatchRecords = 512;
constexpr size_t kBatchBytes = size_t{1} << 20;
constexpr size_t kLongLineBytes = size_t{1} << 12;

std::string NameOf(const std::string& file) {
  return file == "-" ? "standard input" : file;
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
          AtPlace(files_[index_], records_->Line(), std::move(more).error()));
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

// What the user says, else what it looks like, else what its name promises.
Result<ImportFormat> RecordBatches::FormatOf(const std::string& file) {
  if (options_.format) {
    return *options_.format;
  }
  STEMMA_ASSIGN(const std::string_view beginning, lines_->Peek(kSniffedBytes));
  const auto by_content = FormatByContent(beginning);
  const auto by_name = FormatByName(file);
  if (!by_content) {
    if (by_name) {
      return *by_name;
    }
    const size_t first = beginning.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || beginning[first] == '{') {
      return ImportFormat::kJsonLines;  // whose reader says best what is wrong with it
    }
    return InvalidInput("expected " + ImportFormatWords() +
                        ", and it looks like none of them (--from names the format)");
  }
  // Native lines are what a pipe mostly brings.
  const bool is_native =
      *by_content == ImportFormat::kJsonLines || by_content == ImportFormat::kCsv;
  if (by_content != by_name && (file != "-" || !is_native)) {
    notes_.push_back(NameOf(file) + ": read as " + std::string(Name(*by_content)) +
                     ", which is what it looks like");
  }
  return *by_content;
}

Status RecordBatches::Open() {
  const std::string& file = files_[index_];
  holds_records_ = false;
  STEMMA_ASSIGN(source_, ByteSource::Open(file, stop_));
  lines_.emplace(*source_, kLineBytesMax);
  const auto open = [&]() -> Status {
    STEMMA_ASSIGN(const ImportFormat format, FormatOf(file));
    STEMMA_ASSIGN(records_, OpenReader(format, *lines_));
    return {};
  };
  if (Status opened = open(); !opened.has_value()) {
    return tl::unexpected<Error>(AtPlace(file, lines_->Number(), std::move(opened).error()));
  }
  return {};
}

Status RecordBatches::Close() {
  bytes_before_ += source_->BytesRead();
  if (const std::string note = records_->Note(); !note.empty()) {
    notes_.push_back(NameOf(files_[index_]) + ": " + note);
  }
  records_.reset();
  lines_.reset();
  source_.reset();
  if (!holds_records_) {
    return InvalidInput(NameOf(files_[index_]) + ": holds no node and no edge");
  }
  ++index_;
  return {};
}

}  // namespace stemma
