#include "storage/backup.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_all.hpp>

#include "storage/database.h"
#include "storage/import_child.h"
#include "support/damage.h"
#include "support/exported_lines.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

std::string ExportOf(const fs::path& store) {
  return Must(ExportedLines(Must(StoreReader::Open(store))->View()));
}

void Import(const fs::path& store, uint64_t first, uint64_t count, size_t staging = kByFiles) {
  REQUIRE(ImportInChild(store, staging, first, count, "close").Wait() == 0);
}

ErrorCode CodeOf(const Result<Backup>& result) {
  REQUIRE_FALSE(result.has_value());
  return result.error().code;
}

TEST_CASE("what is restored says the same as what was backed up") {
  for (const size_t staging : {kInMemory, kByFiles}) {
    const TemporaryFolder folder;
    Import(folder / "db", 0, 100, staging);
    const Backup made = Must(BackUpStore(folder / "db", folder / "backups"));
    CHECK(made.number == 1);
    CHECK(made.nodes == 100);
    CHECK(made.edges == 99);
    CHECK(made.assertions == 199);
    CHECK(Must(RestoreStore(folder / "backups", folder / "restored")).number == 1);
    CHECK(ExportOf(folder / "restored") == ExportOf(folder / "db"));
    CHECK_FALSE(fs::exists(folder / "db" / "copy"));
    CHECK_FALSE(fs::exists(folder / "restored.restoring"));
    // And is a store like any other.
    Import(folder / "restored", 100, 10);
    CHECK(Must(VerifyStore(folder / "restored")).findings == std::vector<std::string>());
  }
}

TEST_CASE("a backup writes only what the one before has not, and each can be restored") {
  const TemporaryFolder folder;
  Import(folder / "db", 0, 2000);
  const fs::path files = folder / "backups" / "shared_checksum";
  Must(BackUpStore(folder / "db", folder / "backups"));
  const uint64_t whole = Must(StoreBytes(files));
  Must(BackUpStore(folder / "db", folder / "backups"));
  CHECK(Must(StoreBytes(files)) == whole);
  Import(folder / "db", 2000, 10);
  CHECK(Must(BackUpStore(folder / "db", folder / "backups")).number == 3);
  CHECK(Must(StoreBytes(files)) > whole);
  CHECK(Must(StoreBytes(files)) < whole + whole / 2);

  const auto backups = Must(ListBackups(folder / "backups"));
  REQUIRE(backups.size() == 3);
  CHECK(backups[0].nodes == 2000);
  CHECK(backups[2].nodes == 2010);
  Must(RestoreStore(folder / "backups", folder / "first", 1));
  CHECK(Must(Must(StoreReader::Open(folder / "first"))->View().Counts()).nodes == 2000);
  Must(RestoreStore(folder / "backups", folder / "last"));
  CHECK(ExportOf(folder / "last") == ExportOf(folder / "db"));
}

TEST_CASE("old backups are forgotten when asked, with what only they had") {
  const TemporaryFolder folder;
  for (uint64_t i = 0; i < 4; ++i) {
    Import(folder / "db", i * 50, 50);
    Must(BackUpStore(folder / "db", folder / "backups", i == 3 ? std::optional(2U) : std::nullopt));
  }
  const auto backups = Must(ListBackups(folder / "backups"));
  REQUIRE(backups.size() == 2);
  CHECK(backups[0].number == 3);
  const auto gone = RestoreStore(folder / "backups", folder / "restored", 1);
  CHECK(CodeOf(gone) == ErrorCode::kNotFound);
  CHECK(gone.error().message.ends_with("holds no backup 1, its last is 4"));
  Must(RestoreStore(folder / "backups", folder / "restored", 3));
}

TEST_CASE("what a writer has committed and not closed is in a backup") {
  const TemporaryFolder folder;
  ChildProcess writer = ImportInChild(folder / "db", kInMemory, 0, 30, "wait");
  REQUIRE(writer.WaitForLine());
  CHECK(Must(BackUpStore(folder / "db", folder / "backups")).nodes == 30);
  writer.CloseInput();
  CHECK(writer.Wait() == 0);
  Must(RestoreStore(folder / "backups", folder / "restored"));
  CHECK(ExportOf(folder / "restored") == ExportOf(folder / "db"));
}

// One import a step: every third by files, which come and go under the backup.
void WriteUntil(const std::atomic<bool>& is_done, const fs::path& store) {
  for (uint64_t step = 0; !is_done; ++step) {
    StoreWriterOptions options;
    options.batch_bytes_max = step % 3 == 0 ? 0 : kInMemory;
    options.unpacked_max = 16;
    const auto writer = Must(StoreWriter::Open(store, options));
    const auto sink = Must(writer->Begin());
    for (uint64_t i = 0; i < 20; ++i) {
      NodeAssertion node;
      node.id = "s" + std::to_string(step) + "-" + std::to_string(i);
      Must(sink->Add(node, {}));
    }
    Must(sink->Commit());
  }
}

