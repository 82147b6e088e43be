// Files go in whole, in order, with each error at its place, whatever the thread that reads does.
#include "graph/ingest/import.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/model/json_line.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

// Writes down what it is given, and refuses where it is told to. Each line must bring along the
// nodes that were looked up for it.
class NotingSink : public GraphSink {
 public:
  Status LookUp(std::span<Lookup> ids) override {
    const std::lock_guard lock(mutex_);
    for (Lookup& one : ids) {
      if (one.id == unreadable_id) {
        return Fail(ErrorCode::kIo, "unreadable");
      }
      one.node = &nodes_[std::string(one.id)];
    }
    return {};
  }
  bool TakesAlike() const override { return takes_alike; }
  Status AddAlike(SinkNode& from, SinkNode& to, Place place) override {
    CHECK(IsBare(last_));
    last_.from = IdOf(from);
    last_.to = IdOf(to);
    ++alike;
    return Note(place, WriteJsonLine(last_));
  }
  Result<std::vector<Rejection>> RejectWaiting() override { return std::vector<Rejection>(); }
  Result<Receipt> Commit() override {
    committed = true;
    return Receipt();
  }

  std::vector<std::string> said;
  std::vector<uint64_t> lines;
  uint64_t refused_line = 0;
  ErrorCode refused_code = ErrorCode::kInvalidInput;
  std::string unreadable_id;
  bool committed = false;
  bool takes_alike = false;
  uint64_t alike = 0;  // edges that came as of AddAlike

  // Null when it was not looked up.
  SinkNode* Named(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto found = nodes_.find(id);
    return found == nodes_.end() ? nullptr : &found->second;
  }

 private:
  Status Take(const NodeAssertion& assertion, Place place, const Prepared& prepared) override {
    CHECK(prepared.from == Named(assertion.id));
    CHECK(prepared.is_checked);
    return Note(place, WriteJsonLine(assertion));
  }
  Status Take(const EdgeAssertion& assertion, Place place, const Prepared& prepared) override {
    CHECK(prepared.from == Named(assertion.from));
    CHECK(prepared.to == Named(assertion.to));
    CHECK(prepared.is_checked);
    last_ = assertion;
    return Note(place, WriteJsonLine(assertion));
  }
  std::string IdOf(const SinkNode& node) {
    const std::lock_guard lock(mutex_);
    return std::find_if(nodes_.begin(), nodes_.end(),
                        [&](const auto& one) { return &one.second == &node; })
        ->first;
  }

  EdgeAssertion last_;
  std::mutex mutex_;
  std::map<std::string, SinkNode> nodes_;

  Status Note(Place place, std::string line) {
    if (place.line == refused_line) {
      return Fail(refused_code, "refused");
    }
    said.push_back(std::move(line));
    lines.push_back(place.line);
    return {};
  }
};

std::string Write(const TemporaryFolder& folder, const std::string& name,
                  const std::string& bytes) {
  const std::string path = (folder.Path() / name).string();
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string NodeLines(size_t count) {
  std::string lines;
  for (size_t i = 1; i <= count; ++i) {
    lines += R"({"node":"article","id":"n)" + std::to_string(i) + "\"}\n";
  }
  return lines;
}

TEST_CASE("many batches arrive whole and in order, file after file") {
  const TemporaryFolder folder;
  const std::vector<std::string> files = {Write(folder, "a.jsonl", NodeLines(5000)),
                                          Write(folder, "b.jsonl", NodeLines(3)),
                                          Write(folder, "c.jsonl", NodeLines(1200))};
  NotingSink sink;
  std::vector<ImportProgress> told;
  ImportOptions options;
  options.progress = [&](const ImportProgress& progress) { told.push_back(progress); };
  const ImportReport report = Must(ImportFiles(files, options, sink));
  CHECK(report.lines == 6203);
  REQUIRE(sink.lines.size() == 6203);
  for (size_t i = 0; i < sink.lines.size(); ++i) {
    CHECK(sink.lines[i] == (i < 5000 ? i + 1 : i < 5003 ? i - 4999 : i - 5002));
  }
  CHECK(sink.committed);
  REQUIRE_FALSE(told.empty());
  CHECK(told.back().is_writing);
  CHECK(told.back().lines == 6203);
  CHECK(told.back().bytes_read == told.back().bytes_total);
  CHECK_FALSE(told.front().is_writing);
}

