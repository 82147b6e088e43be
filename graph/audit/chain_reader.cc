#include "graph/audit/chain_reader.h"

#include <algorithm>

#include <unicode/uloc.h>

#include "graph/audit/known_agents.h"

namespace stemma {
namespace {

constexpr size_t kQuotesKeptMax = 20'000;
constexpr size_t kLanguagesKeptMax = 100'000;
constexpr size_t kAgentsKeptMax = 20'000;
constexpr size_t kFoldedMax = 100'000;
constexpr EdgeKindSet kQuoteKinds =
    SetOf(EdgeKind::kSpokenBy) | SetOf(EdgeKind::kQuotedFrom) | SetOf(EdgeKind::kCites);

}  // namespace

std::string LanguageOfTag(std::string_view tag) {
  std::string language(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : language) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return language == "und" ? "" : language;
}

std::string LanguageName(const std::string& language) {
  constexpr int32_t kUnitsMax = 100;
  UChar units[kUnitsMax];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length = uloc_getDisplayLanguage(language.c_str(), "en", units, kUnitsMax, &error);
  std::string name;
  for (int32_t i = 0; U_SUCCESS(error) && i < std::min(length, kUnitsMax); ++i) {
    name += units[i] < 0x80 ? static_cast<char>(units[i]) : '?';
  }
  return name.empty() ? language : name;
}

bool MayBeOneLanguage(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

ChainReader::ChainReader(const GraphView& graph, const SourcingSurvey* survey)
    : view_(graph, Filter{}), survey_(survey), folding_(std::make_unique<Folding>(view_)) {
}

Result<std::vector<std::vector<EdgeFacts>>> ChainReader::OutEdges(std::span<const NodeId> nodes,
                                                                  EdgeKindSet kinds) const {
  std::vector<std::vector<EdgeFacts>> edges(nodes.size());
  std::vector<NodeId> others;
  std::vector<size_t> places;
  const Snapshot* snapshot = view_.Arrays();
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (snapshot == nullptr || !snapshot->Covers(nodes[i])) {
      others.push_back(nodes[i]);
      places.push_back(i);
      continue;
    }
    const SnapshotArrays& arrays = snapshot->Arrays();
    const uint64_t node = nodes[i].value;
    for (uint32_t at = arrays.first_edge[node]; at < arrays.first_edge[node + 1]; ++at) {
      EdgeFacts facts = arrays.edge_classes[arrays.class_of_edge[at]].facts;
      if ((kinds & SetOf(facts.kind)) != 0 && view_.Holds(facts)) {
        facts.other = NodeId{arrays.targets[at]};
        edges[i].push_back(facts);
      }
    }
  }
  if (!others.empty()) {
    STEMMA_ASSIGN(auto lists, view_.Edges(others, Direction::kOut, kinds));
    for (size_t i = 0; i < lists.size(); ++i) {
      edges[places[i]] = std::move(lists[i]);
    }
  }
  return edges;
}

Result<std::vector<NodeFacts>> ChainReader::FactsWithoutDates(std::span<const NodeId> nodes) const {
  const Snapshot* snapshot = view_.Arrays();
  std::vector<NodeFacts> facts;
  facts.reserve(nodes.size());
  for (const NodeId node : nodes) {
    if (snapshot == nullptr || !snapshot->Covers(node)) {
      return Graph().Facts(nodes);
    }
    const NodeClass& of = snapshot->ClassOf(node);
    facts.push_back({of.kind, of.first_hand, of.unnamed, of.dated, {}});
  }
  return facts;
}

Result<std::vector<Group>> ChainReader::Groups(std::span<const NodeId> nodes) {
  if (folded_ > kFoldedMax) {
    folding_ = std::make_unique<Folding>(view_);
    folded_ = 0;
  }
  folded_ += nodes.size();
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_->GroupsOf(nodes));
  std::vector<Group> found;
  found.reserve(groups.size());
  for (const uint32_t group : groups) {
    found.push_back(folding_->Of(group));
  }
  return found;
}

Result<std::vector<NodeId>> ChainReader::Shown(std::span<const NodeId> nodes) {
  STEMMA_ASSIGN(const std::vector<Group> groups, Groups(nodes));
  std::vector<NodeId> shown;
  std::transform(groups.begin(), groups.end(), std::back_inserter(shown),
                 [](const Group& group) { return group.shown; });
  return shown;
}

