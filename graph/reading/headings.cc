#include "graph/reading/headings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "graph/reading/byline.h"
#include "graph/reading/dateline.h"
#include "graph/reading/outlets.h"

namespace stemma {
namespace {

constexpr uint32_t kHeadingMax = 12;
constexpr uint32_t kBodyTokensMin = 25;
constexpr uint32_t kBodyTokensSure = 50;
constexpr size_t kTitleBytesMax = 300;
constexpr size_t kTitleSentenceBytesMax = 150;
constexpr uint32_t kTitleParagraphsMax = 3;
constexpr size_t kHeadingBytesMax = 4096;

uint32_t SizeOf(TokenRange range) {
  return range.end - range.begin;
}

bool EndsSentence(const TokenView& tokens, TokenRange paragraph) {
  uint32_t last = paragraph.end - 1;
  while (last > paragraph.begin && (tokens.IsMark(last, U'”') || tokens.IsMark(last, U'"') ||
                                    tokens.IsMark(last, U'»') || tokens.IsMark(last, U')'))) {
    --last;
  }
  return tokens.IsMark(last, U'.') || tokens.IsMark(last, U'!') || tokens.IsMark(last, U'?') ||
         tokens.IsMark(last, U'…');
}

Stated StatedAt(const TextParts& parts, TokenRange range) {
  return {std::string(parts.Words(range)), parts.SpanOf(range)};
}

// Gives what markup stated its place, where the heading prints it.
void Place(std::string_view text, std::optional<Stated>& stated) {
  if (stated && !stated->span && !stated->value.empty()) {
    const size_t at = text.substr(0, kHeadingBytesMax).find(stated->value);
    if (at != std::string_view::npos) {
      stated->span = Span{at, at + stated->value.size()};
    }
  }
}

class HeadingReader {
 public:
  HeadingReader(const TokenView& tokens, Reading& reading)
      : tokens_(tokens),
        parts_(tokens.Parts()),
        reading_(reading),
        size_(HeadingSize(tokens, reading.language)) {}

  void Read() {
    Article& article = reading_.article;
    Place(article.text, article.title);
    Place(article.text, article.outlet);
    Place(article.text, article.byline);
    const auto count = static_cast<uint32_t>(parts_.paragraphs.size());
    // The body's first paragraphs too: a dateline opens one of them.
    for (uint32_t i = 0; i < std::min(count, size_ + 2); ++i) {
      ReadDateline(parts_.paragraphs[i]);
    }
    for (uint32_t i = 0; i < size_; ++i) {
      ReadByline(parts_.paragraphs[i]);
    }
    if (!article.title) {
      ReadTitle();
    }
  }

 private:
  void TakeOutlet(TokenRange range, std::string name) {
    if (!reading_.article.outlet && !range.IsEmpty()) {
      reading_.article.outlet = Stated{std::move(name), parts_.SpanOf(range)};
    }
  }

  void ReadDateline(TokenRange paragraph) {
    const auto dateline = DatelineOf(tokens_, paragraph, reading_.language);
    if (!dateline || reading_.dateline_place) {
      return;
    }
    if (!dateline->place.IsEmpty()) {
      reading_.dateline_place = StatedAt(parts_, dateline->place);
    }
    if (!dateline->outlet.IsEmpty()) {
      const auto agency = AgencyAt(tokens_, dateline->outlet.begin);
      TakeOutlet(dateline->outlet,
                 std::string(agency ? agency->name : parts_.Words(dateline->outlet)));
    }
  }

  void ReadByline(TokenRange paragraph) {
    if (const auto byline = BylineOf(tokens_, paragraph)) {
      if (!reading_.article.byline && !byline->names.IsEmpty()) {
        reading_.article.byline = StatedAt(parts_, byline->names);
      }
      TakeOutlet(byline->outlet, byline->outlet_name);
    } else if (const auto outlet = OutletAlone(paragraph)) {
      TakeOutlet(outlet->range, outlet->name);
    }
  }

