#include "graph/reading/credits.h"

#include <algorithm>
#include <string>

#include "graph/reading/byline.h"
#include "graph/reading/dateline.h"
#include "graph/reading/headings.h"
#include "graph/reading/outlets.h"
#include "graph/reading/photo_credits.h"

namespace stemma {
namespace {

constexpr uint32_t kLastParagraphs = 3;
constexpr uint32_t kSignOffTokensMax = 12;
constexpr uint32_t kContributorsTokensMax = 60;
constexpr uint32_t kInitialsBytesMax = 4;

const WordMap& CopyWords() {
  static const WordMap words("report article story dispatch reporting coverage");
  return words;
}

// Only these may lie where a new one does.
auto Recent(const std::vector<Credit>& credits) {
  return credits.end() - static_cast<std::ptrdiff_t>(std::min<size_t>(credits.size(), 8));
}

class CreditFinder {
 public:
  CreditFinder(const TokenView& tokens, Language language)
      : tokens_(tokens), parts_(tokens.Parts()), language_(language) {}

  std::vector<Credit> Find() {
    const auto count = static_cast<uint32_t>(parts_.paragraphs.size());
    const uint32_t heading = HeadingSize(tokens_, language_);
    for (uint32_t i = 0; i < count; ++i) {
      const TokenRange paragraph = parts_.paragraphs[i];
      const bool is_last = i + kLastParagraphs >= count;
      ReadDateline(paragraph);
      if (i < heading || is_last) {
        ReadByline(paragraph);
        ReadWith(paragraph);
      }
      if (is_last || IsShort(paragraph)) {
        ReadAlone(paragraph, is_last);
      }
      ReadReporters(paragraph);
      if (is_last) {
        ReadLast(paragraph);
        ReadWith(BracketsAtEnd(paragraph));
      }
      FindPhotoCredits(tokens_, paragraph, credits_);
    }
    std::stable_sort(credits_.begin(), credits_.end(),
                     [](const Credit& a, const Credit& b) { return a.span.begin < b.span.begin; });
    return std::move(credits_);
  }

 private:
  static bool IsShort(TokenRange range) { return range.end - range.begin <= kSignOffTokensMax; }

  void Add(TokenRange range, std::string_view agency, std::string_view method) {
    const Span span = parts_.SpanOf(range);
    const bool is_known = std::any_of(Recent(credits_), credits_.cend(), [&](const Credit& credit) {
      return credit.of == CreditOf::kText && credit.span.begin < span.end &&
             span.begin < credit.span.end;
    });
    if (!is_known) {
      credits_.push_back({span, std::string(agency), CreditOf::kText, method});
    }
  }

  void ReadDateline(TokenRange paragraph) {
    const auto dateline = DatelineOf(tokens_, paragraph, language_);
    if (!dateline || dateline->outlet.IsEmpty()) {
      return;
    }
    const auto agency = AgencyAt(tokens_, dateline->outlet.begin);
    if (agency && !agency->is_photo) {
      dateline_agency_ = agency->name;
      Add({dateline->outlet.begin, agency->end}, agency->name, "credit.dateline/1");
    }
  }

  void ReadByline(TokenRange paragraph) {
    const auto byline = BylineOf(tokens_, paragraph);
    if (byline && byline->is_agency) {
      Add(byline->outlet, byline->outlet_name, "credit.byline/1");
    }
  }

  // "Le Monde avec AFP", "(with Reuters)", "Source: AFP", "Text: AFP".
  void ReadWith(TokenRange paragraph) {
    for (uint32_t i = paragraph.begin; i + 1 < paragraph.end; ++i) {
      const bool is_text =
          (tokens_.Is(i, "text") || tokens_.Is(i, "texte")) && tokens_.IsMark(i + 1, U':');
      const bool is_source = i == paragraph.begin && tokens_.Is(i, "source");
      const bool is_with = tokens_.Is(i, "avec") || tokens_.Is(i, "with");
      // In a sentence somebody may speak "with Reuters".
      if (!is_text && !(IsShort(paragraph) && (is_source || is_with))) {
        continue;
      }
      uint32_t at = i + 1;
      for (const std::string_view skipped : {"inputs", "from", "reporting", "by", "the", "l'"}) {
        at += tokens_.Is(at, skipped) ? 1 : 0;
      }
      at += tokens_.IsMark(at, U':') ? 1 : 0;
      while (at < paragraph.end) {
        const auto agency = AgencyAt(tokens_, at);
        if (!agency || agency->is_photo) {
          return;
        }
        Add({at, agency->end}, agency->name, "credit.with/1");
        at = agency->end + 1;  // "AFP and Reuters"
      }
      return;
    }
  }

