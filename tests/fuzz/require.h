// What a fuzz target holds: a broken promise stops the program, so that the bytes that broke it are
// kept by whoever feeds it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace stemma::fuzz {

// `about` is what the promise was about: a message, an output.
inline void Require(bool promise, const char* what, const std::string& about = "") {
  if (!promise) {
    std::fprintf(stderr, "broken promise: %s\n%s\n", what, about.c_str());
    std::abort();
  }
}

// What somebody sees of a refusal is one line, that tells a terminal nothing.
inline void RequireLine(const std::string& message) {
  Require(!message.empty(), "a refusal says why");
  for (const char c : message) {
    const auto byte = static_cast<unsigned char>(c);
    Require(byte >= 0x20 && byte != 0x7F, "a message has no control characters", message);
  }
}

}  // namespace stemma::fuzz
