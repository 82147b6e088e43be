// Assertions of one file, one after the other, whatever its format.
//
// Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/base/result.h"
#include "graph/ingest/line_reader.h"
#include "graph/ingest/read_record.h"

namespace stemma {

class RecordReader {
 public:
  virtual ~RecordReader() = default;
  // Fills `record` with the next one, but for `place.source`; false at the end. An Error ends the
  // file: it cannot be read on. Its message names no file; its line is that of the LineReader.
  virtual Result<bool> Next(ReadRecord& record) = 0;
};

// Both borrow `lines`.
std::unique_ptr<RecordReader> ReadJsonLines(LineReader& lines);
// Reads the header at once. InvalidInput when it is none.
Result<std::unique_ptr<RecordReader>> ReadCsv(LineReader& lines);

}  // namespace stemma
