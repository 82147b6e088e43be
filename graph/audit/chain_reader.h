// Looks up what rules about chains ask of a store: quotes with who speaks them, languages, names.
//
// Chains of many works pass the same works and quotes; what was read is kept for the next question,
// up to a bound, so that a whole store is audited in memory that does not grow with it.
// Source: docs/audit.md.
// Thread safety: one thread; it remembers what was asked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/algo/folding.h"
#include "graph/audit/authority.h"
#include "graph/audit/finding.h"
#include "graph/audit/sourcing_survey.h"
#include "graph/audit/word_bits.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"
#include "graph/reading/article.h"

namespace stemma {

struct QuoteSpeaker {
  std::optional<NodeId> node;  // none: printed in a text that is not stored, and no stored agent
  NodeId shown;                // of those judged the same, the one shown
  bool unnamed = false;        // a role, or a pronoun, only
  std::string printed;         // of a text that is not stored: the mention beside the quote
  std::string name;            // likewise: whom it was resolved to; may be empty
};

// One printing of words in one work.
struct PrintedQuote {
  std::optional<NodeId> node;  // none: of a text that is not stored
  std::optional<NodeId> work;  // that prints it
  std::string id;              // empty: of a text that is not stored
  std::string words;
  std::string language;  // "en"; its own, else its work's; empty: not known
  bool first_hand = false;
  std::vector<QuoteSpeaker> speakers;
  std::vector<EdgeFacts> sources;  // quoted_from and cites, as tracing follows them
  std::optional<Span> span;        // bytes of the text under audit, where they are known
  uint64_t word_bits = 0;          // see word_bits.h
};

// The language of a BCP 47 tag, "en" of "en-GB".
std::string LanguageOfTag(std::string_view tag);
// "Arabic"; the tag itself where there is no name.
std::string LanguageName(const std::string& language);
// Whether words of the one can be compared with words of the other: languages that are not known
// may be the same.
bool MayBeOneLanguage(const std::string& a, const std::string& b);

class ChainReader {
 public:
  // Both are borrowed; `survey`, of the same graph, may be null: then each work asks for itself.
  explicit ChainReader(const GraphView& graph, const SourcingSurvey* survey = nullptr);
  ChainReader(const ChainReader&) = delete;
  ChainReader& operator=(const ChainReader&) = delete;

  const GraphView& Graph() const { return view_.Graph(); }
  const FilteredView& View() const { return view_; }  // without withdrawn edges
  const SourcingSurvey* Survey() const { return survey_; }

  // As FilteredView::Edges of out-edges, from the graph's arrays where they know the node:
  // `arrival` may be 0.
  Result<std::vector<std::vector<EdgeFacts>>> OutEdges(std::span<const NodeId> nodes,
                                                       EdgeKindSet kinds) const;
  // Likewise facts of nodes, without their dates.
  Result<std::vector<NodeFacts>> FactsWithoutDates(std::span<const NodeId> nodes) const;

  // A quote, and the work it is asked for as printed in.
  using QuoteIn = std::pair<std::optional<NodeId>, NodeId>;

  // In the order asked; a few batches of reads.
  Result<std::vector<PrintedQuote>> Quotes(std::span<const QuoteIn> asked);
  // Once for each work that prints it; of a quote that none does, once without.
  Result<std::vector<PrintedQuote>> QuotesWherePrinted(std::span<const NodeId> quotes);
  Result<std::vector<QuoteSpeaker>> SpeakersOf(NodeId quote);
  // The quotes that each work prints, in the order asked.
  Result<std::vector<std::vector<NodeId>>> QuotesOf(std::span<const NodeId> works);

  // What a speaker, as shown, and those folded with it are said to have spoken; nothing where it is
  // more than kSpokenMax, when any of them could be meant.
  static constexpr size_t kSpokenMax = 64;
  Result<std::vector<NodeId>> QuotesSpokenBy(NodeId speaker);

  // With what each is folded, and under which node it is shown, in the order asked.
  Result<std::vector<Group>> Groups(std::span<const NodeId> nodes);
  Result<std::vector<NodeId>> Shown(std::span<const NodeId> nodes);

  Result<std::string> Language(NodeId work);
  void Learn(NodeId work, const std::string& language);  // that was read already
  Result<std::string> Id(NodeId node) const;
  Result<std::string> Label(NodeId node) const;  // name or title; else the id
  Result<NodeState> State(NodeId node) const;    // without its text
  // The field as stored; empty when there is none.
  Result<std::string> TextField(NodeId node, std::string_view field) const;

  // A stored agent with its names.
  Result<KnownAgent> Agent(NodeId node);

  // The assertion that decides about an edge, and all of its evidence.
  struct Said {
    EdgeAssertion deciding;
    std::vector<Evidence> evidence;
  };
  Result<Said> SaidOf(const EdgeKey& edge) const;

  // A quote as a place that a finding is compared with, and where its work prints it when an
  // evidence says so.
  Status AddRelated(const PrintedQuote& quote, std::vector<Related>& related) const;

 private:
  Result<std::vector<PrintedQuote>> Read(std::span<const NodeId> quotes);

  FilteredView view_;
  const SourcingSurvey* survey_;
  std::unique_ptr<Folding> folding_;  // made anew when it holds much
  size_t folded_ = 0;                 // nodes asked of it
  std::unordered_map<NodeId, PrintedQuote> quotes_;
  std::unordered_set<NodeId> much_quoted_;
  std::unordered_map<NodeId, std::string> languages_;
  std::unordered_map<NodeId, KnownAgent> agents_;
};

}  // namespace stemma
