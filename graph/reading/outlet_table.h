// The agencies and outlets that are known by name: the table, and nothing that is told by rule.
//
// Source: common knowledge of the trade; names in their own languages as news prints them.
// Thread safety: pure; the table is built once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "graph/reading/token_view.h"

namespace stemma {

enum class OutletTrait : uint8_t {
  kAgency = 1,        // sells its copy to other outlets
  kPhoto = 2,         // sells pictures alone
  kUnsure = 4,        // its name is often something else in running text: "PA"
  kNeedsArticle = 8,  // so is this one without "the": "the Guardian"
};

struct KnownOutlet {
  std::string_view printed;  // exactly, words parted by spaces, without an article
  std::string_view name;
  uint8_t traits = 0;
  bool Is(OutletTrait trait) const { return (traits & static_cast<uint8_t>(trait)) != 0; }
};

struct KnownOutletMention {
  const KnownOutlet* outlet = nullptr;
  uint32_t end = 0;  // token behind it
};

// The longest known name that begins with token `i`. O(1).
std::optional<KnownOutletMention> KnownOutletAt(const TokenView& tokens, uint32_t i);

}  // namespace stemma
