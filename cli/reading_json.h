// What was read in an article, as `read --json` prints it.
//
// Source: docs/json.md, `read --json`.
// Thread safety: pure.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "graph/reading/reading.h"

namespace stemma {

// "told", "published-by", "obtained-by", "cites"; "direct", "mixed", "indirect".
std::string_view Name(SourceRelation relation);
std::string_view Name(QuoteKind kind);

// BCP 47 of an article: what its markup says, unless its words say otherwise; may be empty.
std::string LanguageTag(const Reading& reading);

// `file`: as messages call it. O(bytes of the text and findings).
nlohmann::ordered_json JsonOf(const Reading& reading, const std::string& file);

}  // namespace stemma