Result<std::vector<std::vector<NodeId>>> ChainReader::QuotesOf(std::span<const NodeId> works) {
  STEMMA_ASSIGN(const auto lists, OutEdges(works, SetOf(EdgeKind::kQuotes)));
  std::vector<std::vector<NodeId>> quotes(works.size());
  for (size_t i = 0; i < works.size(); ++i) {
    for (const EdgeFacts& edge : lists[i]) {
      quotes[i].push_back(edge.other);
    }
  }
  return quotes;
}

Result<std::vector<NodeId>> ChainReader::QuotesSpokenBy(NodeId speaker) {
  std::vector<NodeId> quotes;
  if (much_quoted_.contains(speaker)) {
    return quotes;
  }
  STEMMA_ASSIGN(const auto groups, Groups({&speaker, 1}));
  STEMMA_ASSIGN(const auto lists,
                view_.Edges(groups.front().members, Direction::kIn, SetOf(EdgeKind::kSpokenBy)));
  for (const auto& list : lists) {
    std::transform(list.begin(), list.end(), std::back_inserter(quotes),
                   [](const EdgeFacts& edge) { return edge.other; });
  }
  if (quotes.size() > kSpokenMax) {
    much_quoted_.insert(speaker);
    quotes.clear();
  }
  return quotes;
}

// All but the work and its language.
Result<std::vector<PrintedQuote>> ChainReader::Read(std::span<const NodeId> quotes) {
  STEMMA_ASSIGN(const auto lists, OutEdges(quotes, kQuoteKinds));
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, FactsWithoutDates(quotes));
  std::vector<PrintedQuote> read(quotes.size());
  std::vector<NodeId> speakers;
  for (size_t i = 0; i < quotes.size(); ++i) {
    STEMMA_ASSIGN(const NodeState state, Graph().Node(quotes[i], /*with_text=*/true));
    read[i].node = quotes[i];
    read[i].id = state.id;
    read[i].words = state.Text("text").value_or("");
    read[i].language = LanguageOfTag(state.Text("lang").value_or(""));
    read[i].word_bits = WordBits(read[i].words);
    read[i].first_hand = facts[i].first_hand;
    for (const EdgeFacts& edge : lists[i]) {
      if (edge.kind == EdgeKind::kSpokenBy) {
        speakers.push_back(edge.other);
      } else if (!edge.inherited) {
        read[i].sources.push_back(edge);
      }
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeId> shown, Shown(speakers));
  STEMMA_ASSIGN(const std::vector<NodeFacts> speaker_facts, FactsWithoutDates(shown));
  size_t next = 0;
  for (size_t i = 0; i < quotes.size(); ++i) {
    for (const EdgeFacts& edge : lists[i]) {
      if (edge.kind == EdgeKind::kSpokenBy) {
        read[i].speakers.push_back({edge.other, shown[next], speaker_facts[next].unnamed, "", ""});
        ++next;
      }
    }
  }
  return read;
}

Result<std::vector<PrintedQuote>> ChainReader::Quotes(std::span<const QuoteIn> asked) {
  if (quotes_.size() > kQuotesKeptMax) {
    quotes_.clear();
  }
  std::vector<NodeId> unknown;
  for (const auto& [work, quote] : asked) {
    if (!quotes_.contains(quote)) {
      unknown.push_back(quote);
    }
  }
  STEMMA_ASSIGN(std::vector<PrintedQuote> read, Read(unknown));
  for (size_t i = 0; i < unknown.size(); ++i) {
    quotes_.insert_or_assign(unknown[i], std::move(read[i]));
  }
  std::vector<PrintedQuote> quotes;
  quotes.reserve(asked.size());
  for (const auto& [work, quote] : asked) {
    quotes.push_back(quotes_.at(quote));
    quotes.back().work = work;
    if (quotes.back().language.empty() && work) {
      STEMMA_ASSIGN(quotes.back().language, Language(*work));
    }
  }
  return quotes;
}

