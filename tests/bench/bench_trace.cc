// Every ancestor of a node, once, with its hops: resident, from a freshly mapped store, and with
// each filter.
#include <map>

#include "bench/support/measure.h"
#include "bench/support/plain_search.h"
#include "bench/support/stored.h"
#include "graph/algo/ancestors.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

using testing::Must;

struct Question {
  uint32_t plain;
  NodeId node;
};

struct Cost {
  double seconds = 0;
  uint64_t visited = 0;
  double Nanos() const {
    return seconds * 1e9 / static_cast<double>(std::max<uint64_t>(1, visited));
  }
};

Cost CostOf(AncestorSearch& search, const std::vector<Question>& questions) {
  Must(search.From(questions.front().node));  // room is made once
  Cost cost;
  for (const Question& question : questions) {
    const Stopwatch watch;
    const auto ancestors = Must(search.From(question.node));
    cost.seconds += watch.Seconds();
    cost.visited += ancestors.size();
  }
  return cost;
}

Cost CostOf(PlainTrace& trace, const std::vector<Question>& questions, const PlainFilter& filter) {
  trace.From(questions.front().plain, filter);
  Cost cost;
  for (const Question& question : questions) {
    const Stopwatch watch;
    const auto ancestors = trace.From(question.plain, filter);
    cost.seconds += watch.Seconds();
    cost.visited += ancestors.size();
  }
  return cost;
}

// In turns, the best of each, so that what else the machine does falls on neither alone.
constexpr int kRounds = 3;

void KeepBest(Cost& best, const Cost& cost) {
  if (best.visited == 0 || cost.seconds < best.seconds) {
    best = cost;
  }
}

struct Costs {
  Cost stemma;
  Cost plain;  // with prefetch or without
};

Costs CostsOf(AncestorSearch& search, const PlainGraph& plain,
              const std::vector<Question>& questions) {
  PlainTrace without_prefetch(plain, /*prefetch=*/false);
  PlainTrace with_prefetch(plain, /*prefetch=*/true);
  Costs costs;
  for (int round = 0; round < kRounds; ++round) {
    KeepBest(costs.stemma, CostOf(search, questions));
    KeepBest(costs.plain, CostOf(without_prefetch, questions, {}));
    KeepBest(costs.plain, CostOf(with_prefetch, questions, {}));
  }
  return costs;
}

// Node by node, with hops.
bool IsSame(const GraphView& view, const PlainGraph& plain, std::span<const Ancestor> ancestors,
            std::span<const PlainAncestor> expected) {
  std::vector<NodeId> nodes;
  for (const Ancestor& ancestor : ancestors) {
    nodes.push_back(ancestor.node);
  }
  const std::vector<std::string> ids = Must(view.Ids(nodes));
  std::map<uint32_t, uint32_t> hops_of;
  for (size_t i = 0; i < ids.size(); ++i) {
    hops_of[plain.Find(ids[i]).value()] = ancestors[i].hops;
  }
  return hops_of.size() == expected.size() &&
         std::all_of(expected.begin(), expected.end(), [&](const PlainAncestor& one) {
           const auto found = hops_of.find(one.node);
           return found != hops_of.end() && found->second == one.hops;
         });
}

// Each question of a store opened for it alone: the arrays are mapped anew, page by page.
Cost ColdCostOf(const std::filesystem::path& path, const std::vector<Question>& questions) {
  Cost cost;
  for (size_t i = 0; i < std::min<size_t>(10, questions.size()); ++i) {
    const auto store = Must(StoreReader::Open(path));
    const Stopwatch watch;
    AncestorSearch search(store->View());
    cost.visited += Must(search.From(questions[i].node)).size();
    cost.seconds += watch.Seconds();
  }
  return cost;
}

uint32_t MostCited(const PlainGraph& plain) {
  const PlainRows in = plain.Reversed();
  uint32_t most = 0;
  for (uint32_t node = 0; node < plain.Nodes(); ++node) {
    most = in.Of(node).size() > in.Of(most).size() ? node : most;
  }
  return most;
}

