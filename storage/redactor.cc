#include "storage/redactor.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "graph/model/redaction.h"
#include "graph/model/searchable.h"
#include "graph/model/state.h"
#include "storage/commit_tree.h"
#include "storage/record_codec.h"

namespace stemma {
namespace {

// Shorter ones stand in many texts that do not mean them.
constexpr size_t kNameBytesMin = 4;

void AddTo(AssertionBlockBuilder& block, const ArrivedAssertion& left, const Utterance& own,
           NodeId node, bool was_plain) {
  if (const auto* said = std::get_if<ArrivedNode>(&left); said != nullptr && was_plain) {
    block.AddPlain(said->arrival, own, node, said->assertion);
    return;
  }
  std::visit(
      [&](const auto& one) {
        block.AddRecord(one.arrival, one.assertion.at, EncodeRecord(one.assertion));
      },
      left);
}

}  // namespace

Status Redactor::Run(const std::vector<std::string>& ids) {
  STEMMA_TRY(Find(ids));
  STEMMA_ASSIGN(before_, ReadRedactedByArrival(store_));
  const Status scanned = ScanCommits(store_, 0, [&](const CommitEntry& entry) -> Result<bool> {
    commits_.push_back(entry);
    return true;
  });
  STEMMA_TRY(scanned);
  STEMMA_TRY(RedactAssertions());
  STEMMA_TRY(RedactIndex(Family::kNames, /*is_of_names=*/true));
  STEMMA_TRY(RedactIndex(Family::kWords, /*is_of_names=*/false));
  found_.lines = lines_.size();
  return {};
}

Status Redactor::Find(const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    STEMMA_ASSIGN(const auto found, graph_.Identify(id));
    if (!found) {
      return InvalidInput("no node \"" + id + "\"");
    }
    NodeAssertion& node = nodes_[found->node];
    node.id = id;
    node.kind = found->kind;
    ids_[id] = found->node;
    STEMMA_ASSIGN(const auto said, graph_.NodeAssertions(found->node));
    for (const ArrivedNode& one : said) {
      const NodeState state = MergeNode({&one.assertion, 1});
      std::vector<std::string> names = state.Aliases();
      for (const std::string_view field : {"name", "title"}) {
        names.emplace_back(state.Text(field).value_or(""));
      }
      std::copy_if(names.begin(), names.end(), std::back_inserter(names_),
                   [](const std::string& name) { return name.size() >= kNameBytesMin; });
    }
  }
  return {};
}

Status Redactor::RedactAssertions() {
  Status status;
  STEMMA_TRY(
      store_.Scan(Family::kAssertions, "", [&](std::string_view key, std::string_view value) {
        const auto first = DecodeNumberKey(key);
        status =
            first ? RedactBlock(*first, value) : Status(Damaged("an assertion has no arrival"));
        return status.has_value();
      }));
  return status;
}

Status Redactor::RedactBlock(uint64_t first_arrival, std::string_view value) {
  const auto block = DecodeAssertionBlock(first_arrival, value);
  if (!block) {
    return Damaged("a block of assertions cannot be read");
  }
  AssertionBlockBuilder left;
  bool is_changed = false;
  for (const PackedAssertion& packed : block->assertions) {
    while (commit_ < commits_.size() && packed.arrival >= commits_[commit_].end_arrival) {
      ++commit_;
      index_ = 0;
    }
    STEMMA_ASSIGN(const bool is_redacted, Redact(packed, block->utterance, left));
    if (!is_redacted) {
      left.Add(packed, block->utterance, packed.at);
    }
    is_changed |= is_redacted;
    ++index_;
  }
  return is_changed ? batch_.Put(Family::kAssertions, NumberKey(first_arrival), left.Take())
                    : Status();
}

Result<bool> Redactor::Redact(const PackedAssertion& packed, const Utterance& utterance,
                              AssertionBlockBuilder& block) {
  if (std::holds_alternative<PlainEdge>(packed.said)) {
    return false;  // has no words
  }
  const auto* plain = std::get_if<PlainNode>(&packed.said);
  const auto id_of = [this](NodeId node) -> Result<std::string> {
    STEMMA_ASSIGN(StoredNode stored, graph_.Stored(node));
    return std::move(stored.id);
  };
  STEMMA_ASSIGN(const ArrivedAssertion said, AssertionReader::Unpack(packed, utterance, id_of));
  ArrivedAssertion left = said;
  if (auto* node = std::get_if<ArrivedNode>(&left)) {
    const auto found = ids_.find(node->assertion.id);
    if (found == ids_.end()) {
      LookForNames(node->assertion);
      return false;
    }
    node->assertion = WithoutWords(std::move(node->assertion));
    left_[found->second].push_back(node->assertion);
    if (!HasWords(std::get<ArrivedNode>(said).assertion)) {
      return false;
    }
    Utterance own = utterance;
    own.at = packed.at;
    AddTo(block, left, own, found->second, plain != nullptr);
  } else {
    auto& edge = std::get<ArrivedEdge>(left);
    const auto is_such = [this](const std::string& id) { return ids_.contains(id); };
    if (!SpeaksOf(edge.assertion, is_such)) {
      LookForNames(edge.assertion);
      return false;
    }
    if (!HasWords(edge.assertion)) {
      return false;
    }
    edge.assertion = WithoutWords(std::move(edge.assertion));
    AddTo(block, left, utterance, NodeId(), false);
  }
  STEMMA_TRY(Take(said, left));
  return true;
}

