#include "graph/reading/html_trim.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "graph/reading/html_tags.h"
#include "graph/reading/html_token.h"

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kAttributeBytesMax = 8192;
constexpr size_t kNameBytesMax = 40;

// What reading asks of attributes; all else is layout, tracking and scripts.
constexpr std::array kKeptAttributes = {
    "class"sv,    "id"sv,          "itemprop"sv, "itemtype"sv, "href"sv,      "rel"sv,  "name"sv,
    "property"sv, "content"sv,     "datetime"sv, "lang"sv,     "xml:lang"sv,  "role"sv, "hidden"sv,
    "style"sv,    "aria-hidden"sv, "type"sv,     "pubdate"sv,  "http-equiv"sv};

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

// Whether a style attribute hides its element.
bool Hides(std::string_view style) {
  std::string lower = Lower(style.substr(0, 1000));
  lower.erase(std::remove(lower.begin(), lower.end(), ' '), lower.end());
  return lower.find("display:none") != lower.npos || lower.find("visibility:hidden") != lower.npos;
}

// An element that is open, as a browser would have it.
struct OpenElement {
  HtmlTag tag;
  std::string name;     // in lower case
  std::string written;  // the name that it was written with; empty when it was left out
};

class Trimmer {
 public:
  explicit Trimmer(std::string_view page) : tokens_(page) {
    result_.markup.reserve(page.size() / 2);
  }

  TrimmedPage Run() {
    for (HtmlToken token = tokens_.Next(); token.kind != HtmlTokenKind::kEnd;
         token = tokens_.Next()) {
      switch (token.kind) {
        case HtmlTokenKind::kText:
          Write(token.all);
          break;
        case HtmlTokenKind::kStartTag:
          Start(token);
          break;
        case HtmlTokenKind::kEndTag:
          End(token);
          break;
        default:
          break;
      }
    }
    return std::move(result_);
  }

 private:
  // Text, and a "<" that begins no tag would begin one where something behind it was left out.
  void Write(std::string_view text) {
    for (const char c : text) {
      if (c == '<') {
        result_.markup += "&lt;";
      } else if (c != '\0') {
        result_.markup += c;
      }
    }
  }

  void WriteAttributes(std::string_view attributes) {
    uint32_t seen = 0;
    while (!attributes.empty()) {
      const HtmlTokenAttribute attribute = TakeAttribute(attributes);
      for (size_t i = 0; i < kKeptAttributes.size(); ++i) {
        if ((seen >> i & 1U) == 0 && EqualsIgnoringCase(attribute.name, kKeptAttributes[i])) {
          seen |= 1U << i;
          WriteAttribute(kKeptAttributes[i], attribute);
          break;
        }
      }
    }
  }

  void WriteAttribute(std::string_view name, const HtmlTokenAttribute& attribute) {
    std::string& markup = result_.markup;
    if (name == "style") {
      markup += Hides(attribute.value) ? " hidden=\"\"" : "";
      return;
    }
    if (attribute.value.size() > kAttributeBytesMax ||
        attribute.value.find(attribute.quote) != std::string_view::npos) {
      return;
    }
    (((markup += ' ') += name) += '=') += attribute.quote;
    for (const char c : attribute.value) {
      if (c != '\0') {
        markup += c;
      }
    }
    markup += attribute.quote;
  }

  // Whether a start tag was dealt with together with its content.
  bool SkipContent(const HtmlToken& token, HtmlTag tag, const std::string& name) {
    if (std::find(never_close_.begin(), never_close_.end(), name) != never_close_.end()) {
      return false;
    }
    const std::optional<std::string_view> content = tokens_.SkipRaw(name);
    if (!content.has_value()) {
      never_close_.push_back(name);
      return false;
    }
    if (tag == HtmlTag::kTitle) {
      result_.markup += "<title>";
      Write(*content);
      result_.markup += "</title>";
    } else if (name == "script") {
      for (std::string_view rest = token.attributes; !rest.empty();) {
        const HtmlTokenAttribute attribute = TakeAttribute(rest);
        if (EqualsIgnoringCase(attribute.name, "type") &&
            Lower(attribute.value).find("ld+json") != std::string::npos) {
          result_.data_scripts.emplace_back(*content);
        }
      }
    }
    result_.markup += HasTrait(tag, kIsLeftOut) ? " " : "";
    return true;
  }

  void Start(const HtmlToken& token) {
    if (token.name.size() > kNameBytesMax) {
      return;
    }
    const HtmlTag tag = HtmlTagOf(token.name);
    const std::string name = Lower(token.name);
    if (HasTrait(tag, kIsRaw)) {
      // A drawing may be empty: "<svg/>".
      const bool is_empty = tag == HtmlTag::kSvg && token.attributes.ends_with('/');
      if (!is_empty) {
        SkipContent(token, tag, name);
      }
      return;
    }
    if (HasTrait(tag, kIsLeftOut)) {
      return;
    }
    if (HasTrait(tag, kIsVoid)) {
      if (HasTrait(tag, kClosesP)) {
        CloseNearest(HtmlTag::kP, HtmlTag::kButton);
      }
      WriteStart(name, token.attributes);
      return;
    }
    CloseImplied(tag);
    Open(tag, name, token.attributes);
  }

