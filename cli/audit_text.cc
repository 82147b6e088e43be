#include <algorithm>

#include "cli/audit_output.h"
#include "cli/trace_text_line.h"
#include "graph/base/text_places.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr std::string_view kBar = "   |  ";
constexpr std::string_view kReason = "   = ";
constexpr size_t kReasonLinesMax = 6;

Tint TintOf(Severity severity) {
  return severity == Severity::kError     ? Tint::kRed
         : severity == Severity::kWarning ? Tint::kYellow
                                          : Tint::kCyan;
}

// What a rule looked at, one and several.
struct Noun {
  std::string_view one;
  std::string_view several;
};
Noun NounOf(Rule rule) {
  switch (rule) {
    case Rule::kAcronymMismatch:
      return {"acronym", "acronyms"};
    case Rule::kEntityNearMiss:
      return {"name", "names"};
    case Rule::kQuoteUnattributed:
      return {"quote of four words or more", "quotes of four words or more"};
    case Rule::kSpeakerUnclear:
      return {"speaker beside a quote", "speakers beside quotes"};
    case Rule::kQuoteDrift:
      return {"quote for its wording", "quotes for their wording"};
    case Rule::kQuoteUnbalanced:
      return {"quotation mark", "quotation marks"};
    case Rule::kQuoteOdd:
      return {"quote for its own sense", "quotes for their own sense"};
    case Rule::kSpeakerChanged:
      return {"quote's speaker along the chain", "quotes' speakers along the chain"};
    case Rule::kNumberDrift:
      return {"figure", "figures"};
    case Rule::kDateOrder:
      return {"pair of dates", "pairs of dates"};
    case Rule::kSourceVague:
      return {"source", "sources"};
    case Rule::kSourceDeadEnd:
      return {"work for its ends", "works for their ends"};
    case Rule::kSourceCorrected:
      return {"work up the chain for corrections", "works up the chain for corrections"};
    case Rule::kCreditUndeclared:
      return {"text for its credit", "texts for their credits"};
    case Rule::kCircularSourcing:
      return {"work for circles", "works for circles"};
  }
  return {};
}

// A line of a text around a span, cut to `columns_max`, and where the span then stands in it.
struct Excerpt {
  std::string shown;
  size_t before = 0;  // columns
  size_t marked = 0;  // columns
};

