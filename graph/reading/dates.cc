#include "graph/reading/dates.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "graph/base/edtf.h"
#include "graph/reading/byline.h"
#include "graph/reading/date_words.h"
#include "graph/reading/dateline.h"
#include "graph/reading/headings.h"

namespace stemma {
namespace {

constexpr uint32_t kLastParagraphs = 6;
constexpr uint32_t kLineTokensMax = 40;
constexpr uint32_t kLabelTokensMax = 4;

enum Label { kPublished = 1, kModified = 2, kNeedsParticle = 3 };

const WordMap& Labels() {
  static const WordMap labels({{"published posted publié publiée posté paru parue publication "
                                "issued",
                                kPublished},
                               {"updated modified actualisé actualisée modifié modifiée màj maj "
                                "update",
                                kModified},
                               // "Mis à jour", "Mise à jour"
                               {"mis mise", kNeedsParticle}});
  return labels;
}

const WordMap& BeforeDate() {
  static const WordMap words("on le at à date : at: the");
  return words;
}

bool IsSeparator(const TokenView& tokens, uint32_t i) {
  return tokens.IsDash(i) || tokens.IsMark(i, U'|') || tokens.IsMark(i, U'·') ||
         tokens.IsMark(i, U'•') || tokens.IsMark(i, U',') || tokens.IsMark(i, U';') ||
         tokens.IsMark(i, U'(') || tokens.IsMark(i, U')') || tokens.IsMark(i, U'/') ||
         tokens.IsMark(i, U'.') || tokens.IsMark(i, U':') || tokens.IsMark(i, U'[') ||
         tokens.IsMark(i, U']') || tokens.IsMark(i, U'–');
}

class DateFinder {
 public:
  DateFinder(const TokenView& tokens, Reading& reading)
      : tokens_(tokens), parts_(tokens.Parts()), reading_(reading) {}

  void Find() {
    const auto count = static_cast<uint32_t>(parts_.paragraphs.size());
    const uint32_t heading = HeadingSize(tokens_, reading_.language);
    const uint32_t last = count > kLastParagraphs ? count - kLastParagraphs : 0;
    for (uint32_t i = 0; i < count; ++i) {
      if (i >= heading && i < last) {
        i = last;
      }
      const TokenRange line = parts_.paragraphs[i];
      if (line.end - line.begin <= kLineTokensMax) {
        ReadLabels(line);
        if (i < heading && !IsTitle(line)) {
          ReadBare(line);
        }
      }
    }
    for (uint32_t i = 0; i < std::min(count, heading + 2) && !reading_.dateline_date; ++i) {
      ReadDateline(parts_.paragraphs[i]);
    }
  }

 private:
  bool IsTitle(TokenRange line) const {
    const auto& title = reading_.article.title;
    return title && title->span && title->span->begin == parts_.SpanOf(line).begin;
  }

  void Take(std::optional<Stated>& into, const DateMention& date) {
    std::string value = EdtfOf(date);
    if (value.empty()) {
      return;
    }
    const Span span = parts_.SpanOf(date.range);
    if (!into) {
      into = Stated{std::move(value), span};
    } else if (!into->span && into->value.substr(0, 10) == value.substr(0, 10)) {
      into->span = span;  // the markup's own day, printed
    }
  }

  // Whether a sentence goes on behind the date: "Published 27 May 2019 in Nature, the study says".
  bool EndsLabel(const DateMention& date, uint32_t end) const {
    const uint32_t next = date.range.end;
    return next >= end || IsSeparator(tokens_, next) || tokens_.Is(next, "by") ||
           tokens_.Is(next, "par") || tokens_.IsIn(next, Labels());
  }

  bool IsSentence(TokenRange line) const {
    for (uint32_t i = line.begin; i < line.end; ++i) {
      if (tokens_.Has(i, Bits(WordClass::kSays, WordClass::kAuxiliary, WordClass::kWho)) &&
          !tokens_.Is(i, "published") && !tokens_.Is(i, "posted")) {
        return true;
      }
    }
    return false;
  }

  void ReadLabels(TokenRange line) {
    bool was_checked = false;
    for (uint32_t i = line.begin; i < line.end; ++i) {
      auto label = tokens_.IsWord(i) ? Labels().Find(tokens_.Words(i)) : std::nullopt;
      uint32_t at = i + 1;
      if (label == kNeedsParticle) {
        label = tokens_.Is(i + 1, "à") && tokens_.Is(i + 2, "jour") ? std::optional<int>(kModified)
                                                                    : std::nullopt;
        at = i + 3;
      }
      if (!label) {
        continue;
      }
      const bool opens = i == line.begin || IsSeparator(tokens_, i - 1) || tokens_[i].is_capital ||
                         tokens_.Is(i - 1, "first") || tokens_.Is(i - 1, "last");
      if (!opens || (!was_checked && IsSentence(line))) {
        return;
      }
      was_checked = true;
      for (uint32_t skipped = 0; skipped < kLabelTokensMax && at < line.end; ++skipped) {
        if (const auto date = DateAt(tokens_, at, line.end, reading_.language)) {
          if (EndsLabel(*date, line.end)) {
            Take(*label == kPublished ? reading_.article.published : reading_.article.modified,
                 *date);
          }
          i = date->range.end - 1;
          break;
        }
        if (!tokens_.IsIn(at, BeforeDate()) && !IsSeparator(tokens_, at)) {
          break;
        }
        ++at;
      }
    }
  }

  // A date between separators, alone or beside a byline.
  void ReadBare(TokenRange line) {
    if (reading_.article.published && reading_.article.published->span) {
      return;
    }
    uint32_t at = line.begin;
    if (const auto byline = BylineOf(tokens_, line)) {
      at = std::max(byline->names.end, byline->outlet.end);
    }
    bool may_begin = true;
    for (; at < line.end; ++at) {
      if (tokens_.IsIn(at, Labels())) {
        return;  // read with its label, or of something else
      }
      const auto date = may_begin ? DateAt(tokens_, at, line.end, reading_.language) : std::nullopt;
      if (date && date->year > 0 && date->day > 0) {
        if (EndsLabel(*date, line.end) && !IsSentence(line)) {
          Take(reading_.article.published, *date);
        }
        return;
      }
      may_begin = IsSeparator(tokens_, at) || tokens_.Is(at, "le") || tokens_.Is(at, "on") ||
                  (at + 1 < line.end && tokens_.Has(at + 1, Bit(WordClass::kTime)));
    }
  }

  void ReadDateline(TokenRange paragraph) {
    const auto dateline = DatelineOf(tokens_, paragraph, reading_.language);
    if (!dateline || !dateline->date) {
      return;
    }
    DateMention date = *dateline->date;
    const auto& published = reading_.article.published;
    const std::string_view value = published ? std::string_view(published->value) : "";
    if (date.year == 0 && value.size() >= 10 && ParseEdtf(value.substr(0, 10))) {
      // A dateline of December, published in January, is of the year before.
      std::from_chars(value.data(), value.data() + 4, date.year);
      int month = 0;
      std::from_chars(value.data() + 5, value.data() + 7, month);
      date.year -= date.month > month + 1 ? 1 : 0;
    }
    Take(reading_.dateline_date, date);
  }

  const TokenView& tokens_;
  const TextParts& parts_;
  Reading& reading_;
};

}  // namespace

void FindDates(const TokenView& tokens, Reading& reading) {
  DateFinder(tokens, reading).Find();
}

}  // namespace stemma