  void WriteStart(const std::string& name, std::string_view attributes) {
    (result_.markup += '<') += name;
    WriteAttributes(attributes);
    result_.markup += '>';
  }

  void Open(HtmlTag tag, const std::string& name, std::string_view attributes) {
    if (open_.size() >= kHtmlDepthMax) {
      result_.is_cut = true;
      ++too_deep_[static_cast<size_t>(tag)];
      result_.markup += HasTrait(tag, kIsBlock) ? "<br><br>" : "";
      return;
    }
    OpenElement element{tag, name, name};
    if (HasTrait(tag, kIsFormatting)) {
      // What a formatting tag says of the text is in its class, if anywhere.
      const bool has_class = Lower(attributes).find("class") != std::string::npos ||
                             Lower(attributes).find("itemprop") != std::string::npos;
      element.written = has_class ? "span" : "";
    }
    if (!element.written.empty()) {
      WriteStart(element.written, attributes);
    }
    open_.push_back(std::move(element));
  }

  // What a browser closes by itself when `tag` starts.
  void CloseImplied(HtmlTag tag) {
    if (HasTrait(tag, kClosesP)) {
      CloseNearest(HtmlTag::kP, HtmlTag::kButton);
    }
    switch (tag) {
      case HtmlTag::kLi:
        CloseNearest(HtmlTag::kLi, HtmlTag::kUl, HtmlTag::kOl);
        break;
      case HtmlTag::kDd:
      case HtmlTag::kDt:
        CloseNearest(HtmlTag::kDd, HtmlTag::kDl);
        CloseNearest(HtmlTag::kDt, HtmlTag::kDl);
        break;
      case HtmlTag::kTd:
      case HtmlTag::kTh:
        CloseNearest(HtmlTag::kTd, HtmlTag::kTable);
        CloseNearest(HtmlTag::kTh, HtmlTag::kTable);
        break;
      case HtmlTag::kTbody:
      case HtmlTag::kTr:
        CloseNearest(tag, HtmlTag::kTable);
        break;
      case HtmlTag::kA:
      case HtmlTag::kButton:
        CloseNearest(tag, HtmlTag::kTable);
        break;
      default:
        break;
    }
  }

  // Closes the nearest open `tag` with all that is in it, unless a scope or one of `bounds` is
  // nearer. Nothing is written: the parser does the same by itself.
  template <class... Bounds>
  void CloseNearest(HtmlTag tag, Bounds... bounds) {
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == tag) {
        Shrink(i);
        return;
      }
      if (((open_[i].tag == bounds) || ...) || HasTrait(open_[i].tag, kIsScope)) {
        return;
      }
    }
  }

  void Shrink(size_t size) {
    if (open_.size() == kHtmlDepthMax) {
      too_deep_ = {};
    }
    open_.resize(size);
  }

  void End(const HtmlToken& token) {
    const HtmlTag tag = HtmlTagOf(token.name);
    if (token.name.size() > kNameBytesMax || HasTrait(tag, kIsLeftOut) || HasTrait(tag, kIsRaw)) {
      return;
    }
    if (tag == HtmlTag::kBr) {
      result_.markup += "<br>";
      return;
    }
    uint32_t& too_deep = too_deep_[static_cast<size_t>(tag)];
    if (open_.size() == kHtmlDepthMax && too_deep > 0) {
      --too_deep;
      result_.markup += HasTrait(tag, kIsBlock) ? "<br><br>" : "";
      return;
    }
    const bool is_block = HasTrait(tag, kIsBlock);
    const bool is_table_part = tag == HtmlTag::kTable || tag == HtmlTag::kTr ||
                               tag == HtmlTag::kTbody || tag == HtmlTag::kTd || tag == HtmlTag::kTh;
    for (size_t i = open_.size(); i-- > 0;) {
      const OpenElement& element = open_[i];
      if (element.tag == tag && EqualsIgnoringCase(token.name, element.name)) {
        if (!element.written.empty()) {
          ((result_.markup += "</") += element.written) += '>';
        }
        Shrink(i);
        return;
      }
      const bool is_bound = is_table_part ? element.tag == HtmlTag::kTable
                                          : HasTrait(element.tag, kIsScope) ||
                                                (!is_block && HasTrait(element.tag, kIsBlock));
      if (is_bound) {
        return;
      }
    }
  }

  HtmlTokenizer tokens_;
  TrimmedPage result_;
  std::vector<OpenElement> open_;
  std::vector<std::string> never_close_;
  std::array<uint32_t, static_cast<size_t>(HtmlTag::kUl) + 1> too_deep_{};
};

}  // namespace

TrimmedPage TrimPage(std::string_view page) {
  return Trimmer(page).Run();
}

}  // namespace stemma
