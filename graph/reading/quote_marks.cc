#include "graph/reading/quote_marks.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

// What each opening mark is closed by; 0: it opens nothing.
char32_t ClosingOf(char32_t open) {
  switch (open) {
    case U'“':
      return U'”';
    case U'„':
      return U'“';
    case U'«':
      return U'»';
    case U'»':
      return U'«';
    case U'‹':
      return U'›';
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'"':
      return U'"';
    case U'‘':
    case U'‚':
      return U'’';
    case U'\'':
      return U'\'';
    default:
      return 0;
  }
}

bool IsSingle(char32_t open) {
  return open == U'‘' || open == U'‚' || open == U'\'';
}

// How many tokens a mark's partner is looked for.
constexpr uint32_t kReach = 300;

// Words that begin nothing that somebody could own: "‘sleeping in ditches’ as the camp fills".
const WordMap& NeverOwned() {
  static const WordMap words(
      "as in at on after before over under says say said and or but to for from with by of is are "
      "was were has have had will would if when while because despite amid");
  return words;
}

class Marks {
 public:
  explicit Marks(const TextParts& parts) : parts_(parts), tokens_(parts.tokens) {}

  std::vector<QuotedWords> Find() {
    for (uint32_t i = 0; i < parts_.paragraphs.size(); ++i) {
      ReadParagraph(i, parts_.paragraphs[i]);
    }
    return std::move(found_);
  }

 private:
  bool SpaceBefore(uint32_t token) const {
    return token == paragraph_.begin || tokens_[token].begin > tokens_[token - 1].end ||
           (tokens_[token - 1].kind == TokenKind::kPunctuation &&
            std::u32string_view(U"([—–-/").find(tokens_[token - 1].mark) !=
                std::u32string_view::npos);
  }
  bool SpaceAfter(uint32_t token) const {
    return token + 1 == paragraph_.end || tokens_[token + 1].begin > tokens_[token].end;
  }

  void ReadParagraph(uint32_t number, TokenRange paragraph) {
    paragraph_ = paragraph;
    number_ = number;
    uint32_t at = paragraph.begin;
    if (continues_) {
      // With a label a transcript begins what somebody else says.
      const bool is_opened_again =
          tokens_[at].mark == open_mark_ && LabelOf(parts_, {at + 1, paragraph_.end}).IsEmpty();
      at += is_opened_again ? 1 : 0;
      if (!is_opened_again) {
        continues_ = false;
      }
    }
    if (!continues_) {
      open_.reset();
    }
    for (; at < paragraph.end; ++at) {
      if (tokens_[at].kind != TokenKind::kPunctuation) {
        continue;
      }
      if (open_) {
        ReadInside(at);
      } else if (Opens(at)) {
        Open(at);
      }
    }
    EndParagraph(paragraph);
  }

  // What is open at its end is a quote as it stands; whether it goes on, the next paragraph tells.
  void EndParagraph(TokenRange paragraph) {
    if (!open_) {
      continues_ = false;
      return;
    }
    QuotedWords quote = *open_;
    quote.words.end = paragraph.end;
    quote.close = paragraph.end;
    quote.is_closed = false;
    if (continues_) {
      found_.back() = quote;
    } else if (!quote.words.IsEmpty()) {
      found_.push_back(quote);
    }
    continues_ = !quote.words.IsEmpty() && !quote.is_single;
  }

  void Open(uint32_t at) {
    open_ = QuotedWords();
    open_->open = at;
    open_->words.begin = at + 1;
    open_->paragraph = number_;
    open_->is_single = IsSingle(tokens_[at].mark);
    open_mark_ = tokens_[at].mark;
    close_mark_ = ClosingOf(open_mark_);
    depth_ = 0;
  }

  void Close(uint32_t at) {
    open_->words.end = at;
    open_->close = at;
    open_->is_closed = true;
    if (continues_) {
      found_.back() = *open_;
    } else if (!open_->words.IsEmpty()) {
      found_.push_back(*open_);
    }
    continues_ = false;
    open_.reset();
  }

