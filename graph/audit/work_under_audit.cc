#include "graph/audit/work_under_audit.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace stemma {
namespace {

constexpr EdgeKindSet kSourceKinds = SetOf(EdgeKind::kDerivedFrom) | SetOf(EdgeKind::kCites);
constexpr EdgeKindSet kOwnKinds =
    kSourceKinds | SetOf(EdgeKind::kQuotes) | SetOf(EdgeKind::kMentions);

bool Holds(const std::vector<NodeId>& nodes, NodeId node) {
  return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

}  // namespace

struct WorkUnderAudit::ChainSearch {
  std::vector<ChainWork> chain;
  std::vector<std::vector<NodeId>> members;  // by place in the chain: those folded with it
  std::unordered_set<NodeId> seen;           // as shown
  size_t most = 0;
};

Result<WorkUnderAudit> WorkUnderAudit::Stored(ChainReader& reader, NodeId work,
                                              const TextUnderAudit* text,
                                              const PrintedSourcing* printed) {
  WorkUnderAudit read(reader, text);
  STEMMA_TRY(read.ReadStored(work));
  if (printed != nullptr) {
    STEMMA_TRY(read.Add(*printed));
  }
  return read;
}

Result<WorkUnderAudit> WorkUnderAudit::Printed(ChainReader& reader, const TextUnderAudit& text,
                                               PrintedSourcing printed) {
  WorkUnderAudit read(reader, &text);
  if (const auto& published = text.Read().article.published) {
    if (const auto interval = ParseEdtf(published->value); interval.has_value()) {
      read.facts_.dated = true;
      read.facts_.date = *interval;
      read.state_.fields.push_back({"date", true, published->value});
    }
  }
  const bool is_read = text.Read().language != stemma::Language::kOther;
  read.language_ = !is_read ? LanguageOfTag(text.Read().article.lang)
                   : text.Read().language == stemma::Language::kFrench ? "fr"
                                                                       : "en";
  STEMMA_TRY(read.Add(printed));
  return read;
}

Status WorkUnderAudit::ReadStored(NodeId work) {
  node_ = work;
  STEMMA_ASSIGN(state_, reader_->State(work));
  id_ = state_.id;
  facts_ = FactsOf(state_);
  language_ = LanguageOfTag(Field("lang"));
  reader_->Learn(work, language_);
  STEMMA_ASSIGN(const auto lists, reader_->OutEdges({&work, 1}, kOwnKinds));
  std::vector<NodeId> ends;
  std::vector<ChainReader::QuoteIn> quotes;
  for (const EdgeFacts& edge : lists.front()) {
    if (edge.kind == EdgeKind::kQuotes) {
      quotes.emplace_back(work, edge.other);
    } else {
      credits_.push_back(edge);
      ends.push_back(edge.other);
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, reader_->Graph().Facts(ends));
  for (size_t i = 0; i < credits_.size(); ++i) {
    if (facts[i].kind == NodeKind::kOutlet && !Holds(outlets_, ends[i])) {
      outlets_.push_back(ends[i]);
    }
    if (credits_[i].kind != EdgeKind::kMentions && !credits_[i].inherited) {
      sources_.push_back(credits_[i]);
      source_facts_.push_back(facts[i]);
    }
  }
  STEMMA_ASSIGN(quotes_, reader_->Quotes(quotes));
  return {};
}

// What the text prints and the store has already is left out: the store says more of it.
Status WorkUnderAudit::Add(const PrintedSourcing& printed) {
  const size_t stored = quotes_.size();
  for (const PrintedQuote& quote : printed.quotes) {
    const bool is_stored = std::any_of(
        quotes_.begin(), quotes_.begin() + static_cast<std::ptrdiff_t>(stored),
        [&](const PrintedQuote& one) {
          return one.words.find(quote.words) != std::string::npos ||
                 (!one.words.empty() && quote.words.find(one.words) != std::string::npos);
        });
    if (!is_stored) {
      quotes_.push_back(quote);
      quotes_.back().work = node_;
      quotes_.back().language = language_;
    }
  }
  std::vector<NodeId> ends;
  for (const EdgeFacts& edge : printed.sources) {
    const bool is_known = std::any_of(credits_.begin(), credits_.end(), [&](const EdgeFacts& one) {
      return one.other == edge.other;
    });
    if (!is_known && edge.other != node_) {
      sources_.push_back(edge);
      ends.push_back(edge.other);
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, reader_->Graph().Facts(ends));
  source_facts_.insert(source_facts_.end(), facts.begin(), facts.end());
  for (const NodeId outlet : printed.outlets) {
    if (!Holds(outlets_, outlet)) {
      outlets_.push_back(outlet);
    }
  }
  return {};
}

// Of one level: the works that edges lead to and that were not come to before.
Status WorkUnderAudit::Take(std::span<const EdgeFacts> edges, std::span<const NodeFacts> facts,
                            std::optional<size_t> via, ChainSearch& search) const {
  std::vector<NodeId> ends;
  std::transform(edges.begin(), edges.end(), std::back_inserter(ends),
                 [](const EdgeFacts& edge) { return edge.other; });
  STEMMA_ASSIGN(const std::vector<Group> groups, reader_->Groups(ends));
  const uint32_t hops = via ? search.chain[*via].hops : 0;
  for (size_t i = 0; i < edges.size() && search.chain.size() < search.most; ++i) {
    if (IsWork(facts[i].kind) && !edges[i].inherited &&
        search.seen.insert(groups[i].shown).second) {
      search.chain.push_back(
          {ends[i], hops + (edges[i].revision ? 0 : 1), via, edges[i], facts[i]});
      search.members.push_back(groups[i].members);
    }
  }
  return {};
}

// Breadth-first by whole levels. Nodes that are folded into one are visited once, with the edges of
// all; an origin's are not followed.
Status WorkUnderAudit::ReadChain(size_t most) const {
  ChainSearch search;
  search.most = most;
  if (node_) {
    STEMMA_ASSIGN(const std::vector<NodeId> shown, reader_->Shown({&*node_, 1}));
    search.seen.insert(shown.front());
  }
  if (!facts_.first_hand) {
    STEMMA_TRY(Take(sources_, source_facts_, std::nullopt, search));
  }
  for (size_t begin = 0; begin < search.chain.size() && search.chain.size() < search.most;) {
    std::vector<NodeId> wave;
    std::vector<size_t> places;
    for (; begin < search.chain.size(); ++begin) {
      if (!search.chain[begin].facts.first_hand) {
        wave.insert(wave.end(), search.members[begin].begin(), search.members[begin].end());
        places.resize(wave.size(), begin);
      }
    }
    STEMMA_ASSIGN(const auto lists, reader_->OutEdges(wave, kSourceKinds));
    std::vector<NodeId> ends;
    for (const auto& list : lists) {
      std::transform(list.begin(), list.end(), std::back_inserter(ends),
                     [](const EdgeFacts& edge) { return edge.other; });
    }
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, reader_->FactsWithoutDates(ends));
    size_t next = 0;
    for (size_t i = 0; i < lists.size(); ++i) {
      STEMMA_TRY(
          Take(lists[i], std::span(facts).subspan(next, lists[i].size()), places[i], search));
      next += lists[i].size();
    }
  }
  chain_ = std::move(search.chain);
  return {};
}

Result<std::span<const ChainWork>> WorkUnderAudit::Chain(size_t most) const {
  if (!chain_ || (chain_most_ < most && chain_->size() >= chain_most_)) {
    STEMMA_TRY(ReadChain(most));
    chain_most_ = most;
  }
  return std::span<const ChainWork>(*chain_);
}

std::vector<size_t> WorkUnderAudit::WayTo(size_t place) const {
  std::vector<size_t> way;
  for (auto at = (*chain_)[place].via; at; at = (*chain_)[*at].via) {
    way.push_back(*at);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

Result<std::vector<std::string>> WorkUnderAudit::LanguagesOnWayTo(size_t place) const {
  std::vector<std::string> languages;
  for (const size_t at : WayTo(place)) {
    STEMMA_ASSIGN(const std::string language, reader_->Language((*chain_)[at].node));
    const bool is_new = std::find(languages.begin(), languages.end(), language) == languages.end();
    if (is_new && !MayBeOneLanguage(language, language_)) {
      languages.push_back(language);
    }
  }
  return languages;
}

std::optional<Span> WorkUnderAudit::SpanOf(std::string_view words) const {
  if (text_ == nullptr || words.empty()) {
    return std::nullopt;
  }
  const size_t at = text_->Text().find(words);
  return at == std::string_view::npos ? std::nullopt : std::optional(Span{at, at + words.size()});
}

Result<std::optional<Span>> WorkUnderAudit::SpanOf(const PrintedQuote& quote) const {
  if (quote.span || text_ == nullptr) {
    return quote.span;
  }
  if (quote.node && node_) {
    STEMMA_ASSIGN(const ChainReader::Said said,
                  reader_->SaidOf({*node_, EdgeKind::kQuotes, *quote.node}));
    for (const Evidence& evidence : said.evidence) {
      if (evidence.in != id_ || !evidence.start || !evidence.end) {
        continue;
      }
      const CodePoints& points = text_->Points();
      const auto words = points.Slice(*evidence.start, *evidence.end);
      if (words && *words == quote.words) {
        const size_t begin = points.ByteOf(*evidence.start);
        return std::optional(Span{begin, begin + words->size()});
      }
    }
  }
  return SpanOf(quote.words);
}

Finding WorkUnderAudit::FindingAbout(Rule rule, Severity severity, std::string_view words,
                                     std::optional<Span> span, std::string_view method) const {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.span = span;
  finding.exact = words;
  finding.method = method;
  return finding;
}

}  // namespace stemma
