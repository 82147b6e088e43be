// What the picture's data holds, and what it must not.
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "cli/app.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

using Json = nlohmann::json;

// Whatever is withheld in it has WITHHELD or SECRET in each of its words.
const std::filesystem::path kStory =
    std::filesystem::path(STEMMA_SOURCE_DIR) / "tests" / "data" / "withheld.jsonl";

class Store {
 public:
  Store() { REQUIRE(Run({"--quiet", "import", kStory.string()}) == 0); }

  int Run(const std::vector<std::string>& words) {
    std::vector<std::string> all = {"stemma", "--db=" + (folder_ / "db").string()};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<const char*> argv;
    for (const std::string& word : all) {
      argv.push_back(word.c_str());
    }
    std::ostringstream out;
    std::ostringstream err;
    const int status = RunApp(static_cast<int>(argv.size()), argv.data(), out, err);
    printed = out.str();
    noted = err.str();
    return status;
  }

  Json Picture(std::vector<std::string> words) {
    words.insert(words.begin(), {"export", "html", "--json"});
    INFO(noted);
    REQUIRE(Run(words) == 0);
    return Json::parse(printed);
  }

  std::string printed;
  std::string noted;

 private:
  TemporaryFolder folder_;
};

const Json& Node(const Json& picture, const std::string& id) {
  for (const Json& node : picture["nodes"]) {
    if (node["id"] == id) {
      return node;
    }
  }
  FAIL("no node " << id);
  return picture;
}

const Json& Edge(const Json& picture, const std::string& from, const std::string& kind) {
  for (const Json& edge : picture["edges"]) {
    if (edge["from"] == from && edge["kind"] == kind) {
      return edge;
    }
  }
  FAIL("no edge " << from << " " << kind);
  return picture;
}

TEST_CASE("nothing of a private node, no text of a work and no asserter is in a picture") {
  Store store;
  for (const std::vector<std::string>& part :
       std::vector<std::vector<std::string>>{{}, {"copy"}, {"claim"}, {"leak", "--hops=2"}}) {
    const Json picture = store.Picture(part);
    INFO(store.printed);
    CHECK(store.printed.find("WITHHELD") == std::string::npos);
    CHECK(store.printed.find("SECRET") == std::string::npos);
  }
  const Json picture = store.Picture({});
  CHECK(picture["withheld"] == Json{{"nodes", 3}, {"edges", 4}, {"texts", 2}, {"by", 1}});
  CHECK(store.noted.find("withheld: 3 private nodes with 4 edges") != std::string::npos);
  CHECK(store.noted.find("withheld: 2 texts of works") != std::string::npos);
  // A chain to what is withheld ends where the page shows it to end.
  CHECK(Node(picture, "memo")["ends"] == Json{{"dead-end", 1}});
  CHECK(store.Run({"export", "html", "source-WITHHELD", "--json"}) == 2);
  CHECK(store.noted.find("is marked private (--with-private shows it)") != std::string::npos);
}

TEST_CASE("what is withheld is shown when asked for") {
  Store store;
  const Json picture = store.Picture({"--with-texts", "--with-private"});
  CHECK(picture["withheld"] == Json{{"nodes", 0}, {"edges", 0}, {"texts", 0}, {"by", 0}});
  CHECK(Node(picture, "source-WITHHELD")["fields"]["name"] == "WITHHELD Name");
  CHECK(Node(picture, "report")["text"] == "He said: all is well. SECRETBODY");
  CHECK(Edge(picture, "report", "cites")["by"] == "SECRETDESK");
  CHECK(store.noted.empty());
}

TEST_CASE("a picture has what the command line says of each node and edge") {
  Store store;
  const Json picture = store.Picture({"copy", "--as-of=2020-01-05"});
  CHECK(picture["asked"] == Json{"copy"});
  CHECK(picture["filters"]["as_of"] == "2020-01-05");
  CHECK(picture["choke_points"] == Json{"report", "leak"});
  const Json copy = Node(picture, "copy");
  CHECK(copy["depth"] == Json{{"min", 2}, {"max", 2}});
  CHECK(copy["ends"] == Json{{"origin", 1}, {"dead-end", 1}});
  CHECK(copy["choke"] == "report");
  CHECK(copy["start"] == 1578009600000);
  CHECK(copy["end"] == 1578096000000);
  const Json derived = Edge(picture, "copy", "derived_from");
  CHECK(derived["sourcing"] == true);
  CHECK(derived["status"] == "inferred");
  CHECK(derived["claims"] == Json{"claim"});
  CHECK(derived["evidence"] == Json{{{"in", "copy"}, {"exact", "all is well"}}});
  const Json cites = Edge(picture, "report", "cites");
  CHECK(cites["counts"] == Json{{"right", 3}, {"fired", 4}});
  CHECK_THAT(cites["confidence"].get<double>(), Catch::Matchers::WithinAbs(0.3006, 0.001));
  CHECK(Edge(picture, "report", "quotes")["sourcing"] == false);
}

TEST_CASE("a picture is bounded, and says what it leaves") {
  Store store;
  CHECK(store.Run({"export", "html", "--json", "--max-nodes=3"}) == 2);
  CHECK(store.noted.find("more than 3 nodes: name the IDs") != std::string::npos);
  const Json picture = store.Picture({"copy", "--max-nodes=2"});
  CHECK(picture["nodes"].size() == 2);
  CHECK(picture["cut"] == Json{{"nodes", 9}, {"shown", 2}});
  CHECK(store.noted.find("shows the nearest 2 nodes") != std::string::npos);
}

}  // namespace
}  // namespace stemma::testing
