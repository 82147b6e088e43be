#include "graph/audit/quote_links.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/audit/work_under_audit.h"

namespace stemma {
namespace {

constexpr uint32_t kLiftedHopsMax = 20;
constexpr size_t kChainWorksMax = 64;
constexpr size_t kChainQuotesMax = 256;
constexpr size_t kSlotBytesMax = 100;  // of a quote whose place may tell what it is
// Quotes that share fewer of their words' bits are no printings of one quote.
constexpr double kShareMin = 0.34;
constexpr double kShareOfOthersMin = 0.75;  // of two speakers: the same words

void AddOnce(std::vector<std::string>& languages, const std::string& language) {
  if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
    languages.push_back(language);
  }
}

bool IsNamed(const PrintedQuote& quote) {
  return std::any_of(quote.speakers.begin(), quote.speakers.end(),
                     [](const QuoteSpeaker& one) { return one.node && !one.unnamed; });
}

class LinkSearch {
 public:
  explicit LinkSearch(const WorkUnderAudit& work) : work_(work), reader_(work.Reader()) {}

  Result<std::vector<QuoteLinks>> Find() {
    std::vector<QuoteLinks> links;
    for (const PrintedQuote& quote : work_.Quotes()) {
      links.emplace_back();
      STEMMA_TRY(AddLifted(quote, links.back()));
      if (links.back().empty()) {
        STEMMA_TRY(AddFromChain(quote, links.back()));
        STEMMA_TRY(AddFromCredited(quote, links.back()));
      } else {
        STEMMA_TRY(AddSiblings(quote, links.back()));
      }
    }
    return links;
  }

 private:
  // Breadth-first along quoted_from.
  Status AddLifted(const PrintedQuote& quote, QuoteLinks& links) {
    std::unordered_set<NodeId> seen;
    if (quote.node) {
      seen.insert(*quote.node);
    }
    QuoteLink start;
    start.original = quote;
    QuoteLinks wave = {start};
    for (uint32_t hops = 1; hops <= kLiftedHopsMax && !wave.empty(); ++hops) {
      QuoteLinks next;
      for (const QuoteLink& link : wave) {
        STEMMA_TRY(AddStep(quote, link, hops, seen, next));
      }
      links.insert(links.end(), next.begin(), next.end());
      wave = std::move(next);
      if (links.size() >= kLinksMax) {
        links.resize(kLinksMax);
        break;
      }
    }
    return {};
  }

  Status AddStep(const PrintedQuote& quote, const QuoteLink& from, uint32_t hops,
                 std::unordered_set<NodeId>& seen, QuoteLinks& next) {
    for (const EdgeFacts& edge : from.original.sources) {
      if (edge.kind != EdgeKind::kQuotedFrom || !seen.insert(edge.other).second) {
        continue;
      }
      STEMMA_ASSIGN(const auto facts, reader_.FactsWithoutDates({&edge.other, 1}));
      if (facts.front().kind != NodeKind::kQuote) {
        continue;
      }
      STEMMA_ASSIGN(const auto printed, reader_.QuotesWherePrinted({&edge.other, 1}));
      QuoteLink link = from;
      link.tie = QuoteTie::kLiftedFrom;
      link.hops = hops;
      link.original = printed.front();
      link.is_uncertain = link.is_uncertain || IsUncertain(edge.status);
      if (hops > 1) {
        link.between.push_back(*from.original.node);
        if (!MayBeOneLanguage(from.original.language, quote.language)) {
          AddOnce(link.languages, from.original.language);
        }
      }
      next.push_back(std::move(link));
    }
    return {};
  }

