#include "graph/audit/printed_sourcing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "graph/adding/agents.h"
#include "graph/adding/known_names.h"
#include "graph/adding/known_works.h"
#include "graph/audit/authority.h"
#include "graph/base/canonical_url.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kWordHitsMax = 50;

std::vector<std::string> SortedWords(std::string_view name) {
  std::vector<std::string> words = AgentNameWords(name);
  std::sort(words.begin(), words.end());
  return words;
}

struct PlacedText {
  std::optional<NodeId> work;  // the one stored work that the text is
  PrintedSourcing sourcing;
};

class TextPlacer {
 public:
  TextPlacer(ChainReader& reader, const TextUnderAudit& text)
      : reader_(reader),
        graph_(reader.Graph()),
        text_(text),
        names_(reader.Graph()),
        works_(reader.Graph()) {}

  Result<PlacedText> Place() {
    STEMMA_ASSIGN(placed_.work, StoredWork());
    STEMMA_TRY(AddQuotes());
    STEMMA_TRY(AddSources());
    STEMMA_TRY(AddLinks());
    return std::move(placed_);
  }

 private:
  const Article& Read() const { return text_.Read().article; }

  Result<std::optional<NodeId>> StoredWork() {
    if (const auto canonical = CanonicalUrl(Read().url)) {
      STEMMA_ASSIGN(const auto ids, works_.WithUrl(std::string(UrlKey(*canonical))));
      if (ids.size() == 1) {
        return graph_.Find(ids.front());
      }
    }
    if (!Read().title || !Read().outlet || FoldName(Read().title->value).empty()) {
      return std::optional<NodeId>();
    }
    STEMMA_ASSIGN(const auto titled, graph_.Named(Read().title->value));
    STEMMA_ASSIGN(const auto facts, graph_.Facts(titled));
    std::optional<NodeId> only;
    for (size_t i = 0; i < titled.size(); ++i) {
      if (!IsWork(facts[i].kind)) {
        continue;
      }
      STEMMA_ASSIGN(const bool is_outlets, IsPublishedBy(titled[i], Read().outlet->value));
      if (is_outlets && only) {
        return std::optional<NodeId>();
      }
      only = is_outlets ? std::optional(titled[i]) : only;
    }
    return only;
  }

