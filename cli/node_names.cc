#include "cli/node_names.h"

#include <algorithm>

#include "graph/base/canonical_url.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kNearListed = 5;
constexpr size_t kSeveralListed = 20;
constexpr size_t kLabelColumns = 50;

// "afp (outlet, Agence France-Presse)"
Result<std::string> Described(const GraphView& graph, NodeId node) {
  STEMMA_ASSIGN(const NodeState state, graph.Node(node, /*with_text=*/true));
  const std::string label = TruncateToWidth(state.Label(), kLabelColumns);
  return state.id + " (" + std::string(Name(state.kind)) + (label.empty() ? "" : ", " + label) +
         ")";
}

Result<std::string> Listed(const GraphView& graph, std::vector<NodeId> nodes, size_t listed_max) {
  std::sort(nodes.begin(), nodes.end());
  std::string list;
  for (size_t i = 0; i < nodes.size() && i < listed_max; ++i) {
    STEMMA_ASSIGN(const std::string described, Described(graph, nodes[i]));
    list += (i == 0 ? "" : "; ") + described;
  }
  if (nodes.size() > listed_max) {
    list += "; and " + std::to_string(nodes.size() - listed_max) + " more";
  }
  return list;
}

}  // namespace

Result<NodeId> ResolveNode(const GraphView& graph, std::string_view text) {
  if (FirstInvalidUtf8(text)) {
    return InvalidInput("an id or name is expected to be UTF-8");
  }
  STEMMA_ASSIGN(const auto node, graph.Find(text));
  if (node) {
    return *node;
  }
  // An article that was added is named by its address, of which there are many spellings.
  if (const auto url = CanonicalUrl(text)) {
    STEMMA_ASSIGN(const auto with_url, graph.Find(UrlKey(*url)));
    if (with_url) {
      return *with_url;
    }
  }
  const std::string asked = "\"" + std::string(text) + "\"";
  STEMMA_ASSIGN(const std::vector<NodeId> named, graph.Named(text));
  if (named.size() == 1) {
    return named.front();
  }
  if (!named.empty()) {
    STEMMA_ASSIGN(const std::string list, Listed(graph, named, kSeveralListed));
    return InvalidInput(asked + " names " + std::to_string(named.size()) +
                        " nodes, give the id of one: " + list);
  }
  STEMMA_ASSIGN(const std::vector<NodeId> near, graph.WithWords(text, kNearListed));
  if (near.empty()) {
    return InvalidInput("no node has the id, name, title or alias " + asked);
  }
  STEMMA_ASSIGN(const std::string list, Listed(graph, near, kNearListed));
  return InvalidInput("no node has the id, name, title or alias " + asked +
                      "; with these words: " + list);
}

Result<std::vector<NodeId>> ResolveNodes(const GraphView& graph,
                                         const std::vector<std::string>& texts) {
  std::vector<NodeId> nodes;
  for (const std::string& text : texts) {
    STEMMA_ASSIGN(nodes.emplace_back(), ResolveNode(graph, text));
  }
  return nodes;
}

Result<EdgeKind> ResolveEdgeKind(std::string_view text) {
  const auto kind = ParseEdgeKind(text);
  return kind ? Result<EdgeKind>(*kind)
              : Result<EdgeKind>(InvalidInput("KIND: expected a kind of edge, found \"" +
                                              std::string(text) + "\""));
}

Result<std::string> IdOf(const GraphView& graph, NodeId node) {
  const std::vector<NodeId> asked = {node};
  STEMMA_ASSIGN(std::vector<std::string> ids, graph.Ids(asked));
  return std::move(ids.front());
}

}  // namespace stemma
