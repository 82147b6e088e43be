#include "cli/trace_text_label.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kQuotedColumnsInline = 40;

std::string TextOf(const NodeState& state, std::string_view name) {
  const auto text = state.Text(name);
  return text ? Printable(*text) : "";
}

// What was printed, when it says more than the name does.
bool Differs(const std::optional<std::string>& as_printed, std::string_view name) {
  return as_printed && !as_printed->empty() && FoldName(*as_printed) != FoldName(name);
}

// The first alias that is written in capitals throughout.
std::string AcronymOf(const NodeState& state) {
  for (const std::string& alias : state.Aliases()) {
    const bool is_capitals = std::all_of(alias.begin(), alias.end(), [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '&';
    });
    if (is_capitals && alias.size() > 1) {
      return alias;
    }
  }
  return "";
}

}  // namespace

Result<const NodeLabel*> NodeLabels::Of(NodeId node) {
  if (const auto known = labels_.find(node); known != labels_.end()) {
    return &known->second;
  }
  STEMMA_ASSIGN(NodeLabel label, Read(node));
  return &labels_.emplace(node, std::move(label)).first->second;
}

Result<NodeLabel> NodeLabels::Read(NodeId node) {
  const std::vector<NodeId> asked = {node};
  STEMMA_ASSIGN(const std::vector<std::string> ids, view_.Graph().Ids(asked));
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(asked));
  NodeLabel label;
  label.id = ids.front();
  label.kind = facts.front().kind;
  label.first_hand = facts.front().first_hand;
  // Texts of works are large and not shown; those of quotes and claims are what they are.
  const bool is_text = !IsWork(label.kind) && !IsAgent(label.kind);
  const bool reads_text = is_text && view_.Limits().known_at == kDistantFuture;
  STEMMA_ASSIGN(const NodeState state,
                reads_text ? view_.Graph().Node(node, /*with_text=*/true) : view_.Node(node));
  label.title = TextOf(state, is_text ? "text" : IsWork(label.kind) ? "title" : "name");
  label.date = TextOf(state, "date");
  label.lang = TextOf(state, "lang");
  STEMMA_ASSIGN(label.folded, FoldedWith(node));
  if (IsWork(label.kind)) {
    STEMMA_ASSIGN(label.outlet, OutletOf(node));
  } else if (label.kind == NodeKind::kQuote) {
    STEMMA_ASSIGN(label.speaker, SpeakerOf(node));
  } else if (IsAgent(label.kind)) {
    label.acronym = AcronymOf(state);
  }
  return label;
}

Result<std::string> NodeLabels::OutletOf(NodeId work) {
  const std::vector<NodeId> asked = {work};
  STEMMA_ASSIGN(const auto lists,
                view_.Edges(asked, Direction::kOut, SetOf(EdgeKind::kPublishedBy)));
  std::vector<std::string> names;
  for (const EdgeFacts& edge : lists.front()) {
    STEMMA_ASSIGN(const NodeLabel* outlet, Of(edge.other));
    names.push_back(!outlet->acronym.empty() ? outlet->acronym
                    : outlet->title.empty()  ? outlet->id
                                             : outlet->title);
  }
  return Enumerated(names, 2);
}

Result<std::string> NodeLabels::PrintedIn(NodeId quote) {
  const std::vector<NodeId> asked = {quote};
  STEMMA_ASSIGN(const auto lists, view_.Edges(asked, Direction::kIn, SetOf(EdgeKind::kQuotes)));
  std::vector<NodeId> works;
  for (const EdgeFacts& edge : lists.front()) {
    works.push_back(edge.other);
  }
  STEMMA_ASSIGN(const std::vector<std::string> ids, view_.Graph().Ids(works));
  return Enumerated(ids, 2);
}

Result<std::string> NodeLabels::SpeakerOf(NodeId quote) {
  const std::vector<NodeId> asked = {quote};
  STEMMA_ASSIGN(const auto lists, view_.Edges(asked, Direction::kOut, SetOf(EdgeKind::kSpokenBy)));
  std::vector<std::string> names;
  for (const EdgeFacts& edge : lists.front()) {
    STEMMA_ASSIGN(const NodeLabel* speaker, Of(edge.other));
    const std::vector<NodeId> other = {edge.other};
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(other));
    STEMMA_ASSIGN(const std::vector<ArrivedEdge> said,
                  view_.Graph().EdgeAssertions({quote, edge.kind, edge.other}));
    const auto deciding = std::find_if(said.begin(), said.end(), [&](const ArrivedEdge& one) {
      return one.arrival == edge.arrival;
    });
    std::string name = speaker->title.empty() ? speaker->id : speaker->title;
    if (deciding != said.end() && Differs(deciding->assertion.as_printed, name)) {
      const std::string printed = "“" + Printable(*deciding->assertion.as_printed) + "”";
      name = facts.front().unnamed ? printed : name + ", as " + printed;
    }
    names.push_back(std::move(name));
  }
  return Enumerated(names, 2);
}