  Result<bool> IsPublishedBy(NodeId work, const std::string& outlet) const {
    STEMMA_ASSIGN(const auto lists,
                  reader_.View().Edges({&work, 1}, Direction::kOut, SetOf(EdgeKind::kPublishedBy)));
    for (const EdgeFacts& edge : lists.front()) {
      STEMMA_ASSIGN(const NodeState state, reader_.State(edge.other));
      std::vector<std::string> names = state.Aliases();
      names.emplace_back(state.Label());
      if (std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return OutletName(name) == OutletName(outlet);
          })) {
        return true;
      }
    }
    return false;
  }

  // The one agent with such a name.
  Result<std::optional<NodeId>> AgentNamed(const std::string& name) {
    STEMMA_ASSIGN(const auto bearing, names_.Bearing({&name, 1}, IsAgent));
    if (bearing.size() == 1) {
      return graph_.Find(bearing.front().id);
    }
    const std::vector<std::string> words = SortedWords(name);
    if (!bearing.empty() || words.size() < 2) {
      return std::optional<NodeId>();
    }
    std::string asked;
    for (const std::string& word : words) {
      asked += word + " ";
    }
    STEMMA_ASSIGN(const auto nodes, graph_.WithWords(asked, kWordHitsMax));
    STEMMA_ASSIGN(const auto facts, graph_.Facts(nodes));
    std::optional<NodeId> only;
    for (size_t i = 0; i < nodes.size(); ++i) {
      if (!IsAgent(facts[i].kind) || facts[i].unnamed) {
        continue;
      }
      STEMMA_ASSIGN(const KnownAgent agent, reader_.Agent(nodes[i]));
      const bool is_same =
          SortedWords(agent.name) == words ||
          std::any_of(agent.aliases.begin(), agent.aliases.end(),
                      [&](const std::string& alias) { return SortedWords(alias) == words; });
      if (is_same && only) {
        return std::optional<NodeId>();
      }
      only = is_same ? std::optional(nodes[i]) : only;
    }
    return only;
  }

  Status AddQuotes() {
    for (const Quote& quote : text_.Read().quotes) {
      if (text_.IsBoilerplate(quote.span)) {
        continue;
      }
      if (quote.kind == QuoteKind::kIndirect) {
        STEMMA_TRY(AddReported(quote));
        continue;
      }
      PrintedQuote printed;
      printed.words = text_.Words(quote.span);
      printed.span = quote.span;
      printed.word_bits = WordBits(printed.words);
      if (quote.speaker) {
        STEMMA_ASSIGN(QuoteSpeaker speaker, Speaker(*quote.speaker));
        printed.speakers.push_back(std::move(speaker));
      } else if (!quote.cue && quote.kind == QuoteKind::kMixed) {
        continue;  // a word or two in marks are the writer's own distance
      }
      placed_.sourcing.quotes.push_back(std::move(printed));
    }
    return {};
  }

  Result<QuoteSpeaker> Speaker(const SpeakerMention& mention) {
    QuoteSpeaker speaker;
    speaker.printed = text_.Words(mention.span);
    speaker.name = mention.name;
    STEMMA_ASSIGN(speaker.node, AgentNamed(mention.name.empty() ? speaker.printed : mention.name));
    if (!speaker.node) {
      STEMMA_ASSIGN(speaker.node, AgentNamed(WithPlace(mention.span)));
    }
    speaker.unnamed = !speaker.node && mention.name.empty();
    if (speaker.node) {
      STEMMA_ASSIGN(const auto shown, reader_.Shown({&*speaker.node, 1}));
      speaker.shown = shown.front();
    }
    return speaker;
  }

  // "The Chinese embassy in London": an office is told from others by where it is, which stands
  // behind its mention.
  std::string WithPlace(Span mention) const {
    const std::string_view behind = text_.Text().substr(mention.end);
    for (const std::string_view tie : {" in ", " at ", " of ", " à ", " au ", " en "}) {
      if (!behind.starts_with(tie)) {
        continue;
      }
      size_t end = tie.size();
      while (end < behind.size() && behind[end] >= 'A' && behind[end] <= 'Z') {
        end = std::min(behind.find_first_of(" ,.;:\n", end), behind.size());
        const bool goes_on = end + 1 < behind.size() && behind[end] == ' ' &&
                             behind[end + 1] >= 'A' && behind[end + 1] <= 'Z';
        end += goes_on ? 1 : 0;
        if (!goes_on) {
          break;
        }
      }
      return end == tie.size() ? "" : std::string(text_.Words({mention.begin, mention.end + end}));
    }
    return "";
  }

  Status AddReported(const Quote& quote) {
    if (quote.speaker && !quote.speaker->name.empty()) {
      STEMMA_ASSIGN(const auto node, AgentNamed(quote.speaker->name));
      return node ? Cite(*node) : Status();
    }
    return {};
  }

  Status Cite(NodeId node) {
    STEMMA_ASSIGN(const auto facts, graph_.Facts({&node, 1}));
    STEMMA_ASSIGN(const NodeState state, reader_.State(node));
    PrintedSourcing& sourcing = placed_.sourcing;
    const bool is_own =
        Read().outlet && OutletName(state.Label()) == OutletName(Read().outlet->value);
    if (is_own || node == placed_.work) {
      return {};
    }
    if (facts.front().kind == NodeKind::kOutlet) {
      sourcing.outlets.push_back(node);
    }
    if (std::none_of(sourcing.sources.begin(), sourcing.sources.end(),
                     [&](const EdgeFacts& edge) { return edge.other == node; })) {
      EdgeFacts edge;
      edge.other = node;
      edge.status = AssertionStatus::kExtracted;
      edge.by_person = false;
      sourcing.sources.push_back(edge);
    }
    return {};
  }

  Status AddSources() {
    const auto is_any = [](NodeKind kind) { return IsAgent(kind) || IsWork(kind); };
    const auto is_document = [](NodeKind kind) { return kind == NodeKind::kDocument; };
    for (const Source& source : text_.Read().sources) {
      if (source.name.empty() || source.is_vague || text_.IsBoilerplate(source.span) ||
          (source.is_document && !source.seen)) {
        continue;
      }
      const std::array<std::string, 3> spellings = {source.name, "the " + source.name,
                                                    std::string(text_.Words(source.span))};
      STEMMA_TRY(source.is_document ? CiteOne(spellings, is_document) : CiteOne(spellings, is_any));
    }
    for (const Credit& credit : text_.Read().credits) {
      if (credit.of == CreditOf::kText && !credit.agency.empty()) {
        const std::array<std::string, 2> spellings = {credit.agency, "the " + credit.agency};
        STEMMA_TRY(CiteOne(spellings, IsAgent));
      }
    }
    return {};
  }

  Status CiteOne(std::span<const std::string> spellings, bool (*fits)(NodeKind)) {
    STEMMA_ASSIGN(const auto bearing, names_.Bearing(spellings, fits));
    if (bearing.size() != 1) {
      return {};
    }
    STEMMA_ASSIGN(const auto node, graph_.Find(bearing.front().id));
    return node ? Cite(*node) : Status();
  }

  Status AddLinks() {
    for (const Link& link : Read().links) {
      const auto canonical = CanonicalUrl(link.url);
      if (!canonical || text_.IsBoilerplate(link.span)) {
        continue;
      }
      STEMMA_ASSIGN(const auto ids, works_.WithUrl(std::string(UrlKey(*canonical))));
      if (ids.size() == 1) {
        STEMMA_ASSIGN(const auto node, graph_.Find(ids.front()));
        STEMMA_TRY(node ? Cite(*node) : Status());
      }
    }
    return {};
  }

  ChainReader& reader_;
  const GraphView& graph_;
  const TextUnderAudit& text_;
  KnownNames names_;
  KnownWorks works_;
  PlacedText placed_;
};

}  // namespace

Result<WorkUnderAudit> WorkOfText(ChainReader& reader, const TextUnderAudit& text) {
  STEMMA_ASSIGN(PlacedText placed, TextPlacer(reader, text).Place());
  return placed.work ? WorkUnderAudit::Stored(reader, *placed.work, &text, &placed.sourcing)
                     : WorkUnderAudit::Printed(reader, text, std::move(placed.sourcing));
}

}  // namespace stemma
