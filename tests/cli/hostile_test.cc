// What somebody else wrote into a file or an id harms neither the terminal, nor other files, nor
// who may read the store.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>
#include <sys/stat.h>

#include "cli/app.h"
#include "support/child_process.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

struct Ran {
  int status = 0;
  std::string out;
  std::string err;
};

Ran Run(std::vector<std::string> words) {
  words.insert(words.begin(), "stemma");
  std::vector<const char*> argv;
  std::transform(words.begin(), words.end(), std::back_inserter(argv),
                 [](const std::string& word) { return word.c_str(); });
  std::ostringstream out;
  std::ostringstream err;
  Ran ran;
  ran.status = RunApp(static_cast<int>(argv.size()), argv.data(), out, err);
  ran.out = out.str();
  ran.err = err.str();
  return ran;
}

std::set<std::string> FilesIn(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    files.insert(fs::relative(entry.path(), folder).string());
  }
  return files;
}

TEST_CASE("an id that is a path is an id: only the files that were named are written") {
  const TemporaryFolder folder;
  const fs::path inner = folder / "deep" / "inner";
  fs::create_directories(inner);
  const std::vector<std::string> ids = {"../../escaped",
                                        "/tmp/escaped-from-stemma",
                                        "..",
                                        "a/../../../b",
                                        "escaped; touch escaped-too",
                                        "-o",
                                        "$(touch x)",
                                        "C:\\escaped",
                                        "%2e%2e/x"};
  const std::string story = (inner / "story.jsonl").string();
  {
    std::ofstream lines(story);
    for (const std::string& id : ids) {
      std::string written = id;
      if (const size_t at = written.find('\\'); at != std::string::npos) {
        written.insert(at, 1, '\\');
      }
      lines << R"({"node":"article","id":")" << written << R"(","title":"../../t"})"
            << "\n"
            << R"({"edge":"cites","from":")" << written << R"(","to":"../../escaped"})"
            << "\n";
    }
  }
  const std::string db = (inner / "db").string();
  REQUIRE(Run({"--db", db, "import", story}).status == 0);
  const std::set<std::string> before = FilesIn(folder.Path());
  std::set<std::string> expected = before;
  for (const std::string format : {"jsonl", "csv", "graphml", "gexf", "dot", "cytoscape",
                                   "prov-json", "prov-n", "svg", "html"}) {
    INFO(format);
    const std::string file = (inner / ("out." + format)).string();
    const Ran ran = Run({"--db", db, "export", format, "-o", file, "--", ids[0], ids[4], ids[6]});
    INFO(ran.err);
    // Without Graphviz or a page these two say so.
    CHECK((ran.status == 0 || format == "svg" || format == "html"));
    expected.insert("deep/inner/out." + format);
    expected.insert("deep/inner/out-edges." + format);
  }
  REQUIRE(Run({"--db", db, "backup", (inner / "backup").string()}).status == 0);
  for (const std::string& id : ids) {
    INFO(id);
    for (const std::string command : {"show", "trace", "prove", "audit"}) {
      CHECK(Run({"--db", db, command, "--", id}).status <= 1);
    }
  }
  for (const std::string& file : FilesIn(folder.Path())) {
    INFO(file);
    CHECK((expected.contains(file) || file.starts_with("deep/inner/backup") ||
           file.starts_with("deep/inner/db/")));
  }
  CHECK_FALSE(fs::exists("/tmp/escaped-from-stemma"));
}

// Every file and folder at or below `path`, of which somebody else may do anything.
std::vector<std::string> OpenToOthers(const fs::path& path) {
  std::vector<std::string> open;
  const auto look = [&](const fs::path& file) {
    struct stat found = {};
    REQUIRE(stat(file.c_str(), &found) == 0);
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
      open.push_back(file.string());
    }
  };
  look(path);
  if (fs::is_directory(path)) {
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      look(entry.path());
    }
  }
  return open;
}

