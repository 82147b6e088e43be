// credit-undeclared within one text: an agency is credited for a picture, own staff is said to have
// made the text, and nobody else is credited for the words.
//
// An agency's picture beside a reporter's byline is how news is made, and so is one in a text that
// an agency is credited for: neither is worth asking about.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "graph/audit/text_rules/text_rules.h"
#include "graph/reading/outlets.h"

namespace stemma {
namespace {

constexpr uint32_t kClaimTokensMax = 8;
constexpr uint32_t kBylineTokensMax = 16;

const WordMap& OwnWords() {
  static const WordMap words("our own nos notre");
  return words;
}

const WordMap& StaffNouns() {
  static const WordMap words(
      "staff reporter reporters editor editors correspondent correspondents journalist journalists "
      "newsroom desk writer writers rédaction journaliste journalistes correspondant "
      "correspondante correspondants rédacteur rédactrice rédacteurs rédactrices envoyé envoyée");
  return words;
}

// "written by", "rédigé par".
const WordMap& MakingWords() {
  static const WordMap words(
      "written prepared edited published compiled produced reported writing material copy article "
      "story report by rédigé rédigée écrit écrite préparé préparée publié publiée édité éditée "
      "réalisé texte par de from");
  return words;
}

const WordMap& StaffLineWords() {
  static const WordMap words("staff newsroom rédaction desk");
  return words;
}

class Credits {
 public:
  Credits(const TextUnderAudit& text, Findings& findings)
      : text_(text), tokens_(text.Tokens()), findings_(findings) {}

  uint64_t Check() {
    const auto& credits = text_.Read().credits;
    const bool is_credited = std::any_of(credits.begin(), credits.end(), [](const Credit& credit) {
      return credit.of == CreditOf::kText;
    });
    const auto photo = std::find_if(credits.begin(), credits.end(), [&](const Credit& credit) {
      return WritingAgency(credit).has_value();
    });
    if (!is_credited && photo != credits.end()) {
      if (const auto claim = OwnStaffClaim()) {
        Report(*photo, text_.Parts().SpanOf(*claim));
      } else if (!text_.Read().article.byline) {
        Report(*photo, std::nullopt);
      }
    }
    return credits.size();
  }

 private:
  // The agency that a picture is credited to and that writes texts too. One that sells pictures
  // alone may stand before it ("Getty Images/AFP"); a photographer's name is no agency.
  std::optional<std::string_view> WritingAgency(const Credit& credit) const {
    if (credit.of != CreditOf::kPhoto || text_.IsBoilerplate(credit.span)) {
      return std::nullopt;
    }
    const TextParts& parts = text_.Parts();
    for (uint32_t i = text_.TokenAt(credit.span.begin);
         i < tokens_.Size() && parts.tokens[i].begin < credit.span.end; ++i) {
      if (const auto agency = AgencyAt(tokens_, i); agency && !agency->is_photo) {
        return agency->name;
      }
    }
    return std::nullopt;
  }

  // Where the outlet says that its own people made the text; also in what it prints below each
  // article.
  std::optional<TokenRange> OwnStaffClaim() const {
    for (const TokenRange sentence : text_.Parts().sentences) {
      for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if (tokens_.IsIn(i, StaffNouns()) && IsClaim(i, sentence)) {
          return Trimmed(sentence);
        }
      }
    }
    return std::nullopt;
  }

  // "by our foreign editors", "edited and published by NAME staff", "By Staff Reporter".
  bool IsClaim(uint32_t i, TokenRange sentence) const {
    const uint32_t paragraph = text_.ParagraphOf(i);
    const bool is_outside = text_.IsHeading(paragraph) || text_.IsBoilerplate(paragraph) ||
                            paragraph + 3 >= text_.Parts().paragraphs.size();
    const uint32_t first = std::max(sentence.begin, i > kClaimTokensMax ? i - kClaimTokensMax : 0U);
    bool is_own = tokens_.IsIn(i, StaffLineWords()) || tokens_.IsIn(i + 1, StaffNouns());
    bool is_made = false;
    for (uint32_t at = first; at < i; ++at) {
      is_own = is_own || tokens_.IsIn(at, OwnWords());
      is_made = is_made || tokens_.IsIn(at, MakingWords());
    }
    // "By Ida Moe and Jon Foss, Valley Echo staff".
    const bool is_byline = sentence.end - sentence.begin <= kBylineTokensMax &&
                           (tokens_.Is(sentence.begin, "by") || tokens_.Is(sentence.begin, "par"));
    const bool is_line = sentence.end - sentence.begin <= kClaimTokensMax || is_byline;
    return is_outside && is_own && (is_made || is_line) && !text_.IsBetweenMarks(tokens_[i].begin);
  }

  TokenRange Trimmed(TokenRange range) const {
    while (range.end > range.begin + 1 && tokens_.IsPunctuation(range.end - 1)) {
      --range.end;
    }
    return range;
  }

  void Report(const Credit& photo, std::optional<Span> claim) {
    Finding finding = text_.FindingAt(Rule::kCreditUndeclared, Severity::kNote, photo.span,
                                      "credit-undeclared.photo/1");
    const std::string agency(*WritingAgency(photo));
    finding.message = ExcerptInMarks(finding.exact) + " credits " + agency +
                      " for a picture, and nothing says who wrote the text";
    if (claim) {
      finding.message = ExcerptInMarks(finding.exact) + " credits " + agency +
                        " for a picture, own staff is named for the text";
      finding.because.push_back("own staff: " + ExcerptInMarks(text_.Words(*claim)));
      finding.related.push_back(text_.Here(*claim));
    } else {
      finding.because.push_back("no byline");
    }
    finding.because.push_back("no agency is credited for the text");
    findings_.push_back(std::move(finding));
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  Findings& findings_;
};

}  // namespace

uint64_t CheckCredits(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : Credits(text, findings).Check();
}

}  // namespace stemma
