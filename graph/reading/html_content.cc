#include "graph/reading/html_content.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>

#include "graph/reading/html_tags.h"

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;

double LinkShare(const TextBlock& block) {
  return block.letters == 0
             ? 0
             : static_cast<double>(block.link_letters) / static_cast<double>(block.letters);
}

bool EndsSentence(std::string_view text) {
  for (const std::string_view mark : {"."sv, "!"sv, "?"sv, "…"sv, ":"sv, "”"sv, "\""sv, "»"sv,
                                      ")"sv, "’"sv, "。"sv, "؟"sv, "۔"sv, "।"sv, "」"sv}) {
    if (text.ends_with(mark)) {
      return true;
    }
  }
  return false;
}

// Whether a block is a list entry, a button or the like: its text is a link, and little more. A
// sentence of the article may be mostly linked, but goes on outside the link.
bool IsLinks(const TextBlock& block) {
  constexpr size_t kLettersMin = 80;
  constexpr size_t kUnlinkedMin = 25;
  const bool is_sentence = block.kind == HtmlTag::kP && block.letters >= kLettersMin &&
                           block.letters - block.link_letters >= kUnlinkedMin &&
                           EndsSentence(block.text);
  return !is_sentence && LinkShare(block) > 0.5;
}

// Positive for running text, negative for what stands around articles.
double WorthOf(const TextBlock& block) {
  const auto letters = static_cast<double>(block.letters);
  const double share = LinkShare(block);
  if (IsHeading(block.kind)) {
    return share > 0.5 ? -20 : 0;
  }
  const bool is_running =
      !IsLinks(block) && (block.letters >= 80 || (block.letters >= 20 && EndsSentence(block.text)));
  if (is_running) {
    return letters * (1 - share);
  }
  if (share >= 0.5) {
    return -std::min(20 + letters, 80.0);
  }
  return block.kind == HtmlTag::kTd ? 1 : -15;
}

// The worth of each block. What stands right below a linked heading is taken for another page's
// teaser: it counts neither way.
std::vector<double> WorthOfAll(const std::vector<TextBlock>& blocks) {
  std::vector<double> worth;
  worth.reserve(blocks.size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    const bool is_teaser = i > 0 && IsHeading(blocks[i - 1].kind) && LinkShare(blocks[i - 1]) > 0.5;
    worth.push_back(is_teaser ? std::min(WorthOf(blocks[i]), 0.0) : WorthOf(blocks[i]));
  }
  return worth;
}

// How much more likely an element is the article than another one with the same text inside.
double FactorOf(const HtmlPage& page, const PageNode& node) {
  const std::string_view property = page.AttributeOf(node, "itemprop");
  if (property == "articleBody" || property == "reviewBody" || property == "articlebody") {
    return 1.5;
  }
  switch (node.tag) {
    case HtmlTag::kArticle:
      return 1.25;
    case HtmlTag::kMain:
      return 1.1;
    case HtmlTag::kBody:
    case HtmlTag::kHtml:
      return 0.8;
    default:
      return page.AttributeOf(node, "role") == "main" ? 1.1 : 1;
  }
}

// The element with the greatest sum of worths inside it; of equals the innermost.
uint32_t BestElement(const HtmlPage& page, const std::vector<TextBlock>& blocks,
                     const std::vector<double>& block_worth) {
  std::vector<double> worth(page.nodes.size(), 0);
  for (size_t i = 0; i < blocks.size(); ++i) {
    worth[blocks[i].node] += block_worth[i];
  }
  for (size_t i = page.nodes.size(); i-- > 1;) {
    worth[page.nodes[i].parent] += worth[i];
  }
  uint32_t best = 0;
  double best_worth = 0;
  for (uint32_t i = 1; i < page.nodes.size(); ++i) {
    if (worth[i] <= 0 || !HasTrait(page.nodes[i].tag, kIsBlock)) {
      continue;
    }
    const double weighed = worth[i] * FactorOf(page, page.nodes[i]);
    if (weighed >= best_worth) {
      best = i;
      best_worth = weighed;
    }
  }
  return best;
}