  // "…. (with Reuters)": what stands in the brackets that end a paragraph; else nothing.
  TokenRange BracketsAtEnd(TokenRange paragraph) const {
    const uint32_t last = paragraph.end - 1;
    if (paragraph.IsEmpty() || !tokens_.IsMark(last, U')')) {
      return {};
    }
    for (uint32_t i = last; i > paragraph.begin && last - i < kSignOffTokensMax; --i) {
      if (tokens_.IsMark(i - 1, U'(')) {
        return {i, last};
      }
    }
    return {};
  }

  // A line that is an agency's name and no more; in a last paragraph also behind its last sentence.
  void ReadAlone(TokenRange paragraph, bool is_last) {
    uint32_t begin = paragraph.begin;
    uint32_t end = paragraph.end;
    while (begin < end && (tokens_.IsMark(begin, U'(') || tokens_.IsDash(begin))) {
      ++begin;
    }
    while (end > begin && (tokens_.IsMark(end - 1, U')') || tokens_.IsMark(end - 1, U'.'))) {
      --end;
    }
    const auto agency = AgencyAt(tokens_, begin);
    if (agency && agency->end == end && !agency->is_photo) {
      Add({begin, end}, agency->name, "credit.sign-off/1");
    } else if (is_last && end >= paragraph.begin + 3 && end < paragraph.end &&
               tokens_.IsMark(end, U')') && !IsLabelledCaption(tokens_, paragraph)) {
      for (uint32_t size = 1; size <= 2 && end > paragraph.begin + size + 1; ++size) {
        const uint32_t first = end - size;
        const auto last = AgencyAt(tokens_, first);
        if (last && last->end == end && tokens_.IsMark(first - 1, U'(') &&
            tokens_.IsPunctuation(first - 2)) {
          Add({first, end}, last->name, "credit.sign-off/1");
        }
      }
    }
  }

  // "(Reporting by A in Paris; Editing by B)", "The Associated Press contributed to this report."
  void ReadReporters(TokenRange paragraph) {
    uint32_t begin = paragraph.begin;
    begin += tokens_.IsMark(begin, U'(') || tokens_.IsMark(begin, U'[') ? 1 : 0;
    if (begin + 2 >= paragraph.end) {
      return;  // a bracket alone: what follows is in another paragraph
    }
    const bool is_reporting = tokens_.Is(begin + 1, "by") && tokens_.IsCapital(begin) &&
                              (tokens_.Is(begin, "reporting") || tokens_.Is(begin, "writing") ||
                               tokens_.Is(begin, "editing"));
    const bool is_additional =
        tokens_.Is(begin, "additional") && tokens_.Is(begin + 1, "reporting");
    if (is_reporting || is_additional) {
      AddReporters({begin, Closing(begin, paragraph.end)});
      return;
    }
    const uint32_t last = paragraph.end;
    const uint32_t first = last - paragraph.begin > kContributorsTokensMax
                               ? last - kContributorsTokensMax
                               : paragraph.begin;
    for (uint32_t i = first; i + 3 < last; ++i) {
      if (tokens_.Is(i, "contributed") && IsToThisCopy(i + 1)) {
        AddContributors(SentenceOf(i, paragraph));
        return;
      }
      if (tokens_.Is(i, "contribué") && tokens_.Is(i + 1, "à") &&
          (tokens_.Is(i + 2, "cet") || tokens_.Is(i + 2, "ce"))) {
        AddContributors(SentenceOf(i, paragraph));
        return;
      }
    }
  }

