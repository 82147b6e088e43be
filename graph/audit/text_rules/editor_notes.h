// What an editor or a translator wrote to himself inside a quote and forgot: "(check)", "(TK)",
// "(better: together?)", "(traduction ?)", "(NDT : un proverbe)"; and what he explains to readers
// and signs, "(laughs, Ed.)", which stands in square brackets where it is meant.
//
// Not meant is what is told of a speaker's voice ("(laughs)", "(inaudible)"), what papers print on
// purpose ("(sic)", in French "(NDLR : …)"), and a question that somebody may have asked aloud.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "graph/reading/token_view.h"

namespace stemma {

enum class EditorNote : uint8_t {
  kNone,
  kDoubt,   // a word or two and a question mark, which somebody may have spoken
  kSigned,  // an editor's words, and that they are his: nobody spoke them
  kOrder,   // words of the trade, which nobody speaks
};

// Of the words between two brackets. O(tokens).
EditorNote EditorNoteIn(const TokenView& tokens, TokenRange words, Language language);

}  // namespace stemma
