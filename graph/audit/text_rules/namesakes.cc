#include "graph/audit/text_rules/namesakes.h"

namespace stemma {

std::optional<Namesakes> FindNamesakes(const TextUnderAudit& text, const Persons& persons,
                                       TokenRange mention) {
  const TokenView& tokens = text.Tokens();
  const uint32_t name = mention.begin;
  if (mention.end - name != 1 || !tokens.IsCapital(name)) {
    return std::nullopt;
  }
  std::optional<Namesakes> two;
  const auto before = persons.In({0, name});
  for (size_t i = 0; i < before.size(); ++i) {
    const Person& one = before[i];
    if (persons.LastName(one) != tokens.Words(name) || !one.HasTwoWords()) {
      continue;
    }
    const bool is_joined = i > 0 && before[i - 1].words.end + 1 == one.words.begin &&
                           tokens.Has(one.words.begin - 1, Bit(WordClass::kAnd)) &&
                           before[i - 1].words.end - before[i - 1].words.begin == 1;
    if (!is_joined) {
      return std::nullopt;
    }
    two = Namesakes{&before[i - 1], &one};
  }
  return two;
}

}  // namespace stemma
