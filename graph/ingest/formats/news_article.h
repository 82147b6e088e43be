// An article as schema.org describes it: what it is based on, what it cites, who wrote and
// published it.
//
// Source: schema.org NewsArticle, CreativeWork; docs/commands/import.md. Thread safety: one thread.
#pragma once

#include <string_view>

#include "graph/ingest/formats/json_ld_things.h"

namespace stemma {

// InvalidInput "url: …" when the article has no address.
Status MapNewsArticle(const simdjson::dom::object& article, JsonLdThings& things, Mapped& out);

// The edges to who wrote and published a work, of its author, creator and publisher.
void AddMakers(const simdjson::dom::object& work, const std::string& id, std::string_view format,
               JsonLdThings& things, Mapped& out);

}  // namespace stemma
