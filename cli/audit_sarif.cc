#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/audit_output.h"
#include "cli/json_output.h"
#include "graph/base/text_places.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view DescriptionOf(Rule rule) {
  switch (rule) {
    case Rule::kAcronymMismatch:
      return "Letters that do not spell the words they stand for";
    case Rule::kEntityNearMiss:
      return "A name close to that of a known body or person";
    case Rule::kQuoteUnattributed:
      return "A quote that nobody is said to have spoken";
    case Rule::kSpeakerUnclear:
      return "A pronoun beside somebody's words that may be nobody's or several persons'";
    case Rule::kQuoteDrift:
      return "One quote in two wordings";
    case Rule::kQuoteUnbalanced:
      return "A quotation mark without a partner";
    case Rule::kQuoteOdd:
      return "Signs of a bad translation or edit inside a quote";
    case Rule::kSpeakerChanged:
      return "The same words given to another speaker, or losing theirs";
    case Rule::kNumberDrift:
      return "Figures for one thing that exclude each other";
    case Rule::kDateOrder:
      return "A work dated before what it cites, quotes or derives from";
    case Rule::kSourceVague:
      return "Sourcing that names nobody";
    case Rule::kSourceDeadEnd:
      return "Chains that reach no origin, and no attributed quote";
    case Rule::kSourceCorrected:
      return "A chain that passes a work which was corrected later";
    case Rule::kCreditUndeclared:
      return "Words or pictures of others without a credit for the text";
    case Rule::kCircularSourcing:
      return "A work that rests on itself";
  }
  return "";
}

// RFC 3986: all but unreserved characters and "/" as percent and two digits.
std::string Escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') ||
                          std::string_view("-._~/").find(c) != std::string_view::npos;
    if (is_plain) {
      escaped += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      escaped += '%';
      escaped += kDigits[byte >> 4U];
      escaped += kDigits[byte & 15U];
    }
  }
  return escaped;
}

class SarifOutput : public AuditOutput {
 public:
  SarifOutput(Context& context, bool files) : out_(context.out), files_(files) {
    Json rules = Json::array();
    for (const Rule rule : kRules) {
      rules.push_back({{"id", Name(rule)}, {"shortDescription", {{"text", DescriptionOf(rule)}}}});
    }
    const Json driver = {{"name", "stemma"}, {"semanticVersion", STEMMA_VERSION}, {"rules", rules}};
    out_ << "{\"$schema\":" << Json(kSchema).dump()
         << ",\"version\":\"2.1.0\",\"runs\":[{\"tool\":" << Json{{"driver", driver}}.dump()
         << ",\"columnKind\":\"unicodeCodePoints\",\"results\":[";
  }

  void Put(const Audited& audited) override {
    const TextPlaces places(audited.text);
    for (const Finding& finding : audited.findings) {
      out_ << (is_first_ ? "" : ",\n") << ResultOf(audited, finding, places).dump();
      is_first_ = false;
    }
  }

  void End(const AuditTotals& totals) override {
    Json checked = Json::object();
    for (const Rule rule : kRules) {
      checked[std::string(Name(rule))] = totals.checked[static_cast<size_t>(rule)];
    }
    const Json properties = {{"checked", checked}, {"cleared", totals.cleared}};
    out_ << "],\"properties\":" << properties.dump() << "}]}\n";
  }

 private:
  std::string UriOf(const std::string& name) const {
    if (!files_) {
      return "stemma:" + Escaped(name);
    }
    return (name.starts_with("/") ? "file://" : "") + Escaped(name);
  }

  Json LocationOf(const std::string& node, const Json& region) const {
    Json location = Json::object();
    Json physical = {{"artifactLocation", {{"uri", UriOf(node)}}}};
    if (!region.is_null()) {
      physical["region"] = region;
    }
    location["physicalLocation"] = physical;
    if (!files_) {
      location["logicalLocations"] = Json::array({{{"fullyQualifiedName", node}}});
    }
    return location;
  }

  static Json RegionOf(const Finding& finding, const TextPlaces& places) {
    if (!finding.span) {
      return nullptr;
    }
    const LineColumn begin = places.At(finding.span->begin);
    const LineColumn end = places.At(finding.span->end);
    return {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column},
            {"charOffset", *finding.start},
            {"charLength", *finding.end - *finding.start},
            {"snippet", {{"text", finding.exact}}}};
  }

  Json ResultOf(const Audited& audited, const Finding& finding, const TextPlaces& places) const {
    std::string text = finding.message;
    for (const std::string& reason : finding.because) {
      text += "\n" + reason;
    }
    const auto index = std::find(kRules.begin(), kRules.end(), finding.rule) - kRules.begin();
    Json result = {
        {"ruleId", Name(finding.rule)},
        {"ruleIndex", index},
        {"level", Name(finding.severity)},
        {"message", {{"text", text}}},
        {"locations", Json::array({LocationOf(audited.name, RegionOf(finding, places))})},
        {"partialFingerprints", {{"stemmaFinding/v1", ParseFindingId(finding.id).finding}}}};
    Json related = Json::array();
    for (const Related& one : finding.related) {
      Json region = nullptr;
      if (one.start && one.end) {
        region = {{"charOffset", *one.start},
                  {"charLength", *one.end - *one.start},
                  {"snippet", {{"text", one.exact}}}};
      }
      Json location = LocationOf(one.node, region);
      location["message"] = {{"text", one.exact.empty() ? one.node : one.exact}};
      // The schema wants each once.
      if (std::find(related.begin(), related.end(), location) == related.end()) {
        related.push_back(std::move(location));
      }
    }
    if (!related.empty()) {
      result["relatedLocations"] = std::move(related);
    }
    Json properties = {{"id", finding.id}, {"method", finding.method}};
    if (finding.suggestion) {
      properties["suggestion"] = *finding.suggestion;
    }
    result["properties"] = std::move(properties);
    return result;
  }

  std::ostream& out_;
  bool files_;
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<AuditOutput> AuditSarifOutput(Context& context, bool files) {
  return std::make_unique<SarifOutput>(context, files);
}

}  // namespace stemma
