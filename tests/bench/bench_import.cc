// `stemma import` of a graph into a new store, as a whole process: time, memory, bytes on disk.
#include <filesystem>

#include "bench/support/child.h"
#include "bench/support/measure.h"
#include "bench/support/stored.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

namespace fs = std::filesystem;
using testing::Must;

constexpr double kMegabyte = 1e6;

// The graph that the project's targets are about; larger ones have targets of their own.
constexpr uint32_t kTargetNodes = 1'100'000;

struct Imported {
  ChildRun run;
  uint64_t store_bytes = 0;
};

Imported Import(const std::string& stemma, const fs::path& store,
                const std::vector<std::string>& files) {
  if (fs::exists(store)) {
    throw std::runtime_error(store.string() + " is there already");
  }
  std::vector<std::string> command = {stemma, "--quiet", "--db", store.string(), "import"};
  command.insert(command.end(), files.begin(), files.end());
  Imported imported{RunChild(command), 0};
  imported.store_bytes = Must(StoreBytes(store));
  return imported;
}

void AddCsv(Report& report, const Imported& csv, const PlainGraph& plain, double plain_seconds) {
  const bool is_target = plain.Nodes() <= kTargetNodes;
  const Target of_memory{Target::Of::kFigureAtMost, is_target ? 500.0 : 1074.0};
  const Target of_disk = is_target ? Target{Target::Of::kFigureAtMost, 160} : Target{};
  report.Add({"import of CSV",
              csv.run.seconds,
              "s",
              plain_seconds,
              "reading the same files into rows in memory",
              {}});
  report.Add({"edges a second",
              static_cast<double>(plain.Edges()) / csv.run.seconds,
              "edges/s",
              static_cast<double>(plain.Edges()) / plain_seconds,
              "reading the same files into rows in memory",
              {}});
  report.Add({"peak memory",
              static_cast<double>(csv.run.peak_bytes) / kMegabyte,
              "MB",
              {},
              "",
              of_memory});
  report.Add({"store", static_cast<double>(csv.store_bytes) / kMegabyte, "MB", {}, "", of_disk});
}

int Run(int argc, char** argv) {
  std::map<std::string, std::string> names = StoredOptions("1");
  names["stemma"] = "build/stemma";
  const Options options(argc, argv, names);
  const fs::path folder = options.Text("graph");
  const fs::path store = StorePathOf(options);

  // Before this process grows: see RunChild.
  const Imported csv = Import(options.Text("stemma"), store,
                              {(folder / "nodes.csv").string(), (folder / "edges.csv").string()});
  std::optional<Imported> json_lines;
  if (fs::exists(folder / "graph.jsonl")) {
    const fs::path other = store.string() + ".jsonl";
    json_lines = Import(options.Text("stemma"), other, {(folder / "graph.jsonl").string()});
    fs::remove_all(other);
  }

  Report report("import");
  const Stopwatch watch;
  const PlainGraph plain(folder);
  const double plain_seconds = watch.Seconds();
  NoteGraph(report, plain);
  const GraphCounts counts = Must(Must(StoreReader::Open(store))->View().Counts());
  report.Check("counts", counts.nodes == plain.Nodes() && counts.edges == plain.Edges());
  AddCsv(report, csv, plain, plain_seconds);
  if (json_lines) {
    const auto lines = static_cast<double>(plain.Nodes() + plain.Edges());
    report.Add({"import of JSON Lines",
                lines / json_lines->run.seconds,
                "lines/s",
                lines / csv.run.seconds,
                "the same as CSV",
                {Target::Of::kRatioAtLeast, 0.6}});
  }
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_import", stemma::bench::Run, argc, argv);
}
