#include "storage/import_parts.h"

#include <algorithm>
#include <utility>

#include "storage/commit_log.h"
#include "storage/commit_tree.h"

namespace stemma {
namespace {

// Nodes under one entry of a search index.
constexpr size_t kIndexNodesMax = 1024;

}  // namespace

Status ImportParts::WriteAssertions() {
  std::vector<std::string> times;
  STEMMA_TRY(
      state_.staged.Each(state_.dropped, [&](const StagedAssertions::Block& block) -> Status {
        times.push_back(TimeKey({block.latest, block.first_arrival}));
        return writer_.Put(Family::kAssertions, NumberKey(block.first_arrival), block.value);
      }));
  std::sort(times.begin(), times.end());
  for (const std::string& key : times) {
    STEMMA_TRY(writer_.Put(Family::kTimes, key, ""));
  }
  return {};
}

Status ImportParts::WriteIds() {
  return state_.ids.Merge([&](std::string_view entry) {
    const size_t end = entry.find('\0');
    return writer_.Put(Family::kIds, entry.substr(0, end), entry.substr(end + 1));
  });
}

Status ImportParts::WriteIndex(TextSorter& entries, Family family) {
  constexpr size_t kTailBytes = 16;  // arrival and node, behind the zero
  std::string text;
  std::string key;
  std::vector<NodeId> nodes;
  const auto end_entry = [&]() {
    return nodes.empty() ? Status() : writer_.Put(family, key, EncodeNodes(nodes));
  };
  const Status merged = entries.Merge([&](std::string_view entry) -> Status {
    const std::string_view here = entry.substr(0, entry.size() - kTailBytes);
    if (here != text || nodes.size() == kIndexNodesMax) {
      STEMMA_TRY(end_entry());
      nodes.clear();
      text = here;
      key = entry.substr(0, entry.size() - 8);
    }
    nodes.push_back(NodeId{ReadBigEndian(entry.substr(entry.size() - 8))});
    return {};
  });
  STEMMA_TRY(merged);
  return end_entry();
}

Status ImportParts::WriteEvidence() {
  std::vector<std::pair<uint64_t, uint32_t>> lists;
  STEMMA_TRY(state_.nodes.Each([&](const ImportNode& node) -> Status {
    if (node.evidence != ImportNode::kNoEvidence && node.IsKnown()) {
      lists.emplace_back(node.node.value, node.evidence);
    }
    return {};
  }));
  std::sort(lists.begin(), lists.end());
  for (const auto& [node, last] : lists) {
    std::vector<uint64_t> arrivals;
    for (uint32_t i = last; i != ImportNode::kNoEvidence; i = state_.evidence[i].before) {
      arrivals.push_back(state_.evidence[i].arrival);
    }
    std::sort(arrivals.begin(), arrivals.end());
    for (const uint64_t arrival : arrivals) {
      if (!state_.dropped.contains(arrival)) {
        STEMMA_TRY(writer_.Put(Family::kEvidence, NumberKey(node) + NumberKey(arrival), ""));
      }
    }
  }
  return {};
}

Status ImportParts::WriteNodes(uint64_t first_new) {
  std::map<uint64_t, NodeBlock> touched;
  const auto touch = [&](uint64_t block) -> Status {
    if (!touched.contains(block)) {
      STEMMA_ASSIGN(touched[block], state_.graph.Block(block));
    }
    return {};
  };
  std::map<uint64_t, const ImportState::Repeated*> repeated;
  for (const auto& [node, said] : state_.repeated) {
    repeated.emplace(node, &said);
  }
  for (const auto& [node, said] : repeated) {
    STEMMA_TRY(WriteHistory(NodeId{node}, *said));
    if (node < first_new) {
      STEMMA_TRY(touch(node / kBlockNodes));
      touched[node / kBlockNodes][node] = said->stored;
    }
  }
  if (first_new % kBlockNodes != 0 && state_.nodes.NextNode() > first_new) {
    STEMMA_TRY(touch(first_new / kBlockNodes));
  }
  const Status walked = state_.nodes.Each([&](const ImportNode& node) -> Status {
    if (!node.is_new || !node.IsKnown()) {
      return {};
    }
    const uint64_t block = BlockOf(node.node);
    // Numbers rise: whatever lies before is complete.
    while (!touched.empty() && touched.begin()->first < block) {
      STEMMA_TRY(WriteBlock(touched));
    }
    const auto more = repeated.find(node.node.value);
    touched[block].emplace(node.node.value,
                           more == repeated.end() ? StoredOf(node) : more->second->stored);
    return {};
  });
  STEMMA_TRY(walked);
  while (!touched.empty()) {
    STEMMA_TRY(WriteBlock(touched));
  }
  return {};
}

Status ImportParts::MarkChanged(uint64_t first_new, const std::vector<NodeId>& folded) {
  std::vector<NodeId> changed = folded;
  for (const auto& [node, said] : state_.repeated) {
    if (node < first_new) {
      changed.push_back(NodeId{node});
    }
  }
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  for (const NodeId node : changed) {
    STEMMA_TRY(writer_.Put(Family::kChanged, NumberKey(node.value), ""));
  }
  return {};
}

Result<std::optional<StoredNode>> ImportParts::NewNode(uint64_t number) const {
  const ImportNode* node = state_.nodes.Numbered(NodeId{number});
  if (node == nullptr || !node->IsKnown()) {
    return std::optional<StoredNode>();
  }
  const auto more = state_.repeated.find(number);
  return std::optional(more == state_.repeated.end() ? StoredOf(*node) : more->second.stored);
}

Status ImportParts::WriteCounters() {
  state_.counters.next_node = state_.nodes.NextNode();
  return writer_.Put(Family::kMeta, kCountersKey, EncodeCounters(state_.counters));
}

// Where lines turned out bad or known, those that are left make another tree.
Result<MerkleTree> ImportParts::Tree() {
  if (state_.dropped.empty()) {
    return state_.leaves.Tree();
  }
  MerkleTree tree;
  const auto id_of = [this](NodeId node) { return state_.IdOf(node); };
  STEMMA_TRY(
      state_.staged.Each(state_.dropped, [&](const StagedAssertions::Block& block) -> Status {
        const auto decoded = DecodeAssertionBlock(block.first_arrival, block.value);
        for (const PackedAssertion& one : decoded.value_or(AssertionBlock()).assertions) {
          STEMMA_ASSIGN(const auto said, AssertionReader::Unpack(one, decoded->utterance, id_of));
          tree.Add(LeafOf(said));
        }
        return {};
      }));
  return tree;
}

Status ImportParts::WriteLog(const RocksStore& store) {
  STEMMA_ASSIGN(const MerkleTree tree, Tree());
  if (tree.Size() == 0) {
    return {};
  }
  STEMMA_ASSIGN(const auto last, LastCommit(store));
  const CommitEntry entry =
      EntryAfter(last, state_.first_arrival, state_.counters.next_arrival, tree);
  return writer_.Put(Family::kLog, NumberKey(entry.number), EncodeCommit(entry));
}

StoredNode ImportParts::StoredOf(const ImportNode& node) const {
  StoredNode stored;
  stored.facts.kind = node.Kind();
  stored.facts.first_hand = node.first_hand;
  stored.facts.unnamed = node.unnamed;
  stored.facts.dated = node.dated;
  stored.facts.date = {node.date_start, node.date_end};
  stored.earliest = stored.latest = node.at;
  stored.arrival = node.arrival;
  stored.id = node.Id();
  return stored;
}

Status ImportParts::WriteHistory(NodeId node, const ImportState::Repeated& said) {
  if (said.stored.has_history) {
    for (const StoredGraph::Logged& one : said.history) {
      STEMMA_TRY(writer_.Put(Family::kNodeHistory, NodeHistoryKey(node, one.arrival),
                             EncodeHistory(one.entry)));
    }
  }
  return {};
}

Status ImportParts::WriteBlock(std::map<uint64_t, NodeBlock>& touched) {
  const auto first = touched.begin();
  STEMMA_TRY(writer_.Put(Family::kNodes, NumberKey(first->first),
                         EncodeNodeBlock(first->first, first->second)));
  touched.erase(first);
  return {};
}

}  // namespace stemma
