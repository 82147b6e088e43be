#include "graph/reading/html_boilerplate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;

// Of blocks. Sorted.
constexpr std::array kBlockWords = {"ad"sv,
                                    "ads"sv,
                                    "adslot"sv,
                                    "advert"sv,
                                    "advertisement"sv,
                                    "advertising"sv,
                                    "author"sv,
                                    "authors"sv,
                                    "banner"sv,
                                    "bio"sv,
                                    "breadcrumb"sv,
                                    "breadcrumbs"sv,
                                    "byline"sv,
                                    "bylines"sv,
                                    "caption"sv,
                                    "captions"sv,
                                    "carousel"sv,
                                    "comment"sv,
                                    "commenting"sv,
                                    "comments"sv,
                                    "consent"sv,
                                    "cookie"sv,
                                    "cookies"sv,
                                    "copyright"sv,
                                    "credit"sv,
                                    "credits"sv,
                                    "disqus"sv,
                                    "dropdown"sv,
                                    "footer"sv,
                                    "gallery"sv,
                                    "gdpr"sv,
                                    "hidden"sv,
                                    "login"sv,
                                    "masthead"sv,
                                    "menu"sv,
                                    "meta"sv,
                                    "metadata"sv,
                                    "modal"sv,
                                    "nav"sv,
                                    "navbar"sv,
                                    "navigation"sv,
                                    "newsletter"sv,
                                    "newsletters"sv,
                                    "pager"sv,
                                    "pagination"sv,

                                    "popular"sv,
                                    "popup"sv,
                                    "promo"sv,
                                    "promos"sv,
                                    "promoted"sv,
                                    "promotion"sv,
                                    "readmore"sv,
                                    "recirc"sv,
                                    "recirculation"sv,
                                    "recommend"sv,
                                    "recommendations"sv,
                                    "recommended"sv,
                                    "related"sv,
                                    "replies"sv,
                                    "respond"sv,
                                    "share"sv,
                                    "sharebar"sv,
                                    "sharing"sv,
                                    "sidebar"sv,
                                    "signin"sv,
                                    "signup"sv,
                                    "slideshow"sv,
                                    "social"sv,
                                    "sponsor"sv,
                                    "sponsored"sv,
                                    "subscribe"sv,
                                    "subscription"sv,
                                    "tag"sv,
                                    "taglist"sv,
                                    "tags"sv,
                                    "teaser"sv,
                                    "teasers"sv,
                                    "thumbnail"sv,
                                    "thumbnails"sv,
                                    "timestamp"sv,
                                    "toc"sv,
                                    "toolbar"sv,
                                    "toolbox"sv,
                                    "tooltip"sv,
                                    "trending"sv,
                                    "upsell"sv,
                                    "widget"sv,
                                    "widgets"sv};

// Of what is sure to be no article, however long it is.
constexpr std::array kSureWords = {"consent"sv, "cookie"sv, "cookies"sv, "footer"sv,     "gdpr"sv,
                                   "modal"sv,   "nav"sv,    "navbar"sv,  "navigation"sv, "popup"sv};

// Of what readers wrote, which may be most of a page.
constexpr std::array kCommentWords = {"comments"sv, "disqus"sv, "replies"sv};

// Of inline elements, which stand in the middle of sentences. Sorted.
constexpr std::array kInlineWords = {"byline"sv,    "caption"sv, "comments"sv, "credit"sv,
                                     "hidden"sv,    "share"sv,   "sharing"sv,  "social"sv,
                                     "timestamp"sv, "tooltip"sv};

// Of blocks that hold no quotation: posts from elsewhere are quoted in embeds of that name. Sorted.
constexpr std::array kEmbedWords = {"embed"sv, "social"sv, "widget"sv, "widgets"sv};

// A name with one of these is said of other parts of the page.
constexpr std::array kStateWords = {"closed"sv, "disabled"sv, "enabled"sv, "open"sv,
                                    "has"sv,    "is"sv,       "js"sv,      "no"sv,
                                    "not"sv,    "with"sv,     "without"sv};

constexpr std::array kRoles = {"alert"sv,       "alertdialog"sv, "banner"sv, "complementary"sv,
                               "contentinfo"sv, "dialog"sv,      "menu"sv,   "navigation"sv,
                               "search"sv,      "toolbar"sv,     "tooltip"sv};