Status Redactor::Take(const ArrivedAssertion& said, const ArrivedAssertion& left) {
  RedactedLine line;
  line.arrival = std::visit([](const auto& one) { return one.arrival; }, said);
  if (const auto earlier = before_.find(line.arrival); earlier != before_.end()) {
    line = earlier->second;
  } else {
    line.commit = commit_ < commits_.size() ? commits_[commit_].number : 0;
    line.index = index_;
    line.leaf = LeafOf(said);
  }
  line.left = LeafOf(left);
  lines_.push_back(line);
  return RedactHistory(left);
}

// Its hash is one of what was said, and short words can be guessed from it.
Status Redactor::RedactHistory(const ArrivedAssertion& left) {
  Family family = Family::kNodeHistory;
  std::string key;
  std::string hash;
  if (const auto* node = std::get_if<ArrivedNode>(&left)) {
    key = NodeHistoryKey(ids_.at(node->assertion.id), node->arrival);
    hash = ContentHash(node->assertion);
  } else {
    const auto& edge = std::get<ArrivedEdge>(left);
    STEMMA_ASSIGN(const auto from, graph_.Find(edge.assertion.from));
    STEMMA_ASSIGN(const auto to, graph_.Find(edge.assertion.to));
    family = Family::kEdgeHistory;
    key = EdgeHistoryKey({from.value_or(NodeId()), edge.assertion.kind, to.value_or(NodeId())},
                         edge.arrival);
    hash = ContentHash(edge.assertion);
  }
  STEMMA_ASSIGN(const auto value, store_.Get(family, key));
  auto entry = value ? DecodeHistory(*value) : std::nullopt;
  if (!entry) {
    return value ? Status(Damaged("a history cannot be read")) : Status();
  }
  entry->hash = hash;
  return batch_.Put(family, key, EncodeHistory(*entry));
}

// A text leads to a node no more, unless what is left of it is found by that.
Status Redactor::RedactIndex(Family family, bool is_of_names) {
  constexpr size_t kTailBytes = 9;  // a zero and the arrival
  std::map<NodeId, std::vector<std::string>> kept;
  for (const auto& [node, assertions] : left_) {
    const NodeState state = MergeNode(assertions);
    kept[node] = is_of_names ? FoldedNames(state) : SearchableWords(state);
  }
  Status status;
  STEMMA_TRY(store_.Scan(family, "", [&](std::string_view key, std::string_view value) {
    auto nodes = DecodeNodes(value);
    if (!nodes || key.size() < kTailBytes) {
      status = Damaged("an entry of a search index cannot be read");
      return false;
    }
    const std::string_view text = key.substr(0, key.size() - kTailBytes);
    const size_t before = nodes->size();
    std::erase_if(*nodes, [&](NodeId node) {
      const auto found = kept.find(node);
      return found != kept.end() &&
             !std::binary_search(found->second.begin(), found->second.end(), text);
    });
    if (nodes->size() != before) {
      status = nodes->empty() ? batch_.Remove(family, key)
                              : batch_.Put(family, key, EncodeNodes(*nodes));
    }
    return status.has_value();
  }));
  return status;
}

bool Redactor::Prints(std::string_view text) const {
  return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
    return text.find(name) != std::string_view::npos;
  });
}

void Redactor::NoteStill(const std::string& node, std::string_view where) {
  ++found_.still_printed;
  if (found_.still.size() < kStillListedMax) {
    found_.still.push_back({node, std::string(where)});
  }
}

void Redactor::LookForNames(const NodeAssertion& node) {
  for (const Field& field : node.fields) {
    if (Prints(field.value)) {
      NoteStill(node.id, field.name);
    }
  }
}

void Redactor::LookForNames(const EdgeAssertion& edge) {
  const auto is_printed = [&](const std::optional<std::string>& text) {
    return text && Prints(*text);
  };
  const bool is_in_evidence =
      std::any_of(edge.evidence.begin(), edge.evidence.end(), [&](const Evidence& evidence) {
        return is_printed(evidence.exact) || is_printed(evidence.prefix) ||
               is_printed(evidence.suffix);
      });
  if (is_in_evidence || is_printed(edge.as_printed) || is_printed(edge.because)) {
    NoteStill(edge.from, Name(edge.kind));
  }
}

}  // namespace stemma
