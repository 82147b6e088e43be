#include "graph/model/redaction.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stemma {
namespace {

// Dates and flags that answers depend on, ids of others, and the reason for a redaction.
constexpr std::array<std::string_view, 7> kKept = {"date",  "lang",    "first_hand",  "unnamed",
                                                   "owner", "private", kRedactedField};

bool IsKept(const Field& field) {
  return std::find(kKept.begin(), kKept.end(), field.name) != kKept.end();
}

bool HasWords(const Evidence& evidence) {
  return evidence.exact || evidence.prefix || evidence.suffix || !evidence.extra.empty();
}

}  // namespace

NodeAssertion WithoutWords(NodeAssertion assertion) {
  std::erase_if(assertion.fields, [](const Field& field) { return !IsKept(field); });
  return assertion;
}

EdgeAssertion WithoutWords(EdgeAssertion assertion) {
  assertion.as_printed.reset();
  assertion.because.reset();
  assertion.extra.clear();
  for (Evidence& evidence : assertion.evidence) {
    evidence = {std::move(evidence.in), evidence.start, evidence.end, {}, {}, {}, {}};
  }
  return assertion;
}

bool HasWords(const NodeAssertion& assertion) {
  return !std::all_of(assertion.fields.begin(), assertion.fields.end(), IsKept);
}

bool HasWords(const EdgeAssertion& assertion) {
  return assertion.as_printed || assertion.because || !assertion.extra.empty() ||
         std::any_of(assertion.evidence.begin(), assertion.evidence.end(),
                     [](const Evidence& evidence) { return HasWords(evidence); });
}

bool SpeaksOf(const EdgeAssertion& assertion,
              const std::function<bool(const std::string& id)>& is_such) {
  return is_such(assertion.from) || is_such(assertion.to) ||
         std::any_of(assertion.evidence.begin(), assertion.evidence.end(),
                     [&](const Evidence& evidence) { return is_such(evidence.in); });
}

}  // namespace stemma
