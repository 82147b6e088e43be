#include "graph/algo/neighbourhood.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

// leak <- report <- wire <- copy <- blog, and what a page prints and who is behind it.
class Wire {
 public:
  Wire() {
    for (const char* id : {"report", "wire", "copy", "blog", "stranger"}) {
      builder_.Node(NodeKind::kArticle, id);
    }
    builder_.Node(NodeKind::kDocument, "leak")
        .Node(NodeKind::kDocument, "page", {})
        .Node(NodeKind::kOutlet, "agency")
        .Node(NodeKind::kSpeaker, "minister")
        .Node(NodeKind::kClaim, "claim")
        .Node(NodeKind::kQuote, "wire#1")
        .Node(NodeKind::kQuote, "stranger#1")
        .Node(NodeKind::kQuote, "report#1")
        .Edge("report", EdgeKind::kCites, "leak")
        .Edge("page", EdgeKind::kPartOf, "leak")
        .Edge("wire", EdgeKind::kCites, "report")
        .Edge("copy", EdgeKind::kDerivedFrom, "wire")
        .Edge("blog", EdgeKind::kDerivedFrom, "copy")
        .Edge("wire", EdgeKind::kPublishedBy, "agency")
        .Edge("stranger", EdgeKind::kPublishedBy, "agency")
        .Edge("wire", EdgeKind::kQuotes, "wire#1")
        .Edge("report", EdgeKind::kQuotes, "report#1")
        .Edge("stranger", EdgeKind::kQuotes, "stranger#1")
        .Edge("wire#1", EdgeKind::kQuotedFrom, "report#1")
        .Edge("wire#1", EdgeKind::kSpokenBy, "minister")
        .Edge("stranger#1", EdgeKind::kSpokenBy, "minister")
        .Edge("report", EdgeKind::kStates, "claim");
  }

  std::vector<std::string> Near(const std::string& id, const NeighbourhoodLimits& limits) {
    const MemoryGraph& graph = builder_.Graph();
    const std::vector<NodeId> asked = {builder_.Id(id)};
    const Neighbours near = Must(Neighbourhood(graph, asked, limits));
    is_cut = near.is_cut;
    std::vector<std::string> names = builder_.Names({near.nodes.begin(), near.nodes.end()});
    std::sort(names.begin(), names.end());
    return names;
  }

  bool is_cut = false;

 private:
  GraphBuilder builder_;
};

using Names = std::vector<std::string>;

TEST_CASE("a neighbourhood has all sources, who uses the node, and no strangers") {
  CHECK(Wire().Near("wire", {}) == Names{"agency", "claim", "copy", "leak", "minister", "page",
                                         "report", "report#1", "wire", "wire#1"});
}

TEST_CASE("hops count sourcing edges alone, and in one direction") {
  CHECK(Wire().Near("copy", {.hops_up = 1, .hops_down = 0}) ==
        Names{"agency", "copy", "minister", "wire", "wire#1"});
  CHECK(Wire().Near("report", {.hops_up = 0, .hops_down = 2}) ==
        Names{"agency", "claim", "copy", "minister", "report", "report#1", "wire", "wire#1"});
  CHECK(Wire().Near("leak", {.hops_up = 0, .hops_down = kAllHops}) ==
        Names{"agency", "blog", "copy", "leak", "page", "report", "wire"});
}

TEST_CASE("a claim's neighbourhood leads from whoever states it to their sources") {
  CHECK(Wire().Near("claim", {.hops_up = kAllHops, .hops_down = 0}) ==
        Names{"claim", "leak", "page", "report", "report#1"});
}

TEST_CASE("whoever points to an agent is one hop below, with the work that prints it") {
  CHECK(Wire().Near("minister", {}) ==
        Names{"agency", "minister", "stranger", "stranger#1", "wire", "wire#1"});
}

TEST_CASE("a neighbourhood that is cut has its nearest nodes, and says so") {
  Wire wire;
  const Names near = wire.Near("blog", {.hops_up = kAllHops, .hops_down = 0, .nodes_max = 3});
  CHECK(near == Names{"blog", "copy", "wire"});
  CHECK(wire.is_cut);
  wire.Near("blog", {});
  CHECK_FALSE(wire.is_cut);
}

}  // namespace
}  // namespace stemma::testing
