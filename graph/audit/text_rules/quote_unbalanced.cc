// quote-unbalanced: a mark without a partner in its paragraph.
//
// Not reported: a quote whose next paragraph opens again, or whose partner is the next mark of all,
// paragraphs later; inches and seconds; guillemets repeated at the beginning of a line; single
// marks, which are apostrophes as often, but for opening ones in a text that quotes with them;
// marks inside a word, as Hebrew abbreviations have. Which way a mark faces is told by the spaces
// beside it where languages differ („…“, »…«, ”…”).
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "graph/audit/text_rules/single_marks.h"
#include "graph/audit/text_rules/text_rules.h"

namespace stemma {
namespace {

enum class Family { kCurly, kStraight, kGuillemets, kCorners };
enum class Facing { kOpens, kCloses, kEither };

struct Mark {
  uint32_t token = 0;
  Family family = Family::kCurly;
  Facing facing = Facing::kEither;
  bool may_be_inches = false;
};

enum class Fault {
  kOpen,    // an opening mark without a closing one
  kClose,   // a closing one that nothing opened
  kTurned,  // a closing one that stands where one opens, or the other way round
};

struct Unpaired {
  Mark mark;
  Fault fault = Fault::kOpen;
};

// A quote that is neither closed nor opened again may close this many paragraphs further on.
constexpr uint32_t kParagraphsOn = 8;
constexpr uint32_t kEmbedMax = 4;

std::optional<Family> FamilyOf(char32_t mark) {
  switch (mark) {
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
      return Family::kCurly;
    case U'"':
      return Family::kStraight;
    case U'«':
    case U'»':
      return Family::kGuillemets;
    case U'「':
    case U'」':
    case U'『':
    case U'』':
      return Family::kCorners;
    default:
      return std::nullopt;
  }
}

class Paragraph {
 public:
  Paragraph(const TextUnderAudit& text, uint32_t number)
      : text_(text), tokens_(text.Tokens()), range_(text.Parts().paragraphs[number]) {
    for (uint32_t i = range_.begin; i < range_.end; ++i) {
      if (IsMarkup(i)) {
        marks_.clear();
        break;
      }
      AddMark(i);
    }
    DropInches();
  }

  size_t MarkCount() const { return marks_.size(); }
  const Mark& FirstMark() const { return marks_.front(); }
  bool BeginsWithMark() const { return !marks_.empty() && marks_.front().token == range_.begin; }

  // In the order of the text. `continues`: a quote of the paragraph before may go on here.
  std::vector<Unpaired> FindUnpaired(bool continues) {
    const bool is_all_straight = std::all_of(marks_.begin(), marks_.end(), [](const Mark& mark) {
      return mark.family == Family::kStraight;
    });
    if (is_all_straight) {
      // Which way they face is told by spaces, which are wrong as often as marks are missing.
      if (marks_.size() % 2 == 1 && !IsCutOff()) {
        unpaired_.push_back(OddOne());
      }
      return std::move(unpaired_);
    }
    for (const Mark& mark : marks_) {
      Take(mark, continues);
    }
    if (!IsCutOff()) {
      for (const Mark& mark : open_) {
        unpaired_.push_back({mark, Fault::kOpen});
      }
    }
    std::sort(unpaired_.begin(), unpaired_.end(),
              [](const Unpaired& a, const Unpaired& b) { return a.mark.token < b.mark.token; });
    return std::move(unpaired_);
  }

