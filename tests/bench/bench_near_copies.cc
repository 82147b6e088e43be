// Near copies among all works of a store: time and memory, each part in a process of its own, for
// the number of works asked and for a fifth of it.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "bench/support/child.h"
#include "bench/support/measure.h"
#include "bench/support/options.h"
#include "bench/support/report.h"
#include "graph/audit/near_copies.h"
#include "graph/audit/near_copy_findings.h"
#include "graph/base/utf8.h"
#include "storage/database.h"
#include "storage/spilled_pairs.h"
#include "support/invented_news.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

namespace fs = std::filesystem;
using testing::InventedNews;
using testing::Must;

constexpr uint64_t kWords = 300;
constexpr uint64_t kCopyOneIn = 20;
constexpr size_t kOriginals = 1000;  // of which the next copy may be one
constexpr uint64_t kOutlets = 50;    // each with a note below all of its articles
constexpr uint64_t kEdgesOfWork = 10;

std::string NameOf(uint64_t work) {
  return "work-" + std::to_string(work);
}

fs::path FileIn(const Options& options, const std::string& name) {
  return fs::path(options.Text("work")) / (name + "-" + options.Text("works"));
}

class Maker {
 public:
  Maker(GraphSink& sink, std::ofstream& copies, uint64_t seed)
      : sink_(sink), copies_(copies), news_(seed) {
    for (uint64_t outlet = 0; outlet < kOutlets; ++outlet) {
      AddNode("outlet-" + std::to_string(outlet), NodeKind::kOutlet, "name",
              "Outlet " + std::to_string(outlet));
      notes_.push_back(news_.Text(30, 0));
    }
  }

  void AddWork(uint64_t work) {
    const uint64_t outlet = news_.Below(kOutlets);
    std::string text;
    if (!originals_.empty() && news_.Below(kCopyOneIn) == 0) {
      const auto& [original, words] = originals_[news_.Below(originals_.size())];
      text = news_.Changed(words, 10) + "\n\n" + news_.Text(news_.Below(kWords));
      copies_ << original << ' ' << work << '\n';
    } else {
      text = news_.Text(kWords);
      Keep(work, text);
    }
    AddNode(NameOf(work), NodeKind::kArticle, "text", text + "\n\n" + notes_[outlet]);
    AddEdge(work, EdgeKind::kPublishedBy, "outlet-" + std::to_string(outlet));
    for (uint64_t i = 1; i < kEdgesOfWork && work > 0; ++i) {
      AddEdge(work, EdgeKind::kCites, NameOf(news_.Below(work)));
    }
  }

 private:
  void Keep(uint64_t work, const std::string& text) {
    if (originals_.size() < kOriginals) {
      originals_.emplace_back(work, text);
    } else {
      originals_[news_.Below(kOriginals)] = {work, text};
    }
  }
  void AddNode(const std::string& id, NodeKind kind, const std::string& field,
               const std::string& value) {
    NodeAssertion node;
    node.id = id;
    node.kind = kind;
    node.fields = {{field, true, value}};
    Must(sink_.Add(node, {}));
  }
  void AddEdge(uint64_t work, EdgeKind kind, const std::string& to) {
    EdgeAssertion edge;
    edge.from = NameOf(work);
    edge.kind = kind;
    edge.to = to;
    Must(sink_.Add(edge, {}));
  }

  GraphSink& sink_;
  std::ofstream& copies_;
  InventedNews news_;
  std::vector<std::string> notes_;
  std::vector<std::pair<uint64_t, std::string>> originals_;
};

void Make(const Options& options) {
  fs::remove_all(FileIn(options, "store"));
  const auto store = Must(StoreWriter::Open(FileIn(options, "store")));
  const auto sink = Must(store->Begin());
  std::ofstream copies(FileIn(options, "made"));
  Maker maker(*sink, copies, options.Number("seed"));
  for (uint64_t work = 0; work < options.Number("works"); ++work) {
    maker.AddWork(work);
  }
  Must(sink->RejectWaiting());
  Must(sink->Commit());
}

// What any search needs at least: every text out of the store, and perhaps its words folded.
void ReadTexts(const GraphView& view, bool folds) {
  uint64_t count = 0;
  Must(view.ScanNodes([&](NodeId node, const NodeFacts& facts) {
    if (IsWork(facts.kind)) {
      const std::string text = Must(StoredText(view, node));
      count += folds ? FoldedWords(text).size() : text.size();
    }
    return true;
  }));
  if (count == 0) {
    throw std::runtime_error("the store has no texts");
  }
}

void Check(const GraphView& view, NodeId work, std::span<const NodeId> copies, Findings& findings) {
  Article article;
  article.text = Must(StoredText(view, work));
  const Reading reading = ReadSourcing(std::move(article));
  const TextUnderAudit text(reading);
  Must(CheckNearCopies(text, work, copies, view, findings));
}

