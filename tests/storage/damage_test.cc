// Damage to a closed store is harmless or found: no crash, no hang, no wrong answer.
// STEMMA_DAMAGES=1000 tries so many places instead of a few.
#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "storage/cached_blocks.h"
#include "storage/database.h"
#include "storage/import_child.h"
#include "storage/key_codec.h"
#include "storage/rocks_store.h"
#include "support/damage.h"
#include "support/exported_lines.h"
#include "support/how_often.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kDamages = 60;

int Damages() {
  return HowOften("STEMMA_DAMAGES", kDamages);
}

// A store with packed edges, edges that wait to be packed, histories, texts and a snapshot.
void MakeStore(const fs::path& store) {
  REQUIRE(ImportInChild(store, kByFiles, 0, 400, "close").Wait() == 0);
  REQUIRE(ImportInChild(store, kInMemory, 400, 30, "close").Wait() == 0);
  const auto writer = Must(StoreWriter::Open(store));
  const auto sink = Must(writer->Begin());
  for (uint64_t number = 0; number < 40; number += 4) {
    NodeAssertion node;
    node.id = "w" + std::to_string(number);
    node.fields.push_back({"title", true, "Another title"});
    node.at_given = true;
    node.at = 7;
    Must(sink->Add(node, {}));
  }
  Must(sink->Commit());
  Must(writer->Tidy());
}

// All that is said, and what is computed of it by the snapshot.
Result<std::string> AnswersOf(const fs::path& store) {
  STEMMA_ASSIGN(const auto reader, StoreReader::Open(store));
  const GraphView& graph = reader->View();
  STEMMA_ASSIGN(std::string answers, ExportedLines(graph));
  for (const char* id : {"w0", "w17", "w399", "w429"}) {
    STEMMA_ASSIGN(const auto node, graph.Find(id));
    answers += node ? "found\n" : "not found\n";
    if (!node) {
      continue;
    }
    const std::vector<NodeId> nodes = {*node};
    for (const Direction direction : {Direction::kOut, Direction::kIn}) {
      STEMMA_ASSIGN(const auto edges, graph.Edges(nodes, direction));
      for (const EdgeFacts& edge : edges.front()) {
        answers += std::to_string(edge.other.value) + " ";
      }
    }
    STEMMA_ASSIGN(const auto named, graph.WithWords("title " + std::string(id), 10));
    answers += std::to_string(named.size()) + "\n";
  }
  STEMMA_ASSIGN(const auto last, reader->LastCommit());
  answers += last ? TextOf(HeadOf(*last)) : "";
  return answers;
}

std::vector<fs::path> FilesOf(const fs::path& store) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(store)) {
    if (entry.is_regular_file() && entry.file_size() > 0) {
      files.push_back(fs::relative(entry.path(), store));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("a flipped bit or a cut file is harmless or found, wherever it is") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  MakeStore(folder / "whole");
  const std::string expected = Must(AnswersOf(folder / "whole"));
  const std::vector<fs::path> files = FilesOf(folder / "whole");
  std::map<std::string, int> found;  // by what noticed it
  for (int i = 0; i < Damages(); ++i) {
    fs::copy(folder / "whole", folder / "db", fs::copy_options::recursive);
    const fs::path& file = files[random() % files.size()];
    INFO(file << ": " << Damage(folder / "db" / file, random));
    ForgetCachedBlocks();
    const auto answers = AnswersOf(folder / "db");
    const auto verified = VerifyStore(folder / "db", LogCheck::kRoots);
    if (answers.has_value() && *answers == expected) {
      ++found[verified.has_value() && verified->found == 0 ? "harmless" : "check alone"];
    } else {
      // An answer that differs is worse than none: all that reads must say that it cannot.
      CHECK_FALSE(answers.has_value());
      CHECK((answers.has_value() || answers.error().code == ErrorCode::kCorruption ||
             answers.error().code == ErrorCode::kNotFound));
      CHECK((!verified.has_value() || verified->found > 0));
      ++found["reader"];
    }
    fs::remove_all(folder / "db");
  }
  if (Damages() != kDamages) {
    for (const auto& [who, count] : found) {
      WARN(who << ": " << count << " of " << Damages());
    }
  }
  CHECK(found["reader"] > 0);
}

TEST_CASE("a block of assertions that arrive again, under another key, is found") {
  const TemporaryFolder folder;
  const fs::path store = folder / "db";
  REQUIRE(ImportInChild(store, kInMemory, 0, 30, "close").Wait() == 0);
  {
    const auto database = Must(RocksStore::OpenToWrite(store / "database", /*create=*/false));
    Batch batch(*database);
    const auto block = Must(database->Get(Family::kAssertions, NumberKey(0)));
    REQUIRE(block);
    Must(batch.Put(Family::kAssertions, NumberKey(1), *block));
    Must(database->Write(batch));
  }
  const Verification verified = Must(VerifyStore(store, LogCheck::kRoots));
  REQUIRE(verified.found > 0);
  CHECK(std::any_of(verified.findings.begin(), verified.findings.end(), [](const auto& finding) {
    return finding.find("not in the order of their arrival") != std::string::npos;
  }));
}

}  // namespace
}  // namespace stemma::testing