  // Other printings, in the quote's own language, of a quote in another one that it was lifted
  // from.
  Status AddSiblings(const PrintedQuote& quote, QuoteLinks& links) {
    std::unordered_set<NodeId> known;
    if (quote.node) {
      known.insert(*quote.node);
    }
    for (const QuoteLink& link : links) {
      known.insert(*link.original.node);
    }
    QuoteLinks siblings;
    for (const QuoteLink& link : links) {
      if (MayBeOneLanguage(link.original.language, quote.language)) {
        continue;
      }
      STEMMA_ASSIGN(const auto lists,
                    reader_.View().Edges({&*link.original.node, 1}, Direction::kIn,
                                         SetOf(EdgeKind::kQuotedFrom)));
      std::vector<NodeId> nodes;
      for (const EdgeFacts& edge : lists.front()) {
        if (nodes.size() < kLinksMax && known.insert(edge.other).second) {
          nodes.push_back(edge.other);
        }
      }
      STEMMA_ASSIGN(const auto printed, reader_.QuotesWherePrinted(nodes));
      for (const PrintedQuote& other : printed) {
        // Whoever lifted from this quote is told about it there.
        const bool lifted_from_this = std::any_of(
            other.sources.begin(), other.sources.end(),
            [&](const EdgeFacts& edge) { return quote.node && edge.other == *quote.node; });
        if (other.language == quote.language && !lifted_from_this) {
          QuoteLink sibling;
          sibling.tie = QuoteTie::kSameOriginal;
          sibling.original = other;
          sibling.between = {*link.original.node};
          sibling.languages = {link.original.language};
          siblings.push_back(std::move(sibling));
        }
      }
    }
    links.insert(links.end(), siblings.begin(), siblings.end());
    return {};
  }

  struct InChain {
    PrintedQuote quote;
    size_t place = 0;
  };

  Status ReadChainQuotes() {
    if (chain_quotes_) {
      return {};
    }
    chain_quotes_.emplace();
    STEMMA_ASSIGN(const auto chain, work_.Chain(kChainWorksMax));
    std::vector<NodeId> works;
    for (size_t i = 0; i < std::min(chain.size(), kChainWorksMax); ++i) {
      works.push_back(chain[i].node);
    }
    STEMMA_ASSIGN(const auto lists, reader_.QuotesOf(works));
    std::vector<ChainReader::QuoteIn> asked;
    std::vector<size_t> places;
    for (size_t i = 0; i < works.size() && asked.size() < kChainQuotesMax; ++i) {
      for (const NodeId quote : lists[i]) {
        STEMMA_ASSIGN(const bool may_resemble, MayResembleOwn(quote));
        if (may_resemble) {
          asked.emplace_back(works[i], quote);
          places.push_back(i);
        }
      }
    }
    STEMMA_ASSIGN(auto quotes, reader_.Quotes(asked));
    for (size_t i = 0; i < quotes.size(); ++i) {
      chain_quotes_->push_back({std::move(quotes[i]), places[i]});
    }
    return {};
  }

  // What a survey of the store knows of a quote's words, and the arrays of its speaker, spares
  // reading most quotes.
  Result<bool> MayResembleOwn(NodeId quote) {
    if (reader_.Survey() == nullptr) {
      return true;
    }
    const uint64_t bits = reader_.Survey()->WordBitsOf(quote).value_or(0);
    std::optional<PrintedQuote> other;
    for (const PrintedQuote& own : work_.Quotes()) {
      const double share = ShareOfBits(bits, own.word_bits);
      if (share >= kShareOfOthersMin) {
        return true;
      }
      if (share < kShareMin) {
        continue;
      }
      if (!other) {
        other.emplace();
        STEMMA_ASSIGN(other->speakers, reader_.SpeakersOf(quote));
      }
      if (ShareSpeaker(own, *other)) {
        return true;
      }
    }
    return false;
  }

  Status AddFromChain(const PrintedQuote& quote, QuoteLinks& links) {
    STEMMA_TRY(ReadChainQuotes());
    STEMMA_ASSIGN(const auto chain, work_.Chain(kChainWorksMax));
    for (const InChain& one : *chain_quotes_) {
      if (links.size() >= kLinksMax) {
        break;
      }
      const double share = ShareOfBits(one.quote.word_bits, quote.word_bits);
      const double share_min = ShareSpeaker(one.quote, quote) ? kShareMin : kShareOfOthersMin;
      if (one.quote.node == quote.node || share < share_min) {
        continue;
      }
      QuoteLink link;
      link.tie = QuoteTie::kInChain;
      link.original = one.quote;
      link.hops = chain[one.place].hops;
      STEMMA_ASSIGN(link.languages, work_.LanguagesOnWayTo(one.place));
      link.is_uncertain = IsUncertain(chain[one.place].edge.status);
      for (const size_t at : work_.WayTo(one.place)) {
        link.between.push_back(chain[at].node);
        link.is_uncertain = link.is_uncertain || IsUncertain(chain[at].edge.status);
      }
      links.push_back(std::move(link));
    }
    return {};
  }