 private:
  void AddMark(uint32_t i) {
    const auto family = tokens_.IsPunctuation(i) ? FamilyOf(tokens_[i].mark) : std::nullopt;
    if (family && !IsInWord(i) && !IsMeasure(i)) {
      marks_.push_back(
          {i, *family, FacingOf(i), *family == Family::kStraight && IsBehindNumber(i)});
    } else if ((tokens_.IsMark(i, U'’') || tokens_.IsMark(i, U'\'')) && i + 1 < range_.end &&
               tokens_.TouchesNext(i) && tokens_.IsMark(i + 1, tokens_[i].mark) &&
               !marks_.empty() && marks_.back().family == Family::kCurly &&
               marks_.back().facing == Facing::kOpens) {
      marks_.push_back({i, Family::kCurly, Facing::kCloses, false});  // “…’’
    }
  }
  // type=”big”: the words of a program, not of a text.
  bool IsMarkup(uint32_t i) const {
    return tokens_.IsMark(i, U'=') && i + 1 < range_.end && tokens_.TouchesNext(i) &&
           tokens_.IsPunctuation(i + 1) && FamilyOf(tokens_[i + 1].mark).has_value();
  }
  // A sentence that a list of articles cuts off.
  bool IsCutOff() const {
    const uint32_t last = range_.end - 1;
    return tokens_.IsMark(last, U'…') ||
           (last > range_.begin && tokens_.IsMark(last, U'.') && tokens_.IsMark(last - 1, U'.'));
  }
  bool SpaceBefore(uint32_t i) const {
    return i == range_.begin || !tokens_.TouchesNext(i - 1) ||
           (tokens_.IsPunctuation(i - 1) &&
            std::u32string_view(U"([{—–-/'‘").find(tokens_[i - 1].mark) !=
                std::u32string_view::npos);
  }
  bool SpaceAfter(uint32_t i) const {
    return i + 1 == range_.end || !tokens_.TouchesNext(i) ||
           (tokens_.IsPunctuation(i + 1) &&
            std::u32string_view(U".,;:!?)]}—–-/'’…").find(tokens_[i + 1].mark) !=
                std::u32string_view::npos);
  }
  bool IsBehindNumber(uint32_t i) const {
    return i > range_.begin && tokens_.IsNumber(i - 1) && tokens_.TouchesNext(i - 1);
  }
  bool IsInWord(uint32_t i) const {
    return tokens_[i].mark == U'"' && i > range_.begin && i + 1 < range_.end &&
           tokens_.IsWord(i - 1) && tokens_.IsWord(i + 1) && tokens_.TouchesNext(i - 1) &&
           tokens_.TouchesNext(i);
  }
  // 6'2", 48°51'24"
  bool IsMeasure(uint32_t i) const {
    return IsBehindNumber(i) && i >= range_.begin + 2 && tokens_.IsPunctuation(i - 2) &&
           std::u32string_view(U"'’′").find(tokens_[i - 2].mark) != std::u32string_view::npos &&
           i >= range_.begin + 3 && tokens_.IsNumber(i - 3);
  }

  Facing FacingOf(uint32_t i) const {
    const bool before = SpaceBefore(i);
    const bool after = SpaceAfter(i);
    switch (tokens_[i].mark) {
      case U'“':
      case U'«':
        return !before && after ? Facing::kCloses : Facing::kOpens;
      case U'”':
      case U'»':
        return before && !after ? Facing::kOpens : Facing::kCloses;
      case U'"':
        return before == after ? Facing::kEither : before ? Facing::kOpens : Facing::kCloses;
      case U'」':
      case U'』':
        return Facing::kCloses;
      default:
        return Facing::kOpens;
    }
  }

  // A straight mark behind a number stands for inches where the others are in pairs without it.
  void DropInches() {
    straight_count_ =
        static_cast<size_t>(std::count_if(marks_.begin(), marks_.end(), [](const Mark& mark) {
          return mark.family == Family::kStraight;
        }));
    const auto inches = std::find_if(marks_.begin(), marks_.end(),
                                     [](const Mark& mark) { return mark.may_be_inches; });
    if (straight_count_ % 2 == 1 && inches != marks_.end()) {
      marks_.erase(inches);
      --straight_count_;
    }
  }

  bool IsOpen(Family family) const { return open_count_[static_cast<size_t>(family)] > 0; }
  void Push(const Mark& mark) {
    open_.push_back(mark);
    ++open_count_[static_cast<size_t>(mark.family)];
  }
  void Pop() {
    --open_count_[static_cast<size_t>(open_.back().family)];
    open_.pop_back();
  }

  // Of a straight mark, which faces nowhere by itself; of the others as spaces tell, unless what is
  // open tells otherwise.
  Facing Resolve(const Mark& mark, bool continues) const {
    const char32_t printed = tokens_[mark.token].mark;
    const bool is_open = IsOpen(mark.family);
    if (mark.token == range_.begin && continues) {
      return Facing::kOpens;  // guillemets of either kind open each paragraph of a French quote
    }
    if (mark.family == Family::kStraight) {
      // In pairs they need no spaces to tell which of them closes.
      const bool faces_back = mark.facing == Facing::kCloses && straight_count_ % 2 == 1;
      const bool may_close =
          mark.facing == Facing::kCloses && IsOpen(Family::kCurly) && straight_count_ % 2 == 1;
      return is_open || may_close || faces_back ? Facing::kCloses : Facing::kOpens;
    }
    if (is_open && (printed == U'”' || printed == U'»') &&
        text_.Read().language != Language::kOther) {
      return Facing::kCloses;
    }
    if (!is_open && (printed == U'“' || printed == U'«' || OpensTurned(mark))) {
      return Facing::kOpens;
    }
    return mark.facing;
  }

