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
    const bool has_quotes =
        std::any_of(text.Quoted().begin(), text.Quoted().end(), [&](const QuotedWords& quoted) {
          return quoted.close > first && quoted.open < sentence.end;
        });
    if (!has_quotes) {
      found.push_back(first);
    }
  }
  return found;
}

}  // namespace stemma
