#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <catch2/catch_all.hpp>

#include "storage/database.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

void WriteBytes(const fs::path& path, size_t count) {
  std::ofstream(path) << std::string(count, 'x');
}

TEST_CASE("the bytes of a store are those of its files, at any depth") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "db" / "database" / "lost");
  WriteBytes(folder / "db" / "extent", 3);
  WriteBytes(folder / "db" / "database" / "000004.sst", 50);
  WriteBytes(folder / "db" / "database" / "lost" / "000002.sst", 700);
  CHECK(Must(StoreBytes(folder / "db")) == 753);
}

TEST_CASE("the bytes of a store leave out what a link points to") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "db" / "database");
  WriteBytes(folder / "db" / "extent", 3);
  fs::create_directory_symlink(folder / "db", folder / "db" / "database" / "above");
  CHECK(Must(StoreBytes(folder / "db")) == 3);
}

TEST_CASE("the bytes of a store are counted while a writer removes folders of it") {
  constexpr int kRounds = 2000;
  const TemporaryFolder folder;
  fs::create_directory(folder / "db");
  WriteBytes(folder / "db" / "extent", 3);
  std::atomic<bool> is_over = false;
  std::thread writer([&] {
    while (!is_over) {
      fs::create_directories(folder / "db" / "staging" / "a");
      fs::remove_all(folder / "db" / "staging");
    }
  });
  int unlike = 0;
  std::string failure;
  for (int round = 0; round < kRounds && failure.empty(); ++round) {
    const auto bytes = StoreBytes(folder / "db");
    if (!bytes.has_value()) {
      failure = bytes.error().message;
    } else if (*bytes != 3) {
      ++unlike;
    }
  }
  is_over = true;
  writer.join();
  CHECK(failure == "");
  CHECK(unlike == 0);
}

}  // namespace
}  // namespace stemma::testing