template <size_t n>
bool Contains(const std::array<std::string_view, n>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool IsWordCharacter(char c) {
  return IsUpper(c) || (c >= 'a' && c <= 'z');
}

// The words of one class name: "articleShare-box" is article, share and box.
std::vector<std::string> WordsOfName(std::string_view name) {
  std::vector<std::string> words;
  bool was_lower = false;
  bool was_word = false;
  for (const char c : name) {
    if (!IsWordCharacter(c)) {
      was_word = false;
      continue;
    }
    if (!was_word || (was_lower && IsUpper(c))) {
      words.emplace_back();
    }
    words.back() += IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    was_word = true;
    was_lower = !IsUpper(c);
  }
  return words;
}

// How sure markup is that an element is none of the article.
enum class Verdict { kNothing, kLikely, kSure, kComments, kHidden };

enum class NameKind { kInline, kBlock, kQuoting };

Verdict OfWord(std::string_view word, NameKind kind) {
  if (kind == NameKind::kInline) {
    return Contains(kInlineWords, word) ? Verdict::kLikely : Verdict::kNothing;
  }
  if (Contains(kCommentWords, word)) {
    return Verdict::kComments;
  }
  if (Contains(kSureWords, word)) {
    return Verdict::kSure;
  }
  return std::binary_search(kBlockWords.begin(), kBlockWords.end(), word) &&
                 !(kind == NameKind::kQuoting && Contains(kEmbedWords, word))
             ? Verdict::kLikely
             : Verdict::kNothing;
}

// Of one class or id.
Verdict OfName(std::string_view name, NameKind kind) {
  Verdict verdict = Verdict::kNothing;
  if (name.size() > 60) {
    return verdict;
  }
  const std::vector<std::string> words = WordsOfName(name);
  if (std::any_of(words.begin(), words.end(),
                  [](const std::string& word) { return Contains(kStateWords, word); })) {
    return verdict;
  }
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1]) : "";
    const bool is_pair = (words[i] == "sr" && next == "only") ||
                         (words[i] == "screen" && next == "reader") ||
                         (words[i] == "read" && next == "more" && kind != NameKind::kInline);
    verdict =
        std::max({verdict, OfWord(words[i], kind), is_pair ? Verdict::kLikely : Verdict::kNothing});
  }
  return verdict;
}

Verdict OfNames(std::string_view names, NameKind kind) {
  Verdict verdict = Verdict::kNothing;
  while (!names.empty()) {
    names.remove_prefix(std::min(names.find_first_not_of(" \t\r\n\f"), names.size()));
    const size_t end = std::min(names.find_first_of(" \t\r\n\f"), names.size());
    verdict = std::max(verdict, OfName(names.substr(0, end), kind));
    names.remove_prefix(end);
  }
  return verdict;
}

Verdict OfElement(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kHead:
    case HtmlTag::kButton:
    case HtmlTag::kDialog:
    case HtmlTag::kFooter:
    case HtmlTag::kMenu:
    case HtmlTag::kNav:
    case HtmlTag::kTemplate:
      return Verdict::kSure;
    case HtmlTag::kAside:
    case HtmlTag::kFigcaption:
    case HtmlTag::kFigure:
    case HtmlTag::kForm:
    case HtmlTag::kHeader:
    case HtmlTag::kLabel:
    case HtmlTag::kObject:
      return Verdict::kLikely;
    default:
      return Verdict::kNothing;
  }
}

Verdict OfAttributes(const HtmlPage& page, const PageNode& node, bool has_quotation) {
  Verdict verdict = Verdict::kNothing;
  if (node.tag == HtmlTag::kHtml || node.tag == HtmlTag::kBody || node.tag == HtmlTag::kMain) {
    return verdict;
  }
  const NameKind kind = !HasTrait(node.tag, kIsBlock) ? NameKind::kInline
                        : has_quotation               ? NameKind::kQuoting
                                                      : NameKind::kBlock;
  for (uint32_t i = node.attributes; i < node.attributes_end; ++i) {
    const auto& [name, value] = page.attributes[i];
    if (name == "hidden") {
      return Verdict::kHidden;
    }
    if (name == "role" && Contains(kRoles, value)) {
      verdict = std::max(verdict, Verdict::kSure);
    } else if (name == "aria-hidden" && value == "true") {
      verdict = std::max(verdict, Verdict::kLikely);
    } else if ((name == "class" || name == "id") && node.tag != HtmlTag::kArticle) {
      verdict = std::max(verdict, OfNames(value, kind));
    }
  }
  return verdict;
}

