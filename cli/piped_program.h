// Another program with an input and an output, run without a shell.
//
// Input and complaints go through files without a name, so that neither side ever waits for the
// other; the output is passed on as it comes.
// Thread safety: several calls at once.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"

namespace stemma {

// `words` are the program, looked for on PATH, and its arguments. Unsupported when there is none of
// that name; Io with its first line of complaint when it fails, or what `input` or `output` fail
// with.
Status RunProgram(const std::vector<std::string>& words,
                  const std::function<Status(const ChunkWriter&)>& input,
                  const ChunkWriter& output);

}  // namespace stemma
