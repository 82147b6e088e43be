// A format of JSON objects, one a line, each of which may come to many records.
//
// Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/base/result.h"
#include "graph/ingest/json_value.h"
#include "graph/ingest/record_queue.h"
#include "graph/ingest/record_reader.h"

namespace stemma {

class LineMapper {
 public:
  virtual ~LineMapper() = default;
  // Puts what `line` comes to into `out`. InvalidInput "field: what was expected": the line is bad
  // as a whole, and what was put into `out` is forgotten.
  virtual Status Map(const simdjson::dom::object& line, Mapped& out) = 0;
};

// Blank lines are passed over. Borrows `lines`.
std::unique_ptr<RecordReader> ReadMappedLines(LineReader& lines,
                                              std::unique_ptr<LineMapper> mapper);

}  // namespace stemma
