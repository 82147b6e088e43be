// Where an article's own words end and what its outlet prints below each article begins.
//
// Terms of use, contacts, appeals for money and invitations to subscribe are nobody's reporting:
// no rule should raise anything in them. They stand at the end, so that the answer is one place.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "graph/reading/token_view.h"

namespace stemma {

// The first paragraph of the boilerplate at the text's end, not before `first`; behind the last
// paragraph when there is none. O(tokens).
uint32_t BoilerplateBegin(const TokenView& tokens, uint32_t first);

}  // namespace stemma
