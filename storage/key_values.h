// Ordered keys and values in families: what the parts of a store need of an engine, and no more.
//
// Two layers implement it: the database (rocks_store) and one import's staging area over it
// (staging), so that reading is written once for both.
// Thread safety: const calls from several threads, unless an implementation says otherwise.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "storage/key_codec.h"

namespace stemma {

class KeyValues {
 public:
  virtual ~KeyValues() = default;
  virtual Result<std::optional<std::string>> Get(Family family, std::string_view key) const = 0;

  // Every entry whose key begins with `prefix`, by key; until the callback returns false.
  using Visitor = std::function<bool(std::string_view key, std::string_view value)>;
  virtual Status Scan(Family family, std::string_view prefix, const Visitor& visit) const = 0;
};

}  // namespace stemma
