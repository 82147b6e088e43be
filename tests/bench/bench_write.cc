// Durable writes: one edge a commit, and a hundred, beside SQLite and the disk itself.
//
// Both stores hold the whole graph, in the same folder; the same new edges go into both, and each
// commit is on the disk before the next begins.
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <set>

#include "bench/support/measure.h"
#include "bench/support/stored.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

namespace fs = std::filesystem;
using testing::Must;

struct NewEdge {
  uint32_t from;
  uint32_t to;
};

std::vector<NewEdge> NewEdges(const PlainGraph& plain, uint64_t count, uint64_t seed) {
  Random random(seed);
  std::set<std::pair<uint32_t, uint32_t>> taken;
  std::vector<NewEdge> edges;
  for (uint64_t tries = 0; edges.size() < count && tries < count * 100; ++tries) {
    const auto a = static_cast<uint32_t>(random.Below(plain.Nodes()));
    const auto b = static_cast<uint32_t>(random.Below(plain.Nodes()));
    const NewEdge edge{std::min(a, b), std::max(a, b)};  // smaller numbers are newer
    const auto known = plain.Out().Of(edge.from);
    if (!plain.IsOrigin(edge.from) && a != b && taken.insert({edge.from, edge.to}).second &&
        std::find(known.begin(), known.end(), edge.to) == known.end()) {
      edges.push_back(edge);
    }
  }
  return edges;
}

