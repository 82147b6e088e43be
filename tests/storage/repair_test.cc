// A damaged store is made whole from what can be read of it, and what cannot is listed.
// STEMMA_DAMAGES=1000 damages so many stores instead of a few.
#include "storage/repair.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "storage/cached_blocks.h"
#include "storage/database.h"
#include "storage/import_child.h"
#include "storage/key_codec.h"
#include "storage/redaction.h"
#include "storage/rocks_store.h"
#include "support/damage.h"
#include "support/exported_lines.h"
#include "support/how_often.h"
#include "support/must.h"
#include "support/peak_memory.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kDamages = 12;

// Several commits, edges not packed yet, a history, something redacted, a line that was refused.
void MakeStore(const fs::path& store) {
  REQUIRE(ImportInChild(store, kByFiles, 0, 400, "close").Wait() == 0);
  REQUIRE(ImportInChild(store, kInMemory, 400, 30, "close").Wait() == 0);
  {
    const auto writer = Must(StoreWriter::Open(store));
    const auto sink = Must(writer->Begin());
    EdgeAssertion dangling;
    dangling.from = "w1";
    dangling.to = "nobody";
    Must(sink->Add(dangling, {}));
    NodeAssertion node;
    node.id = "w7";
    node.fields.push_back({"title", true, "Another title"});
    node.at_given = true;
    node.at = 7;
    Must(sink->Add(node, {}));
    REQUIRE(Must(sink->RejectWaiting()).size() == 1);
    Must(sink->Commit());
  }
  Must(RedactNodes(store, {{"w9"}, "for the test", "desk"}));
}

std::string LinesOf(const fs::path& store) {
  return Must(ExportedLines(Must(StoreReader::Open(store))->View()));
}

std::vector<std::string> FindingsOf(const fs::path& store) {
  return Must(VerifyStore(store, LogCheck::kRoots)).findings;
}

std::set<std::string> AsSet(const std::string& lines) {
  std::set<std::string> set;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    set.insert(line);
  }
  return set;
}

void RemoveAllOf(const fs::path& store, Family family) {
  const auto database = Must(RocksStore::OpenToWrite(store / "database", false));
  Batch batch(*database);
  Must(database->Scan(family, "", [&](std::string_view key, std::string_view) {
    Must(batch.Remove(family, key));
    return true;
  }));
  Must(database->Write(batch));
}

TEST_CASE("what follows from what was said is rebuilt, to the last line and with its log") {
  const TemporaryFolder folder;
  MakeStore(folder / "whole");
  const fs::path store = folder / "db";
  fs::copy(folder / "whole", store, fs::copy_options::recursive);
  const std::string before = LinesOf(store);
  const auto commits = Must(Must(StoreReader::Open(store))->Commits());
  for (const Family family : {Family::kIn, Family::kOut, Family::kNames, Family::kWords,
                              Family::kTimes, Family::kNodes, Family::kNodeHistory}) {
    INFO(Name(family));
    fs::remove_all(store);
    fs::copy(folder / "whole", store, fs::copy_options::recursive);
    RemoveAllOf(store, family);
    REQUIRE_FALSE(FindingsOf(store).empty());
    const Repair repair = Must(RepairStore(store));
    CHECK(repair.what == std::vector<std::string>());
    CHECK(repair.lost == 0);
    CHECK(FindingsOf(store) == std::vector<std::string>());
    CHECK(LinesOf(store) == before);
    CHECK(Must(Must(StoreReader::Open(store))->Commits()) == commits);
    // What was redacted stays so.
    const auto writer = Must(StoreWriter::Open(store));
    NodeAssertion node;
    node.id = "w9";
    node.fields.push_back({"title", true, "The title again"});
    CHECK_FALSE(Must(writer->Begin())->Add(node, {}).has_value());
    CHECK(fs::exists(repair.kept));
  }
}

TEST_CASE("the database of an earlier repair is not written over") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  MakeStore(store);
  RemoveAllOf(store, Family::kIn);
  Must(RepairStore(store));
  const auto again = RepairStore(store);
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().code == ErrorCode::kInvalidInput);
}

TEST_CASE("a lost log begins anew, and a lost list of files is made from the files") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  MakeStore(store);
  const std::string before = LinesOf(store);
  SECTION("log") {
    RemoveAllOf(store, Family::kLog);
    const Repair repair = Must(RepairStore(store));
    CHECK(repair.what.size() == 1);
    CHECK(Must(Must(StoreReader::Open(store))->Commits()).size() == 1);
  }
  SECTION("list of files") {
    for (const fs::directory_entry& entry : fs::directory_iterator(store / "database")) {
      if (entry.path().filename().string().starts_with("MANIFEST")) {
        fs::resize_file(entry.path(), 10);
      }
    }
    const Repair repair = Must(RepairStore(store));
    CHECK(repair.what == std::vector<std::string>());
  }
  CHECK(LinesOf(store) == before);
  CHECK(FindingsOf(store) == std::vector<std::string>());
}

