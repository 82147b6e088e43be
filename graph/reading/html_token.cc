#include "graph/reading/html_token.h"

#include <algorithm>

namespace stemma {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\f";

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(),
                                                   [](char a, char b) { return Lower(a) == b; });
}

HtmlToken HtmlTokenizer::Next() {
  HtmlToken token;
  if (at_ >= page_.size()) {
    return token;
  }
  const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
  if (page_[at_] == '<' && (IsLetter(next) || next == '/' || next == '!' || next == '?')) {
    return Tag();
  }
  token.kind = HtmlTokenKind::kText;
  const size_t end = std::min(page_.find('<', at_ + 1), page_.size());
  token.all = page_.substr(at_, end - at_);
  at_ = end;
  return token;
}

HtmlToken HtmlTokenizer::Tag() {
  HtmlToken token;
  token.kind = HtmlTokenKind::kOther;
  const size_t begin = at_;
  size_t end = page_.size();
  if (page_.substr(begin).starts_with("<!--")) {
    // "<!-->" is a whole comment.
    const size_t close = page_.find("-->", begin + 2);
    end = close == page_.npos ? page_.size() : close + 3;
  } else {
    const bool is_end_tag = page_[begin + 1] == '/';
    const size_t name = begin + (is_end_tag ? 2 : 1);
    if (name < page_.size() && IsLetter(page_[name])) {
      const size_t name_end = std::min(page_.find_first_of(" \t\n\r\f/>", name), page_.size());
      token.kind = is_end_tag ? HtmlTokenKind::kEndTag : HtmlTokenKind::kStartTag;
      token.name = page_.substr(name, name_end - name);
      end = TagEnd(name_end);
      const bool is_closed = end <= page_.size() && end > name_end && page_[end - 1] == '>';
      token.attributes = page_.substr(name_end, end - name_end - (is_closed ? 1 : 0));
    } else {
      const size_t close = page_.find('>', begin);
      end = close == page_.npos ? page_.size() : close + 1;
    }
  }
  token.all = page_.substr(begin, end - begin);
  at_ = end;
  return token;
}

// Behind the ">" that ends a tag whose name ends at `at`; one in quotation marks does not.
size_t HtmlTokenizer::TagEnd(size_t at) const {
  while (at < page_.size()) {
    const char c = page_[at];
    if (c == '>') {
      return at + 1;
    }
    if (c == '=') {
      at = page_.find_first_not_of(kSpaces, at + 1);
      if (at == page_.npos) {
        return page_.size();
      }
      if (page_[at] == '"' || page_[at] == '\'') {
        const size_t close = page_.find(page_[at], at + 1);
        if (close == page_.npos) {
          // Browsers drop the rest of the page here; the text is worth more than the attribute.
          return std::min(page_.find('>', at), page_.size() - 1) + 1;
        }
        at = close + 1;
      } else if (page_[at] != '>') {
        at = std::min(page_.find_first_of(" \t\n\r\f>", at), page_.size());
      }
    } else {
      ++at;
    }
  }
  return page_.size();
}

std::optional<std::string_view> HtmlTokenizer::SkipRaw(std::string_view name) {
  const size_t begin = at_;
  for (size_t at = page_.find("</", begin); at != page_.npos; at = page_.find("</", at + 2)) {
    const std::string_view rest = page_.substr(at + 2);
    const char behind = rest.size() > name.size() ? rest[name.size()] : '>';
    if (EqualsIgnoringCase(rest.substr(0, name.size()), name) &&
        (behind == '>' || behind == '/' || kSpaces.find(behind) != kSpaces.npos)) {
      at_ = std::min(page_.find('>', at), page_.size() - 1) + 1;
      return page_.substr(begin, at - begin);
    }
  }
  return std::nullopt;
}

HtmlTokenAttribute TakeAttribute(std::string_view& attributes) {
  HtmlTokenAttribute attribute;
  const size_t begin = attributes.find_first_not_of(" \t\n\r\f/");
  if (begin == attributes.npos) {
    attributes = {};
    return attribute;
  }
  attributes.remove_prefix(begin);
  // A name may begin with "=", and then goes on.
  size_t end = std::min(attributes.find_first_of(" \t\n\r\f/=", 1), attributes.size());
  attribute.name = attributes.substr(0, end);
  attributes.remove_prefix(end);
  const size_t sign = attributes.find_first_not_of(kSpaces);
  if (sign == attributes.npos || attributes[sign] != '=') {
    return attribute;
  }
  attributes.remove_prefix(sign + 1);
  attributes.remove_prefix(std::min(attributes.find_first_not_of(kSpaces), attributes.size()));
  if (attributes.empty()) {
    return attribute;
  }
  const char quote = attributes.front();
  if (quote == '"' || quote == '\'') {
    attribute.quote = quote;
    attributes.remove_prefix(1);
    end = std::min(attributes.find(quote), attributes.size());
    attribute.value = attributes.substr(0, end);
    attributes.remove_prefix(std::min(end + 1, attributes.size()));
    return attribute;
  }
  end = std::min(attributes.find_first_of(kSpaces), attributes.size());
  attribute.value = attributes.substr(0, end);
  attribute.quote = attribute.value.find('"') == attribute.value.npos ? '"' : '\'';
  attributes.remove_prefix(end);
  return attribute;
}

}  // namespace stemma
