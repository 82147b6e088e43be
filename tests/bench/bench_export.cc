// Writing a whole store in each data format: what an edge costs, and how much memory it takes.
//
// In this process into nothing, beside a plain scan of all assertions, which every export is at
// least; as a process of its own for the memory, beside that of JSON Lines.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/support/child.h"
#include "bench/support/measure.h"
#include "bench/support/stored.h"
#include "graph/export/export_format.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using testing::Must;

constexpr std::array<std::string_view, 5> kFormats = {"jsonl", "csv", "graphml", "gexf",
                                                      "cytoscape"};
constexpr double kMegabyte = 1e6;

struct Written {
  double seconds = 0;
  uint64_t bytes = 0;
  uint64_t lines = 0;
};

Written WriteAll(std::string_view format, const GraphView& view) {
  Written written;
  ExportReport report;
  written.seconds = SecondsOf([&] {
    Must(FindExportFormat(format)->write(
        view,
        [&](std::string_view chunk) {
          written.bytes += chunk.size();
          written.lines += static_cast<uint64_t>(std::count(chunk.begin(), chunk.end(), '\n'));
          return Status();
        },
        report));
  });
  return written;
}

double ScanSeconds(const GraphView& view) {
  uint64_t count = 0;
  return SecondsOf([&] {
    Must(view.ScanAssertions([&](const ArrivedNode*, const ArrivedEdge*) { return ++count != 0; }));
  });
}

void MeasureMemory(Report& report, const Options& options) {
  double limit = 0;
  for (const std::string_view format : kFormats) {
    const ChildRun run = RunChild({options.Text("stemma"), "--quiet", "--db",
                                   StorePathOf(options).string(), "export", std::string(format)});
    const double megabytes = static_cast<double>(run.peak_bytes) / kMegabyte;
    if (format == "jsonl") {
      limit = megabytes;
      continue;
    }
    report.Add({"peak memory of export " + std::string(format),
                megabytes,
                "MB",
                limit,
                "export jsonl",
                {Target::Of::kFigureAtMost, 400}});
  }
}

// Why edges are read in spans: the same assertions, asked for one edge at a time.
void MeasureReading(Report& report, const GraphView& view, uint64_t count) {
  std::vector<EdgeKey> edges;
  Must(view.ScanEdges([&](NodeId from, const EdgeFacts& edge) {
    edges.push_back({from, edge.kind, edge.other});
    return edges.size() < count;
  }));
  uint64_t together = 0;
  const double seconds = SecondsOf([&] {
    Must(view.ReadEdgeAssertions(edges, [&](size_t, std::vector<ArrivedEdge> all) {
      together += all.size();
      return Status();
    }));
  });
  uint64_t singly = 0;
  const double singly_seconds = SecondsOf([&] {
    for (const EdgeKey& edge : edges) {
      singly += Must(view.EdgeAssertions(edge)).size();
    }
  });
  report.Check("assertions of a span of edges", together == singly && together >= edges.size());
  const double micros = 1e6 / static_cast<double>(edges.size());
  report.Add({"assertions of a span of edges",
              seconds * micros,
              "us an edge",
              singly_seconds * micros,
              "one edge at a time",
              {}});
}

// Not in this process, which must not grow before its children are measured.
void ImportWhereMissing(const Options& options) {
  const std::filesystem::path graph = options.Text("graph");
  if (!std::filesystem::exists(StorePathOf(options))) {
    RunChild({options.Text("stemma"), "--quiet", "--db", StorePathOf(options).string(), "import",
              (graph / "nodes.csv").string(), (graph / "edges.csv").string()});
  }
}

int Run(int argc, char** argv) {
  auto names = StoredOptions("65536");
  names["stemma"] = "build/stemma";
  const Options options(argc, argv, names);
  Report report("export");
  ImportWhereMissing(options);
  MeasureMemory(report, options);

  const auto store = OpenStored(options);
  const GraphView& view = store->View();
  const GraphCounts counts = Must(view.Counts());
  report.Note("nodes", counts.nodes);
  report.Note("edges", counts.edges);
  ScanSeconds(view);  // makes it hot
  const double micros = 1e6 / static_cast<double>(std::max<uint64_t>(1, counts.edges));
  const double limit = ScanSeconds(view) * micros;
  for (const std::string_view format : kFormats) {
    const Written written = WriteAll(format, view);
    if (format == "jsonl") {
      report.Check("lines of jsonl", written.lines == counts.assertions);
    } else if (format == "csv") {
      report.Check("rows of csv", written.lines == counts.nodes + counts.edges + 3);
    }
    report.Note(std::string(format) + "_mb", static_cast<double>(written.bytes) / kMegabyte);
    report.Add({"export " + std::string(format),
                written.seconds * micros,
                "us an edge",
                limit,
                "a scan of all assertions",
                {}});
  }
  MeasureReading(report, view, options.Number("count"));
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_export", stemma::bench::Run, argc, argv);
}
