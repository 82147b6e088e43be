// The quotes of a text as they are held against each other: those above its body, which stand in
// full below, and those of the body.
//
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/text_under_audit.h"
#include "graph/audit/wording_words.h"

namespace stemma {

struct Printing {
  std::string_view words;
  std::optional<Span> span;  // none for a title that only the markup has
  uint32_t paragraph = 0;
  std::string_view speaker;             // empty: none by name
  std::string_view role;                // of whoever is said to speak; empty: none printed
  std::vector<std::string> long_words;  // folded, in order of the alphabet, each once
  std::vector<WordingWord> compared;
  std::vector<std::string> frame;  // folded, of its sentence outside the marks
  bool is_unmarked = false;  // "Mayor: We never sold it": a headline that has no room for marks
  bool repeats = false;      // its sentence says that it was said before
  bool announces = false;    // in the headline, a caption or the lead: it stands in full elsewhere
};

// All that lie outside the boilerplate. Borrows the text.
struct QuotePrintings {
  // O(bytes).
  explicit QuotePrintings(const TextUnderAudit& text);

  uint32_t lead = 0;              // the first paragraph of the body
  std::vector<Printing> heading;  // above the lead, in captions and in pull quotes
  std::vector<Printing> body;
};

// Words of a quote that are held against others have four bytes or more.
inline constexpr size_t kLongBytes = 4;

// Whether both have one speaker by name.
bool IsSameSpeaker(const Printing& a, const Printing& b);
// Whether one that nobody is said to speak names the other's speaker beside it: "to Moe's answer".
bool NamesSpeaker(const Printing& printing, const Printing& other);
// "a judge" may be "the judge, Ida Moe", and the bakers' head is not.
bool MayBeSameSpeaker(const Printing& a, const Printing& b);
// Whether both are told as said on one occasion: "on Tuesday before the council".
bool AreOfOneOccasion(const Printing& a, const Printing& b);

}  // namespace stemma
