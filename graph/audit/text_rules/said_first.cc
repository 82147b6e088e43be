#include "graph/audit/text_rules/said_first.h"

#include <algorithm>

namespace stemma {
namespace {

using enum WordClass;

// "He said", "She has also told parents", "Il a dit": in the indicative, of somebody.
bool Reports(const TokenView& tokens, uint32_t pronoun) {
  uint32_t verb = pronoun + 1;
  while (tokens.Has(verb, Bits(kAuxiliary, kAdverb)) && !tokens.Has(verb, Bit(kSays))) {
    ++verb;
  }
  return tokens.Has(verb, Bit(kSays));
}

// Looks at the last that begin before the sentence ends: one may lie within another.
bool HasQuotes(const TextUnderAudit& text, TokenRange sentence) {
  constexpr std::ptrdiff_t kNested = 4;
  const auto all = text.Quoted();
  const auto behind = std::partition_point(
      all.begin(), all.end(), [&](const QuotedWords& one) { return one.open < sentence.end; });
  return std::any_of(behind - std::min(behind - all.begin(), kNested), behind,
                     [&](const QuotedWords& one) { return one.close > sentence.begin; });
}

}  // namespace

std::vector<uint32_t> FindSaidFirst(const TextUnderAudit& text, const Persons& persons) {
  const TokenView& tokens = text.Tokens();
  std::vector<uint32_t> found;
  for (const TokenRange& sentence : text.Parts().sentences) {
    const uint32_t first = sentence.begin;
    const auto known = persons.In({first, first + 1});
    const bool is_pronoun = !known.empty() && known.front().by == PersonBy::kPronoun &&
                            tokens.Has(first, Bits(kHe, kShe));
    if (!is_pronoun || !Reports(tokens, first)) {
      continue;
    }
    if (!HasQuotes(text, sentence)) {
      found.push_back(first);
    }
  }
  return found;
}

}  // namespace stemma
