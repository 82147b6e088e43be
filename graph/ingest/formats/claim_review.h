// A fact check as schema.org describes it: the claim, where it appeared, and the reviewer's rating.
//
// A rating is the reviewer's words and stays so. Where its number stands in the lowest or highest
// quarter of the scale that comes with it, the review denies or supports the claim; any other
// rating is a field of the review and makes no edge.
// Source: schema.org ClaimReview, Claim, Rating; docs/commands/import.md. Thread safety: one
// thread.
#pragma once

#include "graph/ingest/formats/json_ld_things.h"

namespace stemma {

// InvalidInput "url: …", "claimReviewed: …" when there is none.
Status MapClaimReview(const simdjson::dom::object& review, JsonLdThings& things, Mapped& out);

}  // namespace stemma
