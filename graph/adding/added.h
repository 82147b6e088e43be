// What adding articles is told, and what it tells of each.
//
// Source: docs/reading.md, docs/commands/add.md.
// Thread safety: plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/base/edtf.h"
#include "graph/model/graph_sink.h"
#include "graph/reading/reading.h"

namespace stemma {

// Said by a person, over what the article itself says. Of several articles at once: the first three
// are of one alone, and empty.
struct AddOptions {
  std::optional<std::string> id;
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> date;    // EDTF
  std::optional<std::string> outlet;  // an id, or a name
  std::optional<std::string> by;
  Instant now = 0;
};

// Where an article was read from.
struct ArticleSource {
  std::string shown;      // as messages call it
  std::string path;       // absolute; empty when it has none
  std::string file_hash;  // Xxh3Hex of its bytes
};

enum class AddedAs {
  kNew,
  kKnown,     // this very text is stored: nothing new unless more is found in it
  kFilledIn,  // the work was stored without a text
  kRevision,  // an earlier text of it is stored
};

// What became of one name, link or credit.
struct Settled {
  enum class As {
    kMatched,     // exactly one stored node bears the name, or has the address
    kMade,        // a new node
    kApart,       // a new node beside others that bear the name, or without one
    kOwn,         // the article's own reporting: no citation
    kUnresolved,  // no edge
  };
  As as = As::kMatched;
  std::string_view what;  // "speaker", "outlet", "credit", "source", "document", "link"
  std::string printed;    // as the article has it
  std::string node;       // empty: none
  std::string because;    // of what was left apart or unresolved
  bool inherited = false;
};

struct AddedArticle {
  ArticleSource source;
  std::string id;
  std::string label;  // title, may be empty
  AddedAs as = AddedAs::kNew;
  std::string revises;  // of a revision
  size_t quotes = 0;
  size_t quotes_named = 0;    // with a named speaker
  size_t quotes_by_role = 0;  // with a role only
  size_t scare_quotes = 0;    // words in marks without speaker: not stored
  size_t indirect = 0;        // reported without marks: no quote nodes
  bool full_rules = true;
  std::vector<Settled> settled;
  std::vector<Orphan> orphans;     // evidence in the earlier text that the new one has not
  std::vector<std::string> notes;  // of reading it
};

std::string_view Name(AddedAs as);      // "new", "known", "filled-in", "revision"
std::string_view Name(Settled::As as);  // "matched", "new", "apart", "own", "unresolved"

}  // namespace stemma
