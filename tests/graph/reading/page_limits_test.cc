// No page is so odd that it crashes the reader or keeps it busy for long.
#include "graph/reading/article.h"

#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using namespace std::string_literals;

const std::string kSentence = "This is a sentence that is long enough to be the text of a page.";

std::string Repeated(const std::string& piece, size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

// Of the processor, so that what else the machine does counts nothing.
double SecondsToRead(const std::string& page) {
  const std::clock_t start = std::clock();
  static_cast<void>(Must(ReadArticle(page)));
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST_CASE("100,000 nested elements are opened up, and the text inside is kept") {
  for (const std::string& tag :
       {"div"s,        "span"s,     "b"s,        "font size=1"s,    "ul><li"s, "table><tr><td"s,
        "blockquote"s, "q"s,        "section"s,  "form"s,           "button"s, "svg"s,
        "object"s,     "template"s, "select"s,   "custom-element"s, "dl><dd"s, "h1"s,
        "a href=x"s,   "iframe"s,   "noscript"s, "textarea"s,       "math"s,   "p"s,
        "i id=1"s}) {
    CAPTURE(tag);
    const Article article =
        Must(ReadArticle("<html>" + Repeated("<" + tag + ">", 100'000) + "</a>" + kSentence));
    const bool is_cut = std::any_of(
        article.notes.begin(), article.notes.end(),
        [](const auto& note) { return note.find("nested deeper") != std::string::npos; });
    CHECK((is_cut || article.text.find(kSentence) != std::string::npos));
  }
  const Article balanced = Must(ReadArticle("<html>" + Repeated("<div>", 100'000) + kSentence +
                                            Repeated("</div>", 100'000) + "<p>" + kSentence));
  CHECK(balanced.text == kSentence + "\n\n" + kSentence);
}

TEST_CASE("reading takes time in proportion to the page") {
  const std::vector<std::pair<std::string, std::function<std::string(size_t)>>> pages = {
      {"divs", [](size_t n) { return Repeated("<div>", n); }},
      {"formatting left open",
       [](size_t n) {
         std::string page;
         for (size_t i = 0; i < n; ++i) {
           page += "<b id=" + std::to_string(i) + "><p>";
         }
         return page;
       }},
      {"misnested", [](size_t n) { return Repeated("<i><div><a></i>x</div>", n); }},
      {"tables", [](size_t n) { return Repeated("<div><table><td></div>x", n); }},
      {"attributes",
       [](size_t n) {
         std::string page = "<div";
         for (size_t i = 0; i < n; ++i) {
           page += " a" + std::to_string(i) + "=1";
         }
         return page + ">";
       }},
      {"scripts that never end", [](size_t n) { return Repeated("<script><svg><iframe>", n); }},
      {"comments that never end", [](size_t n) { return Repeated("<!--x", n); }},
      {"quotes that never end", [](size_t n) { return Repeated("<a b='", n) + "<a c=\""; }},
      {"ampersands", [](size_t n) { return Repeated("&am", n); }},
      {"end tags", [](size_t n) { return Repeated("<div>", 190) + Repeated("</p></x></li>", n); }},
      {"classes", [](size_t n) { return "<p class='" + Repeated("a-b ", n) + "'>"; }},
      {"authors", [](size_t n) { return Repeated("<div itemprop=author>x", n); }},
      {"headings", [](size_t n) { return Repeated("<h1>x<div>", n); }}};
  for (const auto& [name, make] : pages) {
    CAPTURE(name);
    const double once = SecondsToRead("<html><body>" + make(10'000) + kSentence);
    const double eight_times = SecondsToRead("<html><body>" + make(80'000) + kSentence);
    // Linear would be 8, quadratic 64; what is too short to measure is short enough.
    CHECK(eight_times < 24 * once + 0.5);
  }
}

TEST_CASE("a text of one long line, and one of marks alone, are read") {
  CHECK(Must(ReadArticle(std::string(5'000'000, 'x'))).text.size() == 5'000'000);
  CHECK(Must(ReadArticle("<p>" + std::string(5'000'000, 'x'))).text.size() == 5'000'000);
  CHECK(Must(ReadArticle(std::string(100'000, '<'))).text.size() == 100'000);
}

TEST_CASE("the links of a page are places in its text, whatever the page is") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const std::vector<std::string> pieces = {"<p>",
                                           "</p>",
                                           "<a href=x>",
                                           "</a>",
                                           "<a href='http://e.example/é'>",
                                           "<div class=comments>",
                                           "<div>",
                                           "</div>",
                                           "<table>",
                                           "<td>",
                                           "<tr>",
                                           "</table>",
                                           "<b class=x>",
                                           "</b>",
                                           "<br>",
                                           "<q>",
                                           "</q>",
                                           "<ul><li>",
                                           "<script>",
                                           "</script>",
                                           "<!--",
                                           "-->",
                                           "<h1>",
                                           "<article>",
                                           "&amp;",
                                           "&#0;",
                                           "\0"s,
                                           "é",
                                           " ",
                                           "\n",
                                           "<svg>",
                                           "</svg>",
                                           "<template>",
                                           "<select>",
                                           "<option>",
                                           "<figure>",
                                           "<time datetime=2020>",
                                           "<title>",
                                           "</title>",
                                           "<meta name=author content=",
                                           "\"",
                                           "'",
                                           ">",
                                           kSentence,
                                           "This is it, he said.",
                                           "word",
                                           "<frameset>",
                                           "<base href=//e>",
                                           "<html lang=",
                                           "\xf0\x9f\x98\x80"};
  for (int round = 0; round < 300; ++round) {
    std::string page = "<html>";
    for (size_t i = random() % 200; i > 0; --i) {
      page += pieces[random() % pieces.size()];
    }
    CAPTURE(page);
    const Article article = Must(ReadArticle(page));
    for (const Link& link : article.links) {
      REQUIRE(link.span.begin <= link.span.end);
      REQUIRE(link.span.end <= article.text.size());
    }
    REQUIRE(article.text.find("\n\n\n") == std::string::npos);
    REQUIRE_FALSE(article.text.ends_with("\n"));
  }
}

}  // namespace
}  // namespace stemma::testing
