// A connection to a server at this machine, over which any bytes can be sent, and what came back
// taken apart where it is an answer of HTTP/1.1.
#pragma once

#include <string>
#include <string_view>

namespace stemma::testing {

class HttpConnection {
 public:
  // Throws std::runtime_error when nobody listens.
  explicit HttpConnection(int port);
  ~HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  // As much of `bytes` as the other side takes; whether it took all.
  bool Send(std::string_view bytes) const;
  // Tells the other side that no more comes.
  void Cut() const;
  // What comes next, empty at the end.
  std::string Read() const;
  // All that comes until the other side ends it.
  std::string ReadAll() const;

 private:
  int socket_;
};

struct HttpAnswer {
  int status = 0;    // 0 when it is none
  std::string head;  // with the line of the status
  std::string body;
};

HttpAnswer ParseHttp(std::string_view bytes);
// Of a request whose head has "Host", "Connection: close" and `headers`, lines that end in CRLF.
HttpAnswer AskHttp(int port, std::string_view target, std::string_view method = "GET",
                   std::string_view headers = "");

}  // namespace stemma::testing
