// The audit of a whole store: time and memory, each part in a process of its own, for the number of
// works asked and for a fifth of it.
#include <filesystem>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/support/article_text.h"
#include "bench/support/child.h"
#include "bench/support/measure.h"
#include "bench/support/options.h"
#include "bench/support/report.h"
#include "graph/adding/adder.h"
#include "graph/base/content_hash.h"
#include "storage/database.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

namespace fs = std::filesystem;
using testing::Must;

constexpr uint64_t kBatch = 1000;
constexpr uint64_t kEdgesOfWork = 10;
constexpr double kMillion = 1e6;

std::string NameOf(uint64_t work) {
  return "article-" + std::to_string(work);
}

fs::path StoreIn(const Options& options) {
  return fs::path(options.Text("work")) / ("audit-" + options.Text("works") + ".db");
}

// Articles with all that was read in them, as `stemma add` stores them.
void AddArticles(StoreWriter& store, uint64_t works, uint64_t seed) {
  const auto sink = Must(store.Begin());
  AddOptions options;
  options.now = Now();
  Adder adder(store.View(), *sink, options);
  for (uint64_t first = 0; first < works; first += kBatch) {
    uint64_t work = first;
    for (const std::string& text : MakeArticles(std::min(kBatch, works - first), seed + first)) {
      const std::string file = NameOf(work++) + ".txt";
      Must(adder.Add(ReadSourcing(Must(ReadArticle(text))),
                     {file, "/articles/" + file, Xxh3Hex(text)}));
    }
  }
  Must(adder.Commit());
}

// Each work cites some that came before, so that there are kEdgesOfWork edges a work in all.
void AddCitations(StoreWriter& store, uint64_t works, uint64_t seed) {
  const uint64_t there = Must(store.View().Counts()).edges;
  const uint64_t wanted = works * kEdgesOfWork;
  std::mt19937_64 random(seed);
  const auto sink = Must(store.Begin());
  for (uint64_t i = there; i < wanted; ++i) {
    const uint64_t from = 1 + random() % (works - 1);
    EdgeAssertion edge;
    edge.from = NameOf(from);
    edge.kind = EdgeKind::kCites;
    edge.to = NameOf(random() % from);
    Must(sink->Add(edge, {}));
  }
  Must(sink->Commit());
}

void Make(const Options& options) {
  fs::remove_all(StoreIn(options));
  const auto store = Must(StoreWriter::Open(StoreIn(options)));
  AddArticles(*store, options.Number("works"), options.Number("seed"));
  AddCitations(*store, options.Number("works"), options.Number("seed"));
}

// What an audit of texts needs at least: each of them out of the store, and read.
void ReadAll(const Options& options) {
  const auto store = Must(StoreReader::Open(StoreIn(options)));
  uint64_t quotes = 0;
  Must(store->View().ScanNodes([&](NodeId node, const NodeFacts& facts) {
    if (IsWork(facts.kind)) {
      const NodeState state = Must(store->View().Node(node, /*with_text=*/true));
      Article article;
      article.text = std::string(state.Text("text").value_or(""));
      quotes += ReadSourcing(std::move(article)).quotes.size();
    }
    return true;
  }));
  if (quotes == 0) {
    throw std::runtime_error("the store has no quotes");
  }
}

void Measure(Report& report, const std::string& program, const Options& all, uint64_t works) {
  const std::string number = std::to_string(works);
  const auto run = [&](const std::string& part) {
    return RunChild({program, "--works", number, "--seed", all.Text("seed"), "--work",
                     all.Text("work"), "--part", part});
  };
  run("make");
  const Options options(1, nullptr, {{"works", number}, {"work", all.Text("work")}});
  const std::string of = " of " + number + " works";
  {
    const auto store = Must(StoreReader::Open(StoreIn(options)));
    report.Note("edges" + of, Must(store->View().Counts()).edges);
  }
  const ChildRun read = run("read");
  // Findings are what it is for, so that 1 is as good as 0.
  const auto audit = [&](const std::string& rule) {
    return RunChild({"/bin/sh", "-c", "\"$@\" >/dev/null || test $? = 1", "sh", all.Text("stemma"),
                     "--db", StoreIn(options).string(), "--json", "audit",
                     rule.empty() ? "--quiet" : "--rule=" + rule});
  };
  const ChildRun whole = audit("");
  const ChildRun dates = audit("date-order");
  fs::remove_all(StoreIn(options));
  const std::string reading = "reading the sourcing of all texts";
  report.Add({"audit, all rules" + of, whole.seconds, "s", read.seconds, reading, {}});
  report.Add({"audit, dates alone" + of, dates.seconds, "s", read.seconds, reading, {}});
  report.Add({"peak memory, all rules" + of,
              static_cast<double>(whole.peak_bytes) / kMillion,
              "MB",
              static_cast<double>(read.peak_bytes) / kMillion,
              reading,
              {}});
}

int Run(int argc, char** argv) {
  const Options options(argc, argv,
                        {{"works", "100000"},
                         {"seed", "1"},
                         {"work", "."},
                         {"stemma", "build/stemma"},
                         {"part", ""}});
  if (options.Text("part") == "make") {
    Make(options);
    return 0;
  }
  if (options.Text("part") == "read") {
    ReadAll(options);
    return 0;
  }
  fs::create_directories(options.Text("work"));
  Report report("audit");
  const uint64_t works = options.Number("works");
  Measure(report, argv[0], options, works / 5);
  Measure(report, argv[0], options, works);
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_audit", stemma::bench::Run, argc, argv);
}
