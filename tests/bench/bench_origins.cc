// Independent origins of one node and of seventeen, beside a plain trace of the same nodes; and the
// choke points of every node of a store at once.
#include <optional>
#include <set>

#include "bench/support/measure.h"
#include "bench/support/plain_search.h"
#include "bench/support/stored.h"
#include "graph/algo/choke_points.h"
#include "graph/algo/origins.h"
#include "graph/algo/survey.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using testing::Must;

constexpr size_t kAsked = 17;

struct Asked {
  std::vector<NodeId> nodes;
  std::vector<uint32_t> plain;
};

// What is wrong with an answer: chains that share a node, a cut of another size, a chain to what is
// no origin.
bool Holds(const Origins& answer) {
  std::set<NodeId> passed;
  const std::set<NodeId> given(answer.of.begin(), answer.of.end());
  const std::set<NodeId> origins(answer.origins.begin(), answer.origins.end());
  for (const std::vector<NodeId>& path : answer.independent.paths) {
    if (!origins.contains(path.back())) {
      return false;
    }
    for (const NodeId node : path) {
      if (!passed.insert(node).second && !given.contains(node)) {
        return false;
      }
    }
  }
  return answer.independent.cut.size() == answer.independent.paths.size();
}

void Measure(const GraphView& view, const PlainGraph& plain, const std::vector<Asked>& questions,
             const std::string& name, Report& report) {
  PlainTrace trace(plain, /*prefetch=*/true);
  std::vector<double> seconds;
  std::vector<double> plain_seconds;
  bool holds = true;
  for (const Asked& asked : questions) {
    Origins answer;
    seconds.push_back(
        SecondsOf([&] { answer = Must(FindOrigins(view, asked.nodes, Filter{}, false)); }));
    plain_seconds.push_back(SecondsOf([&] {
      for (const uint32_t node : asked.plain) {
        trace.From(node);
      }
    }));
    holds = holds && Holds(answer);
  }
  report.Check(name + ": chains are disjoint, and the cut is as large", holds);
  report.Add({name + ", median",
              Median(seconds) * 1e3,
              "ms",
              Median(plain_seconds) * 1e3,
              "plain trace of the same nodes",
              {}});
}

int Run(int argc, char** argv) {
  const Options options(argc, argv, StoredOptions("20"));
  const auto store = OpenStored(options);
  const GraphView& view = store->View();
  const PlainGraph plain(options.Text("graph"));
  Report report("origins");
  NoteGraph(report, plain);

  std::vector<Asked> single;
  std::vector<Asked> several;
  for (const uint32_t node :
       CitingNodes(plain, options.Number("count") * kAsked, options.Number("seed"))) {
    const NodeId stored = Must(view.Find(plain.Id(node))).value();
    if (several.empty() || several.back().nodes.size() == kAsked) {
      several.emplace_back();
      single.push_back({{stored}, {node}});
    }
    several.back().nodes.push_back(stored);
    several.back().plain.push_back(node);
  }
  Measure(view, plain, single, "origins of one node", report);
  Measure(view, plain, several, "origins of seventeen", report);

  std::optional<Survey> survey;
  const double read_seconds = SecondsOf([&] { survey.emplace(Must(Survey::Of(view, Filter{}))); });
  size_t with_next = 0;
  const double points_seconds = SecondsOf([&] {
    const ChokePoints points = ChokePoints::Of(survey->Sources(), survey->Order());
    for (Vertex v = 0; v < survey->Sources().VertexCount(); ++v) {
      with_next += points.Next(v) == kNoVertex ? 0 : 1;
    }
  });
  report.Check("some node has a choke point", with_next > 0);
  report.Add({"choke points of every node",
              points_seconds * 1e3,
              "ms",
              read_seconds * 1e3,
              "reading the store's sourcing",
              {}});
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_origins", stemma::bench::Run, argc, argv);
}
