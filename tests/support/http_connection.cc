#include "support/http_connection.h"

#include <cerrno>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stemma::testing {
namespace {

// A fuzzer's clock interrupts whoever waits.
template <class Call>
ssize_t Uninterrupted(Call call) {
  ssize_t result = call();
  while (result < 0 && errno == EINTR) {
    result = call();
  }
  return result;
}

}  // namespace

HttpConnection::HttpConnection(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* where = reinterpret_cast<const sockaddr*>(&address);
  int result = connect(socket_, where, sizeof address);
  while (result != 0 && (errno == EINTR || errno == EALREADY)) {  // it goes on meanwhile
    result = connect(socket_, where, sizeof address);
  }
  if (result != 0 && errno != EISCONN) {
    close(socket_);
    throw std::runtime_error("nobody listens at port " + std::to_string(port));
  }
}

HttpConnection::~HttpConnection() {
  close(socket_);
}

bool HttpConnection::Send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent =
        Uninterrupted([&] { return send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); });
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

void HttpConnection::Cut() const {
  shutdown(socket_, SHUT_WR);
}

std::string HttpConnection::Read() const {
  char buffer[4096];
  const ssize_t got = Uninterrupted([&] { return recv(socket_, buffer, sizeof buffer, 0); });
  return got > 0 ? std::string(buffer, static_cast<size_t>(got)) : std::string();
}

std::string HttpConnection::ReadAll() const {
  std::string all;
  for (std::string next = Read(); !next.empty(); next = Read()) {
    all += next;
  }
  return all;
}

HttpAnswer ParseHttp(std::string_view bytes) {
  constexpr std::string_view kVersion = "HTTP/1.1 ";
  const size_t end = bytes.find("\r\n\r\n");
  HttpAnswer answer;
  if (!bytes.starts_with(kVersion) || end == std::string_view::npos) {
    return answer;
  }
  const char* status = bytes.data() + kVersion.size();
  std::from_chars(status, bytes.data() + end, answer.status);
  answer.head = bytes.substr(0, end);
  answer.body = bytes.substr(end + 4);
  return answer;
}

HttpAnswer AskHttp(int port, std::string_view target, std::string_view method,
                   std::string_view headers) {
  std::string request = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\n";
  if (headers.find("Host: ") == std::string_view::npos) {
    request += "Host: 127.0.0.1:" + std::to_string(port) + "\r\n";
  }
  request += std::string(headers) + "Connection: close\r\n\r\n";
  const HttpConnection connection(port);
  connection.Send(request);
  return ParseHttp(connection.ReadAll());
}

}  // namespace stemma::testing
