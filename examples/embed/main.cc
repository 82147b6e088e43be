// Stores a small lineage and follows it back, without the command line.
// usage: embed STORE
#include <iostream>
#include <string>

#include "graph/algo/trace.h"
#include "storage/database.h"

namespace {

stemma::NodeAssertion Node(stemma::NodeKind kind, const std::string& id) {
  stemma::NodeAssertion node;
  node.id = id;
  node.kind = kind;
  node.by = "examples/embed";
  return node;
}

stemma::EdgeAssertion Edge(const std::string& from, stemma::EdgeKind kind, const std::string& to) {
  stemma::EdgeAssertion edge;
  edge.from = from;
  edge.kind = kind;
  edge.to = to;
  edge.by = "examples/embed";
  return edge;
}

// All of it, or nothing.
stemma::Status Fill(const std::string& path) {
  STEMMA_ASSIGN(const auto store, stemma::StoreWriter::Open(path));
  STEMMA_ASSIGN(const auto sink, store->Begin());
  STEMMA_TRY(sink->Add(Node(stemma::NodeKind::kArticle, "blog"), {}));
  STEMMA_TRY(sink->Add(Node(stemma::NodeKind::kArticle, "wire"), {}));
  STEMMA_TRY(sink->Add(Node(stemma::NodeKind::kDocument, "report"), {}));
  STEMMA_TRY(sink->Add(Edge("blog", stemma::EdgeKind::kDerivedFrom, "wire"), {}));
  STEMMA_TRY(sink->Add(Edge("wire", stemma::EdgeKind::kCites, "report"), {}));
  STEMMA_TRY(sink->Commit());
  return {};
}

stemma::Status Ask(const std::string& path, const std::string& id) {
  STEMMA_ASSIGN(const auto store, stemma::StoreReader::Open(path));
  const stemma::GraphView& graph = store->View();
  STEMMA_ASSIGN(const auto node, graph.Find(id));
  STEMMA_ASSIGN(const stemma::Trace trace,
                stemma::TraceNode(graph, node.value(), stemma::Filter(), stemma::TraceOptions()));
  for (const stemma::Chain& chain : trace.chains) {
    STEMMA_ASSIGN(const auto ids, graph.Ids(chain.nodes));
    for (const std::string& one : ids) {
      std::cout << one << " ";
    }
    std::cout << "(" << Name(chain.ends) << ", " << chain.hops << " hops)\n";
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: embed STORE\n";
    return 2;
  }
  stemma::Status done = Fill(argv[1]);
  if (done) {
    done = Ask(argv[1], "blog");
  }
  if (!done) {
    std::cerr << "embed: " << done.error().message << "\n";
    return 1;
  }
  return 0;
}
