// Feeds a fuzz target without libFuzzer: every file of a corpus, then random changes of them.
//
//     fuzz_html --seconds 30 [--seed N] FOLDER...
//
// The seed is printed, so that a run can be had again. The input at hand is kept in a file while it
// is tried; a crash leaves it there.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

namespace fs = std::filesystem;

constexpr size_t kInputBytesMax = 64 * 1024;
constexpr double kSecondsMaxForOne = 5;

double SecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void Try(const std::string& input, const fs::path& kept) {
  std::ofstream(kept, std::ios::binary).write(input.data(), static_cast<long>(input.size()));
  const auto start = std::chrono::steady_clock::now();
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
  if (SecondsSince(start) > kSecondsMaxForOne) {
    std::fprintf(stderr, "slow: %.1f s for %zu bytes, kept in %s\n", SecondsSince(start),
                 input.size(), kept.c_str());
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

}  // namespace

int main(int count, char** arguments) {
  double seconds = 10;
  uint64_t seed = std::random_device{}();
  std::vector<fs::path> folders;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--seconds" && i + 1 < count) {
      seconds = std::strtod(arguments[++i], nullptr);
    } else if (argument == "--seed" && i + 1 < count) {
      seed = std::strtoull(arguments[++i], nullptr, 10);
    } else {
      folders.emplace_back(argument);
    }
  }
  const std::vector<std::string> corpus = ReadCorpus(folders);
  if (corpus.empty()) {
    std::fprintf(stderr, "usage: %s [--seconds N] [--seed N] FOLDER...\n", arguments[0]);
    return 2;
  }
  const fs::path kept = fs::path(arguments[0]).filename().string() + "-input";
  std::printf("seed %llu, %zu files, %.0f s\n", static_cast<unsigned long long>(seed),
              corpus.size(), seconds);
  std::fflush(stdout);
  for (const std::string& input : corpus) {
    Try(input, kept);
  }
  Mutator mutator(corpus, seed);
  const auto start = std::chrono::steady_clock::now();
  size_t tries = 0;
  for (; SecondsSince(start) < seconds; ++tries) {
    Try(mutator.Next(), kept);
  }
  fs::remove(kept);
  std::printf("%zu inputs tried\n", tries);
  return 0;
}
