// Dates as news prints them, in English and French, and as ISO 8601: from words to EDTF.
//
// Where the order of day and month cannot be told ("3/4/2019" in English) there is no date; a time
// counts only with a zone that means one offset.
// Source: docs/reading.md; graph/base/edtf.h.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

struct DateMention {
  TokenRange range;  // with its weekday and its time
  int year = 0;      // 0: none printed
  int month = 0;     // 1 to 12; 0: none printed
  int day = 0;       // likewise
  std::string time;  // "T10:30:00+01:00"; empty without a zone
};

// The date that begins with token `i` ("Wed", "le", "27", "November", a time before a date) and
// ends before `end`. O(1): looks at some twenty tokens.
std::optional<DateMention> DateAt(const TokenView& tokens, uint32_t i, uint32_t end,
                                  Language language);

// "2019-11-27T10:30:00+01:00", "2019-11-27", "2019-11"; empty without a year, or when the calendar
// has no such day.
std::string EdtfOf(const DateMention& date);

}  // namespace stemma
