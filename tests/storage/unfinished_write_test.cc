// The last write to the log may be missing in part, anything else there may not.
#include "storage/unfinished_write.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch_all.hpp>

#include "storage/database.h"
#include "storage/import_child.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kWorks = 400;
constexpr size_t kPage = 4096;

// The log that holds something.
fs::path LogOf(const fs::path& database) {
  fs::path log;
  for (const auto& entry : fs::directory_iterator(database)) {
    if (entry.path().extension() == ".log" && entry.file_size() > 0) {
      REQUIRE(log.empty());
      log = entry.path();
    }
  }
  REQUIRE_FALSE(log.empty());
  return log;
}

std::string ContentOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// A store with one import in its files and one, of many blocks, in its log.
class CrashedStore {
 public:
  CrashedStore() {
    REQUIRE(ImportInChild(Path(), kInMemory, 0, kWorks, "close").Wait() == 0);
    REQUIRE(ImportInChild(Path(), kInMemory, kWorks, kWorks, "crash").Wait() == 0);
    log_ = LogOf(Database());
  }
  fs::path Path() const { return folder_ / "db"; }
  fs::path Database() const { return Path() / "database"; }

  std::string Log() const { return ContentOf(log_); }
  void SetLog(const std::string& content) const {
    std::ofstream(log_, std::ios::binary | std::ios::trunc) << content;
  }

 private:
  TemporaryFolder folder_;
  fs::path log_;
};

uint64_t NodesIn(const fs::path& store) {
  return Must(Must(StoreReader::Open(store))->View().Counts()).nodes;
}

TEST_CASE("a last write of which pages are missing is left out") {
  const CrashedStore store;
  const std::string log = store.Log();
  for (size_t page = kPage; page + kPage < log.size(); page += 3 * kPage) {
    INFO("zeros from byte " << page << " of " << log.size());
    store.SetLog(std::string(log).replace(page, kPage, kPage, '\0'));
    CHECK(EndsInUnfinishedWrite(store.Database()));
    CHECK(NodesIn(store.Path()) == kWorks);
    CHECK(Must(VerifyStore(store.Path(), LogCheck::kRoots)).findings == std::vector<std::string>());
  }
  // The power failed once more when the next writer had just begun.
  std::ofstream(store.Database() / "000999.log").close();
  CHECK(NodesIn(store.Path()) == kWorks);
  CHECK(ImportInChild(store.Path(), kInMemory, kWorks, kWorks, "close").Wait() == 0);
  CHECK(NodesIn(store.Path()) == 2 * kWorks);
}

TEST_CASE("a flipped bit in the last write is damage") {
  const CrashedStore store;
  std::string log = store.Log();
  log[log.size() / 2] = static_cast<char>(log[log.size() / 2] ^ 1);
  store.SetLog(log);
  CHECK_FALSE(EndsInUnfinishedWrite(store.Database()));
  const auto reader = StoreReader::Open(store.Path());
  REQUIRE_FALSE(reader.has_value());
  CHECK(reader.error().code == ErrorCode::kCorruption);
}

TEST_CASE("a missing page before the last write is damage") {
  const CrashedStore store;
  std::string log = store.Log();
  // The same write once more behind it, from the start of a block on.
  constexpr size_t kBlock = 32768;
  const std::string whole = log;
  log.resize((log.size() / kBlock + 1) * kBlock, '\0');
  log += whole;
  log.replace(kPage, kPage, kPage, '\0');
  store.SetLog(log);
  CHECK_FALSE(EndsInUnfinishedWrite(store.Database()));
  const auto reader = StoreReader::Open(store.Path());
  REQUIRE_FALSE(reader.has_value());
  CHECK(reader.error().code == ErrorCode::kCorruption);
}

TEST_CASE("a missing sector before other writes in the same block is damage") {
  const TemporaryFolder folder;
  {
    const auto writer = Must(StoreWriter::Open(folder / "open"));
    for (const std::string id : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
      const auto sink = Must(writer->Begin());
      NodeAssertion node;
      node.id = id;
      Must(sink->Add(node, {}));
      Must(sink->Commit());
    }
    fs::copy(folder / "open", folder / "db", fs::copy_options::recursive);  // as if killed
  }
  const fs::path log = LogOf(folder / "db" / "database");
  constexpr size_t kSector = 512;
  std::string content = ContentOf(log);
  REQUIRE(content.size() > 3 * kSector);
  REQUIRE(NodesIn(folder / "db") == 8);
  content.replace(kSector, kSector, kSector, '\0');
  std::ofstream(log, std::ios::binary | std::ios::trunc) << content;
  CHECK_FALSE(EndsInUnfinishedWrite(folder / "db" / "database"));
  const auto reader = StoreReader::Open(folder / "db");
  REQUIRE_FALSE(reader.has_value());
  CHECK(reader.error().code == ErrorCode::kCorruption);
}

}  // namespace
}  // namespace stemma::testing
