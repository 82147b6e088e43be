#include "storage/verifier.h"

#include <algorithm>
#include <utility>

#include "graph/model/searchable.h"
#include "storage/import_state.h"
#include "storage/record_codec.h"
#include "storage/side_by_side.h"

namespace stemma {
namespace {

constexpr size_t kBufferMax = size_t{1} << 20U;
constexpr size_t kTextsBytesMax = size_t{32} << 20U;

NodeId NodeOf(Number128 number) {
  return NodeId{number.high};
}

}  // namespace

Verifier::Verifier(const StoreFolder& folder, const RocksStore& store,
                   const std::filesystem::path& scratch)
    : folder_(folder),
      store_(store),
      graph_(store, recent_),
      reader_(store,
              [this](NodeId node) -> Result<std::string> {
                STEMMA_ASSIGN(StoredNode stored, graph_.Stored(node));
                return std::move(stored.id);
              }),
      said_of_nodes_(scratch, kBufferMax),
      out_(scratch, kBufferMax),
      in_(scratch, kBufferMax),
      evidence_(scratch, kBufferMax),
      names_(scratch, kTextsBytesMax),
      words_(scratch, kTextsBytesMax) {
}

Verification Verifier::Run(LogCheck log) {
  auto recent = RecentEdges::Read(store_);
  if (recent.has_value()) {
    recent_ = *std::move(recent);
  } else {
    recent_read_ = tl::unexpected<Error>(recent.error());
  }
  Part("checksums", store_.VerifyChecksums());
  Part("assertions", ReadAssertions());
  Part("times", CheckTimes());
  Part("nodes", CheckNodes());
  Part("ids", CheckIds());
  Part("edges", CheckEdges());
  Part("edges from the far end", CheckFarEnds());
  Part("names", CheckIndex(Family::kNames, names_));
  Part("words", CheckIndex(Family::kWords, words_));
  Part("evidence", CheckEvidence());
  Part("histories", CheckHistories());
  Part("counters", CheckCounters());
  Part("redactions", CheckRedactions());
  Part("log", CheckLog(log));
  Part("snapshot", CheckSnapshot());
  return std::move(result_);
}

void Verifier::Find(std::string finding) {
  ++result_.found;
  if (result_.findings.size() < kFindingsListedMax) {
    result_.findings.push_back(std::move(finding));
  }
}

// Parts that one damaged file makes unreadable are one finding.
void Verifier::Part(std::string_view name, const Status& status) {
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

Status Verifier::ReadAssertions() {
  return reader_.ScanPacked(
      0, [&](const PackedAssertion& packed, const Utterance& utterance) -> Result<bool> {
        if (packed.arrival < arrivals_end_) {
          return Damaged("assertions are not in the order of their arrival");
        }
        ++result_.assertions;
        arrivals_end_ = packed.arrival + 1;
        if (const auto* plain = std::get_if<PlainNode>(&packed.said)) {
          STEMMA_TRY(said_of_nodes_.Add({plain->node.value, packed.arrival}));
          return true;
        }
        ArrivedAssertion assertion = ArrivedEdge{packed.arrival, EdgeAssertion()};
        EdgeKey ends;
        if (const auto* plain = std::get_if<PlainEdge>(&packed.said)) {
          EdgeAssertion& edge = std::get<ArrivedEdge>(assertion).assertion;
          edge.kind = plain->ends.kind;
          edge.at = packed.at;
          ends = plain->ends;
        } else {
          STEMMA_ASSIGN(assertion, AssertionReader::Unpack(packed, utterance, nullptr));
        }
        if (const auto* node = std::get_if<ArrivedNode>(&assertion)) {
          STEMMA_TRY(Take(*node));
          return true;
        }
        auto& edge = std::get<ArrivedEdge>(assertion);
        if (std::holds_alternative<WholeRecord>(packed.said)) {
          STEMMA_ASSIGN(const auto from, graph_.Find(edge.assertion.from));
          STEMMA_ASSIGN(const auto to, graph_.Find(edge.assertion.to));
          if (!from || !to) {
            Find("ids: \"" + (from ? edge.assertion.to : edge.assertion.from) +
                 "\" leads to no node");
          }
          ends = {from.value_or(NodeId()), edge.assertion.kind, to.value_or(NodeId())};
        }
        STEMMA_TRY(Take(edge));
        STEMMA_TRY(out_.Add(PackEdge(OutOf(ends), packed.arrival)));
        STEMMA_TRY(in_.Add(PackEdge(InOf(ends), packed.arrival)));
        return true;
      });
}

Status Verifier::Take(const ArrivedNode& node) {
  STEMMA_ASSIGN(const auto number, graph_.Find(node.assertion.id));
  if (!number) {
    Find("ids: \"" + node.assertion.id + "\" leads to no node");
    return {};
  }
  return said_of_nodes_.Add({number->value, node.arrival});
}

Status Verifier::Take(const ArrivedEdge& edge) {
  EdgeClass said{FactsOf(edge.assertion, NodeId()), edge.assertion.at, edge.assertion.at};
  said.facts.arrival = 0;
  if (classes_.empty() || !(classes_.back().of == said)) {
    classes_.push_back({edge.arrival, said});
  }
  for (const Evidence& evidence : edge.assertion.evidence) {
    STEMMA_ASSIGN(const auto in, graph_.Find(evidence.in));
    if (in) {
      STEMMA_TRY(evidence_.Add({in->value, edge.arrival}));
    }
  }
  return {};
}

Status Verifier::CheckTimes() {
  uint64_t blocks = 0;
  uint64_t times = 0;
  STEMMA_TRY(store_.Scan(Family::kAssertions, "", [&](std::string_view, std::string_view) {
    ++blocks;
    return true;
  }));
  Status status;
  STEMMA_TRY(store_.Scan(Family::kTimes, "", [&](std::string_view key, std::string_view) {
    ++times;
    const auto time = DecodeTime(key);
    const auto moments =
        time ? reader_.MomentsIn(time->arrival)
             : Result<std::vector<AssertionReader::Moment>>(Damaged("an entry cannot be read"));
    if (!moments.has_value()) {
      status = tl::unexpected<Error>(moments.error());
      return false;
    }
    const bool is_late = std::any_of(moments->begin(), moments->end(),
                                     [&](const auto& moment) { return moment.at > time->latest; });
    if (is_late || moments->empty() || moments->front().arrival != time->arrival) {
      Find("times: the entry of assertion " + std::to_string(time->arrival) + " differs from it");
    }
    return true;
  }));
  if (status.has_value() && blocks != times) {
    Find("times: " + std::to_string(times) + " entries for " + std::to_string(blocks) +
         " blocks of assertions");
  }
  return status;
}

Status Verifier::CheckNodes() {
  SideBySide<NodeId> said(said_of_nodes_, NodeOf);
  STEMMA_TRY(said.Begin());
  const auto only_said = [this](NodeId node) {
    Find("nodes: node " + std::to_string(node.value) + " has assertions and no entry");
  };
  Status status;
  STEMMA_TRY(graph_.ScanStored([&](NodeId node, const StoredNode& stored) {
    ++result_.nodes;
    nodes_end_ = node.value + 1;
    const auto arrivals = said.At(node, only_said);
    if (!arrivals.has_value()) {
      status = tl::unexpected<Error>(arrivals.error());
    } else if (*arrivals == nullptr) {
      Find("nodes: nothing is said of \"" + stored.id + "\"");
    } else {
      status = CheckNode(node, stored, **arrivals);
    }
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  return said.End(only_said);
}

Status Verifier::CheckNode(NodeId node, const StoredNode& stored,
                           const std::vector<uint64_t>& arrivals) {
  std::vector<NodeAssertion> said;
  std::vector<StoredGraph::Logged> history;
  for (const uint64_t arrival : arrivals) {
    STEMMA_ASSIGN(auto assertion, reader_.At(arrival));
    auto& arrived = std::get<ArrivedNode>(assertion);
    if (arrivals.size() > 1) {
      history.push_back({arrival, {arrived.assertion.at, true, ContentHash(arrived.assertion)}});
    }
    said.push_back(std::move(arrived.assertion));
  }
  const NodeState state = MergeNode(said);
  StoredNode expected{FactsOf(state),   said.front().at,     said.front().at,
                      arrivals.front(), arrivals.size() > 1, said.front().id};
  for (const NodeAssertion& one : said) {
    expected.earliest = std::min(expected.earliest, one.at);
    expected.latest = std::max(expected.latest, one.at);
  }
  if (expected != stored) {
    Find("nodes: the entry of \"" + expected.id + "\" differs from its assertions");
  }
  const std::string number = NumberKey(node.value);
  for (const std::string& name : FoldedNames(state)) {
    STEMMA_TRY(names_.Add(TextPrefix(name) + number + '\0'));
  }
  for (const std::string& word : SearchableWords(state)) {
    if (word != state.id) {
      STEMMA_TRY(words_.Add(TextPrefix(word) + number + '\0'));
    }
  }
  return history.empty() ? Status() : CheckHistory(Family::kNodeHistory, number, history);
}

Status Verifier::CheckHistory(Family family, std::string_view prefix,
                              const std::vector<StoredGraph::Logged>& expected) {
  with_history_ += expected.size();
  std::vector<StoredGraph::Logged> found;
  STEMMA_TRY(store_.Scan(family, prefix, [&](std::string_view key, std::string_view value) {
    found.push_back(
        {DecodeArrival(key).value_or(0), DecodeHistory(value).value_or(HistoryEntry())});
    return true;
  }));
  const bool fits = std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                               [](const StoredGraph::Logged& a, const StoredGraph::Logged& b) {
                                 return a.arrival == b.arrival && a.entry == b.entry;
                               });
  if (!fits) {
    Find(std::string(Name(family)) + ": the history of assertion " +
         std::to_string(expected.front().arrival) + " differs from what was said");
  }
  return {};
}

Status Verifier::CheckIds() {
  uint64_t ids = 0;
  Status status;
  STEMMA_TRY(store_.Scan(Family::kIds, "", [&](std::string_view key, std::string_view value) {
    ++ids;
    const auto entry = DecodeId(value);
    const auto stored =
        entry ? graph_.Stored(entry->node)
              : Result<StoredNode>(tl::unexpected<Error>(Damaged("an id leads to no node")));
    if (!stored.has_value()) {
      Find("ids: \"" + std::string(key) + "\": " + stored.error().message);
    } else if (stored->id != key || stored->facts.kind != entry->kind) {
      Find("ids: \"" + std::string(key) + "\" leads to \"" + stored->id + "\"");
    }
    return true;
  }));
  if (ids != result_.nodes) {
    Find("ids: " + std::to_string(ids) + " ids for " + std::to_string(result_.nodes) + " nodes");
  }
  return status;
}

}  // namespace stemma
