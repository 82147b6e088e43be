// A work that everybody cites: adding to it, and tracing past it, beside an ordinary one.
#include <filesystem>
#include <fstream>

#include "bench/support/measure.h"
#include "bench/support/stored.h"
#include "graph/algo/ancestors.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

namespace fs = std::filesystem;
using testing::Must;

constexpr uint32_t kOrdinaryInEdges = 5;
constexpr uint32_t kSources = 3;  // of the hub, and of the ordinary work

std::string Citer(uint64_t number) {
  return "c" + std::to_string(number);
}

// `hub` is cited by all but a few of the citers, `ordinary` by those; both cite three documents.
void WriteGraph(const fs::path& folder, uint64_t in_edges) {
  fs::create_directories(folder);
  std::ofstream nodes(folder / "nodes.csv");
  std::ofstream edges(folder / "edges.csv");
  nodes << "id:ID,:LABEL\nhub,article\nordinary,article\n";
  edges << ":START_ID,:END_ID,:TYPE\n";
  for (uint32_t source = 0; source < kSources; ++source) {
    for (const char* work : {"hub", "ordinary"}) {
      nodes << work << "-source-" << source << ",document\n";
      edges << work << "," << work << "-source-" << source << ",cites\n";
    }
  }
  for (uint64_t i = 0; i < in_edges + kOrdinaryInEdges; ++i) {
    nodes << Citer(i) << ",article\n";
    edges << Citer(i) << (i < in_edges ? ",hub,cites\n" : ",ordinary,cites\n");
  }
}

// A new article that cites `work`, durably; the median of `count` of them.
double SecondsToAdd(StoreWriter& store, const std::string& work, uint64_t count) {
  std::vector<double> seconds;
  for (uint64_t i = 0; i < count; ++i) {
    NodeAssertion node;
    node.id = "new-" + work + "-" + std::to_string(i);
    node.at = Now();
    EdgeAssertion edge;
    edge.from = node.id;
    edge.to = work;
    edge.at = node.at;
    seconds.push_back(SecondsOf([&] {
      const auto sink = Must(store.Begin());
      Must(sink->Add(node, {}));
      Must(sink->Add(edge, {}));
      Must(sink->Commit());
    }));
  }
  return Median(seconds);
}

struct Traces {
  double seconds = 0;  // the median
  bool agrees = true;
};

Traces TracePast(const GraphView& view, const std::vector<std::string>& citers) {
  AncestorSearch search(view);
  std::vector<double> seconds;
  Traces traces;
  for (const std::string& id : citers) {
    const NodeId node = Must(view.Find(id)).value();
    Must(search.From(node));
    seconds.push_back(SecondsOf(
        [&] { traces.agrees = Must(search.From(node)).size() == 1 + kSources && traces.agrees; }));
  }
  traces.seconds = Median(seconds);
  return traces;
}

std::vector<std::string> CitersOf(const std::string& work, uint64_t first, uint64_t count) {
  std::vector<std::string> citers;
  for (uint64_t i = 0; i < count; ++i) {
    citers.push_back("new-" + work + "-" + std::to_string(i));
    citers.push_back(Citer(first + i % kOrdinaryInEdges));
  }
  return citers;
}

int Run(int argc, char** argv) {
  const Options options(argc, argv, {{"in-edges", "10000000"}, {"work", "hub"}, {"count", "50"}});
  const fs::path work = options.Text("work");
  const uint64_t in_edges = options.Number("in-edges");
  const uint64_t count = options.Number("count");
  const fs::path path = work / "stemma.db";
  Report report("hub");
  report.Note("in_edges", in_edges);
  WriteGraph(work, in_edges);
  report.Note("import_seconds", SecondsOf([&] { ImportGraph(work, path); }));

  double hub_add = 0;
  double ordinary_add = 0;
  {
    const auto store = Must(StoreWriter::Open(path));
    SecondsToAdd(*store, "ordinary-source-0", 3);  // what the first commits cost is not asked
    ordinary_add = SecondsToAdd(*store, "ordinary", count);
    hub_add = SecondsToAdd(*store, "hub", count);
  }
  const auto store = Must(StoreReader::Open(path));
  const Traces ordinary = TracePast(store->View(), CitersOf("ordinary", in_edges, count));
  const Traces hub = TracePast(store->View(), CitersOf("hub", 0, count));
  report.Check("traces past an ordinary work", ordinary.agrees);
  report.Check("traces past the hub", hub.agrees);
  report.Add({"adding a work that cites the hub, durable",
              hub_add * 1e6,
              "us",
              ordinary_add * 1e6,
              "the same of an ordinary work",
              {Target::Of::kRatioAtMost, 1.5}});
  report.Add({"tracing past the hub",
              hub.seconds * 1e6,
              "us",
              ordinary.seconds * 1e6,
              "the same of an ordinary work",
              {Target::Of::kRatioAtMost, 1.5}});
  fs::remove_all(work);
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_hub", stemma::bench::Run, argc, argv);
}
