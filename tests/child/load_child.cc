// Writes to a store, or reads it, for so many seconds, for tests of many processes at once.
// usage: load_child write|read STORE SECONDS
//   write: the imports of tests/support/growing_story.h, one after the other, in every way that
//   there is; whatever is there already is gone on with. read: opens the store again and again, and
//   checks what it sees. Both print what they did and hold as one line of numbers: rounds; resident
//   KiB, of these KiB of cached blocks, and open files after a fifth of the time; the same at the
//   end.
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include "storage/database.h"
#include "storage/held_memory.h"
#include "support/growing_story.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using Clock = std::chrono::steady_clock;

// Calls `round` again and again, which leaves no store open, and prints the line.
template <class Round>
void Repeat(double seconds, Round round) {
  const auto begin = Clock::now();
  const auto passed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  uint64_t rounds = 0;
  Held warm;
  while (passed() < seconds || rounds < 2) {
    rounds += round();
    if (warm.process.resident_kib == 0 && passed() >= seconds / 5) {
      warm = HeldNow();
    }
  }
  std::string line = std::to_string(rounds);
  for (const Held& held : {warm, HeldNow()}) {
    for (const uint64_t number :
         {held.process.resident_kib, held.cached_kib, held.process.open_files}) {
      line += " " + std::to_string(number);
    }
  }
  std::puts(line.c_str());
}

// Opened once: some imports, each as it comes.
uint64_t WriteSome(const std::string& path, std::mt19937_64& random) {
  constexpr uint64_t kImportsMax = 12;
  StoreWriterOptions options;
  options.batch_bytes_max = random() % 3 == 0 ? 0 : size_t{1} << 20;  // by files, or in one batch
  options.unpacked_max = 4 * kStoryWorks;  // so that most closings pack and make the snapshot
  const auto store = Must(StoreWriter::Open(path, options));
  uint64_t imports = StoryImports(Must(store->View().Counts()).nodes);
  const uint64_t count = 1 + random() % kImportsMax;
  for (uint64_t i = 0; i < count; ++i) {
    const auto sink = Must(store->Begin());
    AddStoryImport(*sink, ++imports);
    Must(sink->Commit());
  }
  return count;
}

void Write(const std::string& path, double seconds) {
  std::mt19937_64 random(Seed());
  Repeat(seconds, [&] { return WriteSome(path, random); });
}

void Read(const std::string& path, double seconds) {
  constexpr uint64_t kWholeEvery = 16;
  std::mt19937_64 random(Seed());
  uint64_t seen = 0;
  Repeat(seconds, [&]() -> uint64_t {
    const auto store = Must(StoreReader::Open(path));
    const bool is_whole = random() % kWholeEvery == 0;
    const uint64_t imports = CheckStory(*store, random);
    const uint64_t again = is_whole ? CheckWholeStory(*store, random) : CheckStory(*store, random);
    if (again != imports || imports < seen) {
      throw std::runtime_error("a reader saw " + std::to_string(again) + " imports after " +
                               std::to_string(again == imports ? seen : imports));
    }
    seen = imports;
    return 1;
  });
}

}  // namespace
}  // namespace stemma::testing

// Where there is an address sanitizer: what was freed is kept by it for a while, and what this
// process holds is what is measured.
extern "C" const char* __asan_default_options() {
  return "quarantine_size_mb=1";
}

int main(int argc, char** argv) {
  const std::string what = argc == 4 ? argv[1] : "";
  if (what != "write" && what != "read") {
    return 2;
  }
  try {
    (what == "write" ? stemma::testing::Write : stemma::testing::Read)(argv[2], std::stod(argv[3]));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "load_child %s: %s\n", what.c_str(), error.what());
    return 1;
  }
}
