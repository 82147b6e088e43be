// The write port over a store: checks, numbers and stages each assertion as it comes.
//
// What can only be known when all lines are in, or needs an edge's earlier assertions, is left to
// the end: then all that is said of an edge stands together, and no line costs a look-up.
// Source: docs/key-format.md, docs/architecture.md.
// Thread safety: as of GraphSink.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/base/code_points.h"
#include "graph/model/graph_sink.h"
#include "storage/import_commit.h"
#include "storage/import_state.h"
#include "storage/rocks_store.h"

namespace stemma {

class ImportSink : public GraphSink {
 public:
  // What was stored once may be imported again although a text has changed since.
  enum class Evidences { kChecked, kCheckedBefore };

  // Borrows all three; Commit keeps `edges` up to date. An import that stages more than
  // `batch_bytes_max` is committed by sorted files.
  static Result<std::unique_ptr<GraphSink>> Begin(RocksStore& store, const StoredGraph& graph,
                                                  std::filesystem::path folder,
                                                  size_t batch_bytes_max, WriterEdges& edges,
                                                  Evidences evidences = Evidences::kChecked);
  ~ImportSink() override;

  // The next assertion arrives with this number, which is not below those before: for who imports
  // anew what has arrived once.
  void ArriveAt(uint64_t arrival);

  Status LookUp(std::span<Lookup> ids) override { return state_.nodes.LookUp(ids); }
  Status AddAlike(SinkNode& from, SinkNode& to, Place place) override;
  bool TakesAlike() const override { return true; }
  Result<std::vector<Rejection>> RejectWaiting() override;
  Result<Receipt> Commit() override;

 private:
  ImportSink(RocksStore& store, const StoredGraph& graph, const Counters& counters,
             std::filesystem::path folder, size_t batch_bytes_max, WriterEdges& edges,
             Evidences evidences, std::set<std::string> redacted);

  // An edge of which an end has no kind yet: all of a file may be, when its nodes come last.
  struct Waiting {
    Number128 edge;     // as of PackEdge
    uint64_t line = 0;  // of the place
    uint32_t source = 0;
    uint32_t has_evidence = 0;
  };

  // Many evidences are checked against one text.
  struct CountedText {
    explicit CountedText(std::string given) : text(std::move(given)), code_points(text) {}
    CountedText(const CountedText&) = delete;
    CountedText& operator=(const CountedText&) = delete;
    std::string text;
    CodePoints code_points;  // of `text`
  };

  // What a bare edge says, but for its ends.
  struct SaidOfEdge {
    EdgeKind kind = EdgeKind::kCites;
    Utterance utterance;
    uint32_t class_number = 0;
    std::optional<BareEdgeLines> lines;  // once an edge like it came
  };

  Status Take(const NodeAssertion& assertion, Place place, const Prepared& prepared) override;
  Status Take(const EdgeAssertion& assertion, Place place, const Prepared& prepared) override;
  Status AddFirst(ImportNode& node, const NodeAssertion& assertion);
  Status AddAgain(ImportNode& node, const NodeAssertion& assertion);
  Status Stage(uint64_t arrival, NodeId node, const NodeAssertion& assertion);
  // `add_leaf` adds the edge's line.
  template <class AddLeaf>
  Status AddBare(const ImportNode& from, const ImportNode& to, Place place, AddLeaf add_leaf);
  Status AddWhole(const ImportNode& from, const ImportNode& to, const EdgeAssertion& assertion,
                  Place place);
  // The beginning and the end of either. Whether both ends are known: else the edge waits.
  Result<bool> CheckEnds(const EdgeKey& ends, const ImportNode& from, const ImportNode& to,
                         Place place, bool has_evidence);
  Status AddEnds(const EdgeKey& ends, uint64_t arrival);
  Result<ImportState::Repeated*> RepeatedOf(const ImportNode& node);
  Status Index(NodeId node, uint64_t arrival, const NodeState& state);
  Status FindOrphans(const ImportNode& node, const std::string& id,
                     const std::optional<std::string>& before, const std::string& after);
  // InvalidInput where words would come back that were redacted.
  Status RefuseRedacted(const EdgeAssertion& assertion) const;
  Status CheckWords(const EdgeAssertion& assertion);
  // The text of a node as it stands, or null; until the next call.
  Result<const CountedText*> TextOf(const ImportNode& node);
  Result<ImportNode*> NodeOf(std::string_view id, SinkNode* found);
  Status NoteEvidence(const EdgeAssertion& assertion, uint64_t arrival);
  Status Wait(const Waiting& edge);
  Status CheckWaiting(const Waiting& edge);
  Status CheckAll(const std::vector<Waiting>& edges, std::vector<Rejection>& rejected);

  RocksStore& store_;
  size_t batch_bytes_max_;
  WriterEdges& edges_;
  Evidences evidences_;
  ImportState state_;
  SaidOfEdge said_;                            // by the last bare edge
  std::vector<Waiting> waiting_;               // the last ones
  std::optional<TemporaryFile> waiting_file_;  // those before
  bool is_checked_ = false;                    // the waiting ones were
  std::set<std::string> redacted_;             // ids; mostly none
  // Evidence of one work usually comes in a row; its text is merged once.
  std::optional<NodeId> text_node_;
  std::unique_ptr<const CountedText> text_;  // of text_node_; null: it has none
};

}  // namespace stemma
