// On a disk that loses what was not synced, fails a write or is full, nothing acknowledged is lost.
// STEMMA_FAULTS=500 tries so many moments in each test instead of a few.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "child/fault_layer.h"
#include "storage/backup.h"
#include "storage/database.h"
#include "storage/import_child.h"
#include "support/exported_lines.h"
#include "support/how_often.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kBefore = 20;     // works of the first import
constexpr uint64_t kImported = 400;  // of the one that fails
constexpr uint64_t kEach = 24;       // committed one after the other
constexpr int kFaults = 3;

int Faults() {
  return HowOften("STEMMA_FAULTS", kFaults);
}

enum class Fault : uint8_t { kPowerCut, kFailedWrite, kFullDisk };

// Of the environment, for the processes that are started meanwhile.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    setenv(name, value.c_str(), 1);
  }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

// A disk, so to speak, with a store and its backups on it.
class Disk {
 public:
  Disk() { fs::create_directory(folder_ / "disk"); }
  fs::path Store() const { return folder_ / "disk" / "db"; }
  fs::path Backups() const { return folder_ / "disk" / "db.backups"; }
  fs::path Restored() const { return folder_ / "restored"; }

  ChildProcess Start(const std::string& fault, size_t staging, uint64_t first, uint64_t count,
                     const std::string& end) const {
    const Variable where("STEMMA_FAULT_FOLDER", folder_ / "disk");
    const Variable what("STEMMA_FAULT", fault);
    return ChildProcess({STEMMA_FAULT_CHILD, Store(), std::to_string(staging),
                         std::to_string(first), std::to_string(count), end});
  }

  bool Import(size_t staging, uint64_t first, uint64_t count) const {
    return ImportInChild(Store(), staging, first, count, "close").Wait() == 0;
  }
  bool BackUp() const { return ImportInChild(Store(), 0, 0, 0, "backup").Wait() == 0; }

  // One of those that a run of which this is the whole can meet; a few are past its end.
  std::string FaultWithin(Fault fault, std::mt19937_64& random) const {
    uint64_t writes = 0;
    uint64_t bytes = 0;
    uint64_t changes = 0;
    std::ifstream(folder_ / "disk.counts") >> writes >> bytes >> changes;
    REQUIRE(changes > 0);
    const auto up_to = [&](uint64_t most) {
      return std::to_string(std::uniform_int_distribution<uint64_t>(1, most + most / 10)(random));
    };
    switch (fault) {
      case Fault::kPowerCut:
        return "powercut:" + up_to(changes) + ":" + std::to_string(random());
      case Fault::kFailedWrite:
        return "eio:" + up_to(writes);
      case Fault::kFullDisk:
        return "enospc:" + up_to(bytes);
    }
    return "count";
  }

 private:
  TemporaryFolder folder_;
};

GraphCounts CountsOf(const fs::path& store) {
  return Must(Must(StoreReader::Open(store))->View().Counts());
}

void CheckWhole(const fs::path& store) {
  CHECK(Must(VerifyStore(store, LogCheck::kRoots)).findings == std::vector<std::string>());
}

// How a child may end that met a fault; true when it did all that it was told.
bool EndedWell(ChildProcess& child, Fault fault, std::vector<std::string>& said) {
  said = child.Lines();
  const int status = child.Wait();
  if (status == 0) {
    return true;
  }
  if (fault == Fault::kPowerCut) {
    CHECK(status == kPowerCut);
    return false;
  }
  CHECK(status == 1);
  REQUIRE_FALSE(said.empty());
  const std::string failure = said.back();
  said.pop_back();
  INFO(failure);
  CHECK(failure.starts_with("failed io: "));
  CHECK((fault != Fault::kFullDisk || failure.find("the disk is full") != std::string::npos));
  return false;
}

// True when the import met no fault.
bool TryImportOnce(Fault fault, const std::string& what, size_t staging) {
  INFO(what);
  const Disk disk;
  REQUIRE(disk.Import(staging, 0, kBefore));
  std::vector<std::string> said;
  ChildProcess child = disk.Start(what, staging, kBefore, kImported, "close");
  const bool is_done = EndedWell(child, fault, said);
  const uint64_t nodes = CountsOf(disk.Store()).nodes;
  CHECK((nodes == kBefore + kImported || (!is_done && nodes == kBefore)));
  CheckWhole(disk.Store());
  CHECK(disk.Import(staging, kBefore, kImported));
  CHECK(CountsOf(disk.Store()).nodes == kBefore + kImported);
  CheckWhole(disk.Store());
  CHECK_FALSE(fs::exists(disk.Store() / "staging"));
  return is_done;
}

