// Sorting outside memory gives what sorting in memory gives, whatever fits into a buffer.
#include <algorithm>
#include <random>

#include <catch2/catch_all.hpp>

#include "storage/spill.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

TEST_CASE("numbers come back sorted, with doubles, from memory and from files") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  // Few near ends, many, and those that take every digit.
  const auto high_max = GENERATE(uint64_t{1}, uint64_t{5}, uint64_t{1} << 24U, ~uint64_t{0});
  for (const size_t buffer_max : {size_t{1}, size_t{7}, size_t{100}, size_t{5000}}) {
    NumberSorter sorter(folder / "runs", buffer_max);
    std::vector<Number128> expected;
    for (int i = 0; i < 700; ++i) {
      expected.push_back({random() % high_max, random() % 200});
      Must(sorter.Add(expected.back()));
    }
    CHECK(sorter.Count() == expected.size());
    std::sort(expected.begin(), expected.end());
    std::vector<Number128> sorted;
    Must(sorter.Merge([&](Number128 number) -> Status {
      sorted.push_back(number);
      return {};
    }));
    CHECK(sorted == expected);
  }
}

TEST_CASE("texts of any bytes come back sorted, from memory and from files") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  for (const size_t bytes_max : {size_t{30}, size_t{2000}, size_t{1} << 20U}) {
    TextSorter sorter(folder / "runs", bytes_max);
    std::vector<std::string> expected;
    for (int i = 0; i < 500; ++i) {
      std::string& text = expected.emplace_back("shared beginning", random() % 17);
      while (random() % 4 != 0) {
        text += static_cast<char>(random() % 256);
      }
      Must(sorter.Add(text));
    }
    std::sort(expected.begin(), expected.end());
    std::vector<std::string> sorted;
    Must(sorter.Merge([&](std::string_view text) -> Status {
      sorted.emplace_back(text);
      return {};
    }));
    CHECK(sorted == expected);
  }
}

TEST_CASE("an error of the visitor ends the merge, and an empty sorter gives nothing") {
  const TemporaryFolder folder;
  NumberSorter sorter(folder / "runs", 2);
  for (uint64_t i = 0; i < 19; ++i) {
    Must(sorter.Add({i, 0}));
  }
  int seen = 0;
  const Status status = sorter.Merge([&](Number128) -> Status {
    return ++seen == 3 ? Status(Fail(ErrorCode::kIo, "enough")) : Status();
  });
  REQUIRE_FALSE(status.has_value());
  CHECK(status.error().message == "enough");
  CHECK(seen == 3);

  TextSorter nothing(folder / "runs", 100);
  Must(nothing.Merge([&](std::string_view) -> Status {
    FAIL("there is nothing to visit");
    return {};
  }));
  CHECK(std::filesystem::is_empty(folder / "runs"));  // files have no names
}

}  // namespace
}  // namespace stemma::testing
