// The house's own rules, read off the sources: who may include whom, and how long things may get.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr size_t kFileLinesMax = 600;
constexpr size_t kFunctionLinesMax = 70;
constexpr size_t kColumnsMax = 100;

struct Source {
  std::string path;  // from the top of the project
  std::vector<std::string> lines;
};

std::vector<Source> SourcesUnder(const std::vector<std::string>& rooms) {
  std::vector<Source> sources;
  const fs::path top = STEMMA_SOURCE_DIR;
  for (const std::string& room : rooms) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top / room)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".cc" && path.extension() != ".h") {
        continue;
      }
      Source source{fs::relative(path, top).string(), {}};
      std::ifstream file(path);
      for (std::string line; std::getline(file, line);) {
        source.lines.push_back(line);
      }
      sources.push_back(std::move(source));
    }
  }
  return sources;
}

std::vector<Source> ShippedSources() {
  return SourcesUnder({"graph", "storage", "cli"});
}

// "graph/algo" for graph/algo/trace.h, "cli" for cli/commands/trace.cc.
std::string RoomOf(const std::string& path) {
  const size_t first = path.find('/');
  if (path.substr(0, first) != "graph") {
    return path.substr(0, first);
  }
  return path.substr(0, path.find('/', first + 1));
}

std::vector<std::string> IncludesOf(const Source& source) {
  std::vector<std::string> includes;
  for (const std::string& line : source.lines) {
    if (line.starts_with("#include ")) {
      const size_t begin = line.find_first_of("<\"") + 1;
      includes.push_back(line.substr(begin, line.find_first_of(">\"", begin) - begin));
    }
  }
  return includes;
}

// Rough, and enough for our layout: a function's body opens with a line that ends in "{", begins at
// the margin or as a member, and closes with a brace at the same indent.
size_t LongestBody(const Source& source) {
  size_t longest = 0;
  for (size_t i = 0; i < source.lines.size(); ++i) {
    const std::string& line = source.lines[i];
    const size_t indent = line.find_first_not_of(' ');
    const bool opens =
        line.ends_with(") {") || line.ends_with("const {") || line.ends_with("override {");
    if (!opens || indent > 2) {
      continue;
    }
    const std::string closing = std::string(indent, ' ') + "}";
    for (size_t j = i + 1; j < source.lines.size(); ++j) {
      if (source.lines[j].starts_with(closing)) {
        longest = std::max(longest, j - i);
        break;
      }
    }
  }
  return longest;
}