TEST_CASE("the first bad line ends a strict import, whoever finds it bad") {
  const TemporaryFolder folder;
  const std::string file = Write(folder, "a.jsonl", NodeLines(3000) + "{\n" + NodeLines(3000));
  NotingSink sink;
  const auto strict = ImportFiles({file}, {}, sink);
  REQUIRE_FALSE(strict.has_value());
  CHECK(strict.error().message.starts_with(file + ":3001: expected one JSON object"));
  CHECK(sink.lines.size() == 3000);
  CHECK_FALSE(sink.committed);

  NotingSink refusing;
  refusing.refused_line = 2000;
  const auto refused = ImportFiles({file}, {}, refusing);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message == file + ":2000: refused");

  ImportOptions lenient;
  lenient.skip_bad = true;
  const ImportReport report = Must(ImportFiles({file}, lenient, refusing));
  REQUIRE(report.rejected.size() == 2);
  CHECK(report.rejected[0] == file + ":2000: refused");
  CHECK(report.receipt.rejected == 2);
}

TEST_CASE("a sink that fails, and a file that is missing, end even a lenient import") {
  const TemporaryFolder folder;
  const std::string file = Write(folder, "a.jsonl", NodeLines(20000));
  ImportOptions lenient;
  lenient.skip_bad = true;
  NotingSink full;
  full.refused_line = 3;
  full.refused_code = ErrorCode::kIo;
  const auto failed = ImportFiles({file}, lenient, full);
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().code == ErrorCode::kIo);
  CHECK(failed.error().message == "refused");

  NotingSink sink;
  const std::string missing = (folder.Path() / "missing.jsonl").string();
  const auto absent = ImportFiles({file, missing}, lenient, sink);
  REQUIRE_FALSE(absent.has_value());
  CHECK(absent.error().message == missing + ": no such file");
  CHECK(sink.lines.size() == 20000);
  CHECK_FALSE(sink.committed);
}

TEST_CASE("what a line names is looked up before it comes, unless the line cannot be read") {
  const TemporaryFolder folder;
  const std::string edge = R"({"edge":"cites","from":"n1","to":"elsewhere"})"
                           "\n";
  const std::string bad = R"({"node":"article","id":"bad\u0001"})"
                          "\n"
                          R"({"node":"thing","id":"unread"})"
                          "\n";
  const std::string file =
      Write(folder, "a.jsonl", NodeLines(700) + edge + bad + edge + NodeLines(700));
  ImportOptions lenient;
  lenient.skip_bad = true;
  NotingSink sink;
  const ImportReport report = Must(ImportFiles({file}, lenient, sink));
  CHECK(sink.lines.size() == 1402);
  REQUIRE(report.rejected.size() == 2);
  CHECK(report.rejected[0] == file + ":702: id: expected an id without control characters");
  CHECK(sink.Named("elsewhere") != nullptr);
  CHECK(sink.Named("unread") == nullptr);

  NotingSink failing;
  failing.unreadable_id = "elsewhere";
  const auto failed = ImportFiles({file}, lenient, failing);
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().code == ErrorCode::kIo);
  CHECK(failed.error().message == "unreadable");
  CHECK_FALSE(failing.committed);
}

