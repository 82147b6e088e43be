// Lines and wrapped sentences for a terminal, put together one after the other.
//
// Thread safety: one thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "cli/terminal.h"
#include "cli/trace_text_line.h"

namespace stemma {

class TextWriter {
 public:
  // Borrows `terminal`.
  explicit TextWriter(const Terminal& terminal) : terminal_(terminal) {}

  // Cut where it is wider than the terminal.
  void Put(const Line& line) { text_ += Render(line, terminal_, terminal_.columns) + "\n"; }
  // Broken at spaces; set in by two columns, and by two more from its second line on.
  void Wrap(std::string_view sentence, size_t indent_columns = 2) {
    const size_t columns = terminal_.columns - indent_columns;
    std::string indent(indent_columns, ' ');
    for (const std::string& line : WrapWords(sentence, columns, columns - 2, 50)) {
      Put({{indent + line}});
      indent.resize(indent_columns + 2, ' ');
    }
  }
  std::string Take() { return std::move(text_); }

 private:
  const Terminal& terminal_;
  std::string text_;
};

}  // namespace stemma
