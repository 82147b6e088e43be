#include "graph/algo/random_sourcing.h"

#include <array>

namespace stemma::testing {
namespace {

// Byte order differs from the order of arrival.
std::string IdOfNumber(size_t number) {
  return std::string(1, static_cast<char>('z' - number));
}

using Fields = std::vector<std::pair<std::string, std::string>>;

void SayNode(GraphBuilder& graph, NodeKind kind, const std::string& id, Fields fields, Instant at,
             bool is_bare) {
  if (is_bare) {
    kind = kind == NodeKind::kDocument ? NodeKind::kArticle : kind;
    std::erase_if(fields, [](const auto& field) { return field.first == "first_hand"; });
  }
  graph.Node(kind, id, std::move(fields), at);
}

}  // namespace

RandomSourcing::RandomSourcing(uint64_t seed, bool is_rich, size_t more_works)
    : random_(seed), is_rich_(is_rich) {
  const size_t first = 2 + Pick(5);
  for (size_t i = 0; i < first; ++i) {
    AddNode();
  }
  const size_t edges = Pick(first * 3);
  for (size_t i = 0; i < edges; ++i) {
    AddEdge();
  }
  const size_t later = Pick(4);
  for (size_t i = 0; i < later; ++i) {
    AddNode();
  }
  const size_t later_edges = Pick(kinds_.size() * 2);
  for (size_t i = 0; i < later_edges; ++i) {
    AddEdge();
    if (is_rich_ && Pick(6) == 0) {
      SayAgain();
    }
  }
  for (size_t i = 0; i < more_works; ++i) {
    const bool is_document = Pick(4) == 0;
    AddNode(is_document ? NodeKind::kDocument : NodeKind::kArticle);
    for (size_t left = is_document ? 0 : 2 + Pick(4); left > 0; --left) {
      AddEdge(EdgeKind::kCites, kinds_.size() - 1, Pick(kinds_.size()));
    }
  }
}

std::unique_ptr<GraphBuilder> RandomSourcing::Play(size_t steps) const {
  auto builder = std::make_unique<GraphBuilder>();
  for (size_t i = 0; i < steps; ++i) {
    steps_[i](*builder, {});
  }
  return builder;
}

std::unique_ptr<GraphBuilder> RandomSourcing::PlayWithBare(const std::set<std::string>& ids) const {
  auto builder = std::make_unique<GraphBuilder>();
  for (const auto& step : steps_) {
    step(*builder, ids);
  }
  return builder;
}

std::vector<std::pair<std::string, std::string>> RandomSourcing::PickFields(NodeKind kind) {
  Fields fields;
  if (Pick(8) == 0 && (IsWork(kind) || kind == NodeKind::kQuote)) {
    fields.emplace_back("first_hand", "true");
  }
  if (Pick(3) == 0 && kind == NodeKind::kSpeaker) {
    fields.emplace_back("unnamed", "true");
  }
  if (is_rich_ && IsWork(kind) && Pick(3) != 0) {
    const std::string year = "20" + std::to_string(10 + Pick(6));
    fields.emplace_back("date", Pick(2) == 0 ? year : year + "-0" + std::to_string(5 + Pick(2)));
  }
  if (is_rich_ && IsWork(kind) && Pick(2) == 0) {
    fields.emplace_back("lang", Pick(3) == 0 ? "fr" : "en");
  }
  return fields;
}

void RandomSourcing::AddNode() {
  constexpr std::array kKinds = {NodeKind::kArticle,  NodeKind::kArticle,  NodeKind::kArticle,
                                 NodeKind::kDocument, NodeKind::kQuote,    NodeKind::kSpeaker,
                                 NodeKind::kOutlet,   NodeKind::kDocument, NodeKind::kClaim};
  AddNode(kKinds[Pick(is_rich_ ? kKinds.size() : 7)]);
}

void RandomSourcing::AddNode(NodeKind kind) {
  const std::string id = IdOfNumber(kinds_.size());
  kinds_.push_back(kind);
  steps_.emplace_back(
      [=, fields = PickFields(kind), at = PickTime()](GraphBuilder& graph, const Bare& bare) {
        SayNode(graph, kind, id, fields, at, bare.contains(id));
      });
}

void RandomSourcing::SayAgain() {
  const size_t number = Pick(kinds_.size());
  const NodeKind kind = kinds_[number];
  steps_.emplace_back([=, id = IdOfNumber(number), fields = PickFields(kind), at = PickTime()](
                          GraphBuilder& graph, const Bare& bare) {
    SayNode(graph, kind, id, fields, at, bare.contains(id));
  });
}

void RandomSourcing::AddEdge() {
  constexpr std::array kKinds = {
      EdgeKind::kDerivedFrom, EdgeKind::kCites,    EdgeKind::kQuotedFrom,
      EdgeKind::kSpokenBy,    EdgeKind::kQuotes,   EdgeKind::kDerivedFrom,
      EdgeKind::kCites,       EdgeKind::kStates,   EdgeKind::kSameAs,
      EdgeKind::kPartOf,      EdgeKind::kCorrects, EdgeKind::kPublishedBy};
  const EdgeKind kind = kKinds[Pick(is_rich_ ? kKinds.size() : 5)];
  const size_t from = Pick(kinds_.size());
  AddEdge(kind, from, Pick(kinds_.size()));
}

void RandomSourcing::AddEdge(EdgeKind kind, size_t from, size_t to) {
  if (!MayConnect(kind, kinds_[from], kinds_[to]) || (IsFolding(kind) && from == to)) {
    return;
  }
  EdgeAssertion as;
  const size_t dice = Pick(is_rich_ ? 14 : 10);
  if (dice == 0 && kind == EdgeKind::kDerivedFrom) {
    as.how = "revision";
  } else if (dice == 1 && kind != EdgeKind::kSpokenBy && IsSourcing(kind)) {
    as.inherited = true;
  } else if (dice == 2) {
    as.status = AssertionStatus::kWithdrawn;
  } else if (dice == 3) {
    as.status = AssertionStatus::kInferred;
  } else if (dice == 10) {
    as.confidence = Confidence{false, 0, 0, 0.5};
  } else if (dice == 11 && IsSourcing(kind)) {
    as.claims = {IdOfNumber(Pick(kinds_.size()))};
  } else if (dice > 11 && kind == EdgeKind::kDerivedFrom) {
    as.how = dice == 12 ? "copy" : "syndication";
  }
  if (kind == EdgeKind::kSameAs) {
    as.judgement = Pick(4) == 0 ? Judgement::kDifferent : Judgement::kSame;
  }
  as.at = PickTime();
  steps_.emplace_back([=, from_id = IdOfNumber(from), to_id = IdOfNumber(to)](GraphBuilder& graph,
                                                                              const Bare& bare) {
    if (bare.contains(from_id) || (bare.contains(to_id) && !IsSourcing(kind))) {
      return;
    }
    graph.Edge(from_id, kind, to_id, [&](EdgeAssertion& edge) {
      edge.status = as.status;
      edge.how = as.how;
      edge.inherited = as.inherited;
      edge.claims = as.claims;
      edge.confidence = as.confidence;
      edge.judgement = as.judgement;
      edge.at = as.at;
    });
  });
}

Filter RandomSourcing::PickFilter(GraphBuilder& graph) {
  Filter filter;
  const size_t dice = Pick(8);
  if (dice == 1 || dice == 7) {
    filter.without = {graph.Id(IdOfNumber(Pick(2)))};
  }
  if (dice == 2 || dice == 7) {
    filter.as_of = ParseInstant("201" + std::to_string(Pick(6)) + "-06-01T00:00:00Z").value();
  }
  if (dice == 3 || dice == 4 || dice == 7) {
    filter.known_at = static_cast<Instant>(Pick(4)) * 100 + 50;
  }
  if (dice == 5) {
    filter.confidence_min = 0.6;
  }
  filter.with_uncertain = dice != 6;
  return filter;
}

}  // namespace stemma::testing
