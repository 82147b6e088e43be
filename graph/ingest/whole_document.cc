#include "graph/ingest/whole_document.h"

#include <algorithm>

namespace stemma {

Result<std::string> ReadWhole(LineReader& lines) {
  constexpr size_t kChunkBytes = size_t{1} << 20;
  std::string bytes;
  size_t filled = 0;
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
    filled += got;
  }
  return InvalidInput("expected a document of at most " + std::to_string(kDocumentBytesMax >> 20U) +
                      " MiB, found a longer one");
}

}  // namespace stemma