  // "told the Guardian": what the outlet's works print of the same speaker.
  Status AddFromCredited(const PrintedQuote& quote, QuoteLinks& links) {
    if (!IsNamed(quote) || work_.Outlets().empty() || quote.words.size() > kSlotBytesMax) {
      return {};
    }
    for (const QuoteSpeaker& speaker : quote.speakers) {
      if (!speaker.node || speaker.unnamed) {
        continue;
      }
      STEMMA_ASSIGN(const std::vector<PrintedQuote>* others, QuotesBy(speaker.shown));
      for (const PrintedQuote& other : *others) {
        if (links.size() >= kLinksMax) {
          return {};
        }
        const bool is_known =
            other.node == quote.node || !other.work || other.work == work_.Node() ||
            std::any_of(links.begin(), links.end(),
                        [&](const QuoteLink& link) { return link.original.node == other.node; });
        if (!is_known) {
          QuoteLink link;
          link.tie = QuoteTie::kInCredited;
          link.original = other;
          links.push_back(std::move(link));
        }
      }
    }
    return {};
  }

  bool MayShareWord(NodeId quote) const {
    if (reader_.Survey() == nullptr) {
      return true;
    }
    const uint64_t bits = reader_.Survey()->WordBitsOf(quote).value_or(0);
    return std::any_of(work_.Quotes().begin(), work_.Quotes().end(), [&](const PrintedQuote& own) {
      return (bits & own.word_bits) != 0 &&
             std::abs(std::popcount(bits) - std::popcount(own.word_bits)) <= 2;
    });
  }

  // Printed by works of the outlets that this work cites or mentions.
  Result<const std::vector<PrintedQuote>*> QuotesBy(NodeId speaker) {
    if (const auto known = by_speaker_.find(speaker); known != by_speaker_.end()) {
      return &known->second;
    }
    std::vector<PrintedQuote>& found = by_speaker_[speaker];
    STEMMA_ASSIGN(auto quotes, reader_.QuotesSpokenBy(speaker));
    std::erase_if(quotes, [this](NodeId other) { return !MayShareWord(other); });
    STEMMA_ASSIGN(const auto printed,
                  reader_.View().Edges(quotes, Direction::kIn, SetOf(EdgeKind::kQuotes)));
    std::vector<ChainReader::QuoteIn> all;
    std::vector<NodeId> works;
    for (size_t i = 0; i < quotes.size(); ++i) {
      for (const EdgeFacts& edge : printed[i]) {
        all.emplace_back(edge.other, quotes[i]);
        works.push_back(edge.other);
      }
    }
    STEMMA_ASSIGN(const auto outlets,
                  reader_.View().Edges(works, Direction::kOut, SetOf(EdgeKind::kPublishedBy)));
    std::vector<ChainReader::QuoteIn> credited;
    for (size_t i = 0; i < all.size(); ++i) {
      if (std::any_of(outlets[i].begin(), outlets[i].end(), [&](const EdgeFacts& edge) {
            const auto own = work_.Outlets();
            return std::find(own.begin(), own.end(), edge.other) != own.end();
          })) {
        credited.push_back(all[i]);
      }
    }
    STEMMA_ASSIGN(found, reader_.Quotes(credited));
    return &found;
  }

  const WorkUnderAudit& work_;
  ChainReader& reader_;
  std::optional<std::vector<InChain>> chain_quotes_;
  std::unordered_map<NodeId, std::vector<PrintedQuote>> by_speaker_;
};

}  // namespace

bool ShareSpeaker(const PrintedQuote& a, const PrintedQuote& b) {
  return std::any_of(a.speakers.begin(), a.speakers.end(), [&](const QuoteSpeaker& one) {
    return std::any_of(b.speakers.begin(), b.speakers.end(), [&](const QuoteSpeaker& other) {
      return one.node && other.node && one.shown == other.shown;
    });
  });
}

Result<std::span<const QuoteLinks>> WorkUnderAudit::LinksOfQuotes() const {
  if (!links_) {
    STEMMA_ASSIGN(links_, LinkSearch(*this).Find());
  }
  return std::span<const QuoteLinks>(*links_);
}

}  // namespace stemma
