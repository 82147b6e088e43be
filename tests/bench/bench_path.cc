// A shortest chain between two nodes, of which the one leads to the other.
#include "bench/support/measure.h"
#include "bench/support/plain_search.h"
#include "bench/support/stored.h"
#include "graph/algo/path.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using testing::Must;

struct Pair {
  uint32_t from;
  uint32_t to;
};

// Nodes with one of their ancestors each, and every tenth with any node at all, which mostly is
// none.
std::vector<Pair> PairsOf(const PlainGraph& plain, uint64_t count, uint64_t seed) {
  Random random(seed);
  PlainTrace trace(plain, /*prefetch=*/false);
  std::vector<Pair> pairs;
  for (uint32_t from : CitingNodes(plain, count, seed)) {
    const auto ancestors = trace.From(from);
    const auto anywhere = static_cast<uint32_t>(random.Below(plain.Nodes()));
    pairs.push_back(
        {from, pairs.size() % 10 == 9 ? anywhere : ancestors[random.Below(ancestors.size())].node});
  }
  return pairs;
}

int Run(int argc, char** argv) {
  const Options options(argc, argv, StoredOptions("200"));
  const auto store = OpenStored(options);
  const GraphView& view = store->View();
  const PlainGraph plain(options.Text("graph"));
  const PlainRows reversed = plain.Reversed();
  Report report("path");
  NoteGraph(report, plain);

  PathFinder finder(view);
  PlainPath plain_path(plain, reversed);
  double first_seconds = 0;
  std::vector<double> seconds;
  std::vector<double> plain_seconds;
  uint64_t differing = 0;
  for (const Pair& pair : PairsOf(plain, options.Number("count"), options.Number("seed"))) {
    const NodeId from = Must(view.Find(plain.Id(pair.from))).value();
    const NodeId to = Must(view.Find(plain.Id(pair.to))).value();
    if (seconds.empty()) {
      first_seconds = SecondsOf([&] { Must(finder.Shortest(from, to)); });
    }
    std::vector<NodeId> chain;
    seconds.push_back(SecondsOf([&] { chain = Must(finder.Shortest(from, to)); }));
    uint32_t hops = 0;
    plain_seconds.push_back(SecondsOf([&] { hops = plain_path.Hops(pair.from, pair.to); }));
    const bool agrees = chain.empty() ? hops == PlainPath::kNoPath : chain.size() == hops + 1;
    differing += agrees ? 0 : 1;
  }
  report.Check("hops of shortest chains", differing == 0);
  report.Add({"shortest chain, median",
              Median(seconds) * 1e3,
              "ms",
              Median(plain_seconds) * 1e3,
              "plain search from both ends",
              {Target::Of::kFigureAtMost, 1}});
  report.Add({"the first one, which reads the store", first_seconds * 1e3, "ms", {}, "", {}});
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_path", stemma::bench::Run, argc, argv);
}
