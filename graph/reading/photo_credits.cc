#include "graph/reading/photo_credits.h"

#include <algorithm>
#include <string>

#include "graph/reading/outlets.h"

namespace stemma {
namespace {

constexpr uint32_t kLineTokensMax = 14;    // a line that is a credit and no more
constexpr uint32_t kCreditTokensMax = 10;  // a credit behind a caption or in parentheses
constexpr uint32_t kNameTokensMax = 5;
constexpr uint32_t kLabelTokensMax = 4;  // "Associated Press File Photo"

const WordMap& PhotoWords() {
  static const WordMap words(
      "photo photos file picture pictures image photograph photographie archives illustration "
      "d'archives d'illustration");
  return words;
}

const WordMap& LabelWords() {
  static const WordMap words(
      "photo photos credit crédit crédits picture pictures image file photograph "
      "photographs photographie courtesy handout caption légende");
  return words;
}

// Only these may lie where a new one does.
auto Recent(const std::vector<Credit>& credits) {
  return credits.end() - static_cast<std::ptrdiff_t>(std::min<size_t>(credits.size(), 8));
}

// "Photo: Jane Doe", "Crédit photo : AFP", "Photo by Jane Doe": the token behind the label.
uint32_t LabelEnd(const TokenView& tokens, TokenRange range) {
  uint32_t at = range.begin;
  while (at < range.end && at < range.begin + 2 && tokens.IsIn(at, LabelWords())) {
    ++at;
  }
  const bool has_label = at > range.begin && (tokens.IsMark(at, U':') || tokens.Is(at, "by") ||
                                              tokens.Is(at, "par") || tokens.Is(at, "of"));
  return has_label ? at + 1 : range.begin;
}

class PhotoFinder {
 public:
  PhotoFinder(const TokenView& tokens, TokenRange paragraph, std::vector<Credit>& credits)
      : tokens_(tokens), paragraph_(paragraph), credits_(credits) {}

  void Find() {
    const uint32_t size = paragraph_.end - paragraph_.begin;
    const TokenRange first = FirstPart();
    if (first.end - first.begin <= kLineTokensMax && ReadLine(first)) {
      return;
    }
    ReadParentheses();
    ReadLabels();
    if (size > 2) {
      ReadEnd();
    }
    if (size > 2 && IsLabelledCaption(tokens_, paragraph_)) {
      ReadCaptionEnd();
    }
  }

 private:
  void Add(TokenRange range, std::string agency) {
    const Span span = tokens_.Parts().SpanOf(range);
    const bool is_known = std::any_of(Recent(credits_), credits_.cend(), [&](const Credit& credit) {
      return credit.span.begin < span.end && span.begin < credit.span.end;
    });
    if (!is_known) {
      credits_.push_back({span, std::move(agency), CreditOf::kPhoto, "credit.photo/1"});
    }
  }

  std::optional<std::string> AgencyIn(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (const auto agency = AgencyAt(tokens_, i)) {
        return std::string(agency->name);
      }
    }
    return std::nullopt;
  }

  TokenRange WithoutPeriod(TokenRange range) const {
    while (range.end > range.begin && tokens_.IsMark(range.end - 1, U'.')) {
      --range.end;
    }
    return range;
  }

  // "Photo: AFP. Text: the sports desk": the credit alone; else all of the paragraph.
  TokenRange FirstPart() const {
    uint32_t end = paragraph_.begin;
    const bool has_label = LabelEnd(tokens_, paragraph_) > paragraph_.begin;
    while (has_label && end < paragraph_.end && !tokens_.IsMark(end, U'.') &&
           !tokens_.IsMark(end, U'|') && !tokens_.IsMark(end, U';')) {
      ++end;
    }
    return {paragraph_.begin, has_label ? end : paragraph_.end};
  }

  bool HasPhotoWord(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (tokens_.IsIn(i, PhotoWords())) {
        return true;
      }
    }
    return false;
  }

