#include "cli/serve/http_server.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <utility>

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include "cli/page.h"
#include "cli/serve/api.h"

namespace stemma {
namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr unsigned kConnectionsMax = 16;    // each has a thread; more wait until one ends
constexpr ptrdiff_t kAnswersMax = 8;        // made at a time; each may read much of the store
constexpr size_t kRequestBytesMax = 32768;  // what the library holds of a connection's request
constexpr size_t kBodyBytesMax = 1024;      // no request needs a body
constexpr unsigned kSilenceSecondsMax = 5;  // from the other side, in or between requests

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kJson = "application/json; charset=utf-8";
constexpr const char* kPlain = "text/plain; charset=utf-8";

constexpr std::array<std::pair<const char*, const char*>, 5> kHeaders = {{
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
}};

struct Reply {
  unsigned status = MHD_HTTP_OK;
  const char* type = kPlain;
  std::string body;
};

Reply Refuse(unsigned status, const std::string& why) {
  return {status, kPlain, why + "\n"};
}

MHD_Result Send(MHD_Connection* connection, const Reply& reply) {
  const std::unique_ptr<MHD_Response, decltype(&MHD_destroy_response)> response(
      MHD_create_response_from_buffer(reply.body.size(), const_cast<char*>(reply.body.data()),
                                      MHD_RESPMEM_MUST_COPY),
      &MHD_destroy_response);
  if (response == nullptr) {
    return MHD_NO;
  }
  for (const auto& [name, value] : kHeaders) {
    MHD_add_response_header(response.get(), name, value);
  }
  MHD_add_response_header(response.get(), MHD_HTTP_HEADER_CONTENT_TYPE, reply.type);
  if (reply.status == MHD_HTTP_METHOD_NOT_ALLOWED) {
    MHD_add_response_header(response.get(), MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
  }
  return MHD_queue_response(connection, reply.status, response.get());
}

Parameters ParametersOf(MHD_Connection* connection) {
  Parameters parameters;
  const auto take = [](void* to, MHD_ValueKind, const char* name, size_t name_bytes,
                       const char* value, size_t value_bytes) {
    static_cast<Parameters*>(to)->emplace_back(
        std::string(name, name_bytes),
        value == nullptr ? std::string() : std::string(value, value_bytes));
    return MHD_YES;
  };
  MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, take, &parameters);
  return parameters;
}

// What follows "/api/", if it can be the name of an answer.
std::optional<std::string_view> ApiName(std::string_view path) {
  constexpr std::string_view kApi = "/api/";
  const std::string_view name = path.substr(std::min(path.size(), kApi.size()));
  const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '-';
  });
  return path.starts_with(kApi) && is_name ? std::optional(name) : std::nullopt;
}

// The requests under way, until no more are taken.
class Traffic {
 public:
  // Whether one more may begin.
  bool Begin() {
    const std::lock_guard lock(mutex_);
    under_way_ += is_over_ ? 0 : 1;
    return !is_over_;
  }

  void End() {
    const std::lock_guard lock(mutex_);
    --under_way_;
    has_ended_.notify_all();
  }

