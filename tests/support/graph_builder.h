// Builds small graphs in memory, for tests that read like the graph they are about.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/memory_graph.h"

namespace stemma::testing {

class GraphBuilder {
 public:
  GraphBuilder();

  // `fields`: pairs of a name and a value; "true", "false" and lists ("[…]") are taken as JSON, all
  // else as text.
  GraphBuilder& Node(NodeKind kind, const std::string& id,
                     std::vector<std::pair<std::string, std::string>> fields = {}, Instant at = 0);
  GraphBuilder& Edge(const std::string& from, EdgeKind kind, const std::string& to,
                     const std::function<void(EdgeAssertion&)>& edit = nullptr);

  // Ends the building; the graph lives as long as the builder.
  const MemoryGraph& Graph();

  NodeId Id(std::string_view id);
  std::vector<std::string> Names(const std::vector<NodeId>& nodes);

 private:
  std::unique_ptr<MemoryGraph> graph_;
  std::unique_ptr<GraphSink> sink_;
};

}  // namespace stemma::testing
