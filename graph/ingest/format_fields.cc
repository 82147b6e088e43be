#include "graph/ingest/format_fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include <simdjson.h>
#include <unicode/locid.h>

#include "graph/base/canonical_url.h"
#include "graph/base/content_hash.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kHashDigits = 16;
// So that a part's name fits behind it.
constexpr size_t kIdBytesKept = kIdBytesMax - 128;

bool IsControl(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const bool is_c1 =
      byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
  return byte < 0x20 || byte == 0x7F || is_c1;
}

// At most kIdBytesKept bytes without control characters; told apart by a hash where it had more.
std::string FitForId(std::string_view text) {
  size_t end = 0;
  while (end < std::min(text.size(), kIdBytesKept) && !IsControl(text, end)) {
    ++end;
  }
  if (end == text.size()) {
    return std::string(text);
  }
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;  // not within a code point
  }
  return std::string(text.substr(0, end)) + "~" + Xxh3Hex(text).substr(0, kHashDigits);
}

// Codes by name in English, folded, and by themselves.
std::map<std::string, std::string> ReadLanguageNames() {
  std::map<std::string, std::string> codes;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    icu::UnicodeString printed;
    icu::Locale(*code).getDisplayLanguage(icu::Locale::getEnglish(), printed);
    std::string name;
    printed.toUTF8String(name);
    // Of several codes with one name the shorter, which documents bear.
    std::string& known = codes[FoldName(name)];
    if (known.empty() || std::string_view(*code).size() < known.size()) {
      known = *code;
    }
    codes[*code] = *code;
  }
  return codes;
}

}  // namespace

std::string IdOfUrl(std::string_view url) {
  return FitForId(CanonicalUrl(url).value_or(std::string(url)));
}

std::optional<std::string> LanguageCode(std::string_view printed) {
  static const std::map<std::string, std::string> codes = ReadLanguageNames();
  const auto found = codes.find(FoldName(printed));
  return found == codes.end() ? std::nullopt : std::optional(found->second);
}

std::string IdOfName(NodeKind kind, std::string_view name) {
  std::string folded = FoldName(name);
  std::replace(folded.begin(), folded.end(), ' ', '-');
  return std::string(Name(kind)) + ":" + FitForId(folded.empty() ? HashOfWords(name) : folded);
}

std::string IdOfPart(std::string_view id, std::string_view part) {
  return std::string(id) + "#" + FitForId(part);
}

std::string HashOfWords(std::string_view words) {
  const std::string folded = FoldName(words);
  return Xxh3Hex(folded.empty() ? words : folded).substr(0, kHashDigits);
}

std::string KeptName(std::string_view format, std::string_view field) {
  constexpr std::array<std::string_view, 30> kTaken = {
      "node",       "edge",      "id",      "from",       "to",         "at",
      "by",         "name",      "title",   "text",       "aliases",    "url",
      "date",       "lang",      "owner",   "seen",       "first_hand", "unnamed",
      "status",     "judgement", "how",     "inherited",  "claims",     "evidence",
      "as_printed", "method",    "because", "confidence", "private",    "role"};
  const bool is_taken = std::find(kTaken.begin(), kTaken.end(), field) != kTaken.end();
  return is_taken ? std::string(format) + "_" + std::string(field) : std::string(field);
}

void Keep(Mapped& out, std::vector<Field>& fields, std::string_view format, std::string_view field,
          const simdjson::dom::element& value) {
  if (!value.is_null()) {
    fields.push_back(FieldOf(KeptName(format, field), value));
    out.tally.Kept(fields.back().name);
  }
}

Status CheckNamesDiffer(const simdjson::dom::object& object) {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : object) {
    names.push_back(name);
  }
  return CheckNamesDiffer(std::move(names));
}

Status CheckNamesDiffer(std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice != names.end()) {
    return InvalidInput(std::string(*twice) + ": given twice");
  }
  return {};
}

EdgeAssertion& AddExtracted(Mapped& out, std::string from, EdgeKind kind, std::string to,
                            std::string_view format) {
  EdgeAssertion& edge = out.records.AddEdge(kind);
  edge.from = std::move(from);
  edge.to = std::move(to);
  edge.status = AssertionStatus::kExtracted;
  edge.method = std::string(format);
  return edge;
}

void AddWords(EdgeAssertion& edge, const std::string& in, std::string_view words,
              std::optional<std::string_view> before, std::optional<std::string_view> after) {
  Evidence& evidence = edge.evidence.emplace_back();
  evidence.in = in;
  evidence.exact = std::string(words);
  if (before) {
    evidence.prefix = std::string(*before);
  }
  if (after) {
    evidence.suffix = std::string(*after);
  }
}

void PutText(NodeAssertion& node, std::string_view field, std::string_view text) {
  if (!text.empty()) {
    node.fields.push_back({std::string(field), /*is_text=*/true, std::string(text)});
  }
}

}  // namespace stemma
