#include "graph/reading/byline.h"

#include <algorithm>

#include "graph/reading/outlets.h"

namespace stemma {
namespace {

constexpr uint32_t kTokensMax = 40;
constexpr uint32_t kPeopleMax = 8;

const WordMap& Particles() {
  static const WordMap particles("de du des d' la le van von der den ter bin ibn al el da dos di");
  return particles;
}

// The token behind a person's name of two words or more; `i` when there is none.
uint32_t PersonEnd(const TokenView& tokens, uint32_t i, uint32_t end) {
  uint32_t last = i;
  uint32_t words = 0;
  for (uint32_t at = i; at < end; ++at) {
    if (tokens.IsCapital(at) && !tokens.Has(at, Bit(WordClass::kTime))) {
      last = at + 1;
      ++words;
    } else if (words == 0 || !tokens.IsIn(at, Particles())) {
      break;
    }
  }
  return words >= 2 && words <= 5 ? last : i;
}

bool Joins(const TokenView& tokens, uint32_t i) {
  return tokens.IsMark(i, U',') || tokens.IsMark(i, U'&') || tokens.Is(i, "and") ||
         tokens.Is(i, "et") || tokens.Is(i, "with") || tokens.Is(i, "avec");
}

void TakeOutlet(const TokenView& tokens, uint32_t i, uint32_t end, Byline& byline) {
  if (const auto outlet = OutletAt(tokens, i, end)) {
    byline.outlet = outlet->range;
    byline.outlet_name = outlet->name;
    byline.is_agency = AgencyAt(tokens, outlet->range.end - 1).has_value();
  }
  for (uint32_t at = i; at < std::min(i + 2, end); ++at) {
    if (const auto agency = AgencyAt(tokens, at)) {
      byline.outlet = {at, agency->end};
      byline.outlet_name = std::string(agency->name);
      byline.is_agency = true;
      return;
    }
  }
}

}  // namespace

std::optional<Byline> BylineOf(const TokenView& tokens, TokenRange paragraph) {
  uint32_t at = paragraph.begin;
  const uint32_t end = std::min(paragraph.end, at + kTokensMax);
  if (paragraph.end - paragraph.begin > kTokensMax ||
      !(tokens.Is(at, "by") || tokens.Is(at, "par") || tokens.Is(at, "written"))) {
    return std::nullopt;
  }
  at += tokens.Is(at, "written") && tokens.Is(at + 1, "by") ? 2 : 1;
  at += at < end && tokens.IsMark(at, U':') ? 1 : 0;
  Byline byline;
  byline.names = {at, at};
  for (uint32_t people = 0; people < kPeopleMax && at < end; ++people) {
    TakeOutlet(tokens, at, end, byline);
    const uint32_t last = PersonEnd(tokens, at, end);
    if (!byline.outlet.IsEmpty() || last == at) {
      break;
    }
    byline.names.end = last;
    at = last;
    while (at < end && (Joins(tokens, at) || tokens.IsMark(at, U'|') || tokens.IsMark(at, U'/') ||
                        tokens.IsMark(at, U'(') || tokens.IsDash(at))) {
      people = Joins(tokens, at) ? people : kPeopleMax;
      ++at;
    }
    if (people == kPeopleMax) {
      TakeOutlet(tokens, at, end, byline);
    }
  }
  if (byline.names.IsEmpty() && byline.outlet.IsEmpty()) {
    return std::nullopt;
  }
  // "By George, that was close." goes on as a sentence does.
  const uint32_t behind = std::max(byline.names.end, byline.outlet.end);
  for (uint32_t i = behind; i < end; ++i) {
    if (tokens.Has(i, Bits(WordClass::kSays, WordClass::kAuxiliary, WordClass::kJoins))) {
      return std::nullopt;
    }
  }
  return byline;
}

}  // namespace stemma
