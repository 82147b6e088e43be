// Text comes out as it was written, whatever bytes it came in.
#include "graph/reading/article.h"

#include <string>
#include <string_view>

#include <catch2/catch_all.hpp>

#include "support/must.h"

namespace stemma::testing {
namespace {

using namespace std::string_literals;

std::string TextOf(const std::string& bytes) {
  return Must(ReadArticle(bytes)).text;
}

std::string ErrorOf(const std::string& bytes) {
  const Result<Article> article = ReadArticle(bytes);
  REQUIRE_FALSE(article.has_value());
  CHECK(article.error().code == ErrorCode::kInvalidInput);
  CHECK(article.error().message.find('\n') == std::string::npos);
  return article.error().message;
}

// Every other byte zero, as UTF-16 has it for ASCII.
std::string Utf16(std::string_view ascii, bool is_little) {
  std::string bytes;
  for (const char c : ascii) {
    bytes += is_little ? std::string{c, '\0'} : std::string{'\0', c};
  }
  return bytes;
}

TEST_CASE("plain text in UTF-8 is kept byte for byte") {
  for (const std::string& text :
       {""s, "\n"s, "One line\r\nand another\rand a last\n\n\n"s, "Œuvre « citée » – “so”\t…\n"s,
        "a\0b\0"s, "  <3 she said, a < b\n"s, "قالت: «نعم»\n"s, "Fish & chips &amp; peas"s}) {
    CAPTURE(text);
    const Article article = Must(ReadArticle(text));
    CHECK(article.text == text);
    CHECK_FALSE(article.is_html);
    CHECK(article.notes.empty());
  }
}

TEST_CASE("a byte-order mark is left out and believed") {
  CHECK(TextOf("\xef\xbb\xbf"
               "d\xc3\xa9j\xc3\xa0\n") == "déjà\n");
  CHECK(TextOf("\xff\xfe" + Utf16("Two words\n", true)) == "Two words\n");
  CHECK(TextOf("\xfe\xff" + Utf16("Two words\n", false)) == "Two words\n");
  CHECK(TextOf("\xff\xfe\0\0A\0\0\0"s) == "A");
}

TEST_CASE("UTF-16 without a mark is seen by its zero bytes") {
  const Article article = Must(ReadArticle(Utf16("The minister said nothing at all.\n", true)));
  CHECK(article.text == "The minister said nothing at all.\n");
  CHECK(article.notes == std::vector<std::string>{"the encoding was guessed: UTF-16LE"});
}

TEST_CASE("what a page declares of its encoding is believed") {
  const std::string words =
      "<p>La d\xe9put\xe9"
      "e a quitt\xe9 la salle avant le vote, dit le greffier.</p>";
  for (const std::string& declaration :
       {"<html><head><meta charset=\"iso-8859-1\">"s, "<html><head><META CHARSET = windows-1252 >"s,
        "<html><meta http-equiv=Content-Type content='text/html; charset=ISO-8859-15'>"s,
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html>"s}) {
    CAPTURE(declaration);
    const Article article = Must(ReadArticle(declaration + "<body>" + words));
    CHECK(article.text == "La députée a quitté la salle avant le vote, dit le greffier.");
    CHECK(article.notes.empty());
  }
  CHECK(TextOf("<html><meta charset=windows-1251><p>\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xf1\xea\xe0"
               "\xe7\xe0\xeb, \xf7\xf2\xee \xe2\xf1\xb8 \xf1\xef\xee\xea\xee\xe9\xed\xee.</p>") ==
        "Министр сказал, что всё спокойно.");
  CHECK(TextOf("<html><meta charset=Shift_JIS><p>\x83\x6a\x83\x85\x81\x5b\x83\x58\x82\xf0\x93\xc7"
               "\x82\xde\x81\x42</p>") == "ニュースを読む。");
}

TEST_CASE("Latin-1 means what browsers take it for, with its quotation marks") {
  CHECK(TextOf("<html><meta charset=iso-8859-1><p>\x93Nobody asked us,\x94 the clerk said.</p>") ==
        "“Nobody asked us,” the clerk said.");
}

TEST_CASE("bytes that are UTF-8 are read as that whatever the page declares") {
  const Article article =
      Must(ReadArticle("<html><meta charset=windows-1252><p>Le café était fermé ce matin.</p>"));
  CHECK(article.text == "Le café était fermé ce matin.");
  REQUIRE(article.notes.size() == 1);
  CHECK(article.notes[0].find("windows-1252") != std::string::npos);
}

TEST_CASE("an encoding that nobody declares is guessed, and the reader is told") {
  const Article article = Must(ReadArticle(
      "Le pr\xe9sident a d\xe9"
      "clar\xe9 que l'enqu\xeate \xe9tait termin\xe9"
      "e. \xab Tout est clair \xbb, a-t-il ajout\xe9, "
      "avant de quitter la salle o\xf9 les journalistes l'attendaient depuis le matin.\n"));
  CHECK(article.text.starts_with("Le président a déclaré que l'enquête était terminée. « Tout"));
  REQUIRE(article.notes.size() == 1);
  CHECK(article.notes[0].starts_with("the encoding was guessed: "));
}

TEST_CASE("UTF-8 with a damaged byte keeps all that is whole") {
  const std::string whole = "Déjà vu à l’été, où “l’œuvre” naît: éèêëàâîïôöûüç. ";
  const Article article = Must(ReadArticle(whole + whole + "\xff" + whole));
  CHECK(article.text == whole + whole + "\uFFFD" + whole);
  CHECK(article.notes.size() == 1);
}

TEST_CASE("files that are no text are refused by what they are") {
  CHECK(ErrorOf("PK\x03\x04\x14\0\0\0"s).find("ZIP") != std::string::npos);
  CHECK(ErrorOf("\x89PNG\r\n\x1a\n\0\0"s).find("PNG") != std::string::npos);
  CHECK(ErrorOf("%PDF-1.4\n%\xe2\xe3").find("PDF") != std::string::npos);
  CHECK(ErrorOf("\xff\xd8\xff\xe0\0\x10JFIF"s).find("JPEG") != std::string::npos);
  CHECK(ErrorOf(std::string(200, '\x01') + std::string(100, '\xfe')).find("control characters") !=
        std::string::npos);
}

TEST_CASE("zero bytes are kept in text and dropped from pages") {
  CHECK(TextOf("before\0after\n"s) == "before\0after\n"s);
  CHECK(TextOf("<p>The committee will meet ag\0ain on the first Monday of May.</p>"s) ==
        "The committee will meet again on the first Monday of May.");
}

}  // namespace
}  // namespace stemma::testing
