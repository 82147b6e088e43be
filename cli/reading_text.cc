#include "cli/reading_text.h"

#include <algorithm>
#include <vector>

#include "cli/reading_json.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

constexpr size_t kNumberColumns = 5;  // of a line's number, with what stands before it
constexpr size_t kIndent = kNumberColumns + 2;
constexpr size_t kQuoteLinesMax = 3;

struct Entry {
  size_t at = 0;  // byte of the text
  std::vector<Line> lines;
};

// 1000000 as "1,000,000".
std::string Grouped(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) {
    text.pop_back();
  }
  for (size_t i = std::min(text.find('.'), text.size()); i > 3;) {
    i -= 3;
    if (text[i - 1] != '-') {
      text.insert(i, ",");
    }
  }
  return text;
}

std::string RangeOf(const Number& number) {
  if (number.low && number.high) {
    return *number.low == *number.high ? Grouped(*number.low)
                                       : Grouped(*number.low) + " to " + Grouped(*number.high);
  }
  return number.low    ? Grouped(*number.low) + " or more"
         : number.high ? "up to " + Grouped(*number.high)
                       : "no figure";
}

class Markup {
 public:
  Markup(const Reading& reading, const Terminal& terminal)
      : reading_(reading), text_(reading.article.text), terminal_(terminal) {}