void AddFilters(Report& report, const GraphView& view, const PlainGraph& plain,
                const std::vector<Question>& questions, AncestorSearch& unfiltered) {
  struct Case {
    std::string name;
    Filter filter;
    PlainFilter plain;
  };
  const uint32_t hub = MostCited(plain);
  std::vector<Case> cases(6);
  cases[0].name = "confidence of .5";
  cases[0].filter.confidence_min = 0.5;
  cases[0].plain.confidence_min = 0.5F;
  cases[1].name = "status: nothing inferred or disputed";
  cases[1].filter.with_uncertain = false;
  cases[1].plain.confidence_min = 0.5F;  // make_graph gives the inferred ones .2
  cases[2].name = "as of today";
  cases[2].filter.as_of = Now();
  cases[3].name = "as known today";
  cases[3].filter.known_at = Now();
  cases[4].name = "without the most cited node";
  cases[4].filter.without = {Must(view.Find(plain.Id(hub))).value()};
  cases[4].plain.without = hub;
  cases[5].name = "all of these";
  cases[5].filter = {cases[4].filter.without, cases[2].filter.as_of, cases[3].filter.known_at, 0.5,
                     false};
  cases[5].plain = {0.5F, hub};
  for (const Case& one : cases) {
    AncestorSearch search(view, one.filter);
    Cost cost;
    Cost without;
    for (int round = 0; round < kRounds; ++round) {
      KeepBest(cost, CostOf(search, questions));
      KeepBest(without, CostOf(unfiltered, questions));
    }
    PlainTrace trace(plain, /*prefetch=*/false);
    report.Check("trace, " + one.name, cost.visited == CostOf(trace, questions, one.plain).visited);
    report.Add({"trace, " + one.name,
                cost.Nanos(),
                "ns a visited node",
                without.Nanos(),
                "the same without a filter",
                {Target::Of::kRatioAtMost, 2}});
  }
}

std::vector<Question> QuestionsOf(const GraphView& view, const PlainGraph& plain,
                                  const Options& options) {
  std::vector<Question> questions;
  // The hub that a filter leaves out cannot be asked about.
  const uint32_t hub = MostCited(plain);
  for (uint32_t node : CitingNodes(plain, options.Number("count"), options.Number("seed"))) {
    if (node != hub) {
      questions.push_back({node, Must(view.Find(plain.Id(node))).value()});
    }
  }
  return questions;
}

int Run(int argc, char** argv) {
  const Options options(argc, argv, StoredOptions("50"));
  const auto store = OpenStored(options);
  const GraphView& view = store->View();
  const PlainGraph plain(options.Text("graph"));
  Report report("trace");
  NoteGraph(report, plain);
  const std::vector<Question> questions = QuestionsOf(view, plain, options);
  if (questions.empty()) {
    return report.Print();
  }

  AncestorSearch search(view);
  const auto [resident, limit] = CostsOf(search, plain, questions);
  PlainTrace trace(plain, /*prefetch=*/false);
  report.Note("ancestors_mean", resident.visited / questions.size());
  report.Check("ancestors of all questions", resident.visited == limit.visited);
  for (size_t i = 0; i < std::min<size_t>(3, questions.size()); ++i) {
    report.Check(
        "ancestors of " + std::string(plain.Id(questions[i].plain)),
        IsSame(view, plain, Must(search.From(questions[i].node)), trace.From(questions[i].plain)));
  }
  report.Add({"full trace, resident",
              resident.Nanos(),
              "ns a visited node",
              limit.Nanos(),
              "plain loop over rows in memory",
              {Target::Of::kRatioAtMost, 1.5}});
  report.Add({"full trace, freshly mapped",
              ColdCostOf(StorePathOf(options), questions).Nanos(),
              "ns a visited node",
              limit.Nanos(),
              "plain loop over rows in memory",
              {Target::Of::kFigureAtMost, 400}});
  AddFilters(report, view, plain, questions, search);
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_trace", stemma::bench::Run, argc, argv);
}
