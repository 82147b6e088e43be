#include "graph/model/rules.h"

#include <algorithm>
#include <array>
#include <string>

#include <nlohmann/json.hpp>

#include "graph/base/utf8.h"

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
  return {};
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

// Selected by the words alone.
Status CheckWords(const Evidence& evidence, std::string_view text) {
  if (!evidence.exact) {
    return {};
  }
  size_t found = text.find(*evidence.exact);
  const bool occurs = found != std::string_view::npos;
  while (found != std::string_view::npos) {
    if (StandsBeside(evidence, text, found, found + evidence.exact->size())) {
      return {};
    }
    found = text.find(*evidence.exact, found + 1);
  }
  return InvalidInput("evidence: " + Quoted(*evidence.exact) +
                      (occurs ? " stands nowhere beside that prefix or suffix in the text of "
                              : " is not in the text of ") +
                      "\"" + evidence.in + "\"");
}

}  // namespace

Status CheckLine(const NodeAssertion& assertion) {
  STEMMA_TRY(CheckId("id", assertion.id));
  for (const Field& field : assertion.fields) {
    STEMMA_TRY(CheckField(field));
  }
  if (assertion.by) {
    STEMMA_TRY(CheckText("by", *assertion.by));
  }
  return {};
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
  return {};
}

tl::unexpected<Error> KindConflict(const NodeAssertion& assertion, NodeKind known) {
  return InvalidInput("node: \"" + assertion.id + "\" is of kind " + std::string(Name(known)) +
                      " already, expected that, found " + std::string(Name(assertion.kind)));
}

Status CheckEndpoints(const EdgeAssertion& assertion, NodeKind from, NodeKind to) {
  if (!MayConnect(assertion.kind, from, to)) {
    return InvalidInput("edge: " + std::string(Name(assertion.kind)) + " runs " +
                        std::string(EndpointRule(assertion.kind)) + ", found " +
                        std::string(Name(from)) + " to " + std::string(Name(to)));
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
