#include "graph/model/kinds.h"

#include <algorithm>
#include <utility>

namespace stemma {
namespace {

bool EqualInAnyCase(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

template <class T, class Values>
std::optional<T> ParseOneOf(std::string_view word, const Values& values) {
  for (const T value : values) {
    if (EqualInAnyCase(word, Name(value))) {
      return value;
    }
  }
  return std::nullopt;
}

bool StatesOrPrints(NodeKind kind) {
  return IsWork(kind) || kind == NodeKind::kQuote;
}

}  // namespace

std::string_view Name(NodeKind kind) {
  switch (kind) {
    case NodeKind::kArticle:
      return "article";
    case NodeKind::kDocument:
      return "document";
    case NodeKind::kQuote:
      return "quote";
    case NodeKind::kClaim:
      return "claim";
    case NodeKind::kSpeaker:
      return "speaker";
    case NodeKind::kOutlet:
      return "outlet";
  }
  return "";
}

std::string_view Name(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::kDerivedFrom:
      return "derived_from";
    case EdgeKind::kCites:
      return "cites";
    case EdgeKind::kQuotes:
      return "quotes";
    case EdgeKind::kStates:
      return "states";
    case EdgeKind::kQuotedFrom:
      return "quoted_from";
    case EdgeKind::kSpokenBy:
      return "spoken_by";
    case EdgeKind::kPublishedBy:
      return "published_by";
    case EdgeKind::kWrittenBy:
      return "written_by";
    case EdgeKind::kObtainedBy:
      return "obtained_by";
    case EdgeKind::kPartOf:
      return "part_of";
    case EdgeKind::kMentions:
      return "mentions";
    case EdgeKind::kDenies:
      return "denies";
    case EdgeKind::kSupports:
      return "supports";
    case EdgeKind::kCorrects:
      return "corrects";
    case EdgeKind::kSameAs:
      return "same_as";
  }
  return "";
}

std::string_view Name(AssertionStatus status) {
  switch (status) {
    case AssertionStatus::kAsserted:
      return "asserted";
    case AssertionStatus::kExtracted:
      return "extracted";
    case AssertionStatus::kInferred:
      return "inferred";
    case AssertionStatus::kDisputed:
      return "disputed";
    case AssertionStatus::kWithdrawn:
      return "withdrawn";
  }
  return "";
}

std::string_view Name(Judgement judgement) {
  switch (judgement) {
    case Judgement::kNone:
      return "";
    case Judgement::kSame:
      return "same";
    case Judgement::kDifferent:
      return "different";
    case Judgement::kUnsure:
      return "unsure";
  }
  return "";
}

std::optional<NodeKind> ParseNodeKind(std::string_view word) {
  return ParseOneOf<NodeKind>(word, kNodeKinds);
}

std::optional<EdgeKind> ParseEdgeKind(std::string_view word) {
  return ParseOneOf<EdgeKind>(word, kEdgeKinds);
}

std::optional<AssertionStatus> ParseAssertionStatus(std::string_view word) {
  return ParseOneOf<AssertionStatus>(
      word, std::array{AssertionStatus::kAsserted, AssertionStatus::kExtracted,
                       AssertionStatus::kInferred, AssertionStatus::kDisputed,
                       AssertionStatus::kWithdrawn});
}

std::optional<Judgement> ParseJudgement(std::string_view word) {
  return ParseOneOf<Judgement>(
      word, std::array{Judgement::kSame, Judgement::kDifferent, Judgement::kUnsure});
}

bool MayConnect(EdgeKind edge, NodeKind from, NodeKind to) {
  switch (edge) {
    case EdgeKind::kDerivedFrom:
    case EdgeKind::kCorrects:
      return IsWork(from) && IsWork(to);
    case EdgeKind::kCites:
      return StatesOrPrints(from) && (IsWork(to) || IsAgent(to));
    case EdgeKind::kQuotes:
      return IsWork(from) && to == NodeKind::kQuote;
    case EdgeKind::kStates:
      return StatesOrPrints(from) && to == NodeKind::kClaim;
    case EdgeKind::kQuotedFrom:
      return from == NodeKind::kQuote && StatesOrPrints(to);
    case EdgeKind::kSpokenBy:
      return from == NodeKind::kQuote && IsAgent(to);
    case EdgeKind::kPublishedBy:
      return IsWork(from) && to == NodeKind::kOutlet;
    case EdgeKind::kWrittenBy:
      return IsWork(from) && to == NodeKind::kSpeaker;
    case EdgeKind::kObtainedBy:
      return from == NodeKind::kDocument && to == NodeKind::kOutlet;
    case EdgeKind::kPartOf:
      return from == NodeKind::kDocument && to == NodeKind::kDocument;
    case EdgeKind::kMentions:
      return IsWork(from) && (IsAgent(to) || to == NodeKind::kDocument);
    case EdgeKind::kDenies:
    case EdgeKind::kSupports:
      return StatesOrPrints(from) && (to == NodeKind::kClaim || to == NodeKind::kDocument);
    case EdgeKind::kSameAs:
      return from == to;
  }
  return false;
}

std::string_view EndpointRule(EdgeKind edge) {
  switch (edge) {
    case EdgeKind::kDerivedFrom:
    case EdgeKind::kCorrects:
      return "from a work to a work";
    case EdgeKind::kCites:
      return "from a work or quote to a work or agent";
    case EdgeKind::kQuotes:
      return "from a work to a quote";
    case EdgeKind::kStates:
      return "from a work or quote to a claim";
    case EdgeKind::kQuotedFrom:
      return "from a quote to a quote or work";
    case EdgeKind::kSpokenBy:
      return "from a quote to a speaker or outlet";
    case EdgeKind::kPublishedBy:
      return "from a work to an outlet";
    case EdgeKind::kWrittenBy:
      return "from a work to a speaker";
    case EdgeKind::kObtainedBy:
      return "from a document to an outlet";
    case EdgeKind::kPartOf:
      return "from a document to a document";
    case EdgeKind::kMentions:
      return "from a work to an agent or document";
    case EdgeKind::kDenies:
    case EdgeKind::kSupports:
      return "from a work or quote to a claim or document";
    case EdgeKind::kSameAs:
      return "between two nodes of the same kind";
  }
  return "";
}

}  // namespace stemma