void TryImport(Fault fault, size_t staging, std::mt19937_64& random) {
  const Disk whole;
  REQUIRE(whole.Import(staging, 0, kBefore));
  REQUIRE(whole.Start("count", staging, kBefore, kImported, "close").Wait() == 0);
  for (int i = 0; i < Faults(); ++i) {
    TryImportOnce(fault, whole.FaultWithin(fault, random), staging);
  }
}

// Each sync of the manifest, until there are no more: it may hold what it could not make durable.
void TryManifest(size_t staging) {
  constexpr int kSyncsMax = 50;
  int failing = 1;
  while (failing <= kSyncsMax &&
         !TryImportOnce(Fault::kFailedWrite, "unsynced:MANIFEST-:" + std::to_string(failing),
                        staging)) {
    ++failing;
  }
  CHECK(failing > 1);
  CHECK(failing <= kSyncsMax);
}

void TryFirstImport(Fault fault, std::mt19937_64& random) {
  const Disk whole;
  REQUIRE(whole.Start("count", kByFiles, 0, kImported, "close").Wait() == 0);
  for (int i = 0; i < Faults(); ++i) {
    const Disk disk;
    const std::string what = whole.FaultWithin(fault, random);
    INFO(what);
    std::vector<std::string> said;
    ChildProcess child = disk.Start(what, kByFiles, 0, kImported, "close");
    const bool is_done = EndedWell(child, fault, said);
    const auto reader = StoreReader::Open(disk.Store());
    if (reader.has_value()) {
      const uint64_t nodes = Must((*reader)->View().Counts()).nodes;
      CHECK((nodes == kImported || (!is_done && nodes == 0)));
      CheckWhole(disk.Store());
    } else {
      INFO(reader.error().message);
      CHECK_FALSE(is_done);
      CHECK(reader.error().code == ErrorCode::kNotFound);
    }
    CHECK(disk.Import(kByFiles, 0, kImported));
    CHECK(CountsOf(disk.Store()).nodes == kImported);
    CheckWhole(disk.Store());
  }
}

// Of a work, of its citation of the one before, and of what supersedes it.
uint64_t AssertionsOf(uint64_t work) {
  return 1 + (work > 0 ? 1 : 0) + (work % 3 == 0 ? 1 : 0);
}

void TryEach(Fault fault, std::mt19937_64& random) {
  const Disk disk;
  REQUIRE(disk.Start("count", kInMemory, 0, kEach, "each").Wait() == 0);
  GraphCounts counts = CountsOf(disk.Store());
  for (int i = 0; i < Faults(); ++i) {
    const std::string what = disk.FaultWithin(fault, random);
    INFO(what);
    std::vector<std::string> said;
    ChildProcess child = disk.Start(what, kInMemory, counts.nodes, kEach, "each");
    EndedWell(child, fault, said);
    uint64_t assertions = counts.assertions;
    for (const std::string& work : said) {
      assertions += AssertionsOf(std::stoull(work));
    }
    const uint64_t next = counts.nodes + said.size();
    INFO("acknowledged up to work " << next);
    counts = CountsOf(disk.Store());
    // What was under way may be there too.
    CHECK((counts.nodes == next || counts.nodes == next + 1));
    CHECK(counts.assertions >= assertions);
    CHECK(counts.assertions <= assertions + AssertionsOf(next));
    CheckWhole(disk.Store());
  }
}

void TryBackup(Fault fault, std::mt19937_64& random) {
  const Disk disk;
  REQUIRE(disk.Import(kByFiles, 0, kImported));
  REQUIRE(disk.BackUp());
  REQUIRE(disk.Import(kInMemory, kImported, 1));
  REQUIRE(disk.Start("count", 0, 0, 0, "backup").Wait() == 0);
  for (int i = 0; i < Faults(); ++i) {
    const uint64_t more = kImported + 1 + static_cast<uint64_t>(i);
    REQUIRE(disk.Import(kInMemory, more, 1));
    const auto before = Must(ListBackups(disk.Backups()));
    const std::string what = disk.FaultWithin(fault, random);
    INFO(what);
    std::vector<std::string> said;
    ChildProcess child = disk.Start(what, 0, 0, 0, "backup");
    const bool is_done = EndedWell(child, fault, said);
    CHECK(CountsOf(disk.Store()).nodes == more + 1);
    CheckWhole(disk.Store());
    const auto after = Must(ListBackups(disk.Backups()));
    CHECK(std::none_of(after.begin(), after.end(),
                       [](const Backup& backup) { return backup.is_damaged; }));
    CHECK((after.size() == before.size() + 1 || (!is_done && after.size() == before.size())));
    Must(RestoreStore(disk.Backups(), disk.Restored()));
    CHECK(CountsOf(disk.Restored()).nodes == after.back().nodes);
    fs::remove_all(disk.Restored());
    CHECK(disk.BackUp());
  }
}

