// What the server answers, to whom, and that it ends.
#include "cli/serve/http_server.h"

#include <chrono>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "cli/app.h"
#include "cli/serve/api.h"
#include "support/http_connection.h"
#include "support/must.h"
#include "support/peak_memory.h"
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
    port_ = Must(server_->Start(0));
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  HttpAnswer Get(const std::string& target, const std::string& headers = "") const {
    return AskHttp(port_, target, "GET", headers);
  }
  int Port() const { return port_; }
  const std::string& Db() const { return db_; }

 private:
  TemporaryFolder folder_;
  std::string db_;
  std::unique_ptr<HttpServer> server_;
  int port_ = 0;
};

// All that comes back of `bytes`.
std::string Sent(const Served& served, const std::string& bytes) {
  const HttpConnection connection(served.Port());
  connection.Send(bytes);
  return connection.ReadAll();
}

// Whether the server ends a request that goes on with `again` before 256 MiB of it.
bool SentWithoutEnd(const Served& served, const std::string& begin, std::string_view again) {
  constexpr size_t kPartBytes = size_t{1} << 20;
  constexpr int kParts = 256;
  std::string part;
  while (part.size() < kPartBytes) {
    part += again;
  }
  const HttpConnection connection(served.Port());
  bool goes_on = connection.Send(begin);
  for (int i = 0; goes_on && i < kParts; ++i) {
    goes_on = connection.Send(part);
  }
  return !goes_on;
}

TEST_CASE("the API answers as the command line does") {
  const Served served;
  const auto depth = served.Get("/api/depth?id=a%20b%26c");
  CHECK(depth.status == 200);
  CHECK(depth.head.find("Content-Type: application/json; charset=utf-8\r\n") != std::string::npos);
  CHECK(depth.body == Printed({"--db", served.Db().c_str(), "--json", "depth", "a b&c"}));
  const auto trace = served.Get("/api/trace?id=a%20b%26c&limit=1&list");
  CHECK(trace.body ==
        Printed({"--db", served.Db().c_str(), "--json", "trace", "a b&c", "--limit=1", "--list"}));
  const auto picture = served.Get("/api/picture?id=a%20b%26c&hops=1&direction=up");
  CHECK(Json::parse(picture.body)["nodes"].size() == 2);
  // An id that looks like an option is an id.
  CHECK(Json::parse(served.Get("/api/show?id=--help").body)["node"]["id"] == "--help");
}

TEST_CASE("a store is served as it is when asked") {
  const Served served;
  CHECK(Json::parse(served.Get("/api/stats").body)["nodes"] != 0);
  const std::string before = served.Get("/api/find?text=leak").body;
  Printed({"--db", served.Db().c_str(), "--quiet", "set", "a b&c", "title", "leak too"});
  CHECK(served.Get("/api/find?text=leak").body != before);
}

TEST_CASE("what the API does not know is refused in one line, and nothing is read or written") {
  const Served served;
  const auto refused = [&](const char* path, int status, const char* words) {
    INFO(path);
    const auto answer = served.Get(path);
    INFO(answer.body);
    CHECK(answer.status == status);
    CHECK(answer.body.find(words) != std::string::npos);
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
  const std::string port = std::to_string(served.Port());
  for (const std::string& host : {std::string("evil.example"), "evil.example:" + port,
                                  std::string("127.0.0.1"), "127.0.0.1.evil.example:" + port}) {
    INFO(host);
    const auto answer = served.Get("/api/stats", "Host: " + host + "\r\n");
    CHECK(answer.status == 403);
  }
  CHECK(served.Get("/api/stats", "Host: localhost:" + port + "\r\n").status == 200);
  CHECK(AskHttp(served.Port(), "/api/stats", "DELETE").status == 405);
  const std::string posted = "POST /api/stats HTTP/1.1\r\nHost: localhost:" + port +
                             "\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx";
  const HttpAnswer answer = ParseHttp(Sent(served, posted));
  CHECK(answer.status == 405);
  CHECK(answer.head.find("Allow: GET, HEAD") != std::string::npos);
  CHECK(AskHttp(served.Port(), "/api/stats", "HEAD").body.empty());
}

TEST_CASE("requests are bounded, however they go on") {
  const Served served;
  CHECK(served.Get("/api/show?id=" + std::string(40'000, 'x')).status == 414);
  const std::string head =
      "GET /api/stats HTTP/1.1\r\nHost: localhost:" + std::to_string(served.Port()) +
      "\r\nConnection: close\r\n";
  const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
  constexpr long kMibMax = 32;  // of the hundreds that are sent
  const PeakMemory memory;
  CHECK(SentWithoutEnd(served, head, "a:b\r\n"));
  CHECK(SentWithoutEnd(served, head, "a"));
  CHECK(SentWithoutEnd(served, head + "Content-Length: 999999999\r\n\r\n", "a"));
  CHECK(SentWithoutEnd(served, chunked, "1\r\na\r\n"));
  CHECK(SentWithoutEnd(served, chunked, "1"));
  CHECK(SentWithoutEnd(served, chunked + "0\r\n", "a:b\r\n"));
  CHECK(memory.Growth() < kMibMax);
  CHECK(ParseHttp(Sent(served, head + "Content-Length: 5\r\n\r\nhello")).status == 200);
}

TEST_CASE("who comes while others hold all connections waits, and is answered") {
  const Served served;
  constexpr int kMoreThanHeld = 20;
  std::vector<std::unique_ptr<HttpConnection>> idle;
  for (int i = 0; i < kMoreThanHeld; ++i) {
    idle.push_back(std::make_unique<HttpConnection>(served.Port()));
  }
  CHECK(served.Get("/api/stats").status == 200);
}

TEST_CASE("no header makes an answer many times larger") {
  const Served served;
  std::string ranges = "bytes=-";
  for (int i = 0; i < 3000; ++i) {
    ranges += ",-";
  }
  for (const char* path : {"/", "/api/stats"}) {
    const HttpAnswer whole = served.Get(path);
    for (const std::string& range :
         {ranges, std::string("bytes=0-1"), std::string("bytes=0-,0-,0-")}) {
      const HttpAnswer answer = served.Get(path, "Range: " + range + "\r\n");
      CHECK(answer.status == whole.status);  // RFC 9110 14.2: a range may be ignored
      CHECK(answer.body == whole.body);
    }
  }
}

TEST_CASE("what is asked for, whatever its bytes, is answered in JSON") {
  const Served served;
  for (const char* path : {"/api/stats?%FF%1B[31m=1", "/api/show?id=%FF", "/api/show?id=%1B%0A%00",
                           "/api/audit?id=a%20b%26c&rule=%FE", "/api/log?since=%80%0D%0A"}) {
    INFO(path);
    const auto answer = served.Get(path);
    CHECK(answer.status == 400);
    for (const unsigned char c : Json::parse(answer.body)["error"].get<std::string>()) {
      CHECK(c >= 0x20);
    }
  }
}

TEST_CASE("a server ends while somebody keeps a connection open, and before anybody came") {
  auto served = std::make_unique<Served>();
  const HttpConnection idle(served->Port());
  const HttpConnection kept(served->Port());
  kept.Send("GET /api/stats HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(served->Port()) +
            "\r\n\r\n");
  REQUIRE(kept.Read().starts_with("HTTP/1.1 200"));
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
  const auto bound = second.Start(served.Port());
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
