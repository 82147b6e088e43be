#include "graph/ingest/import_format.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "graph/ingest/csv_header.h"
#include "graph/ingest/first_names.h"
#include "graph/ingest/formats/ftm.h"
#include "graph/ingest/formats/gdelt_gqg.h"
#include "graph/ingest/formats/graphml.h"
#include "graph/ingest/formats/json_ld.h"
#include "graph/ingest/formats/prov_json.h"
#include "graph/ingest/formats/quotebank.h"
#include "graph/reading/file_kind.h"

namespace stemma {
namespace {

constexpr std::array<std::pair<ImportFormat, std::string_view>, 10> kNames = {{
    {ImportFormat::kJsonLines, "jsonl"},
    {ImportFormat::kCsv, "csv"},
    {ImportFormat::kGdeltGqg, "gdelt-gqg"},
    {ImportFormat::kQuotebank, "quotebank"},
    {ImportFormat::kFtm, "ftm"},
    {ImportFormat::kClaimReview, "claimreview"},
    {ImportFormat::kNewsArticle, "newsarticle"},
    {ImportFormat::kJsonLd, "json-ld"},
    {ImportFormat::kGraphml, "graphml"},
    {ImportFormat::kProvJson, "prov-json"},
}};

// Names that stand together in an object of one format, and in no other's.
struct Telling {
  ImportFormat format;
  std::vector<std::string_view> names;
};

std::optional<ImportFormat> FormatByNames(const std::vector<std::string>& names) {
  static const std::vector<Telling> all = {
      {ImportFormat::kJsonLines, {"node"}},
      {ImportFormat::kJsonLines, {"edge"}},
      {ImportFormat::kJsonLd, {"@context"}},
      {ImportFormat::kJsonLd, {"@graph"}},
      {ImportFormat::kJsonLd, {"@type"}},
      {ImportFormat::kGdeltGqg, {"url", "quotes"}},
      {ImportFormat::kQuotebank, {"quoteID", "quotation"}},
      {ImportFormat::kQuotebank, {"articleID", "url", "date"}},
      {ImportFormat::kQuotebank, {"url", "quotations"}},
      {ImportFormat::kFtm, {"schema", "properties"}},
      {ImportFormat::kProvJson, {"prefix"}},
      {ImportFormat::kProvJson, {"entity"}},
      {ImportFormat::kProvJson, {"wasDerivedFrom"}},
  };
  const auto holds = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const auto found = std::find_if(all.begin(), all.end(), [&](const Telling& telling) {
    return std::all_of(telling.names.begin(), telling.names.end(), holds);
  });
  return found == all.end() ? std::nullopt : std::optional(found->format);
}

// A page is one that may hold JSON-LD.
std::optional<ImportFormat> FormatByTags(std::string_view beginning) {
  if (beginning.find("<graphml") != std::string_view::npos) {
    return ImportFormat::kGraphml;
  }
  return LooksLikeHtml(beginning) ? std::optional(ImportFormat::kJsonLd) : std::nullopt;
}

}  // namespace

std::string_view Name(ImportFormat format) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const auto& one) { return one.first == format; });
  return found == kNames.end() ? std::string_view() : found->second;
}

std::optional<ImportFormat> ParseImportFormat(std::string_view word) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const auto& one) { return one.second == word; });
  return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

std::string ImportFormatWords() {
  std::string words;
  for (size_t i = 0; i < kNames.size(); ++i) {
    words += i == 0 ? "" : i + 1 < kNames.size() ? ", " : " or ";
    words += kNames[i].second;
  }
  return words;
}

std::optional<ImportFormat> FormatByName(std::string_view file) {
  for (const std::string_view packed : {".gz", ".bz2"}) {
    if (file.ends_with(packed)) {
      file.remove_suffix(packed.size());
      break;
    }
  }
  if (file.ends_with(".jsonl") || file.ends_with(".ndjson")) {
    return ImportFormat::kJsonLines;
  }
  if (file.ends_with(".csv")) {
    return ImportFormat::kCsv;
  }
  return file.ends_with(".graphml") ? std::optional(ImportFormat::kGraphml) : std::nullopt;
}

std::optional<ImportFormat> FormatByContent(std::string_view beginning) {
  const size_t first = beginning.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    return std::nullopt;
  }
  if (beginning[first] == '<') {
    return FormatByTags(beginning.substr(first));
  }
  if (beginning[first] == '{' || beginning[first] == '[') {
    return FormatByNames(FirstNames(beginning.substr(first)));
  }
  if (LooksLikeCsvHeader(beginning.substr(0, beginning.find('\n')))) {
    return ImportFormat::kCsv;
  }
  return std::nullopt;
}

Result<std::unique_ptr<RecordReader>> OpenReader(ImportFormat format, LineReader& lines) {
  switch (format) {
    case ImportFormat::kCsv:
      return ReadCsv(lines);
    case ImportFormat::kGdeltGqg:
      return ReadMappedLines(lines, MapGdeltGqg());
    case ImportFormat::kQuotebank:
      return ReadMappedLines(lines, MapQuotebank());
    case ImportFormat::kFtm:
      return ReadMappedLines(lines, MapFtm());
    case ImportFormat::kClaimReview:
      return ReadJsonLdFile(lines, JsonLdTaken::kClaimReviews);
    case ImportFormat::kNewsArticle:
      return ReadJsonLdFile(lines, JsonLdTaken::kArticles);
    case ImportFormat::kJsonLd:
      return ReadJsonLdFile(lines, JsonLdTaken::kBoth);
    case ImportFormat::kGraphml:
      return ReadGraphml(lines);
    case ImportFormat::kProvJson:
      return ReadProvJson(lines);
    case ImportFormat::kJsonLines:
      break;
  }
  return ReadJsonLines(lines);
}

}  // namespace stemma
