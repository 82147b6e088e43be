// One line of native JSON Lines to one assertion; the way back is graph/export/json_line.h.
//
// Source: docs/json.md; RFC 8259. Parsing is simdjson's, which checks UTF-8 as well.
// Thread safety: a reader is used by one thread.
#pragma once

#include <memory>
#include <string_view>

#include "graph/base/result.h"
#include "graph/ingest/read_record.h"

namespace stemma {

class JsonLinesReader {
 public:
  JsonLinesReader();
  ~JsonLinesReader();
  JsonLinesReader(const JsonLinesReader&) = delete;
  JsonLinesReader& operator=(const JsonLinesReader&) = delete;

  // Fills the node or the edge of `record`, and says which; `at` is left 0 where the line gives
  // none. InvalidInput: "field: what was expected"; the record then says nothing.
  Status Parse(std::string_view line, ReadRecord& record);

  // The same for a line behind which kLinePaddingBytes may be read, without copying it.
  Status ParsePadded(std::string_view line, ReadRecord& record);

 private:
  struct Parser;
  Status Take(std::string_view line, bool is_padded, ReadRecord& record);

  std::unique_ptr<Parser> parser_;
};

}  // namespace stemma
