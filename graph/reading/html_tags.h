// The tags that reading a page has to tell apart, and how each of them behaves.
//
// Source: HTML Living Standard, clauses 13.1.2 (void and raw text elements), 13.2.4.2 (scopes),
// 13.2.6.4 (what closes a paragraph), 15.3 (which are blocks).
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace stemma {

// kText is no tag but text between tags; kOther any tag not listed.
enum class HtmlTag : uint8_t {
  kText,
  kOther,
  kA,
  kAddress,
  kArticle,
  kAside,
  kB,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCaption,
  kCenter,
  kDd,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kEm,
  kFieldset,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kFrame,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kIframe,
  kImg,
  kLabel,
  kLi,
  kLink,
  kMain,
  kMenu,
  kMeta,
  kNav,
  kObject,
  kOl,
  kP,
  kPre,
  kQ,
  kScript,
  kSection,
  kSelect,
  kSpan,
  kStyle,
  kSummary,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTh,
  kTime,
  kTitle,
  kTr,
  kUl
};

enum HtmlTrait : uint16_t {
  kIsBlock = 1,       // stands on lines of its own
  kIsVoid = 2,        // has no content and no end tag
  kIsFormatting = 4,  // reopened by browsers wherever it was left open
  kIsRaw = 8,         // its content is no markup that is shown
  kClosesP = 16,      // its start ends a paragraph
  kIsScope = 32,      // an end tag inside it closes nothing outside of it
  kIsLeftOut = 64,    // a tag that says nothing of the text; its content stays
};

HtmlTag HtmlTagOf(std::string_view name);  // ASCII case ignored; O(log tags)
uint16_t HtmlTraits(HtmlTag tag);          // HtmlTrait bits

inline bool HasTrait(HtmlTag tag, HtmlTrait trait) {
  return (HtmlTraits(tag) & trait) != 0;
}
inline bool IsHeading(HtmlTag tag) {
  return tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6;
}

}  // namespace stemma
