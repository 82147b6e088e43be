// Which node an article becomes: a new one, one that is stored already, or a later text of one.
//
// A text, once stored, is never replaced: what quotes it keeps its place in it. A corrected text is
// a node of its own, `ID@2`, which is `derived_from` the earlier one, how: revision.
// Source: docs/reading.md, "Which article it is".
// Thread safety: one thread.
#pragma once

#include <string>
#include <string_view>

#include "graph/adding/added.h"
#include "graph/adding/known_works.h"
#include "graph/base/result.h"

namespace stemma {

struct Placement {
  AddedAs as = AddedAs::kNew;
  std::string id;
  NodeKind kind = NodeKind::kArticle;
  std::string url;           // canonical; empty: none is known
  std::string url_key;       // likewise
  std::string revises;       // of a revision, the text before it
  std::string_view told_by;  // of a revision, why it is one: "id", "url", "file"
  bool same_file = false;    // known by its file's bytes, though they were read otherwise then
};

// InvalidInput: an id of the options is of no work, or several works have the article's address.
Result<Placement> PlaceArticle(KnownWorks& works, const Article& article,
                               const std::string& text_hash, const ArticleSource& source,
                               const AddOptions& options);

}  // namespace stemma
