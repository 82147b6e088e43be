#include "graph/audit/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

// As FoldedWords writes them. Two words or more, or one that an article's own text hardly has.
constexpr auto kPhrases = std::to_array<std::string_view>({
    " all rights reserved ",
    " article is written and prepared ",
    " become a member ",
    " breaking news source ",
    " click here ",
    " contact us ",
    " cookie policy ",
    " donate ",
    " edited and published by ",
    " editorial standards ",
    " follow us ",
    " for more news ",
    " funding and support ",
    " get the latest ",
    " if you value ",
    " like us on ",
    " may not be reproduced ",
    " newsletter ",
    " our journalism ",
    " our standards ",
    " our terms ",
    " please support ",
    " privacy policy ",
    " read more ",
    " sign up ",
    " standard terms ",
    " stay connected ",
    " subscribe ",
    " support our ",
    " support the ",
    " terms and conditions ",
    " terms of service ",
    " terms of use ",
    " this material may not be published ",
    " without written permission ",
    " abonnez vous ",
    " charte deontologique ",
    " conditions dutilisation ",
    " conditions generales ",
    " contactez nous ",
    " inscrivez vous ",
    " lire aussi ",
    " mentions legales ",
    " nous contacter ",
    " politique de confidentialite ",
    " reproduction interdite ",
    " retrouvez nous ",
    " sans autorisation ecrite ",
    " sans autorisation prealable ",
    " soutenez ",
    " suivez nous ",
    " tous droits reserves ",
});

bool IsMarked(std::string_view paragraph) {
  std::string words = " ";
  for (const std::string& word : FoldedWords(paragraph)) {
    words += word + ' ';
  }
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
    return words.find(phrase) != std::string::npos;
  });
}

}  // namespace

uint32_t BoilerplateBegin(const TokenView& tokens, uint32_t first) {
  const auto& paragraphs = tokens.Parts().paragraphs;
  const auto count = static_cast<uint32_t>(paragraphs.size());
  uint32_t begin = count;
  uint32_t marked = 0;
  uint32_t plain = 0;
  // An appeal often stands between others that no list would know: half of them is enough.
  for (uint32_t i = count; i > first && plain <= marked + 1; --i) {
    if (IsMarked(tokens.Parts().Words(paragraphs[i - 1]))) {
      ++marked;
      if (marked >= plain) {
        begin = i - 1;
      }
    } else {
      ++plain;
    }
  }
  return begin;
}

}  // namespace stemma
