#include "cli/serve/http_server.h"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include <httplib.h>

#include "cli/page.h"
#include "cli/serve/api.h"

namespace stemma {
namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr int kThreads = 8;
constexpr size_t kBodyBytesMax = 1024;  // no request needs a body
constexpr time_t kReadTimeoutSeconds = 5;
constexpr time_t kWriteTimeoutSeconds = 30;
constexpr time_t kKeepAliveSeconds = 2;  // which Stop() may have to wait for

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kJson = "application/json; charset=utf-8";

void Refuse(httplib::Response& response, int status, const std::string& why) {
  response.status = status;
  response.set_content(why + "\n", "text/plain; charset=utf-8");
}

}  // namespace

struct HttpServer::Server {
  std::filesystem::path db;
  httplib::Server http;
  int port = 0;
  std::atomic<bool> is_to_stop = false;
  std::atomic<bool> has_ended = false;

  bool IsOwnHost(const std::string& host) const {
    const std::string suffix = ":" + std::to_string(port);
    return host == kAddress + suffix || host == "localhost" + suffix;
  }

  // Whether the request may be answered; otherwise it is refused.
  bool Check(const httplib::Request& request, httplib::Response& response) const {
    if (!IsOwnHost(request.get_header_value("Host"))) {
      Refuse(response, 403, "this server answers only as 127.0.0.1 or localhost");
      return false;
    }
    if (request.method != "GET" && request.method != "HEAD") {
      response.set_header("Allow", "GET, HEAD");
      Refuse(response, 405, "this server is read, not written to");
      return false;
    }
    // The library would put together as many parts as a header can name, the whole page each: 2 GB.
    if (request.has_header("Range")) {
      Refuse(response, 416, "this server sends no parts");
      return false;
    }
    return true;
  }

  void AnswerPage(httplib::Response& response) const {
    auto page = PageWith(R"({"live":true})");
    if (!page.has_value()) {
      Refuse(response, 501, page.error().message);
      return;
    }
    response.set_content(*page, kHtml);
  }

  void AnswerJson(const httplib::Request& request, httplib::Response& response) const {
    const Parameters parameters(request.params.begin(), request.params.end());
    const std::string name = request.matches[1];
    const Answer answer = AnswerApi(db, name, parameters);
    response.status = answer.status;
    response.set_content(answer.body, kJson);
  }

  void Route() {
    http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    http.set_payload_max_length(kBodyBytesMax);
    http.set_read_timeout(kReadTimeoutSeconds);
    http.set_write_timeout(kWriteTimeoutSeconds);
    http.set_keep_alive_timeout(kKeepAliveSeconds);
    // Not the library's own, which let a second server share the port.
    http.set_socket_options([](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    });
    http.set_default_headers({{"Cache-Control", "no-store"},
                              {"X-Content-Type-Options", "nosniff"},
                              {"X-Frame-Options", "DENY"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Referrer-Policy", "no-referrer"}});
    http.set_pre_routing_handler([this](const auto& request, auto& response) {
      return Check(request, response) ? httplib::Server::HandlerResponse::Unhandled
                                      : httplib::Server::HandlerResponse::Handled;
    });
    http.Get("/", [this](const auto&, auto& response) { AnswerPage(response); });
    http.Get(R"(/api/([a-z-]+))",
             [this](const auto& request, auto& response) { AnswerJson(request, response); });
    http.set_error_handler([](const auto&, auto& response) {
      if (response.body.empty()) {
        response.set_content("nothing is here\n", "text/plain; charset=utf-8");
      }
    });
  }
};

HttpServer::HttpServer(std::filesystem::path db) : server_(std::make_unique<Server>()) {
  server_->db = std::move(db);
  server_->Route();
}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::Bind(int port) {
  if (port == 0) {
    server_->port = server_->http.bind_to_any_port(kAddress);
  } else if (server_->http.bind_to_port(kAddress, port)) {
    server_->port = port;
  } else {
    server_->port = -1;
  }
  if (server_->port <= 0) {
    return InvalidInput("--port: " + std::to_string(port) + " cannot be had on 127.0.0.1");
  }
  return server_->port;
}

Status HttpServer::Run() {
  const bool ended_well = server_->is_to_stop || server_->http.listen_after_bind();
  server_->has_ended = true;
  return ended_well ? Status() : Fail(ErrorCode::kIo, "the server cannot go on listening");
}

// The library takes no notice of a stop before it has begun.
void HttpServer::Stop() {
  server_->is_to_stop = true;
  while (!server_->has_ended && !server_->http.is_running()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  server_->http.stop();
}

}  // namespace stemma
