#include "graph/reading/html_article.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/reading/html_blocks.h"
#include "graph/reading/html_boilerplate.h"
#include "graph/reading/html_content.h"
#include "graph/reading/html_metadata.h"
#include "graph/reading/html_page.h"
#include "graph/reading/html_trim.h"
#include "graph/reading/html_url.h"

namespace stemma {
namespace {

void AppendBlock(const TextBlock& block, std::string_view base, Article& article) {
  if (!article.text.empty()) {
    article.text += "\n\n";
  }
  for (const Link& link : block.links) {
    if (LeadsElsewhere(link.url)) {
      const size_t begin = article.text.size();
      article.links.push_back(
          {{begin + link.span.begin, begin + link.span.end}, ResolveUrl(base, link.url)});
    }
  }
  article.text += block.text;
}

// Where `value` stands as a line of its own or, `is_within` a short one, as words of that.
std::optional<Span> LineWith(const std::string& text, const std::string& value, bool is_within) {
  constexpr size_t kShortLine = 160;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (line == value) {
      return Span{begin, end};
    }
    const size_t at = is_within && line.size() <= kShortLine ? line.find(value) : line.npos;
    if (at != line.npos) {
      return Span{begin + at, begin + at + value.size()};
    }
    begin = end + 1;
  }
  return std::nullopt;
}

void State(const PageFacts& facts, Article& article) {
  const auto stated = [](const std::string& value) {
    return value.empty() ? std::nullopt : std::optional(Stated{value, std::nullopt});
  };
  article.lang = facts.lang;
  article.url = facts.url;
  article.title = stated(facts.title);
  article.outlet = stated(facts.outlet);
  article.byline = stated(facts.byline);
  article.published = stated(facts.published);
  article.modified = stated(facts.modified);
  for (std::optional<Stated>* const one : {&article.title, &article.outlet, &article.byline}) {
    if (one->has_value()) {
      (*one)->span = LineWith(article.text, (*one)->value, one == &article.byline);
    }
  }
}

struct Attempt {
  std::vector<TextBlock> blocks;
  ArticleBlocks chosen;
};

Attempt Try(const HtmlPage& page, const PageFacts& facts, BoilerplateCare care) {
  Attempt attempt;
  attempt.blocks = CutBlocks(page, MarkBoilerplate(page, care));
  attempt.chosen = ChooseBlocks(page, attempt.blocks, facts.body, facts.title);
  return attempt;
}

// Where classes and elements say that next to nothing is the article, they are believed less.
Attempt BestAttempt(const HtmlPage& page, const PageFacts& facts) {
  constexpr double kShortArticle = 600;
  constexpr double kNoArticle = 120;
  Attempt best = Try(page, facts, BoilerplateCare::kAll);
  for (const auto& [care, enough] : {std::pair(BoilerplateCare::kSureAlone, kShortArticle),
                                     std::pair(BoilerplateCare::kHeadAlone, kNoArticle)}) {
    if (best.chosen.worth < enough) {
      Attempt other = Try(page, facts, care);
      if (other.chosen.worth > best.chosen.worth * 3) {
        best = std::move(other);
      }
    }
  }
  return best;
}

}  // namespace

Article ReadPage(std::string_view page_text) {
  const TrimmedPage trimmed = TrimPage(page_text);
  const HtmlPage page = ParsePage(trimmed.markup);
  Article article;
  article.is_html = true;
  const PageFacts facts = ReadFacts(page, trimmed.data_scripts, article.notes);
  const Attempt attempt = BestAttempt(page, facts);
  for (const size_t number : attempt.chosen.numbers) {
    AppendBlock(attempt.blocks[number], facts.base, article);
  }
  State(facts, article);
  if (trimmed.is_cut) {
    article.notes.push_back("elements nested deeper than " + std::to_string(kHtmlDepthMax) +
                            " were opened up");
  }
  if (article.text.empty()) {
    article.notes.push_back("no article text was found on the page");
  }
  return article;
}

}  // namespace stemma
