// The files of graph/authority/ as the build put them into the program.
//
// Source: cmake/EmbedText.cmake writes the definition.
// Thread safety: pure.
#pragma once

#include <span>
#include <string_view>

namespace stemma {

struct AuthorityFile {
  std::string_view name;   // "news_agencies.jsonl"
  std::string_view lines;  // JSON Lines
};

std::span<const AuthorityFile> ShippedAuthorityFiles();

}  // namespace stemma
