// One writer and eight readers at once, in processes and in threads: nobody ever sees a part of an
// import, no reader goes back, and nothing is held on to. STEMMA_LOAD_SECONDS=600 goes on for so
// long instead of a few seconds.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "storage/database.h"
#include "storage/held_memory.h"
#include "support/child_process.h"
#include "support/growing_story.h"
#include "support/how_often.h"
#include "support/must.h"
#include "support/process_usage.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

using Json = nlohmann::json;

// What one process did, and what it held early and late.
struct Figures {
  uint64_t rounds = 0;
  Held warm;
  Held end;
};

// $TMPDIR, as long as it lives, for us and our children.
class TemporaryPlace {
 public:
  explicit TemporaryPlace(std::filesystem::path path) : path_(std::move(path)) {
    const char* given = std::getenv("TMPDIR");
    before_ = given == nullptr ? "" : given;
    std::filesystem::create_directory(path_);
    setenv("TMPDIR", path_.c_str(), 1);
  }
  ~TemporaryPlace() { before_.empty() ? unsetenv("TMPDIR") : setenv("TMPDIR", before_.c_str(), 1); }
  TemporaryPlace(const TemporaryPlace&) = delete;
  TemporaryPlace& operator=(const TemporaryPlace&) = delete;
  bool IsEmpty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
  std::string before_;
};

std::vector<std::string> LoadCommand(const std::string& what, const std::filesystem::path& store,
                                     int seconds) {
  return {STEMMA_LOAD_CHILD, what, store.string(), std::to_string(seconds)};
}

Figures FiguresOf(ChildProcess& child) {
  Figures figures;
  const std::vector<std::string> lines = child.Lines();
  if (!lines.empty()) {
    std::istringstream line(lines.back());
    line >> figures.rounds;
    for (Held* held : {&figures.warm, &figures.end}) {
      line >> held->process.resident_kib >> held->cached_kib >> held->process.open_files;
    }
  }
  CHECK(child.Wait() == 0);
  return figures;
}

// A reader that several threads share until one of them opens the store anew. What each sees never
// goes back.
class SharedReader {
 public:
  explicit SharedReader(std::filesystem::path path) : path_(std::move(path)) {}

  void Check(std::mt19937_64& random) {
    constexpr uint64_t kNewEvery = 8;
    std::shared_ptr<StoreReader> store;  // shared: whoever is the last to use it closes it
    {
      const std::lock_guard lock(mutex_);
      if (store_ == nullptr || random() % kNewEvery == 0) {
        store_ = Must(StoreReader::Open(path_));
        const uint64_t imports = CheckWholeStory(*store_, random);
        if (imports < imports_) {
          throw std::runtime_error("a reader saw fewer imports than before");
        }
        imports_ = imports;
      }
      store = store_;
    }
    CheckStory(*store, random);
  }

 private:
  std::filesystem::path path_;
  std::mutex mutex_;
  std::shared_ptr<StoreReader> store_;
  uint64_t imports_ = 0;
};

// Threads that each do something until they are stopped; the first failure is kept.
class Repeaters {
 public:
  ~Repeaters() { Stop(); }

  void Start(uint64_t seed, const std::function<void(std::mt19937_64&)>& round) {
    threads_.emplace_back([this, seed, round] {
      std::mt19937_64 random(seed);
      try {
        while (!is_stopped_) {
          round(random);
          ++rounds_;
        }
      } catch (const std::exception& error) {
        const std::lock_guard lock(mutex_);
        failure_ = failure_.empty() ? error.what() : failure_;
      }
    });
  }
  void Stop() {
    is_stopped_ = true;
    for (std::thread& thread : threads_) {
      thread.join();
    }
    threads_.clear();
  }
  uint64_t Rounds() const { return rounds_; }
  const std::string& Failure() const { return failure_; }  // once stopped

 private:
  std::vector<std::thread> threads_;
  std::atomic<bool> is_stopped_ = false;
  std::atomic<uint64_t> rounds_ = 0;
  std::mutex mutex_;
  std::string failure_;
};

std::string Printed(const std::vector<std::string>& command) {
  ChildProcess child(command);
  std::string all;
  for (const std::string& line : child.Lines()) {
    all += line + "\n";
  }
  if (const int status = child.Wait(); status != 0) {
    throw std::runtime_error(command.back() + ": exit status " + std::to_string(status));
  }
  return all;
}

// As a user asks: each command is a process, and sees the store as it is then.
void AskProgram(const std::string& store, std::mt19937_64& random) {
  constexpr uint64_t kCheckEvery = 8;
  const Json stats = Json::parse(Printed({STEMMA_BINARY, "--db", store, "--json", "stats"}));
  const uint64_t imports = StoryImports(stats["nodes"].get<uint64_t>());
  const GraphCounts expected = StoryCounts(imports);
  if (stats["edges"] != expected.edges || stats["assertions"] != expected.assertions) {
    throw std::runtime_error("stats counts a part of an import");
  }
  const std::string work = NewestStoryWork(imports);
  const Json trace = Json::parse(Printed({STEMMA_BINARY, "--db", store, "--json", "trace", work}));
  const Json& chain = trace["chains"][0];
  if (chain["ends"] != "origin" || chain["hops"] != NewestStoryDepth(imports)) {
    throw std::runtime_error("the chain of " + work + " is not whole");
  }
  if (random() % kCheckEvery == 0) {
    Printed({STEMMA_BINARY, "--db", store, "check", "--log"});
  }
}

