// A node's sources and theirs, when they were read before: the median question.
#include "bench/support/measure.h"
#include "bench/support/stored.h"
#include "bench/support/two_hops.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using testing::Must;

int Run(int argc, char** argv) {
  const Options options(argc, argv, StoredOptions("10000"));
  const auto store = OpenStored(options);
  const GraphView& view = store->View();
  const PlainGraph plain(options.Text("graph"));
  Report report("two_hops");
  NoteGraph(report, plain);
  report.Note("from_arrays", view.Arrays() != nullptr);

  const TwoHopsSearch search(view);
  std::vector<double> seconds;
  std::vector<double> plain_seconds;
  uint64_t differing = 0;
  const std::vector<uint32_t> nodes =
      CitingNodes(plain, options.Number("count"), options.Number("seed"));
  for (uint32_t node : nodes) {
    const NodeId start = Must(view.Find(plain.Id(node))).value();
    // Once to make it hot; each then in the same state.
    uint64_t reached = search.From(start).size();
    seconds.push_back(SecondsOf([&] { reached = search.From(start).size(); }));
    uint64_t expected = TwoHops(plain, node).size();
    plain_seconds.push_back(SecondsOf([&] { expected = TwoHops(plain, node).size(); }));
    differing += reached == expected ? 0 : 1;
  }
  report.Check("nodes within two hops", differing == 0);
  report.Add({"two hops, hot, median",
              Median(seconds) * 1e6,
              "us",
              Median(plain_seconds) * 1e6,
              "plain loops",
              {Target::Of::kFigureAtMost, 10}});
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_two_hops", stemma::bench::Run, argc, argv);
}
