#include "graph/reading/html_blocks.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace stemma {
namespace {

size_t CountLetters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return c != ' ' && c != '\n' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

class BlockCutter {
 public:
  explicit BlockCutter(const HtmlPage& page) : page_(page) {}

  std::vector<TextBlock> Run(const std::vector<bool>& is_left_out) {
    for (uint32_t i = 0; i < page_.nodes.size();) {
      while (!open_.empty() && page_.nodes[open_.back()].end <= i) {
        Leave(open_.back());
        open_.pop_back();
      }
      const PageNode& node = page_.nodes[i];
      if (is_left_out[i]) {
        if (HasTrait(node.tag, kIsBlock)) {
          Finish();
        } else {
          AppendFolded(" ", block_.text);
        }
        i = node.end;
        continue;
      }
      Enter(i);
      if (node.end > i + 1) {
        open_.push_back(i);
      } else if (node.tag != HtmlTag::kText) {
        Leave(i);
      }
      ++i;
    }
    Finish();
    return std::move(blocks_);
  }

 private:
  void Enter(uint32_t number) {
    const PageNode& node = page_.nodes[number];
    if (node.tag == HtmlTag::kText) {
      const size_t before = block_.text.size();
      AppendFolded(page_.TextOf(node), block_.text);
      const std::string_view added = std::string_view(block_.text).substr(before);
      if (added.find_first_not_of(" \n") != added.npos) {
        block_.last = number;
        line_breaks_ = 0;
        if (is_in_link_) {
          block_.link_letters += CountLetters(added);
        }
      }
    } else if (node.tag == HtmlTag::kBr) {
      Break();
    } else if (HasTrait(node.tag, kIsBlock)) {
      Finish();
      around_.push_back(number);
      block_.node = number;
    } else if (node.tag == HtmlTag::kA) {
      const std::string_view href = page_.AttributeOf(node, "href");
      is_in_link_ = true;
      block_.links.push_back({{block_.text.size(), block_.text.size()}, std::string(href)});
    } else if (node.tag == HtmlTag::kQ) {
      block_.text += "“";
    }
  }

  void Leave(uint32_t number) {
    const PageNode& node = page_.nodes[number];
    if (HasTrait(node.tag, kIsBlock)) {
      Finish();
      around_.pop_back();
      block_.node = around_.empty() ? 0 : around_.back();
    } else if (node.tag == HtmlTag::kA) {
      is_in_link_ = false;
      if (!block_.links.empty()) {
        block_.links.back().span.end = block_.text.size();
      }
    } else if (node.tag == HtmlTag::kQ) {
      block_.text += "”";
    }
  }

  // One line break is a line, two are a new block.
  void Break() {
    if (block_.text.empty()) {
      return;
    }
    if (++line_breaks_ >= 2) {
      Finish();
      return;
    }
    if (block_.text.back() == ' ') {
      block_.text.back() = '\n';
    } else {
      block_.text += '\n';
    }
  }

  HtmlTag Kind() const {
    for (size_t i = around_.size(); i-- > 0 && i + 4 > around_.size();) {
      const HtmlTag tag = page_.nodes[around_[i]].tag;
      if (IsHeading(tag) || tag == HtmlTag::kLi || tag == HtmlTag::kTd ||
          tag == HtmlTag::kBlockquote) {
        return tag;
      }
    }
    return HtmlTag::kP;
  }

  void Finish() {
    TextBlock done = std::move(block_);
    block_ = TextBlock();
    block_.node = done.node;
    line_breaks_ = 0;
    while (!done.text.empty() && (done.text.back() == ' ' || done.text.back() == '\n')) {
      done.text.pop_back();
    }
    // A link goes on over the blocks inside it, but each of them has it once.
    if (is_in_link_ && !done.links.empty()) {
      done.links.back().span.end = done.text.size();
      block_.links.push_back({{0, 0}, done.links.back().url});
    }
    if (done.text.empty()) {
      return;
    }
    for (Link& link : done.links) {
      TrimLink(done.text, link);
    }
    done.letters = CountLetters(done.text);
    done.kind = Kind();
    blocks_.push_back(std::move(done));
  }

  static void TrimLink(const std::string& text, Link& link) {
    link.span.end = std::min(link.span.end, text.size());
    link.span.begin = std::min(link.span.begin, link.span.end);
    while (link.span.begin < link.span.end &&
           (text[link.span.begin] == ' ' || text[link.span.begin] == '\n')) {
      ++link.span.begin;
    }
    while (link.span.end > link.span.begin &&
           (text[link.span.end - 1] == ' ' || text[link.span.end - 1] == '\n')) {
      --link.span.end;
    }
  }

  const HtmlPage& page_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  std::vector<uint32_t> open_;    // elements that the walk is inside
  std::vector<uint32_t> around_;  // those of them that are blocks
  bool is_in_link_ = false;
  size_t line_breaks_ = 0;
};

}  // namespace

std::vector<TextBlock> CutBlocks(const HtmlPage& page, const std::vector<bool>& is_left_out) {
  return BlockCutter(page).Run(is_left_out);
}

}  // namespace stemma
