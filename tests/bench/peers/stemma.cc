// stemma and the plain loops, as peers of the others in `compare`.
//
// usage: bench_peer stemma|plain GRAPH WORK QUESTIONS JOB...
// A line {"job","begin"} before each job and {"job","figure","unit","answer"} after it; what the
// jobs are, tests/bench/compare says.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include <nlohmann/json.hpp>

#include "bench/support/measure.h"
#include "bench/support/plain_search.h"
#include "bench/support/report.h"
#include "bench/support/stored.h"
#include "bench/support/two_hops.h"
#include "graph/algo/ancestors.h"
#include "graph/algo/cycles.h"
#include "graph/algo/depth.h"
#include "graph/algo/path.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using Json = nlohmann::ordered_json;
using testing::Must;

struct Reached {
  uint64_t nodes = 0;
  uint64_t hops = 0;  // their sum
};

class Peer {
 public:
  virtual ~Peer() = default;
  virtual bool Find(const std::string& id) = 0;
  virtual uint64_t TwoHopsFrom(const std::string& id) = 0;
  virtual Reached Trace(const std::string& id) = 0;
  virtual int64_t Hops(const std::string& from, const std::string& to) = 0;  // -1: no chain
  virtual std::map<uint64_t, uint64_t> Depths() = 0;
  virtual std::vector<uint64_t> Circles() = 0;                              // sizes
  virtual void Insert(const std::string& from, const std::string& to) = 0;  // durably
};

class PlainPeer : public Peer {
 public:
  explicit PlainPeer(const std::filesystem::path& graph)
      : graph_(graph),
        reversed_(graph_.Reversed()),
        trace_(graph_, /*prefetch=*/true),
        path_(graph_, reversed_) {}

  bool Find(const std::string& id) override { return graph_.Find(id).has_value(); }
  uint64_t TwoHopsFrom(const std::string& id) override {
    return TwoHops(graph_, graph_.Find(id).value()).size();
  }
  Reached Trace(const std::string& id) override {
    Reached reached;
    for (const PlainAncestor& ancestor : trace_.From(graph_.Find(id).value())) {
      ++reached.nodes;
      reached.hops += ancestor.hops;
    }
    return reached;
  }
  int64_t Hops(const std::string& from, const std::string& to) override {
    const uint32_t hops = path_.Hops(graph_.Find(from).value(), graph_.Find(to).value());
    return hops == PlainPath::kNoPath ? -1 : int64_t{hops};
  }
  std::map<uint64_t, uint64_t> Depths() override {
    std::map<uint64_t, uint64_t> histogram;
    for (uint32_t min : DepthsOf(graph_, reversed_).min) {
      if (min != kPlainUnreached) {
        ++histogram[min];
      }
    }
    return histogram;
  }
  std::vector<uint64_t> Circles() override {
    const PlainDepths depths = DepthsOf(graph_, reversed_);
    return {depths.circles.begin(), depths.circles.end()};
  }
  void Insert(const std::string&, const std::string&) override {
    throw std::runtime_error("plain loops store nothing");
  }

 private:
  PlainGraph graph_;
  PlainRows reversed_;
  PlainTrace trace_;
  PlainPath path_;
};

class StemmaPeer : public Peer {
 public:
  explicit StemmaPeer(std::filesystem::path path)
      : path_(std::move(path)),
        store_(Must(StoreReader::Open(path_))),
        two_hops_(store_->View()),
        trace_(store_->View()),
        finder_(store_->View()) {}

  bool Find(const std::string& id) override { return Must(store_->View().Find(id)).has_value(); }
  uint64_t TwoHopsFrom(const std::string& id) override {
    return two_hops_.From(NumberOf(id)).size();
  }
  Reached Trace(const std::string& id) override {
    Reached reached;
    const std::span<const Ancestor> found = Must(trace_.From(NumberOf(id)));
    for (const Ancestor& ancestor : found) {
      ++reached.nodes;
      reached.hops += ancestor.hops;
    }
    return reached;
  }
  int64_t Hops(const std::string& from, const std::string& to) override {
    const NodeId start = NumberOf(from);
    return static_cast<int64_t>(Must(finder_.Shortest(start, NumberOf(to))).size()) - 1;
  }
  // From a store that is not open yet.
  std::map<uint64_t, uint64_t> Depths() override {
    const auto store = Must(StoreReader::Open(path_));
    return Must(DepthOfAllWorks(store->View(), {}, 0)).histogram;
  }
  std::vector<uint64_t> Circles() override {
    const auto store = Must(StoreReader::Open(path_));
    std::vector<uint64_t> sizes;
    for (const Circle& circle : Must(FindCircles(store->View(), {}))) {
      sizes.push_back(circle.nodes.size());
    }
    return sizes;
  }
  void Insert(const std::string& from, const std::string& to) override {
    if (writer_ == nullptr) {
      writer_ = Must(StoreWriter::Open(path_));
    }
    EdgeAssertion edge;
    edge.from = from;
    edge.to = to;
    edge.at = Now();
    const auto sink = Must(writer_->Begin());
    Must(sink->Add(edge, {}));
    Must(sink->Commit());
  }

