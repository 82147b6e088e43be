#include "graph/reading/date_words.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "graph/base/edtf.h"

namespace stemma {
namespace {

constexpr int kYearMin = 1700;
constexpr int kYearMax = 2199;

const WordMap& Months() {
  static const WordMap months({{"january jan janvier janv", 1},
                               {"february feb février fév févr", 2},
                               {"march mar mars", 3},
                               {"april apr avril avr", 4},
                               {"may mai", 5},
                               {"june jun juin", 6},
                               {"july jul juillet juil", 7},
                               {"august aug août", 8},
                               {"september sept sep septembre", 9},
                               {"october oct octobre", 10},
                               {"november nov novembre", 11},
                               {"december dec décembre déc", 12}});
  return months;
}

const WordMap& Weekdays() {
  static const WordMap days(
      "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
      "fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim");
  return days;
}

// Minutes east of Greenwich, of zones whose letters mean one thing in news.
const WordMap& Zones() {
  static const WordMap zones({{"gmt utc", 0},
                              {"bst cet", 60},
                              {"cest eet", 120},
                              {"est cdt", -300},
                              {"edt", -240},
                              {"cst mdt", -360},
                              {"mst pdt", -420},
                              {"pst", -480},
                              {"jst kst", 540},
                              {"aest", 600},
                              {"aedt", 660}});
  return zones;
}

// All of `digits` as a number; -1 when there is anything else in it.
int NumberOf(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && digits.size() <= 4 ? value
                                                                                            : -1;
}

class DateReader {
 public:
  DateReader(const TokenView& tokens, uint32_t i, uint32_t end, Language language)
      : tokens_(tokens), at_(i), end_(std::min(end, tokens.Size())), language_(language) {
    date_.range = {i, i};
  }

  std::optional<DateMention> Read() {
    TakeTime();
    Skip(U',');
    if (tokens_.IsIn(at_, Weekdays()) && at_ + 1 < end_) {
      ++at_;
      SkipPeriod();
      Skip(U',');
    }
    if (tokens_.Is(at_, "le") && tokens_.IsNumber(at_ + 1)) {
      ++at_;
    }
    if (!TakeIso() && !TakeNumeric() && !TakeWords()) {
      return std::nullopt;
    }
    date_.range.end = at_;
    if (date_.time.empty()) {
      const uint32_t behind = at_;
      Skip(U',');
      Skip(U'-');
      if (tokens_.Is(at_, "at") || tokens_.Is(at_, "à")) {
        ++at_;
      }
      date_.range.end = TakeTime() ? at_ : behind;
    }
    return date_;
  }

 private:
  bool IsIn(uint32_t i) const { return i < end_; }
  int Value(uint32_t i) const {
    return IsIn(i) && tokens_.IsNumber(i) ? NumberOf(tokens_.Words(i)) : -1;
  }
  void Skip(char32_t mark) { at_ += IsIn(at_) && tokens_.IsMark(at_, mark) ? 1 : 0; }
  void SkipPeriod() { Skip(U'.'); }

  static bool IsYear(int value) { return value >= kYearMin && value <= kYearMax; }

  // "27", "27th", "1er".
  int DayAt(uint32_t i) const {
    if (!IsIn(i) || !tokens_.IsNumber(i)) {
      return -1;
    }
    std::string_view word = tokens_.Words(i);
    for (const std::string_view suffix : {"st", "nd", "rd", "th", "er"}) {
      if (word.ends_with(suffix)) {
        word.remove_suffix(suffix.size());
        break;
      }
    }
    const int day = word.size() <= 2 ? NumberOf(word) : -1;
    return day >= 1 && day <= 31 ? day : -1;
  }

  int MonthAt(uint32_t i) const {
    return IsIn(i) && tokens_.IsWord(i) ? Months().Find(tokens_.Words(i)).value_or(-1) : -1;
  }

  // "2019-11-27", "2019-11-27T10:30:00Z", which is cut into several tokens.
  bool TakeIso() {
    if (!IsIn(at_) || !tokens_.IsNumber(at_)) {
      return false;
    }
    const std::string_view word = tokens_.Words(at_);
    if (word.size() < 10 || word[4] != '-' || word[7] != '-') {
      return false;
    }
    date_.year = NumberOf(word.substr(0, 4));
    date_.month = NumberOf(word.substr(5, 2));
    date_.day = NumberOf(word.substr(8, 2));
    if (word.size() > 10 && word[10] != 'T') {
      return false;
    }
    const size_t begin = tokens_[at_].begin;
    std::string_view rest = tokens_.Parts().text.substr(begin, 35);
    rest = rest.substr(0, std::min(rest.find_first_not_of("0123456789-+:.TZ"), rest.size()));
    while (rest.size() > 10 && !ParseInstant(rest)) {
      rest.remove_suffix(1);
    }
    if (rest.size() > 10) {
      date_.time = std::string(rest.substr(10));
    }
    while (IsIn(at_) && tokens_[at_].begin < begin + rest.size()) {
      ++at_;
    }
    return IsYear(date_.year);
  }

  // "27/11/2019", "27.11.2019", each one token.
  bool TakeNumeric() {
    if (!IsIn(at_) || !tokens_.IsNumber(at_)) {
      return false;
    }
    const std::string_view word = tokens_.Words(at_);
    const size_t mark = word.find_first_of("./");
    const size_t last = mark == std::string_view::npos ? mark : word.find(word[mark], mark + 1);
    if (last == std::string_view::npos || word.size() != last + 5) {
      return false;
    }
    const int first = NumberOf(word.substr(0, mark));
    const int second = NumberOf(word.substr(mark + 1, last - mark - 1));
    const bool is_day_first = language_ != Language::kEnglish || first > 12;
    if (first < 1 || second < 1 || (!is_day_first && second <= 12)) {
      return false;
    }
    date_.year = NumberOf(word.substr(last + 1));
    date_.month = is_day_first ? second : first;
    date_.day = is_day_first ? first : second;
    ++at_;
    return date_.month <= 12 && IsYear(date_.year);
  }