// Just what a sourcing graph needs: ids, and edges in both directions.
class SqliteStore {
 public:
  SqliteStore(const fs::path& path, const PlainGraph& plain) {
    Check(sqlite3_open(path.c_str(), &database_));
    Execute("PRAGMA synchronous=OFF");
    Execute("CREATE TABLE nodes(number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL)");
    Execute(
        "CREATE TABLE edges(source INTEGER, target INTEGER, at INTEGER, "
        "PRIMARY KEY(source, target)) WITHOUT ROWID");
    Execute("BEGIN");
    Fill(plain);
    Execute("CREATE INDEX edges_by_target ON edges(target)");
    Execute("COMMIT");
  }
  ~SqliteStore() {
    sqlite3_finalize(find_);
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  void Use(const std::string& journal) {
    Execute("PRAGMA journal_mode=" + journal);
    Execute("PRAGMA synchronous=FULL");
  }

  void Execute(const std::string& statement) {
    Check(sqlite3_exec(database_, statement.c_str(), nullptr, nullptr, nullptr));
  }

  void InsertById(std::string_view from, std::string_view to) {
    const int64_t source = NumberOf(from);
    Insert(source, NumberOf(to));
  }

 private:
  void Check(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
      throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(database_));
    }
  }
  void Prepare(const char* statement, sqlite3_stmt** prepared) {
    Check(sqlite3_prepare_v2(database_, statement, -1, prepared, nullptr));
  }

  void Fill(const PlainGraph& plain) {
    sqlite3_stmt* node_statement = nullptr;
    Prepare("INSERT INTO nodes VALUES(?, ?)", &node_statement);
    Prepare("INSERT INTO edges VALUES(?, ?, 0)", &insert_);
    Prepare("SELECT number FROM nodes WHERE id = ?", &find_);
    for (uint32_t node = 0; node < plain.Nodes(); ++node) {
      const std::string_view id = plain.Id(node);
      sqlite3_bind_int64(node_statement, 1, node);
      sqlite3_bind_text(node_statement, 2, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
      Check(sqlite3_step(node_statement));
      sqlite3_reset(node_statement);
      for (uint32_t target : plain.Out().Of(node)) {
        Insert(node, target);
      }
    }
    sqlite3_finalize(node_statement);
  }

  int64_t NumberOf(std::string_view id) {
    sqlite3_bind_text(find_, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
    Check(sqlite3_step(find_));
    const int64_t number = sqlite3_column_int64(find_, 0);
    sqlite3_reset(find_);
    return number;
  }

  void Insert(int64_t source, int64_t target) {
    sqlite3_bind_int64(insert_, 1, source);
    sqlite3_bind_int64(insert_, 2, target);
    Check(sqlite3_step(insert_));
    sqlite3_reset(insert_);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

double SqliteRate(SqliteStore& store, const PlainGraph& plain, std::span<const NewEdge> edges,
                  size_t edges_a_commit) {
  const Stopwatch watch;
  for (size_t begin = 0; begin < edges.size(); begin += edges_a_commit) {
    store.Execute("BEGIN IMMEDIATE");
    for (const NewEdge& edge :
         edges.subspan(begin, std::min(edges_a_commit, edges.size() - begin))) {
      store.InsertById(plain.Id(edge.from), plain.Id(edge.to));
    }
    store.Execute("COMMIT");
  }
  return static_cast<double>(edges.size()) / watch.Seconds();
}

double StemmaRate(StoreWriter& store, const PlainGraph& plain, std::span<const NewEdge> edges,
                  size_t edges_a_commit) {
  const Stopwatch watch;
  for (size_t begin = 0; begin < edges.size(); begin += edges_a_commit) {
    const auto sink = Must(store.Begin());
    for (const NewEdge& edge :
         edges.subspan(begin, std::min(edges_a_commit, edges.size() - begin))) {
      EdgeAssertion assertion;
      assertion.from = plain.Id(edge.from);
      assertion.to = plain.Id(edge.to);
      assertion.at = Now();
      Must(sink->Add(assertion, {}));
    }
    Must(sink->Commit());
  }
  return static_cast<double>(edges.size()) / watch.Seconds();
}

// What the disk allows: a page appended and waited for, and nothing else.
double SyncRate(const fs::path& path, uint64_t count) {
  const int file = open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644);
  const std::string page(4096, 'x');
  const Stopwatch watch;
  for (uint64_t i = 0; i < count; ++i) {
    if (write(file, page.data(), page.size()) < 0 || fdatasync(file) != 0) {
      throw std::runtime_error("cannot write " + path.string());
    }
  }
  const double seconds = watch.Seconds();
  close(file);
  return static_cast<double>(count) / seconds;
}

// Every new edge is there when the store is opened again.
bool AreStored(const fs::path& path, const PlainGraph& plain, std::span<const NewEdge> edges) {
  const auto store = Must(StoreReader::Open(path));
  return std::all_of(edges.begin(), edges.end(), [&](const NewEdge& edge) {
    const NodeId from = Must(store->View().Find(plain.Id(edge.from))).value();
    const NodeId to = Must(store->View().Find(plain.Id(edge.to))).value();
    const auto stored = Must(store->View().Edges(std::span(&from, 1), Direction::kOut));
    return std::any_of(stored.front().begin(), stored.front().end(),
                       [&](const EdgeFacts& one) { return one.other == to; });
  });
}

struct Rates {
  double single = 0;
  double batch = 0;
};

void AddFigures(Report& report, const Rates& stemma, const Rates& wal, const Rates& rollback,
                double sync) {
  report.Add({"edges a second, one a commit",
              stemma.single,
              "edges/s",
              std::max(wal.single, rollback.single),
              "SQLite, synchronous=FULL, the better journal",
              {Target::Of::kRatioAtLeast, 1}});
  report.Add({"edges a second, 100 a commit",
              stemma.batch,
              "edges/s",
              std::max(wal.batch, rollback.batch),
              "SQLite, synchronous=FULL, the better journal",
              {Target::Of::kFigureAtLeast, 50'000}});
  report.Add(
      {"commits a second", stemma.single, "commits/s", sync, "4 KB appended and fdatasync", {}});
  report.Note("sqlite", {{"wal", {{"single", wal.single}, {"batch", wal.batch}}},
                         {"delete", {{"single", rollback.single}, {"batch", rollback.batch}}}});
}

int Run(int argc, char** argv) {
  std::map<std::string, std::string> names = StoredOptions("300");
  names["work"] = "";
  const Options options(argc, argv, names);
  const fs::path work = options.Text("work").empty() ? fs::path(options.Text("graph")) / "write"
                                                     : fs::path(options.Text("work"));
  OpenStored(options);
  const PlainGraph plain(options.Text("graph"));
  Report report("write");
  NoteGraph(report, plain);
  fs::create_directories(work);
  fs::copy(StorePathOf(options), work / "stemma.db", fs::copy_options::recursive);
  SqliteStore sqlite(work / "sqlite.db", plain);

  const uint64_t count = options.Number("count");
  const size_t batched = count / 3 * 100;
  const auto edges = NewEdges(plain, 2 * (count + batched), options.Number("seed"));
  const std::span<const NewEdge> all(edges);
  const size_t half = all.size() / 2;
  const size_t singles = std::min<size_t>(count, half);

  Rates stemma;
  {
    const auto store = Must(StoreWriter::Open(work / "stemma.db"));
    stemma.single = StemmaRate(*store, plain, all.subspan(0, singles), 1);
    stemma.batch = StemmaRate(*store, plain, all.subspan(singles, half - singles), 100);
  }
  Rates wal;
  sqlite.Use("WAL");
  wal.single = SqliteRate(sqlite, plain, all.subspan(0, singles), 1);
  wal.batch = SqliteRate(sqlite, plain, all.subspan(singles, half - singles), 100);
  Rates rollback;
  sqlite.Use("DELETE");
  rollback.single = SqliteRate(sqlite, plain, all.subspan(half, singles), 1);
  rollback.batch = SqliteRate(sqlite, plain, all.subspan(half + singles), 100);

  report.Check("new edges", AreStored(work / "stemma.db", plain, all.subspan(0, singles)));
  AddFigures(report, stemma, wal, rollback, SyncRate(work / "sync", count));
  fs::remove_all(work);
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_write", stemma::bench::Run, argc, argv);
}
