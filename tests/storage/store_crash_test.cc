// A process that is killed leaves all of an import or none of it, and a store that opens.
// STEMMA_KILLS=500 kills so often in each test instead of a few times.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_all.hpp>

#include "storage/backup.h"
#include "storage/database.h"
#include "storage/import_child.h"
#include "support/how_often.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

using Clock = std::chrono::steady_clock;

constexpr uint64_t kBefore = 20;     // works of the first import
constexpr uint64_t kImported = 400;  // of the one that is killed
constexpr int kKills = 12;

int Kills() {
  return HowOften("STEMMA_KILLS", kKills);
}

uint64_t NodesIn(const std::filesystem::path& store) {
  return Must(Must(StoreReader::Open(store))->View().Counts()).nodes;
}

// How long one import takes here, whole.
std::chrono::microseconds TimeOf(size_t staging) {
  const TemporaryFolder folder;
  const auto start = Clock::now();
  REQUIRE(ImportInChild(folder / "db", staging, 0, kImported, "close").Wait() == 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

// Starts an import of kImported works, and kills it somewhere in the time that a whole one takes.
// Returns when that was, for a message.
std::string KillImport(const std::filesystem::path& store, size_t staging, uint64_t first,
                       std::chrono::microseconds time, std::mt19937_64& random) {
  ChildProcess child = ImportInChild(store, staging, first, kImported, "close");
  const auto delay = std::uniform_int_distribution<int64_t>(0, time.count())(random);
  std::this_thread::sleep_for(std::chrono::microseconds(delay));
  child.Kill();
  child.Wait();
  return "killed after " + std::to_string(delay) + " of " + std::to_string(time.count()) +
         " microseconds";
}

void KillAtRandom(size_t staging, std::mt19937_64& random) {
  const auto time = TimeOf(staging);
  for (int i = 0; i < Kills(); ++i) {
    const TemporaryFolder folder;
    const auto store = folder / "db";
    REQUIRE(ImportInChild(store, staging, 0, kBefore, "close").Wait() == 0);
    INFO(KillImport(store, staging, kBefore, time, random));
    const uint64_t nodes = NodesIn(store);
    CHECK((nodes == kBefore || nodes == kBefore + kImported));
    CHECK(Must(VerifyStore(store, LogCheck::kRoots)).findings == std::vector<std::string>());
    // The next writer cleans up and goes on.
    CHECK(ImportInChild(store, staging, kBefore, kImported, "close").Wait() == 0);
    CHECK(NodesIn(store) == kBefore + kImported);
    CHECK(Must(VerifyStore(store, LogCheck::kRoots)).findings == std::vector<std::string>());
    CHECK_FALSE(std::filesystem::exists(store / "staging"));
  }
}

TEST_CASE("an import killed at any moment is stored whole or not at all: one batch") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  KillAtRandom(kInMemory, random);
}

TEST_CASE("an import killed at any moment is stored whole or not at all: sorted files") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  KillAtRandom(kByFiles, random);
}

TEST_CASE("a new store whose first import is killed is no store, or holds all of it") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const auto time = TimeOf(kByFiles);
  for (int i = 0; i < Kills(); ++i) {
    const TemporaryFolder folder;
    const auto store = folder / "db";
    INFO(KillImport(store, kByFiles, 0, time, random));
    const auto reader = StoreReader::Open(store);
    if (reader.has_value()) {
      const uint64_t nodes = Must((*reader)->View().Counts()).nodes;
      CHECK((nodes == 0 || nodes == kImported));
    } else {
      CHECK(reader.error().code == ErrorCode::kNotFound);
    }
    CHECK(ImportInChild(store, kByFiles, 0, kImported, "close").Wait() == 0);
    CHECK(NodesIn(store) == kImported);
  }
}

TEST_CASE("what a writer said to have committed is there, whenever it was killed") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  const auto store = folder / "db";
  uint64_t next = 0;
  for (int i = 0; i < Kills(); ++i) {
    ChildProcess child = ImportInChild(store, kInMemory, next, 100'000, "each");
    // Every other time once it has committed, so that a slow machine is not always killed before.
    if (i % 2 == 0) {
      REQUIRE(child.WaitForLine());
      ++next;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 150));
    child.Kill();
    child.Wait();
    const std::vector<std::string> said = child.Lines();
    next = said.empty() ? next : std::stoull(said.back()) + 1;
    INFO("killed behind work " << next - 1);
    const uint64_t nodes = NodesIn(store);
    CHECK((nodes == next || nodes == next + 1));  // one more may be there that was not said to be
    CHECK(Must(VerifyStore(store, LogCheck::kRoots)).findings == std::vector<std::string>());
    next = nodes;
  }
  CHECK(next > 0);
}

TEST_CASE("a backup that is killed leaves the store and the backups before it whole") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  REQUIRE(ImportInChild(folder / "db", kByFiles, 0, kImported, "close").Wait() == 0);
  Must(BackUpStore(folder / "db", folder / "backups"));
  for (int i = 0; i < Kills(); ++i) {
    const uint64_t more = kImported + 5 * static_cast<uint64_t>(i);
    REQUIRE(ImportInChild(folder / "db", kInMemory, more, 5, "close").Wait() == 0);
    ChildProcess child({STEMMA_BINARY, "--db", folder / "db", "backup", folder / "backups"});
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 120));
    child.Kill();
    child.Wait();
    CHECK(Must(VerifyStore(folder / "db")).findings == std::vector<std::string>());
    const auto backups = Must(ListBackups(folder / "backups"));
    CHECK(std::none_of(backups.begin(), backups.end(),
                       [](const Backup& backup) { return backup.is_damaged; }));
    Must(RestoreStore(folder / "backups", folder / "restored"));
    CHECK(NodesIn(folder / "restored") == backups.back().nodes);
    std::filesystem::remove_all(folder / "restored");
  }
  CHECK(Must(BackUpStore(folder / "db", folder / "backups")).nodes == NodesIn(folder / "db"));
  CHECK_FALSE(std::filesystem::exists(folder / "db" / "copy"));
}

TEST_CASE("what was committed is there after a crash, without the store having been closed") {
  for (const size_t staging : {kByFiles, kInMemory}) {
    const TemporaryFolder folder;
    REQUIRE(ImportInChild(folder / "db", staging, 0, kImported, "crash").Wait() == 0);
    CHECK(NodesIn(folder / "db") == kImported);
    CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings ==
          std::vector<std::string>());
  }
}

}  // namespace
}  // namespace stemma::testing
