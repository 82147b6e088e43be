#include "graph/audit/text_rules/unclear_findings.h"

#include <algorithm>
#include <string>
#include <utility>

namespace stemma {
namespace {

constexpr size_t kBytesNear = 4000;

}  // namespace

void UnclearFindings::Two(uint32_t pronoun, const Person& first, const Person& second,
                          std::string_view why) {
  Finding finding = FindingOf(pronoun, "speaker-unclear.two/1");
  finding.message = Cue(pronoun) + std::string(why);
  for (const Person* one : {&first, &second}) {
    const Span span = text_.Parts().SpanOf(one->words);
    finding.because.push_back(std::string(text_.Words(span)) + ", line " +
                              std::to_string(text_.LineAt(span.begin)));
    finding.related.push_back(text_.Here(span));
  }
  findings_.push_back(std::move(finding));
}

void UnclearFindings::Far(uint32_t pronoun, const Person* last, Gender gender) {
  Finding finding = FindingOf(pronoun, "speaker-unclear.far/1");
  const std::string person = gender == Gender::kMan ? "man" : "woman";
  if (last == nullptr) {
    finding.message = Cue(pronoun) + " names nobody, and no " + person + " is named before";
  } else {
    const Span span = text_.Parts().SpanOf(last->words);
    const std::string name(text_.Words(span));
    finding.message = Cue(pronoun) + " names nobody: the last " + person + " named, " + name +
                      ", stands " + LinesAbove(span.begin, pronoun) + " above";
    finding.because.push_back("no other " + person + " is named between them");
    finding.related.push_back(text_.Here(span));
  }
  findings_.push_back(std::move(finding));
}

// “he said”, as printed.
std::string UnclearFindings::Cue(uint32_t pronoun) const {
  Span span = text_.Parts().SpanOf({pronoun, pronoun + 1});
  for (const Quote& quote : QuotesNear(text_, span)) {
    if (quote.speaker && quote.speaker->span.begin == span.begin && quote.cue) {
      span = {std::min(span.begin, quote.cue->begin), std::max(span.end, quote.cue->end)};
      break;
    }
  }
  // "a-t-il": its verb stands before the hyphens.
  while (span.begin > 0 && text_.Text()[span.begin - 1] == '-') {
    const size_t space = text_.Text().find_last_of(" \n", span.begin - 1);
    span.begin = space == std::string_view::npos ? 0 : space + 1;
  }
  return InMarks(text_.Words(span));
}

std::string UnclearFindings::LinesAbove(size_t from, uint32_t pronoun) const {
  const size_t lines = text_.LineAt(text_.Tokens()[pronoun].begin) - text_.LineAt(from);
  return std::to_string(lines) + (lines == 1 ? " line" : " lines");
}

Finding UnclearFindings::FindingOf(uint32_t pronoun, std::string_view method) const {
  return text_.FindingAt(Rule::kSpeakerUnclear, Severity::kWarning,
                         text_.Parts().SpanOf({pronoun, pronoun + 1}), method);
}

std::span<const Quote> QuotesNear(const TextUnderAudit& text, Span span) {
  const auto& quotes = text.Read().quotes;
  const auto from = [&](size_t byte) {
    return std::partition_point(quotes.begin(), quotes.end(),
                                [&](const Quote& one) { return one.span.begin < byte; });
  };
  return {from(span.begin - std::min(span.begin, kBytesNear)), from(span.end + kBytesNear)};
}

}  // namespace stemma
