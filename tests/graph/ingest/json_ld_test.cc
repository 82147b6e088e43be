// Articles and claim reviews of JSON-LD, in a file or on a page, are works with what they rest on.
#include <catch2/catch_all.hpp>

#include "graph/ingest/imported.h"

namespace stemma::testing {
namespace {

TEST_CASE("an article has its makers, sources, citations and corrections, the rest as fields") {
  const Imported imported = ImportBytes(
      "a.json",
      R"({"@context":"https://schema.org","@type":"NewsArticle","url":"https://a.example/1",)"
      R"("headline":"H","datePublished":"2020-03-04 09:00","inLanguage":"en","dateline":"LEMPORT",)"
      R"("author":[{"@type":"Person","name":"Ben Ives"}],"publisher":{"@type":"Organization",)"
      R"("name":"Gazette","url":"https://a.example/"},"isBasedOn":"https://b.example/2",)"
      R"("citation":["https://c.example/3","A book"],"correction":{"@type":"CorrectionComment",)"
      R"("url":"https://a.example/fix"},"translationOfWork":{"@id":"https://d.example/4"}})");
  CHECK(imported.error.empty());
  CHECK(imported.lines.front() ==
        R"({"node":"article","id":"https://a.example/1","url":"https://a.example/1","title":"H",)"
        R"("date":"2020-03-04","lang":"en","dateline":"LEMPORT"})");
  const auto edge = [](const std::string& from, const std::string& kind, const std::string& to,
                       const std::string& how = "") {
    return R"({"edge":")" + kind + R"(","from":")" + from + R"(","to":")" + to + "\"" +
           (how.empty() ? "" : R"(,"how":")" + how + "\"") +
           R"(,"status":"extracted","method":"newsarticle"})";
  };
  const std::string article = "https://a.example/1";
  CHECK(imported.Holds(edge(article, "written_by", "speaker:ben-ives")));
  CHECK(imported.Holds(edge(article, "published_by", "https://a.example")));
  CHECK(imported.Holds(edge(article, "derived_from", "https://b.example/2")));
  CHECK(imported.Holds(edge(article, "derived_from", "https://d.example/4", "translation")));
  CHECK(imported.Holds(edge(article, "cites", "https://c.example/3")));
  CHECK(imported.Holds(edge("https://a.example/fix", "corrects", article, "correction")));
  CHECK(imported.lines.back() == R"({"node":"article","id":"https://a.example/1",)"
                                 R"("citation":["https://c.example/3","A book"]})");
  CHECK(imported.report.notes.back() ==
        "a.json: 1 article; kept as extra fields: 1 × citation, 1 × dateline");
}

std::string Review(const std::string& rating) {
  return R"({"@context":"https://schema.org","@type":"ClaimReview","url":"https://r.example/1",)"
         R"("claimReviewed":"Nobody warned Lemport","author":{"@type":"Organization",)"
         R"("name":"Checks"},"reviewRating":)" +
         rating +
         R"(,"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Ada Fenn"},)"
         R"("firstAppearance":"https://one.example/storm","appearance":[{"name":"A speech"}]}})";
}

TEST_CASE("a claim is stated where it appeared, and denied or supported where a number says so") {
  const auto count = [](const std::string& rating, const std::string& kind) {
    const Imported imported = ImportBytes("r.json", Review(rating));
    CHECK(imported.error.empty());
    return std::count_if(imported.lines.begin(), imported.lines.end(), [&](const auto& line) {
      return line.starts_with(R"({"edge":")" + kind + R"(","from":"https://r.example/1")");
    });
  };
  CHECK(count(R"({"ratingValue":1,"worstRating":1,"bestRating":5})", "denies") == 1);
  CHECK(count(R"({"ratingValue":"2","worstRating":"1","bestRating":"5"})", "denies") == 1);
  CHECK(count(R"({"ratingValue":3,"worstRating":1,"bestRating":5})", "denies") == 0);
  CHECK(count(R"({"ratingValue":3,"worstRating":1,"bestRating":5})", "supports") == 0);
  CHECK(count(R"({"ratingValue":5,"worstRating":1,"bestRating":5})", "supports") == 1);
  CHECK(count(R"({"ratingValue":-1,"worstRating":1,"bestRating":5})", "denies") == 0);
  CHECK(count(R"({"ratingValue":1})", "denies") == 0);
  CHECK(count(R"({"ratingValue":1,"worstRating":5,"bestRating":1})", "denies") == 0);
  CHECK(count(R"("False")", "denies") == 0);
  CHECK(count(R"({"ratingValue":1,"worstRating":1,"bestRating":5})", "states") == 0);

  const Imported imported = ImportBytes(
      "r.json", Review(R"({"ratingValue":1,"worstRating":1,"bestRating":5,"alternateName":"No"})"));
  const auto holds = [&](const std::string& words) {
    return std::any_of(imported.lines.begin(), imported.lines.end(),
                       [&](const auto& line) { return line.find(words) != std::string::npos; });
  };
  CHECK(holds(R"("because":"rated “No”")"));
  CHECK(holds(R"("edge":"states","from":"https://one.example/storm","to":"claim:)"));
  CHECK(holds(R"("edge":"mentions","from":"https://r.example/1","to":"speaker:ada-fenn")"));
  CHECK(holds(R"("edge":"published_by","from":"https://r.example/1","to":"outlet:checks")"));
  CHECK(imported.report.notes.back().ends_with("left out: 1 × appearances without an address"));
}

TEST_CASE("a page's scripts are read, and a format that is named takes its kind alone") {
  const std::string page =
      "<!doctype html><html><head><script type=\"application/ld+json\">{broken</script>"
      "<script type=\"application/ld+json\">[" +
      Review("{}") + R"(,{"@type":"NewsArticle","@id":"https://n.example/1","headline":"N"}])" +
      "</script></head><body>x</body></html>";
  const Imported both = ImportBytes("page.html", page);
  CHECK(both.error.empty());
  CHECK(both.report.notes.front() == "page.html: read as json-ld, which is what it looks like");
  CHECK(both.report.notes.back().starts_with("page.html: 1 article, 1 claim review, "));
  CHECK(both.report.notes.back().find("1 × scripts that are no JSON") != std::string::npos);
  const Imported articles = ImportBytes("page.html", page, ImportFormat::kNewsArticle);
  CHECK(articles.lines.size() == 1);
  CHECK(articles.report.notes.back().find("1 × claim reviews") != std::string::npos);
}

TEST_CASE("what is no JSON-LD, or has no address, is refused and said which it is") {
  CHECK(ImportBytes("p.html", "<html><body>x</body></html>").error ==
        "p.html: expected a script of JSON-LD on the page, found none");
  CHECK(ImportBytes("a.json", R"({"@type":"NewsArticle","headline":"H","author":"A"})").error ==
        "a.json: article \"H\": url: expected an address, found none");
  CHECK(ImportBytes("a.json", R"({"@type":"ClaimReview","url":"https://a.example","x":1})").error ==
        "a.json: claim review \"https://a.example\": claimReviewed: expected a text, found none");
  CHECK(ImportBytes("a.json", R"({"@type":"NewsArticle","url":7,"headline":[[]],"x":1})").error ==
        "a.json: article 1: url: expected an address, found none");
  CHECK(ImportBytes("a.json", R"({"@type":"Recipe"})").error ==
        "a.json: holds no node and no edge");
  CHECK(ImportBytes("a.json", "{\"@type\":").error.starts_with("a.json: expected one JSON object"));
  const std::string deep = R"({"@type":"NewsArticle","x":)" + std::string(100000, '[');
  CHECK(ImportBytes("a.json", deep).error.starts_with("a.json: expected one JSON object"));
  const Imported rest =
      ImportBytes("a.json",
                  R"([{"@type":"NewsArticle","headline":"H","x":1},)"
                  R"({"@type":"NewsArticle","headline":"G","url":"https://g.example"}])",
                  ImportFormat::kJsonLd, /*skip_bad=*/true);
  CHECK(rest.lines.size() == 1);
  CHECK(rest.report.rejected.size() == 1);
}

}  // namespace
}  // namespace stemma::testing