// The frozen stores of the older formats were made of the same assertions.
void TryUpgrade(Fault fault, std::mt19937_64& random) {
  const fs::path data = fs::path(STEMMA_SOURCE_DIR) / "tests" / "data";
  std::ifstream file(data / "store.jsonl", std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(file),
                             std::istreambuf_iterator<char>()};
  for (const std::string frozen : {"store-v1", "store-v2", "store-v3"}) {
    const Disk whole;
    fs::copy(data / frozen, whole.Store(), fs::copy_options::recursive);
    REQUIRE(whole.Start("count", 0, 0, 0, "open").Wait() == 0);
    for (int i = 0; i < Faults(); ++i) {
      const Disk disk;
      fs::copy(data / frozen, disk.Store(), fs::copy_options::recursive);
      const std::string what = whole.FaultWithin(fault, random);
      INFO(frozen << " " << what);
      std::vector<std::string> said;
      ChildProcess child = disk.Start(what, 0, 0, 0, "open");
      EndedWell(child, fault, said);
      CHECK(Must(ExportedLines(Must(StoreReader::Open(disk.Store()))->View())) == expected);
      CheckWhole(disk.Store());
      CHECK(disk.Import(kInMemory, 0, 1));
      CheckWhole(disk.Store());
    }
  }
}

template <class Try>
void WithSeed(Try tries) {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  tries(random);
}

TEST_CASE("a power cut leaves an import whole or not at all: one batch") {
  WithSeed([](auto& random) { TryImport(Fault::kPowerCut, kInMemory, random); });
}
TEST_CASE("a power cut leaves an import whole or not at all: sorted files") {
  WithSeed([](auto& random) { TryImport(Fault::kPowerCut, kByFiles, random); });
}
TEST_CASE("a power cut during the first import leaves no store, or all of it") {
  WithSeed([](auto& random) { TryFirstImport(Fault::kPowerCut, random); });
}
TEST_CASE("a power cut takes nothing that was acknowledged") {
  WithSeed([](auto& random) { TryEach(Fault::kPowerCut, random); });
}
TEST_CASE("a power cut during a backup leaves the store and the backups before it whole") {
  WithSeed([](auto& random) { TryBackup(Fault::kPowerCut, random); });
}
TEST_CASE("a power cut during an upgrade loses nothing, and it is done again") {
  WithSeed([](auto& random) { TryUpgrade(Fault::kPowerCut, random); });
}

TEST_CASE("a write that fails leaves an import whole or not at all: one batch") {
  WithSeed([](auto& random) { TryImport(Fault::kFailedWrite, kInMemory, random); });
}
TEST_CASE("a write that fails leaves an import whole or not at all: sorted files") {
  WithSeed([](auto& random) { TryImport(Fault::kFailedWrite, kByFiles, random); });
}
TEST_CASE("a manifest that cannot be synced leaves an import whole or not at all: one batch") {
  TryManifest(kInMemory);
}
TEST_CASE("a manifest that cannot be synced leaves an import whole or not at all: sorted files") {
  TryManifest(kByFiles);
}
TEST_CASE("a write that fails during the first import leaves no store, or all of it") {
  WithSeed([](auto& random) { TryFirstImport(Fault::kFailedWrite, random); });
}
TEST_CASE("a write that fails takes nothing that was acknowledged") {
  WithSeed([](auto& random) { TryEach(Fault::kFailedWrite, random); });
}
TEST_CASE("a write that fails during a backup leaves the store and the backups before it whole") {
  WithSeed([](auto& random) { TryBackup(Fault::kFailedWrite, random); });
}
TEST_CASE("a write that fails during an upgrade loses nothing, and it is done again") {
  WithSeed([](auto& random) { TryUpgrade(Fault::kFailedWrite, random); });
}

TEST_CASE("a full disk leaves an import whole or not at all: one batch") {
  WithSeed([](auto& random) { TryImport(Fault::kFullDisk, kInMemory, random); });
}
TEST_CASE("a full disk leaves an import whole or not at all: sorted files") {
  WithSeed([](auto& random) { TryImport(Fault::kFullDisk, kByFiles, random); });
}
TEST_CASE("a full disk during the first import leaves no store, or all of it") {
  WithSeed([](auto& random) { TryFirstImport(Fault::kFullDisk, random); });
}
TEST_CASE("a full disk takes nothing that was acknowledged") {
  WithSeed([](auto& random) { TryEach(Fault::kFullDisk, random); });
}
TEST_CASE("a full disk during a backup leaves the store and the backups before it whole") {
  WithSeed([](auto& random) { TryBackup(Fault::kFullDisk, random); });
}
TEST_CASE("a full disk during an upgrade loses nothing, and it is done again") {
  WithSeed([](auto& random) { TryUpgrade(Fault::kFullDisk, random); });
}

}  // namespace
}  // namespace stemma::testing
