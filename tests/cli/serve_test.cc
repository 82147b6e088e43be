// What the server answers, to whom, and that it ends.
#include "cli/serve/http_server.h"

#include <chrono>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_all.hpp>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include "cli/app.h"
#include "cli/serve/api.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

using Json = nlohmann::json;

std::string Printed(std::vector<const char*> words) {
  words.insert(words.begin(), "stemma");
  std::ostringstream out;
  std::ostringstream err;
  RunApp(static_cast<int>(words.size()), words.data(), out, err);
  return out.str();
}

class Served {
 public:
  Served() : db_((folder_ / "db").string()) {
    std::ofstream(folder_ / "story.jsonl")
        << R"({"node":"article","id":"a b&c","title":"<b>Ä</b>"})"
        << "\n"
        << R"({"node":"document","id":"--help","title":"leak"})"
        << "\n"
        << R"({"edge":"cites","from":"a b&c","to":"--help"})"
        << "\n";
    Printed({"--quiet", "--db", db_.c_str(), "import", (folder_ / "story.jsonl").c_str()});
    server_ = std::make_unique<HttpServer>(db_);
    port_ = Must(server_->Bind(0));
    thread_ = std::thread([this] { Must(server_->Run()); });
  }
  ~Served() {
    server_->Stop();
    thread_.join();
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  httplib::Client Client() const { return httplib::Client("127.0.0.1", port_); }
  int Port() const { return port_; }
  const std::string& Db() const { return db_; }

 private:
  TemporaryFolder folder_;
  std::string db_;
  std::unique_ptr<HttpServer> server_;
  int port_ = 0;
  std::thread thread_;
};

TEST_CASE("the API answers as the command line does") {
  const Served served;
  auto client = served.Client();
  const auto depth = client.Get("/api/depth?id=a%20b%26c");
  REQUIRE(depth);
  CHECK(depth->status == 200);
  CHECK(depth->get_header_value("Content-Type") == "application/json; charset=utf-8");
  CHECK(depth->body == Printed({"--db", served.Db().c_str(), "--json", "depth", "a b&c"}));
  const auto trace = client.Get("/api/trace?id=a%20b%26c&limit=1&list");
  CHECK(trace->body ==
        Printed({"--db", served.Db().c_str(), "--json", "trace", "a b&c", "--limit=1", "--list"}));
  const auto picture = client.Get("/api/picture?id=a%20b%26c&hops=1&direction=up");
  CHECK(Json::parse(picture->body)["nodes"].size() == 2);
  // An id that looks like an option is an id.
  CHECK(Json::parse(client.Get("/api/show?id=--help")->body)["node"]["id"] == "--help");
}

TEST_CASE("a store is served as it is when asked") {
  const Served served;
  auto client = served.Client();
  CHECK(Json::parse(client.Get("/api/stats")->body)["nodes"] != 0);
  const std::string before = client.Get("/api/find?text=leak")->body;
  Printed({"--db", served.Db().c_str(), "--quiet", "set", "a b&c", "title", "leak too"});
  CHECK(client.Get("/api/find?text=leak")->body != before);
}

TEST_CASE("what the API does not know is refused in one line, and nothing is read or written") {
  const Served served;
  auto client = served.Client();
  const auto refused = [&](const char* path, int status, const char* words) {
    INFO(path);
    const auto answer = client.Get(path);
    REQUIRE(answer);
    INFO(answer->body);
    CHECK(answer->status == status);
    CHECK(answer->body.find(words) != std::string::npos);
  };
  refused("/api/import?file=x", 404, "no answer is called");
  refused("/api/set?id=x", 404, "no answer is called");
  refused("/api/audit?file=/etc/passwd", 400, "takes no parameter");
  refused("/api/trace?id=a%20b%26c&db=/tmp/other", 400, "takes no parameter");
  refused("/api/trace", 400, "expected the parameter");
  refused("/api/trace?id=nobody", 400, "no node has the id");
  refused("/api/trace?id=a%20b%26c&limit=-1", 400, "--limit");
  refused("/api/../../etc/passwd", 404, "nothing is here");
  refused("/web/src/main.ts", 404, "nothing is here");
}

TEST_CASE("only its own host is answered, and only reading") {
  const Served served;
  auto client = served.Client();
  const std::string port = std::to_string(served.Port());
  for (const std::string& host : {std::string("evil.example"), "evil.example:" + port,
                                  std::string("127.0.0.1"), "127.0.0.1.evil.example:" + port}) {
    INFO(host);
    const auto answer = client.Get("/api/stats", httplib::Headers{{"Host", host}});
    REQUIRE(answer);
    CHECK(answer->status == 403);
  }
  CHECK(client.Get("/api/stats", httplib::Headers{{"Host", "localhost:" + port}})->status == 200);
  CHECK(client.Post("/api/stats", "x", "text/plain")->status == 405);
  CHECK(client.Delete("/api/stats")->status == 405);
}

TEST_CASE("requests are bounded") {
  const Served served;
  auto client = served.Client();
  CHECK(client.Get(("/api/show?id=" + std::string(20'000, 'x')).c_str())->status == 414);
}

TEST_CASE("no header makes an answer many times larger") {
  const Served served;
  auto client = served.Client();
  std::string ranges = "bytes=-";
  for (int i = 0; i < 3000; ++i) {
    ranges += ",-";
  }
  for (const std::string& range :
       {ranges, std::string("bytes=0-1"), std::string("bytes=0-,0-,0-")}) {
    for (const char* path : {"/", "/api/stats"}) {
      const auto answer = client.Get(path, httplib::Headers{{"Range", range}});
      REQUIRE(answer);
      CHECK(answer->status == 416);
      CHECK(answer->body.size() < 200 * range.size() + 1000);
    }
  }
}

TEST_CASE("what is asked for, whatever its bytes, is answered in JSON") {
  const Served served;
  auto client = served.Client();
  for (const char* path : {"/api/stats?%FF%1B[31m=1", "/api/show?id=%FF", "/api/show?id=%1B%0A%00",
                           "/api/audit?id=a%20b%26c&rule=%FE", "/api/log?since=%80%0D%0A"}) {
    INFO(path);
    const auto answer = client.Get(path);
    REQUIRE(answer);
    CHECK(answer->status == 400);
    for (const unsigned char c : Json::parse(answer->body)["error"].get<std::string>()) {
      CHECK(c >= 0x20);
    }
  }
}

TEST_CASE("a server ends while somebody keeps a connection open, and before anybody came") {
  auto served = std::make_unique<Served>();
  auto client = served->Client();
  client.set_keep_alive(true);
  REQUIRE(client.Get("/api/stats"));
  const auto begin = std::chrono::steady_clock::now();
  served.reset();
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
  for (int i = 0; i < 20; ++i) {
    const Served ended_at_once;
  }
}

TEST_CASE("a port that is taken is refused by name") {
  const Served served;
  HttpServer second("nowhere");
  const auto bound = second.Bind(served.Port());
  REQUIRE_FALSE(bound.has_value());
  CHECK(bound.error().message.starts_with("--port: "));
}

TEST_CASE("a store that is gone is said, and the server goes on") {
  const Answer answer = AnswerApi("/nowhere/db", "stats", {});
  CHECK(answer.status == 503);
  CHECK(Json::parse(answer.body)["error"].get<std::string>().starts_with("no store at"));
}

}  // namespace
}  // namespace stemma::testing