  // ”…”: a closing mark that stands where one opens, with another behind it.
  bool OpensTurned(const Mark& mark) const {
    if (tokens_[mark.token].mark != U'”' ||
        (mark.token != range_.begin && mark.facing != Facing::kOpens)) {
      return false;
    }
    const auto behind = std::partition_point(
        marks_.begin(), marks_.end(), [&](const Mark& one) { return one.token <= mark.token; });
    const auto next = std::find_if(behind, marks_.end(),
                                   [](const Mark& one) { return one.family == Family::kCurly; });
    return next != marks_.end() && tokens_[next->token].mark == U'”';
  }

  // What a closing mark is the partner of: one of its own family, or of “…" and "…” the other.
  std::optional<Family> PartnerOf(Family family) const {
    if (IsOpen(family)) {
      return family;
    }
    if (family == Family::kStraight && IsOpen(Family::kCurly)) {
      return Family::kCurly;
    }
    if (family == Family::kCurly && IsOpen(Family::kStraight)) {
      return Family::kStraight;
    }
    return std::nullopt;
  }

  void Take(const Mark& mark, bool continues) {
    if (mark.family == Family::kGuillemets && IsOpen(mark.family) && BeginsLine(mark.token)) {
      return;
    }
    const char32_t printed = tokens_[mark.token].mark;
    const bool may_be_turned = text_.Read().language != Language::kOther;
    if (Resolve(mark, continues) == Facing::kOpens) {
      Push(mark);
      if (printed == U'”' && may_be_turned) {
        unpaired_.push_back({mark, Fault::kTurned});
      }
      return;
    }
    const auto partner = PartnerOf(mark.family);
    if (!partner) {
      unpaired_.push_back({mark, Fault::kClose});
      return;
    }
    if (printed == U'“' && may_be_turned && tokens_[open_.back().token].mark != U'„') {
      unpaired_.push_back({mark, Fault::kTurned});
    }
    while (open_.back().family != *partner) {
      unpaired_.push_back({open_.back(), Fault::kOpen});
      Pop();
    }
    Pop();
  }

  bool BeginsLine(uint32_t i) const {
    return i > range_.begin && tokens_.GapBehind(i - 1).find('\n') != std::string_view::npos;
  }

  // Of an odd number of straight marks the one that the others, in pairs, leave over.
  Unpaired OddOne() const {
    for (size_t i = 0; i < marks_.size(); ++i) {
      if (i % 2 == 0 && marks_[i].facing == Facing::kCloses) {
        return {marks_[i], Fault::kClose};
      }
      if (i % 2 == 1 && marks_[i].facing == Facing::kOpens) {
        return {marks_[i - 1], Fault::kOpen};
      }
    }
    return {marks_.back(), marks_.back().facing == Facing::kCloses ? Fault::kClose : Fault::kOpen};
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  TokenRange range_;
  std::vector<Mark> marks_;
  size_t straight_count_ = 0;
  std::vector<Mark> open_;
  std::array<uint32_t, 4> open_count_{};  // by family
  std::vector<Unpaired> unpaired_;
};

class Balance {
 public:
  Balance(const TextUnderAudit& text, Findings& findings) : text_(text), findings_(findings) {}

  uint64_t Check() {
    uint64_t looked_at = 0;
    const auto count = static_cast<uint32_t>(text_.Parts().paragraphs.size());
    for (uint32_t i = 0; i < count && !text_.IsBoilerplate(i); ++i) {
      looked_at += Read(i);
    }
    for (uint32_t i = 0; i < read_.size(); ++i) {
      FindPartnersBeyond(i);
    }
    for (const uint32_t token : FindUnclosedSingles(text_)) {
      read_[text_.ParagraphOf(token)].unpaired.push_back(
          {{token, Family::kStraight, Facing::kOpens, false}, Fault::kOpen});
    }
    for (ParagraphRead& paragraph : read_) {
      std::stable_sort(
          paragraph.unpaired.begin(), paragraph.unpaired.end(),
          [](const Unpaired& a, const Unpaired& b) { return a.mark.token < b.mark.token; });
      for (const Unpaired& one : paragraph.unpaired) {
        Report(one);
      }
    }
    return looked_at;
  }

