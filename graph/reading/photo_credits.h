// Credits of pictures: "File AFP", "Photo: Jane Doe/AP", "AFP/JANE DOE", "© Reuters".
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/reading.h"
#include "graph/reading/token_view.h"

namespace stemma {

// Appends those of one paragraph, in any order. O(bytes).
void FindPhotoCredits(const TokenView& tokens, TokenRange paragraph, std::vector<Credit>& credits);

// "Photo : …", "[Picture] …": whether a label says that the paragraph is a caption, or a credit.
bool IsLabelledCaption(const TokenView& tokens, TokenRange paragraph);

}  // namespace stemma
