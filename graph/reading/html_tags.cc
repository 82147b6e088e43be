#include "graph/reading/html_tags.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace stemma {
namespace {

struct Row {
  std::string_view name;
  HtmlTag tag;
  uint16_t traits = 0;
};

constexpr uint16_t kParagraphs = kIsBlock | kClosesP;

// Sorted by name.
constexpr Row kRows[] = {
    {"a", HtmlTag::kA},
    {"address", HtmlTag::kAddress, kParagraphs},
    {"applet", HtmlTag::kObject, kIsScope},
    {"area", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"article", HtmlTag::kArticle, kParagraphs},
    {"aside", HtmlTag::kAside, kParagraphs},
    {"b", HtmlTag::kB, kIsFormatting},
    {"base", HtmlTag::kBase, kIsVoid},
    {"big", HtmlTag::kB, kIsFormatting},
    {"blockquote", HtmlTag::kBlockquote, kParagraphs},
    {"body", HtmlTag::kBody, kIsBlock},
    {"br", HtmlTag::kBr, kIsVoid},
    {"button", HtmlTag::kButton},
    {"caption", HtmlTag::kCaption, kIsBlock | kIsScope},
    {"center", HtmlTag::kCenter, kParagraphs},
    {"code", HtmlTag::kB, kIsFormatting},
    {"col", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"dd", HtmlTag::kDd, kParagraphs},
    {"details", HtmlTag::kDetails, kParagraphs},
    {"dialog", HtmlTag::kDialog, kParagraphs},
    {"dir", HtmlTag::kUl, kParagraphs},
    {"div", HtmlTag::kDiv, kParagraphs},
    {"dl", HtmlTag::kDl, kParagraphs},
    {"dt", HtmlTag::kDt, kParagraphs},
    {"em", HtmlTag::kEm, kIsFormatting},
    {"embed", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"fieldset", HtmlTag::kFieldset, kParagraphs},
    {"figcaption", HtmlTag::kFigcaption, kParagraphs},
    {"figure", HtmlTag::kFigure, kParagraphs},
    {"font", HtmlTag::kB, kIsFormatting},
    {"footer", HtmlTag::kFooter, kParagraphs},
    {"form", HtmlTag::kForm, kParagraphs},
    {"frame", HtmlTag::kFrame, kIsVoid | kIsLeftOut},
    {"frameset", HtmlTag::kFrame, kIsLeftOut},
    {"h1", HtmlTag::kH1, kParagraphs},
    {"h2", HtmlTag::kH2, kParagraphs},
    {"h3", HtmlTag::kH3, kParagraphs},
    {"h4", HtmlTag::kH4, kParagraphs},
    {"h5", HtmlTag::kH5, kParagraphs},
    {"h6", HtmlTag::kH6, kParagraphs},
    {"head", HtmlTag::kHead},
    {"header", HtmlTag::kHeader, kParagraphs},
    {"hgroup", HtmlTag::kHeader, kParagraphs},
    {"hr", HtmlTag::kHr, kParagraphs | kIsVoid},
    {"html", HtmlTag::kHtml, kIsScope},
    {"i", HtmlTag::kEm, kIsFormatting},
    {"iframe", HtmlTag::kIframe, kIsRaw},
    {"image", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"img", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"input", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"label", HtmlTag::kLabel},
    {"li", HtmlTag::kLi, kParagraphs},
    {"link", HtmlTag::kLink, kIsVoid},
    {"listing", HtmlTag::kPre, kParagraphs},
    {"main", HtmlTag::kMain, kParagraphs},
    {"marquee", HtmlTag::kObject, kIsScope},
    {"math", HtmlTag::kSvg, kIsRaw | kIsLeftOut},
    {"menu", HtmlTag::kMenu, kParagraphs},
    {"meta", HtmlTag::kMeta, kIsVoid},
    {"nav", HtmlTag::kNav, kParagraphs},
    {"nobr", HtmlTag::kB, kIsFormatting},
    {"noembed", HtmlTag::kIframe, kIsRaw},
    {"noframes", HtmlTag::kIframe, kIsRaw},
    {"noscript", HtmlTag::kScript, kIsRaw},
    {"object", HtmlTag::kObject, kIsScope},
    {"ol", HtmlTag::kOl, kParagraphs},
    {"p", HtmlTag::kP, kParagraphs},
    {"param", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"plaintext", HtmlTag::kFrame, kIsLeftOut},
    {"pre", HtmlTag::kPre, kParagraphs},
    {"q", HtmlTag::kQ},
    {"s", HtmlTag::kB, kIsFormatting},
    {"script", HtmlTag::kScript, kIsRaw},
    {"section", HtmlTag::kSection, kParagraphs},
    {"select", HtmlTag::kSelect, kIsRaw | kIsLeftOut},
    {"small", HtmlTag::kB, kIsFormatting},
    {"source", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"span", HtmlTag::kSpan},
    {"strike", HtmlTag::kB, kIsFormatting},
    {"strong", HtmlTag::kB, kIsFormatting},
    {"style", HtmlTag::kStyle, kIsRaw},
    {"summary", HtmlTag::kSummary, kParagraphs},
    {"svg", HtmlTag::kSvg, kIsRaw | kIsLeftOut},
    {"table", HtmlTag::kTable, kParagraphs | kIsScope},
    {"tbody", HtmlTag::kTbody, kIsBlock},
    {"td", HtmlTag::kTd, kIsBlock | kIsScope},
    {"template", HtmlTag::kTemplate, kIsScope},
    {"textarea", HtmlTag::kTextarea, kIsRaw},
    {"tfoot", HtmlTag::kTbody, kIsBlock},
    {"th", HtmlTag::kTh, kIsBlock | kIsScope},
    {"thead", HtmlTag::kTbody, kIsBlock},
    {"time", HtmlTag::kTime},
    {"title", HtmlTag::kTitle, kIsRaw},
    {"tr", HtmlTag::kTr, kIsBlock},
    {"track", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"tt", HtmlTag::kB, kIsFormatting},
    {"u", HtmlTag::kB, kIsFormatting},
    {"ul", HtmlTag::kUl, kParagraphs},
    {"wbr", HtmlTag::kImg, kIsVoid | kIsLeftOut},
    {"xmp", HtmlTag::kPre, kParagraphs},
};

constexpr bool IsSorted() {
  for (size_t i = 1; i < std::size(kRows); ++i) {
    if (kRows[i - 1].name >= kRows[i].name) {
      return false;
    }
  }
  return true;
}
static_assert(IsSorted());

constexpr size_t kTags = static_cast<size_t>(HtmlTag::kUl) + 1;

// Of tags that share a value the first row counts, but for those that only are left out.
constexpr std::array<uint16_t, kTags> TraitTable() {
  std::array<uint16_t, kTags> table{};
  for (size_t i = std::size(kRows); i-- > 0;) {
    table[static_cast<size_t>(kRows[i].tag)] = kRows[i].traits;
  }
  return table;
}
constexpr std::array<uint16_t, kTags> kTraits = TraitTable();

}  // namespace

HtmlTag HtmlTagOf(std::string_view name) {
  char lower[12] = {};
  if (name.size() > sizeof lower) {
    return HtmlTag::kOther;
  }
  std::transform(name.begin(), name.end(), lower, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view key(lower, name.size());
  const Row* row = std::lower_bound(std::begin(kRows), std::end(kRows), key,
                                    [](const Row& a, std::string_view b) { return a.name < b; });
  return row != std::end(kRows) && row->name == key ? row->tag : HtmlTag::kOther;
}

uint16_t HtmlTraits(HtmlTag tag) {
  return kTraits[static_cast<size_t>(tag)];
}

}  // namespace stemma
