// An edge in the data of the picture, but for its ends.
//
// Source: web/README.md, "The data". Thread safety: pure functions.
#pragma once

#include <set>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/step_record.h"

namespace stemma {

// In the words of the native format. Claims and evidence that name one of `hidden_ids` are left
// out, and `by` unless `with_by`.
nlohmann::ordered_json PictureEdgeJson(const StepRecord& record,
                                       const std::set<std::string>& hidden_ids, bool with_by);

}  // namespace stemma
