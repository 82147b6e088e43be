// Makes the synthetic citation graph of the benchmarks: articles that cite older works, and
// documents, which cite nothing.
//
// Each node is newer than the ones it cites. Half of the citations go where earlier ones went
// (preferential attachment: the cited get cited), a quarter to the newest tenth, the others
// anywhere. With a million nodes a full trace then visits about 122,000 ancestors, which takes in
// the whole width of a real citation graph; either share alone visits far more or far fewer.
// Source: Price 1976, "A general theory of bibliometric and other cumulative advantage processes".
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/support/measure.h"
#include "bench/support/options.h"
#include "bench/support/report.h"

namespace stemma::bench {
namespace {

constexpr double kDocumentShare = 0.1;
constexpr double kPreferentialShare = 0.5;
constexpr double kRecentShare = 0.55;  // of the others
constexpr uint64_t kRecentPart = 10;   // the newest tenth
constexpr int64_t kFirstDay = -1826;   // 1965-01-01, in days since 1970
constexpr int64_t kDays = 60 * 365;

// Nodes by age, the oldest first; rows of what each cites.
struct Graph {
  std::vector<uint32_t> first = {0};
  std::vector<uint32_t> targets;
  uint32_t Nodes() const { return static_cast<uint32_t>(first.size() - 1); }
};

uint32_t ChooseTarget(Random& random, const Graph& graph, uint64_t cited_before) {
  if (cited_before > 0 && random.Happens(kPreferentialShare)) {
    return graph.targets[random.Below(cited_before)];
  }
  const uint32_t older = graph.Nodes();
  if (random.Happens(kRecentShare)) {
    return static_cast<uint32_t>(older - 1 -
                                 random.Below(std::max<uint64_t>(1, older / kRecentPart)));
  }
  return static_cast<uint32_t>(random.Below(older));
}

// Adds a citation by the newest node, unless it cites that work already.
void Cite(Graph& graph, uint64_t begin, uint32_t target) {
  const auto own = std::span(graph.targets).subspan(begin);
  if (std::find(own.begin(), own.end(), target) == own.end()) {
    graph.targets.push_back(target);
  }
}

// From 1 to `most`; of a fraction, now and then one more, so that the mean is met exactly.
uint64_t ChooseDegree(Random& random, double most) {
  const auto whole = static_cast<uint64_t>(most);
  const uint64_t limit = whole + (random.Happens(most - static_cast<double>(whole)) ? 1 : 0);
  return 1 + random.Below(std::max<uint64_t>(1, limit));
}

Graph MakeGraph(uint64_t nodes, double degree, uint64_t hub, uint64_t seed) {
  Random random(seed);
  Graph graph;
  graph.targets.reserve(static_cast<size_t>(static_cast<double>(nodes) * degree * 1.05) + hub);
  const double degree_most = 2 * degree / (1 - kDocumentShare) - 1;
  for (uint64_t node = 0; node < nodes; ++node) {
    const uint64_t begin = graph.targets.size();
    const bool is_document = node == 0 || random.Happens(kDocumentShare);
    if (!is_document) {
      for (uint64_t left = ChooseDegree(random, degree_most); left > 0; --left) {
        Cite(graph, begin, ChooseTarget(random, graph, begin));
      }
      if (node + hub >= nodes) {
        Cite(graph, begin, 0);
      }
    }
    graph.first.push_back(static_cast<uint32_t>(graph.targets.size()));
  }
  return graph;
}

class Writer {
 public:
  explicit Writer(const std::filesystem::path& path) : file_(std::fopen(path.c_str(), "wb")) {
    if (file_ == nullptr) {
      throw std::runtime_error("cannot write " + path.string());
    }
    bytes_.reserve(kFlushBytes + 4096);
  }
  ~Writer() {
    Flush();
    std::fclose(file_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Writer& operator<<(std::string_view text) {
    bytes_ += text;
    if (bytes_.size() > kFlushBytes) {
      Flush();
    }
    return *this;
  }

 private:
  static constexpr size_t kFlushBytes = size_t{1} << 20;
  void Flush() {
    std::fwrite(bytes_.data(), 1, bytes_.size(), file_);
    bytes_.clear();
  }
  std::FILE* file_;
  std::string bytes_;
};

// What the files say of nodes and edges, the same in both formats.
class Wording {
 public:
  Wording(const Graph& graph, const Options& options)
      : graph_(graph),
        titles_(options.Flag("titles")),
        facts_(options.Flag("facts")),
        digits_(std::max<size_t>(7, std::to_string(graph.Nodes()).size())) {}

  bool Titles() const { return titles_; }
  bool Facts() const { return facts_; }

  // The newest is 0: numbers rise while times fall.
  std::string Id(uint32_t age) const {
    const std::string number = std::to_string(graph_.Nodes() - 1 - age);
    return "n" + std::string(digits_ - number.size(), '0') + number;
  }
  bool IsDocument(uint32_t age) const { return graph_.first[age] == graph_.first[age + 1]; }
  std::string Title(uint32_t age) const {
    return "On the lineage of " + Id(age) + (IsDocument(age) ? ", a document" : ", an article");
  }
  static float Confidence(uint64_t edge) { return edge % 10 == 3 ? 0.2F : 0.9F; }
  static const char* Status(uint64_t edge) {
    return edge % 10 == 3 ? "inferred" : edge % 2 == 0 ? "extracted" : "asserted";
  }

  // Source: Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days).
  std::string Date(uint32_t age) const {
    const int64_t days =
        kFirstDay + static_cast<int64_t>(uint64_t{age} * uint64_t{kDays} / graph_.Nodes()) + 719468;
    const int64_t era = days / 146097;
    const int64_t day_of_era = days - era * 146097;
    const int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t shifted_month = (5 * day_of_year + 2) / 153;
    const int64_t day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    const int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", static_cast<int>(year),
                  static_cast<int>(month), static_cast<int>(day));
    return text;
  }

 private:
  const Graph& graph_;
  const bool titles_;
  const bool facts_;
  const size_t digits_;
};

void WriteCsv(const Graph& graph, const Wording& wording, const std::filesystem::path& folder) {
  Writer nodes(folder / "nodes.csv");
  nodes << (wording.Titles() ? "id:ID,title,date,:LABEL\n" : "id:ID,date,:LABEL\n");
  Writer edges(folder / "edges.csv");
  edges << (wording.Facts() ? ":START_ID,:END_ID,:TYPE,confidence:double,status\n"
                            : ":START_ID,:END_ID,:TYPE\n");
  for (uint32_t age = graph.Nodes(); age-- > 0;) {
    const std::string id = wording.Id(age);
    nodes << id << ",";
    if (wording.Titles()) {
      nodes << "\"" << wording.Title(age) << "\",";
    }
    nodes << wording.Date(age) << (wording.IsDocument(age) ? ",document\n" : ",article\n");
    for (uint32_t edge = graph.first[age]; edge < graph.first[age + 1]; ++edge) {
      edges << id << "," << wording.Id(graph.targets[edge]) << ",cites";
      if (wording.Facts()) {
        edges << (Wording::Confidence(edge) < 0.5F ? ",0.2," : ",0.9,") << Wording::Status(edge);
      }
      edges << "\n";
    }
  }
}

void WriteJsonLines(const Graph& graph, const Wording& wording,
                    const std::filesystem::path& folder) {
  Writer lines(folder / "graph.jsonl");
  for (uint32_t age = graph.Nodes(); age-- > 0;) {
    lines << R"({"node":")" << (wording.IsDocument(age) ? "document" : "article") << R"(","id":")"
          << wording.Id(age);
    if (wording.Titles()) {
      lines << R"(","title":")" << wording.Title(age);
    }
    lines << R"(","date":")" << wording.Date(age) << "\"}\n";
  }
  for (uint32_t age = graph.Nodes(); age-- > 0;) {
    const std::string id = wording.Id(age);
    for (uint32_t edge = graph.first[age]; edge < graph.first[age + 1]; ++edge) {
      lines << R"({"edge":"cites","from":")" << id << R"(","to":")"
            << wording.Id(graph.targets[edge]) << "\"";
      if (wording.Facts()) {
        lines << (Wording::Confidence(edge) < 0.5F ? R"(,"confidence":0.2,"status":")"
                                                   : R"(,"confidence":0.9,"status":")")
              << Wording::Status(edge) << "\"";
      }
      lines << "}\n";
    }
  }
}

int Run(int argc, char** argv) {
  // --edges is the mean of each node; --hub is how many in-edges the oldest node gets on top;
  // --titles adds a title to each node, --facts a confidence and a status to each edge.
  const Options options(argc, argv,
                        {{"nodes", "1000000"},
                         {"edges", "5"},
                         {"seed", "1"},
                         {"hub", "0"},
                         {"format", "csv"},
                         {"o", "."}},
                        {"titles", "facts"});
  const std::filesystem::path folder = options.Text("o");
  std::filesystem::create_directories(folder);
  const Graph graph = MakeGraph(std::max<uint64_t>(1, options.Number("nodes")),
                                std::strtod(options.Text("edges").c_str(), nullptr),
                                options.Number("hub"), options.Number("seed"));
  const Wording wording(graph, options);
  if (options.Text("format") != "jsonl") {
    WriteCsv(graph, wording, folder);
  }
  if (options.Text("format") != "csv") {
    WriteJsonLines(graph, wording, folder);
  }
  std::printf("{\"job\":\"make_graph\",\"nodes\":%u,\"edges\":%zu}\n", graph.Nodes(),
              graph.targets.size());
  return 0;
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("make_graph", stemma::bench::Run, argc, argv);
}
