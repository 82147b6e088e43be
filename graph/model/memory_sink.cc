// The write port of MemoryGraph: it works on a copy, and Commit puts the copy in place.
#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "graph/model/memory_contents.h"
#include "graph/model/rules.h"

namespace stemma {
namespace {

bool Fits(const Evidence& evidence, std::string_view text) {
  return CheckEvidence(evidence, text).has_value();
}

}  // namespace

class MemoryGraph::Sink : public GraphSink {
 public:
  explicit Sink(MemoryGraph& graph) : graph_(graph), contents_(*graph.contents_) {}

  Result<std::vector<Rejection>> RejectWaiting() override;
  Result<Receipt> Commit() override;

 private:
  Status Take(const NodeAssertion& assertion, Place place, const Prepared& prepared) override;
  Status Take(const EdgeAssertion& assertion, Place place, const Prepared& prepared) override;

  struct Waiting {
    uint64_t arrival = 0;
    EdgeAssertion assertion;
    Place place;
  };

  std::vector<std::string> MissingEnds(const EdgeAssertion& assertion) const;
  Status Put(const EdgeAssertion& assertion, uint64_t arrival);
  void FindOrphans(const std::string& in, const std::optional<std::string>& before,
                   const std::string& after);

  MemoryGraph& graph_;
  Contents contents_;
  std::vector<Waiting> waiting_;  // in order of arrival
  std::set<NodeId> nodes_new_;
  std::set<NodeId> nodes_updated_;
  std::set<EdgeKey> edges_new_;
  std::set<EdgeKey> edges_updated_;
  Receipt receipt_;
};

std::unique_ptr<GraphSink> MemoryGraph::Begin() {
  return std::make_unique<Sink>(*this);
}

Status MemoryGraph::Sink::Take(const NodeAssertion& assertion, Place, const Prepared&) {
  auto node = contents_.Find(assertion.id);
  if (!node) {
    node = NodeId{contents_.nodes.size()};
    contents_.nodes.push_back({assertion.id, assertion.kind, {}});
    contents_.ids.emplace(assertion.id, *node);
    nodes_new_.insert(*node);
  }
  if (contents_.nodes[node->value].kind != assertion.kind) {
    return KindConflict(assertion, contents_.nodes[node->value].kind);
  }
  std::vector<ArrivedNode>& said = contents_.nodes[node->value].said;
  const bool is_known = std::any_of(said.begin(), said.end(), [&](const ArrivedNode& one) {
    return SameAsWritten(one.assertion, assertion);
  });
  if (is_known) {
    ++receipt_.unchanged;
    return {};
  }
  const auto before = contents_.TextOf(assertion.id);
  said.push_back({contents_.arrivals++, assertion});
  ++contents_.assertions;
  if (!nodes_new_.contains(*node)) {
    nodes_updated_.insert(*node);
  }
  const auto after = contents_.TextOf(assertion.id);
  if (after && after != before) {
    FindOrphans(assertion.id, before, *after);
  }
  return {};
}

Status MemoryGraph::Sink::Take(const EdgeAssertion& assertion, Place place, const Prepared&) {
  if (!MissingEnds(assertion).empty()) {
    waiting_.push_back({contents_.arrivals++, assertion, place});
    return {};
  }
  const uint64_t arrival = contents_.arrivals;
  STEMMA_TRY(Put(assertion, arrival));
  contents_.arrivals = arrival + 1;
  return {};
}

std::vector<std::string> MemoryGraph::Sink::MissingEnds(const EdgeAssertion& assertion) const {
  std::vector<std::string> missing;
  if (!contents_.Find(assertion.from)) {
    missing.push_back("from: no node \"" + assertion.from + "\" in the import or in the store");
  }
  if (!contents_.Find(assertion.to)) {
    missing.push_back("to: no node \"" + assertion.to + "\" in the import or in the store");
  }
  return missing;
}

Status MemoryGraph::Sink::Put(const EdgeAssertion& assertion, uint64_t arrival) {
  const NodeId from = *contents_.Find(assertion.from);
  const NodeId to = *contents_.Find(assertion.to);
  STEMMA_TRY(CheckEndpoints(assertion.kind, contents_.nodes[from.value].kind,
                            contents_.nodes[to.value].kind));
  for (const Evidence& evidence : assertion.evidence) {
    if (const auto text = contents_.TextOf(evidence.in)) {
      STEMMA_TRY(CheckEvidence(evidence, *text));
    }
  }
  const EdgeKey key{from, assertion.kind, to};
  std::vector<ArrivedEdge>& said = contents_.edges[key];
  const auto known = std::find_if(said.begin(), said.end(), [&](const ArrivedEdge& one) {
    return SameAsWritten(one.assertion, assertion);
  });
  if (known != said.end()) {
    ++receipt_.unchanged;
    // Said twice, it arrived when it first did, also where the first of them waited.
    const uint64_t first = std::min(known->arrival, arrival);
    if (first == known->arrival) {
      return {};
    }
    said.erase(known);
    --contents_.assertions;
  }
  if (said.empty()) {
    edges_new_.insert(key);
  } else if (!edges_new_.contains(key)) {
    edges_updated_.insert(key);
  }
  const ArrivedEdge arrived{arrival, assertion};
  // One that waited comes before those that arrived after it.
  said.insert(std::upper_bound(
                  said.begin(), said.end(), arrived,
                  [](const ArrivedEdge& a, const ArrivedEdge& b) { return a.arrival < b.arrival; }),
              arrived);
  ++contents_.assertions;
  return {};
}

void MemoryGraph::Sink::FindOrphans(const std::string& in, const std::optional<std::string>& before,
                                    const std::string& after) {
  for (const auto& [key, said] : contents_.edges) {
    for (const ArrivedEdge& one : said) {
      for (const Evidence& evidence : one.assertion.evidence) {
        const bool fitted = !before || Fits(evidence, *before);
        if (evidence.in == in && fitted && !Fits(evidence, after)) {
          ++receipt_.orphaned;
          if (receipt_.orphans.size() < kOrphansListedMax) {
            receipt_.orphans.push_back(
                {in, one.assertion.from, key.kind, one.assertion.to, evidence.exact.value_or("")});
          }
        }
      }
    }
  }
}

Result<std::vector<Rejection>> MemoryGraph::Sink::RejectWaiting() {
  std::vector<Rejection> rejected;
  for (const Waiting& edge : std::exchange(waiting_, {})) {
    const std::vector<std::string> missing = MissingEnds(edge.assertion);
    const Status status =
        missing.empty() ? Put(edge.assertion, edge.arrival) : Status(InvalidInput(missing.front()));
    if (!status.has_value()) {
      rejected.push_back({edge.place, status.error()});
      ++receipt_.rejected;
    }
  }
  return rejected;
}

Result<Receipt> MemoryGraph::Sink::Commit() {
  if (!waiting_.empty()) {
    return InvalidInput(MissingEnds(waiting_.front().assertion).front());
  }
  receipt_.nodes_new = nodes_new_.size();
  receipt_.nodes_updated = nodes_updated_.size();
  receipt_.edges_new = edges_new_.size();
  receipt_.edges_updated = edges_updated_.size();
  *graph_.contents_ = std::move(contents_);
  return receipt_;
}

}  // namespace stemma
