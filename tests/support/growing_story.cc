#include "support/growing_story.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <vector>

#include "graph/algo/depth.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

constexpr uint64_t kPointerImports = 50;  // that one article points to, one after the other
constexpr uint64_t kLookedAt = 4;         // works, of each store that is looked at

std::string WorkId(uint64_t work) {
  return "w" + std::to_string(work);
}
std::string WorkTitle(uint64_t work) {
  return "Work " + std::to_string(work);
}
std::string PointerId(uint64_t import) {
  return "newest-" + std::to_string((import - 1) / kPointerImports);
}

EdgeAssertion Cites(const std::string& from, uint64_t work, uint64_t import) {
  EdgeAssertion edge;
  edge.from = from;
  edge.to = WorkId(work);
  edge.at = static_cast<Instant>(import);
  edge.at_given = true;
  return edge;
}

void Require(bool holds, const std::string& what) {
  if (!holds) {
    throw std::runtime_error("a reader saw " + what);
  }
}
void RequireSame(uint64_t found, uint64_t expected, const std::string& what) {
  Require(found == expected, what + ": " + std::to_string(found) + " where there should be " +
                                 std::to_string(expected));
}

NodeId MustFind(const GraphView& view, const std::string& id) {
  const auto node = Must(view.Find(id));
  Require(node.has_value(), "no node " + id);
  return *node;
}

// The far ends of one node's edges, by id, without those withdrawn.
std::vector<std::string> FarEnds(const GraphView& view, NodeId node, Direction direction) {
  const std::vector<NodeId> near = {node};
  std::vector<NodeId> far;
  const auto edges = Must(view.Edges(near, direction));
  for (const EdgeFacts& edge : edges.front()) {
    if (edge.status != AssertionStatus::kWithdrawn) {
      far.push_back(edge.other);
    }
  }
  std::vector<std::string> ids = Must(view.Ids(far));
  std::sort(ids.begin(), ids.end());
  return ids;
}

void CheckWork(const GraphView& view, uint64_t work, uint64_t imports) {
  const uint64_t last = imports * kStoryWorks - 1;
  const NodeId node = MustFind(view, WorkId(work));
  const std::vector<std::string> cited = work % kStoryChain == 0
                                             ? std::vector<std::string>()
                                             : std::vector<std::string>{WorkId(work - 1)};
  Require(FarEnds(view, node, Direction::kOut) == cited, "other sources of " + WorkId(work));
  std::vector<std::string> citing;
  if (work == last || (work + 1) % (kPointerImports * kStoryWorks) == 0) {
    citing.push_back(PointerId(work / kStoryWorks + 1));  // the last import that it points to
  }
  if (work < last && (work + 1) % kStoryChain != 0) {
    citing.push_back(WorkId(work + 1));
  }
  Require(FarEnds(view, node, Direction::kIn) == citing, "others that cite " + WorkId(work));
  Require(Must(view.Named(WorkTitle(work))) == std::vector{node}, "another title's work");
}

void CheckPointer(const GraphView& view, uint64_t imports) {
  const NodeId pointer = MustFind(view, PointerId(imports));
  const NodeState state = Must(view.Node(pointer, /*with_text=*/false));
  Require(state.Text("title") == "Import " + std::to_string(imports), "another import's title");
  RequireSame(Must(view.NodeAssertions(pointer)).size(), (imports - 1) % kPointerImports + 1,
              "assertions of " + PointerId(imports));
  Require(FarEnds(view, pointer, Direction::kOut) == std::vector{NewestStoryWork(imports)},
          "the pointer at another work");
  const NodeDepth depth = Must(DepthOf(view, pointer, Filter()));
  RequireSame(depth.depth.min.value_or(0), 1 + NewestStoryDepth(imports), "the newest depth");
  RequireSame(depth.depth.max.value_or(0), 1 + NewestStoryDepth(imports), "the newest depth");
}

void CheckNothingElse(const GraphView& view, uint64_t imports) {
  const uint64_t next = imports * kStoryWorks;
  Require(!Must(view.Find(WorkId(next))), "a work of the next import");
  Require(Must(view.Named(WorkTitle(next))).empty(), "a title of the next import");
  const GraphCounts counts = Must(view.Counts());
  const GraphCounts expected = StoryCounts(imports);
  RequireSame(counts.nodes, expected.nodes, "nodes");
  RequireSame(counts.edges, expected.edges, "edges");
  RequireSame(counts.assertions, expected.assertions, "assertions");
  std::optional<Instant> latest;
  Must(view.ScanLog(0, [&](const ArrivedNode* node, const ArrivedEdge* edge) {
    latest = node != nullptr ? node->assertion.at : edge->assertion.at;
    return false;
  }));
  RequireSame(static_cast<uint64_t>(latest.value_or(0)), imports, "the latest assertion's import");
}

