// A parsed page as one flat list of nodes, so that whoever reads it needs no recursion.
//
// Nodes stand in the order of the page; what is inside node i are the nodes from i + 1 to
// `nodes[i].end`, so sums over subtrees and "is it inside" are comparisons of numbers.
// Source: HTML Living Standard, clause 13.2.6, by gumbo.
// Thread safety: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/reading/article.h"
#include "graph/reading/html_tags.h"

namespace stemma {

struct PageNode {
  HtmlTag tag = HtmlTag::kOther;
  uint32_t parent = 0;      // of the root, itself
  uint32_t end = 0;         // behind the last node inside this one
  Span text;                // of kText, in HtmlPage::characters; white space as it is
  uint32_t attributes = 0;  // the first in HtmlPage::attributes
  uint32_t attributes_end = 0;
};

struct PageAttribute {
  std::string name;  // in lower case
  std::string value;
};

struct HtmlPage {
  std::vector<PageNode> nodes;  // the root is the first
  std::vector<PageAttribute> attributes;
  std::string characters;

  // Entities decoded.
  std::string_view TextOf(const PageNode& node) const {
    return std::string_view(characters).substr(node.text.begin, node.text.end - node.text.begin);
  }
  // Empty when there is none, and when it is. O(attributes of the node).
  std::string_view AttributeOf(const PageNode& node, std::string_view name) const;
  bool HasAttribute(const PageNode& node, std::string_view name) const;
  // All text inside, white space folded, at most `bytes_max` of it. O(nodes inside).
  std::string FoldedText(uint32_t node, size_t bytes_max) const;
};

// `markup` is what TrimPage made of a page: less than 4 GiB, nesting bounded. O(bytes).
HtmlPage ParsePage(const std::string& markup);

// Appends `text` with every run of white space (no-break spaces too) made one space, none at the
// beginning of `to` or behind another one. O(bytes).
void AppendFolded(std::string_view text, std::string& to);

// Of a text that was escaped for HTML once more than it should have been: numbers and the five
// names that XML knows, and nbsp. O(bytes).
std::string DecodeEntities(std::string_view text);

}  // namespace stemma
