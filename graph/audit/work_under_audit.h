// A work with what rules about chains ask of it: its quotes, its sources, the works behind them.
//
// It is read in two steps. What the work itself says is read at once, in a few batches, because
// every rule asks it; the works behind its sources are read when a rule asks for them, because most
// works need no more than their own edges, and a store has many works. Texts of other works are
// read by the rule that needs them.
// Source: docs/audit.md; docs/algorithms.md, "Filter, then fold".
// Thread safety: one thread; it remembers what was asked.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/chain_reader.h"
#include "graph/audit/finding.h"
#include "graph/audit/quote_links.h"
#include "graph/audit/text_under_audit.h"
#include "graph/base/result.h"

namespace stemma {

// A work that the chains of the work under audit pass.
struct ChainWork {
  NodeId node;
  uint32_t hops = 0;          // a revision counts none
  std::optional<size_t> via;  // its place in the chain; none: the work under audit itself
  EdgeFacts edge;             // by which it was come to; `other` is the node
  NodeFacts facts;            // without its date
};

// What a work that is not stored, or a text of a stored one, says of its sources.
struct PrintedSourcing {
  std::vector<PrintedQuote> quotes;
  std::vector<EdgeFacts> sources;  // cites: stored works and agents
  std::vector<NodeId> outlets;     // credited or mentioned
};

class WorkUnderAudit {
 public:
  // `text` is that of the work, or null where none is known; with `printed`, quotes and sources
  // that the store does not have are added. Both `reader` and `text` are borrowed. A few batches of
  // reads, and one for each quote.
  static Result<WorkUnderAudit> Stored(ChainReader& reader, NodeId work,
                                       const TextUnderAudit* text = nullptr,
                                       const PrintedSourcing* printed = nullptr);
  // A work without a node (see printed_sourcing.h).
  static Result<WorkUnderAudit> Printed(ChainReader& reader, const TextUnderAudit& text,
                                        PrintedSourcing printed);

  ChainReader& Reader() const { return *reader_; }
  const TextUnderAudit* Text() const { return text_; }
  std::optional<NodeId> Node() const { return node_; }  // none: it is not stored
  const std::string& Id() const { return id_; }         // empty: likewise
  const NodeFacts& Facts() const { return facts_; }
  const std::string& Language() const { return language_; }
  std::string_view Field(std::string_view name) const { return state_.Text(name).value_or(""); }

  std::span<const PrintedQuote> Quotes() const { return quotes_; }
  // derived_from and cites, as tracing follows them: neither withdrawn nor inherited.
  std::span<const EdgeFacts> Sources() const { return sources_; }
  std::span<const NodeFacts> SourceFacts() const { return source_facts_; }  // of their far ends
  // All edges to agents and works, inherited ones too, for what they print of a name.
  std::span<const EdgeFacts> Credits() const { return credits_; }
  // Outlets that it cites or mentions.
  std::span<const NodeId> Outlets() const { return outlets_; }

  // The works of all its chains, nearest first, at least `most` of them where there are so many;
  // origins end them.
  static constexpr size_t kChainMax = 500;
  Result<std::span<const ChainWork>> Chain(size_t most = kChainMax) const;
  // The places in Chain() between the work under audit and the one at `place`, nearest first.
  std::vector<size_t> WayTo(size_t place) const;
  // Of the works on that way, other than the one of this work; each once, nearest first.
  Result<std::vector<std::string>> LanguagesOnWayTo(size_t place) const;

  // What each of Quotes() can be compared with, in that order. Reads the quotes of at most 64 works
  // of the chain.
  Result<std::span<const QuoteLinks>> LinksOfQuotes() const;

  // Where the text prints the quote; nothing where it does not, or there is no text.
  Result<std::optional<Span>> SpanOf(const PrintedQuote& quote) const;
  std::optional<Span> SpanOf(std::string_view words) const;
  // A finding about words of this work, and their place where it is known.
  Finding FindingAbout(Rule rule, Severity severity, std::string_view words,
                       std::optional<Span> span, std::string_view method) const;

 private:
  WorkUnderAudit(ChainReader& reader, const TextUnderAudit* text) : reader_(&reader), text_(text) {}
  Status ReadStored(NodeId work);
  Status Add(const PrintedSourcing& printed);
  struct ChainSearch;
  Status Take(std::span<const EdgeFacts> edges, std::span<const NodeFacts> facts,
              std::optional<size_t> via, ChainSearch& search) const;
  Status ReadChain(size_t most) const;

  ChainReader* reader_;
  const TextUnderAudit* text_;
  std::optional<NodeId> node_;
  std::string id_;
  NodeState state_;
  NodeFacts facts_;
  std::string language_;
  std::vector<PrintedQuote> quotes_;
  std::vector<EdgeFacts> sources_;
  std::vector<NodeFacts> source_facts_;
  std::vector<EdgeFacts> credits_;
  std::vector<NodeId> outlets_;
  mutable std::optional<std::vector<ChainWork>> chain_;
  mutable size_t chain_most_ = 0;  // as which it was read
  mutable std::optional<std::vector<QuoteLinks>> links_;
};

}  // namespace stemma