void Find(const Options& options, const GraphView& view, bool checks) {
  std::ofstream pairs(FileIn(options, "found"));
  const fs::path folder = options.Text("work");
  uint64_t reported = 0;
  const NearCopyCounts counts = Must(FindAllNearCopies(
      view, [&] { return std::make_unique<SpilledPairs>(folder); },
      [&](NodeId work, std::span<const NodeId> copies) -> Status {
        const std::string from = Must(view.Ids(std::span(&work, 1))).front();
        for (const std::string& to : Must(view.Ids(copies))) {
          pairs << from << ' ' << to << '\n';
        }
        Findings findings;
        if (checks) {
          Check(view, work, copies, findings);
        }
        reported += findings.size();
        return {};
      }));
  std::ofstream(FileIn(options, "counts")) << counts.compared << ' ' << counts.candidates << ' '
                                           << counts.pairs << ' ' << reported << '\n';
}

void FindOfOne(const GraphView& view) {
  const NodeId work = Must(view.Find(NameOf(0))).value();
  Must(FindNearCopiesOf(view, Must(StoredText(view, work)), work));
}

int RunPart(const Options& options) {
  const std::string& part = options.Text("part");
  if (part == "make") {
    Make(options);
    return 0;
  }
  const auto store = Must(StoreReader::Open(FileIn(options, "store")));
  if (part == "read" || part == "fold") {
    ReadTexts(store->View(), part == "fold");
  } else if (part == "one") {
    FindOfOne(store->View());
  } else {
    Find(options, store->View(), part == "check");
  }
  return 0;
}

// Of the copies that were made, those that were found.
uint64_t CopiesFound(const Options& options, uint64_t& made) {
  std::set<std::pair<std::string, std::string>> found;
  std::ifstream pairs(FileIn(options, "found"));
  for (std::string from, to; pairs >> from >> to;) {
    found.emplace(from, to);
  }
  uint64_t count = 0;
  std::ifstream copies(FileIn(options, "made"));
  for (uint64_t original = 0, copy = 0; copies >> original >> copy; ++made) {
    count += found.contains({NameOf(original), NameOf(copy)}) ? 1 : 0;
  }
  return count;
}

void Measure(Report& report, const std::string& program, const Options& all, uint64_t works) {
  const std::string number = std::to_string(works);
  const std::vector<std::string> arguments = {
      program, "--works", number, "--seed", all.Text("seed"), "--work", all.Text("work")};
  const auto run = [&](const std::string& part) {
    std::vector<std::string> command = arguments;
    command.insert(command.end(), {"--part", part});
    return RunChild(command);
  };
  run("make");
  const ChildRun read = run("read");
  const ChildRun fold = run("fold");
  const ChildRun find = run("find");
  const ChildRun check = run("check");
  const ChildRun one = run("one");

  const Options options(1, nullptr, {{"works", number}, {"work", all.Text("work")}});
  NearCopyCounts counts;
  uint64_t reported = 0;
  std::ifstream(FileIn(options, "counts")) >> counts.compared >> counts.candidates >>
      counts.pairs >> reported;
  uint64_t made = 0;
  const uint64_t found = CopiesFound(options, made);
  for (const char* name : {"store", "made", "found", "counts"}) {
    fs::remove_all(FileIn(options, name));
  }
  const std::string of = " of " + number + " works";
  report.Note("candidates" + of, counts.candidates);
  report.Note("pairs" + of, counts.pairs);
  report.Note("findings" + of, reported);
  report.Note("copies made" + of, made);
  report.Note("copies found" + of, found);
  report.Check("all works are compared" + of, counts.compared == works);
  report.Check("of 100 copies at least 99 are found" + of, 100 * found >= 99 * made);
  const std::string folding = "reading all texts and folding their words";
  report.Add({"all near copies" + of, find.seconds, "s", fold.seconds, folding, {}});
  report.Add({"with findings" + of, check.seconds, "s", fold.seconds, folding, {}});
  report.Add({"copies of one" + of, one.seconds, "s", read.seconds, "reading all texts", {}});
  report.Add({"peak memory, all near copies" + of,
              static_cast<double>(find.peak_bytes) / 1e6,
              "MB",
              static_cast<double>(read.peak_bytes) / 1e6,
              "reading all texts",
              {}});
  report.Add({"peak memory, with findings" + of,
              static_cast<double>(check.peak_bytes) / 1e6,
              "MB",
              static_cast<double>(read.peak_bytes) / 1e6,
              "reading all texts",
              {}});
}

int Run(int argc, char** argv) {
  const Options options(argc, argv,
                        {{"works", "100000"}, {"seed", "1"}, {"work", "."}, {"part", ""}});
  if (!options.Text("part").empty()) {
    return RunPart(options);
  }
  fs::create_directories(options.Text("work"));
  Report report("near_copies");
  report.Note("words_of_a_text", kWords);
  Measure(report, argv[0], options, options.Number("works") / 5);
  Measure(report, argv[0], options, options.Number("works"));
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_near_copies", stemma::bench::Run, argc, argv);
}
