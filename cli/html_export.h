// `export html`: the picture as one file that opens from disk.
//
// Source: docs/commands/export.md. Thread safety: one thread.
#pragma once

#include <cstddef>
#include <string>

#include "cli/context.h"
#include "cli/export_part.h"
#include "graph/base/result.h"

namespace stemma {

inline constexpr size_t kPictureNodesMax = 2000;

struct HtmlOptions {
  bool with_texts = false;
  bool with_private = false;
  bool without_findings = false;        // of the audit, which reads the chains of each work
  size_t nodes_max = kPictureNodesMax;  // the nearest are shown; a whole store must fit
};

// With --json the data of the page alone. Says on standard error what was withheld. InvalidInput
// when the whole store is asked for and is larger than `nodes_max`, or nothing is left to show.
Status ExportHtml(Context& context, const PartOptions& asked, const HtmlOptions& options,
                  const std::string& output);

}  // namespace stemma
