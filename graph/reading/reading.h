// What an article says about its own sourcing, each finding with its place in the text.
//
// Every finding names the method that made it; how often that method was right where people had
// marked the answer is counted in method_counts.h.
// Source: docs/reading.md; docs/json.md, `read --json`.
// Thread safety: plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/reading/article.h"
#include "graph/reading/language.h"

namespace stemma {

enum class QuoteKind { kDirect, kMixed, kIndirect };

// Who a quote is said to be spoken by, as printed beside it.
struct SpeakerMention {
  Span span;                 // "he", "a spokeswoman", "Foreign Minister Jean-Yves Le Drian"
  std::string role;          // empty: none printed
  std::string organisation;  // likewise
  std::string name;          // whom the mention was resolved to; empty: nobody by name
};

struct Quote {
  Span span;  // of the words inside the marks; of indirect speech, those reported
  QuoteKind kind = QuoteKind::kDirect;
  std::optional<SpeakerMention> speaker;
  std::optional<Span> cue;  // "said", "according to"
  std::string_view method;
};

enum class SourceRelation { kTold, kPublishedBy, kObtainedBy, kCites };

// A work, document or outlet that the article credits.
struct Source {
  Span span;         // the credited name as printed: "the Guardian", "Documents"
  std::string name;  // without article, title or possessive: "Guardian"; empty when nobody is named
  SourceRelation relation = SourceRelation::kCites;
  bool is_vague = false;     // names nobody: "media reports", "sources"
  bool is_document = false;  // a document, not who published it
  bool seen = true;  // of a document: the article says to have seen it, rather than who else did
  std::string_view method;
};

enum class CreditOf { kText, kPhoto };

struct Credit {
  Span span;
  std::string agency;  // "AFP"; of a photographer without an agency, the name
  CreditOf of = CreditOf::kText;
  std::string_view method;
};

struct AcronymDefinition {
  Span short_form;
  Span long_form;
  std::string_view method;
};

// A figure with what it counts: from `low` to `high`, either of them open.
struct Number {
  Span span;  // with its hedge: "more than one million Uighurs"
  std::optional<double> low;
  std::optional<double> high;
  std::string of;     // "Uighurs"; may be empty
  std::string hedge;  // "more than"; may be empty
  std::string_view method;
};

struct Reading {
  Article article;  // title, outlet, byline and dates filled in from the text where markup had none
  std::optional<Stated> dateline_date;
  std::optional<Stated> dateline_place;
  Language language = Language::kOther;
  std::vector<Credit> credits;  // each list in the order of the text
  std::vector<Quote> quotes;
  std::vector<Source> sources;
  std::vector<AcronymDefinition> acronyms;
  std::vector<Number> numbers;
};

// O(bytes) for every article, whatever it holds.
Reading ReadSourcing(Article article);

}  // namespace stemma
