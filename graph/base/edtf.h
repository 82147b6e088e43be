// Dates as intervals: EDTF level 0 and open intervals, and the instants at which things are said.
//
// A publication date is never a point: "2019-11" is a month long, and "../2019-11-24" has no
// beginning. Every date is therefore kept as it was written and compared as a half-open interval of
// microseconds since 1970-01-01T00:00:00Z. A date without a zone is taken as UTC.
//
// Source: EDTF specification (Library of Congress, 2019), level 0, and "extended interval" of
// level 1 for the open ends; RFC 3339 for instants.
// Thread safety: all functions are pure.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "graph/base/result.h"

namespace stemma {

// Microseconds since 1970-01-01T00:00:00Z.
using Instant = int64_t;
inline constexpr Instant kDistantPast = std::numeric_limits<Instant>::min();
inline constexpr Instant kDistantFuture = std::numeric_limits<Instant>::max();

struct DateInterval {
  Instant start = kDistantPast;  // inclusive; kDistantPast when open
  Instant end = kDistantFuture;  // exclusive; kDistantFuture when open
  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

// "2019", "2019-11", "2019-11-27", "2019-11-27T10:00:00Z", "a/b", "../b", "a/..".
// InvalidInput names what is wrong, without naming a field or a file. Years 0001 to 9999.
Result<DateInterval> ParseEdtf(std::string_view text);

// RFC 3339 with a zone ("2026-11-23T10:00:00Z", "…+01:00"), up to microseconds.
Result<Instant> ParseInstant(std::string_view text);

// In UTC, "2026-11-23T10:00:00Z"; a fraction only where there is one.
std::string FormatInstant(Instant instant);

// The clock of the machine.
Instant Now();

}  // namespace stemma