 private:
  struct ParagraphRead {
    bool has_marks = false;
    bool begins_with_mark = false;
    bool reopens = false;  // what the paragraph before left open
    uint32_t first = 0;    // token of the first mark
    Family first_family = Family::kCurly;
    std::vector<Unpaired> unpaired;
    bool IsLeftOpen() const { return !unpaired.empty() && unpaired.back().fault == Fault::kOpen; }
  };

  uint64_t Read(uint32_t number) {
    const bool continues = !read_.empty() && read_.back().IsLeftOpen();
    Paragraph paragraph(text_, number);
    ParagraphRead read;
    read.has_marks = paragraph.MarkCount() > 0;
    read.begins_with_mark = paragraph.BeginsWithMark();
    read.reopens = continues && read.begins_with_mark;
    if (read.has_marks) {
      read.first = paragraph.FirstMark().token;
      read.first_family = paragraph.FirstMark().family;
    }
    read.unpaired = paragraph.FindUnpaired(continues);
    read_.push_back(std::move(read));
    return paragraph.MarkCount();
  }

  // The paragraph in which a quote may open again: the next, but for lines that are no sentences,
  // such as a post shows, where it has opened again once already.
  size_t ReopeningOf(uint32_t number) const {
    size_t next = number + 1;
    while (read_[number].reopens && next + 1 < read_.size() && next < number + kEmbedMax &&
           !read_[next].has_marks && !EndsSentence(next)) {
      ++next;
    }
    return next;
  }
  bool EndsSentence(size_t paragraph) const {
    const uint32_t last = text_.Parts().paragraphs[paragraph].end - 1;
    return text_.Tokens().IsMark(last, U'.') || text_.Tokens().IsMark(last, U'!') ||
           text_.Tokens().IsMark(last, U'?');
  }

  // What is left open goes on where the next paragraph opens again, or where the next mark of all
  // is a closing one that nothing opened.
  void FindPartnersBeyond(uint32_t number) {
    if (!read_[number].IsLeftOpen()) {
      return;
    }
    const Mark open = read_[number].unpaired.back().mark;
    bool is_reopened = false;
    const size_t reopening = ReopeningOf(number);
    const size_t end = std::min<size_t>(read_.size(), number + 1 + kParagraphsOn);
    for (size_t i = number + 1; i < end; ++i) {
      ParagraphRead& next = read_[i];
      if (i == reopening && next.begins_with_mark) {
        read_[number].unpaired.pop_back();
        if (next.first_family == open.family) {
          return;
        }
        is_reopened = true;  // by marks of another kind, which may be quotes in the quote
      }
      const auto close =
          std::find_if(next.unpaired.begin(), next.unpaired.end(), [&](const Unpaired& one) {
            return one.fault == Fault::kClose && one.mark.family == open.family;
          });
      if (close != next.unpaired.end() && (is_reopened || close->mark.token == next.first)) {
        next.unpaired.erase(close);
        if (!is_reopened) {
          read_[number].unpaired.pop_back();
        }
        return;
      }
      if (next.has_marks && !is_reopened) {
        return;
      }
    }
  }

  bool IsDoubled(uint32_t token) const {
    const char32_t mark = text_.Tokens()[token].mark;
    const uint32_t end = text_.Parts().paragraphs[text_.ParagraphOf(token)].end;
    return token + 1 < end && text_.Tokens().IsMark(token + 1, mark) &&
           (mark == U'«' || text_.Tokens().TouchesNext(token));
  }

  void Report(const Unpaired& one) {
    // Of two opening marks in a row, with or without a space as French has it, either is the one
    // too many.
    const uint32_t next = one.mark.token + 1;
    const bool is_double = one.fault == Fault::kOpen && IsDoubled(one.mark.token);
    const Span span = text_.Parts().SpanOf({one.mark.token, is_double ? next + 1 : next});
    const bool is_turned = one.fault == Fault::kTurned;
    Finding finding = text_.FindingAt(
        Rule::kQuoteUnbalanced, is_turned ? Severity::kNote : Severity::kWarning, span,
        is_turned ? "quote-unbalanced.turned/1" : "quote-unbalanced.paragraph/1");
    finding.message = is_turned ? "a mark turned the wrong way"
                      : one.fault == Fault::kOpen
                          ? "an opening mark with no closing one in its paragraph"
                          : "a closing mark with no opening one in its paragraph";
    findings_.push_back(std::move(finding));
  }

  const TextUnderAudit& text_;
  Findings& findings_;
  std::vector<ParagraphRead> read_;
};

}  // namespace

uint64_t CheckBalance(const TextUnderAudit& text, Findings& findings) {
  return Balance(text, findings).Check();
}

}  // namespace stemma
