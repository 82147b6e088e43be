// Small pieces of an export, gathered into chunks that are worth a write.
//
// Thread safety: one thread.
#pragma once

#include <string>
#include <string_view>

#include "graph/export/chunk_writer.h"

namespace stemma {

class ChunkBuffer {
 public:
  // Borrows `write`.
  explicit ChunkBuffer(const ChunkWriter& write) : write_(write) {}

  // Fails as the writer does.
  Status Add(std::string_view piece) {
    chunk_ += piece;
    return chunk_.size() < kChunkBytes ? Status() : Flush();
  }
  // After the last piece; what is not flushed is lost.
  Status Flush() {
    STEMMA_TRY(write_(chunk_));
    chunk_.clear();
    return {};
  }

 private:
  static constexpr size_t kChunkBytes = size_t{256} << 10;

  const ChunkWriter& write_;
  std::string chunk_;
};

}  // namespace stemma