  // "to this report", "reporting to this story".
  bool IsToThisCopy(uint32_t i) const {
    i += tokens_.Is(i, "reporting") || tokens_.Is(i, "research") ? 1 : 0;
    return (tokens_.Is(i, "to") || tokens_.Is(i, "reporting")) &&
           ((tokens_.Is(i + 1, "this") && tokens_.IsIn(i + 2, CopyWords())) ||
            (tokens_.Is(i + 1, "the") && tokens_.Is(i + 2, "reporting")));
  }

  uint32_t Closing(uint32_t begin, uint32_t end) const {
    if (begin > 0 && (tokens_.IsMark(begin - 1, U'(') || tokens_.IsMark(begin - 1, U'['))) {
      for (uint32_t i = begin; i < end; ++i) {
        if (tokens_.IsMark(i, U')') || tokens_.IsMark(i, U']')) {
          return i;
        }
      }
    }
    return end;
  }

  TokenRange SentenceOf(uint32_t i, TokenRange paragraph) const {
    const auto behind =
        std::upper_bound(parts_.sentences.begin(), parts_.sentences.end(), i,
                         [](uint32_t token, TokenRange sentence) { return token < sentence.end; });
    return behind == parts_.sentences.end() ? paragraph : *behind;
  }

  std::string_view AgencyIn(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (const auto agency = AgencyAt(tokens_, i); agency && !agency->is_photo) {
        return agency->name;
      }
    }
    return {};
  }

  void AddReporters(TokenRange range) {
    std::string_view agency = AgencyIn(range);
    if (agency.empty()) {
      agency = dateline_agency_;
    }
    if (agency.empty()) {
      // Reporters and editors in one line are Reuters' way of signing.
      bool is_edited = false;
      for (uint32_t i = range.begin + 2; i + 1 < range.end; ++i) {
        is_edited = is_edited || (tokens_.Is(i, "editing") && tokens_.Is(i + 1, "by"));
      }
      agency = is_edited && tokens_.Is(range.begin, "reporting") ? "Reuters" : "";
    }
    Add(range, agency, "credit.reporting-by/1");
  }

  void AddContributors(TokenRange range) { Add(range, AgencyIn(range), "credit.contributed/1"); }

  // "bur/jj/cw", "© 2019 AFP", "Copyright 2019 The Associated Press".
  void ReadLast(TokenRange paragraph) {
    if (IsShort(paragraph) && IsInitials(paragraph)) {
      Add(paragraph, "AFP", "credit.initials/1");
      return;
    }
    uint32_t at = paragraph.begin;
    const bool has_word = tokens_.Is(at, "copyright");
    at += has_word ? 1 : 0;
    const bool has_mark = tokens_.IsMark(at, U'©');
    at += has_mark ? 1 : 0;
    if (!has_word && !has_mark) {
      return;
    }
    const bool has_year = tokens_.IsNumber(at);
    at += has_year ? 1 : 0;
    at += tokens_.Is(at, "by") ? 1 : 0;
    at += tokens_.Is(at, "the") ? 1 : 0;
    const auto agency = AgencyAt(tokens_, at);
    if (agency && !agency->is_photo && (has_year || has_word)) {
      Add({paragraph.begin, agency->end}, agency->name, "credit.copyright/1");
    }
  }

  bool IsInitials(TokenRange paragraph) const {
    const uint32_t size = paragraph.end - paragraph.begin;
    if (size < 3 || size % 2 == 0) {
      return false;
    }
    for (uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
      const bool is_initials = (i - paragraph.begin) % 2 == 0;
      if (is_initials ? !tokens_.IsWord(i) || tokens_[i].is_capital ||
                            tokens_[i].end - tokens_[i].begin > kInitialsBytesMax
                      : !tokens_.IsMark(i, U'/')) {
        return false;
      }
    }
    return true;
  }

  const TokenView& tokens_;
  const TextParts& parts_;
  Language language_;
  std::string_view dateline_agency_;
  std::vector<Credit> credits_;
};

}  // namespace

std::vector<Credit> FindCredits(const TokenView& tokens, Language language) {
  return CreditFinder(tokens, language).Find();
}

}  // namespace stemma
