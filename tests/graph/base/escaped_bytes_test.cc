#include "graph/base/escaped_bytes.h"

#include <random>
#include <string>

#include <catch2/catch_all.hpp>

#include "support/seed.h"

namespace stemma::testing {
namespace {

bool IsLower(unsigned char byte) {
  return byte >= 'a' && byte <= 'z';
}

TEST_CASE("escaped bytes are a mark and two digits, and come back in either case") {
  CHECK(EscapeBytes("a b%", '%', IsLower) == "a%20b%25");
  CHECK(EscapeBytes("\xFF", '_', IsLower) == "_FF");
  CHECK(UnescapeBytes("a%20b%2f", '%') == "a b/");
}

TEST_CASE("a mark without two digits behind it stays") {
  CHECK(UnescapeBytes("%", '%') == "%");
  CHECK(UnescapeBytes("%2", '%') == "%2");
  CHECK(UnescapeBytes("%2g%-1% 1", '%') == "%2g%-1% 1");
}

TEST_CASE("whatever is escaped comes back") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (size_t size = random() % 20; size > 0; --size) {
      text += static_cast<char>(random() % 256);
    }
    CHECK(UnescapeBytes(EscapeBytes(text, '_', IsLower), '_') == text);
  }
}

}  // namespace
}  // namespace stemma::testing
