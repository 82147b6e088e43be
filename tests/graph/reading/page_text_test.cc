// Of a page the article is kept, and what stands around it is not.
#include "graph/reading/article.h"

#include <string>
#include <string_view>

#include <catch2/catch_all.hpp>

#include "support/must.h"

namespace stemma::testing {
namespace {

using namespace std::string_literals;

constexpr std::string_view kFirst =
    "The harbour board voted on Tuesday to close the old ferry pier, a year after engineers found "
    "cracks in its piles.";
constexpr std::string_view kSecond =
    "“We looked at every other way,” said Ada Brandt, who chairs the board, adding that repairs "
    "would cost more than a new pier.";
constexpr std::string_view kThird =
    "Boats will leave from the north quay until then, and fishermen will keep their berths.";

std::string Article3() {
  return "<p>" + std::string(kFirst) + "</p><p>" + std::string(kSecond) + "</p><p>" +
         std::string(kThird) + "</p>";
}

std::string Text3() {
  return std::string(kFirst) + "\n\n" + std::string(kSecond) + "\n\n" + std::string(kThird);
}

std::string TextOf(const std::string& page) {
  const Article article = Must(ReadArticle(page));
  CHECK(article.is_html);
  return article.text;
}

TEST_CASE("navigation, comments, captions and related links are left out") {
  const std::string page =
      "<!DOCTYPE html><html><head><title>Pier</title><style>p {color: red}</style></head><body>"
      "<nav><ul><li><a href=/>Home</a><li><a href=/sport>Sport</a></ul></nav>"
      "<article><header><h1>Pier to close</h1><p class=byline>By Jo March</p></header>"
      "<figure><img src=a.jpg><figcaption>The pier as it was in the summer of last year, seen from "
      "the lighthouse.</figcaption></figure>" +
      Article3() +
      "<script>var text = '<p>It never was a text that anybody should read, long as it is.</p>'"
      "</script><aside class=related-links><p><a href=/b>Other piers that were closed in the last "
      "ten years, and why nobody missed them</a></p></aside></article>"
      "<div id=comments><h2>2 comments</h2><div class=comment><p>I have always said that this pier "
      "would not last, and nobody listened to me at the time.</p></div><div class=comment><p>It is "
      "a shame, my grandfather built it with his own hands and two friends.</p></div></div>"
      "<footer><p>All the news of the harbour since 1911, every day but on Sundays and feasts.</p>"
      "</footer></body></html>";
  CHECK(TextOf(page) == Text3());
}

TEST_CASE("comments longer than the article are still none of it") {
  std::string comments;
  for (int i = 0; i < 40; ++i) {
    comments +=
        "<li><p>I read this twice, and I cannot see how it would help anybody who lives "
        "here, number " +
        std::to_string(i) + ".</p></li>";
  }
  CHECK(TextOf("<html><body><div class=story>" + Article3() + "</div><section class=comments><ol>" +
               comments + "</ol></section></body></html>") == Text3());
}

TEST_CASE("a page of plain elements gives its paragraphs, parted by empty lines") {
  CHECK(TextOf("<html><body><div><a href=/>Home</a> <a href=/a>About</a></div><div>" + Article3() +
               "</div></body></html>") == Text3());
}

TEST_CASE("white space is folded and entities are decoded") {
  CHECK(TextOf("<html><body><p>The   firm&rsquo;s\n\tboard &ldquo;met&rdquo;&nbsp;in caf&eacute;s "
               "&amp; halls &#8212; for &#x20AC;5, it said.</p></body></html>") ==
        "The firm’s board “met” in cafés & halls — for €5, it said.");
}

TEST_CASE("words are not torn at inline elements, nor joined across blocks") {
  CHECK(
      TextOf("<body><p>An <b>inter</b>national <i>team</i> of <a href=/x>seven</a>, it is said, "
             "went.</p><div>They came back<br>in the spring of that year.</div>") ==
      "An international team of seven, it is said, went.\n\nThey came back\nin the spring of that "
      "year.");
}

TEST_CASE("two line breaks part paragraphs") {
  CHECK(TextOf("<body><div>" + std::string(kFirst) + "<br><br>" + std::string(kSecond) +
               "<br>&nbsp;<br>" + std::string(kThird) + "</div>") == Text3());
}

TEST_CASE("quotation elements get the marks that browsers draw") {
  CHECK(TextOf("<body><p>The clerk said <q>the door was never locked</q> and left the room.</p>") ==
        "The clerk said “the door was never locked” and left the room.");
}

TEST_CASE("subheadings and lists between paragraphs stay where they are") {
  CHECK(TextOf("<body><main><p>" + std::string(kFirst) +
               "</p><h2>What it costs</h2><ul><li>piles"
               "</li><li>planks</li></ul><p>" +
               std::string(kSecond) + "</p></main>") ==
        std::string(kFirst) + "\n\nWhat it costs\n\npiles\n\nplanks\n\n" + std::string(kSecond));
}

TEST_CASE("a sentence that is linked for the most part is still one of the article") {
  const std::string linked =
      "An engineer's report that the board had kept to itself for a whole year was published";
  CHECK(TextOf("<body><div><p><a href=/report>" + linked +
               "</a> by a local paper on Monday, after a long quarrel.</p>" + Article3() +
               "<p><a href=/more>" + linked + "</a></p></div>") ==
        linked + " by a local paper on Monday, after a long quarrel.\n\n" + Text3());
}

TEST_CASE("a block quotation is a part of the article, and so is a post quoted from elsewhere") {
  const std::string post = "We will be at the quay at noon, bring a coat.";
  CHECK(TextOf("<body><article><p>" + std::string(kFirst) +
               "</p><div class=social-embed><blockquote><p>" + post + "</p></blockquote></div><p>" +
               std::string(kSecond) + "</p></article>") ==
        std::string(kFirst) + "\n\n" + post + "\n\n" + std::string(kSecond));
}

TEST_CASE("a class that speaks of the whole page's layout hides nothing") {
  for (const std::string& name : {"has-sidebar"s, "content-with-sidebar"s, "no-comments"s,
                                  "l-sidebar-fixed"s, "tag-harbour"s}) {
    CAPTURE(name);
    CHECK(TextOf("<body class='" + name + "'><div class='" + name + "'>" + Article3() + "</div>") ==
          Text3());
  }
}

TEST_CASE("hidden copies of a text are left out") {
  CHECK(
      TextOf("<body><div>" + Article3() +
             "</div><div style='display: none' itemscope><div "
             "itemprop=articleBody>" +
             std::string(kFirst) + " " + std::string(kSecond) +
             "</div></div><p hidden>Please turn on scripts to go on reading this newspaper.</p>") ==
      Text3());
}

TEST_CASE("the text that a page's own data has decides which blocks are the article") {
  const std::string teaser =
      "<p>In other news, the town hall clock has been repaired after eleven "
      "years, and it strikes again on the hour.</p>";
  CHECK(TextOf("<body><script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
               "\"articleBody\": \"" +
               std::string(kFirst) + "\\n" + std::string(kSecond) + " " + std::string(kThird) +
               "\"}</script><div>" + teaser + teaser + Article3() + teaser + "</div>") == Text3());
}

TEST_CASE("page data about another text is not followed") {
  std::string other;
  for (int i = 0; i < 20; ++i) {
    other += "This summary has nothing to do with the page at all. ";
  }
  CHECK(
      TextOf("<body><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":"
             "\"" +
             other + "\"}</script>" + Article3()) == Text3());
}

TEST_CASE("text from right to left is kept as it is written") {
  CHECK(TextOf("<html dir=rtl lang=ar><body><p>قالت الوزيرة إن الميناء سيُغلق، وأضافت: «لا خيار "
               "لنا».</p></body></html>") ==
        "قالت الوزيرة إن الميناء سيُغلق، وأضافت: «لا خيار لنا».");
}

TEST_CASE("a page without a body, or cut off in the middle, gives what text it has") {
  CHECK(TextOf(Article3()) == Text3());
  CHECK(TextOf("<title>Pier</title>" + Article3()) == Text3());
  CHECK(TextOf("<html><body><div><p>" + std::string(kFirst) + "</p><p>" + std::string(kSecond) +
               "</p><p>" + std::string(kThird) + "</p><a href=\"/unfinished") == Text3());
}

TEST_CASE("a page without a text says so") {
  for (const std::string& page : {"<html></html>"s, "<html><body><script>1</script></body></html>"s,
                                  "<!DOCTYPE html>"s, "<p>"s}) {
    CAPTURE(page);
    const Article article = Must(ReadArticle(page));
    CHECK(article.text.empty());
    CHECK(article.notes.size() == 1);
  }
}

}  // namespace
}  // namespace stemma::testing
