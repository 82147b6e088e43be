// The server is asked by several at once while another process imports: every answer is one state's
// whole, and the server holds on to nothing. STEMMA_LOAD_SECONDS goes on for so long.
#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "cli/serve/http_server.h"
#include "support/child_process.h"
#include "support/growing_story.h"
#include "support/how_often.h"
#include "support/http_connection.h"
#include "support/must.h"
#include "support/process_usage.h"
#include "support/temporary_folder.h"

namespace stemma::testing {
namespace {

using Json = nlohmann::json;

Json Answered(int port, const std::string& path) {
  const HttpAnswer answer = AskHttp(port, path);
  if (answer.status != 200) {
    throw std::runtime_error(path + ": " + std::to_string(answer.status) + " " + answer.body);
  }
  return Json::parse(answer.body);
}

// Asks about what is there now; later answers may be of a later state. Returns how many imports
// there were.
uint64_t Ask(int port) {
  const Json stats = Answered(port, "/api/stats");
  const uint64_t imports = StoryImports(stats["nodes"].get<uint64_t>());
  const GraphCounts counts = StoryCounts(imports);
  if (stats["edges"] != counts.edges || stats["assertions"] != counts.assertions) {
    throw std::runtime_error("stats counts a part of an import");
  }
  const std::string work = NewestStoryWork(imports);
  const Json depth = Answered(port, "/api/depth?id=" + work)["nodes"][0];
  const Json chain = Answered(port, "/api/trace?id=" + work + "&limit=1")["chains"][0];
  const uint64_t hops = NewestStoryDepth(imports);
  if (depth["min"] != hops || chain["hops"] != hops || chain["ends"] != "origin") {
    throw std::runtime_error("the chain of " + work + " is not whole");
  }
  if (Answered(port, "/api/show?id=" + work)["node"]["id"] != work) {
    throw std::runtime_error(work + " is another node");
  }
  return imports;
}

// Several clients, until `writer` ends. Returns what failed first, or nothing.
std::string AskMeanwhile(int port, ChildProcess& writer, std::atomic<uint64_t>& asked) {
  constexpr int kClients = 4;
  std::atomic<bool> is_over = false;
  std::mutex mutex;
  std::string failure;
  std::vector<std::thread> clients;
  for (int i = 0; i < kClients; ++i) {
    clients.emplace_back([&] {
      uint64_t seen = 0;
      try {
        do {
          const uint64_t imports = Ask(port);
          if (imports < seen) {
            throw std::runtime_error("a client saw fewer imports than before");
          }
          seen = imports;
          ++asked;
        } while (!is_over);
      } catch (const std::exception& error) {
        const std::lock_guard lock(mutex);
        failure = error.what();
      }
    });
  }
  writer.Lines();
  CHECK(writer.Wait() == 0);
  is_over = true;
  for (std::thread& client : clients) {
    client.join();
  }
  return failure;
}

TEST_CASE("a server that several ask while another process imports answers of whole imports") {
  const int seconds = HowOften("STEMMA_LOAD_SECONDS", 2);
  const TemporaryFolder folder;
  const std::string store = (folder / "db").string();
  const std::vector<std::string> some = {STEMMA_LOAD_CHILD, "write", store, "0"};
  REQUIRE(ChildProcess(some).Wait() == 0);
  const ProcessUsage before = UsageNow();
  HttpServer server(store);
  const int port = Must(server.Start(0));
  Ask(port);  // so that what is made once is made
  std::atomic<uint64_t> asked = 0;
  {
    ChildProcess writer({STEMMA_LOAD_CHILD, "write", store, std::to_string(seconds)});
    CHECK(AskMeanwhile(port, writer, asked) == "");
  }
  server.Stop();
  CHECK(asked > 0);
  constexpr uint64_t kCacheKib = uint64_t{256} << 10;  // of blocks, which all stores share
  constexpr uint64_t kGrownKib = uint64_t{64} << 10;
  const ProcessUsage usage = UsageNow();
  CHECK(usage.open_files == before.open_files);
  CHECK(usage.resident_kib < before.resident_kib + kCacheKib + kGrownKib);
  if (std::getenv("STEMMA_LOAD_SECONDS") != nullptr) {
    WARN(asked << " rounds; at the end " << usage.resident_kib << " KiB, " << usage.open_files
               << " files");
  }
}

}  // namespace
}  // namespace stemma::testing