void CheckLog(const std::vector<CommitEntry>& commits, uint64_t imports) {
  RequireSame(commits.size(), imports, "commits");
  Hash256 head{};
  uint64_t assertions = 0;
  for (const CommitEntry& entry : commits) {
    head = HeadAfter(head, Sha256(LineOf(entry)));
    Require(entry.head == head, "a head that does not follow from the one before");
    assertions += entry.assertions;
    RequireSame(assertions, StoryCounts(entry.number).assertions, "assertions of the log");
  }
}

}  // namespace

void AddStoryImport(GraphSink& sink, uint64_t number) {
  const uint64_t first = (number - 1) * kStoryWorks;
  for (uint64_t work = first; work < first + kStoryWorks; ++work) {
    NodeAssertion node;
    node.id = WorkId(work);
    node.kind = work % kStoryChain == 0 ? NodeKind::kDocument : NodeKind::kArticle;
    node.fields.push_back({"title", true, WorkTitle(work)});
    node.fields.push_back({"text", true, std::string(200, static_cast<char>('a' + work % 26))});
    node.at = static_cast<Instant>(number);
    node.at_given = true;
    Must(sink.Add(node, {}));
    if (work % kStoryChain != 0) {
      Must(sink.Add(Cites(node.id, work - 1, number), {}));
    }
  }
  NodeAssertion pointer;
  pointer.id = PointerId(number);
  pointer.fields.push_back({"title", true, "Import " + std::to_string(number)});
  pointer.at = static_cast<Instant>(number);
  pointer.at_given = true;
  Must(sink.Add(pointer, {}));
  Must(sink.Add(Cites(pointer.id, first + kStoryWorks - 1, number), {}));
  if ((number - 1) % kPointerImports != 0) {
    EdgeAssertion before = Cites(pointer.id, first - 1, number);
    before.status = AssertionStatus::kWithdrawn;
    Must(sink.Add(before, {}));
  }
}

GraphCounts StoryCounts(uint64_t imports) {
  const uint64_t works = imports * kStoryWorks;
  const uint64_t chains = (works + kStoryChain - 1) / kStoryChain;
  const uint64_t pointers = (imports + kPointerImports - 1) / kPointerImports;
  GraphCounts counts;
  counts.nodes = works + pointers;
  counts.edges = works - chains + imports;
  // Each import says a pointer's title and edge, and withdraws an edge unless it is the first.
  counts.assertions = works + (works - chains) + 3 * imports - pointers;
  return counts;
}

uint64_t StoryImports(uint64_t nodes) {
  uint64_t imports = nodes / kStoryWorks;
  while (imports > 0 && StoryCounts(imports).nodes > nodes) {
    --imports;
  }
  RequireSame(nodes, StoryCounts(imports).nodes, "nodes");
  return imports;
}

std::string NewestStoryWork(uint64_t imports) {
  return WorkId(imports * kStoryWorks - 1);
}

uint64_t NewestStoryDepth(uint64_t imports) {
  return (imports * kStoryWorks - 1) % kStoryChain;
}

uint64_t CheckStory(const StoreReader& store, std::mt19937_64& random) {
  const GraphView& view = store.View();
  const auto last = Must(store.LastCommit());
  const uint64_t imports = last ? last->number : 0;
  CheckNothingElse(view, imports);
  if (imports > 0) {
    CheckPointer(view, imports);
    const uint64_t works = imports * kStoryWorks;
    CheckWork(view, works - 1, imports);
    for (uint64_t i = 0; i < kLookedAt; ++i) {
      CheckWork(view, random() % works, imports);
      CheckWork(view, works - 1 - random() % kStoryWorks, imports);
    }
  }
  return imports;
}

uint64_t CheckWholeStory(const StoreReader& store, std::mt19937_64& random) {
  const uint64_t imports = CheckStory(store, random);
  CheckLog(Must(store.Commits()), imports);
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t assertions = 0;
  Must(store.View().ScanNodes([&](NodeId, const NodeFacts&) { return ++nodes > 0; }));
  Must(store.View().ScanEdges([&](NodeId, const EdgeFacts&) { return ++edges > 0; }));
  Must(store.View().ScanAssertions(
      [&](const ArrivedNode*, const ArrivedEdge*) { return ++assertions > 0; }));
  const GraphCounts expected = StoryCounts(imports);
  RequireSame(nodes, expected.nodes, "nodes of a scan");
  RequireSame(edges, expected.edges, "edges of a scan");
  RequireSame(assertions, expected.assertions, "assertions of a scan");
  return imports;
}

}  // namespace stemma::testing
