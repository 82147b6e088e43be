// Where sentences end, by ICU, and where its rules part what news writes as one.
//
// Source: Unicode TR 29, ICU BreakIterator with the standard suppressions ("Mr.").
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "graph/reading/language.h"
#include "graph/reading/text_parts.h"

namespace stemma {

class SentenceBreaks {
 public:
  explicit SentenceBreaks(Language language);
  ~SentenceBreaks();
  SentenceBreaks(const SentenceBreaks&) = delete;
  SentenceBreaks& operator=(const SentenceBreaks&) = delete;

  // Fills `cuts` with the bytes of `text` at which a sentence ends, in order, of one paragraph.
  // O(bytes).
  void Find(std::string_view text, Span paragraph, std::vector<uint32_t>& cuts);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

// Whether the sentence that ICU ends before token `next` goes on: "…!” she said", "Gen. Smith".
bool JoinsSentences(const std::vector<Token>& tokens, uint32_t next);

}  // namespace stemma