  void ReadInside(uint32_t at) {
    const char32_t mark = tokens_[at].mark;
    const bool is_straight = open_mark_ == close_mark_;
    if (mark == open_mark_ && !is_straight && !open_->is_single) {
      if (IsNested(at)) {
        ++depth_;
      } else {
        Abandon(at);
        Open(at);
      }
    } else if (mark == close_mark_ && (!open_->is_single || ClosesSingle(at)) && !IsInches(at)) {
      if (depth_ > 0) {
        --depth_;
      } else {
        Close(at);
      }
    } else if ((open_mark_ == U'“' && mark == U'"' && SpaceAfter(at)) ||
               (open_mark_ == U'"' && mark == U'”')) {
      Close(at);  // mixed marks
    }
  }

  // Whether the same mark again opens a quote in the quote; else the first one's partner is
  // missing. Told by whether two closing marks follow in a row.
  bool IsNested(uint32_t at) const {
    const uint32_t end = std::min(paragraph_.end, at + kReach);
    uint32_t closed = 0;
    for (uint32_t i = at + 1; i < end; ++i) {
      if (tokens_[i].mark == close_mark_ && ++closed == 2) {
        return true;
      }
      if (tokens_[i].mark == open_mark_) {
        return false;
      }
    }
    return false;
  }

  // The words before a mark that opens anew, as a quote without an end.
  void Abandon(uint32_t at) {
    open_->words.end = at;
    open_->close = at;
    open_->is_closed = false;
    if (!open_->words.IsEmpty() && !continues_) {
      found_.push_back(*open_);
    }
    continues_ = false;
  }

  bool Opens(uint32_t at) const {
    const char32_t mark = tokens_[at].mark;
    if (ClosingOf(mark) == 0 || at + 1 == paragraph_.end) {
      return false;
    }
    switch (mark) {
      case U'"':
        return (SpaceBefore(at) || SpaceAfter(at) == false) && !IsInches(at);
      case U'\'':
      case U'‘':
        // Two straight ones in a row are neither one mark nor two.
        return SpaceBefore(at) && tokens_[at + 1].kind != TokenKind::kPunctuation &&
               !SpaceAfter(at) && EndsSomewhere(at);
      case U'»':
        return SpaceBefore(at) && !SpaceAfter(at);  // »as in German«
      case U'‚':
        return SpaceBefore(at) && !SpaceAfter(at);
      default:
        return true;
    }
  }

  // 6' 2", with nothing open that it could close.
  bool IsInches(uint32_t at) const {
    return tokens_[at].mark == U'"' && at > paragraph_.begin &&
           tokens_[at - 1].kind == TokenKind::kNumber && tokens_[at - 1].end == tokens_[at].begin &&
           !open_;
  }

  bool ClosesSingle(uint32_t at) const {
    // Behind a plural a possessive as likely: "the workers’ rights".
    const bool may_own = parts_.Words(tokens_[at - 1]).ends_with('s') && at + 1 < paragraph_.end &&
                         tokens_[at + 1].kind == TokenKind::kWord &&
                         !NeverOwned().Has(parts_.Words(tokens_[at + 1]));
    return SpaceAfter(at) ||
                   (at + 1 < paragraph_.end && tokens_[at + 1].kind == TokenKind::kPunctuation)
               ? !may_own
               : false;
  }

  // Whether a single mark has a partner in reach: "'90s" has none.
  bool EndsSomewhere(uint32_t at) const {
    const char32_t close = ClosingOf(tokens_[at].mark);
    const uint32_t end = std::min(paragraph_.end, at + kReach);
    for (uint32_t i = at + 2; i < end; ++i) {
      if (tokens_[i].mark == close && ClosesSingle(i)) {
        return true;
      }
    }
    return false;
  }

  const TextParts& parts_;
  const std::vector<Token>& tokens_;
  std::vector<QuotedWords> found_;
  TokenRange paragraph_;
  uint32_t number_ = 0;  // of the paragraph
  std::optional<QuotedWords> open_;
  char32_t open_mark_ = 0;
  char32_t close_mark_ = 0;
  uint32_t depth_ = 0;
  bool continues_ = false;  // the last of found_ has no end yet
};

}  // namespace

std::vector<QuotedWords> FindQuotedWords(const TextParts& parts) {
  return Marks(parts).Find();
}

}  // namespace stemma
