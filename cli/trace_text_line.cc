#include "cli/trace_text_line.h"

#include <algorithm>
#include <array>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kMarkGap = 3;  // columns between a line and its mark, at least

// Bytes of the separator or control character at `at`, or 0: C0, DEL, C1, U+2028 and U+2029.
size_t ControlAt(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(at) <= 0x20 || byte(at) == 0x7F) {
    return 1;
  }
  if (byte(at) == 0xC2 && at + 1 < text.size() && byte(at + 1) < 0xA0) {
    return 2;
  }
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
}

// Bytes of the directional character at `at`, or 0: they would turn the rest of our own line.
size_t DirectionAt(std::string_view text, size_t at) {
  static constexpr std::array<std::string_view, 9> kDirections = {
      "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
      "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"};
  const std::string_view three = text.substr(at, 3);
  return std::find(kDirections.begin(), kDirections.end(), three) == kDirections.end() ? 0 : 3;
}

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    if (end > 0) {
      words.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// Quotation marks inside quotation marks are single ones.
std::string WithInnerMarks(std::string_view text) {
  std::string inner;
  while (!text.empty()) {
    const std::string_view three = text.substr(0, 3);
    const bool opens = three == "“";
    const bool is_mark = opens || three == "”";
    inner += is_mark ? (opens ? "‘" : "’") : text.substr(0, 1);
    text.remove_prefix(is_mark ? 3 : 1);
  }
  return inner;
}

// Where marks begin: behind the widest line that has one, but so that the widest mark has room.
size_t MarkColumn(const std::vector<MarkedLine>& lines, size_t columns) {
  size_t column = 0;
  size_t widest_mark = 0;
  for (const MarkedLine& line : lines) {
    if (!line.mark.empty()) {
      column = std::max(column, WidthOf(line.content) + kMarkGap);
      widest_mark = std::max(widest_mark, WidthOf(line.mark));
    }
  }
  return std::min(column, columns - std::min(columns, widest_mark));
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string printable;
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    if (const size_t control = ControlAt(text, at)) {
      gap = !printable.empty();
      at += control;
    } else if (const size_t direction = DirectionAt(text, at)) {
      at += direction;
    } else {
      if (gap) {
        printable += ' ';
        gap = false;
      }
      printable += text[at++];
    }
  }
  return printable;
}

std::string WordsInMarks(std::string_view text, size_t columns_max) {
  if (columns_max < 4) {
    return "";
  }
  const std::string printable = WithInnerMarks(Printable(text));
  const size_t inside = columns_max - 2;
  if (DisplayWidth(printable) <= inside) {
    return "“" + printable + "”";
  }
  std::string kept;
  for (std::string_view word : WordsOf(printable)) {
    std::string longer = kept;
    longer += (kept.empty() ? "" : " ");
    longer += word;
    if (DisplayWidth(longer) + 1 > inside) {
      break;
    }
    kept = std::move(longer);
  }
  // One long word, as in scripts that write without spaces: cut inside it.
  kept = kept.empty() ? TruncateToWidth(printable, inside) : kept + "…";
  return "“" + kept + "”";
}

std::vector<std::string> WrapWords(std::string_view text, size_t columns_first, size_t columns_rest,
                                   size_t lines_max) {
  std::vector<std::string> lines;
  std::string line;
  const auto room = [&] { return lines.empty() ? columns_first : columns_rest; };
  for (std::string_view word : WordsOf(text)) {
    std::string longer = line;
    longer += (line.empty() ? "" : " ");
    longer += word;
    if (!line.empty() && DisplayWidth(longer) > room()) {
      if (lines.size() + 1 == lines_max) {
        lines.push_back(TruncateToWidth(longer, room()));
        return lines;
      }
      lines.push_back(std::move(line));
      longer = word;
    }
    line = TruncateToWidth(longer, room());
  }
  if (!line.empty()) {
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string Wrapped(std::string_view sentence, size_t columns) {
  std::string text;
  for (const std::string& line : WrapWords(sentence, columns, columns - 2, 100)) {
    text += (text.empty() ? "" : "  ") + line + "\n";
  }
  return text;
}

size_t WidthOf(const Line& line) {
  size_t width = 0;
  for (const Piece& piece : line) {
    width += DisplayWidth(piece.text);
  }
  return width;
}

std::string Render(const Line& line, const Terminal& terminal, size_t columns_max) {
  const bool is_cut = WidthOf(line) > columns_max;
  size_t left = columns_max;
  std::string rendered;
  for (size_t i = 0; i < line.size() && left > 0; ++i) {
    const size_t width = DisplayWidth(line[i].text);
    // A piece that just fills the line, with more to come, must give way to the sign that it does.
    const bool fits = width < left || (width == left && (!is_cut || i + 1 == line.size()));
    std::string text = line[i].text;
    if (!fits) {
      text = TruncateToWidth(width == left ? text + "…" : text, left);
    }
    left = fits ? left - width : 0;
    rendered += text.empty() ? text : Tinted(terminal, line[i].tint, text);
  }
  return rendered;
}

std::string Render(const std::vector<MarkedLine>& lines, const Terminal& terminal) {
  const size_t columns = terminal.columns;
  const size_t mark_column = MarkColumn(lines, columns);
  std::string rendered;
  for (const MarkedLine& line : lines) {
    const size_t mark_width = WidthOf(line.mark);
    const size_t width = WidthOf(line.content);
    const size_t kept = std::min(width, line.keep_columns) + kMarkGap + mark_width;
    if (line.mark.empty() || kept > columns) {
      rendered += Render(line.content, terminal, columns) + "\n";
      if (!line.mark.empty()) {
        Line below = {{line.hang, Tint::kDim}};
        below.insert(below.end(), line.mark.begin(), line.mark.end());
        rendered += Render(below, terminal, columns) + "\n";
      }
      continue;
    }
    const size_t last_column = columns - mark_width;
    // Behind the marks' column where what must be kept needs that; never beyond the last one.
    const size_t column = std::min(last_column, std::max(mark_column, kept - mark_width));
    const size_t shown = std::min(width, column - kMarkGap);
    rendered += Render(line.content, terminal, column - kMarkGap);
    rendered += std::string(column - shown, ' ');
    rendered += Render(line.mark, terminal, mark_width) + "\n";
  }
  return rendered;
}

std::string Counted(size_t count, std::string_view singular, std::string_view plural) {
  return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string AndMore(uint64_t left_out) {
  return "and " + std::to_string(left_out) + " more: a larger --limit lists them";
}

std::string Enumerated(const std::vector<std::string>& names, size_t listed_max) {
  std::string text;
  const bool has_more = names.size() > listed_max;
  const size_t listed = has_more ? listed_max : names.size();
  for (size_t i = 0; i < listed; ++i) {
    const bool is_last = i + 1 == listed && !has_more;
    text += (i == 0 ? "" : is_last ? " and " : ", ") + names[i];
  }
  if (has_more) {
    text += " and " + std::to_string(names.size() - listed) + " more";
  }
  return text;
}

}  // namespace stemma
