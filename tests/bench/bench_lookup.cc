// Finding nodes by the user's id, through the library, when the store was read before.
#include "bench/support/measure.h"
#include "bench/support/stored.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using testing::Must;

int Run(int argc, char** argv) {
  const Options options(argc, argv, StoredOptions("10000"));
  const auto store = OpenStored(options);
  const GraphView& view = store->View();
  const PlainGraph plain(options.Text("graph"));
  Report report("lookup");
  NoteGraph(report, plain);

  const std::vector<uint32_t> nodes =
      CitingNodes(plain, options.Number("count"), options.Number("seed"));
  std::vector<std::string> ids;
  for (uint32_t node : nodes) {
    ids.emplace_back(plain.Id(node));
  }
  std::vector<NodeId> found;
  for (const std::string& id : ids) {  // makes it hot
    found.push_back(Must(view.Find(id)).value());
  }
  report.Check("ids", Must(view.Ids(found)) == ids);
  report.Check("an id that is not there", !Must(view.Find("n-none")).has_value());

  uint64_t sum = 0;
  const double seconds = SecondsOf([&] {
    for (const std::string& id : ids) {
      sum += Must(view.Find(id)).value().value;
    }
  });
  uint64_t plain_sum = 0;
  const double plain_seconds = SecondsOf([&] {
    for (const std::string& id : ids) {
      plain_sum += plain.Find(id).value();
    }
  });
  report.Note("sums", {sum, plain_sum});
  const double micros = 1e6 / static_cast<double>(ids.size());
  report.Add({"look-up by id, hot",
              seconds * micros,
              "us",
              plain_seconds * micros,
              "a hash table in memory",
              {Target::Of::kFigureAtMost, 10}});
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_lookup", stemma::bench::Run, argc, argv);
}
