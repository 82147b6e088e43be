// The articles and claim reviews that JSON-LD speaks of, in a file or in the scripts of a page.
//
// Source: JSON-LD 1.1, as schema.org's NewsArticle and ClaimReview are written in it: an object, a
// list, or a `@graph` whose objects name each other by `@id`; docs/commands/import.md.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/base/result.h"
#include "graph/ingest/record_reader.h"

namespace stemma {

enum class JsonLdTaken { kArticles, kClaimReviews, kBoth };

// Reads all of `lines` at once, see whole_document.h. InvalidInput when it is no JSON, or a page
// without such a script. Borrows `lines`.
Result<std::unique_ptr<RecordReader>> ReadJsonLdFile(LineReader& lines, JsonLdTaken taken);

}  // namespace stemma