bool BeginsCodePoint(std::string_view text, size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// The bytes of the longest end of `text` that has at most `columns_max` columns.
std::string EndOf(std::string_view text, size_t columns_max) {
  size_t begin = text.size();
  while (begin > 0) {
    size_t before = begin - 1;
    while (!BeginsCodePoint(text, before)) {
      --before;
    }
    if (DisplayWidth(text.substr(before)) > columns_max) {
      break;
    }
    begin = before;
  }
  return std::string(text.substr(begin));
}

// A line may be megabytes long: no more of it is looked at, on each side, than any terminal shows.
constexpr size_t kLineBytesMax = 4096;

Excerpt ExcerptOf(std::string_view text, Span span, size_t columns_max) {
  size_t begin = span.begin - std::min(span.begin, kLineBytesMax);
  const size_t line_end = text.substr(begin, span.begin - begin).rfind('\n');
  begin += line_end == std::string_view::npos ? 0 : line_end + 1;
  size_t end = std::min(text.substr(0, span.end + kLineBytesMax).find('\n', span.begin),
                        std::min(text.size(), span.end + kLineBytesMax));
  while (!BeginsCodePoint(text, begin)) {
    ++begin;
  }
  while (!BeginsCodePoint(text, end)) {
    ++end;
  }
  const size_t mark_end = std::min(span.end, end);
  const std::string before =
      Printable(std::string("x").append(text.substr(begin, span.begin - begin)).append("x"));
  const std::string lead = before.substr(1, before.size() - 2);
  const std::string marked = Printable(text.substr(span.begin, mark_end - span.begin));
  const std::string behind =
      Printable(std::string("x").append(text.substr(mark_end, end - mark_end)));
  // A third of the room for what stands before, unless there is more than enough.
  const size_t room = columns_max - std::min(columns_max / 2, DisplayWidth(marked));
  Excerpt excerpt;
  const bool is_cut = DisplayWidth(lead) > room * 2 / 3;
  excerpt.shown = is_cut ? "…" + EndOf(lead, room * 2 / 3 - 1) : lead;
  excerpt.before = DisplayWidth(excerpt.shown);
  excerpt.shown = TruncateToWidth(excerpt.shown + marked + behind.substr(1), columns_max);
  excerpt.marked = std::max<size_t>(
      1, std::min(DisplayWidth(marked), columns_max - std::min(columns_max, excerpt.before)));
  return excerpt;
}

class TextOutput : public AuditOutput {
 public:
  TextOutput(Context& context, bool files)
      : context_(context), terminal_(context.terminal), files_(files) {}

  void Put(const Audited& audited) override {
    const TextPlaces places(audited.text);
    for (const Finding& finding : audited.findings) {
      PutFinding(audited, finding, places);
    }
    missing_ = audited.missing;
    name_ = audited.name;
  }

  void End(const AuditTotals& totals) override {
    if (context_.quiet) {
      return;
    }
    PutWrapped(Summary(totals), Tint::kBold);
    PutWrapped(Checked(totals), Tint::kPlain);
    if (totals.audited == 1 && !missing_.empty()) {
      std::vector<std::string> names;
      for (const std::string_view one : missing_) {
        names.push_back("no " + std::string(one));
      }
      PutWrapped("not stated in it: " + Enumerated(names, names.size()), Tint::kPlain);
    }
    if (totals.without_rules > 0) {
      PutWrapped((totals.audited == 1 ? "The rules of its language are not known"
                                      : "The rules of their language are not known for " +
                                            Counted(totals.without_rules, "work", "works")) +
                     std::string(": no more than marks, acronyms and credits were looked at."),
                 Tint::kYellow);
    }
    if (totals.without_text > 0) {
      PutWrapped(totals.audited == 1
                     ? "no text is stored of it: the rules on texts had nothing to read"
                     : "without a stored text, so that the rules on texts had nothing to read: " +
                           Counted(totals.without_text, "work", "works"),
                 Tint::kYellow);
    }
  }

 private:
  void PutFinding(const Audited& audited, const Finding& finding, const TextPlaces& places) {
    std::string place = Printable(audited.name);
    if (finding.span) {
      const LineColumn at = places.At(finding.span->begin);
      place += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    Line line = {{place + ": ", Tint::kBold},
                 {std::string(Name(finding.severity)) + "[" + std::string(Name(finding.rule)) + "]",
                  TintOf(finding.severity)},
                 {": "}};
    PutHanging(line, Printable(finding.message));
    if (finding.span) {
      const Excerpt excerpt =
          ExcerptOf(audited.text, *finding.span, terminal_.columns - kBar.size());
      Put({{std::string(kBar), Tint::kDim}, {excerpt.shown}});
      Put({{std::string(kBar), Tint::kDim},
           {std::string(excerpt.before, ' ')},
           {std::string(excerpt.marked, '^'), TintOf(finding.severity)}});
    }
    for (const std::string& reason : finding.because) {
      PutReason(reason);
    }
    if (!files_) {
      PutReason("finding " + finding.id);
    }
    context_.out << "\n";
  }

  void Put(const Line& line) { context_.out << Render(line, terminal_, terminal_.columns) << "\n"; }

  // The message behind what `line` has already, which is never cut; what is too long goes on below.
  void PutHanging(Line line, const std::string& message) {
    constexpr size_t kIndent = 6;
    constexpr size_t kRoomMin = 24;
    const size_t used = WidthOf(line);
    const size_t columns = std::max(terminal_.columns, used);
    if (used + kRoomMin > terminal_.columns) {
      context_.out << Render(line, terminal_, columns) << "\n";
      line = {{std::string(kIndent, ' ')}};
    }
    const size_t room = terminal_.columns - kIndent;
    for (const std::string& one :
         WrapWords(message, terminal_.columns - WidthOf(line), room, kReasonLinesMax)) {
      line.push_back({one});
      Put(line);
      line = {{std::string(kIndent, ' ')}};
    }
  }

  void PutReason(const std::string& reason) {
    const size_t columns = terminal_.columns - kReason.size();
    Line line = {{std::string(kReason), Tint::kDim}};
    for (const std::string& one : WrapWords(Printable(reason), columns, columns, kReasonLinesMax)) {
      line.push_back({one});
      Put(line);
      line = {{std::string(kReason.size(), ' ')}};
    }
  }

  void PutWrapped(const std::string& text, Tint tint) {
    for (const std::string& one : WrapWords(text, terminal_.columns, terminal_.columns, 10)) {
      Put({{one, tint}});
    }
  }

  std::string Summary(const AuditTotals& totals) const {
    const auto count = [&](Severity severity) {
      return totals.findings[static_cast<size_t>(severity)];
    };
    std::string text = totals.audited == 1 ? Printable(name_) + ": "
                                           : Counted(totals.audited, "work", "works") + ": ";
    if (totals.Findings() == 0) {
      text += "no findings";
    } else {
      text += Counted(count(Severity::kError), "error", "errors") + ", " +
              Counted(count(Severity::kWarning), "warning", "warnings") + ", " +
              Counted(count(Severity::kNote), "note", "notes");
    }
    if (totals.cleared > 0) {
      text += "; " + Counted(totals.cleared, "more was answered", "more were answered") +
              " with `stemma clear`";
    }
    return text;
  }

  static std::string Checked(const AuditTotals& totals) {
    std::vector<std::string> counts;
    for (const Rule rule : kRules) {
      if (const uint64_t count = totals.checked[static_cast<size_t>(rule)]; count > 0) {
        counts.push_back(Counted(count, NounOf(rule).one, NounOf(rule).several));
      }
    }
    return counts.empty() ? "checked: nothing, since there was nothing of the kind to check"
                          : "checked: " + Enumerated(counts, counts.size());
  }

  Context& context_;
  const Terminal& terminal_;
  bool files_;
  std::string name_;
  std::vector<std::string_view> missing_;
};

}  // namespace

std::unique_ptr<AuditOutput> AuditTextOutput(Context& context, bool files) {
  return std::make_unique<TextOutput>(context, files);
}

}  // namespace stemma
