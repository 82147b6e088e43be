// The data of the picture: one JSON value of a part of the store, all that the page shows.
//
// The page computes nothing that the command line computes, so that both say the same: depth, ends,
// circles, choke points and findings come with the nodes. All of it is computed as if what is
// withheld did not exist, so that nothing on a published page rests on what is not there.
//
// Source: web/README.md, "The data". Thread safety: one thread.
#pragma once

#include <functional>
#include <string>
#include <unordered_set>

#include <nlohmann/json_fwd.hpp>

#include "cli/export_part.h"
#include "graph/base/result.h"

namespace stemma {

struct PictureOptions {
  bool with_texts = false;    // of works; quotes and claims are their words
  bool with_private = false;  // and with it who said what
  bool with_findings = true;
  // Called with what is being done; may be empty.
  std::function<void(const std::string&)> progress;
};

// `part` was selected from `graph` with `hidden` left out. Reads all fields of what is shown, the
// chains behind it, and each work's text.
Result<nlohmann::ordered_json> PictureJson(const GraphView& graph, const Part& part,
                                           const PartOptions& asked,
                                           const std::unordered_set<NodeId>& hidden,
                                           const PictureOptions& options);

}  // namespace stemma
