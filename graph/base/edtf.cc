#include "graph/base/edtf.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace stemma {
namespace {

constexpr Instant kSecond = 1'000'000;
constexpr Instant kMinute = 60 * kSecond;
constexpr Instant kHour = 60 * kMinute;
constexpr Instant kDay = 24 * kHour;

// Imports write the time of each line, and snprintf takes ten times as long.
void AppendTwoDigits(Instant number, std::string& out) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

// Takes characters off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }

  bool Take(char expected) {
    if (rest_.empty() || rest_.front() != expected) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  // Exactly `digits` decimal digits.
  std::optional<int> Number(size_t digits) {
    if (rest_.size() < digits) {
      return std::nullopt;
    }
    int value = 0;
    for (size_t i = 0; i < digits; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') {
        return std::nullopt;
      }
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }

  // The digits behind a decimal point, as microseconds: one to six of them.
  std::optional<Instant> Fraction() {
    Instant value = 0;
    Instant unit = kSecond;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9' && unit > 1) {
      unit /= 10;
      value += (rest_.front() - '0') * unit;
      rest_.remove_prefix(1);
    }
    return unit == kSecond ? std::nullopt : std::optional(value);
  }

 private:
  std::string_view rest_;
};

Instant DayStart(std::chrono::year_month_day day) {
  return std::chrono::sys_days(day).time_since_epoch().count() * kDay;
}

std::optional<std::chrono::year_month_day> MakeDay(int year, int month, int day) {
  const std::chrono::year_month_day made{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return made.ok() && year >= 1 ? std::optional(made) : std::nullopt;
}

// "Z", "+01:00", "-0930" is refused: the colon is part of RFC 3339.
std::optional<Instant> TakeOffset(Scanner& in) {
  if (in.Take('Z') || in.Take('z')) {
    return 0;
  }
  const bool is_east = in.Take('+');
  if (!is_east && !in.Take('-')) {
    return std::nullopt;
  }
  const auto hours = in.Number(2);
  if (!hours || !in.Take(':')) {
    return std::nullopt;
  }
  const auto minutes = in.Number(2);
  if (!minutes || *hours > 23 || *minutes > 59) {
    return std::nullopt;
  }
  const Instant offset = *hours * kHour + *minutes * kMinute;
  return is_east ? offset : -offset;
}

struct Moment {
  Instant start = 0;
  Instant unit = 0;  // of the last digit written
};

// What follows the "T" of an instant on `day`.
std::optional<Moment> TakeTime(Scanner& in, std::chrono::year_month_day day) {
  const auto hour = in.Number(2);
  if (!hour || !in.Take(':')) {
    return std::nullopt;
  }
  const auto minute = in.Number(2);
  if (!minute || !in.Take(':')) {
    return std::nullopt;
  }
  const auto second = in.Number(2);
  if (!second || *hour > 23 || *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  Moment moment{DayStart(day) + *hour * kHour + *minute * kMinute + *second * kSecond, kSecond};
  if (in.Take('.')) {
    const auto fraction = in.Fraction();
    if (!fraction) {
      return std::nullopt;
    }
    moment.start += *fraction;
    moment.unit = 1;
  }
  const auto offset = TakeOffset(in);
  if (!offset || !in.AtEnd()) {
    return std::nullopt;
  }
  moment.start -= *offset;
  return moment;
}

std::optional<DateInterval> ParseOne(std::string_view text) {
  Scanner in(text);
  const auto year = in.Number(4);
  if (!year || *year < 1) {
    return std::nullopt;
  }
  if (in.AtEnd()) {
    // The year behind 9999 has five digits, but its first day can be computed.
    return DateInterval{DayStart(*MakeDay(*year, 1, 1)), DayStart(*MakeDay(*year + 1, 1, 1))};
  }
  if (!in.Take('-')) {
    return std::nullopt;
  }
  const auto month = in.Number(2);
  if (!month || !MakeDay(*year, *month, 1)) {
    return std::nullopt;
  }
  if (in.AtEnd()) {
    const auto next = *month == 12 ? MakeDay(*year + 1, 1, 1) : MakeDay(*year, *month + 1, 1);
    return DateInterval{DayStart(*MakeDay(*year, *month, 1)), DayStart(*next)};
  }
  if (!in.Take('-')) {
    return std::nullopt;
  }
  const auto number = in.Number(2);
  const auto day = number ? MakeDay(*year, *month, *number) : std::nullopt;
  if (!day) {
    return std::nullopt;
  }
  if (in.AtEnd()) {
    return DateInterval{DayStart(*day), DayStart(*day) + kDay};
  }
  if (!in.Take('T')) {
    return std::nullopt;
  }
  const auto moment = TakeTime(in, *day);
  return moment ? std::optional(DateInterval{moment->start, moment->start + moment->unit})
                : std::nullopt;
}

tl::unexpected<Error> NoDate(std::string_view text) {
  return InvalidInput(
      "expected a date (2019, 2019-11, 2019-11-27, 2019-11-27T10:00:00Z, or an "
      "interval a/b, ../b, a/..), found \"" +
      std::string(text.substr(0, 60)) + "\"");
}

}  // namespace

Result<DateInterval> ParseEdtf(std::string_view text) {
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto one = ParseOne(text);
    return one ? Result<DateInterval>(*one) : Result<DateInterval>(NoDate(text));
  }
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  DateInterval interval;
  if (left == ".." && right == "..") {
    return NoDate(text);
  }
  if (left != "..") {
    const auto start = ParseOne(left);
    if (!start) {
      return NoDate(text);
    }
    interval.start = start->start;
  }
  if (right != "..") {
    const auto end = ParseOne(right);
    if (!end) {
      return NoDate(text);
    }
    interval.end = end->end;
  }
  if (interval.start >= interval.end) {
    return InvalidInput("the interval \"" + std::string(text) + "\" ends before it starts");
  }
  return interval;
}

Result<Instant> ParseInstant(std::string_view text) {
  if (text.find('T') == std::string_view::npos) {
    return InvalidInput("expected an instant with a zone (2026-11-23T10:00:00Z), found \"" +
                        std::string(text.substr(0, 60)) + "\"");
  }
  const auto moment = ParseOne(text);
  if (!moment) {
    return InvalidInput("expected an instant with a zone (2026-11-23T10:00:00Z), found \"" +
                        std::string(text.substr(0, 60)) + "\"");
  }
  return moment->start;
}

std::string FormatInstant(Instant instant) {
  const Instant days = instant >= 0 ? instant / kDay : -((-(instant + 1)) / kDay) - 1;
  const Instant rest = instant - days * kDay;
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
  const auto year = static_cast<int>(day.year());
  std::string text;
  if (year >= 0 && year <= 9999) {
    AppendTwoDigits(year / 100, text);
    AppendTwoDigits(year % 100, text);
  } else {
    text = std::to_string(year);  // beyond what dates are read from
  }
  text += '-';
  AppendTwoDigits(static_cast<unsigned>(day.month()), text);
  text += '-';
  AppendTwoDigits(static_cast<unsigned>(day.day()), text);
  text += 'T';
  AppendTwoDigits(rest / kHour, text);
  text += ':';
  AppendTwoDigits(rest % kHour / kMinute, text);
  text += ':';
  AppendTwoDigits(rest % kMinute / kSecond, text);
  if (const Instant fraction = rest % kSecond; fraction != 0) {
    text += '.' + std::to_string(kSecond + fraction).substr(1);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text + "Z";
}

Instant Now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

}  // namespace stemma
