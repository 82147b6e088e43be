// A page as a sequence of text blocks: what a browser would set as one paragraph each.
//
// Source: HTML Living Standard, clause 15.3 (rendering of flow content).
// Thread safety: plain values; CutBlocks is pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/reading/article.h"
#include "graph/reading/html_page.h"

namespace stemma {

struct TextBlock {
  uint32_t node = 0;           // the block element nearest around it
  uint32_t last = 0;           // the last node that gave text to it
  std::string text;            // white space folded; "\n" where a line break stands alone
  std::vector<Link> links;     // spans are bytes of `text`; urls as the page writes them
  size_t letters = 0;          // code points that are no white space
  size_t link_letters = 0;     // those of them that are linked
  HtmlTag kind = HtmlTag::kP;  // kH1 to kH6, kLi, kTd, kBlockquote by the nearest of them; else kP
};

// Without the nodes that `is_left_out` has set, and all inside them. O(nodes and bytes).
std::vector<TextBlock> CutBlocks(const HtmlPage& page, const std::vector<bool>& is_left_out);

}  // namespace stemma
