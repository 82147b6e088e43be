// All bytes of a file whose format is one document, within a limit.
//
// Thread safety: one thread.
#pragma once

#include <string>

#include "graph/base/result.h"
#include "graph/ingest/line_reader.h"

namespace stemma {

// Such a document is in memory as a whole, and about three times its size while it is read.
inline constexpr size_t kDocumentBytesMax = size_t{256} << 20;
// A parsed value takes 16 bytes and more, however short: `[1,1,…` would take twenty times its size.
inline constexpr size_t kDocumentValuesMax = size_t{1} << 24;

// What `lines` holds, with room for kLinePaddingBytes behind it. InvalidInput when it is longer
// than kDocumentBytesMax, or may hold more JSON values than kDocumentValuesMax, going by commas,
// colons and brackets; errors of the source.
Result<std::string> ReadWhole(LineReader& lines);

}  // namespace stemma
