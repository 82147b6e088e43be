#include "graph/base/code_points.h"

#include <array>
#include <random>
#include <string>

#include <catch2/catch_all.hpp>

#include "graph/base/utf8.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

TEST_CASE("positions and bytes answer each other, over blocks and to the end") {
  std::mt19937_64 random(Seed());
  for (const size_t pieces : {0, 1, 50, 255, 256, 257, 2000}) {
    for (const bool is_ascii : {true, false}) {
      std::string text;
      for (size_t i = 0; i < pieces; ++i) {
        text += is_ascii ? "a" : std::array{"a", "é", "中", "😀"}[random() % 4];
      }
      const CodePoints code_points(text);
      size_t position = 0;
      for (size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
          continue;
        }
        REQUIRE(code_points.At(at) == position);
        REQUIRE(code_points.ByteOf(position) == at);
        ++position;
      }
      CHECK(position == CodePointCount(text) + 1);
      CHECK(code_points.ByteOf(position + 7) == text.size());
      const size_t third = position / 3;
      CHECK(code_points.Slice(third, 2 * third) == CodePointSlice(text, third, 2 * third));
      CHECK(code_points.Slice(position - 1, position - 1) == "");
      CHECK_FALSE(code_points.Slice(0, position).has_value());
      CHECK_FALSE(code_points.Slice(1, 0).has_value());
    }
  }
}

}  // namespace
}  // namespace stemma::testing
