// Runs every transcript, every page of docs/commands and the README, each in a folder of its own.
// STEMMA_UPDATE=1 writes what is printed now into the files instead: for the author, who reads the
// difference before it is committed.
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch_all.hpp>

#include "support/temporary_folder.h"
#include "transcripts/transcript.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The surroundings every transcript may count on.
std::string Prelude(const fs::path& folder) {
  const fs::path binary_folder = fs::path(STEMMA_BINARY).parent_path();
  return "cd '" + folder.string() + "' && export PATH='" + binary_folder.string() +
         "':\"$PATH\" COLUMNS=100 TZ=UTC LC_ALL=C.UTF-8 STEMMA_USER=desk@example.org; "
         "unset STEMMA_DB NO_COLOR; ";
}

TranscriptStep Run(const TranscriptStep& asked, const fs::path& folder) {
  TranscriptStep ran = asked;
  ran.output.clear();
  const std::string command = Prelude(folder) + "{ " + asked.command + "\n} 2>&1 </dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer;
  for (size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    ran.output.append(buffer.data(), got);
  }
  const int result = pclose(pipe);
  ran.status = WIFEXITED(result) ? WEXITSTATUS(result) : 128 + WTERMSIG(result);
  return ran;
}

bool Updates() {
  return std::getenv("STEMMA_UPDATE") != nullptr;
}

void Furnish(const TemporaryFolder& folder) {
  const fs::path source = STEMMA_SOURCE_DIR;
  fs::create_directory_symlink(source / "examples", folder / "examples");
  fs::create_directory_symlink(source / "tests" / "data", folder / "data");
  fs::create_directory_symlink(fs::path(STEMMA_BINARY).parent_path(), folder / "build");
}

void RunTranscript(const fs::path& path) {
  const TemporaryFolder folder;
  Furnish(folder);
  const Transcript transcript = ParseTranscript(ReadText(path), path.extension() == ".md");
  std::vector<TranscriptStep> ran;
  for (const TranscriptStep& step : transcript.steps) {
    ran.push_back(Run(step, folder.Path()));
    INFO(path.string() << ":" << step.line << ": $ " << step.command);
    if (!step.is_shown) {
      INFO(ran.back().output);
      CHECK(ran.back().status == 0);
    } else if (!Updates()) {
      CHECK(ran.back().output == step.output);
      CHECK(ran.back().status == step.status);
    }
  }
  if (Updates()) {
    std::ofstream(path, std::ios::binary) << WithOutputs(transcript, ran);
  }
}

std::vector<fs::path> FilesIn(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == extension) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("every transcript prints what it says") {
  const fs::path transcripts = fs::path(STEMMA_SOURCE_DIR) / "tests" / "transcripts";
  for (const fs::path& path : FilesIn(transcripts, ".txt")) {
    RunTranscript(path);
  }
}

TEST_CASE("every page of docs/commands shows the help and the output that are there") {
  for (const fs::path& path : FilesIn(fs::path(STEMMA_SOURCE_DIR) / "docs" / "commands", ".md")) {
    RunTranscript(path);
  }
}

TEST_CASE("the README shows what its commands print") {
  RunTranscript(fs::path(STEMMA_SOURCE_DIR) / "README.md");
}

TEST_CASE("every example prints what it says") {
  size_t count = 0;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(STEMMA_SOURCE_DIR) / "examples")) {
    if (!fs::exists(entry.path() / "run")) {
      continue;
    }
    ++count;
    const TemporaryFolder folder;
    Furnish(folder);
    TranscriptStep step;
    step.command = "examples/" + entry.path().filename().string() + "/run";
    const TranscriptStep ran = Run(step, folder.Path());
    INFO(step.command);
    CHECK(ran.status == 0);
    const fs::path expected = entry.path() / "expected.txt";
    if (Updates()) {
      std::ofstream(expected, std::ios::binary) << ran.output;
    }
    CHECK(ran.output == ReadText(expected));
  }
  CHECK(count >= 1);
}

TEST_CASE("every command has its page, and every page opens with its help") {
  const fs::path pages = fs::path(STEMMA_SOURCE_DIR) / "docs" / "commands";
  TranscriptStep list;
  list.command = "stemma --help | sed -n '/^Commands/,/^$/s/^  \\([a-z][a-z-]*\\) .*/\\1/p'";
  const TemporaryFolder folder;
  std::istringstream commands(Run(list, folder.Path()).output);
  size_t count = 0;
  for (std::string command; std::getline(commands, command); ++count) {
    INFO(command);
    const Transcript page = ParseTranscript(ReadText(pages / (command + ".md")), true);
    REQUIRE_FALSE(page.steps.empty());
    bool has_help = false;
    for (const TranscriptStep& step : page.steps) {
      has_help = has_help || step.command == "stemma " + command + " --help";
    }
    CHECK(has_help);
  }
  CHECK(count >= 15);
}

}  // namespace
}  // namespace stemma::testing
