// Assertions of one file, one after the other, whatever its format.
//
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "graph/base/result.h"
#include "graph/ingest/line_reader.h"
#include "graph/ingest/read_record.h"

namespace stemma {

class RecordReader {
 public:
  virtual ~RecordReader() = default;
  // Fills `record` with the next one, but for `place.source`; false at the end. An Error ends the
  // file: it cannot be read on. Its message names no file; its line is Line().
  virtual Result<bool> Next(ReadRecord& record) = 0;

  // Of the input that was read last, from 1; 0 where the format has no lines that matter.
  virtual uint64_t Line() const = 0;

  // What was taken, kept as extra fields and left out, with counts: "12 pages, 40 quotes; kept …".
  // Empty where all of the format has its place. Asked once, at the end.
  virtual std::string Note() const { return {}; }
};

// Both borrow `lines`.
std::unique_ptr<RecordReader> ReadJsonLines(LineReader& lines);
// Reads the header at once. InvalidInput when it is none.
Result<std::unique_ptr<RecordReader>> ReadCsv(LineReader& lines);

}  // namespace stemma