// In a process of its own, with a umask that hides nothing.
int RunOpenly(const std::string& words) {
  return ChildProcess({"/bin/sh", "-c", "umask 000 && " STEMMA_BINARY " --quiet " + words}).Wait();
}

TEST_CASE("a store and its backups are for their user alone, an export is as the umask says") {
  const TemporaryFolder folder;
  const fs::path data = fs::path(STEMMA_SOURCE_DIR) / "tests/data";
  const std::string db = (folder / "db").string();
  const std::string in_db = "--db " + db + " ";
  CHECK(RunOpenly(in_db + "import " + (data / "store.jsonl").string()) == 0);
  CHECK(RunOpenly(in_db + "set obs name Observatory") == 0);
  CHECK(RunOpenly(in_db + "same obs afp") == 0);
  CHECK(RunOpenly(in_db + "trace obs >/dev/null") == 0);
  CHECK(RunOpenly(in_db + "check >/dev/null") == 0);
  CHECK(OpenToOthers(db).empty());
  CHECK(RunOpenly(in_db + "backup " + (folder / "backup").string()) == 0);
  CHECK(OpenToOthers(folder / "backup").empty());
  CHECK(RunOpenly("--db " + (folder / "again").string() + " restore " +
                  (folder / "backup").string()) == 0);
  CHECK(OpenToOthers(folder / "again").empty());
  CHECK(RunOpenly(in_db + "export jsonl -o " + (folder / "out").string()) == 0);
  CHECK(OpenToOthers(folder / "out").size() == 1);
}

TEST_CASE("a store that reading upgrades stays its user's alone") {
  for (const std::string frozen : {"store-v1", "store-v2"}) {
    const TemporaryFolder folder;
    const std::string db = (folder / "db").string();
    CHECK(ChildProcess({"/bin/sh", "-c",
                        "umask 077 && mkdir " + db + " && cp -r " STEMMA_SOURCE_DIR "/tests/data/" +
                            frozen + "/. " + db + " && chmod -R go-rwx " + db})
              .Wait() == 0);
    REQUIRE(OpenToOthers(db).empty());
    CHECK(RunOpenly("--db " + db + " export jsonl -o " + (folder / "out").string()) == 0);
    CHECK(OpenToOthers(db).empty());
    CHECK(OpenToOthers(folder / "out").size() == 1);
  }
}

TEST_CASE("what a file or a name holds tells the terminal nothing") {
  const TemporaryFolder folder;
  const std::string db = (folder / "db").string();
  const std::string bad = "\x1b]0;owned\x07\x1b[2J\r\n\xC2\x9B";
  const std::string file = (folder / "bad\x1b[31m\n.jsonl").string();
  std::ofstream(file)
      << R"({"node":"article","id":"a","title":"\u001b[31m\u009b","date":"\u001b[2J"})"
      << "\n"
      << R"({"edge":"cites","from":"a","to":"\u001b[31m"})"
      << "\n"
      << R"({"node":"outlet","id":"o","name":"\u001b[31m\u0007\u009b"})"
      << "\n";
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--db", db, "import", file},
                                             {"--db", db, "import", "--skip-bad", file},
                                             {"--db", db, "show", bad},
                                             {"--db", db, "show", "o"},
                                             {"--db", db, "find", "31m"},
                                             {"--db", db, "log"},
                                             {"--db", db, bad},
                                             {"--db", db, "trace", "--" + bad, "o"},
                                             {"--db", db, "export", bad},
                                             {"--db", db, "depth", "--as-of", bad},
                                             {"--db", bad, "stats"},
                                             {"read", file},
                                             {"read", file, file},
                                             {"audit", "--file", bad}}) {
    const Ran ran = Run(words);
    for (const std::string& text : {ran.out, ran.err}) {
      INFO(words.back() << ": " << text);
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find('\x07') == std::string::npos);
      CHECK(text.find("\xC2\x9B") == std::string::npos);
    }
    CHECK((ran.err.empty() || ran.err.back() == '\n'));
  }
}

}  // namespace
}  // namespace stemma::testing