Result<std::string> NodeLabels::FoldedWith(NodeId node) {
  STEMMA_ASSIGN(const std::vector<NodeId> members, folding_.MembersOf(node));
  if (members.size() == 1) {
    return std::string();
  }
  STEMMA_ASSIGN(const auto lists,
                view_.Edges(members, Direction::kOut,
                            SetOf(EdgeKind::kPartOf) | SetOf(EdgeKind::kObtainedBy)));
  size_t parts = 0;
  bool is_leak = false;
  std::vector<NodeId> same;
  for (size_t i = 0; i < members.size(); ++i) {
    bool is_part = false;
    for (const EdgeFacts& edge : lists[i]) {
      is_leak = is_leak || edge.kind == EdgeKind::kObtainedBy;
      is_part = is_part || edge.kind == EdgeKind::kPartOf;
    }
    parts += is_part ? 1 : 0;
    if (!is_part && members[i] != node) {
      same.push_back(members[i]);
    }
  }
  std::string folded;
  if (parts > 0) {
    folded = is_leak ? "one leak, " + Counted(parts, "paper", "papers")
                     : "one document, " + Counted(parts, "part", "parts");
  }
  if (!same.empty()) {
    STEMMA_ASSIGN(const std::vector<std::string> ids, view_.Graph().Ids(same));
    folded += (folded.empty() ? "also as " : ", also as ") + Enumerated(ids, 3);
  }
  return folded;
}

std::vector<std::string> DetailsOf(const NodeLabel& label, bool with_kind) {
  std::vector<std::string> details;
  const auto add = [&](std::string text) {
    if (!text.empty()) {
      details.push_back(std::move(text));
    }
  };
  if (with_kind) {
    add(std::string(Name(label.kind)));
  }
  if (IsWork(label.kind)) {
    add(label.folded);
    add(label.outlet);
    add(label.date.empty() ? "undated" : label.date);
    add(label.lang);
    return details;
  }
  if (IsAgent(label.kind)) {
    add(label.title == label.id ? "" : label.title);
  } else if (!with_kind) {
    add(WordsInMarks(label.title, kQuotedColumnsInline));
  }
  add(label.speaker);
  add(label.folded);
  return details;
}

std::string_view VerbOf(EdgeKind edge, const std::optional<std::string>& how, NodeKind to) {
  if (edge == EdgeKind::kCites) {
    return to == NodeKind::kDocument ? "saw" : "credits";
  }
  if (edge == EdgeKind::kQuotedFrom) {
    return "lifted from";
  }
  const std::string_view manner = how ? std::string_view(*how) : "";
  if (manner == "translation") {
    return "translated from";
  }
  if (manner == "copy") {
    return "copied from";
  }
  if (manner == "rewrite") {
    return "rewritten from";
  }
  if (manner == "syndication") {
    return "syndicated from";
  }
  return manner == "revision" ? "revises" : "derived from";
}

Line MarkOf(ChainEnd end, uint64_t hops) {
  const std::string distance = ", " + Counted(hops, "hop", "hops");
  switch (end) {
    case ChainEnd::kOrigin:
      return {{"● ORIGIN" + distance, Tint::kGreen}};
    case ChainEnd::kAttributed:
      return {{"◌ attributed", Tint::kCyan}};
    case ChainEnd::kUnnamed:
      return {{"○ unnamed", Tint::kYellow}};
    case ChainEnd::kOutletOnly:
      return {{"○ outlet only", Tint::kYellow}};
    case ChainEnd::kDeadEnd:
      return {{"✗ dead end", Tint::kRed}};
    case ChainEnd::kCircle:
      return {{"↻ circle", Tint::kMagenta}};
    case ChainEnd::kTarget:
      return {{"▸ target" + distance, Tint::kGreen}};
  }
  return {};
}

}  // namespace stemma