  // Words in capitals, names and marks alone: no sentence.
  bool IsNamesAlone(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const bool is_name = tokens_.IsCapital(i) || AgencyAt(tokens_, i) || tokens_.IsNumber(i) ||
                           tokens_.IsIn(i, PhotoWords()) || tokens_.IsMark(i, U'/') ||
                           tokens_.IsMark(i, U'|') || tokens_.IsMark(i, U'©') ||
                           tokens_.IsMark(i, U',') || tokens_.IsDash(i) ||
                           tokens_.IsMark(i, U':') || tokens_.Is(i, "via") ||
                           tokens_.Is(i, "for") || tokens_.Is(i, "pour") || tokens_.Is(i, "d'") ||
                           tokens_.Is(i, "de") || tokens_.Is(i, "van") || tokens_.Is(i, "von");
      if (!is_name) {
        return false;
      }
    }
    return !range.IsEmpty();
  }

  // Whether names and an agency are parted by "/" or "via", or a mark or a word says photo.
  bool IsCredit(TokenRange range) const {
    if (!IsNamesAlone(range) || !AgencyIn(range)) {
      return false;
    }
    bool has_slash = false;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      has_slash = has_slash || tokens_.IsMark(i, U'/') || tokens_.Is(i, "via");
    }
    const bool has_mark = tokens_.IsMark(range.begin, U'©') && !tokens_.IsNumber(range.begin + 1);
    const auto agency = AgencyAt(tokens_, range.begin);
    const bool is_photo_agency = agency && agency->is_photo && agency->end == range.end;
    return has_slash || has_mark || is_photo_agency || HasPhotoWord(range);
  }

  bool ReadLine(TokenRange line) {
    line = WithoutPeriod(line);
    if (const uint32_t label = LabelEnd(tokens_, line); label > line.begin && label < line.end) {
      const TokenRange named{label, line.end};
      const bool is_name = IsNamesAlone(named) && named.end - named.begin <= kNameTokensMax + 3;
      if (const auto agency = AgencyIn(named); is_name && agency) {
        Add(line, *agency);
        return true;
      }
      if (is_name && tokens_.IsCapital(label)) {
        Add(line, std::string(tokens_.Parts().Words(named)));
        return true;
      }
      return false;
    }
    if (IsCredit(line)) {
      Add(line, *AgencyIn(line));
      return true;
    }
    return false;
  }

  // "(AP Photo/Jane Doe)", "(Photo by Jane Doe/Getty Images)", "(Jane Doe/AFP)".
  void ReadParentheses() {
    for (uint32_t i = paragraph_.begin; i < paragraph_.end; ++i) {
      if (!tokens_.IsMark(i, U'(') && !tokens_.IsMark(i, U'[')) {
        continue;
      }
      for (uint32_t end = i + 1; end < paragraph_.end && end <= i + kCreditTokensMax; ++end) {
        if (tokens_.IsMark(end, U')') || tokens_.IsMark(end, U']')) {
          if (end > i + 2) {
            ReadLine({i + 1, end});
          }
          break;
        }
      }
    }
  }

  // "AP Photo: the wheel at noon", "Photo AFP : …", also behind a sentence: the label is the
  // credit.
  void ReadLabels() {
    for (uint32_t i = paragraph_.begin; i < paragraph_.end; ++i) {
      if (!tokens_.IsMark(i, U':')) {
        continue;
      }
      const uint32_t first = std::max(paragraph_.begin, i - std::min(i, kLabelTokensMax));
      uint32_t begin = i;
      while (begin > first && tokens_.IsWord(begin - 1)) {
        --begin;
      }
      const bool is_first = begin == paragraph_.begin || tokens_.IsMark(begin - 1, U'.') ||
                            tokens_.IsMark(begin - 1, U'(') || tokens_.IsMark(begin - 1, U'[');
      const TokenRange label{begin, i};
      const auto agency = AgencyIn(label);
      if (is_first && agency && HasPhotoWord(label) && IsNamesAlone(label)) {
        Add(label, *agency);
      }
    }
  }

  // A caption whose last words are its credit: "… on Friday. REUTERS/Jane Doe", "… © AFP".
  void ReadEnd() {
    const TokenRange whole = WithoutPeriod(paragraph_);
    const uint32_t first =
        whole.end - whole.begin > kCreditTokensMax ? whole.end - kCreditTokensMax : whole.begin + 1;
    for (uint32_t i = std::max(first, whole.begin + 1); i + 1 < whole.end; ++i) {
      const bool opens =
          tokens_.IsMark(i, U'©') ||
          (tokens_.IsPunctuation(i - 1) && !tokens_.IsMark(i - 1, U',') && tokens_.IsCapital(i));
      if (opens && IsCredit({i, whole.end})) {
        Add({i, whole.end}, *AgencyIn({i, whole.end}));
        return;
      }
    }
  }

  // Of what is a caption by its label, an agency's name alone is the credit: "… on Friday. (AFP)".
  void ReadCaptionEnd() {
    TokenRange whole = WithoutPeriod(paragraph_);
    if (tokens_.IsMark(whole.end - 1, U')') || tokens_.IsMark(whole.end - 1, U']')) {
      whole = WithoutPeriod({whole.begin, whole.end - 1});
    }
    for (uint32_t i = whole.end; i > whole.begin + 2 && whole.end - i < kCreditTokensMax;) {
      --i;
      if (tokens_.IsPunctuation(i - 1) && IsNamesAlone({i, whole.end})) {
        if (const auto agency = AgencyIn({i, whole.end})) {
          Add({i, whole.end}, *agency);
          return;
        }
      }
    }
  }

  const TokenView& tokens_;
  TokenRange paragraph_;
  std::vector<Credit>& credits_;
};

}  // namespace

bool IsLabelledCaption(const TokenView& tokens, TokenRange paragraph) {
  const uint32_t begin = paragraph.begin;
  const bool is_bracketed = (tokens.IsMark(begin, U'[') || tokens.IsMark(begin, U'(')) &&
                            tokens.IsIn(begin + 1, LabelWords()) &&
                            (tokens.IsMark(begin + 2, U']') || tokens.IsMark(begin + 2, U')') ||
                             tokens.IsMark(begin + 2, U':'));
  const uint32_t label = LabelEnd(tokens, paragraph);
  return is_bracketed || (label > begin && tokens.IsMark(label - 1, U':'));
}

void FindPhotoCredits(const TokenView& tokens, TokenRange paragraph, std::vector<Credit>& credits) {
  PhotoFinder(tokens, paragraph, credits).Find();
}

}  // namespace stemma