TEST_CASE("a backup beside a busy writer is the store between two of its imports") {
  const TemporaryFolder folder;
  Import(folder / "db", 0, 20);
  std::atomic<bool> is_done = false;
  std::thread writer([&] { WriteUntil(is_done, folder / "db"); });
  uint64_t last = 0;
  for (int i = 0; i < 8; ++i) {
    const auto backup = BackUpStore(folder / "db", folder / "backups");
    CHECK(backup.has_value());
    if (backup.has_value()) {
      CHECK(backup->nodes % 20 == 0);
      CHECK(backup->nodes >= last);
      last = backup->nodes;
    }
  }
  is_done = true;
  writer.join();
  for (const Backup& backup : Must(ListBackups(folder / "backups"))) {
    const fs::path store = folder / ("restored" + std::to_string(backup.number)).c_str();
    Must(RestoreStore(folder / "backups", store, backup.number));  // which verifies it
    CHECK(Must(Must(StoreReader::Open(store))->View().Counts()).nodes == backup.nodes);
  }
}

TEST_CASE("a damaged backup is not restored, and nothing is left of the try") {
  const TemporaryFolder folder;
  Import(folder / "db", 0, 300);
  Must(BackUpStore(folder / "db", folder / "backups"));
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder / "backups")) {
    const bool is_of_database = entry.path().parent_path().filename() != "meta";
    if (entry.is_regular_file() && entry.file_size() > 0 && is_of_database) {
      files.push_back(entry.path());
    }
  }
  REQUIRE(files.size() > 5);
  for (const fs::path& file : files) {
    INFO(file);
    const auto at = static_cast<std::streamoff>(fs::file_size(file) / 2);
    FlipBit(file, at);
    CHECK(CodeOf(RestoreStore(folder / "backups", folder / "restored")) == ErrorCode::kCorruption);
    CHECK_FALSE(fs::exists(folder / "restored"));
    CHECK_FALSE(fs::exists(folder / "restored.restoring"));
    FlipBit(file, at);
  }
  Must(RestoreStore(folder / "backups", folder / "restored"));
}

TEST_CASE("a backup whose description is damaged is not restored as something else") {
  const TemporaryFolder folder;
  Import(folder / "db", 0, 20);
  Must(BackUpStore(folder / "db", folder / "backups"));
  const std::string said = ExportOf(folder / "db");
  const fs::path description = folder / "backups" / "meta" / "1";
  const auto size = static_cast<std::streamoff>(fs::file_size(description));
  int refused = 0;
  for (std::streamoff at = 0; at < size; at += std::max<std::streamoff>(1, size / 24)) {
    INFO("byte " << at << " of " << size);
    FlipBit(description, at);
    const auto restored = RestoreStore(folder / "backups", folder / "restored");
    if (restored.has_value()) {
      CHECK(ExportOf(folder / "restored") == said);
      fs::remove_all(folder / "restored");
    } else {
      ++refused;
      CHECK(restored.error().code == ErrorCode::kCorruption);
    }
    CHECK(Must(ListBackups(folder / "backups")).size() == 1);
    FlipBit(description, at);
  }
  CHECK(refused > 0);
}

TEST_CASE("a restore writes over nothing") {
  const TemporaryFolder folder;
  Import(folder / "db", 0, 3);
  Must(BackUpStore(folder / "db", folder / "backups"));
  const std::string before = ExportOf(folder / "db");
  CHECK(CodeOf(RestoreStore(folder / "backups", folder / "db")) == ErrorCode::kInvalidInput);
  CHECK(ExportOf(folder / "db") == before);
  std::ofstream(folder / "file") << "words";
  CHECK(CodeOf(RestoreStore(folder / "backups", folder / "file")) == ErrorCode::kInvalidInput);
  fs::create_directory(folder / "empty");
  Must(RestoreStore(folder / "backups", folder / "empty"));
  CHECK(ExportOf(folder / "empty") == before);
}

TEST_CASE("a folder that is none of backups is refused, and nothing is put into it") {
  const TemporaryFolder folder;
  Import(folder / "db", 0, 3);
  fs::create_directory(folder / "mine");
  std::ofstream(folder / "mine" / "notes.txt") << "words";
  CHECK(CodeOf(BackUpStore(folder / "db", folder / "mine")) == ErrorCode::kInvalidInput);
  CHECK(std::distance(fs::directory_iterator(folder / "mine"), fs::directory_iterator()) == 1);
  CHECK(CodeOf(RestoreStore(folder / "nowhere", folder / "restored")) == ErrorCode::kNotFound);
  fs::create_directory(folder / "nothing");
  CHECK(CodeOf(RestoreStore(folder / "nothing", folder / "restored")) == ErrorCode::kNotFound);
  CHECK_FALSE(fs::exists(folder / "restored"));
  CHECK(CodeOf(BackUpStore(folder / "nowhere", folder / "backups")) == ErrorCode::kNotFound);
  CHECK_FALSE(fs::exists(folder / "backups"));
}

TEST_CASE("what a killed backup left is gone with the next") {
  const TemporaryFolder folder;
  Import(folder / "db", 0, 3);
  fs::create_directory(folder / "db" / "copy");
  std::ofstream(folder / "db" / "copy" / "000001.sst") << "half a file";
  Must(BackUpStore(folder / "db", folder / "backups"));
  CHECK_FALSE(fs::exists(folder / "db" / "copy"));
}

}  // namespace
}  // namespace stemma::testing
