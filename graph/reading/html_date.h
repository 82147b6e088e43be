// Dates as pages write them for machines, as EDTF.
//
// ISO 8601 in the variants that pages have (a blank for the "T", no colon in the zone, no seconds),
// RFC 5322, English month names, Unix time. A time without a zone is cut to its day: which instant
// it is nobody knows.
// Source: ISO 8601-1; RFC 5322, clause 3.3; graph/base/edtf.h.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

// What ParseEdtf accepts: a year, month, day, or an instant with its zone; nothing when `text` is
// none of the above. O(1): looks at 64 bytes.
std::optional<std::string> EdtfOfPageDate(std::string_view text);

}  // namespace stemma
