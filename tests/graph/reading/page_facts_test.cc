// What a page's markup states of its article is found, wherever it states it.
#include "graph/reading/article.h"

#include <string>

#include <catch2/catch_all.hpp>

#include "graph/base/edtf.h"
#include "graph/reading/html_date.h"
#include "graph/reading/html_url.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

using namespace std::string_literals;

const std::string kBody =
    "<p>The council put off its vote on the bridge again, and will meet once more in June.</p>"
    "<p>“It is a question of money,” said the treasurer, who would not say how much.</p>";

Article Read(const std::string& head, const std::string& body = kBody) {
  return Must(ReadArticle("<!DOCTYPE html><html lang=en-GB><head>" + head + "</head><body>" + body +
                          "</body></html>"));
}

std::string ValueOf(const std::optional<Stated>& stated) {
  return stated.has_value() ? stated->value : "(none)";
}

TEST_CASE("JSON-LD states title, outlet, authors and dates") {
  const Article article = Read(R"(<script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "NewsArticle",
     "headline": "Council puts off its vote, don&#39;t ask why",
     "datePublished": "2021-05-04T09:30:00+0200", "dateModified": "2021-05-05",
     "author": [{"@type": "Person", "name": "Jo March"}, {"@type": "Person", "name": "Lee Ott"}],
     "publisher": {"@type": "Organization", "name": "Valley Echo"},
     "url": "https://echo.example/bridge"}</script>)");
  CHECK(ValueOf(article.title) == "Council puts off its vote, don't ask why");
  CHECK(ValueOf(article.outlet) == "Valley Echo");
  CHECK(ValueOf(article.byline) == "Jo March, Lee Ott");
  CHECK(ValueOf(article.published) == "2021-05-04T09:30:00+02:00");
  CHECK(ValueOf(article.modified) == "2021-05-05");
  CHECK(article.lang == "en-GB");
  CHECK(article.url == "https://echo.example/bridge");
}

