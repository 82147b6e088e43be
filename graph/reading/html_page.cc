#include "graph/reading/html_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <memory>
#include <utility>

#include <gumbo.h>
#include <unicode/utf8.h>

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;

// All that gumbo allocates for one page, freed at once: its own way of freeing a tree calls itself
// for every level.
class Arena {
 public:
  void* Allocate(size_t size) {
    constexpr size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_) {
      const size_t block = std::max(size, kBlockBytes);
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
      next_ = blocks_.back().get();
      left_ = block;
    }
    std::byte* const made = next_;
    next_ += size;
    left_ -= size;
    return made;
  }

 private:
  static constexpr size_t kBlockBytes = 256 * 1024;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  size_t left_ = 0;
};

const GumboVector* ChildrenOf(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node.v.element.children;
    default:
      return nullptr;
  }
}

void AddElement(const GumboElement& element, PageNode& node, HtmlPage& page) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    node.tag = HtmlTagOf(gumbo_normalized_tagname(element.tag));
  }
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    page.attributes.push_back({attribute->name, attribute->value});
  }
}

void AddNode(const GumboNode& from, uint32_t parent, HtmlPage& page) {
  PageNode node;
  node.parent = parent;
  node.attributes = static_cast<uint32_t>(page.attributes.size());
  node.text.begin = page.characters.size();
  if (from.type == GUMBO_NODE_ELEMENT || from.type == GUMBO_NODE_TEMPLATE) {
    AddElement(from.v.element, node, page);
  } else if (from.type != GUMBO_NODE_DOCUMENT) {
    node.tag = HtmlTag::kText;
    page.characters += from.v.text.text;
  }
  node.attributes_end = static_cast<uint32_t>(page.attributes.size());
  node.text.end = page.characters.size();
  page.nodes.push_back(node);
}

// Depth first without recursion: a node's children go onto the stack as one range.
HtmlPage Flatten(const GumboNode& root) {
  struct Level {
    const GumboVector* children;
    unsigned next;
    uint32_t node;
  };
  HtmlPage page;
  AddNode(root, 0, page);
  std::vector<Level> levels = {{ChildrenOf(root), 0, 0}};
  while (!levels.empty()) {
    Level& level = levels.back();
    if (level.children == nullptr || level.next == level.children->length) {
      page.nodes[level.node].end = static_cast<uint32_t>(page.nodes.size());
      levels.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(level.children->data[level.next++]);
    const auto number = static_cast<uint32_t>(page.nodes.size());
    AddNode(child, level.node, page);
    levels.push_back({ChildrenOf(child), 0, number});
  }
  return page;
}

// The length of the white space at the beginning of `text`, in bytes.
size_t SpaceAt(std::string_view text) {
  const char c = text.front();
  if (c == ' ' || (c >= '\t' && c <= '\r')) {
    return 1;
  }
  if (text.starts_with("\xc2\xa0")) {  // no-break space
    return 2;
  }
  if (text.starts_with("\xe2\x80") && text.size() > 2) {  // U+2000 to U+200A, line and paragraph
    const auto last = static_cast<unsigned char>(text[2]);
    return (last >= 0x80 && last <= 0x8a) || last == 0xa8 || last == 0xa9 || last == 0xaf ? 3 : 0;
  }
  return text.starts_with("\xe3\x80\x80") ? 3 : 0;  // ideographic space
}

// "#39" or "#x27" as the character that it names; false when it is neither.
bool AppendCharacter(std::string_view name, std::string& to) {
  if (!name.starts_with('#')) {
    return false;
  }
  name.remove_prefix(1);
  const int base = name.starts_with('x') || name.starts_with('X') ? 16 : 10;
  name.remove_prefix(base == 16 ? 1 : 0);
  uint32_t point = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), point, base);
  if (error != std::errc() || end != name.data() + name.size() || point < 0x20 ||
      point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
    return false;
  }
  char bytes[U8_MAX_LENGTH];
  size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, point);
  to.append(bytes, length);
  return true;
}

}  // namespace

std::string_view HtmlPage::AttributeOf(const PageNode& node, std::string_view name) const {
  for (uint32_t i = node.attributes; i < node.attributes_end; ++i) {
    if (attributes[i].name == name) {
      return attributes[i].value;
    }
  }
  return {};
}

bool HtmlPage::HasAttribute(const PageNode& node, std::string_view name) const {
  return std::any_of(attributes.begin() + node.attributes, attributes.begin() + node.attributes_end,
                     [name](const PageAttribute& one) { return one.name == name; });
}

std::string HtmlPage::FoldedText(uint32_t node, size_t bytes_max) const {
  std::string text;
  for (uint32_t i = node; i < nodes[node].end && text.size() < bytes_max; ++i) {
    if (nodes[i].tag == HtmlTag::kText) {
      AppendFolded(TextOf(nodes[i]), text);
    } else if (HasTrait(nodes[i].tag, kIsBlock) || nodes[i].tag == HtmlTag::kBr) {
      AppendFolded(" ", text);
    }
  }
  if (text.size() > bytes_max) {
    size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    text.resize(end);
  }
  if (text.ends_with(' ')) {
    text.pop_back();
  }
  return text;
}

HtmlPage ParsePage(const std::string& markup) {
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = &arena;
  options.allocator = [](void* memory, size_t size) {
    return static_cast<Arena*>(memory)->Allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, markup.data(), markup.size());
  return Flatten(*output->document);
}

void AppendFolded(std::string_view text, std::string& to) {
  while (!text.empty()) {
    if (const size_t space = SpaceAt(text); space > 0) {
      if (!to.empty() && to.back() != ' ' && to.back() != '\n') {
        to += ' ';
      }
      text.remove_prefix(space);
    } else {
      to += text.front();
      text.remove_prefix(1);
    }
  }
}

std::string DecodeEntities(std::string_view text) {
  static constexpr std::array kNames = {std::pair{"amp"sv, "&"sv},  std::pair{"lt"sv, "<"sv},
                                        std::pair{"gt"sv, ">"sv},   std::pair{"quot"sv, "\""sv},
                                        std::pair{"apos"sv, "'"sv}, std::pair{"nbsp"sv, " "sv}};
  std::string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    const size_t end = text.front() == '&' ? text.substr(0, 12).find(';') : text.npos;
    if (end == text.npos) {
      decoded += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string_view name = text.substr(1, end - 1);
    const auto* const known = std::find_if(kNames.begin(), kNames.end(),
                                           [name](const auto& one) { return one.first == name; });
    if (known != kNames.end()) {
      decoded += known->second;
    } else if (!AppendCharacter(name, decoded)) {
      decoded += text.substr(0, end + 1);
    }
    text.remove_prefix(end + 1);
  }
  return decoded;
}

}  // namespace stemma
