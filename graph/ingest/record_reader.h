// Assertions of one file, one after the other, whatever its format.
//
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "graph/base/result.h"
#include "graph/ingest/json_lines.h"
#include "graph/ingest/line_reader.h"

namespace stemma {

struct ReadRecord {
  uint64_t line = 0;            // where it begins, from 1
  Result<Assertion> assertion;  // InvalidInput "field: what was expected": this record alone is bad
};

class RecordReader {
 public:
  virtual ~RecordReader() = default;
  // The next record; nothing at the end. An Error of the outer Result ends the file: it cannot be
  // read on. Its message names no file; its line is that of the LineReader.
  virtual Result<std::optional<ReadRecord>> Next() = 0;
};

// Both borrow `lines`.
std::unique_ptr<RecordReader> ReadJsonLines(LineReader& lines);
// Reads the header at once. InvalidInput when it is none.
Result<std::unique_ptr<RecordReader>> ReadCsv(LineReader& lines);

}  // namespace stemma