  std::string Print(const std::string& file) {
    Put(Heading(file));
    Collect();
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.at < b.at; });
    size_t line = 1;
    size_t counted = 0;
    for (const Entry& entry : entries_) {
      line += static_cast<size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted),
                                             text_.begin() + static_cast<std::ptrdiff_t>(entry.at),
                                             '\n'));
      counted = entry.at;
      PutEntry(entry, line);
    }
    if (entries_.empty()) {
      PutWrapped("nothing found: no quotes, credits, sources, figures or links", Tint::kPlain);
    } else {
      PutWrapped(Summary(), Tint::kBold);
    }
    if (reading_.language == Language::kOther) {
      PutWrapped(
          "The rules of its language are not known: no more than quotes, links, credits and dates "
          "were looked for.",
          Tint::kYellow);
    }
    return std::move(out_);
  }

 private:
  std::string Words(Span span) const {
    return Printable(std::string_view(text_).substr(span.begin, span.end - span.begin));
  }
  std::string InMarks(Span span) const {
    return WordsInMarks(Words(span), terminal_.columns - kIndent - 12);
  }
  void Put(const Line& line) { out_ += Render(line, terminal_, terminal_.columns) + "\n"; }

  void PutWrapped(const std::string& text, Tint tint) {
    const size_t columns = terminal_.columns - 2;
    for (const std::string& line : WrapWords(text, columns, columns, 4)) {
      Put({{"  " + line, tint}});
    }
  }

  void PutEntry(const Entry& entry, size_t line_number) {
    const std::string number = std::to_string(line_number);
    const size_t gap = kNumberColumns - std::min(kNumberColumns, number.size());
    std::string begin = std::string(gap, ' ') + number + "  ";
    for (const Line& line : entry.lines) {
      Line whole = {{begin, Tint::kDim}};
      whole.insert(whole.end(), line.begin(), line.end());
      Put(whole);
      begin.assign(kIndent, ' ');
    }
  }

  Line Heading(const std::string& file) const {
    const Article& article = reading_.article;
    Line line = {{Printable(file), Tint::kBold}};
    if (article.title && !article.title->value.empty()) {
      line.push_back({" · " + WordsInMarks(Printable(article.title->value),
                                           std::max<size_t>(20, terminal_.columns / 2))});
    }
    const auto add = [&](const std::string& what) {
      if (!what.empty()) {
        line.push_back({" · " + Printable(what)});
      }
    };
    add(article.outlet ? article.outlet->value : "");
    add(article.published ? article.published->value : "");
    add(article.byline ? "by " + article.byline->value : "");
    add(LanguageTag(reading_));
    return line;
  }

  void Collect() {
    for (const Quote& quote : reading_.quotes) {
      entries_.push_back({quote.span.begin, QuoteLines(quote)});
    }
    for (const Credit& credit : reading_.credits) {
      entries_.push_back({credit.span.begin,
                          {{{"credit  ", Tint::kMagenta},
                            {credit.of == CreditOf::kPhoto ? "photo " : ""},
                            {Printable(credit.agency) + "  "},
                            {InMarks(credit.span), Tint::kDim}}}});
    }
    for (const Source& source : reading_.sources) {
      entries_.push_back({source.span.begin, {SourceLine(source)}});
    }
    for (const AcronymDefinition& acronym : reading_.acronyms) {
      entries_.push_back({std::min(acronym.short_form.begin, acronym.long_form.begin),
                          {{{"acronym ", Tint::kDim},
                            {Words(acronym.short_form) + " = " + Words(acronym.long_form)}}}});
    }
    for (const Number& number : reading_.numbers) {
      entries_.push_back({number.span.begin,
                          {{{"figure  ", Tint::kDim},
                            {InMarks(number.span)},
                            {"  " + RangeOf(number), Tint::kDim}}}});
    }
    for (const Link& link : reading_.article.links) {
      entries_.push_back({link.span.begin,
                          {{{"link    ", Tint::kBlue},
                            {link.span.begin == link.span.end ? "" : InMarks(link.span) + " "},
                            {"→ " + Printable(link.url)}}}});
    }
  }

  std::vector<Line> QuoteLines(const Quote& quote) const {
    const bool is_indirect = quote.kind == QuoteKind::kIndirect;
    const size_t columns = terminal_.columns - kIndent - 2;
    std::vector<Line> lines;
    std::vector<std::string> words = WrapWords(Words(quote.span), columns, columns, kQuoteLinesMax);
    if (words.empty()) {
      words.emplace_back();
    }
    words.front().insert(0, is_indirect ? "" : "“");
    words.back() += is_indirect ? "" : "”";
    for (const std::string& one : words) {
      lines.push_back({{one, is_indirect ? Tint::kPlain : Tint::kGreen}});
    }
    lines.push_back(SpeakerLine(quote));
    return lines;
  }

  Line SpeakerLine(const Quote& quote) const {
    Line line;
    if (!quote.speaker) {
      line = {{"→ nobody", Tint::kYellow}};
    } else {
      const std::string printed = Words(quote.speaker->span);
      const std::string name = Printable(quote.speaker->name);
      line = {{"→ " + printed}};
      if (name.empty()) {
        line.push_back({"  no name", Tint::kYellow});
      } else if (name != printed) {
        line.push_back({" = " + name, Tint::kCyan});
      }
    }
    if (quote.kind != QuoteKind::kDirect) {
      line.push_back({"  " + std::string(Name(quote.kind)), Tint::kDim});
    }
    return line;
  }

  Line SourceLine(const Source& source) const {
    Line line = {{"source  ", Tint::kMagenta},
                 {InMarks(source.span)},
                 {"  " + std::string(Name(source.relation)), Tint::kDim}};
    if (source.is_vague) {
      line.push_back({"  vague", Tint::kYellow});
    } else if (source.name.empty()) {
      line.push_back({"  no name", Tint::kYellow});
    } else if (Printable(source.name) != Words(source.span)) {
      line.push_back({" = " + Printable(source.name), Tint::kCyan});
    }
    if (source.is_document) {
      line.push_back({source.seen ? "  a document, seen" : "  a document, seen by others"});
    }
    return line;
  }

  // Quotes, by what is known of the speaker; then sources.
  std::string Summary() const {
    size_t printed = 0;
    size_t named = 0;
    size_t by_role = 0;
    for (const Quote& quote : reading_.quotes) {
      if (quote.kind != QuoteKind::kIndirect) {
        ++printed;
        named += quote.speaker && !quote.speaker->name.empty() ? 1 : 0;
        by_role += quote.speaker && quote.speaker->name.empty() ? 1 : 0;
      }
    }
    size_t vague = 0;
    for (const Source& source : reading_.sources) {
      vague += source.is_vague || source.name.empty() ? 1 : 0;
    }
    const auto number = [](size_t count) { return std::to_string(count); };
    std::string text = Counted(printed, "quote", "quotes") + ": " + number(named) + " named, " +
                       number(by_role) + " by role only, " + number(printed - named - by_role) +
                       " of nobody";
    if (const size_t indirect = reading_.quotes.size() - printed; indirect > 0) {
      text += "; " + number(indirect) + " indirect";
    }
    return text + "; sources: " + number(reading_.article.links.size()) + " linked, " +
           number(reading_.sources.size() - vague) + " named, " + number(vague) + " vague";
  }

  const Reading& reading_;
  const std::string& text_;
  const Terminal& terminal_;
  std::vector<Entry> entries_;
  std::string out_;
};

}  // namespace

std::string ReadingText(const Reading& reading, const std::string& file, const Terminal& terminal) {
  return Markup(reading, terminal).Print(file);
}

}  // namespace stemma
