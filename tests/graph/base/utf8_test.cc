#include "graph/base/utf8.h"

#include <random>
#include <string>

#include <catch2/catch_all.hpp>

#include "support/seed.h"

namespace stemma::testing {
namespace {

TEST_CASE("positions are code points, not bytes") {
  const std::string text = "a é 中 😀!";
  CHECK(CodePointCount(text) == 8);
  CHECK(CodePointSlice(text, 2, 3) == "é");
  CHECK(CodePointSlice(text, 4, 5) == "中");
  CHECK(CodePointSlice(text, 6, 8) == "😀!");
  CHECK(CodePointSlice(text, 8, 8) == "");
  CHECK_FALSE(CodePointSlice(text, 6, 9).has_value());
  CHECK_FALSE(CodePointSlice(text, 3, 2).has_value());
}

TEST_CASE("ill-formed UTF-8 is found where it begins") {
  CHECK_FALSE(FirstInvalidUtf8("é中😀").has_value());
  CHECK(FirstInvalidUtf8("ab\xC3(") == 2);
  CHECK(FirstInvalidUtf8("\xED\xA0\x80") == 0);       // a surrogate
  CHECK(FirstInvalidUtf8("\xC0\xAF") == 0);           // longer than need be
  CHECK(FirstInvalidUtf8("a\xF4\x90\x80\x80") == 1);  // beyond U+10FFFF
  CHECK(FirstInvalidUtf8("a\xE4\xB8") == 1);          // cut off
  CHECK(FirstInvalidUtf8("twelve bytes\x80 and more") == 12);
  CHECK_FALSE(FirstInvalidUtf8("").has_value());
}

TEST_CASE("the ASCII that a text begins with is counted to the byte") {
  for (size_t size = 0; size < 20; ++size) {
    const std::string ascii(size, 'a');
    CHECK(AsciiPrefix(ascii) == size);
    CHECK(AsciiPrefix(ascii + "é and more") == size);
  }
}

TEST_CASE("widths are those of a terminal") {
  CHECK(DisplayWidth("abc") == 3);
  CHECK(DisplayWidth("中文") == 4);
  CHECK(DisplayWidth("e\xCC\x81") == 1);
  CHECK(TruncateToWidth("abcdef", 4) == "abc…");
  CHECK(TruncateToWidth("中文字", 4) == "中…");
  CHECK(TruncateToWidth("abcd", 4) == "abcd");
}

TEST_CASE("names that a reader takes for the same fold to the same") {
  CHECK(FoldName("Zürich  Tages-Anzeiger") == FoldName("zurich tages-anzeiger"));
  CHECK(FoldName("L’Équipe") == FoldName("l'equipe"));
  CHECK(FoldName("ＡＦＰ") == FoldName("afp"));
  CHECK(FoldName("Straße") == FoldName("STRASSE"));
  CHECK(FoldName("FIJI") != FoldName("ICIJ"));
}

TEST_CASE("words are those of the script") {
  CHECK(FoldedWords("“Le Drian”, said AFP.") ==
        std::vector<std::string>{"le", "drian", "said", "afp"});
  CHECK(FoldedWords("جان لودريان").size() == 2);
  CHECK(FoldedWords("… — !").empty());
}

TEST_CASE("words of plain ASCII are those that ICU finds") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const std::string common = "aZ09_ .,:;'-/\"a1";
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (size_t length = random() % 16; length > 0; --length) {
      text +=
          random() % 4 == 0 ? static_cast<char>(random() % 128) : common[random() % common.size()];
    }
    // A word beyond ASCII, set apart by a space, leaves the text to ICU and the other words alone.
    std::vector<std::string> expected = FoldedWords(text + " é");
    REQUIRE_FALSE(expected.empty());
    CHECK(expected.back() == "e");
    expected.pop_back();
    INFO(text);
    CHECK(FoldedWords(text) == expected);
  }
}

TEST_CASE("names of plain ASCII fold as they do beside any other letter") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 20000; ++i) {
    std::string text = "x";
    for (size_t length = random() % 16; length > 0; --length) {
      text += random() % 3 == 0 ? ' ' : static_cast<char>(random() % 128);
    }
    INFO(text);
    CHECK(FoldName(text + "x") + "e" == FoldName(text + "xé"));
  }
}

}  // namespace
}  // namespace stemma::testing
