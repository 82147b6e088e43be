#include "storage/import_sink.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "graph/model/redaction.h"
#include "graph/model/rules.h"
#include "graph/model/searchable.h"
#include "storage/import_commit.h"
#include "storage/record_codec.h"
#include "storage/redacted_lines.h"

namespace stemma {
namespace {

// Edges that wait for their nodes in memory.
constexpr size_t kWaitingMax = size_t{1} << 16U;

bool Fits(const Evidence& evidence, std::string_view text, const CodePoints& code_points) {
  return CheckEvidence(evidence, text, code_points).has_value();
}

tl::unexpected<Error> Missing(std::string_view end, std::string_view id) {
  return InvalidInput(std::string(end) + ": no node \"" + std::string(id) +
                      "\" in the import or in the store");
}

tl::unexpected<Error> WasRedacted(std::string_view id) {
  return InvalidInput("\"" + std::string(id) + "\" was redacted: words of it are not stored again");
}

// For a node, or an assertion, of this number.
Status RequireRoom(uint64_t number) {
  return number <= kNumberMax
             ? Status()
             : Status(Fail(ErrorCode::kUnsupported,
                           "the store is full: it numbers 2^40 nodes and assertions"));
}

EdgeClass ClassOf(const EdgeAssertion& assertion) {
  EdgeClass edge{FactsOf(assertion, NodeId()), assertion.at, assertion.at};
  edge.facts.arrival = 0;
  return edge;
}

void RemoveFolder(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

// Sorts by text, then by arrival, and carries the node.
std::string IndexEntry(std::string_view text, uint64_t arrival, NodeId node) {
  return TextKey(text, arrival) + NumberKey(node.value);
}

}  // namespace

ImportSink::ImportSink(RocksStore& store, const StoredGraph& graph, const Counters& counters,
                       std::filesystem::path folder, size_t batch_bytes_max, WriterEdges& edges,
                       Evidences evidences, std::set<std::string> redacted)
    : store_(store),
      batch_bytes_max_(batch_bytes_max),
      edges_(edges),
      evidences_(evidences),
      state_(graph, counters, folder),
      redacted_(std::move(redacted)) {
}

ImportSink::~ImportSink() {
  RemoveFolder(state_.folder);
}

Result<std::unique_ptr<GraphSink>> ImportSink::Begin(RocksStore& store, const StoredGraph& graph,
                                                     std::filesystem::path folder,
                                                     size_t batch_bytes_max, WriterEdges& edges,
                                                     Evidences evidences) {
  RemoveFolder(folder);  // left by an import that was killed
  STEMMA_ASSIGN(const Counters counters, graph.ReadCounters());
  STEMMA_ASSIGN(const std::vector<NodeId> redacted, ReadRedactedNodes(store));
  STEMMA_ASSIGN(const std::vector<std::string> redacted_ids, graph.Ids(redacted));
  return std::unique_ptr<GraphSink>(new ImportSink(store, graph, counters, std::move(folder),
                                                   batch_bytes_max, edges, evidences,
                                                   {redacted_ids.begin(), redacted_ids.end()}));
}

void ImportSink::ArriveAt(uint64_t arrival) {
  state_.SkipTo(arrival);
}

// `found`: by LookUp, if it was called for this line.
Result<ImportNode*> ImportSink::NodeOf(std::string_view id, SinkNode* found) {
  return found != nullptr ? static_cast<ImportNode*>(found) : state_.nodes.Of(id);
}

Status ImportSink::Take(const NodeAssertion& assertion, Place, const Prepared& prepared) {
  STEMMA_ASSIGN(ImportNode * node, NodeOf(assertion.id, prepared.from));
  STEMMA_TRY(RequireRoom(std::max(node->node.value, state_.counters.next_arrival)));
  if (!node->IsKnown()) {
    return AddFirst(*node, assertion);
  }
  if (redacted_.contains(assertion.id) && HasWords(assertion)) {
    return WasRedacted(assertion.id);
  }
  return node->Kind() == assertion.kind ? AddAgain(*node, assertion)
                                        : Status(KindConflict(assertion, node->Kind()));
}

Status ImportSink::Stage(uint64_t arrival, NodeId node, const NodeAssertion& assertion) {
  state_.class_of.Add(0);  // no edge
  state_.leaves.Add(assertion);
  return state_.staged.Add(arrival, node, assertion);
}

Status ImportSink::AddFirst(ImportNode& node, const NodeAssertion& assertion) {
  const NodeState state = MergeNode({&assertion, 1});
  const NodeFacts facts = FactsOf(state);
  const uint64_t arrival = state_.counters.next_arrival++;
  node.kind = static_cast<uint8_t>(assertion.kind);
  node.first_hand = facts.first_hand;
  node.unnamed = facts.unnamed;
  node.dated = facts.dated;
  node.date_start = facts.date.start;
  node.date_end = facts.date.end;
  node.at = assertion.at;
  node.arrival = arrival;
  ++state_.counters.nodes;
  ++state_.counters.assertions;
  ++state_.receipt.nodes_new;
  STEMMA_TRY(Stage(arrival, node.node, assertion));
  STEMMA_TRY(state_.ids.Add(TextPrefix(assertion.id) + EncodeId({node.node, assertion.kind})));
  return Index(node.node, arrival, state);
}

// All that was said of a node before, in the import or in the store.
Result<ImportState::Repeated*> ImportSink::RepeatedOf(const ImportNode& node) {
  const auto [place, is_new] = state_.repeated.try_emplace(node.node.value);
  ImportState::Repeated& repeated = place->second;
  if (is_new && node.is_new) {
    StoredNode& stored = repeated.stored;
    stored.id = node.Id();
    stored.earliest = stored.latest = node.at;
    stored.arrival = node.arrival;
    STEMMA_ASSIGN(const ArrivedNode first, state_.NodeAt(node.arrival));
    repeated.history = {{node.arrival, {node.at, true, ContentHash(first.assertion)}}};
  } else if (is_new) {
    STEMMA_ASSIGN(repeated.stored, state_.StoredBefore(node.node));
    STEMMA_ASSIGN(repeated.history,
                  state_.graph.NodeHistory(node.node, repeated.stored, state_.before));
  }
  return &repeated;
}

Status ImportSink::AddAgain(ImportNode& node, const NodeAssertion& assertion) {
  STEMMA_ASSIGN(ImportState::Repeated * repeated, RepeatedOf(node));
  std::vector<StoredGraph::Logged>& history = repeated->history;
  const std::string hash = ContentHash(assertion);
  if (std::any_of(history.begin(), history.end(),
                  [&](const StoredGraph::Logged& one) { return one.entry.hash == hash; })) {
    ++state_.receipt.unchanged;
    if (history.size() == 1) {
      state_.repeated.erase(node.node.value);  // nothing new was said
    }
    return {};
  }
  std::vector<NodeAssertion> said;
  for (const StoredGraph::Logged& one : history) {
    STEMMA_ASSIGN(ArrivedNode arrived, state_.NodeAt(one.arrival));
    said.push_back(std::move(arrived.assertion));
  }
  const NodeState before = MergeNode(said);
  said.push_back(assertion);
  const NodeState after = MergeNode(said);

  // Counted once: when all that was said before came before this import.
  if (history.back().arrival < state_.first_arrival) {
    ++state_.receipt.nodes_updated;
  }
  const uint64_t arrival = state_.counters.next_arrival++;
  ++state_.counters.assertions;
  STEMMA_TRY(Stage(arrival, node.node, assertion));
  history.push_back({arrival, {assertion.at, true, hash}});
  StoredNode& stored = repeated->stored;
  stored.facts = FactsOf(after);
  stored.earliest = std::min(stored.earliest, assertion.at);
  stored.latest = std::max(stored.latest, assertion.at);
  stored.has_history = true;
  STEMMA_TRY(Index(node.node, arrival, after));
  if (text_node_ == node.node) {
    text_node_.reset();
  }
  const auto old_text = before.Text("text");
  const auto new_text = after.Text("text");
  if (new_text && new_text != old_text) {
    return FindOrphans(node, assertion.id,
                       old_text ? std::optional<std::string>(*old_text) : std::nullopt,
                       std::string(*new_text));
  }
  return {};
}

// An id that is one word as it stands is found in the index of ids.
Status ImportSink::Index(NodeId node, uint64_t arrival, const NodeState& state) {
  for (const std::string& name : FoldedNames(state)) {
    STEMMA_TRY(state_.names.Add(IndexEntry(name, arrival, node)));
  }
  for (const std::string& word : SearchableWords(state)) {
    if (word != state.id) {
      STEMMA_TRY(state_.words.Add(IndexEntry(word, arrival, node)));
    }
  }
  return {};
}

Status ImportSink::FindOrphans(const ImportNode& node, const std::string& id,
                               const std::optional<std::string>& before, const std::string& after) {
  std::vector<uint64_t> arrivals;
  for (uint32_t i = node.evidence; i != ImportNode::kNoEvidence; i = state_.evidence[i].before) {
    arrivals.push_back(state_.evidence[i].arrival);
  }
  STEMMA_TRY(store_.Scan(Family::kEvidence, NumberKey(node.node.value),
                         [&](std::string_view key, std::string_view) {
                           arrivals.push_back(DecodeArrival(key).value_or(0));
                           return true;
                         }));
  std::sort(arrivals.begin(), arrivals.end());
  const CodePoints before_points(before ? std::string_view(*before) : std::string_view());
  const CodePoints after_points(after);
  for (const uint64_t arrival : arrivals) {
    STEMMA_ASSIGN(const ArrivedEdge edge, state_.EdgeAt(arrival));
    for (const Evidence& evidence : edge.assertion.evidence) {
      const bool fitted = !before || Fits(evidence, *before, before_points);
      if (evidence.in != id || !fitted || Fits(evidence, after, after_points)) {
        continue;
      }
      ++state_.receipt.orphaned;
      if (state_.receipt.orphans.size() < kOrphansListedMax) {
        state_.receipt.orphans.push_back({id, edge.assertion.from, edge.assertion.kind,
                                          edge.assertion.to, evidence.exact.value_or("")});
      }
    }
  }
  return {};
}

Result<const ImportSink::CountedText*> ImportSink::TextOf(const ImportNode& node) {
  if (text_node_ != node.node) {
    std::vector<NodeAssertion> said;
    if (const auto found = state_.repeated.find(node.node.value); found != state_.repeated.end()) {
      for (const StoredGraph::Logged& one : found->second.history) {
        STEMMA_ASSIGN(ArrivedNode arrived, state_.NodeAt(one.arrival));
        said.push_back(std::move(arrived.assertion));
      }
    } else if (node.is_new) {
      STEMMA_ASSIGN(ArrivedNode arrived, state_.NodeAt(node.arrival));
      said.push_back(std::move(arrived.assertion));
    } else {
      STEMMA_ASSIGN(std::vector<ArrivedNode> stored, state_.graph.NodeAssertions(node.node));
      for (ArrivedNode& one : stored) {
        said.push_back(std::move(one.assertion));
      }
    }
    const NodeState state = MergeNode(said);
    const auto text = state.Text("text");
    text_ = text ? std::make_unique<const CountedText>(std::string(*text)) : nullptr;
    text_node_ = node.node;
  }
  return text_.get();
}

Status ImportSink::RefuseRedacted(const EdgeAssertion& assertion) const {
  std::string redacted;
  const auto is_redacted = [&](const std::string& id) {
    redacted = redacted_.contains(id) ? id : redacted;
    return !redacted.empty();
  };
  const bool is_refused =
      !redacted_.empty() && HasWords(assertion) && SpeaksOf(assertion, is_redacted);
  return is_refused ? Status(WasRedacted(redacted)) : Status();
}

Status ImportSink::CheckWords(const EdgeAssertion& assertion) {
  for (const Evidence& evidence : assertion.evidence) {
    if (evidence.in.empty() || evidences_ == Evidences::kCheckedBefore) {
      continue;
    }
    STEMMA_ASSIGN(const ImportNode* in, state_.nodes.Of(evidence.in));
    if (!in->IsKnown()) {
      continue;
    }
    STEMMA_ASSIGN(const CountedText* text, TextOf(*in));
    if (text != nullptr) {
      STEMMA_TRY(CheckEvidence(evidence, text->text, text->code_points));
    }
  }
  return {};
}

Status ImportSink::Take(const EdgeAssertion& assertion, Place place, const Prepared& prepared) {
  STEMMA_ASSIGN(const ImportNode* from, NodeOf(assertion.from, prepared.from));
  STEMMA_ASSIGN(const ImportNode* to, NodeOf(assertion.to, prepared.to));
  if (IsBare(assertion)) {
    said_ = {assertion.kind, UtteranceOf(assertion), state_.NumberOf(ClassOf(assertion)), {}};
    return AddBare(*from, *to, place, [&] { state_.leaves.Add(assertion); });
  }
  return AddWhole(*from, *to, assertion, place);
}

Status ImportSink::AddAlike(SinkNode& from, SinkNode& to, Place place) {
  if (!said_.lines) {
    EdgeAssertion said;
    said.kind = said_.kind;
    said.at = said_.utterance.at;
    said.by = said_.utterance.by;
    said_.lines.emplace(std::move(said));
  }
  const auto& begin = static_cast<const ImportNode&>(from);
  const auto& end = static_cast<const ImportNode&>(to);
  return AddBare(begin, end, place, [&] { state_.leaves.Add(*said_.lines, begin.Id(), end.Id()); });
}

template <class AddLeaf>
Status ImportSink::AddBare(const ImportNode& from, const ImportNode& to, Place place,
                           AddLeaf add_leaf) {
  const EdgeKey ends{from.node, said_.kind, to.node};
  const uint64_t arrival = state_.counters.next_arrival;
  STEMMA_TRY(CheckEnds(ends, from, to, place, /*has_evidence=*/false));
  state_.class_of.Add(said_.class_number);
  add_leaf();
  STEMMA_TRY(state_.staged.AddBare(arrival, ends, said_.utterance));
  return AddEnds(ends, arrival);
}

Status ImportSink::AddWhole(const ImportNode& from, const ImportNode& to,
                            const EdgeAssertion& assertion, Place place) {
  STEMMA_TRY(RefuseRedacted(assertion));
  const EdgeKey ends{from.node, assertion.kind, to.node};
  const uint64_t arrival = state_.counters.next_arrival;
  STEMMA_ASSIGN(const bool is_known, CheckEnds(ends, from, to, place, !assertion.evidence.empty()));
  if (is_known) {
    STEMMA_TRY(CheckWords(assertion));
    STEMMA_TRY(NoteEvidence(assertion, arrival));
  }
  state_.class_of.Add(state_.NumberOf(ClassOf(assertion)));
  state_.leaves.Add(assertion);
  STEMMA_TRY(state_.staged.AddWhole(arrival, assertion));
  return AddEnds(ends, arrival);
}

Result<bool> ImportSink::CheckEnds(const EdgeKey& ends, const ImportNode& from,
                                   const ImportNode& to, Place place, bool has_evidence) {
  const uint64_t arrival = state_.counters.next_arrival;
  STEMMA_TRY(RequireRoom(std::max({arrival, ends.from.value, ends.to.value})));
  if (!from.IsKnown() || !to.IsKnown()) {
    STEMMA_TRY(
        Wait({PackEdge(OutOf(ends), arrival), place.line, place.source, has_evidence ? 1U : 0U}));
    return false;
  }
  STEMMA_TRY(CheckEndpoints(ends.kind, from.Kind(), to.Kind()));
  return true;
}

Status ImportSink::AddEnds(const EdgeKey& ends, uint64_t arrival) {
  ++state_.counters.next_arrival;
  STEMMA_TRY(state_.out.Add(PackEdge(OutOf(ends), arrival)));
  return state_.in.Add(PackEdge(InOf(ends), arrival));
}

Status ImportSink::NoteEvidence(const EdgeAssertion& assertion, uint64_t arrival) {
  for (const Evidence& evidence : assertion.evidence) {
    if (!evidence.in.empty()) {
      STEMMA_ASSIGN(ImportNode * in, state_.nodes.Of(evidence.in));
      const bool is_noted = in->evidence != ImportNode::kNoEvidence &&
                            state_.evidence[in->evidence].arrival == arrival;
      if (!is_noted) {
        state_.evidence.push_back({arrival, in->evidence});
        in->evidence = static_cast<uint32_t>(state_.evidence.size() - 1);
      }
    }
  }
  return {};
}

Status ImportSink::Wait(const Waiting& edge) {
  waiting_.push_back(edge);
  if (waiting_.size() < kWaitingMax) {
    return {};
  }
  if (!waiting_file_) {
    STEMMA_ASSIGN(TemporaryFile file, TemporaryFile::Make(state_.folder));
    waiting_file_.emplace(std::move(file));
  }
  STEMMA_TRY(waiting_file_->Append(waiting_.data(), waiting_.size() * sizeof(Waiting)));
  waiting_.clear();
  return {};
}

Status ImportSink::CheckWaiting(const Waiting& edge) {
  const Adjacency ends = EndsOf(edge.edge);
  const uint64_t arrival = ArrivalOf(edge.edge);
  const ImportNode* from = state_.nodes.Numbered(ends.near);
  const ImportNode* to = state_.nodes.Numbered(ends.far);
  if (!from->IsKnown()) {
    return Missing("from", from->Id());
  }
  if (!to->IsKnown()) {
    return Missing("to", to->Id());
  }
  STEMMA_TRY(CheckEndpoints(ends.kind, from->Kind(), to->Kind()));
  if (edge.has_evidence == 0) {
    return {};
  }
  STEMMA_ASSIGN(const ArrivedEdge arrived, state_.EdgeAt(arrival));
  STEMMA_TRY(CheckWords(arrived.assertion));
  return NoteEvidence(arrived.assertion, arrival);
}

Status ImportSink::CheckAll(const std::vector<Waiting>& edges, std::vector<Rejection>& rejected) {
  for (const Waiting& edge : edges) {
    Status status = CheckWaiting(edge);
    if (!status.has_value() && status.error().code != ErrorCode::kInvalidInput) {
      return status;
    }
    if (!status.has_value()) {
      state_.dropped.insert(ArrivalOf(edge.edge));
      rejected.push_back({{edge.source, edge.line}, std::move(status).error()});
      ++state_.receipt.rejected;
    }
  }
  return {};
}

Result<std::vector<Rejection>> ImportSink::RejectWaiting() {
  std::vector<Rejection> rejected;
  const uint64_t in_file = waiting_file_ ? waiting_file_->Size() / sizeof(Waiting) : 0;
  std::vector<Waiting> edges(in_file == 0 ? 0 : kWaitingMax);  // the file holds whole buffers
  for (uint64_t i = 0; i < in_file; i += kWaitingMax) {
    STEMMA_TRY(
        waiting_file_->ReadAt(i * sizeof(Waiting), edges.data(), edges.size() * sizeof(Waiting)));
    STEMMA_TRY(CheckAll(edges, rejected));
  }
  STEMMA_TRY(CheckAll(waiting_, rejected));
  waiting_.clear();
  waiting_file_.reset();
  is_checked_ = true;
  return rejected;
}

Result<Receipt> ImportSink::Commit() {
  if (!is_checked_ && (!waiting_.empty() || waiting_file_)) {
    return InvalidInput("edges still wait for nodes that did not come");
  }
  const uint64_t bytes = state_.staged.Bytes() +
                         (state_.out.Count() + state_.receipt.nodes_new) * sizeof(Number128) * 2;
  STEMMA_TRY(CommitImport(state_, store_, bytes > batch_bytes_max_, edges_));
  return state_.receipt;
}

}  // namespace stemma