// Code points, near enough to columns for sources that hold no wide characters.
size_t ColumnsOf(const std::string& line) {
  return static_cast<size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

TEST_CASE("a room includes only the rooms below it") {
  const std::map<std::string, std::set<std::string>> allowed = {
      {"graph/base", {"graph/base"}},
      {"graph/model", {"graph/base", "graph/model"}},
      {"graph/algo", {"graph/base", "graph/model", "graph/algo"}},
      {"graph/ingest", {"graph/base", "graph/model", "graph/reading", "graph/ingest"}},
      {"graph/reading", {"graph/base", "graph/model", "graph/reading"}},
      {"graph/adding", {"graph/base", "graph/model", "graph/reading", "graph/adding"}},
      {"graph/export", {"graph/base", "graph/model", "graph/export"}},
      {"graph/names", {"graph/base", "graph/names"}},
      {"graph/audit",
       {"graph/base", "graph/model", "graph/ingest", "graph/reading", "graph/algo", "graph/adding",
        "graph/names", "graph/audit"}},
      {"storage", {"graph/base", "graph/model", "schema", "storage"}},
      {"cli",
       {"graph/base", "graph/model", "graph/algo", "graph/ingest", "graph/reading", "graph/adding",
        "graph/audit", "graph/export", "storage", "cli"}}};
  std::set<std::string> rooms = {"schema"};
  for (const auto& [room, below] : allowed) {
    rooms.insert(room);
  }
  const std::vector<Source> sources = ShippedSources();
  REQUIRE(sources.size() > 50);
  for (const Source& source : sources) {
    INFO(source.path);
    const auto below = allowed.find(RoomOf(source.path));
    REQUIRE(below != allowed.end());
    for (const std::string& include : IncludesOf(source)) {
      INFO(include);
      const std::string room = RoomOf(include);
      CHECK((!rooms.contains(room) || below->second.contains(room)));
    }
  }
}

TEST_CASE("a library that costs much to include stays in the files that are its seam") {
  const std::map<std::string, std::string> seams = {{"rocksdb/", "storage/"},
                                                    {"capnp/", "storage/record_codec.cc"},
                                                    {"schema/", "storage/record_codec.cc"},
                                                    {"boost/graph/", "graph/algo/"},
                                                    {"boost/sort/", "storage/spill.cc"},
                                                    {"boost/crc", "storage/unfinished_write.cc"},
                                                    {"CLI/", "cli/"},
                                                    {"microhttpd.h", "cli/serve/http_server.cc"},
                                                    {"simdjson", "graph/ingest/"},
                                                    {"unicode/", "graph/"},
                                                    {"gumbo", "graph/reading/html_page.cc"},
                                                    {"libxml/", "graph/"},
                                                    {"edlib", "graph/audit/wording.cc"},
                                                    {"csv.h", "graph/ingest/"},
                                                    {"bzlib.h", "graph/ingest/"},
                                                    {"nettle/", "storage/merkle_tree.cc"}};
  for (const Source& source : ShippedSources()) {
    INFO(source.path);
    for (const std::string& include : IncludesOf(source)) {
      for (const auto& [library, seam] : seams) {
        if (include.starts_with(library)) {
          INFO(include);
          CHECK(source.path.starts_with(seam));
          CHECK(source.path.ends_with(".cc"));
        }
      }
    }
  }
}

TEST_CASE("standard output belongs to the command line") {
  for (const Source& source : SourcesUnder({"graph", "storage"})) {
    for (const std::string& line : source.lines) {
      INFO(source.path << ": " << line);
      CHECK(line.find("std::cout") == std::string::npos);
      CHECK(line.find("std::cerr") == std::string::npos);
      CHECK(line.find("std::printf(") == std::string::npos);
    }
  }
}

TEST_CASE("files, functions and lines stay short enough to read") {
  for (const Source& source : SourcesUnder({"graph", "storage", "cli", "tests"})) {
    INFO(source.path);
    CHECK(source.lines.size() <= kFileLinesMax);
    CHECK(LongestBody(source) <= kFunctionLinesMax);
    for (const std::string& line : source.lines) {
      INFO(line);
      CHECK(ColumnsOf(line) <= kColumnsMax);
    }
  }
}

TEST_CASE("a header says what it is for before anything else, and is included once") {
  for (const Source& source : ShippedSources()) {
    if (source.path.ends_with(".h")) {
      INFO(source.path);
      REQUIRE_FALSE(source.lines.empty());
      CHECK(source.lines.front().starts_with("// "));
      CHECK(std::count(source.lines.begin(), source.lines.end(), "#pragma once") == 1);
    }
  }
}

TEST_CASE("nothing is visible at the top but what the project's plan names") {
  const std::set<std::string> expected = {"CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json",
                                          "LICENSE",      "README.md",      "build",
                                          "cli",          "cmake",          "demo",
                                          "docs",         "examples",       "graph",
                                          "schema",       "storage",        "test",
                                          "tests",        "web"};
  for (const fs::directory_entry& entry : fs::directory_iterator(STEMMA_SOURCE_DIR)) {
    const std::string name = entry.path().filename().string();
    INFO(name);
    CHECK((name.starts_with(".") || name == "stemma.db" || expected.contains(name)));
  }
}

}  // namespace
}  // namespace stemma::testing
