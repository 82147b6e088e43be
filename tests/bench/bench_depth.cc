// Depth of every node and all circles, from a store that is not open to the answer.
#include <map>

#include "bench/support/measure.h"
#include "bench/support/plain_search.h"
#include "bench/support/stored.h"
#include "graph/algo/cycles.h"
#include "graph/algo/depth.h"
#include "graph/algo/depth_groups.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using testing::Must;

struct Answer {
  DepthDistribution depths;
  std::vector<Circle> circles;
};

Answer Ask(const std::filesystem::path& path) {
  const auto store = Must(StoreReader::Open(path));
  return {Must(DepthOfAllWorks(store->View(), {}, 1)), Must(FindCircles(store->View(), {}))};
}

// The generated works have dates, and neither outlets nor languages.
DepthGroups AskByMonth(const std::filesystem::path& path) {
  const auto store = Must(StoreReader::Open(path));
  return Must(DepthByGroup(Must(Survey::Of(store->View(), {})), WorkGrouping::kMonth, UINT64_MAX));
}

void CheckGroups(Report& report, const DepthGroups& groups, const PlainDepths& plain) {
  uint64_t works = 0;
  uint64_t reached = 0;
  bool is_within = true;
  for (const DepthGroup& group : groups.groups) {
    works += group.works;
    reached += group.reached;
    is_within = is_within && group.single <= group.reached;
  }
  const auto unreached = std::count(plain.min.begin(), plain.min.end(), kPlainUnreached);
  report.Check("works of all months", works == plain.min.size());
  report.Check("of those, how many reach an origin",
               is_within && reached + static_cast<uint64_t>(unreached) == works);
}

void CheckAnswer(Report& report, const Answer& answer, const PlainDepths& plain) {
  std::map<uint64_t, uint64_t> histogram;
  std::pair<uint64_t, uint64_t> deepest;
  for (size_t node = 0; node < plain.min.size(); ++node) {
    if (plain.min[node] != kPlainUnreached) {
      ++histogram[plain.min[node]];
      deepest = std::max(deepest, {plain.min[node], plain.max[node]});
    }
  }
  report.Check("depths of all nodes", answer.depths.histogram == histogram);
  if (!answer.depths.deepest.empty()) {
    const Depth& depth = answer.depths.deepest.front().depth;
    report.Check("the deepest node", depth.min == deepest.first && depth.max == deepest.second);
  }
  std::vector<uint32_t> sizes;
  for (const Circle& circle : answer.circles) {
    sizes.push_back(static_cast<uint32_t>(circle.nodes.size()));
  }
  std::sort(sizes.begin(), sizes.end());
  report.Check("circles", sizes == plain.circles);
}

int Run(int argc, char** argv) {
  const Options options(argc, argv, StoredOptions("3"));
  OpenStored(options);
  const PlainGraph plain(options.Text("graph"));
  Report report("depth");
  NoteGraph(report, plain);
  Answer answer;
  DepthGroups by_month;
  PlainDepths expected;
  std::vector<double> seconds;
  std::vector<double> by_month_seconds;
  std::vector<double> plain_seconds;
  for (uint64_t i = 0; i < options.Number("count"); ++i) {  // in turns
    seconds.push_back(SecondsOf([&] { answer = Ask(StorePathOf(options)); }));
    by_month_seconds.push_back(SecondsOf([&] { by_month = AskByMonth(StorePathOf(options)); }));
    plain_seconds.push_back(SecondsOf([&] { expected = DepthsOf(plain, plain.Reversed()); }));
  }
  CheckAnswer(report, answer, expected);
  CheckGroups(report, by_month, expected);
  report.Note("circles", expected.circles.size());
  report.Add({"depth of every node, and circles, from open to answer",
              Median(seconds),
              "s",
              Median(plain_seconds),
              "plain loops over rows in memory",
              {Target::Of::kFigureAtMost, 0.5}});
  report.Add({"depth by month, with those of one origin only, from open to answer",
              Median(by_month_seconds),
              "s",
              Median(plain_seconds),
              "plain loops over rows in memory, for depth alone",
              {}});
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_depth", stemma::bench::Run, argc, argv);
}
