// The words that make a source of what stands beside them, and the organisations that are none.
//
// Source: docs/reading.md.
// Thread safety: pure; the tables are built once.
#pragma once

#include <cstdint>
#include <optional>

#include "graph/reading/outlets.h"
#include "graph/reading/token_view.h"

namespace stemma {

enum class SourceTrigger : uint8_t {
  kTold,        // "told" X
  kAccording,   // "according" to, "selon", d' "après"
  kObtained,    // documents "obtained" by, "leaked" to
  kSeen,        // documents "reviewed" by
  kPublished,   // "published" by, in
  kReportedBy,  // first "reported" by
  kAsked,       // "interrogé" par, "interviewed" by
  kCiting,      // "citing" X
  kInterview,   // "interview" with, "speaking" to
  kStatement,   // in a "statement"
  kVague,       // "sources", "media" as a subject
  kWork,        // "investigation" by; "documents" show
};

const WordMap& SourceTriggers(Language language);

const WordMap& AgentPrepositions();     // by, from, in
const WordMap& AudiencePrepositions();  // to, with, à
const WordMap& OwnNouns();              // this "newspaper"
const WordMap& AnonymousNouns();        // source, sources
const WordMap& UnnamedPeople();         // "people" familiar with
const WordMap& NearnessWords();         // familiar, close, briefed
const WordMap& ShowingVerbs();          // documents "show"
const WordMap& ReportingVerbs();        // ", reported Reuters"
const WordMap& FindingVerbs();          // the Herald "found" that

// An organisation that may get hold of documents as an outlet does: no ministry, court or police.
std::optional<OutletMention> OrganisationAt(const TokenView& tokens, uint32_t i, uint32_t end);

}  // namespace stemma
