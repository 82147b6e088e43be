#include <catch2/catch_all.hpp>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include "storage/spilled_pairs.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

using Pairs = std::vector<std::pair<uint64_t, uint64_t>>;

Pairs Sorted(PairSorter& sorter) {
  Pairs pairs;
  Must(sorter.ForEachSorted([&](uint64_t high, uint64_t low) -> Status {
    pairs.emplace_back(high, low);
    return {};
  }));
  return pairs;
}

TEST_CASE("pairs come in order from files as they do from memory, each as often as it was added") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  for (const size_t buffer : {size_t{1}, size_t{64}, size_t{10'000}}) {
    SpilledPairs on_files(folder / "runs", buffer);
    PairsInMemory in_memory;
    for (int i = 0; i < 1000; ++i) {
      const uint64_t high = random() % 3 == 0 ? random() : random() % 20;
      const uint64_t low = random() % 5;
      Must(on_files.Add(high, low));
      Must(in_memory.Add(high, low));
    }
    const Pairs expected = Sorted(in_memory);
    CHECK(expected.size() == 1000);
    CHECK(std::is_sorted(expected.begin(), expected.end()));
    CHECK(Sorted(on_files) == expected);
  }
}

TEST_CASE("no pairs are no error, and an error of the visitor ends both sorters") {
  const TemporaryFolder folder;
  SpilledPairs on_files(folder / "runs", 2);
  PairsInMemory in_memory;
  CHECK(Sorted(in_memory).empty());
  for (PairSorter* sorter :
       {static_cast<PairSorter*>(&on_files), static_cast<PairSorter*>(&in_memory)}) {
    Must(sorter->Add(2, 1));
    Must(sorter->Add(1, 2));
    const Status status = sorter->ForEachSorted(
        [](uint64_t high, uint64_t) -> Status { return InvalidInput(std::to_string(high)); });
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().message == "1");
  }
}

}  // namespace
}  // namespace stemma::testing
