// Where a command's long output goes: standard output, or a file that is whole or not there.
//
// Thread safety: one thread.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "cli/context.h"
#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"

namespace stemma {

struct OutputPart {
  std::string file;
  std::function<Status(const ChunkWriter&)> produce;
};
// Writes each part to its file, all of them or none. Io, or what a `produce` fails with.
Status WriteFiles(std::span<const OutputPart> parts);

// Calls `produce` with a writer to `file`, or to `context.out` where it is empty or "-". A file is
// written beside its place first, so that one that fails leaves what was there. Io, or what
// `produce` fails with.
Status WriteOutput(const Context& context, const std::string& file,
                   const std::function<Status(const ChunkWriter&)>& produce);

}  // namespace stemma
