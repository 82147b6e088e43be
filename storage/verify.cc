#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "graph/model/searchable.h"
#include "storage/database.h"
#include "storage/record_codec.h"
#include "storage/rocks_store.h"
#include "storage/store_folder.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

std::string Words(const EdgeKey& edge) {
  return "the edge " + std::to_string(edge.from.value) + " " + std::string(Name(edge.kind)) + " " +
         std::to_string(edge.to.value);
}

// Reads the whole store and compares each part with the assertions, which are what was said.
class Verifier {
 public:
  explicit Verifier(const RocksStore& store) : store_(store), graph_(store) {}

  // Whatever cannot be read is a finding, and the next part is looked at all the same.
  Verification Run() {
    Part("checksums", store_.VerifyChecksums());
    Part("nodes", CheckNodes());
    Part("edges", CheckEdges());
    Part("edges from the far end", CheckTwins());
    Part("assertions", CheckAssertions());
    Part("ids", CheckIds());
    for (const Family family : {Family::kNodeLog, Family::kEdgeLog, Family::kEvidence}) {
      Part(Name(family), CheckArrivals(family));
    }
    Part("by_time", CheckTimes());
    for (const Family family : {Family::kNames, Family::kWords}) {
      Part(Name(family), CheckTexts(family));
    }
    Part("counters", CheckCounters());
    return std::move(result_);
  }

 private:
  void Find(std::string finding) {
    ++result_.found;
    if (result_.findings.size() < kFindingsListedMax) {
      result_.findings.push_back(std::move(finding));
    }
  }

  // Parts that one damaged file makes unreadable are one finding.
  void Part(std::string_view name, const Status& status) {
    if (status.has_value()) {
      return;
    }
    if (unreadable_why_ == status.error().message) {
      unreadable_ += ", " + std::string(name);
      if (unreadable_at_ < result_.findings.size()) {
        result_.findings[unreadable_at_] = unreadable_ + ": " + unreadable_why_;
      }
      return;
    }
    unreadable_at_ = result_.findings.size();
    unreadable_ = name;
    unreadable_why_ = status.error().message;
    Find(unreadable_ + ": " + unreadable_why_);
  }

  // Scans a family; each entry's own Error is a finding and does not end the scan.
  template <class Check>
  Status Each(Family family, Check check) {
    return store_.Scan(family, "", [&](std::string_view key, std::string_view value) {
      if (const Status status = check(key, value); !status.has_value()) {
        Find(std::string(Name(family)) + ": " + status.error().message);
      }
      return true;
    });
  }

  Result<bool> Has(Family family, std::string_view key) const {
    STEMMA_ASSIGN(const auto value, store_.Get(family, key));
    return value.has_value();
  }

  Status CheckNodes() {
    return Each(Family::kNodes, [&](std::string_view key, std::string_view value) {
      ++result_.nodes;
      return CheckNode(key, value);
    });
  }

  Status CheckNode(std::string_view key, std::string_view value) {
    const auto number = DecodeNumberKey(key);
    const auto stored = DecodeNode(value);
    if (!number || !stored) {
      return Damaged("a node's entry cannot be read");
    }
    const NodeId node{*number};
    largest_node_ = std::max(largest_node_, *number);
    STEMMA_ASSIGN(const std::vector<ArrivedNode> arrived, graph_.NodeAssertions(node));
    std::vector<NodeAssertion> said;
    StoredNode expected;
    expected.id = arrived.front().assertion.id;
    expected.earliest = expected.latest = arrived.front().assertion.at;
    for (const ArrivedNode& one : arrived) {
      said.push_back(one.assertion);
      expected.earliest = std::min(expected.earliest, one.assertion.at);
      expected.latest = std::max(expected.latest, one.assertion.at);
    }
    const NodeState state = MergeNode(said);
    expected.facts = FactsOf(state);
    if (expected != *stored) {
      Find("nodes: the entry of \"" + expected.id + "\" differs from its assertions");
    }
    return CheckIndexed(node, state);
  }

