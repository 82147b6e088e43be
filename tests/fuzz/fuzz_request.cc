// Bytes as what somebody sends to `serve`: a request's target when they begin with "/", else all
// that goes over the connection. The answer is one of those that the server gives, a JSON answer is
// JSON, and the store is as it was.
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "cli/app.h"
#include "cli/serve/http_server.h"
#include "require.h"
#include "support/http_connection.h"
#include "support/must.h"
#include "support/temporary_folder.h"

namespace {

using stemma::fuzz::Require;

constexpr std::string_view kStory = R"({"node":"outlet","id":"o","name":"Gazette"}
{"node":"article","id":"a","title":"Storm \"<b>\"","date":"2020-03-01"}
{"node":"article","id":"a","text":"\"We were not warned\", said Ada Fenn."}
{"node":"article","id":"b","title":"Storm","text":"The Gazette wrote that nobody was warned."}
{"node":"document","id":"--help","title":"log"}
{"node":"quote","id":"q","text":"We were not warned"}
{"node":"claim","id":"c","text":"Nobody was warned"}
{"node":"speaker","id":"s","name":"Ada Fenn"}
{"edge":"published_by","from":"a","to":"o"}
{"edge":"quotes","from":"a","to":"q"}
{"edge":"spoken_by","from":"q","to":"s"}
{"edge":"states","from":"b","to":"c"}
{"edge":"derived_from","from":"b","to":"a","status":"inferred","confidence":0.5}
{"edge":"cites","from":"a","to":"--help"}
{"edge":"cites","from":"a","to":"b"}
)";

// A store, and a server of it, for as long as the program runs.
class Served {
 public:
  Served() : db_((folder_ / "db").string()) {
    std::signal(SIGPIPE, SIG_IGN);  // as RunServe does
    std::ofstream(folder_ / "story.jsonl") << kStory;
    const std::string story = (folder_ / "story.jsonl").string();
    const char* const words[] = {"stemma", "--quiet", "--db", db_.c_str(), "import", story.c_str()};
    std::ostringstream out;
    Require(stemma::RunApp(6, words, out, out) == 0, "the story is imported", out.str());
    server_ = std::make_unique<stemma::HttpServer>(db_);
    port_ = stemma::testing::Must(server_->Start(0));
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  int Port() const { return port_; }

  // All that comes back of a whole request, which says that it is the last. What may not be whole
  // `is_cut`: the server is told that nothing more comes, and then answers nothing.
  std::string Ask(std::string_view bytes, bool is_cut = false) const {
    const stemma::testing::HttpConnection connection(port_);
    connection.Send(bytes);
    if (is_cut) {
      connection.Cut();
    }
    return connection.ReadAll();
  }

 private:
  stemma::testing::TemporaryFolder folder_;
  std::string db_;
  std::unique_ptr<stemma::HttpServer> server_;
  int port_ = 0;
};

// What the target of a request comes to.
void RequireAnswer(const std::string& bytes) {
  const stemma::testing::HttpAnswer answer = stemma::testing::ParseHttp(bytes);
  const int status = answer.status;
  // 301: the library's newer version sends whoever prints "`" in a target to one without.
  Require(status == 200 || status == 301 || status == 400 || status == 404 || status == 414 ||
              status == 431 || status == 501,
          "a target is answered or refused", bytes);
  if (answer.head.find("application/json") == std::string::npos) {
    return;
  }
  const auto json = nlohmann::json::parse(answer.body, nullptr, /*allow_exceptions=*/false);
  Require(!json.is_discarded(), "a JSON answer is JSON", bytes);
  if (status != 200) {
    Require(json.contains("error") && json["error"].is_string(), "a refusal says why", bytes);
    stemma::fuzz::RequireLine(json["error"].get<std::string>());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Served served;
  static const std::string host = "127.0.0.1:" + std::to_string(served.Port());
  static const std::string stats =
      "GET /api/stats HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  const auto counts = [] { return stemma::testing::ParseHttp(served.Ask(stats)).body; };
  static const std::string before = counts();
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("/") && bytes.find_first_of(std::string("\r\n \t\0", 5)) == bytes.npos) {
    const std::string answer =
        served.Ask("GET " + bytes + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    // The library's older version ends a connection whose parameters take all its room.
    constexpr ptrdiff_t kParametersMax = 200;
    if (!answer.empty() || std::count(bytes.begin(), bytes.end(), '&') <= kParametersMax) {
      RequireAnswer(answer);
    }
  } else {
    // The host is not known to whoever wrote the bytes.
    std::string sent = bytes;
    const size_t named = sent.find("HOST");
    served.Ask(named == std::string::npos ? sent : sent.replace(named, 4, host), /*is_cut=*/true);
  }
  static uint64_t asked = 0;
  if (++asked % 16 == 0) {
    Require(counts() == before, "the store is as it was");
  }
  return 0;
}