 private:
  NodeId NumberOf(const std::string& id) const { return Must(store_->View().Find(id)).value(); }

  std::filesystem::path path_;
  std::unique_ptr<StoreReader> store_;
  TwoHopsSearch two_hops_;
  AncestorSearch trace_;
  PathFinder finder_;
  std::unique_ptr<StoreWriter> writer_;
};

struct Outcome {
  double figure = 0;
  std::string unit;
  Json answer;
};

Outcome Lookup(Peer& peer, const Json& questions) {
  uint64_t found = 0;
  double seconds = 0;
  for (int pass = 0; pass < 2; ++pass) {  // the second is hot
    found = 0;
    seconds = SecondsOf([&] {
      for (const Json& id : questions["lookups"]) {
        found += peer.Find(id.get_ref<const std::string&>()) ? 1 : 0;
      }
    });
  }
  return {seconds * 1e6 / static_cast<double>(questions["lookups"].size()), "us", found};
}

Outcome TwoHopsOf(Peer& peer, const Json& questions) {
  uint64_t reached = 0;
  std::vector<double> seconds;
  for (const std::string id : questions["two_hops"]) {
    peer.TwoHopsFrom(id);
    seconds.push_back(SecondsOf([&] { reached += peer.TwoHopsFrom(id); }));
  }
  return {Median(seconds) * 1e6, "us", reached};
}

Outcome Trace(Peer& peer, const Json& questions) {
  peer.Trace(questions["traces"][0]);
  Reached reached;
  const double seconds = SecondsOf([&] {
    for (const std::string id : questions["traces"]) {
      const Reached one = peer.Trace(id);
      reached.nodes += one.nodes;
      reached.hops += one.hops;
    }
  });
  return {seconds * 1e9 / static_cast<double>(std::max<uint64_t>(1, reached.nodes)),
          "ns a visited node",
          {reached.nodes, reached.hops}};
}

Outcome Path(Peer& peer, const Json& questions) {
  Json answer = Json::array();
  std::vector<double> seconds;
  peer.Hops(questions["paths"][0][0], questions["paths"][0][1]);
  for (const Json& pair : questions["paths"]) {
    int64_t hops = 0;
    seconds.push_back(SecondsOf([&] { hops = peer.Hops(pair[0], pair[1]); }));
    answer.push_back(hops);
  }
  return {Median(seconds) * 1e3, "ms", answer};
}

Outcome Depths(Peer& peer, const Json&) {
  Json answer = Json::object();
  const double seconds = SecondsOf([&] {
    for (const auto& [depth, nodes] : peer.Depths()) {
      answer[std::to_string(depth)] = nodes;
    }
  });
  return {seconds, "s", answer};
}

Outcome Circles(Peer& peer, const Json&) {
  std::vector<uint64_t> sizes;
  const double seconds = SecondsOf([&] { sizes = peer.Circles(); });
  // A work that cites itself is a circle to us, and none to the others.
  std::erase(sizes, 1U);
  std::sort(sizes.rbegin(), sizes.rend());
  return {seconds, "s", sizes};
}

Outcome Inserts(Peer& peer, const Json& questions) {
  const double seconds = SecondsOf([&] {
    for (const Json& pair : questions["inserts"]) {
      peer.Insert(pair[0], pair[1]);
    }
  });
  return {static_cast<double>(questions["inserts"].size()) / seconds, "1/s",
          questions["inserts"].size()};
}

int Run(int argc, char** argv) {
  const std::map<std::string, Outcome (*)(Peer&, const Json&)> jobs = {
      {"lookup", Lookup}, {"two_hops", TwoHopsOf}, {"trace", Trace},    {"path", Path},
      {"depths", Depths}, {"circles", Circles},    {"inserts", Inserts}};
  if (argc < 5) {
    std::cerr << "usage: bench_peer stemma|plain GRAPH WORK QUESTIONS JOB...\n";
    return 2;
  }
  std::unique_ptr<Peer> peer;
  if (std::string(argv[1]) == "plain") {
    peer = std::make_unique<PlainPeer>(argv[2]);
  } else {
    peer = std::make_unique<StemmaPeer>(std::filesystem::path(argv[3]) / "stemma.db");
  }
  const Json questions = Json::parse(std::ifstream(argv[4]));
  for (int i = 5; i < argc; ++i) {
    std::cout << Json{{"job", argv[i]}, {"begin", true}}.dump() << std::endl;
    const Outcome outcome = jobs.at(argv[i])(*peer, questions);
    std::cout << Json{{"job", argv[i]},
                      {"figure", outcome.figure},
                      {"unit", outcome.unit},
                      {"answer", outcome.answer}}
                     .dump()
              << std::endl;
  }
  return 0;
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_peer", stemma::bench::Run, argc, argv);
}
