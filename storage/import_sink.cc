#include "storage/import_sink.h"

#include <algorithm>
#include <utility>

#include "graph/model/rules.h"
#include "graph/model/searchable.h"
#include "storage/record_codec.h"

namespace stemma {
namespace {

bool Fits(const Evidence& evidence, std::string_view text) {
  return CheckEvidence(evidence, text).has_value();
}

bool HasHash(const std::vector<StoredGraph::Logged>& log, const std::string& hash) {
  return std::any_of(log.begin(), log.end(),
                     [&](const StoredGraph::Logged& one) { return one.entry.hash == hash; });
}

std::string Missing(std::string_view end, const std::string& id) {
  return std::string(end) + ": no node \"" + id + "\" in the import or in the store";
}

// What waits: the place in the input, then the record.
std::string EncodeWaiting(Place place, const EdgeAssertion& assertion) {
  return NumberKey(place.source) + NumberKey(place.line) + EncodeRecord(assertion);
}

struct WaitingEdge {
  uint64_t arrival = 0;
  Place place;
  EdgeAssertion assertion;
};

Result<WaitingEdge> DecodeWaiting(std::string_view key, std::string_view value) {
  STEMMA_ASSIGN(auto record, DecodeRecord(value.substr(16)));
  WaitingEdge edge;
  edge.arrival = DecodeArrival(key).value_or(0);
  edge.place.source = static_cast<uint32_t>(DecodeNumberKey(value.substr(0, 8)).value_or(0));
  edge.place.line = DecodeNumberKey(value.substr(8, 8)).value_or(0);
  edge.assertion = std::move(std::get<EdgeAssertion>(record));
  return edge;
}

}  // namespace

ImportSink::ImportSink(RocksStore& main, std::filesystem::path folder, size_t staging_bytes_max)
    : staging_(main, std::move(folder), staging_bytes_max), graph_(staging_) {
}

Result<std::unique_ptr<GraphSink>> ImportSink::Begin(RocksStore& main, std::filesystem::path folder,
                                                     size_t staging_bytes_max) {
  std::unique_ptr<ImportSink> sink(new ImportSink(main, std::move(folder), staging_bytes_max));
  STEMMA_ASSIGN(sink->counters_, sink->graph_.ReadCounters());
  sink->first_arrival_ = sink->counters_.next_arrival;
  return std::unique_ptr<GraphSink>(std::move(sink));
}

Status ImportSink::Add(const NodeAssertion& assertion, Place) {
  STEMMA_TRY(CheckLine(assertion));
  STEMMA_ASSIGN(const auto known, graph_.Find(assertion.id));
  std::vector<StoredGraph::Logged> log;
  if (known) {
    STEMMA_ASSIGN(const StoredNode stored, graph_.Stored(*known));
    if (stored.facts.kind != assertion.kind) {
      return KindConflict(assertion, stored.facts.kind);
    }
    STEMMA_ASSIGN(log, graph_.NodeLog(*known));
    if (HasHash(log, ContentHash(assertion))) {
      ++receipt_.unchanged;
      return {};
    }
  }
  const NodeId node = known.value_or(NodeId{counters_.next_node});
  STEMMA_TRY(PutNode(node, !known, assertion, log));
  if (!known) {
    ++counters_.next_node;
    ++counters_.nodes;
    ++receipt_.nodes_new;
    return waiting_ > 0 ? RetryWaiting(assertion.id) : Status();
  }
  // Counted once: when all that is logged came before this import.
  if (log.back().arrival < first_arrival_) {
    ++receipt_.nodes_updated;
  }
  return {};
}

Status ImportSink::PutNode(NodeId node, bool is_new, const NodeAssertion& assertion,
                           const std::vector<StoredGraph::Logged>& log) {
  std::vector<NodeAssertion> said;
  for (const StoredGraph::Logged& one : log) {
    STEMMA_ASSIGN(ArrivedNode arrived, graph_.NodeAssertionAt(one.arrival));
    said.push_back(std::move(arrived.assertion));
  }
  const NodeState before = MergeNode(said);
  said.push_back(assertion);
  const NodeState after = MergeNode(said);

  const uint64_t arrival = counters_.next_arrival++;
  ++counters_.assertions;
  STEMMA_TRY(PutRecord(arrival, assertion.at, EncodeRecord(assertion)));
  STEMMA_TRY(staging_.Put(Family::kNodeLog, NodeLogKey(node, arrival),
                          EncodeLog({assertion.at, true, ContentHash(assertion)})));
  StoredNode stored{FactsOf(after), assertion.at, assertion.at, assertion.id};
  for (const StoredGraph::Logged& one : log) {
    stored.earliest = std::min(stored.earliest, one.entry.at);
    stored.latest = std::max(stored.latest, one.entry.at);
  }
  STEMMA_TRY(staging_.Put(Family::kNodes, NumberKey(node.value), EncodeNode(stored)));
  if (is_new) {
    STEMMA_TRY(staging_.Put(Family::kIds, assertion.id, NumberKey(node.value)));
  }
  STEMMA_TRY(PutIndexes(node, after));

  if (text_node_ == node) {
    text_node_.reset();
  }
  const auto old_text = before.Text("text");
  const auto new_text = after.Text("text");
  if (new_text && new_text != old_text && !is_new) {
    return FindOrphans(node, assertion.id,
                       old_text ? std::optional<std::string>(*old_text) : std::nullopt,
                       std::string(*new_text));
  }
  return {};
}

Status ImportSink::PutIndexes(NodeId node, const NodeState& state) {
  for (const std::string& name : FoldedNames(state)) {
    STEMMA_TRY(staging_.Put(Family::kNames, TextKey(name, node.value), ""));
  }
  for (const std::string& word : SearchableWords(state)) {
    STEMMA_TRY(staging_.Put(Family::kWords, TextKey(word, node.value), ""));
  }
  return {};
}

Status ImportSink::PutRecord(uint64_t arrival, Instant at, std::string record) {
  STEMMA_TRY(staging_.Put(Family::kAssertions, NumberKey(arrival), std::move(record)));
  return staging_.Put(Family::kByTime, TimeKey(at, arrival), "");
}

Status ImportSink::FindOrphans(NodeId node, const std::string& id,
                               const std::optional<std::string>& before, const std::string& after) {
  std::vector<uint64_t> arrivals;
  STEMMA_TRY(staging_.Scan(Family::kEvidence, NumberKey(node.value),
                           [&](std::string_view key, std::string_view) {
                             arrivals.push_back(DecodeArrival(key).value_or(0));
                             return true;
                           }));
  for (const uint64_t arrival : arrivals) {
    STEMMA_ASSIGN(const ArrivedEdge edge, graph_.EdgeAssertionAt(arrival));
    for (const Evidence& evidence : edge.assertion.evidence) {
      const bool fitted = !before || Fits(evidence, *before);
      if (evidence.in != id || !fitted || Fits(evidence, after)) {
        continue;
      }
      ++receipt_.orphaned;
      if (receipt_.orphans.size() < kOrphansListedMax) {
        receipt_.orphans.push_back({id, edge.assertion.from, edge.assertion.kind, edge.assertion.to,
                                    evidence.exact.value_or("")});
      }
    }
  }
  return {};
}

Status ImportSink::RetryWaiting(const std::string& id) {
  std::vector<WaitingEdge> edges;
  std::vector<std::string> keys;
  Status status;
  STEMMA_TRY(staging_.Scan(Family::kWaiting, TextPrefix(id),
                           [&](std::string_view key, std::string_view value) {
                             auto edge = DecodeWaiting(key, value);
                             if (!edge.has_value()) {
                               status = tl::unexpected<Error>(edge.error());
                               return false;
                             }
                             keys.emplace_back(key);
                             edges.push_back(*std::move(edge));
                             return true;
                           }));
  STEMMA_TRY(std::move(status));
  for (size_t i = 0; i < edges.size(); ++i) {
    const WaitingEdge& edge = edges[i];
    STEMMA_TRY(staging_.Remove(Family::kWaiting, keys[i]));
    --waiting_;
    STEMMA_ASSIGN(const auto from, graph_.Find(edge.assertion.from));
    STEMMA_ASSIGN(const auto to, graph_.Find(edge.assertion.to));
    if (!from || !to) {
      STEMMA_TRY(Wait(from ? edge.assertion.to : edge.assertion.from, edge.assertion, edge.arrival,
                      edge.place));
      continue;
    }
    Status placed = PutEdge(*from, *to, edge.assertion, edge.arrival);
    if (!placed.has_value() && placed.error().code != ErrorCode::kInvalidInput) {
      return placed;
    }
    if (!placed.has_value()) {
      rejections_.push_back({edge.place, std::move(placed).error()});
      ++receipt_.rejected;
    }
  }
  return {};
}

Status ImportSink::Wait(const std::string& missing, const EdgeAssertion& assertion,
                        uint64_t arrival, Place place) {
  ++waiting_;
  return staging_.Put(Family::kWaiting, TextKey(missing, arrival), EncodeWaiting(place, assertion));
}

Status ImportSink::Add(const EdgeAssertion& assertion, Place place) {
  STEMMA_TRY(CheckLine(assertion));
  STEMMA_ASSIGN(const auto from, graph_.Find(assertion.from));
  STEMMA_ASSIGN(const auto to, graph_.Find(assertion.to));
  const uint64_t arrival = counters_.next_arrival;
  if (!from || !to) {
    STEMMA_TRY(Wait(from ? assertion.to : assertion.from, assertion, arrival, place));
  } else {
    STEMMA_TRY(PutEdge(*from, *to, assertion, arrival));
  }
  ++counters_.next_arrival;
  return {};
}

Status ImportSink::CheckEdge(NodeId from, NodeId to, const EdgeAssertion& assertion) {
  STEMMA_ASSIGN(const StoredNode from_node, graph_.Stored(from));
  STEMMA_ASSIGN(const StoredNode to_node, graph_.Stored(to));
  STEMMA_TRY(CheckEndpoints(assertion, from_node.facts.kind, to_node.facts.kind));
  for (const Evidence& evidence : assertion.evidence) {
    if (evidence.in.empty()) {
      continue;
    }
    STEMMA_ASSIGN(const auto in, graph_.Find(evidence.in));
    if (!in) {
      continue;
    }
    STEMMA_ASSIGN(const auto text, TextOf(*in));
    if (text) {
      STEMMA_TRY(CheckEvidence(evidence, *text));
    }
  }
  return {};
}

Result<std::optional<std::string>> ImportSink::TextOf(NodeId node) {
  if (text_node_ != node) {
    STEMMA_ASSIGN(const NodeState state, graph_.Node(node, /*with_text=*/true));
    const auto text = state.Text("text");
    text_ = text ? std::optional<std::string>(*text) : std::nullopt;
    text_node_ = node;
  }
  return text_;
}

Status ImportSink::PutEdge(NodeId from, NodeId to, const EdgeAssertion& assertion,
                           uint64_t arrival) {
  STEMMA_TRY(CheckEdge(from, to, assertion));
  const EdgeKey key{from, assertion.kind, to};
  STEMMA_ASSIGN(std::vector<StoredGraph::Logged> log, graph_.EdgeLog(key));
  const std::string hash = ContentHash(assertion);
  if (HasHash(log, hash)) {
    ++receipt_.unchanged;
    return {};
  }
  if (log.empty()) {
    ++counters_.edges;
    ++receipt_.edges_new;
  } else if (log.back().arrival < first_arrival_) {
    ++receipt_.edges_updated;
  }
  ++counters_.assertions;
  STEMMA_TRY(PutRecord(arrival, assertion.at, EncodeRecord(assertion)));
  const LogEntry entry{assertion.at, !assertion.method.has_value(), hash};
  STEMMA_TRY(staging_.Put(Family::kEdgeLog, EdgeLogKey(key, arrival), EncodeLog(entry)));
  log.push_back({arrival, entry});
  STEMMA_TRY(PutAdjacency(key, assertion, arrival, std::move(log)));
  for (const Evidence& evidence : assertion.evidence) {
    STEMMA_ASSIGN(const auto in, graph_.Find(evidence.in));
    if (in) {
      STEMMA_TRY(staging_.Put(Family::kEvidence, NodeLogKey(*in, arrival), ""));
    }
  }
  return {};
}

Status ImportSink::PutAdjacency(const EdgeKey& key, const EdgeAssertion& assertion,
                                uint64_t arrival, std::vector<StoredGraph::Logged> log) {
  // One that waited comes before those that arrived after it.
  std::sort(log.begin(), log.end(),
            [](const auto& a, const auto& b) { return a.arrival < b.arrival; });
  std::vector<Said> said;
  StoredEdge stored;
  stored.earliest = assertion.at;
  stored.latest = assertion.at;
  for (const StoredGraph::Logged& one : log) {
    said.push_back({one.entry.at, one.entry.by_person});
    stored.earliest = std::min(stored.earliest, one.entry.at);
    stored.latest = std::max(stored.latest, one.entry.at);
  }
  const uint64_t deciding = log[Deciding(said).value()].arrival;
  if (deciding == arrival) {
    stored.facts = FactsOf(assertion, key.to);
  } else {
    STEMMA_ASSIGN(const ArrivedEdge decides, graph_.EdgeAssertionAt(deciding));
    stored.facts = FactsOf(decides.assertion, key.to);
  }
  stored.facts.arrival = deciding;
  const std::string value = EncodeEdge(stored);
  STEMMA_TRY(staging_.Put(Family::kOut, OutKey(key), value));
  return staging_.Put(Family::kIn, InKey(key), value);
}

std::vector<Rejection> ImportSink::TakeRejections() {
  return std::exchange(rejections_, {});
}

Result<std::vector<Rejection>> ImportSink::RejectWaiting() {
  std::vector<WaitingEdge> edges;
  Status status;
  STEMMA_TRY(staging_.Scan(Family::kWaiting, "", [&](std::string_view key, std::string_view value) {
    auto edge = DecodeWaiting(key, value);
    if (!edge.has_value()) {
      status = tl::unexpected<Error>(edge.error());
      return false;
    }
    edges.push_back(*std::move(edge));
    return true;
  }));
  STEMMA_TRY(std::move(status));
  std::sort(edges.begin(), edges.end(),
            [](const auto& a, const auto& b) { return a.arrival < b.arrival; });
  std::vector<Rejection> rejected;
  for (const WaitingEdge& edge : edges) {
    STEMMA_ASSIGN(const auto from, graph_.Find(edge.assertion.from));
    const std::string message =
        from ? Missing("to", edge.assertion.to) : Missing("from", edge.assertion.from);
    rejected.push_back({edge.place, Error{ErrorCode::kInvalidInput, message}});
    ++receipt_.rejected;
  }
  waiting_ = 0;
  return rejected;
}

Result<Receipt> ImportSink::Commit() {
  if (waiting_ > 0) {
    return InvalidInput("edges still wait for nodes that did not come");
  }
  STEMMA_TRY(staging_.Put(Family::kMeta, std::string(kCountersKey), EncodeCounters(counters_)));
  STEMMA_TRY(staging_.Commit());
  return receipt_;
}

}  // namespace stemma
