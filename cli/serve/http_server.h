// A small HTTP server of the page and the JSON API, for one person at this machine.
//
// It listens on the loopback address alone, answers GET and HEAD, and only requests whose Host is
// its own, so that a page from elsewhere cannot reach the store through a name that leads here.
// It has no files: the page is part of the program.
//
// Source: RFC 9110; docs/commands/serve.md. Thread safety: Stop() from any thread.
#pragma once

#include <filesystem>
#include <memory>

#include "graph/base/result.h"

namespace stemma {

class HttpServer {
 public:
  // Of the store at `db`, which each request reads as it is then.
  explicit HttpServer(std::filesystem::path db);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // Takes a port of 127.0.0.1, and returns its number; 0 takes any that is free. InvalidInput when
  // it cannot be had.
  Result<int> Bind(int port);
  // Serves until Stop(); requests under way are answered. Io when it cannot go on.
  Status Run();
  // To be called once Run() is on its way, even just so, and once only.
  void Stop();

 private:
  struct Server;
  std::unique_ptr<Server> server_;
};

}  // namespace stemma
