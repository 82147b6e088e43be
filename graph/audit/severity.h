// How much a finding matters, as exit statuses and editors ask.
//
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stemma {

enum class Severity : uint8_t {
  kNote,     // worth asking
  kWarning,  // the text disagrees with itself, or leaves it unclear who speaks
  kError,    // differs from a named record or a stored original
};

std::string_view Name(Severity severity);  // "note", "warning", "error"
std::optional<Severity> ParseSeverity(std::string_view word);

}  // namespace stemma
