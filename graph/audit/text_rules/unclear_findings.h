// What speaker-unclear reports of a pronoun, or of a name, that does not tell who speaks.
//
// Source: docs/audit.md, "Within one text".
// Thread safety: not shared between threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "graph/audit/finding.h"
#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_under_audit.h"

namespace stemma {

class UnclearFindings {
 public:
  // Both are borrowed.
  UnclearFindings(const TextUnderAudit& text, Findings& findings)
      : text_(text), findings_(findings) {}

  void Two(uint32_t pronoun, const Person& first, const Person& second,
           std::string_view why = " names nobody, and two persons named before fit");
  // `last`: whom the text named last; null where it names none of that gender.
  void Far(uint32_t pronoun, const Person* last, Gender gender);

 private:
  std::string Cue(uint32_t pronoun) const;
  std::string LinesAbove(size_t from, uint32_t pronoun) const;
  Finding FindingOf(uint32_t pronoun, std::string_view method) const;

  const TextUnderAudit& text_;
  Findings& findings_;
};

// The quotes whose words begin near `span`, where their mentions may stand. O(log quotes).
std::span<const Quote> QuotesNear(const TextUnderAudit& text, Span span);

}  // namespace stemma