TEST_CASE("JSON-LD is read from graphs whose objects name each other") {
  const Article article = Read(R"(<script type="application/ld+json">//<![CDATA[
    {"@graph": [{"@type": "WebSite", "name": "Echo online"},
      {"@type": ["Article", "BlogPosting"], "headline": "Bridge
 vote", "author": {"@id": "#jo"}, "publisher": {"@id": "#echo"}},
      {"@type": "Person", "@id": "#jo", "name": "Jo March"},
      {"@type": "Organization", "@id": "#echo", "name": "Valley Echo"}]} //]]></script>)");
  CHECK(ValueOf(article.title) == "Bridge vote");
  CHECK(ValueOf(article.byline) == "Jo March");
  CHECK(ValueOf(article.outlet) == "Valley Echo");
}

TEST_CASE("broken or bottomless JSON-LD is passed over") {
  for (const std::string& data : {"{\"@type\": \"NewsArticle\", "s, "not JSON"s, ""s, "[[]"s,
                                  "{\"@type\": 7, \"author\": [[{}]], \"headline\": {}}"s}) {
    CAPTURE(data);
    const Article article =
        Read("<title>Vote</title><script type=application/ld+json>" + data + "</script>");
    CHECK(ValueOf(article.title) == "Vote");
    CHECK(article.notes.empty());
  }
  const Article deep = Read("<script type=application/ld+json>" + std::string(1'000'000, '[') +
                            std::string(1'000'000, ']') + "</script>");
  CHECK(deep.notes.size() == 1);
  CHECK(deep.text.starts_with("The council put off"));
}

TEST_CASE("Open Graph and meta elements state what JSON-LD does not") {
  const Article article = Read(
      "<meta property=og:title content='Council puts off its vote | Valley Echo'>"
      "<meta property=og:site_name content='Valley Echo'><meta name=author content='By Jo March'>"
      "<meta property=article:published_time content='2021-05-04 09:30'>"
      "<meta property=article:modified_time content='2021-05-04T10:00Z'>"
      "<meta property=og:url content='https://echo.example/bridge?from=og'>"
      "<link rel=canonical href='https://echo.example/bridge'>");
  CHECK(ValueOf(article.title) == "Council puts off its vote");
  CHECK(ValueOf(article.outlet) == "Valley Echo");
  CHECK(ValueOf(article.byline) == "Jo March");
  CHECK(ValueOf(article.published) == "2021-05-04");
  CHECK(ValueOf(article.modified) == "2021-05-04T10:00:00Z");
  CHECK(article.url == "https://echo.example/bridge");
}

TEST_CASE("visible elements state what no metadata does") {
  const Article article =
      Read("<title>Council puts off its vote - Valley Echo</title>",
           "<h1>Council puts off its vote</h1><p>By <a rel=author href=/jo>Jo March</a>, <time "
           "datetime='2021-05-04T09:30:00+02:00'>this morning</time></p>" +
               kBody);
  CHECK(ValueOf(article.title) == "Council puts off its vote");
  CHECK(ValueOf(article.byline) == "Jo March");
  CHECK(ValueOf(article.published) == "2021-05-04T09:30:00+02:00");
  CHECK_FALSE(article.modified.has_value());
  CHECK_FALSE(article.outlet.has_value());
}

TEST_CASE("what the text prints too has its place there") {
  const Article article =
      Read("<meta name=author content='Jo March'>", kBody +
                                                        "<p>Jo March reported this from the "
                                                        "valley.</p>");
  REQUIRE(article.byline.has_value());
  REQUIRE(article.byline->span.has_value());
  const Span span = *article.byline->span;
  CHECK(article.text.substr(span.begin, span.end - span.begin) == "Jo March");
  CHECK_FALSE(Read("<meta name=author content='Jo March'>").byline->span.has_value());
}

TEST_CASE("links in the text have their place and an absolute address") {
  const Article article =
      Read("<base href='https://echo.example/news/2021/'>",
           "<article><p>The <a href='../plan.html#p2'>plan of the bridge</a>, which <a "
           "href='https://other.example/x?a=1&amp;b=2'> <em>others</em> had seen</a> first, is "
           "old, as <a "
           "href='#notes'>a note</a> says, <a href='javascript:void(0)'>here</a> or <a "
           "href='mailto:jo@echo.example'>by mail</a>, we hear, and the "
           "valley will hear more of it before the summer is over and the water is low "
           "again.</p><p>It was “<a "
           "href='//cdn.example/é'>drawn</a>” by an engineer whose name nobody now remembers.</p>"
           "</article>");
  std::vector<std::pair<std::string, std::string>> found;
  for (const Link& link : article.links) {
    found.emplace_back(article.text.substr(link.span.begin, link.span.end - link.span.begin),
                       link.url);
  }
  CHECK(found == std::vector<std::pair<std::string, std::string>>{
                     {"plan of the bridge", "https://echo.example/news/plan.html#p2"},
                     {"others had seen", "https://other.example/x?a=1&b=2"},
                     {"drawn", "https://cdn.example/é"}});
}

TEST_CASE("addresses are resolved as RFC 3986 has it") {
  const std::string base = "http://a/b/c/d;p?q";
  for (const auto& [reference, expected] :
       std::vector<std::pair<std::string, std::string>>{{"g:h", "g:h"},
                                                        {"g", "http://a/b/c/g"},
                                                        {"./g", "http://a/b/c/g"},
                                                        {"g/", "http://a/b/c/g/"},
                                                        {"/g", "http://a/g"},
                                                        {"//g", "http://g"},
                                                        {"?y", "http://a/b/c/d;p?y"},
                                                        {"g?y", "http://a/b/c/g?y"},
                                                        {"#s", "http://a/b/c/d;p?q#s"},
                                                        {"", "http://a/b/c/d;p?q"},
                                                        {".", "http://a/b/c/"},
                                                        {"..", "http://a/b/"},
                                                        {"../g", "http://a/b/g"},
                                                        {"../../g", "http://a/g"},
                                                        {"../../../g", "http://a/g"},
                                                        {"g;x=1/../y", "http://a/b/c/y"},
                                                        {"g?y/../x", "http://a/b/c/g?y/../x"},
                                                        {" g\n", "http://a/b/c/g"}}) {
    CAPTURE(reference);
    CHECK(ResolveUrl(base, reference) == expected);
  }
  CHECK(ResolveUrl("", "a/b") == "a/b");
  CHECK(ResolveUrl("https://a", "b") == "https://a/b");
}

TEST_CASE("dates are read in the ways that pages write them") {
  for (const auto& [written, edtf] : std::vector<std::pair<std::string, std::string>>{
           {"2019", "2019"},
           {"2019-11", "2019-11"},
           {" 2019-11-27\n", "2019-11-27"},
           {"20191127", "2019-11-27"},
           {"2019/11/7", "2019-11-07"},
           {"2019-11-27T10:05", "2019-11-27"},
           {"2019-11-27T10:05Z", "2019-11-27T10:05:00Z"},
           {"2019-11-27 10:05:09 UTC", "2019-11-27T10:05:09Z"},
           {"2019-11-27T10:05:09.000-0500", "2019-11-27T10:05:09-05:00"},
           {"2019-11-27T10:05:09.1234567+01", "2019-11-27T10:05:09.123456+01:00"},
           {"Wed, 27 Nov 2019 10:05:09 GMT", "2019-11-27T10:05:09Z"},
           {"Wed, 27 Nov 2019 10:05:09 +0100", "2019-11-27T10:05:09+01:00"},
           {"Wed Nov 27 2019 10:05:09 GMT-0500 (EST)", "2019-11-27T10:05:09-05:00"},
           {"November 27, 2019 10:05 AM EST", "2019-11-27"},
           {"27 Nov. 2019", "2019-11-27"},
           {"1574849109", "2019-11-27T10:05:09Z"},
           {"1574849109000", "2019-11-27T10:05:09Z"}}) {
    CAPTURE(written);
    const std::optional<std::string> found = EdtfOfPageDate(written);
    REQUIRE(found.has_value());
    CHECK(*found == edtf);
    CHECK(ParseEdtf(*found).has_value());
  }
  for (const std::string& written :
       {""s, "yesterday"s, "2019-13-01"s, "2019-02-30"s, "0001-01-01"s, "12345"s, "11/27/2019"s,
        "May"s, "2019-11-27Tomorrow, or so"s}) {
    CAPTURE(written);
    const std::optional<std::string> found = EdtfOfPageDate(written);
    CHECK(found.value_or("2019-11-27") == "2019-11-27");
    CHECK((written.starts_with("2019-11") || !found.has_value()));
  }
}

}  // namespace
}  // namespace stemma::testing