// Letters and digits alone, so that two printings of a text compare equal.
std::string Bare(std::string_view text) {
  std::string bare;
  bare.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
      bare += c;
    } else if (c >= 'A' && c <= 'Z') {
      bare += static_cast<char>(c - 'A' + 'a');
    }
  }
  return bare;
}

// The blocks whose beginning stands in `body`: from the first of them to the last, when together
// they are most of it. Nothing otherwise: page data may be stale, or a summary.
std::vector<size_t> BlocksOfBody(const std::vector<TextBlock>& blocks, std::string_view body) {
  constexpr size_t kWindow = 24;
  const std::string bare_body = Bare(body);
  if (bare_body.size() < 200) {
    return {};
  }
  std::unordered_set<size_t> windows;
  windows.reserve(bare_body.size());
  for (size_t i = 0; i + kWindow <= bare_body.size(); ++i) {
    windows.insert(std::hash<std::string_view>()(std::string_view(bare_body).substr(i, kWindow)));
  }
  std::vector<size_t> found;
  std::vector<size_t> between;
  size_t found_bytes = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const std::string bare = Bare(blocks[i].text);
    if (bare.size() < kWindow) {
      // Too short to tell; a subheading, say, between what is found.
      if (!found.empty() && !IsLinks(blocks[i])) {
        between.push_back(i);
      }
      continue;
    }
    const std::string_view view = bare;
    const auto has = [&](size_t at) {
      return windows.contains(std::hash<std::string_view>()(view.substr(at, kWindow)));
    };
    if (has(0) && has(bare.size() / 2 - kWindow / 2) && has(bare.size() - kWindow)) {
      found.insert(found.end(), between.begin(), between.end());
      found.push_back(i);
      between.clear();
      found_bytes += bare.size();
    } else if (!found.empty() && !IsLinks(blocks[i])) {
      between.push_back(i);
    }
  }
  if (found_bytes * 10 < bare_body.size() * 7) {
    return {};
  }
  return found;
}

// The blocks from the first one of running text to the last one, behind the heading that is the
// title where there is one.
std::vector<size_t> BlocksInside(const HtmlPage& page, const std::vector<TextBlock>& blocks,
                                 uint32_t element, std::string_view title) {
  const std::string bare_title = Bare(title);
  std::vector<size_t> inside;
  double worth = 0;
  double worth_to_title = 0;
  size_t behind_title = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& block = blocks[i];
    if (block.node < element || block.node >= page.nodes[element].end) {
      continue;
    }
    const bool is_title =
        block.letters < 400 && !bare_title.empty() && bare_title == Bare(block.text);
    worth += std::max(WorthOf(block), 0.0);
    if (is_title && block.kind <= HtmlTag::kH3 && block.kind >= HtmlTag::kH1) {
      behind_title = inside.size();
      worth_to_title = worth;
    }
    if (!is_title) {
      inside.push_back(i);
    }
  }
  if (worth_to_title * 2 < worth) {
    inside.erase(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(behind_title));
  }
  const auto is_good = [&](size_t i) {
    return WorthOf(blocks[i]) > 0 || blocks[i].kind == HtmlTag::kTd;
  };
  const auto first = std::find_if(inside.begin(), inside.end(), is_good);
  const auto last = std::find_if(inside.rbegin(), inside.rend(), is_good);
  return first == inside.end() ? inside : std::vector<size_t>(first, last.base());
}

}  // namespace

ArticleBlocks ChooseBlocks(const HtmlPage& page, const std::vector<TextBlock>& blocks,
                           std::string_view body, std::string_view title) {
  const std::vector<double> worth = WorthOfAll(blocks);
  ArticleBlocks chosen;
  chosen.numbers = BlocksOfBody(blocks, body);
  if (chosen.numbers.empty()) {
    chosen.numbers = BlocksInside(page, blocks, BestElement(page, blocks, worth), title);
    std::erase_if(chosen.numbers, [&](size_t i) { return IsLinks(blocks[i]); });
  }
  for (const size_t number : chosen.numbers) {
    chosen.worth += std::max(worth[number], 0.0);
  }
  return chosen;
}

}  // namespace stemma
