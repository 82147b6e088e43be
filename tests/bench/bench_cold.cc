// One question of a store that is not open yet, as a whole process: `stemma depth ID`.
#include "bench/support/child.h"
#include "bench/support/measure.h"
#include "bench/support/stored.h"

namespace stemma::bench {
namespace {

int Run(int argc, char** argv) {
  std::map<std::string, std::string> names = StoredOptions("20");
  names["stemma"] = "build/stemma";
  const Options options(argc, argv, names);
  OpenStored(options);
  const PlainGraph plain(options.Text("graph"));
  Report report("cold");
  NoteGraph(report, plain);

  const std::string& stemma = options.Text("stemma");
  std::vector<double> depth;
  std::vector<double> nothing;
  for (uint32_t node : CitingNodes(plain, options.Number("count"), options.Number("seed"))) {
    const std::string id(plain.Id(node));
    depth.push_back(RunChild({stemma, "--db", StorePathOf(options).string(), "depth", id}).seconds);
    nothing.push_back(RunChild({stemma, "--version"}).seconds);
  }
  report.Add({"stemma depth ID, whole process, median",
              Median(depth) * 1e3,
              "ms",
              Median(nothing) * 1e3,
              "stemma --version",
              {Target::Of::kFigureAtMost, 30}});
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_cold", stemma::bench::Run, argc, argv);
}
