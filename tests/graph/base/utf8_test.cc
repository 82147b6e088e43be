#include "graph/base/utf8.h"

#include <string>

#include <catch2/catch_all.hpp>

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

}  // namespace
}  // namespace stemma::testing
