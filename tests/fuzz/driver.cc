// Feeds a fuzz target without libFuzzer: every file of a corpus, then random changes of them.
//
//     fuzz_html --seconds 30 [--seed N] [--each SECONDS] [--mib N] [--kept FILE] FOLDER...
//
// The seed is printed, so that a run can be had again. The input at hand is kept in a file while it
// is tried; a crash leaves it there. One that takes longer than --each, or after which the process
// has taken more memory than --mib, is a finding as a crash is.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

namespace fs = std::filesystem;

constexpr size_t kInputBytesMax = 64 * 1024;

struct Settings {
  double seconds = 10;
  uint64_t seed = std::random_device{}();
  double seconds_each_max = 5;
  long mib_max = 1024;
  fs::path kept;
  std::vector<fs::path> folders;
};

double SecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Of this process: an input is not slow because another process has the machine.
double ProcessorSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// The most that this process has had in memory at a time, with what a sanitizer takes.
long PeakMib() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// Into one file that stays open: opening it for each would cost more than most inputs do.
void Keep(const std::string& input, const fs::path& file) {
  static const int kept = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (pwrite(kept, input.data(), input.size(), 0) != static_cast<ssize_t>(input.size()) ||
      ftruncate(kept, static_cast<off_t>(input.size())) != 0) {
    std::fprintf(stderr, "%s: cannot be written\n", file.c_str());
    std::exit(2);
  }
}

void Try(const std::string& input, const Settings& settings) {
  Keep(input, settings.kept);
  const double start = ProcessorSeconds();
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
  const double seconds = ProcessorSeconds() - start;
  if (seconds > settings.seconds_each_max) {
    std::fprintf(stderr, "slow: %.1f s for %zu bytes, kept in %s\n", seconds, input.size(),
                 settings.kept.c_str());
    std::exit(1);
  }
  if (PeakMib() > settings.mib_max) {
    std::fprintf(stderr, "large: %ld MiB after %zu bytes, kept in %s\n", PeakMib(), input.size(),
                 settings.kept.c_str());
    std::exit(1);
  }
}

class Mutator {
 public:
  Mutator(std::vector<std::string> corpus, uint64_t seed)
      : corpus_(std::move(corpus)), random_(seed) {}

  std::string Next() {
    std::string input = Pick();
    for (size_t changes = 1 + Below(8); changes > 0; --changes) {
      Change(input);
    }
    input.resize(std::min(input.size(), kInputBytesMax));
    return input;
  }

 private:
  size_t Below(size_t n) { return n == 0 ? 0 : random_() % n; }

  const std::string& Pick() { return corpus_[Below(corpus_.size())]; }

  std::string Piece(const std::string& of) {
    const size_t begin = Below(of.size());
    return of.substr(begin, 1 + Below(64));
  }

  void Change(std::string& input) {
    const size_t at = Below(input.size() + 1);
    switch (Below(6)) {
      case 0:  // another byte
        if (at < input.size()) {
          input[at] = static_cast<char>(Below(256));
        }
        break;
      case 1:
        input.erase(at, 1 + Below(32));
        break;
      case 2:
        input.insert(at, Piece(Pick()));
        break;
      case 3: {  // a piece many times over
        const std::string piece = Piece(input);
        std::string run;
        for (size_t times = Below(200); times > 0; --times) {
          run += piece;
        }
        input.insert(at, run);
        break;
      }
      case 4:
        input.resize(at);
        break;
      default:
        input.insert(at, 1, "<>/\"'&;=\0\xff\xe2 \n"[Below(13)]);
        break;
    }
  }

  std::vector<std::string> corpus_;
  std::mt19937_64 random_;
};

std::vector<std::string> ReadCorpus(const std::vector<fs::path>& folders) {
  std::vector<std::string> corpus;
  for (const fs::path& folder : folders) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) {
        std::ifstream file(entry.path(), std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
      }
    }
  }
  return corpus;
}

Settings ReadSettings(int count, char** arguments) {
  Settings settings;
  settings.kept = fs::path(arguments[0]).filename().string() + "-input";
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const char* value = i + 1 < count ? arguments[i + 1] : "";
    if (argument == "--seconds") {
      settings.seconds = std::strtod(value, nullptr);
    } else if (argument == "--seed") {
      settings.seed = std::strtoull(value, nullptr, 10);
    } else if (argument == "--each") {
      settings.seconds_each_max = std::strtod(value, nullptr);
    } else if (argument == "--mib") {
      settings.mib_max = std::strtol(value, nullptr, 10);
    } else if (argument == "--kept") {
      settings.kept = value;
    } else {
      settings.folders.emplace_back(argument);
      continue;
    }
    ++i;
  }
  return settings;
}

}  // namespace

int main(int count, char** arguments) {
  const Settings settings = ReadSettings(count, arguments);
  const std::vector<std::string> corpus = ReadCorpus(settings.folders);
  if (corpus.empty()) {
    std::fprintf(stderr, "usage: %s [--seconds N] [--seed N] FOLDER...\n", arguments[0]);
    return 2;
  }
  std::printf("seed %llu, %zu files, %.0f s\n", static_cast<unsigned long long>(settings.seed),
              corpus.size(), settings.seconds);
  std::fflush(stdout);
  for (const std::string& input : corpus) {
    Try(input, settings);
  }
  Mutator mutator(corpus, settings.seed);
  const auto start = std::chrono::steady_clock::now();
  size_t tries = 0;
  for (; SecondsSince(start) < settings.seconds; ++tries) {
    Try(mutator.Next(), settings);
  }
  fs::remove(settings.kept);
  std::printf("%zu inputs tried, %ld MiB at most\n", tries, PeakMib());
  return 0;
}
