// What an assertion must satisfy before either store takes it.
//
// Source: docs/glossary.md, docs/json.md.
// Thread safety: all functions are pure.
#pragma once

#include <optional>
#include <string_view>

#include "graph/base/code_points.h"
#include "graph/base/result.h"
#include "graph/model/assertion.h"

namespace stemma {

// What can be said of one line alone: id length (1 to kIdBytesMax) and characters (valid UTF-8, no
// control characters), the other limits of an assertion (assertion.h), dates (`date` is EDTF),
// field types (name, title, text, url, lang, date, owner are text; aliases a list of texts;
// first_hand, unnamed true or false), selectors (start and end together, start not after end),
// confidence 0 to 1, right not above fired. Errors: InvalidInput "field: what was expected".
Status CheckLine(const NodeAssertion& assertion);
Status CheckLine(const EdgeAssertion& assertion);

// Of a line whose id is known as another kind.
tl::unexpected<Error> KindConflict(const NodeAssertion& assertion, NodeKind known);

// Whether the edge may run between nodes of these kinds; same_as needs equal kinds and a judgement.
Status CheckEndpoints(EdgeKind kind, NodeKind from, NodeKind to);

// Whether `evidence` is to be found in `text`: `exact` at start..end, or anywhere when it stands
// alone; start..end within the text. Prefix and suffix must then stand beside one such place.
Status CheckEvidence(const Evidence& evidence, std::string_view text);
// The same of a text whose positions were counted before: a text may have many evidences, and each
// count of it takes as long as the text is.
Status CheckEvidence(const Evidence& evidence, std::string_view text,
                     const CodePoints& code_points);

}  // namespace stemma
