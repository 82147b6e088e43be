#include "graph/ingest/whole_document.h"

#include <algorithm>
#include <string_view>

namespace stemma {
namespace {

// What each value but the first has before it; in a text they count too.
size_t CountMarks(std::string_view bytes) {
  size_t count = 0;
  for (const char c : bytes) {
    count += static_cast<size_t>(c == ',') + static_cast<size_t>(c == ':') +
             static_cast<size_t>(c == '[') + static_cast<size_t>(c == '{');
  }
  return count;
}

}  // namespace

Result<std::string> ReadWhole(LineReader& lines) {
  constexpr size_t kChunkBytes = size_t{1} << 20;
  std::string bytes;
  size_t filled = 0;
  size_t marks = 0;
  while (filled <= kDocumentBytesMax) {
    if (bytes.size() < filled + kChunkBytes) {
      bytes.resize(std::max(2 * filled, filled + kChunkBytes));
    }
    STEMMA_ASSIGN(const size_t got, lines.Read(bytes.data() + filled, kChunkBytes));
    if (got == 0) {
      bytes.resize(filled);
      bytes.reserve(filled + kLinePaddingBytes);
      return bytes;
    }
    marks += CountMarks(std::string_view(bytes).substr(filled, got));
    if (marks > kDocumentValuesMax) {
      return InvalidInput("expected a document of at most " +
                          std::to_string(kDocumentValuesMax >> 20U) +
                          " million values, found one with more");
    }
    filled += got;
  }
  return InvalidInput("expected a document of at most " + std::to_string(kDocumentBytesMax >> 20U) +
                      " MiB, found a longer one");
}

}  // namespace stemma
