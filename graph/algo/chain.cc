#include "graph/algo/chain.h"

namespace stemma {

std::string_view Name(ChainEnd end) {
  switch (end) {
    case ChainEnd::kOrigin:
      return "origin";
    case ChainEnd::kAttributed:
      return "attributed";
    case ChainEnd::kUnnamed:
      return "unnamed";
    case ChainEnd::kOutletOnly:
      return "outlet-only";
    case ChainEnd::kDeadEnd:
      return "dead-end";
    case ChainEnd::kCircle:
      return "circle";
    case ChainEnd::kTarget:
      return "target";
  }
  return "";
}

}  // namespace stemma
