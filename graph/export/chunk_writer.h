// Where an export goes, piece by piece, so that a graph of any size can be written.
#pragma once

#include <functional>
#include <string_view>

#include "graph/base/result.h"

namespace stemma {

// Takes the next bytes. Io when they cannot be written; the export then ends.
using ChunkWriter = std::function<Status(std::string_view)>;

}  // namespace stemma