TEST_CASE("edges like the one before travel without words, and say the same") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const std::vector<std::string> said = {R"("edge":"cites")",
                                         R"("edge":"cites","by":"Ann")",
                                         R"("edge":"cites","at":"2024-01-01T00:00:00Z")",
                                         R"("edge":"cites","how":"footnote")",
                                         R"("edge":"derived_from")",
                                         R"("edge":"cites","extra":1)",
                                         R"("edge":"no such")",
                                         R"("node":"article","title":"t")"};
  const TemporaryFolder folder;
  std::string text;
  size_t kind = 0;
  for (int i = 0; i < 4000; ++i) {
    kind = random() % 4 == 0 ? random() % said.size() : kind;
    const auto id = [&] { return "\"n" + std::to_string(random() % 50) + "\""; };
    const std::string ends = said[kind].starts_with(R"("node")")
                                 ? R"("id":)" + id()
                                 : R"("from":)" + id() + R"(,"to":)" + id();
    text += "{" + said[kind] + "," + ends + "}\n";
  }
  const std::string file = Write(folder, "a.jsonl", text);
  ImportOptions lenient;
  lenient.skip_bad = true;
  const auto import = [&](bool takes_alike, uint64_t refused_line) {
    auto sink = std::make_unique<NotingSink>();
    sink->takes_alike = takes_alike;
    sink->refused_line = refused_line;
    Must(ImportFiles({file}, lenient, *sink));
    return sink;
  };
  for (const uint64_t refused : {uint64_t{0}, random() % 4000 + 1, random() % 4000 + 1}) {
    const auto whole = import(false, refused);
    const auto alike = import(true, refused);
    CHECK(whole->alike == 0);
    CHECK(alike->alike > 1000);
    CHECK(alike->said == whole->said);
    CHECK(alike->lines == whole->lines);
  }
}

TEST_CASE("a line longer than any buffer, and one that ends the file, are whole") {
  const TemporaryFolder folder;
  const std::string text(3'000'000, 'x');
  std::string lines;
  for (int i = 0; i < 6; ++i) {
    lines += R"({"node":"article","id":"a","text":")" + text + "\"}\n" + NodeLines(700);
  }
  lines += R"({"node":"article","id":"last"})";
  NotingSink sink;
  Must(ImportFiles({Write(folder, "a.jsonl", lines)}, {}, sink));
  REQUIRE(sink.said.size() == 6 * 701 + 1);
  CHECK(sink.said[701 * 5].size() > text.size());
  CHECK(sink.said[701 * 5 + 1] == R"({"node":"article","id":"n1"})");
  CHECK(sink.said.back() == R"({"node":"article","id":"last"})");
}

TEST_CASE("rows read by libcsv and rows split at commas are the same") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  const std::vector<std::string> cells = {"a", " b ", "\tc d\t", "", " ", "\xC3", "é", "Article"};
  std::string split = "id:ID,title,text,:LABEL\n";
  std::string quoted = "x:IGNORE," + split;
  for (int i = 0; i < 3000; ++i) {
    std::string row = "n" + std::to_string(i);
    for (size_t more = 2 + random() % 2; more > 0; --more) {
      row += "," + cells[random() % cells.size()];
    }
    row += random() % 4 == 0 ? ",Person" : ",Outlet ";
    row += random() % 5 == 0 ? "\r\n" : random() % 20 == 0 ? "\r" : "\n";
    split += row;
    quoted += "\"\"," + row;  // the quotation marks are what makes the difference
  }
  ImportOptions lenient;
  lenient.skip_bad = true;
  NotingSink by_commas;
  NotingSink by_libcsv;
  const auto one = Must(ImportFiles({Write(folder, "a.csv", split)}, lenient, by_commas));
  const auto two = Must(ImportFiles({Write(folder, "b.csv", quoted)}, lenient, by_libcsv));
  CHECK(by_commas.said.size() > 100);
  CHECK(by_commas.said == by_libcsv.said);
  CHECK(by_commas.lines == by_libcsv.lines);
  CHECK(one.receipt.rejected == two.receipt.rejected);
}

TEST_CASE("a row knows its line behind blank lines and rows of many lines") {
  const TemporaryFolder folder;
  NotingSink sink;
  Must(ImportFiles(
      {Write(folder, "a.csv",
             "id:ID,title,:LABEL\n\n \r\na,\"T\n\nt\",Article\n\nb,,Outlet\nc,,Outlet")},
      {}, sink));
  CHECK(sink.lines == std::vector<uint64_t>{4, 8, 9});
  CHECK(sink.said[0] == R"({"node":"article","id":"a","title":"T\n\nt"})");
}

}  // namespace
}  // namespace stemma::testing
