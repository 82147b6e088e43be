// Result<T>: a value or an Error, for whatever input or disk can cause.
//
// It derives from tl::expected instead of naming it, because only a class can be [[nodiscard]]:
// an Error that nobody looks at is then a warning, and warnings fail the build.
// Ordinary absence is std::optional, a broken promise of our own code is an assert.
//
// Source: WG21 P0323R12 (std::expected), as in libexpected.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace stemma {

enum class ErrorCode {
  kInvalidInput,  // what the user gave cannot be used: exit 2
  kNotFound,      // an id, a store or a file is not there
  kCorruption,    // the store contradicts itself: exit 3
  kIo,            // the operating system refused: exit 3
  kLocked,        // another process writes to the store: exit 3
  kUnsupported,   // a newer format than this program knows: exit 3
};

struct Error {
  ErrorCode code = ErrorCode::kInvalidInput;
  std::string message;  // one line, no full stop, for a person
};

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

using Status = Result<void>;

inline tl::unexpected<Error> Fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}
inline tl::unexpected<Error> InvalidInput(std::string message) {
  return Fail(ErrorCode::kInvalidInput, std::move(message));
}

}  // namespace stemma

#define STEMMA_CONCAT_INNER(a, b) a##b
#define STEMMA_CONCAT(a, b) STEMMA_CONCAT_INNER(a, b)

// Returns the Error of `expression` from the enclosing function, if it has one.
#define STEMMA_TRY(expression)                                                  \
  do {                                                                          \
    if (auto stemma_status = (expression); !stemma_status.has_value()) {        \
      return tl::unexpected<::stemma::Error>(std::move(stemma_status).error()); \
    }                                                                           \
  } while (false)

// Declares `declaration` with the value of `expression`, or returns its Error.
#define STEMMA_ASSIGN(declaration, expression) \
  STEMMA_ASSIGN_INNER(STEMMA_CONCAT(stemma_result_, __LINE__), declaration, expression)
#define STEMMA_ASSIGN_INNER(result, declaration, expression)           \
  auto result = (expression);                                          \
  if (!result.has_value()) {                                           \
    return tl::unexpected<::stemma::Error>(std::move(result).error()); \
  }                                                                    \
  declaration = *std::move(result)
