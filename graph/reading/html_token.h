// The tags of a page, one after the other, as a browser's tokenizer would cut them.
//
// Source: HTML Living Standard, clause 13.2.5.
// Thread safety: none; one reader uses a tokenizer at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace stemma {

enum class HtmlTokenKind { kEnd, kText, kStartTag, kEndTag, kOther };

// All views borrow from the page.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::kEnd;
  std::string_view all;         // the token as it stands
  std::string_view name;        // of a tag, as written
  std::string_view attributes;  // of a start tag, between its name and its ">"
};

struct HtmlTokenAttribute {
  std::string_view name;   // as written; empty when there are no more
  std::string_view value;  // without its quotation marks, entities as they are
  char quote = '"';        // that the value may be put in again
};

class HtmlTokenizer {
 public:
  // The page must outlive the tokenizer.
  explicit HtmlTokenizer(std::string_view page) : page_(page) {}

  // kOther: a comment, a doctype, an end tag without a name. O(bytes of the token).
  HtmlToken Next();

  // The bytes up to the end tag of `name` (in lower case), which is skipped too: for elements whose
  // content is no markup. Nothing, and nothing is skipped, when that end tag never comes; then it
  // will not come later either, and asking again costs the rest of the page again. O(bytes).
  std::optional<std::string_view> SkipRaw(std::string_view name);

 private:
  HtmlToken Tag();
  size_t TagEnd(size_t at) const;

  std::string_view page_;
  size_t at_ = 0;
};

// Takes the first attribute off `attributes`. O(its bytes).
HtmlTokenAttribute TakeAttribute(std::string_view& attributes);

// ASCII letters alone.
bool EqualsIgnoringCase(std::string_view text, std::string_view lower);

}  // namespace stemma
