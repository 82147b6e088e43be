// Whose name an article prints: a stored agent, a new one, or one that is left apart.
//
// A name is a stored node's only when exactly one bears it. Who is a role only is a node of its
// own, below the article, which bears no name for others. Source: docs/reading.md, "Whose name it
// is". Thread safety: one thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/adding/added.h"
#include "graph/adding/assertion_list.h"
#include "graph/adding/known_names.h"
#include "graph/base/result.h"
#include "graph/reading/reading.h"

namespace stemma {

class Agents {
 public:
  // New nodes go to `list`. All must outlive it.
  Agents(KnownNames& names, const std::string& article, AssertionList& list)
      : names_(names), article_(article), list_(list) {}

  // `place`: the code point at which the mention begins; it stands in the id of a speaker without a
  // name, or whose name several bear.
  Result<Settled> Speaker(const SpeakerMention& mention, std::string_view printed, size_t place);

  // An outlet, by a name without its article: "Guardian" is also "The Guardian". An unknown one is
  // made; one whose name several bear is left unresolved.
  Result<Settled> Outlet(std::string_view what, const std::string& name, std::string_view printed);

  // Any node of a fitting kind with that name; none is made.
  Result<Settled> Stored(std::string_view what, const std::string& name, std::string_view printed,
                         bool (*fits)(NodeKind));

 private:
  Settled MakeSpeaker(const SpeakerMention& mention, std::string_view printed, size_t place,
                      const std::string& because);

  KnownNames& names_;
  const std::string& article_;
  AssertionList& list_;
  std::unordered_map<std::string, std::string> apart_;  // of this article: folded name, id
};

// Folded, and without "the": two names with the same one may be an outlet's.
std::string OutletName(std::string_view name);

}  // namespace stemma
