// Lines and columns of many places of one text, as compilers print them.
//
// A text may be one line of megabytes, or have a finding in every line: neither is read again for
// each place.
// Source: the GNU coding standards, "Formatting Error Messages".
// Thread safety: const calls from several threads.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "graph/base/code_points.h"

namespace stemma {

struct LineColumn {
  size_t line = 1;    // from 1
  size_t column = 1;  // from 1, in code points
};

class TextPlaces {
 public:
  // `text` is well-formed UTF-8 and is borrowed. O(bytes), once.
  explicit TextPlaces(std::string_view text);

  // Of a byte that begins a code point, or the end. O(log lines).
  LineColumn At(size_t byte) const;
  const CodePoints& Points() const { return code_points_; }

 private:
  CodePoints code_points_;
  std::vector<size_t> line_begins_;
};

}  // namespace stemma
