// One line of native JSON Lines to one assertion; the way back is graph/export/json_line.h.
//
// Source: docs/json.md; RFC 8259. Parsing is simdjson's.
// Thread safety: a reader is used by one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "graph/base/result.h"
#include "graph/model/assertion.h"

namespace stemma {

using Assertion = std::variant<NodeAssertion, EdgeAssertion>;

class JsonLinesReader {
 public:
  JsonLinesReader();
  ~JsonLinesReader();
  JsonLinesReader(const JsonLinesReader&) = delete;
  JsonLinesReader& operator=(const JsonLinesReader&) = delete;

  // InvalidInput: "field: what was expected". `at` is left 0 where the line gives none.
  Result<Assertion> Parse(std::string_view line);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace stemma
