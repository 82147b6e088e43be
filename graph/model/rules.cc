#include "graph/model/rules.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include <nlohmann/json.hpp>

#include "graph/base/utf8.h"
#include "graph/model/json_line.h"

namespace stemma {
namespace {

Status CheckText(std::string_view field, std::string_view text) {
  if (const auto invalid = FirstInvalidUtf8(text)) {
    return InvalidInput(std::string(field) + ": invalid UTF-8 at byte " + std::to_string(*invalid));
  }
  return {};
}

// Nearly all ids: short, and of printable ASCII.
bool IsPlainId(std::string_view id) {
  // Every byte is looked at, so that many can be at once.
  unsigned others = 0;
  for (const char c : id) {
    others |= static_cast<unsigned char>(c - 0x20) >= 0x7F - 0x20 ? 1U : 0U;
  }
  return !id.empty() && id.size() <= kIdBytesMax && others == 0;
}

Status CheckId(std::string_view field, std::string_view id) {
  if (IsPlainId(id)) {
    return {};
  }
  const std::string name(field);
  if (id.empty()) {
    return InvalidInput(name + ": expected an id of 1 to 1,024 bytes, found none");
  }
  if (id.size() > kIdBytesMax) {
    return InvalidInput(name + ": expected an id of 1 to 1,024 bytes, found " +
                        std::to_string(id.size()));
  }
  STEMMA_TRY(CheckText(field, id));
  // C0 controls and DEL, and the C1 controls, which are C2 80 to C2 9F in UTF-8.
  for (size_t i = 0; i < id.size(); ++i) {
    const auto byte = static_cast<unsigned char>(id[i]);
    const bool is_c1 = byte == 0xC2 && static_cast<unsigned char>(id[i + 1]) < 0xA0;
    if (byte < 0x20 || byte == 0x7F || is_c1) {
      return InvalidInput(name + ": expected an id without control characters");
    }
  }
  return {};
}

Status CheckCount(std::string_view field, size_t count) {
  if (count > kListEntriesMax) {
    return InvalidInput(std::string(field) + ": expected at most " +
                        std::to_string(kListEntriesMax) + ", found " + std::to_string(count));
  }
  return {};
}

Status CheckName(std::string_view field, std::string_view name) {
  if (name.size() > kNameBytesMax) {
    return InvalidInput(std::string(field) + ": expected at most " + std::to_string(kNameBytesMax) +
                        " bytes, found " + std::to_string(name.size()));
  }
  return {};
}

// No less than what these take in a line: every byte may need six, as \u0001.
uint64_t BytesAtMost(const std::vector<Field>& fields) {
  constexpr uint64_t kEach = 16;
  uint64_t bytes = 0;
  for (const Field& field : fields) {
    bytes += kEach + 6 * (field.name.size() + field.value.size());
  }
  return bytes;
}
uint64_t BytesAtMost(const std::optional<std::string>& text) {
  return text ? 6 * text->size() : 0;
}
uint64_t BytesAtMost(const NodeAssertion& assertion) {
  return BytesAtMost(assertion.fields) + BytesAtMost(assertion.by);
}
uint64_t BytesAtMost(const EdgeAssertion& assertion) {
  constexpr uint64_t kEach = 128;
  uint64_t bytes = BytesAtMost(assertion.extra) + kEach * assertion.evidence.size() +
                   6 * (kIdBytesMax + 1) * assertion.claims.size();
  for (const Evidence& evidence : assertion.evidence) {
    bytes += BytesAtMost(evidence.extra) + 6 * evidence.in.size() + BytesAtMost(evidence.exact) +
             BytesAtMost(evidence.prefix) + BytesAtMost(evidence.suffix);
  }
  for (const auto* text : {&assertion.how, &assertion.as_printed, &assertion.method, &assertion.by,
                           &assertion.because}) {
    bytes += BytesAtMost(*text);
  }
  return bytes;
}

// The line is made only where it may be too long.
template <class Assertion>
Status CheckSize(const Assertion& assertion) {
  constexpr uint64_t kRest = 16 * kIdBytesMax;  // ids, kinds, and what else is short
  if (BytesAtMost(assertion) + kRest <= kAssertionBytesMax) {
    return {};
  }
  std::string line;
  AppendJsonLine(assertion, /*with_at=*/true, line);
  if (line.size() > kAssertionBytesMax) {
    return InvalidInput("expected an assertion of at most " + std::to_string(kAssertionBytesMax) +
                        " bytes as a line of JSON, found " + std::to_string(line.size()));
  }
  return {};
}

Status CheckAliases(const Field& field) {
  const auto list = field.is_text
                        ? nlohmann::json()
                        : nlohmann::json::parse(field.value, nullptr, /*allow_exceptions=*/false);
  const bool is_list =
      list.is_array() && std::all_of(list.begin(), list.end(),
                                     [](const nlohmann::json& one) { return one.is_string(); });
  if (!is_list) {
    return InvalidInput("aliases: expected a list of texts");
  }
  STEMMA_TRY(CheckCount("aliases", list.size()));
  for (const nlohmann::json& one : list) {
    STEMMA_TRY(CheckName("aliases", one.get_ref<const std::string&>()));
  }
  return {};
}

Status CheckField(const Field& field) {
  constexpr std::array<std::string_view, 7> kTexts = {"name", "title", "text", "url",
                                                      "lang", "date",  "owner"};
  STEMMA_TRY(CheckText("field name", field.name));
  STEMMA_TRY(CheckText(field.name, field.value));
  if (IsRemoval(field)) {
    return {};
  }
  if (field.name == "first_hand" || field.name == "unnamed") {
    if (field.is_text || (field.value != "true" && field.value != "false")) {
      return InvalidInput(field.name + ": expected true or false");
    }
  } else if (field.name == "aliases") {
    return CheckAliases(field);
  } else if (std::find(kTexts.begin(), kTexts.end(), field.name) != kTexts.end()) {
    if (!field.is_text) {
      return InvalidInput(field.name + ": expected a text, found " + field.value.substr(0, 40));
    }
    if (field.name == "name" || field.name == "title") {
      return CheckName(field.name, field.value);
    }
    if (field.name == "date") {
      if (const auto date = ParseEdtf(field.value); !date.has_value()) {
        return InvalidInput("date: " + date.error().message);
      }
    }
  }
  return {};
}

Status CheckSelectors(const Evidence& evidence) {
  if (!evidence.in.empty()) {
    STEMMA_TRY(CheckId("evidence.in", evidence.in));
  }
  if (evidence.start.has_value() != evidence.end.has_value()) {
    return InvalidInput("evidence: expected both start and end, or neither");
  }
  if (evidence.start && *evidence.start > *evidence.end) {
    return InvalidInput("evidence: start " + std::to_string(*evidence.start) + " lies behind end " +
                        std::to_string(*evidence.end));
  }
  if (!evidence.exact && (evidence.prefix || evidence.suffix) && !evidence.start) {
    return InvalidInput("evidence: prefix and suffix need exact, or start and end");
  }
  for (const auto* text : {&evidence.exact, &evidence.prefix, &evidence.suffix}) {
    if (*text) {
      STEMMA_TRY(CheckText("evidence", **text));
    }
  }
  return CheckCount("evidence fields", evidence.extra.size());
}

Status CheckConfidence(const Confidence& confidence) {
  if (confidence.counted && confidence.right > confidence.fired) {
    return InvalidInput("confidence: right " + std::to_string(confidence.right) +
                        " is more than fired " + std::to_string(confidence.fired));
  }
  if (!confidence.counted && !(confidence.number >= 0 && confidence.number <= 1)) {
    return InvalidInput("confidence: expected a number from 0 to 1, or {\"right\",\"fired\"}");
  }
  return {};
}

bool StandsBeside(const Evidence& evidence, std::string_view text, size_t begin, size_t end) {
  const bool prefix_fits = !evidence.prefix || text.substr(0, begin).ends_with(*evidence.prefix);
  const bool suffix_fits = !evidence.suffix || text.substr(end).starts_with(*evidence.suffix);
  return prefix_fits && suffix_fits;
}

std::string Quoted(std::string_view words) {
  return "“" + TruncateToWidth(words, 60) + "”";
}

// `slice`: what stands at start..end.
Status CheckPlace(const Evidence& evidence, std::string_view text,
                  const std::optional<std::string_view>& slice) {
  const std::string place = std::to_string(*evidence.start) + ".." + std::to_string(*evidence.end);
  if (!slice) {
    return InvalidInput("evidence: " + place + " lies outside the text, which has " +
                        std::to_string(CodePointCount(text)) + " code points");
  }
  if (evidence.exact && *slice != *evidence.exact) {
    return InvalidInput("evidence: expected " + Quoted(*evidence.exact) + " at " + place +
                        ", found " + Quoted(*slice));
  }
  const auto begin = static_cast<size_t>(slice->data() - text.data());
  if (!StandsBeside(evidence, text, begin, begin + slice->size())) {
    return InvalidInput("evidence: prefix or suffix does not stand beside " + place);
  }
  return {};
}

// In time that grows with the sum of both, which std::string_view::find does not promise.
bool Holds(std::string_view text, std::string_view words) {
  return memmem(text.data(), text.size(), words.data(), words.size()) != nullptr;
}

// Selected by the words alone.
Status CheckWords(const Evidence& evidence, std::string_view text) {
  if (!evidence.exact) {
    return {};
  }
  if (Holds(text, evidence.prefix.value_or("") + *evidence.exact + evidence.suffix.value_or(""))) {
    return {};
  }
  const bool occurs = Holds(text, *evidence.exact);
  return InvalidInput("evidence: " + Quoted(*evidence.exact) +
                      (occurs ? " stands nowhere beside that prefix or suffix in the text of "
                              : " is not in the text of ") +
                      "\"" + evidence.in + "\"");
}

}  // namespace

Status CheckLine(const NodeAssertion& assertion) {
  STEMMA_TRY(CheckId("id", assertion.id));
  STEMMA_TRY(CheckCount("fields", assertion.fields.size()));
  for (const Field& field : assertion.fields) {
    STEMMA_TRY(CheckField(field));
  }
  if (assertion.by) {
    STEMMA_TRY(CheckText("by", *assertion.by));
  }
  return CheckSize(assertion);
}

Status CheckLine(const EdgeAssertion& assertion) {
  STEMMA_TRY(CheckId("from", assertion.from));
  STEMMA_TRY(CheckId("to", assertion.to));
  if (assertion.kind == EdgeKind::kSameAs && assertion.judgement == Judgement::kNone) {
    return InvalidInput("judgement: expected same, different or unsure");
  }
  if (assertion.kind != EdgeKind::kSameAs && assertion.judgement != Judgement::kNone) {
    return InvalidInput("judgement: only same_as has one");
  }
  STEMMA_TRY(CheckCount("claims", assertion.claims.size()));
  STEMMA_TRY(CheckCount("evidence", assertion.evidence.size()));
  STEMMA_TRY(CheckCount("fields", assertion.extra.size()));
  for (const std::string& claim : assertion.claims) {
    STEMMA_TRY(CheckId("claims", claim));
  }
  for (const Evidence& evidence : assertion.evidence) {
    STEMMA_TRY(CheckSelectors(evidence));
  }
  if (assertion.confidence) {
    STEMMA_TRY(CheckConfidence(*assertion.confidence));
  }
  for (const auto* text : {&assertion.how, &assertion.as_printed, &assertion.method, &assertion.by,
                           &assertion.because}) {
    if (*text) {
      STEMMA_TRY(CheckText("edge", **text));
    }
  }
  for (const Field& field : assertion.extra) {
    STEMMA_TRY(CheckText("field name", field.name));
    STEMMA_TRY(CheckText(field.name, field.value));
  }
  return CheckSize(assertion);
}

tl::unexpected<Error> KindConflict(const NodeAssertion& assertion, NodeKind known) {
  return InvalidInput("node: \"" + assertion.id + "\" is of kind " + std::string(Name(known)) +
                      " already, expected that, found " + std::string(Name(assertion.kind)));
}

Status CheckEndpoints(EdgeKind kind, NodeKind from, NodeKind to) {
  if (!MayConnect(kind, from, to)) {
    return InvalidInput("edge: " + std::string(Name(kind)) + " runs " +
                        std::string(EndpointRule(kind)) + ", found " + std::string(Name(from)) +
                        " to " + std::string(Name(to)));
  }
  return {};
}

Status CheckEvidence(const Evidence& evidence, std::string_view text) {
  return evidence.start
             ? CheckPlace(evidence, text, CodePointSlice(text, *evidence.start, *evidence.end))
             : CheckWords(evidence, text);
}

Status CheckEvidence(const Evidence& evidence, std::string_view text,
                     const CodePoints& code_points) {
  return evidence.start
             ? CheckPlace(evidence, text, code_points.Slice(*evidence.start, *evidence.end))
             : CheckWords(evidence, text);
}

}  // namespace stemma