// For each node, whether `is_sign` is true of it or of a node inside it.
template <class IsSign>
std::vector<bool> Holds(const HtmlPage& page, IsSign is_sign) {
  std::vector<bool> holds(page.nodes.size(), false);
  for (size_t i = page.nodes.size(); i-- > 1;) {
    if (holds[i] || is_sign(page.nodes[i])) {
      holds[page.nodes[i].parent] = true;
      holds[i] = true;
    }
  }
  return holds;
}

// Of each node by itself, the nodes around it aside.
std::vector<Verdict> OfNodes(const HtmlPage& page) {
  const std::vector<bool> has_quotation =
      Holds(page, [](const PageNode& node) { return node.tag == HtmlTag::kBlockquote; });
  std::vector<Verdict> verdicts;
  verdicts.reserve(page.nodes.size());
  for (size_t i = 0; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    const Verdict element = OfElement(node.tag);
    const Verdict attributes = OfAttributes(page, node, has_quotation[i]);
    // Two that agree are more than one.
    verdicts.push_back(element == Verdict::kLikely && attributes == Verdict::kLikely
                           ? Verdict::kSure
                           : std::max(element, attributes));
  }
  return verdicts;
}

// Bytes of running text in each node: of pieces as long as a line, outside links and `left_out`.
std::vector<size_t> RunningText(const HtmlPage& page, const std::vector<bool>& left_out) {
  constexpr size_t kLineBytes = 60;
  std::vector<size_t> running(page.nodes.size(), 0);
  std::vector<bool> is_linked(page.nodes.size(), false);
  for (size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    is_linked[i] = is_linked[node.parent] || node.tag == HtmlTag::kA || left_out[i];
    const size_t bytes = node.text.end - node.text.begin;
    if (!is_linked[i] && bytes >= kLineBytes) {
      running[i] = bytes;
    }
  }
  for (size_t i = page.nodes.size(); i-- > 1;) {
    running[page.nodes[i].parent] += running[i];
  }
  return running;
}

// Whether a part has so much of the page's running text that it must be the article all the same.
bool HoldsTooMuch(size_t part, size_t whole, Verdict verdict) {
  constexpr size_t kArticleBytesMin = 150;
  switch (verdict) {
    case Verdict::kComments:
      return whole - part < kArticleBytesMin;
    case Verdict::kSure:
    case Verdict::kHidden:
      return part * 10 > whole * 9;
    default:
      return part * 10 > whole * 4;
  }
}

}  // namespace

std::vector<bool> MarkBoilerplate(const HtmlPage& page, BoilerplateCare care) {
  std::vector<bool> is_left_out(page.nodes.size(), false);
  for (size_t i = 0; i < page.nodes.size(); ++i) {
    is_left_out[i] = page.nodes[i].tag == HtmlTag::kHead;
  }
  if (care == BoilerplateCare::kHeadAlone) {
    return is_left_out;
  }
  const std::vector<Verdict> verdicts = OfNodes(page);
  // What has the article's own marks is no part beside it; comments have no title.
  const std::vector<bool> holds_article = Holds(page, [&page](const PageNode& node) {
    return node.tag == HtmlTag::kMain || page.AttributeOf(node, "itemprop") == "articleBody";
  });
  const std::vector<bool> holds_title =
      Holds(page, [](const PageNode& node) { return node.tag == HtmlTag::kH1; });
  // A page of many `<article>` elements shows others beside its own.
  constexpr size_t kCardsMin = 4;
  const auto articles = static_cast<size_t>(
      std::count_if(page.nodes.begin(), page.nodes.end(),
                    [](const PageNode& node) { return node.tag == HtmlTag::kArticle; }));
  // First what is sure, unless it is nearly all there is; then what is likely, unless it is much.
  for (const Verdict least : {Verdict::kSure, Verdict::kLikely}) {
    if (least == Verdict::kLikely && care == BoilerplateCare::kSureAlone) {
      break;
    }
    const std::vector<size_t> running = RunningText(page, is_left_out);
    for (uint32_t i = 0; i < page.nodes.size();) {
      const bool is_kept = HoldsTooMuch(running[i], running[0], verdicts[i]) ||
                           (holds_article[i] && verdicts[i] < Verdict::kHidden) ||
                           (holds_title[i] && verdicts[i] == Verdict::kComments);
      const bool is_card = page.nodes[i].tag == HtmlTag::kArticle && articles >= kCardsMin &&
                           running[i] * 10 < running[0];
      if ((verdicts[i] >= least || is_card) && !is_kept) {
        is_left_out[i] = true;
      }
      i = is_left_out[i] ? page.nodes[i].end : i + 1;
    }
  }
  return is_left_out;
}

}  // namespace stemma