// The same story in one import: what its store takes when nothing is left over from before.
uint64_t BytesOfOneImport(const std::filesystem::path& path, uint64_t imports) {
  {
    const auto store = Must(StoreWriter::Open(path));
    const auto sink = Must(store->Begin());
    for (uint64_t number = 1; number <= imports; ++number) {
      AddStoryImport(*sink, number);
    }
    Must(sink->Commit());
  }
  return Must(StoreBytes(path));
}

// Blocks are kept in a cache, those of files that are gone too until it is full.
constexpr uint64_t kCachedMax = uint64_t{256} << 10;

// Beside the cache, in KiB.
void CheckHeld(const Figures& figures, uint64_t grown_max) {
  CHECK(figures.rounds > 0);
  CHECK(figures.end.process.open_files == figures.warm.process.open_files);
  CHECK(figures.end.cached_kib <= kCachedMax);
  CHECK(figures.end.BesideCacheKib() < figures.warm.BesideCacheKib() + grown_max);
}
constexpr uint64_t kGrownMax = uint64_t{32} << 10;
// Of who opens the same files again and again: whatever grows is a leak.
constexpr uint64_t kGrownStillMax = uint64_t{16} << 10;

std::string TextOf(const std::string& who, const Figures& figures) {
  const auto text = [](const Held& held) {
    return std::to_string(held.process.resident_kib) + " KiB, " + std::to_string(held.cached_kib) +
           " of them cached, ";
  };
  return who + ": " + std::to_string(figures.rounds) + " rounds, " + text(figures.warm) +
         "after a fifth of the time, " + text(figures.end) + "at the end\n";
}

constexpr int kProcesses = 3;
constexpr int kThreadsAlone = 2;
constexpr int kThreadsSharing = 2;  // and one that runs the program: eight readers

// Returns what was done, for whoever ran it long.
std::string WriteAndRead(const std::filesystem::path& store, int seconds, std::mt19937_64& random) {
  ChildProcess writer(LoadCommand("write", store, seconds));
  std::vector<std::unique_ptr<ChildProcess>> readers;
  for (int i = 0; i < kProcesses; ++i) {
    readers.push_back(std::make_unique<ChildProcess>(LoadCommand("read", store, seconds)));
  }
  Repeaters threads;
  SharedReader shared(store);
  for (int i = 0; i < kThreadsSharing; ++i) {
    threads.Start(random(), [&](std::mt19937_64& own) { shared.Check(own); });
  }
  for (int i = 0; i < kThreadsAlone; ++i) {
    threads.Start(random(),
                  [&](std::mt19937_64& own) { CheckStory(*Must(StoreReader::Open(store)), own); });
  }
  threads.Start(random(), [&](std::mt19937_64& own) { AskProgram(store.string(), own); });

  std::vector<Figures> all = {FiguresOf(writer)};
  for (const auto& reader : readers) {
    all.push_back(FiguresOf(*reader));
  }
  threads.Stop();
  CHECK(threads.Failure() == "");
  CHECK(threads.Rounds() > 0);
  std::string text = "threads: " + std::to_string(threads.Rounds()) + " rounds\n";
  for (size_t i = 0; i < all.size(); ++i) {
    const std::string who = i == 0 ? "writer" : "reader";
    INFO(TextOf(who, all[i]));
    CheckHeld(all[i], kGrownMax);
    text += TextOf(who, all[i]);
  }
  return text;
}

std::string ReadStill(const std::filesystem::path& store, int seconds) {
  ChildProcess reader(LoadCommand("read", store, seconds));
  const Figures figures = FiguresOf(reader);
  CheckHeld(figures, kGrownStillMax);
  return TextOf("reader of a store that nobody writes to", figures);
}

// Returns what there is, as above.
std::string CheckStoreAfter(const std::filesystem::path& store, const std::filesystem::path& fresh,
                            std::mt19937_64& random) {
  constexpr uint64_t kLeftOver = uint64_t{8} << 20;
  constexpr std::ptrdiff_t kFilesMax = 200;
  const uint64_t imports = CheckWholeStory(*Must(StoreReader::Open(store)), random);
  CHECK(Must(VerifyStore(store, LogCheck::kRoots)).findings == std::vector<std::string>());
  const uint64_t bytes = Must(StoreBytes(store));
  const uint64_t bytes_fresh = BytesOfOneImport(fresh, imports);
  CHECK(bytes < 3 * bytes_fresh + kLeftOver);
  const auto entries = std::filesystem::directory_iterator(store / "database");
  const auto files = std::distance(begin(entries), end(entries));
  CHECK(files < kFilesMax);
  CHECK_FALSE(std::filesystem::exists(store / "staging"));
  return std::to_string(imports) + " imports, " + std::to_string(files) + " files, " +
         std::to_string(bytes >> 10U) + " KiB; made at once " + std::to_string(bytes_fresh >> 10U) +
         " KiB\n";
}

TEST_CASE("eight readers beside a writer see whole imports, and nothing is held on to") {
  const int seconds = HowOften("STEMMA_LOAD_SECONDS", 2);
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const TemporaryFolder folder;
  const std::filesystem::path store = folder / "db";
  const TemporaryPlace temporary(folder / "tmp");
  REQUIRE(ChildProcess(LoadCommand("write", store, 0)).Wait() == 0);
  Must(StoreReader::Open(store));  // so that what is made once is made
  const uint64_t files_before = UsageNow().open_files;
  std::string text = WriteAndRead(store, seconds, random);
  text += ReadStill(store, std::max(1, seconds / 10));
  CHECK(UsageNow().open_files == files_before);
  CHECK(temporary.IsEmpty());
  text += CheckStoreAfter(store, folder / "fresh", random);
  if (std::getenv("STEMMA_LOAD_SECONDS") != nullptr) {
    WARN(text);
  }
}

}  // namespace
}  // namespace stemma::testing
