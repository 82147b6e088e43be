// Which text blocks of a page are its article.
//
// The element whose blocks have the greatest worth in sum is taken for the article: running text
// counts for it, links and scraps count against it, so that neither a part of an article nor a page
// around it wins. Where the page's own data holds the article's text (JSON-LD), the blocks found in
// it decide instead. docs/reading.md has the figures.
// Source: docs/reading.md, "Pages"; Kohlschütter et al., Boilerplate Detection using Shallow Text
// Features (2010); Barbaresi, Trafilatura (2021).
// Thread safety: pure.
#pragma once

#include <string_view>
#include <vector>

#include "graph/reading/html_blocks.h"
#include "graph/reading/html_page.h"

namespace stemma {

struct ArticleBlocks {
  std::vector<size_t> numbers;  // ascending
  double worth = 0;             // letters of running text, less what counts against them
};

// `body`: the article's text as the page's data has it, or empty. `title`: or empty; blocks before
// a heading with that text are none of the article. O(nodes and bytes).
ArticleBlocks ChooseBlocks(const HtmlPage& page, const std::vector<TextBlock>& blocks,
                           std::string_view body, std::string_view title);

}  // namespace stemma
