#include "cli/reading_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "cli/json_output.h"
#include "graph/base/code_points.h"
#include "graph/reading/method_counts.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

Json OrNull(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

// Whole numbers without a point.
Json NumberJson(const std::optional<double>& number) {
  if (!number) {
    return nullptr;
  }
  constexpr double kExactMax = 9007199254740992.0;  // 2^53
  if (std::trunc(*number) == *number && std::fabs(*number) <= kExactMax) {
    return static_cast<int64_t>(*number);
  }
  return *number;
}

// Findings of one text, whose positions are counted once.
class Places {
 public:
  explicit Places(const std::string& text) : text_(text), code_points_(text) {}

  Json Position(const std::optional<Span>& span) const {
    if (!span) {
      return {{"start", nullptr}, {"end", nullptr}};
    }
    return {{"start", code_points_.At(span->begin)}, {"end", code_points_.At(span->end)}};
  }
  std::string Words(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  Json Printed(Span span) const {
    Json value = {{"text", Words(span)}};
    value.update(Position(span));
    return value;
  }

  // {"text",…}: the words where they are printed, else what markup says.
  Json Said(const std::optional<Stated>& stated) const {
    if (!stated) {
      return nullptr;
    }
    Json value = {{"text", stated->span ? Words(*stated->span) : stated->value}};
    value.update(Position(stated->span));
    if (stated->span && Words(*stated->span) != stated->value) {
      value["value"] = stated->value;
    }
    return value;
  }
  // {"value",…}.
  Json Date(const std::optional<Stated>& stated) const {
    if (!stated) {
      return nullptr;
    }
    Json value = {{"value", stated->value}};
    value.update(Position(stated->span));
    return value;
  }

 private:
  const std::string& text_;
  CodePoints code_points_;
};

void AddMethod(Json& value, std::string_view method) {
  value["method"] = method;
  value["confidence"] = JsonOf(CountedConfidence(method));
}

Json SpeakerJson(const Places& places, const std::optional<SpeakerMention>& speaker) {
  if (!speaker) {
    return nullptr;
  }
  Json value = places.Printed(speaker->span);
  value["role"] = OrNull(speaker->role);
  value["organisation"] = OrNull(speaker->organisation);
  value["name"] = OrNull(speaker->name);
  return value;
}

Json QuotesJson(const Places& places, const std::vector<Quote>& quotes) {
  Json list = Json::array();
  for (const Quote& quote : quotes) {
    Json value = places.Position(quote.span);
    value["text"] = places.Words(quote.span);
    value["kind"] = Name(quote.kind);
    value["speaker"] = SpeakerJson(places, quote.speaker);
    value["cue"] = quote.cue ? places.Printed(*quote.cue) : Json(nullptr);
    AddMethod(value, quote.method);
    list.push_back(std::move(value));
  }
  return list;
}

Json CreditsJson(const Places& places, const std::vector<Credit>& credits) {
  Json list = Json::array();
  for (const Credit& credit : credits) {
    Json value = places.Printed(credit.span);
    value["agency"] = OrNull(credit.agency);
    value["of"] = credit.of == CreditOf::kPhoto ? "photo" : "text";
    AddMethod(value, credit.method);
    list.push_back(std::move(value));
  }
  return list;
}

Json SourcesJson(const Places& places, const std::vector<Source>& sources) {
  Json list = Json::array();
  for (const Source& source : sources) {
    Json value = places.Printed(source.span);
    value["relation"] = Name(source.relation);
    value["name"] = OrNull(source.name);
    value["vague"] = source.is_vague;
    value["document"] = source.is_document;
    if (source.is_document) {
      value["seen"] = source.seen;
    }
    AddMethod(value, source.method);
    list.push_back(std::move(value));
  }
  return list;
}

Json AcronymsJson(const Places& places, const std::vector<AcronymDefinition>& acronyms) {
  Json list = Json::array();
  for (const AcronymDefinition& acronym : acronyms) {
    Json value = {{"short", places.Printed(acronym.short_form)},
                  {"long", places.Printed(acronym.long_form)}};
    AddMethod(value, acronym.method);
    list.push_back(std::move(value));
  }
  return list;
}

Json NumbersJson(const Places& places, const std::vector<Number>& numbers) {
  Json list = Json::array();
  for (const Number& number : numbers) {
    Json value = places.Printed(number.span);
    value["low"] = NumberJson(number.low);
    value["high"] = NumberJson(number.high);
    value["of"] = OrNull(number.of);
    value["hedge"] = OrNull(number.hedge);
    AddMethod(value, number.method);
    list.push_back(std::move(value));
  }
  return list;
}

Json LinksJson(const Places& places, const std::vector<Link>& links) {
  Json list = Json::array();
  for (const Link& link : links) {
    Json value = places.Printed(link.span);
    value["url"] = link.url;
    list.push_back(std::move(value));
  }
  return list;
}

}  // namespace

std::string_view Name(SourceRelation relation) {
  switch (relation) {
    case SourceRelation::kTold:
      return "told";
    case SourceRelation::kPublishedBy:
      return "published-by";
    case SourceRelation::kObtainedBy:
      return "obtained-by";
    case SourceRelation::kCites:
      return "cites";
  }
  return "";
}

std::string_view Name(QuoteKind kind) {
  switch (kind) {
    case QuoteKind::kDirect:
      return "direct";
    case QuoteKind::kMixed:
      return "mixed";
    case QuoteKind::kIndirect:
      return "indirect";
  }
  return "";
}

std::string LanguageTag(const Reading& reading) {
  const std::string& declared = reading.article.lang;
  const std::string known = reading.language == Language::kEnglish  ? "en"
                            : reading.language == Language::kFrench ? "fr"
                                                                    : "";
  return known.empty() || declared.substr(0, 2) == known ? declared : known;
}

Json JsonOf(const Reading& reading, const std::string& file) {
  const Article& article = reading.article;
  const Places places(article.text);
  Json value = {{"file", file}};
  value["title"] = article.title ? Json(article.title->value) : Json(nullptr);
  value["title_at"] =
      article.title && article.title->span ? places.Position(article.title->span) : Json(nullptr);
  value["lang"] = OrNull(LanguageTag(reading));
  value["full_rules"] = reading.language != Language::kOther;
  value["url"] = OrNull(article.url);
  value["published"] = places.Date(article.published);
  value["modified"] = places.Date(article.modified);
  value["dateline"] = {{"place", places.Said(reading.dateline_place)},
                       {"date", places.Date(reading.dateline_date)}};
  value["outlet"] = places.Said(article.outlet);
  value["byline"] = places.Said(article.byline);
  value["credits"] = CreditsJson(places, reading.credits);
  value["quotes"] = QuotesJson(places, reading.quotes);
  value["sources"] = SourcesJson(places, reading.sources);
  value["acronyms"] = AcronymsJson(places, reading.acronyms);
  value["numbers"] = NumbersJson(places, reading.numbers);
  value["links"] = LinksJson(places, article.links);
  value["notes"] = article.notes;
  value["text"] = article.text;
  return value;
}

}  // namespace stemma
