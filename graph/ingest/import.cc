#include "graph/ingest/import.h"

#include <algorithm>
#include <span>
#include <stop_token>
#include <utility>

#include "graph/ingest/byte_source.h"
#include "graph/ingest/read_ahead.h"
#include "graph/ingest/record_batches.h"

namespace stemma {
namespace {

// Lines whose nodes are on their way to this thread's processor.
constexpr size_t kFetchAhead = 8;

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
    STEMMA_TRY(ReadFiles());
    STEMMA_ASSIGN(const auto waiting, sink_.RejectWaiting());
    STEMMA_TRY(Take(waiting));
    STEMMA_ASSIGN(report_.receipt, sink_.Commit());
    report_.receipt.rejected += rejected_here_;
    return std::move(report_);
  }

 private:
  Status ReadFiles() {
    std::stop_source stop;
    RecordBatches batches(files_, options_, sink_, stop.get_token());
    {
      ReadAhead ahead(batches, stop);
      bool is_last = false;
      while (!is_last) {
        RecordBatch& batch = ahead.Next();
        STEMMA_TRY(Store(batch));
        is_last = batch.is_last;
        Tell(batch);
      }
    }
    report_.notes = batches.Notes();
    return {};
  }

  Status Store(RecordBatch& batch) {
    const std::span<const BatchLine> lines = batch.lines;
    for (size_t i = 0; i < lines.size(); ++i) {
      ++report_.lines;
      // Its other fields are not looked up, but waited for all the same.
      __builtin_prefetch(lines[std::min(i + kFetchAhead, lines.size() - 1)].prepared.to);
      STEMMA_TRY(Store(lines[i], batch));
    }
    if (batch.failure) {
      return tl::unexpected<Error>(std::move(*batch.failure));
    }
    return {};
  }

  Status Store(const BatchLine& line, const RecordBatch& batch) {
    if (line.record == BatchLine::kAlike) {
      return Judge(line, sink_.AddAlike(*line.prepared.from, *line.prepared.to, line.place));
    }
    const ReadRecord& record = batch.records[line.record];
    if (record.error) {
      return Reject(line.place, *record.error, /*is_counted=*/false);
    }
    return Judge(line, record.is_node ? sink_.Add(record.node, line.place, line.prepared)
                                      : sink_.Add(record.edge, line.place, line.prepared));
  }

  Status Judge(const BatchLine& line, const Status& stored) {
    return stored.has_value() ? Status() : Reject(line.place, stored.error(), /*is_counted=*/false);
  }

  Status Take(const std::vector<Rejection>& rejections) {
    for (const Rejection& one : rejections) {
      STEMMA_TRY(Reject(one.place, one.error, /*is_counted=*/true));
    }
    return {};
  }

  // `is_counted`: by the sink, in its receipt.
  Status Reject(Place place, const Error& error, bool is_counted) {
    Error placed = AtPlace(files_[place.source], place.line, error);
    if (!options_.skip_bad || error.code != ErrorCode::kInvalidInput) {
      return tl::unexpected<Error>(std::move(placed));
    }
    rejected_here_ += is_counted ? 0 : 1;
    if (report_.rejected.size() < kRejectedListedMax) {
      report_.rejected.push_back(std::move(placed).message);
    }
    return {};
  }

  void Tell(const RecordBatch& batch) const {
    if (options_.progress) {
      ImportProgress progress;
      progress.file = files_[std::min<size_t>(batch.source, files_.size() - 1)];
      progress.bytes_read = batch.bytes_read;
      progress.bytes_total = has_unknown_size_ ? 0 : bytes_total_;
      progress.lines = report_.lines;
      progress.is_writing = batch.is_last;
      options_.progress(progress);
    }
  }

  const std::vector<std::string>& files_;
  const ImportOptions& options_;
  GraphSink& sink_;
  ImportReport report_;
  uint64_t rejected_here_ = 0;
  uint64_t bytes_total_ = 0;
  bool has_unknown_size_ = false;
};

}  // namespace

Result<ImportReport> ImportFiles(const std::vector<std::string>& files,
                                 const ImportOptions& options, GraphSink& sink) {
  return Importer(files, options, sink).Run();
}

}  // namespace stemma
