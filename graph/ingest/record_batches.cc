#include "graph/ingest/record_batches.h"

#include <utility>

#include "graph/model/rules.h"

namespace stemma {
namespace {

constexpr size_t kBatchLines = 512;
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
    batch.lines.clear();  // none of them can be stored
    batch.failure = std::move(found).error();
    batch.is_last = true;
  }
}

void RecordBatches::Read(RecordBatch& batch) {
  if (batch.bytes_of_long > kBatchBytes) {
    batch.records.clear();
    batch.bytes_of_long = 0;
  }
  batch.lines.clear();
  batch.records_used = 0;
  names_.clear();
  name_ends_.clear();
  last_bare_.reset();
  size_t bytes = 0;
  while (!batch.is_last && batch.lines.size() < kBatchLines && bytes < kBatchBytes) {
    if (batch.records_used == batch.records.size()) {
      batch.records.emplace_back();
    }
    const uint64_t before = lines_ ? lines_->Bytes() : 0;
    ReadRecord& record = batch.records[batch.records_used];
    auto more = Next(record);
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
      Prepare(record, batch);
    }
  }
  batch.source = index_;
  batch.bytes_read = bytes_before_ + (source_ ? source_->BytesRead() : 0);
}

// What is bad in itself is found so before its turn comes. The record of an edge that is like the
// one before does not travel, and is filled with the next line.
void RecordBatches::Prepare(ReadRecord& record, RecordBatch& batch) {
  if (!record.error) {
    Status checked = record.is_node ? CheckLine(record.node) : CheckLine(record.edge);
    if (!checked.has_value()) {
      record.error = std::move(checked).error();
    }
  }
  BatchLine& line = batch.lines.emplace_back();
  line.place = record.place;
  line.record = IsLikeLast(record, batch) ? BatchLine::kAlike : batch.records_used++;
  if (!record.error) {
    line.prepared.is_checked = true;
    TakeNames(record, line);
  }
  if (!record.error && !record.is_node && line.record != BatchLine::kAlike) {
    last_bare_ = IsBare(record.edge) ? std::optional(line.record) : std::nullopt;
  }
}

void RecordBatches::TakeNames(const ReadRecord& record, BatchLine& line) {
  const auto take = [&](const std::string& id) {
    names_ += id;
    name_ends_.push_back(names_.size());
    ++line.names;
  };
  if (record.is_node) {
    take(record.node.id);
  } else {
    take(record.edge.from);
    take(record.edge.to);
  }
}

bool RecordBatches::IsLikeLast(const ReadRecord& record, const RecordBatch& batch) const {
  if (!takes_alike_ || !last_bare_ || record.error || record.is_node) {
    return false;
  }
  const EdgeAssertion& last = batch.records[*last_bare_].edge;
  const EdgeAssertion& edge = record.edge;
  return IsBare(edge) && last.kind == edge.kind && last.at == edge.at &&
         last.at_given == edge.at_given && last.by == edge.by;
}

Status RecordBatches::LookUp(RecordBatch& batch) {
  const std::string_view names = names_;
  lookups_.clear();
  size_t begin = 0;
  for (const size_t end : name_ends_) {
    lookups_.push_back({names.substr(begin, end - begin)});
    begin = end;
  }
  STEMMA_TRY(sink_.LookUp(lookups_));
  auto next = lookups_.begin();
  for (BatchLine& line : batch.lines) {
    line.prepared.from = line.names > 0 ? (next++)->node : nullptr;
    line.prepared.to = line.names > 1 ? (next++)->node : nullptr;
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
