// What a person at a terminal reads while an import runs.
#include "cli/import_progress.h"

#include <sstream>
#include <string>
#include <thread>

#include <catch2/catch_all.hpp>

#include "cli/progress_line.h"

namespace stemma::testing {
namespace {

ImportProgress At(uint64_t bytes_read, uint64_t bytes_total, uint64_t lines) {
  ImportProgress progress;
  progress.bytes_read = bytes_read;
  progress.bytes_total = bytes_total;
  progress.lines = lines;
  return progress;
}

TEST_CASE("an import says how much of how much, how fast, and how long it still takes") {
  CHECK(ImportProgressText(At(60'200'000, 140'000'000, 2'400'000), 1.5) ==
        "import: 43 %, 60.2 of 140.0 MB, 1.6 million lines/s, 2 s left");
  CHECK(ImportProgressText(At(1'000'000, 100'000'000, 5'000), 4) ==
        "import: 1 %, 1.0 of 100.0 MB, 1,250 lines/s, 6 min left");
  CHECK(ImportProgressText(At(9, 9, 2), 2) == "import: 100 %, 0.0 of 0.0 MB, 1 lines/s, 0 s left");
}

TEST_CASE("of standard input no one knows how much is left") {
  CHECK(ImportProgressText(At(60'200'000, 0, 999'999), 1) == "import: 60.2 MB, 999,999 lines/s");
}

TEST_CASE("progress that cannot be computed yet is left out") {
  CHECK(ImportProgressText(At(0, 1'000'000, 0), 0) == "import: 0 %, 0.0 of 1.0 MB");
  CHECK(ImportProgressText(At(0, 1'000'000, 0), 1) == "import: 0 %, 0.0 of 1.0 MB, 0 lines/s");
  CHECK(ImportProgressText(At(12, 10, 1), 1) ==  // a file that grows
        "import: 100 %, 0.0 of 0.0 MB, 1 lines/s, 0 s left");
}

TEST_CASE("while the sink finishes, the line says so") {
  ImportProgress progress = At(140'000'000, 140'000'000, 6'000'000);
  progress.is_writing = true;
  CHECK(ImportProgressText(progress, 3) == "import: 6,000,000 lines read, writing the store…");
}

TEST_CASE("a progress line shows what was said last, after a second, and is wiped") {
  std::ostringstream err;
  {
    ProgressLine line(err, /*is_shown=*/true);
    line.Show("first");
    line.Show("second");
    std::this_thread::sleep_for(std::chrono::milliseconds(1300));
  }
  CHECK(err.str() == "\r\x1b[Ksecond\r\x1b[K");
}

TEST_CASE("quick work, and work that nobody watches, shows no progress line") {
  std::ostringstream err;
  {
    ProgressLine quick(err, /*is_shown=*/true);
    quick.Show("quick");
    ProgressLine hidden(err, /*is_shown=*/false);
    hidden.Show("hidden");
  }
  CHECK(err.str().empty());
}

}  // namespace
}  // namespace stemma::testing