  // Takes no more, and waits for those that have begun.
  void Finish() {
    std::unique_lock lock(mutex_);
    is_over_ = true;
    has_ended_.wait(lock, [this] { return under_way_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable has_ended_;
  size_t under_way_ = 0;
  bool is_over_ = false;
};

// What is kept of a request from when its head is read until it is answered.
struct Exchange {
  size_t body_bytes = 0;
};

}  // namespace

struct HttpServer::Server {
  std::filesystem::path db;
  MHD_Daemon* daemon = nullptr;
  std::atomic<int> port = 0;  // known only once requests may come
  Traffic traffic;
  std::counting_semaphore<kAnswersMax> answers{kAnswersMax};

  bool IsOwnHost(const char* host) const {
    const std::string suffix = ":" + std::to_string(port);
    return host != nullptr && (host == kAddress + suffix || host == "localhost" + suffix);
  }

  static Reply AnswerPage() {
    auto page = PageWith(R"({"live":true})");
    if (!page.has_value()) {
      return Refuse(MHD_HTTP_NOT_IMPLEMENTED, page.error().message);
    }
    return {MHD_HTTP_OK, kHtml, std::move(*page)};
  }

  Reply Answer(MHD_Connection* connection, std::string_view path, std::string_view method) const {
    if (!IsOwnHost(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host"))) {
      return Refuse(MHD_HTTP_FORBIDDEN, "this server answers only as 127.0.0.1 or localhost");
    }
    if (method != "GET" && method != "HEAD") {
      return Refuse(MHD_HTTP_METHOD_NOT_ALLOWED, "this server is read, not written to");
    }
    if (path == "/") {
      return AnswerPage();
    }
    if (const auto name = ApiName(path)) {
      stemma::Answer answer = AnswerApi(db, *name, ParametersOf(connection));
      return {static_cast<unsigned>(answer.status), kJson, std::move(answer.body)};
    }
    return Refuse(MHD_HTTP_NOT_FOUND, "nothing is here");
  }

  // As many at a time as there may be. Nothing is thrown through the library, which is C.
  Reply AnswerInTurn(MHD_Connection* connection, std::string_view path, std::string_view method) {
    answers.acquire();
    Reply reply;
    try {
      reply = Answer(connection, path, method);
    } catch (const std::exception& error) {
      reply = Refuse(MHD_HTTP_INTERNAL_SERVER_ERROR, error.what());
    }
    answers.release();
    return reply;
  }

  // Called of a request when its head is read, with each part of its body, and at its end.
  static MHD_Result Handle(void* self, MHD_Connection* connection, const char* path,
                           const char* method, const char* /*version*/, const char* /*body*/,
                           size_t* body_bytes, void** state) {
    auto& server = *static_cast<Server*>(self);
    if (*state == nullptr) {
      if (!server.traffic.Begin()) {
        return MHD_NO;
      }
      *state = new Exchange;
      return MHD_YES;
    }
    auto& exchange = *static_cast<Exchange*>(*state);
    if (*body_bytes > 0) {
      exchange.body_bytes += std::exchange(*body_bytes, 0);
      return exchange.body_bytes <= kBodyBytesMax ? MHD_YES : MHD_NO;
    }
    return Send(connection, server.AnswerInTurn(connection, path, method));
  }

  static void Complete(void* self, MHD_Connection* /*connection*/, void** state,
                       MHD_RequestTerminationCode /*how*/) {
    if (*state != nullptr) {
      delete static_cast<Exchange*>(std::exchange(*state, nullptr));
      static_cast<Server*>(self)->traffic.End();
    }
  }
};

HttpServer::HttpServer(std::filesystem::path db) : server_(std::make_unique<Server>()) {
  server_->db = std::move(db);
}

HttpServer::~HttpServer() {
  Stop();
}

Result<int> HttpServer::Start(int port) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  server_->port = port;
  // Not epoll, by which the library does not see that the other side has ended a request midway.
  server_->daemon = MHD_start_daemon(
      MHD_USE_POLL | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_ITC, 0, nullptr, nullptr,
      &Server::Handle, server_.get(), MHD_OPTION_NOTIFY_COMPLETED, &Server::Complete, server_.get(),
      MHD_OPTION_SOCK_ADDR, reinterpret_cast<const sockaddr*>(&address),
      MHD_OPTION_CONNECTION_LIMIT, kConnectionsMax, MHD_OPTION_THREAD_POOL_SIZE, kConnectionsMax,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, kRequestBytesMax, MHD_OPTION_CONNECTION_TIMEOUT,
      kSilenceSecondsMax, MHD_OPTION_END);
  if (server_->daemon == nullptr) {
    return InvalidInput("--port: " + std::to_string(port) + " cannot be had on 127.0.0.1");
  }
  server_->port = MHD_get_daemon_info(server_->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
  return server_->port.load();
}

void HttpServer::Stop() {
  if (server_->daemon != nullptr) {
    server_->traffic.Finish();
    MHD_stop_daemon(std::exchange(server_->daemon, nullptr));
  }
}

}  // namespace stemma
