#include "graph/adding/added.h"

namespace stemma {

std::string_view Name(AddedAs as) {
  switch (as) {
    case AddedAs::kNew:
      return "new";
    case AddedAs::kKnown:
      return "known";
    case AddedAs::kFilledIn:
      return "filled-in";
    case AddedAs::kRevision:
      return "revision";
  }
  return "";
}

std::string_view Name(Settled::As as) {
  switch (as) {
    case Settled::As::kMatched:
      return "matched";
    case Settled::As::kMade:
      return "new";
    case Settled::As::kApart:
      return "apart";
    case Settled::As::kOwn:
      return "own";
    case Settled::As::kUnresolved:
      return "unresolved";
  }
  return "";
}

}  // namespace stemma
