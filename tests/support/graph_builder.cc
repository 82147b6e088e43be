#include "support/graph_builder.h"

#include "support/must.h"

namespace stemma::testing {

GraphBuilder::GraphBuilder() : graph_(std::make_unique<MemoryGraph>()), sink_(graph_->Begin()) {
}

GraphBuilder& GraphBuilder::Node(NodeKind kind, const std::string& id,
                                 std::vector<std::pair<std::string, std::string>> fields,
                                 Instant at) {
  NodeAssertion assertion;
  assertion.id = id;
  assertion.kind = kind;
  for (auto& [name, value] : fields) {
    const bool is_json = value == "true" || value == "false" || value.starts_with('[');
    assertion.fields.push_back({name, !is_json, value});
  }
  assertion.at = at;
  assertion.at_given = true;
  Must(sink_->Add(assertion, {}));
  return *this;
}

GraphBuilder& GraphBuilder::Edge(const std::string& from, EdgeKind kind, const std::string& to,
                                 const std::function<void(EdgeAssertion&)>& edit) {
  EdgeAssertion assertion;
  assertion.from = from;
  assertion.kind = kind;
  assertion.to = to;
  assertion.at_given = true;
  if (kind == EdgeKind::kSameAs) {
    assertion.judgement = Judgement::kSame;
  }
  if (edit) {
    edit(assertion);
  }
  Must(sink_->Add(assertion, {}));
  return *this;
}

const MemoryGraph& GraphBuilder::Graph() {
  if (sink_) {
    Must(sink_->Commit());
    sink_ = nullptr;
  }
  return *graph_;
}

NodeId GraphBuilder::Id(std::string_view id) {
  return Must(Graph().Find(id)).value();
}

std::vector<std::string> GraphBuilder::Names(const std::vector<NodeId>& nodes) {
  return Must(Graph().Ids(nodes));
}

}  // namespace stemma::testing