  // "November 27, 2019", "27 November 2019", "27 Nov", "November 2019".
  bool TakeWords() {
    const int day = DayAt(at_);
    if (day > 0 && MonthAt(at_ + 1) > 0) {
      date_.day = day;
      date_.month = MonthAt(at_ + 1);
      at_ += 2;
    } else if (MonthAt(at_) > 0 && tokens_.IsCapital(at_)) {
      date_.month = MonthAt(at_);
      ++at_;
      SkipPeriod();
      if (DayAt(at_) > 0) {
        date_.day = DayAt(at_);
        ++at_;
      }
    } else {
      return false;
    }
    const uint32_t behind = at_;
    SkipPeriod();
    Skip(U',');
    if (IsYear(Value(at_))) {
      date_.year = Value(at_);
      ++at_;
      return true;
    }
    at_ = behind;
    return date_.day > 0;
  }

  // "10:30 GMT", "10.30 GMT", "10:30 a.m. EST", "10h30", "18:45 (GMT+1)"; without a zone it is
  // passed over. False, and nothing is, when there is no time here.
  bool TakeTime() {
    uint32_t at = at_;
    int hour = Value(at);
    int minute = 0;
    if (hour >= 0 && tokens_.IsMark(at + 1, U':') && Value(at + 2) >= 0) {
      minute = Value(at + 2);
      at += 3;
      if (tokens_.IsMark(at, U':') && Value(at + 1) >= 0) {
        at += 2;
      }
    } else if (!TakeTimeWord(at, hour, minute)) {
      return false;
    }
    if (hour > 23 || minute > 59) {
      return false;
    }
    const bool is_pm = tokens_.Is(at, "pm") || tokens_.Is(at, "p");
    if (is_pm || tokens_.Is(at, "am") || tokens_.Is(at, "a")) {
      hour = hour % 12 + (is_pm ? 12 : 0);
      // "p.m." is four tokens.
      at += tokens_.IsMark(at + 1, U'.') && tokens_.Is(at + 2, "m") ? 3 : 1;
      at += tokens_.IsMark(at, U'.') ? 1 : 0;
    }
    at += tokens_.IsMark(at, U'(') ? 1 : 0;
    if (IsIn(at) && tokens_.IsWord(at)) {
      if (const auto zone = Zones().Find(tokens_.Words(at)); zone && tokens_[at].is_upper) {
        SetTime(hour, minute, *zone + OffsetBehind(at));
        at += 1;
        at += tokens_.IsMark(at, U')') ? 1 : 0;
      }
    }
    at_ = std::min(at, end_);
    return true;
  }

  // "10.30", "10h30", "10am" in one token.
  bool TakeTimeWord(uint32_t& at, int& hour, int& minute) const {
    if (!IsIn(at) || !tokens_.IsNumber(at)) {
      return false;
    }
    const std::string_view word = tokens_.Words(at);
    const size_t mark = word.find_first_of(".hHap");
    if (mark == std::string_view::npos || mark > 2 || word.size() > 5) {
      return false;
    }
    hour = NumberOf(word.substr(0, mark));
    const std::string_view rest = word.substr(mark);
    if (rest == "am" || rest == "pm") {
      hour = hour % 12 + (rest == "pm" ? 12 : 0);
    } else {
      minute = rest.size() == 1 ? 0 : NumberOf(rest.substr(1));
    }
    const bool is_dotted = word[mark] == '.';
    ++at;
    return hour >= 0 && minute >= 0 && (!is_dotted || rest.size() == 3);
  }

  // Of "GMT+1": the minutes behind the zone at token `at`, which is moved to the last token.
  int OffsetBehind(uint32_t& at) const {
    const bool is_plus = tokens_.IsMark(at + 1, U'+');
    if ((is_plus || tokens_.IsMark(at + 1, U'-')) && Value(at + 2) >= 0 && Value(at + 2) <= 14) {
      at += 2;
      return (is_plus ? 60 : -60) * Value(at);
    }
    return 0;
  }

  void SetTime(int hour, int minute, int offset) {
    std::array<char, 48> buffer{};
    const int magnitude = offset < 0 ? -offset : offset;
    const int size =
        offset == 0 ? std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:00Z", hour, minute)
                    : std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:00%c%02d:%02d", hour,
                                    minute, offset < 0 ? '-' : '+', magnitude / 60, magnitude % 60);
    date_.time.assign(buffer.data(), static_cast<size_t>(size));
  }

  const TokenView& tokens_;
  uint32_t at_;
  uint32_t end_;
  Language language_;
  DateMention date_;
};

}  // namespace

std::optional<DateMention> DateAt(const TokenView& tokens, uint32_t i, uint32_t end,
                                  Language language) {
  if (i >= end || (!tokens.IsNumber(i) && !tokens.IsWord(i))) {
    return std::nullopt;
  }
  return DateReader(tokens, i, end, language).Read();
}

std::string EdtfOf(const DateMention& date) {
  if (date.year == 0) {
    return {};
  }
  std::array<char, 48> buffer{};
  int size = 0;
  if (date.day > 0) {
    size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month,
                         date.day);
  } else {
    size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", date.year, date.month);
  }
  const std::string day(buffer.data(), static_cast<size_t>(size));
  if (!ParseEdtf(day)) {
    return {};
  }
  return date.time.empty() || !ParseEdtf(day + date.time) ? day : day + date.time;
}

}  // namespace stemma
