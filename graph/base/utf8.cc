#include "graph/base/utf8.h"

#include <cstdint>
#include <cstring>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace stemma {
namespace {

size_t ColumnsOf(UChar32 point) {
  const auto category = u_charType(point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      category == U_CONTROL_CHAR) {
    return 0;
  }
  const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

// Calls `visit(point, begin, end)` for each code point until it returns false.
template <class Visit>
void ForEachCodePoint(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < length;) {
    const int64_t begin = i;
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(bytes, i, length, point);
    if (!visit(point, static_cast<size_t>(begin), static_cast<size_t>(i))) {
      return;
    }
  }
}

}  // namespace

size_t AsciiPrefix(std::string_view text) {
  size_t i = 0;
  for (; i + sizeof(uint64_t) <= text.size(); i += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + i, sizeof word);
    if ((word & 0x8080808080808080U) != 0) {
      break;
    }
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) {
    ++i;
  }
  return i;
}

std::optional<size_t> FirstInvalidUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int64_t>(text.size());
  for (int64_t i = static_cast<int64_t>(AsciiPrefix(text)); i < length;) {
    const int64_t begin = i;
    UChar32 point = 0;
    U8_NEXT(bytes, i, length, point);
    if (point < 0) {
      return static_cast<size_t>(begin);
    }
  }
  return std::nullopt;
}

size_t CodePointCount(std::string_view text) {
  size_t count = 0;
  for (const char c : text) {
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return count;
}

std::optional<std::string_view> CodePointSlice(std::string_view text, size_t start, size_t end) {
  if (end < start) {
    return std::nullopt;
  }
  size_t position = 0;
  size_t begin_byte = text.size();
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) {
      continue;
    }
    if (position == start) {
      begin_byte = i;
    }
    if (position == end) {
      return text.substr(begin_byte, i - begin_byte);
    }
    ++position;
  }
  // Behind the last code point is a position too.
  if (position != end) {
    return std::nullopt;
  }
  return start == end ? text.substr(text.size()) : text.substr(begin_byte);
}

size_t DisplayWidth(std::string_view text) {
  size_t columns = 0;
  ForEachCodePoint(text, [&](UChar32 point, size_t, size_t) {
    columns += ColumnsOf(point);
    return true;
  });
  return columns;
}

std::string TruncateToWidth(std::string_view text, size_t columns_max) {
  if (DisplayWidth(text) <= columns_max) {
    return std::string(text);
  }
  if (columns_max == 0) {
    return "";
  }
  size_t columns = 0;
  size_t kept = 0;
  ForEachCodePoint(text, [&](UChar32 point, size_t, size_t end) {
    columns += ColumnsOf(point);
    if (columns > columns_max - 1) {
      return false;
    }
    kept = end;
    return true;
  });
  return std::string(text.substr(0, kept)) + "…";
}

}  // namespace stemma