Result<std::vector<PrintedQuote>> ChainReader::QuotesWherePrinted(std::span<const NodeId> quotes) {
  STEMMA_ASSIGN(const auto lists, view_.Edges(quotes, Direction::kIn, SetOf(EdgeKind::kQuotes)));
  std::vector<QuoteIn> printed;
  for (size_t i = 0; i < quotes.size(); ++i) {
    if (lists[i].empty()) {
      printed.emplace_back(std::nullopt, quotes[i]);
    }
    for (const EdgeFacts& edge : lists[i]) {
      printed.emplace_back(edge.other, quotes[i]);
    }
  }
  return Quotes(printed);
}

Result<std::string> ChainReader::Language(NodeId work) {
  if (const auto known = languages_.find(work); known != languages_.end()) {
    return known->second;
  }
  STEMMA_ASSIGN(const std::string tag, TextField(work, "lang"));
  Learn(work, LanguageOfTag(tag));
  return languages_.at(work);
}

void ChainReader::Learn(NodeId work, const std::string& language) {
  if (languages_.size() > kLanguagesKeptMax) {
    languages_.clear();
  }
  languages_.insert_or_assign(work, language);
}

Result<std::vector<QuoteSpeaker>> ChainReader::SpeakersOf(NodeId quote) {
  STEMMA_ASSIGN(const auto lists, OutEdges({&quote, 1}, SetOf(EdgeKind::kSpokenBy)));
  std::vector<NodeId> nodes;
  for (const EdgeFacts& edge : lists.front()) {
    nodes.push_back(edge.other);
  }
  STEMMA_ASSIGN(const std::vector<NodeId> shown, Shown(nodes));
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, FactsWithoutDates(shown));
  std::vector<QuoteSpeaker> speakers;
  for (size_t i = 0; i < nodes.size(); ++i) {
    speakers.push_back({nodes[i], shown[i], facts[i].unnamed, "", ""});
  }
  return speakers;
}

Result<std::string> ChainReader::Id(NodeId node) const {
  STEMMA_ASSIGN(std::vector<std::string> ids, Graph().Ids({&node, 1}));
  return std::move(ids.front());
}

Result<NodeState> ChainReader::State(NodeId node) const {
  return Graph().Node(node, /*with_text=*/false);
}

Result<std::string> ChainReader::Label(NodeId node) const {
  STEMMA_ASSIGN(const NodeState state, State(node));
  return state.Label().empty() ? state.id : std::string(state.Label());
}

Result<std::string> ChainReader::TextField(NodeId node, std::string_view field) const {
  STEMMA_ASSIGN(const NodeState state, State(node));
  return std::string(state.Text(field).value_or(""));
}

Result<KnownAgent> ChainReader::Agent(NodeId node) {
  if (const auto known = agents_.find(node); known != agents_.end()) {
    return known->second;
  }
  if (agents_.size() > kAgentsKeptMax) {
    agents_.clear();
  }
  STEMMA_ASSIGN(const NodeState state, State(node));
  return agents_.emplace(node, StoredAgent(state)).first->second;
}

Result<ChainReader::Said> ChainReader::SaidOf(const EdgeKey& edge) const {
  STEMMA_ASSIGN(std::vector<ArrivedEdge> arrived, Graph().EdgeAssertions(edge));
  std::vector<stemma::Said> said;
  Said answer;
  for (const ArrivedEdge& one : arrived) {
    said.push_back({one.assertion.at, !one.assertion.method.has_value()});
    answer.evidence.insert(answer.evidence.end(), one.assertion.evidence.begin(),
                           one.assertion.evidence.end());
  }
  if (const auto deciding = Deciding(said)) {
    answer.deciding = std::move(arrived[*deciding].assertion);
  }
  return answer;
}

Status ChainReader::AddRelated(const PrintedQuote& quote, std::vector<Related>& related) const {
  related.push_back({quote.id, {}, {}, quote.words});
  if (!quote.node || !quote.work) {
    return {};
  }
  STEMMA_ASSIGN(const std::string work, Id(*quote.work));
  STEMMA_ASSIGN(const Said said, SaidOf({*quote.work, EdgeKind::kQuotes, *quote.node}));
  for (const Evidence& evidence : said.evidence) {
    if (evidence.in == work && evidence.start && evidence.end) {
      related.push_back({work, evidence.start, evidence.end, evidence.exact.value_or(quote.words)});
      return {};
    }
  }
  related.push_back({work, {}, {}, quote.words});
  return {};
}

}  // namespace stemma