  Status CheckIndexed(NodeId node, const NodeState& state) {
    for (const std::string& name : FoldedNames(state)) {
      STEMMA_ASSIGN(const bool indexed, Has(Family::kNames, TextKey(name, node.value)));
      if (!indexed) {
        Find("names: \"" + name + "\" does not lead to \"" + state.id + "\"");
      }
    }
    for (const std::string& word : SearchableWords(state)) {
      STEMMA_ASSIGN(const bool indexed, Has(Family::kWords, TextKey(word, node.value)));
      if (!indexed) {
        Find("words: \"" + word + "\" does not lead to \"" + state.id + "\"");
      }
    }
    return {};
  }

  Status CheckEdges() {
    return Each(Family::kOut, [&](std::string_view key, std::string_view value) {
      ++result_.edges;
      return CheckEdge(key, value);
    });
  }

  Status CheckEdge(std::string_view key, std::string_view value) {
    const auto stored = DecodeEdge(key, value);
    const auto from = DecodeNear(key);
    if (!stored || !from) {
      return Damaged("an edge's entry cannot be read");
    }
    const EdgeKey edge{*from, stored->facts.kind, stored->facts.other};
    STEMMA_ASSIGN(const auto twin, store_.Get(Family::kIn, InKey(edge)));
    if (twin != std::string(value)) {
      Find("in: " + Words(edge) + " differs from its entry at the other end");
    }
    for (const NodeId end : {edge.from, edge.to}) {
      STEMMA_ASSIGN(const bool known, Has(Family::kNodes, NumberKey(end.value)));
      if (!known) {
        Find("out: " + Words(edge) + " names a node that is not stored");
      }
    }
    STEMMA_ASSIGN(const std::vector<ArrivedEdge> arrived, graph_.EdgeAssertions(edge));
    if (Expected(edge, arrived) != *stored) {
      Find("out: " + Words(edge) + " differs from its assertions");
    }
    return {};
  }

  static StoredEdge Expected(const EdgeKey& edge, const std::vector<ArrivedEdge>& arrived) {
    std::vector<Said> said;
    StoredEdge expected;
    expected.earliest = expected.latest = arrived.front().assertion.at;
    for (const ArrivedEdge& one : arrived) {
      said.push_back({one.assertion.at, !one.assertion.method.has_value()});
      expected.earliest = std::min(expected.earliest, one.assertion.at);
      expected.latest = std::max(expected.latest, one.assertion.at);
    }
    const ArrivedEdge& decides = arrived[Deciding(said).value()];
    expected.facts = FactsOf(decides.assertion, edge.to);
    expected.facts.arrival = decides.arrival;
    return expected;
  }

  Status CheckTwins() {
    return Each(Family::kIn, [&](std::string_view key, std::string_view value) -> Status {
      const auto stored = DecodeEdge(key, value);
      const auto to = DecodeNear(key);
      if (!stored || !to) {
        return Damaged("an edge's entry cannot be read");
      }
      const EdgeKey edge{stored->facts.other, stored->facts.kind, *to};
      STEMMA_ASSIGN(const bool known, Has(Family::kOut, OutKey(edge)));
      if (!known) {
        Find("out: " + Words(edge) + " is missing, its entry at the other end is there");
      }
      return {};
    });
  }

  Status CheckAssertions() {
    return Each(Family::kAssertions, [&](std::string_view key, std::string_view value) -> Status {
      ++result_.assertions;
      const auto arrival = DecodeNumberKey(key);
      if (!arrival) {
        return Damaged("an assertion's key cannot be read");
      }
      largest_arrival_ = std::max(largest_arrival_, *arrival);
      STEMMA_ASSIGN(const auto record, DecodeRecord(value));
      return std::visit([&](const auto& said) { return CheckLogged(*arrival, said); }, record);
    });
  }

  Status CheckLogged(uint64_t arrival, const NodeAssertion& said) {
    STEMMA_ASSIGN(const auto node, graph_.Find(said.id));
    if (!node) {
      Find("ids: \"" + said.id + "\" leads to no node");
      return {};
    }
    return CheckLogEntry(Family::kNodeLog, NodeLogKey(*node, arrival), arrival,
                         {said.at, true, ContentHash(said)});
  }

  Status CheckLogged(uint64_t arrival, const EdgeAssertion& said) {
    STEMMA_ASSIGN(const auto from, graph_.Find(said.from));
    STEMMA_ASSIGN(const auto to, graph_.Find(said.to));
    if (!from || !to) {
      Find("ids: \"" + (from ? said.to : said.from) + "\" leads to no node");
      return {};
    }
    return CheckLogEntry(Family::kEdgeLog, EdgeLogKey({*from, said.kind, *to}, arrival), arrival,
                         {said.at, !said.method.has_value(), ContentHash(said)});
  }

