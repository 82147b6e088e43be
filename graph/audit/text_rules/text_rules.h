// The rules that need nothing but the text (and, of names, what bodies are known): one file each.
//
// Each adds its findings, in the order of the text, and returns how many places it looked at, so
// that "no findings" means something. None raises anything in boilerplate, and none looks further
// than a bounded window around a place, or compares more than a bounded number of places, so that
// all are linear in the text. What raises false alarms is said in each file.
// Source: docs/audit.md.
// Thread safety: pure but for the names, one thread.
#pragma once

#include <cstdint>

#include "graph/audit/finding.h"
#include "graph/audit/known_agents.h"
#include "graph/audit/text_under_audit.h"
#include "graph/base/result.h"

namespace stemma {

// acronym-mismatch: letters that do not spell the words they are said to stand for.
Result<uint64_t> CheckAcronyms(const TextUnderAudit& text, KnownAgents& known, Findings& findings);
// entity-near-miss: a body's name one word or one inflection away from a known one.
Result<uint64_t> CheckEntities(const TextUnderAudit& text, KnownAgents& known, Findings& findings);

// quote-unattributed: a quote of four words or more that nobody is said to have spoken.
uint64_t CheckUnattributed(const TextUnderAudit& text, Findings& findings);
// speaker-unclear: a pronoun beside words for which no one speaker stands near, or two do.
uint64_t CheckSpeakers(const TextUnderAudit& text, Findings& findings);
// quote-odd: a phrase said twice, an editor's parenthesis, a sentence that does not end.
uint64_t CheckOddQuotes(const TextUnderAudit& text, Findings& findings);
// quote-unbalanced: a mark without a partner in its paragraph.
uint64_t CheckBalance(const TextUnderAudit& text, Findings& findings);
// quote-drift within one text: the same words quoted differently, as in headline and body.
uint64_t CheckQuoteDrift(const TextUnderAudit& text, Findings& findings);
// number-drift within one text: figures for one thing that exclude each other.
uint64_t CheckNumberDrift(const TextUnderAudit& text, Findings& findings);
// source-vague: sourcing that names nobody.
uint64_t CheckVagueSources(const TextUnderAudit& text, Findings& findings);
// credit-undeclared within one text: an agency's picture, own staff elsewhere, no credit for words.
uint64_t CheckCredits(const TextUnderAudit& text, Findings& findings);

}  // namespace stemma
