#include "graph/base/canonical_url.h"

#include <catch2/catch_all.hpp>

namespace stemma::testing {
namespace {

TEST_CASE("addresses of one page have one spelling") {
  const std::string page = "https://example.org/a/b";
  for (const char* url :
       {"https://example.org/a/b", "HTTPS://Example.ORG/a/b/", "https://example.org:443/a/b#top",
        "  https://example.org/a/b?utm_source=x&utm_medium=y ", "https://example.org./a/b?",
        "https://example.org/a/b?fbclid=1&gclid=2&UTM_Term=3", "https://example.org/%61/b//",
        "https://user:secret@example.org/a/b?&"}) {
    INFO(url);
    CHECK(CanonicalUrl(url) == page);
  }
}

TEST_CASE("what may lead to another page stays") {
  CHECK(CanonicalUrl("http://example.org") == "http://example.org");
  CHECK(CanonicalUrl("http://example.org:8080/") == "http://example.org:8080");
  CHECK(CanonicalUrl("http://example.org:443/A") == "http://example.org:443/A");
  CHECK(CanonicalUrl("https://www.example.org/a?id=1&utm_id=2&page=%c3%a9") ==
        "https://www.example.org/a?id=1&page=%C3%A9");
  CHECK(CanonicalUrl("https://example.org/a?b=1&a=2") == "https://example.org/a?b=1&a=2");
  CHECK(CanonicalUrl("https://example.org?q=/") == "https://example.org?q=/");
  CHECK(CanonicalUrl("https://[2001:db8::1]:443/a") == "https://[2001:db8::1]/a");
  CHECK(CanonicalUrl("https://example.org/100%") == "https://example.org/100%");
  CHECK(CanonicalUrl("https://example.org/a%2Fb") == "https://example.org/a%2Fb");
}

TEST_CASE("what is no address of a page has none") {
  for (const char* url :
       {"", "   ", "/a/b", "mailto:a@example.org", "ftp://example.org/a", "https://", "https:///a",
        "https://exa mple.org", "https://example.org/a\nb",
        "javascript:alert('https://example.org')", "http://:80/"}) {
    INFO(url);
    CHECK_FALSE(CanonicalUrl(url).has_value());
  }
}

TEST_CASE("http and https are one key") {
  CHECK(UrlKey("https://example.org/a") == UrlKey("http://example.org/a"));
  CHECK(UrlKey("https://example.org/a") == "example.org/a");
}

TEST_CASE("a canonical address is its own spelling") {
  for (const char* url : {"https://example.org/%7euser/?a=%zz&utm_x=1#f", "http://a.b:80//x//y/",
                          "https://example.org/?%75tm_source=a"}) {
    const auto once = CanonicalUrl(url);
    REQUIRE(once.has_value());
    CHECK(CanonicalUrl(*once) == once);
  }
}

}  // namespace
}  // namespace stemma::testing
