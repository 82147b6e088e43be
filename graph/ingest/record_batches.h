// The records of an import's files, in order, a few hundred at a time, prepared as far as no order
// matters.
//
// Batches are what passes from the thread that reads to the one that stores: one hand-over for many
// short lines. A batch holds all that is said about its records, so that neither thread looks at
// what the other is working on.
// Thread safety: one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "graph/base/result.h"
#include "graph/ingest/byte_source.h"
#include "graph/ingest/import.h"
#include "graph/ingest/line_reader.h"
#include "graph/ingest/record_reader.h"
#include "graph/model/graph_sink.h"

namespace stemma {

// One line, as the thread that stores needs it: of most edges nothing else travels.
struct BatchLine {
  static constexpr uint32_t kAlike = ~uint32_t{0};

  Prepared prepared;
  Place place;
  uint32_t record = 0;  // in the batch; kAlike: an edge like the one before, as of AddAlike
  uint32_t names = 0;   // ids that it names; none when it is bad
};

struct RecordBatch {
  std::vector<BatchLine> lines;
  std::vector<ReadRecord> records;  // only the first `records_used`; the others are room
  uint32_t records_used = 0;
  std::optional<Error> failure;  // behind the lines, the input could not be read on
  bool is_last = false;          // behind the lines, nothing comes
  uint32_t source = 0;           // the file that is being read
  uint64_t bytes_read = 0;       // as in ImportProgress
  size_t bytes_of_long = 0;      // in lines so long that the room they leave behind matters
};

class RecordBatches {
 public:
  // Borrows the first three; of `sink` nothing but LookUp() and TakesAlike() is called. `stop` ends
  // a wait for input.
  RecordBatches(const std::vector<std::string>& files, const ImportOptions& options,
                GraphSink& sink, std::stop_token stop)
      : files_(files),
        options_(options),
        sink_(sink),
        stop_(std::move(stop)),
        takes_alike_(sink.TakesAlike()) {}

  // Not to be called again after the last batch.
  void Fill(RecordBatch& batch);

  const std::vector<std::string>& Notes() const { return notes_; }

 private:
  void Read(RecordBatch& batch);
  void Prepare(ReadRecord& record, RecordBatch& batch);
  void TakeNames(const ReadRecord& record, BatchLine& line);
  bool IsLikeLast(const ReadRecord& record, const RecordBatch& batch) const;
  Status LookUp(RecordBatch& batch);
  Result<bool> Next(ReadRecord& record);
  void TakeDefaults(ReadRecord& record) const;
  Status Open();
  Status Close();
  Result<ImportFormat> FormatOf(const std::string& file);

  const std::vector<std::string>& files_;
  const ImportOptions& options_;
  GraphSink& sink_;
  std::stop_token stop_;
  bool takes_alike_;
  // All of one batch. Ids are copied, so that a record that need not travel is filled again.
  std::string names_;
  std::vector<size_t> name_ends_;
  std::vector<Lookup> lookups_;
  std::optional<uint32_t> last_bare_;  // the record of the edge before, if that is bare
  uint32_t index_ = 0;                 // of the file that is read or comes next
  std::unique_ptr<ByteSource> source_;
  std::optional<LineReader> lines_;
  std::unique_ptr<RecordReader> records_;
  bool holds_records_ = false;  // the file, so far
  uint64_t bytes_before_ = 0;   // of the files already read
  std::vector<std::string> notes_;
};

// `error` with "FILE:LINE: " before its message, where it is about the input. Line 0: "FILE: ".
Error AtPlace(const std::string& file, uint64_t line, Error error);

}  // namespace stemma
