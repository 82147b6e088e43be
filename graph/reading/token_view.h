// Questions that every rule asks of the tokens of a text; behind the last one the answer is no.
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "graph/reading/text_parts.h"
#include "graph/reading/word_map.h"

namespace stemma {

class TokenView {
 public:
  explicit TokenView(const TextParts& parts)
      : parts_(parts), size_(static_cast<uint32_t>(parts.tokens.size())) {}

  const TextParts& Parts() const { return parts_; }
  uint32_t Size() const { return size_; }
  const Token& operator[](uint32_t i) const { return parts_.tokens[i]; }
  std::string_view Words(uint32_t i) const { return parts_.Words(parts_.tokens[i]); }

  bool IsWord(uint32_t i) const { return i < size_ && At(i).kind == TokenKind::kWord; }
  bool IsNumber(uint32_t i) const { return i < size_ && At(i).kind == TokenKind::kNumber; }
  bool IsPunctuation(uint32_t i) const {
    return i < size_ && At(i).kind == TokenKind::kPunctuation;
  }
  bool IsCapital(uint32_t i) const { return IsWord(i) && At(i).is_capital; }
  bool IsMark(uint32_t i, char32_t mark) const { return IsPunctuation(i) && At(i).mark == mark; }
  // A dash of any length, also two hyphens; a hyphen only with spaces around it.
  bool IsDash(uint32_t i) const {
    return IsPunctuation(i) &&
           (At(i).mark == U'—' || At(i).mark == U'–' || At(i).mark == U'―' || At(i).mark == U'-');
  }
  // `lower`: as LowerWord writes it.
  bool Is(uint32_t i, std::string_view lower) const {
    return IsWord(i) && IsSameWord(Words(i), lower);
  }
  bool IsIn(uint32_t i, const WordMap& words) const { return IsWord(i) && words.Has(Words(i)); }
  bool Has(uint32_t i, WordClasses classes) const {
    return i < size_ && (At(i).classes & classes) != 0;
  }
  // Whether nothing stands between this token and the next.
  bool TouchesNext(uint32_t i) const { return i + 1 < size_ && At(i).end == At(i + 1).begin; }
  // What stands between this token and the next.
  std::string_view GapBehind(uint32_t i) const {
    return i + 1 < size_ ? parts_.text.substr(At(i).end, At(i + 1).begin - At(i).end)
                         : std::string_view();
  }

 private:
  const Token& At(uint32_t i) const { return parts_.tokens[i]; }

  const TextParts& parts_;
  uint32_t size_;
};

}  // namespace stemma