  Status CheckLogEntry(Family family, const std::string& key, uint64_t arrival,
                       const LogEntry& expected) {
    STEMMA_ASSIGN(const auto entry, store_.Get(family, key));
    if (entry != EncodeLog(expected)) {
      Find(std::string(Name(family)) + ": the entry of assertion " + std::to_string(arrival) +
           " is missing or differs from it");
    }
    STEMMA_ASSIGN(const bool timed, Has(Family::kByTime, TimeKey(expected.at, arrival)));
    if (!timed) {
      Find("by_time: assertion " + std::to_string(arrival) + " is missing");
    }
    return {};
  }

  Status CheckIds() {
    return Each(Family::kIds, [&](std::string_view key, std::string_view value) -> Status {
      const auto number = DecodeNumberKey(value);
      if (!number) {
        return Damaged("an id's entry cannot be read");
      }
      STEMMA_ASSIGN(const StoredNode stored, graph_.Stored(NodeId{*number}));
      if (stored.id != key) {
        Find("ids: \"" + std::string(key) + "\" leads to \"" + stored.id + "\"");
      }
      return {};
    });
  }

  Status CheckArrivals(Family family) {
    return Each(family, [&](std::string_view key, std::string_view) -> Status {
      const auto arrival = DecodeArrival(key);
      STEMMA_ASSIGN(const bool known,
                    Has(Family::kAssertions, NumberKey(arrival.value_or(largest_arrival_ + 1))));
      if (!known) {
        return Damaged("an entry names an assertion that is not stored");
      }
      return {};
    });
  }

  Status CheckTimes() {
    return Each(Family::kByTime, [&](std::string_view key, std::string_view) -> Status {
      const auto time = DecodeTime(key);
      if (!time) {
        return Damaged("an entry cannot be read");
      }
      STEMMA_ASSIGN(const bool known, Has(Family::kAssertions, NumberKey(time->arrival)));
      if (!known) {
        return Damaged("an entry names an assertion that is not stored");
      }
      return {};
    });
  }

  Status CheckTexts(Family family) {
    return Each(family, [&](std::string_view key, std::string_view) -> Status {
      const auto node = DecodeArrival(key);  // the last 8 bytes, as in logs
      STEMMA_ASSIGN(const bool known,
                    Has(Family::kNodes, NumberKey(node.value_or(largest_node_ + 1))));
      if (!known) {
        return Damaged("an entry names a node that is not stored");
      }
      return {};
    });
  }

  Status CheckCounters() {
    STEMMA_ASSIGN(const Counters counters, graph_.ReadCounters());
    if (counters.nodes != result_.nodes || counters.edges != result_.edges ||
        counters.assertions != result_.assertions ||
        (result_.nodes > 0 && counters.next_node <= largest_node_) ||
        (result_.assertions > 0 && counters.next_arrival <= largest_arrival_)) {
      Find("counters: they differ from what is stored");
    }
    return {};
  }

  const RocksStore& store_;
  StoredGraph graph_;
  Verification result_;
  // The last finding about parts that could not be read: its place, the parts, and why.
  size_t unreadable_at_ = 0;
  std::string unreadable_;
  std::string unreadable_why_;
  uint64_t largest_node_ = 0;
  uint64_t largest_arrival_ = 0;
};

// Damage that keeps the store from being opened at all.
Result<Verification> AsFinding(const Error& error) {
  if (error.code != ErrorCode::kCorruption) {
    return tl::unexpected<Error>(error);
  }
  Verification result;
  result.findings = {error.message};
  result.found = 1;
  return result;
}

}  // namespace

Result<Verification> VerifyStore(const std::filesystem::path& path) {
  const StoreFolder folder(path);
  const auto found = folder.Look();
  if (!found.has_value()) {
    return AsFinding(found.error());
  }
  if (*found == StoreFolder::Found::kNothing) {
    return Fail(ErrorCode::kNotFound, path.string() + ": no store is there");
  }
  const auto store = RocksStore::OpenToRead(folder.Database());
  if (!store.has_value()) {
    return AsFinding(store.error());
  }
  return Verifier(**store).Run();
}

}  // namespace stemma
