#include "graph/audit/text_rules/quote_printings.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "graph/audit/text_rules/quote_places.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kAnnouncedMax = 8;
constexpr uint32_t kSentenceTokensMin = 8;
constexpr uint32_t kFrameMax = 24;  // tokens around a quote that tell of its occasion
constexpr size_t kFrameWords = 2;

class PrintingReader {
 public:
  PrintingReader(const TextUnderAudit& text, QuotePrintings& printings)
      : text_(text), language_(text.Read().language), to_(printings) {}

  void Read() {
    to_.lead = LeadOf(text_);
    ReadMarkupTitle();
    ReadText();
  }

 private:
  void ReadMarkupTitle() {
    const auto& title = text_.Read().article.title;
    if (!title || title->span) {
      return;
    }
    const TextParts parts = CutText(title->value, language_);
    for (const QuotedWords& quoted : FindQuotedWords(parts)) {
      AddAnnounced(to_.heading, PrintingOf(parts.Words(quoted.words), std::nullopt, 0));
    }
  }

  static Printing PrintingOf(std::string_view words, std::optional<Span> span, uint32_t paragraph) {
    Printing printing;
    printing.words = words;
    printing.span = span;
    printing.paragraph = paragraph;
    return printing;
  }

  void ReadText() {
    ReadUnmarked();
    for (const QuotedWords& quoted : text_.Quoted()) {
      Span span = text_.Parts().SpanOf(quoted.words);
      span.end -= text_.Words(span).ends_with(',') ? 1 : 0;
      if (text_.IsBoilerplate(span)) {
        continue;
      }
      const Quote* quote = text_.QuoteOf(quoted);
      Printing printing = PrintingOf(text_.Words(span), span, quoted.paragraph);
      printing.repeats = SaysItIsRepeated(text_, quoted);
      if (quote != nullptr && quote->speaker) {
        printing.speaker = quote->speaker->name;
        printing.role = quote->speaker->role;
      }
      printing.frame = FrameOf(quoted, printing.speaker);
      if (quoted.paragraph < to_.lead || IsCaption(text_, quoted.paragraph) ||
          IsPullQuote(text_, quoted.paragraph) || IsSignedQuote(text_, quoted)) {
        AddAnnounced(to_.heading, std::move(printing));
      } else if (quoted.paragraph == to_.lead) {
        AddAnnounced(to_.body, std::move(printing));
      } else {
        Add(to_.body, std::move(printing));
      }
    }
  }

  // "said on Tuesday before the council": the occasion, without who speaks.
  std::vector<std::string> FrameOf(const QuotedWords& quoted, std::string_view speaker) const {
    const TokenView& tokens = text_.Tokens();
    const TokenRange sentence = text_.SentenceAt(tokens[quoted.open].begin);
    const uint32_t first = std::max(sentence.begin, quoted.open - std::min(quoted.open, kFrameMax));
    const uint32_t behind = text_.SentenceAt(tokens[quoted.words.end - 1].begin).end;
    const uint32_t last = std::min({tokens.Size(), behind, quoted.close + kFrameMax});
    const std::vector<std::string> name = FoldedWords(speaker);
    std::vector<std::string> words;
    for (uint32_t i = first; i < last; ++i) {
      if ((i >= quoted.open && i <= quoted.close) || !tokens.IsWord(i) ||
          tokens.Has(i, Bits(WordClass::kSays, WordClass::kSay, WordClass::kRole))) {
        continue;
      }
      std::string word = FoldName(tokens.Words(i));
      if (word.size() >= kLongBytes && std::find(name.begin(), name.end(), word) == name.end()) {
        words.push_back(std::move(word));
      }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void ReadUnmarked() {
    if (const auto span = to_.lead > 0 ? UnmarkedHeadline(text_) : std::nullopt) {
      Printing printing = PrintingOf(text_.Words(*span), span, 0);
      printing.is_unmarked = true;
      AddAnnounced(to_.heading, std::move(printing));
    }
  }

  void Add(std::vector<Printing>& to, Printing printing) {
    for (std::string& word : FoldedWords(printing.words)) {
      if (word.size() >= kLongBytes) {
        printing.long_words.push_back(std::move(word));
      }
    }
    std::vector<std::string>& words = printing.long_words;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    printing.compared = WordingWordsOf(printing.words, language_);
    to.push_back(std::move(printing));
  }

  void AddAnnounced(std::vector<Printing>& to, Printing printing) {
    printing.announces = to.size() < kAnnouncedMax;
    Add(to, std::move(printing));
  }

  // The first paragraph of the body: behind the heading, or the first in it that is a sentence.
  static uint32_t LeadOf(const TextUnderAudit& text) {
    const auto& paragraphs = text.Parts().paragraphs;
    uint32_t lead = 0;
    const auto is_sentence = [&](TokenRange range) {
      return range.end - range.begin >= kSentenceTokensMin &&
             (text.Tokens().IsMark(range.end - 1, U'.') ||
              text.Tokens().IsMark(range.end - 2, U'.'));
    };
    while (lead < paragraphs.size() && text.IsHeading(lead) &&
           (lead == 0 || !is_sentence(paragraphs[lead]))) {
      ++lead;
    }
    return lead;
  }

  const TextUnderAudit& text_;
  Language language_;
  QuotePrintings& to_;
};

}  // namespace

QuotePrintings::QuotePrintings(const TextUnderAudit& text) {
  PrintingReader(text, *this).Read();
}

bool IsSameSpeaker(const Printing& a, const Printing& b) {
  return !a.speaker.empty() && a.speaker == b.speaker;
}

bool NamesSpeaker(const Printing& printing, const Printing& other) {
  const std::vector<std::string> name = FoldedWords(other.speaker);
  return printing.speaker.empty() && !name.empty() &&
         std::binary_search(printing.frame.begin(), printing.frame.end(), name.back());
}

// "a judge" may be "the judge, Ida Moe", and the bakers' head is not.
bool MayBeSameSpeaker(const Printing& a, const Printing& b) {
  if (!a.speaker.empty() && !b.speaker.empty()) {
    return a.speaker == b.speaker;
  }
  const auto head = [](std::string_view role) { return role.substr(role.rfind(' ') + 1); };
  return a.role.empty() || b.role.empty() || FoldName(head(a.role)) == FoldName(head(b.role));
}

bool AreOfOneOccasion(const Printing& a, const Printing& b) {
  std::vector<std::string> shared;
  std::set_intersection(a.frame.begin(), a.frame.end(), b.frame.begin(), b.frame.end(),
                        std::back_inserter(shared));
  return shared.size() >= kFrameWords;
}

}  // namespace stemma
