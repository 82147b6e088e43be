#include "graph/reading/html_metadata.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "graph/reading/html_date.h"
#include "graph/reading/html_json_ld.h"
#include "graph/reading/html_token.h"
#include "graph/reading/html_url.h"

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;
using Keys = std::vector<std::string_view>;

constexpr size_t kNameBytesMax = 300;
constexpr size_t kTitleBytesMax = 1000;

std::string Folded(std::string_view text) {
  std::string folded;
  AppendFolded(text, folded);
  folded.erase(folded.find_last_not_of(' ') + 1);
  return folded;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

bool HasWord(std::string_view list, std::string_view lower_word) {
  while (!list.empty()) {
    const size_t end = std::min(list.find(' '), list.size());
    if (EqualsIgnoringCase(list.substr(0, end), lower_word)) {
      return true;
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

// What the page's elements state, gathered in one walk.
struct Statements {
  std::map<std::string, std::string> meta;  // by lower-case property or name; the first one counts
  std::string canonical;
  std::string base;
  std::string html_lang;
  std::string title_element;
  std::vector<std::string> headings;         // every h1
  std::string time;                          // the first `<time datetime>`
  std::map<std::string, std::string> items;  // of itemprop, the same; what it shows or states
  std::vector<std::string> authors;          // of rel=author and itemprop=author
};

class Gatherer {
 public:
  explicit Gatherer(const HtmlPage& page) : page_(page) {}

  Statements Run() {
    for (uint32_t i = 0; i < page_.nodes.size(); ++i) {
      const PageNode& node = page_.nodes[i];
      switch (node.tag) {
        case HtmlTag::kText:
          continue;
        case HtmlTag::kMeta:
          AddMeta(node);
          break;
        case HtmlTag::kLink:
          if (HasWord(page_.AttributeOf(node, "rel"), "canonical")) {
            Set(found_.canonical, page_.AttributeOf(node, "href"));
          }
          break;
        case HtmlTag::kBase:
          Set(found_.base, page_.AttributeOf(node, "href"));
          break;
        case HtmlTag::kHtml:
          Set(found_.html_lang, page_.AttributeOf(node, "lang"));
          Set(found_.html_lang, page_.AttributeOf(node, "xml:lang"));
          break;
        case HtmlTag::kTitle:
          Set(found_.title_element, page_.FoldedText(i, kTitleBytesMax));
          break;
        case HtmlTag::kH1:
          if (found_.headings.size() < 8) {
            found_.headings.push_back(page_.FoldedText(i, kTitleBytesMax));
          }
          break;
        default:
          break;
      }
      AddVisible(i, node);
    }
    return std::move(found_);
  }

 private:
  static void Set(std::string& to, std::string_view value) {
    if (to.empty()) {
      to = Folded(value);
    }
  }

  void AddMeta(const PageNode& node) {
    const std::string_view content = page_.AttributeOf(node, "content");
    for (const std::string_view key : {"property"sv, "name"sv, "itemprop"sv, "http-equiv"sv}) {
      const std::string name = Lower(page_.AttributeOf(node, key));
      if (!name.empty() && !content.empty()) {
        auto& list = key == "itemprop" ? found_.items : found_.meta;
        list.emplace(name, Folded(content));
      }
    }
  }

  void AddVisible(uint32_t number, const PageNode& node) {
    const std::string_view property = page_.AttributeOf(node, "itemprop");
    const bool is_author =
        HasWord(property, "author") ||
        (node.tag == HtmlTag::kA && HasWord(page_.AttributeOf(node, "rel"), "author"));
    if (node.tag == HtmlTag::kTime) {
      const std::string_view time = page_.AttributeOf(node, "datetime");
      Set(found_.time, time);
      if (page_.HasAttribute(node, "pubdate")) {
        found_.items.emplace("datepublished", time);
      }
    }
    if (is_author && node.tag != HtmlTag::kMeta && found_.authors.size() < 8 &&
        number >= author_end_) {
      AddAuthor(number, node);
    }
    if (!property.empty() && node.tag != HtmlTag::kMeta && found_.items.size() < 200 &&
        property.size() < 40) {
      const std::string name = Lower(property);
      if (name.starts_with("date") || name == "headline") {
        const std::string_view stated = node.tag == HtmlTag::kTime
                                            ? page_.AttributeOf(node, "datetime")
                                            : page_.AttributeOf(node, "content");
        found_.items.emplace(
            name, stated.empty() ? page_.FoldedText(number, kTitleBytesMax) : Folded(stated));
      }
    }
  }

  // The name inside, where markup parts it from the rest of what is said of an author.
  void AddAuthor(uint32_t number, const PageNode& node) {
    author_end_ = node.end;
    std::string name = page_.FoldedText(number, kNameBytesMax);
    for (uint32_t i = number + 1; i < node.end && i < number + 100; ++i) {
      if (HasWord(page_.AttributeOf(page_.nodes[i], "itemprop"), "name")) {
        const std::string_view content = page_.AttributeOf(page_.nodes[i], "content");
        name = content.empty() ? page_.FoldedText(i, kNameBytesMax) : Folded(content);
        break;
      }
    }
    if (!name.empty() &&
        std::find(found_.authors.begin(), found_.authors.end(), name) == found_.authors.end()) {
      found_.authors.push_back(std::move(name));
    }
  }

  const HtmlPage& page_;
  Statements found_;
  uint32_t author_end_ = 0;
};

std::string FirstOf(const std::map<std::string, std::string>& list, const Keys& keys) {
  for (const std::string_view key : keys) {
    if (const auto found = list.find(std::string(key)); found != list.end()) {
      return found->second;
    }
  }
  return {};
}

std::string FirstDate(const std::vector<std::string>& candidates) {
  for (const std::string& candidate : candidates) {
    if (std::optional<std::string> date = EdtfOfPageDate(candidate)) {
      return *std::move(date);
    }
  }
  return {};
}

// Titles in `<title>` and Open Graph often name the outlet behind the headline; where a heading is
// the beginning of such a title, or the outlet its end, the headline is what is left.
std::string WithoutOutlet(const std::string& title, const Statements& found,
                          const std::string& outlet) {
  for (const std::string& heading : found.headings) {
    if (heading.size() > 10 && title.size() > heading.size() && title.starts_with(heading)) {
      return heading;
    }
  }
  for (const std::string_view mark : {" | "sv, " - "sv, " – "sv, " — "sv, " :: "sv, " » "sv}) {
    const size_t at = title.rfind(mark);
    if (at != title.npos && !outlet.empty() &&
        EqualsIgnoringCase(std::string_view(title).substr(at + mark.size()), Lower(outlet))) {
      return title.substr(0, at);
    }
  }
  return title;
}

std::string TitleOf(const Statements& found, const JsonLdFacts& data, const std::string& outlet) {
  const std::string open_graph = DecodeEntities(FirstOf(found.meta, {"og:title"}));
  const std::string heading = found.headings.size() == 1 ? found.headings.front() : "";
  for (const std::string& one :
       {data.headline, FirstOf(found.items, {"headline"}), open_graph, heading,
        DecodeEntities(FirstOf(found.meta, {"twitter:title", "dc.title", "dcterms.title"})),
        found.title_element}) {
    if (!one.empty()) {
      return WithoutOutlet(one.substr(0, kTitleBytesMax), found, outlet);
    }
  }
  return {};
}

// A name without "By" and without what follows it on the line; empty for what is no name.
std::string AuthorName(std::string_view stated) {
  std::string name = Folded(DecodeEntities(stated));
  for (const std::string_view by : {"by "sv, "par "sv}) {
    if (EqualsIgnoringCase(std::string_view(name).substr(0, by.size()), by)) {
      name.erase(0, by.size());
    }
  }
  name = name.substr(0, name.find(" | "));
  if (EqualsIgnoringCase(name, "admin")) {
    return {};  // the account that came with the software
  }
  const bool is_address = IsWebUrl(name) || name.starts_with('@') || name.find("://") != name.npos;
  return is_address || name.size() > kNameBytesMax ? std::string() : name;
}

std::string BylineOf(const Statements& found, const JsonLdFacts& data) {
  const std::string stated = FirstOf(
      found.meta, {"author", "article:author", "dc.creator", "dcterms.creator", "byl", "byline"});
  std::string byline;
  for (const std::vector<std::string>& names :
       {data.authors, std::vector<std::string>{stated}, found.authors}) {
    for (const std::string& name : names) {
      const std::string clean = AuthorName(name);
      if (!clean.empty()) {
        (byline += byline.empty() ? "" : ", ") += clean;
      }
    }
    if (!byline.empty()) {
      break;
    }
  }
  return byline;
}

// "en_US" as BCP 47 has it; empty for what is no language.
std::string LanguageTag(std::string tag) {
  std::replace(tag.begin(), tag.end(), '_', '-');
  tag = tag.substr(0, tag.find_first_of(",; "));
  const bool is_tag =
      tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
      });
  return is_tag ? tag : std::string();
}

}  // namespace

PageFacts ReadFacts(const HtmlPage& page, const std::vector<std::string>& data_scripts,
                    std::vector<std::string>& notes) {
  const Statements found = Gatherer(page).Run();
  const JsonLdFacts data = ReadJsonLd(data_scripts, notes);
  PageFacts facts;
  for (const std::string& name :
       {DecodeEntities(FirstOf(found.meta, {"og:site_name"})), data.outlet,
        FirstOf(found.meta, {"dc.publisher", "publisher", "application-name"})}) {
    facts.outlet = facts.outlet.empty() && !IsWebUrl(name) ? name : facts.outlet;
  }
  facts.title = TitleOf(found, data, facts.outlet);
  facts.byline = BylineOf(found, data);
  facts.published = FirstDate(
      {data.published,
       FirstOf(found.meta,
               {"article:published_time", "og:article:published_time", "article:published"}),
       FirstOf(found.items, {"datepublished"}),
       FirstOf(found.meta, {"datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created",
                            "dc.date.created", "dcterms.date", "dc.date", "publication_date",
                            "publish-date", "publishdate", "pubdate", "date"}),
       FirstOf(found.items, {"datecreated"}), found.time});
  facts.modified =
      FirstDate({data.modified,
                 FirstOf(found.meta,
                         {"article:modified_time", "og:article:modified_time", "article:modified"}),
                 FirstOf(found.items, {"datemodified"}),
                 FirstOf(found.meta, {"og:updated_time", "dcterms.modified", "dc.date.modified",
                                      "lastmod", "last-modified", "revised"})});
  for (const std::string& tag :
       {found.html_lang, FirstOf(found.meta, {"content-language", "language", "dc.language"}),
        data.lang, FirstOf(found.meta, {"og:locale"})}) {
    facts.lang = facts.lang.empty() ? LanguageTag(tag) : facts.lang;
  }
  for (const std::string& address : {found.canonical, FirstOf(found.meta, {"og:url"}), data.url}) {
    const std::string url = ResolveUrl(IsWebUrl(found.base) ? found.base : data.url, address);
    facts.url = facts.url.empty() && IsWebUrl(url) ? url : facts.url;
  }
  facts.base = found.base.empty() ? facts.url : ResolveUrl(facts.url, found.base);
  facts.body = data.body;
  return facts;
}

}  // namespace stemma