TEST_CASE("of a list of files that was cut off all comes back, though a writer has tried it") {
  const TemporaryFolder folder;
  const fs::path whole = folder / "whole";
  const fs::path store = folder / "db";
  // Killed right after it: what it said is in the list of files, and in no log.
  REQUIRE(ImportInChild(whole, kByFiles, 0, 400, "close").Wait() == 0);
  REQUIRE(ImportInChild(whole, kByFiles, 400, 400, "close").Wait() == 0);
  const std::string before = LinesOf(whole);
  fs::path manifest;
  for (const fs::directory_entry& entry : fs::directory_iterator(whole / "database")) {
    if (entry.path().filename().string().starts_with("MANIFEST")) {
      manifest = entry.path().filename();
    }
  }
  const auto size = fs::file_size(whole / "database" / manifest);
  int refused = 0;
  for (uintmax_t cut = size - 1; cut > size / 2; cut -= size / 24) {
    INFO("cut at " << cut << " of " << size);
    fs::remove_all(store);
    fs::copy(whole, store, fs::copy_options::recursive);
    fs::resize_file(store / "database" / manifest, cut);
    ForgetCachedBlocks();
    if (StoreWriter::Open(store).has_value()) {
      CHECK(LinesOf(store) == before);
      continue;
    }
    ++refused;
    const auto repair = RepairStore(store);
    REQUIRE(repair.has_value());
    CHECK(repair->what == std::vector<std::string>());
    CHECK(LinesOf(store) == before);
  }
  CHECK(refused > 0);
}

// Texts that no compression shortens, so that the assertions fill many blocks of their file.
void SayMuch(const fs::path& store, std::mt19937_64& random) {
  const auto writer = Must(StoreWriter::Open(store));
  for (int commit = 0; commit < 3; ++commit) {
    const auto sink = Must(writer->Begin());
    for (int i = 0; i < 500; ++i) {
      NodeAssertion node;
      node.id = "c" + std::to_string(commit) + "-" + std::to_string(i);
      std::string text;
      while (text.size() < 300) {
        text += std::to_string(random());
      }
      node.fields.push_back({"text", true, text});
      node.at_given = true;
      Must(sink->Add(node, {}));
    }
    Must(sink->Commit());
  }
}

fs::path LargestFileIn(const fs::path& folder) {
  fs::path largest;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool is_larger = largest.empty() || entry.file_size() > fs::file_size(largest);
    if (entry.path().extension() == ".sst" && is_larger) {
      largest = entry.path();
    }
  }
  return largest;
}

TEST_CASE("behind and before what cannot be read, all is kept, and the log says what is lost") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  SayMuch(store, random);
  const std::set<std::string> before = AsSet(LinesOf(store));
  const fs::path assertions = LargestFileIn(store / "database");
  const auto size = static_cast<std::streamoff>(fs::file_size(assertions));
  for (const int place : {3, 5, 6}) {  // far from each other
    FlipBit(assertions, size * place / 10);
  }
  ForgetCachedBlocks();
  const Repair repair = Must(RepairStore(store));
  const std::set<std::string> after = AsSet(LinesOf(store));
  CHECK(std::includes(before.begin(), before.end(), after.begin(), after.end()));
  CHECK(repair.assertions == after.size());
  CHECK(repair.lost == before.size() - after.size());
  CHECK(repair.lost > 0);
  CHECK(repair.lost < 500);  // three blocks of 16 KB, and what is packed with their ends
  CHECK_FALSE(repair.what.empty());
  CHECK_FALSE(FindingsOf(store).empty());  // the log does not agree, for ever
}

TEST_CASE("an assertion that claims to have arrived long after all others costs no more") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  MakeStore(store);
  const std::set<std::string> before = AsSet(LinesOf(store));
  constexpr uint64_t kLater = uint64_t{1} << 39U;
  {
    const auto database = Must(RocksStore::OpenToWrite(store / "database", false));
    Batch batch(*database);
    Must(database->Scan(Family::kAssertions, "", [&](std::string_view, std::string_view value) {
      Must(batch.Put(Family::kAssertions, NumberKey(kLater), value));
      return false;
    }));
    Must(database->Write(batch));
  }
  constexpr long kMibMax = 256;
  const PeakMemory memory;
  Must(RepairStore(store));
  CHECK(memory.Growth() < kMibMax);
  const std::set<std::string> after = AsSet(LinesOf(store));
  CHECK(std::includes(after.begin(), after.end(), before.begin(), before.end()));
}

TEST_CASE("of a store damaged anywhere, what is left was said, and what is lost is listed") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  MakeStore(folder / "whole");
  const std::set<std::string> before = AsSet(LinesOf(folder / "whole"));
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder / "whole" / "database")) {
    if (entry.path().extension() == ".sst") {
      files.push_back(entry.path().filename());
    }
  }
  std::sort(files.begin(), files.end());
  const int damages = HowOften("STEMMA_DAMAGES", kDamages);
  std::map<std::string, int> outcomes;
  for (int i = 0; i < damages; ++i) {
    const fs::path store = folder / "db";
    fs::remove_all(store);
    fs::copy(folder / "whole", store, fs::copy_options::recursive);
    const fs::path file = store / "database" / files[random() % files.size()];
    INFO(file << ": " << Damage(file, random));
    ForgetCachedBlocks();
    if (FindingsOf(store).empty()) {
      ++outcomes["harmless"];
      continue;
    }
    const auto repair = RepairStore(store);
    if (!repair.has_value()) {
      CHECK(repair.error().code == ErrorCode::kCorruption);
      ++outcomes["nothing could be read"];
      continue;
    }
    const std::set<std::string> after = AsSet(LinesOf(store));
    CHECK(std::includes(before.begin(), before.end(), after.begin(), after.end()));
    const bool is_all = after == before;
    CHECK((is_all || !repair->what.empty()));
    // What is lost, and nothing else, keeps the log from agreeing with what is stored.
    CHECK(FindingsOf(store).empty() == (repair->lost == 0));
    CHECK(Must(StoreWriter::Open(store))->Tidy().has_value());
    ++outcomes[is_all ? "repaired whole" : "repaired in part"];
  }
  if (damages != kDamages) {
    for (const auto& [what, count] : outcomes) {
      WARN(what << ": " << count << " of " << damages);
    }
  }
  CHECK(outcomes["repaired whole"] > 0);
}

}  // namespace
}  // namespace stemma::testing
