#include "graph/reading/html_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "graph/base/edtf.h"

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kMonths = {"jan"sv, "feb"sv, "mar"sv, "apr"sv, "may"sv, "jun"sv,
                                "jul"sv, "aug"sv, "sep"sv, "oct"sv, "nov"sv, "dec"sv};

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool AreDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsDigit);
}

int NumberOf(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string_view TakeDigits(std::string_view& text) {
  size_t end = 0;
  while (end < text.size() && IsDigit(text[end])) {
    ++end;
  }
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

// "+01:00", "+0100", "+01", "Z", "UTC", "GMT+0100 (…)" as EDTF writes a zone; else empty.
std::string ZoneOf(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  text.remove_prefix(begin == text.npos ? text.size() : begin);
  for (const std::string_view name : {"UTC"sv, "GMT"sv}) {
    if (text.starts_with(name)) {
      text.remove_prefix(3);
      if (text.empty() || (text.front() != '+' && text.front() != '-')) {
        return "Z";
      }
    }
  }
  if (text == "Z" || text == "z") {
    return "Z";
  }
  if (text.empty() || (text.front() != '+' && text.front() != '-')) {
    return {};
  }
  std::string zone(text.substr(0, 1));
  text.remove_prefix(1);
  const std::string_view hours = TakeDigits(text);
  if (hours.size() == 4) {
    return zone.append(hours.substr(0, 2)).append(":").append(hours.substr(2));
  }
  if (hours.size() != 2) {
    return {};
  }
  text.remove_prefix(text.starts_with(':') ? 1 : 0);
  const std::string_view minutes = TakeDigits(text);
  return zone.append(hours).append(":").append(minutes.size() == 2 ? minutes : "00"sv);
}

// "THH:MM:SS" with its fraction and zone, as EDTF writes it; empty when anything of it is missing.
std::string TimeOf(std::string_view text) {
  const std::string_view hour = TakeDigits(text);
  if ((hour.size() != 2 && hour.size() != 1) || !text.starts_with(':')) {
    return {};
  }
  text.remove_prefix(1);
  const std::string_view minute = TakeDigits(text);
  std::string_view second = "00";
  std::string_view fraction;
  if (text.starts_with(':')) {
    text.remove_prefix(1);
    second = TakeDigits(text);
    if (text.starts_with('.') || text.starts_with(',')) {
      text.remove_prefix(1);
      fraction = TakeDigits(text).substr(0, 6);
    }
  }
  const std::string zone = ZoneOf(text);
  if (minute.size() != 2 || second.size() != 2 || zone.empty()) {
    return {};
  }
  std::string time = "T";
  time.append(hour.size() == 1 ? "0" : "").append(hour).append(":").append(minute).append(":");
  time.append(second);
  // Pages write ".000" out of habit; it says nothing.
  if (fraction.find_first_not_of('0') != fraction.npos) {
    time.append(".").append(fraction);
  }
  return time + zone;
}

std::optional<std::string> Checked(const std::string& date) {
  // Years before newspapers are what programs write for "never".
  return date >= "1600" && ParseEdtf(date).has_value() ? std::optional(date) : std::nullopt;
}

// `day` with `time` where that makes an instant, else the day alone.
std::optional<std::string> DayWithTime(const std::string& day, const std::string& time) {
  const std::optional<std::string> instant = Checked(day + time);
  return instant.has_value() ? instant : Checked(day);
}

std::optional<std::string> FromIso(std::string_view text) {
  std::string_view rest = text;
  const std::string_view year = TakeDigits(rest);
  if (year.size() == 8) {
    return FromIso(std::string(year.substr(0, 4)) + "-" + std::string(year.substr(4, 2)) + "-" +
                   std::string(year.substr(6)));
  }
  if (year.size() != 4) {
    return std::nullopt;
  }
  if (rest.empty()) {
    return Checked(std::string(year));
  }
  const char separator = rest.front();
  if (separator != '-' && separator != '/' && separator != '.') {
    return std::nullopt;
  }
  std::string date(year);
  for (int part = 0; part < 2 && rest.starts_with(separator); ++part) {
    rest.remove_prefix(1);
    const std::string_view digits = TakeDigits(rest);
    if (digits.empty() || digits.size() > 2) {
      return std::nullopt;
    }
    date.append(digits.size() == 1 ? "-0" : "-").append(digits);
  }
  if (rest.empty()) {
    return Checked(date);
  }
  const char mark = rest.front();
  if (mark != 'T' && mark != 't' && mark != ' ' && mark != ',') {
    return std::nullopt;
  }
  rest.remove_prefix(1);
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  return DayWithTime(date, TimeOf(rest));
}

std::optional<size_t> MonthOf(std::string_view word) {
  std::string lower(word.substr(0, 3));
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto found = std::find(kMonths.begin(), kMonths.end(), lower);
  return found == kMonths.end() ? std::nullopt
                                : std::optional(static_cast<size_t>(found - kMonths.begin()) + 1);
}

// "Wed, 27 Nov 2019 10:00:00 +0000", "November 27, 2019", "Wed Nov 27 2019 10:00:00 GMT+0000".
std::optional<std::string> FromWords(std::string_view text) {
  std::optional<size_t> month;
  int day = 0;
  int year = 0;
  std::string time;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = text.find_first_not_of(" ,", at);
    if (begin == text.npos) {
      break;
    }
    at = std::min(text.find_first_of(" ,", begin), text.size());
    const std::string_view word = text.substr(begin, at - begin);
    std::string_view rest = word;
    const std::string_view digits = TakeDigits(rest);
    if (rest.starts_with(':')) {
      time = TimeOf(text.substr(begin));
      // "10:00 PM" is no time of 24 hours.
      break;
    }
    if (digits.size() == 4 && rest.empty()) {
      year = NumberOf(digits);
    } else if (!digits.empty() && digits.size() <= 2 && day == 0) {
      day = NumberOf(digits);
    } else if (digits.empty() && !month.has_value()) {
      month = MonthOf(word);
    }
  }
  if (!month.has_value() || day == 0 || year == 0) {
    return std::nullopt;
  }
  char date[48];
  std::snprintf(date, sizeof date, "%04d-%02d-%02d", year, static_cast<int>(*month), day);
  return DayWithTime(date, time);
}

std::optional<std::string> FromUnixTime(std::string_view digits) {
  int64_t number = 0;
  for (const char c : digits) {
    number = number * 10 + (c - '0');
  }
  return FormatInstant(digits.size() == 10 ? number * 1'000'000 : number * 1'000);
}

}  // namespace

std::optional<std::string> EdtfOfPageDate(std::string_view text) {
  text = text.substr(0, 64);
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) {
    return std::nullopt;
  }
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  if (AreDigits(text) && (text.size() == 10 || text.size() == 13)) {
    return FromUnixTime(text);
  }
  if (const auto iso = FromIso(text)) {
    return iso;
  }
  return FromWords(text);
}

}  // namespace stemma
