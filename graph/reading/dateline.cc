#include "graph/reading/dateline.h"

#include <algorithm>

#include "graph/reading/outlets.h"

namespace stemma {
namespace {

constexpr uint32_t kTokensMax = 24;
constexpr uint32_t kOutletTokensMax = 6;
constexpr uint32_t kBehindMin = 4;  // a dateline alone on its line opens nothing

// What is printed in capitals before a dash and is no place.
const WordMap& Labels() {
  static const WordMap labels(
      "breaking update updated watch exclusive analysis opinion editorial video audio photos live "
      "factbox explainer correction corrected note warning column commentary interview review "
      "preview recap poll fact timeline refile wrapup rpt read more related urgent direct en "
      "vidéo vidéos exclusif entretien reportage analyse tribune récit portrait infographie "
      "enquête info mise alerte document diaporama");
  return labels;
}

class DatelineReader {
 public:
  DatelineReader(const TokenView& tokens, TokenRange paragraph, Language language)
      : tokens_(tokens),
        begin_(paragraph.begin),
        end_(std::min(paragraph.end, paragraph.begin + kTokensMax)),
        paragraph_end_(paragraph.end),
        language_(language) {}

  std::optional<Dateline> Read() {
    uint32_t at = TakePlace();
    at = TakeDate(at);
    const bool has_outlet = TakeOutlet(at);
    const bool has_dash = TakeDash(at);
    if (at + kBehindMin > paragraph_end_ || (line_.place.IsEmpty() && !has_outlet)) {
      return std::nullopt;
    }
    if (has_outlet) {
      const bool is_known = AgencyAt(tokens_, line_.outlet.begin).has_value();
      const bool is_upper = !line_.place.IsEmpty() && IsUpper(line_.place.begin);
      if (!(is_known || (has_dash && (is_upper || line_.place.IsEmpty()))) ||
          (!has_dash && !line_.place.IsEmpty() && !is_upper)) {
        return std::nullopt;
      }
    } else if (!has_dash || !IsPlaceAlone() || !Opens(at)) {
      return std::nullopt;
    }
    line_.range = {begin_, at};
    return line_;
  }

 private:
  bool IsUpper(uint32_t i) const { return i < end_ && tokens_.IsWord(i) && tokens_[i].is_upper; }

  // Capitalised words, commas between them, up to a date, a parenthesis or a dash.
  uint32_t TakePlace() {
    uint32_t at = begin_;
    uint32_t behind = begin_;
    while (at < end_) {
      const auto date = at > begin_ ? DateAt(tokens_, at, end_, language_) : std::nullopt;
      const bool joins = tokens_.Is(at, "de") || tokens_.Is(at, "du") || tokens_.Is(at, "sur") ||
                         tokens_.Is(at, "en") || tokens_.Is(at, "la") || tokens_.Is(at, "and");
      if (date || tokens_.Has(at, Bit(WordClass::kTime))) {
        break;
      }
      if (tokens_.IsCapital(at)) {
        behind = at + 1;
      } else if (!(at > begin_ && (tokens_.IsMark(at, U',') || tokens_.IsMark(at, U'.') ||
                                   tokens_.IsMark(at, U'/') || joins))) {
        break;
      }
      ++at;
    }
    line_.place = {begin_, behind};
    return behind;
  }

  uint32_t TakeDate(uint32_t at) {
    uint32_t next = at;
    while (next < end_ && (tokens_.IsMark(next, U',') || tokens_.IsMark(next, U'.'))) {
      ++next;
    }
    const auto date = DateAt(tokens_, next, end_, language_);
    if (!date) {
      return at;
    }
    line_.date = date;
    at = date->range.end;
    while (at < end_ && (tokens_.IsMark(at, U',') || tokens_.IsMark(at, U'.'))) {
      ++at;
    }
    return at;
  }

  // "(AFP)", "/TASS/"; moves `at` behind it.
  bool TakeOutlet(uint32_t& at) {
    const bool is_slash = tokens_.IsMark(at, U'/');
    if (at >= end_ || (!is_slash && !tokens_.IsMark(at, U'('))) {
      return false;
    }
    const char32_t closing = is_slash ? U'/' : U')';
    uint32_t last = at + 1;
    while (last < end_ && last <= at + kOutletTokensMax && tokens_.IsWord(last)) {
      ++last;
    }
    if (last == at + 1 || !tokens_.IsMark(last, closing) ||
        (!tokens_.IsCapital(at + 1) && !AgencyAt(tokens_, at + 1)) ||
        tokens_.Has(at + 1, Bit(WordClass::kTime))) {
      return false;
    }
    line_.outlet = {at + 1, last};
    at = last + 1;
    return true;
  }

  bool TakeDash(uint32_t& at) const {
    if (at >= end_ || !tokens_.IsDash(at)) {
      return false;
    }
    while (at < end_ && tokens_.IsDash(at)) {
      ++at;
    }
    return true;
  }

  // Without an outlet: every word up to the first comma in capitals, three or more letters of them.
  bool IsPlaceAlone() const {
    for (uint32_t i = line_.place.begin; i < line_.place.end && tokens_.IsWord(i); ++i) {
      if ((!IsUpper(i) && !tokens_.Words(i).ends_with('.')) || tokens_.IsIn(i, Labels())) {
        return false;
      }
    }
    const Token& first = tokens_[line_.place.begin];
    return first.end - first.begin >= 3 || line_.place.end > line_.place.begin + 1;
  }

  // What follows a bare dateline begins a sentence.
  bool Opens(uint32_t at) const { return tokens_.IsPunctuation(at) || tokens_.IsCapital(at); }

  const TokenView& tokens_;
  uint32_t begin_;
  uint32_t end_;
  uint32_t paragraph_end_;
  Language language_;
  Dateline line_;
};

}  // namespace

std::optional<Dateline> DatelineOf(const TokenView& tokens, TokenRange paragraph,
                                   Language language) {
  if (!tokens.IsCapital(paragraph.begin) && !tokens.IsMark(paragraph.begin, U'(')) {
    return std::nullopt;
  }
  return DatelineReader(tokens, paragraph, language).Read();
}

}  // namespace stemma
