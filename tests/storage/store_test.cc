#include <catch2/catch_all.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/import_child.h"
#include "support/damage.h"
#include "support/exported_lines.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

uint64_t NodesOf(const GraphView& view) {
  return Must(view.Counts()).nodes;
}

std::vector<fs::path> FilesWith(const fs::path& store, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(store)) {
    if (entry.path().extension() == extension && entry.file_size() > 0) {
      files.push_back(entry.path());
    }
  }
  return files;
}

void Add(StoreWriter& store, const std::string& id) {
  const auto sink = Must(store.Begin());
  NodeAssertion node;
  node.id = id;
  Must(sink->Add(node, {}));
  Must(sink->Commit());
}

TEST_CASE("a second writer is told that the store is in use, in this process and from another") {
  const TemporaryFolder folder;
  const auto first = Must(StoreWriter::Open(folder / "db"));
  const auto second = StoreWriter::Open(folder / "db");
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().code == ErrorCode::kLocked);
  CHECK(second.error().message.ends_with("another process has this store open for writing"));

  ChildProcess child = ImportInChild(folder / "other", kInMemory, 0, 3, "wait");
  REQUIRE(child.WaitForLine());
  CHECK(StoreWriter::Open(folder / "other").error().code == ErrorCode::kLocked);
  child.CloseInput();
  CHECK(child.Wait() == 0);
  CHECK(StoreWriter::Open(folder / "other").has_value());
}

TEST_CASE("readers beside a writer see what was committed when they opened, and no more") {
  const TemporaryFolder folder;
  const auto writer = Must(StoreWriter::Open(folder / "db"));
  Add(*writer, "one");
  const auto early = Must(StoreReader::Open(folder / "db"));
  Add(*writer, "two");
  const auto sink = Must(writer->Begin());
  NodeAssertion uncommitted;
  uncommitted.id = "three";
  Must(sink->Add(uncommitted, {}));
  const auto late = Must(StoreReader::Open(folder / "db"));
  CHECK(NodesOf(early->View()) == 1);
  CHECK(NodesOf(late->View()) == 2);
  CHECK_FALSE(Must(early->View().Find("two")).has_value());
  CHECK_FALSE(Must(late->View().Find("three")).has_value());
}

TEST_CASE("readers open again and again while imports of both sizes go on") {
  const TemporaryFolder folder;
  REQUIRE(ImportInChild(folder / "db", kInMemory, 0, 10, "close").Wait() == 0);
  uint64_t nodes = 10;
  for (const size_t staging : {kByFiles, kInMemory, kByFiles}) {
    ChildProcess child = ImportInChild(folder / "db", staging, nodes, 300, "wait");
    for (int i = 0; i < 10; ++i) {
      const auto reader = Must(StoreReader::Open(folder / "db"));
      const uint64_t seen = NodesOf(reader->View());
      CHECK((seen == nodes || seen == nodes + 300));
    }
    REQUIRE(child.WaitForLine());
    nodes += 300;
    CHECK(NodesOf(Must(StoreReader::Open(folder / "db"))->View()) == nodes);
    child.CloseInput();
    CHECK(child.Wait() == 0);
  }
}

TEST_CASE("an import that is not committed leaves nothing, and a store made for it is gone") {
  const TemporaryFolder folder;
  {
    const auto writer = Must(StoreWriter::Open(folder / "db"));
    const auto sink = Must(writer->Begin());
    NodeAssertion node;
    node.id = "a";
    Must(sink->Add(node, {}));
  }
  CHECK_FALSE(fs::exists(folder / "db"));
}

// The engine's default recovery drops such a record without a word.
TEST_CASE("a flipped bit in the log of a synced import is reported, never dropped in silence") {
  const TemporaryFolder folder;
  REQUIRE(ImportInChild(folder / "db", kInMemory, 0, 50, "crash").Wait() == 0);
  const auto logs = FilesWith(folder / "db" / "database", ".log");
  REQUIRE(logs.size() == 1);
  const auto size = static_cast<std::streamoff>(fs::file_size(logs.front()));
  for (const std::streamoff at : {std::streamoff{20}, size / 2, size - 20}) {
    FlipBit(logs.front(), at);
    INFO("bit flipped in byte " << at << " of " << size);
    const auto reader = StoreReader::Open(folder / "db");
    const auto writer = StoreWriter::Open(folder / "db");
    REQUIRE_FALSE(reader.has_value());
    REQUIRE_FALSE(writer.has_value());
    CHECK(reader.error().code == ErrorCode::kCorruption);
    CHECK(writer.error().code == ErrorCode::kCorruption);
    FlipBit(logs.front(), at);
  }
  CHECK(NodesOf(Must(StoreReader::Open(folder / "db"))->View()) == 50);
}

TEST_CASE("a damaged data file is found by check, and no command reads past it") {
  const TemporaryFolder folder;
  REQUIRE(ImportInChild(folder / "db", kInMemory, 0, 200, "close").Wait() == 0);
  const auto files = FilesWith(folder / "db" / "database", ".sst");
  REQUIRE_FALSE(files.empty());
  for (const fs::path& path : files) {
    FlipBit(path, 30);
  }
  const auto verified = VerifyStore(folder / "db", LogCheck::kRoots);
  REQUIRE(verified.has_value());
  CHECK(verified->found > 0);
  const auto reader = StoreReader::Open(folder / "db");
  if (reader.has_value()) {
    const auto node = (*reader)->View().Find("w7");
    REQUIRE_FALSE(node.has_value());
    CHECK(node.error().code == ErrorCode::kCorruption);
  }
}

// The frozen stores of each format were made of the same assertions, that of format 4 with some of
// them redacted.
TEST_CASE("a store of every format version opens for ever, and can be written to") {
  const fs::path data = fs::path(STEMMA_SOURCE_DIR) / "tests" / "data";
  for (const std::string frozen : {"store-v1", "store-v2", "store-v3", "store-v4"}) {
    INFO(frozen);
    std::ifstream file(data / (frozen == "store-v4" ? "redacted.jsonl" : "store.jsonl"),
                       std::ios::binary);
    std::ostringstream expected;
    expected << file.rdbuf();
    const TemporaryFolder folder;
    fs::copy(data / frozen, folder / "db", fs::copy_options::recursive);
    CHECK(Must(ExportedLines(Must(StoreReader::Open(folder / "db"))->View())) == expected.str());
    CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings ==
          std::vector<std::string>());
    {
      const auto writer = Must(StoreWriter::Open(folder / "db"));
      Add(*writer, "new");
    }
    CHECK(Must(Must(StoreReader::Open(folder / "db"))->View().Find("new")).has_value());
  }
}

TEST_CASE("an upgrade that was interrupted leaves the older store, and is done again") {
  const fs::path data = fs::path(STEMMA_SOURCE_DIR) / "tests" / "data";
  const TemporaryFolder folder;
  fs::copy(data / "store-v1", folder / "db", fs::copy_options::recursive);
  fs::create_directories(folder / "db" / "database");
  std::ofstream(folder / "db" / "database" / "CURRENT") << "half a database";
  CHECK(Must(Must(StoreReader::Open(folder / "db"))->View().Counts()).assertions > 0);
  CHECK_FALSE(fs::exists(folder / "db" / "rocks"));
  CHECK(Must(VerifyStore(folder / "db", LogCheck::kRoots)).findings == std::vector<std::string>());
}

}  // namespace
}  // namespace stemma::testing
