// Whom the mentions beside quotes stand for: "he", "Clinton", "who", by the names in the same text.
//
// A last name stands for the one full name in the text that ends with it. "He" and "she" stand for
// the latest speaker before who may be one, within a few paragraphs. Where two would fit, or none,
// the mention stays as it is printed.
// Source: docs/reading.md.
// Thread safety: one thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph/reading/mentions.h"
#include "graph/reading/noun_phrases.h"
#include "graph/reading/reading.h"
#include "graph/reading/text_parts.h"

namespace stemma {

class SpeakerNames {
 public:
  // Collects the full names of the text. O(tokens).
  explicit SpeakerNames(const TextParts& parts);

  // Called in the order of the text.
  SpeakerMention Resolve(TokenRange mention);

 private:
  struct Speaker {
    std::string name;
    Gender gender = Gender::kUnknown;
    uint32_t paragraph = 0;
  };

  std::string FullName(const std::string& name) const;
  std::string NameOfPronoun(Gender gender, uint32_t paragraph) const;
  void Remember(const std::string& name, Gender gender, uint32_t paragraph);
  uint32_t ParagraphOf(uint32_t token);

  const TextParts& parts_;
  NounPhrases phrases_;
  // By last name; empty when several full names end with it.
  std::map<std::string, std::string, std::less<>> full_names_;
  std::vector<Speaker> speakers_;  // the latest last, each name once
  uint32_t paragraph_ = 0;         // of the last mention
};

}  // namespace stemma
