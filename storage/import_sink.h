// The write port over a staging area: checks, places and indexes each assertion as it comes.
//
// Source: docs/key-format.md, docs/architecture.md.
// Thread safety: one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/model/graph_sink.h"
#include "storage/staging.h"
#include "storage/stored_graph.h"

namespace stemma {

class ImportSink : public GraphSink {
 public:
  static Result<std::unique_ptr<GraphSink>> Begin(RocksStore& main, std::filesystem::path folder,
                                                  size_t staging_bytes_max);

  Status Add(const NodeAssertion& assertion, Place place) override;
  Status Add(const EdgeAssertion& assertion, Place place) override;
  std::vector<Rejection> TakeRejections() override;
  Result<std::vector<Rejection>> RejectWaiting() override;
  Result<Receipt> Commit() override;

 private:
  ImportSink(RocksStore& main, std::filesystem::path folder, size_t staging_bytes_max);

  Status PutNode(NodeId node, bool is_new, const NodeAssertion& assertion,
                 const std::vector<StoredGraph::Logged>& log);
  Status PutIndexes(NodeId node, const NodeState& state);
  Status FindOrphans(NodeId node, const std::string& id, const std::optional<std::string>& before,
                     const std::string& after);
  Status RetryWaiting(const std::string& id);
  Status PutRecord(uint64_t arrival, Instant at, std::string record);

  // Places an edge whose ends are both known.
  Status PutEdge(NodeId from, NodeId to, const EdgeAssertion& assertion, uint64_t arrival);
  Status PutAdjacency(const EdgeKey& key, const EdgeAssertion& assertion, uint64_t arrival,
                      std::vector<StoredGraph::Logged> log);
  Status CheckEdge(NodeId from, NodeId to, const EdgeAssertion& assertion);
  Status Wait(const std::string& missing, const EdgeAssertion& assertion, uint64_t arrival,
              Place place);
  Result<std::optional<std::string>> TextOf(NodeId node);

  Staging staging_;
  StoredGraph graph_;  // over the staging area
  Counters counters_;
  uint64_t first_arrival_ = 0;  // what came before it was there before this import
  uint64_t waiting_ = 0;
  std::vector<Rejection> rejections_;
  Receipt receipt_;
  // Evidence of one work usually comes in a row; its text is merged once.
  std::optional<NodeId> text_node_;
  std::optional<std::string> text_;
};

}  // namespace stemma