  // A line that is an outlet's name, "with AFP" behind it or not.
  std::optional<OutletMention> OutletAlone(TokenRange paragraph) const {
    if (SizeOf(paragraph) > 10) {
      return std::nullopt;
    }
    auto outlet = OutletAt(tokens_, paragraph.begin, paragraph.end);
    if (!outlet || (outlet->range.end != paragraph.end && !tokens_.Is(outlet->range.end, "avec") &&
                    !tokens_.Is(outlet->range.end, "with"))) {
      return std::nullopt;
    }
    return outlet;
  }

  bool MayBeTitle(TokenRange paragraph) const {
    const Span span = parts_.SpanOf(paragraph);
    const size_t bytes = span.end - span.begin;
    if (bytes > kTitleBytesMax || SizeOf(paragraph) < 2 ||
        DatelineOf(tokens_, paragraph, reading_.language)) {
      return false;
    }
    if (!EndsSentence(tokens_, paragraph) || !tokens_.IsMark(paragraph.end - 1, U'.')) {
      return true;
    }
    // A sentence that is short and alone; not one whose speaker follows its quote.
    const bool is_one =
        std::any_of(parts_.sentences.begin(),
                    parts_.sentences.begin() +
                        static_cast<std::ptrdiff_t>(std::min<size_t>(parts_.sentences.size(), 8)),
                    [&](TokenRange sentence) {
                      return sentence.begin == paragraph.begin && sentence.end == paragraph.end;
                    });
    const bool is_quote = tokens_.IsPunctuation(paragraph.begin);
    return is_one && bytes <= kTitleSentenceBytesMax && !is_quote;
  }

  bool IsOtherHeading(TokenRange paragraph) const {
    return BylineOf(tokens_, paragraph) || OutletAlone(paragraph) ||
           DateAt(tokens_, paragraph.begin, paragraph.end, reading_.language) ||
           parts_.Words(paragraph).starts_with("http");
  }

  void ReadTitle() {
    const auto count = static_cast<uint32_t>(parts_.paragraphs.size());
    for (uint32_t i = 0; i + 1 < count && i < kTitleParagraphsMax; ++i) {
      const TokenRange paragraph = parts_.paragraphs[i];
      if (IsOtherHeading(paragraph)) {
        continue;
      }
      if (MayBeTitle(paragraph)) {
        reading_.article.title = StatedAt(parts_, WithoutOutlet(paragraph));
      }
      return;
    }
  }

  // "Title | Outlet", "Title - Outlet".
  TokenRange WithoutOutlet(TokenRange title) {
    for (uint32_t i = title.end - 1; i > title.begin + 1 && title.end - i < 8; --i) {
      if ((tokens_.IsMark(i, U'|') || tokens_.IsDash(i)) && !tokens_.TouchesNext(i)) {
        const auto outlet = OutletAt(tokens_, i + 1, title.end);
        if (outlet && outlet->range.end == title.end) {
          TakeOutlet(outlet->range, outlet->name);
          return {title.begin, i};
        }
        return title;
      }
    }
    return title;
  }

  const TokenView& tokens_;
  const TextParts& parts_;
  Reading& reading_;
  uint32_t size_;
};

}  // namespace

uint32_t HeadingSize(const TokenView& tokens, Language language) {
  const std::vector<TokenRange>& paragraphs = tokens.Parts().paragraphs;
  const auto count = static_cast<uint32_t>(std::min<size_t>(paragraphs.size(), kHeadingMax));
  for (uint32_t i = 0; i < count; ++i) {
    const TokenRange paragraph = paragraphs[i];
    const bool is_long = SizeOf(paragraph) >= kBodyTokensMin && EndsSentence(tokens, paragraph);
    if (is_long || SizeOf(paragraph) >= kBodyTokensSure ||
        DatelineOf(tokens, paragraph, language)) {
      return i;
    }
  }
  return count;
}

void FindHeadings(const TokenView& tokens, Reading& reading) {
  HeadingReader(tokens, reading).Read();
}

}  // namespace stemma
