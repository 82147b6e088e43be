// A small HTTP server of the page and the JSON API, for one person at this machine.
//
// It listens on the loopback address alone, answers GET and HEAD, and only requests whose Host is
// its own, so that a page from elsewhere cannot reach the store through a name that leads here.
// It has no files: the page is part of the program. What a request says takes 32 KiB at most, be
// it headers without end; 16 connections are held, and 8 requests answered, at a time.
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

  // Takes a port of 127.0.0.1, returns its number and serves from then on, in threads of its own; 0
  // takes any that is free. To be called once. InvalidInput when the port cannot be had.
  Result<int> Start(int port);
  // Takes no more requests, and returns when those under way are answered.
  void Stop();

 private:
  struct Server;
  std::unique_ptr<Server> server_;
};

}  // namespace stemma
