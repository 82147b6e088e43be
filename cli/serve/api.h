// The JSON API of `serve`: what a request asks, as the command that answers it.
//
// A request becomes a command line, and the answer is what that command prints with --json: one
// place decides what an answer is. Only named parameters become options, and values never do, so
// that no request reads a file or writes to the store.
//
// Source: docs/commands/serve.md. Thread safety: several calls at once.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stemma {

struct Answer {
  int status = 200;  // of HTTP
  std::string body;  // JSON
};

using Parameters = std::vector<std::pair<std::string, std::string>>;

// `name` is what follows "/api/": "trace", "picture". 400 with {"error"} for what the command
// refuses, 404 for a name that there is none of, 503 when the store cannot be read.
Answer AnswerApi(const std::filesystem::path& db, std::string_view name,
                 const Parameters& parameters);

}  // namespace stemma
