// A page of the Global Quotation Graph is an article with quotes that nobody is said to have
// spoken, dated by when it was seen.
#include <catch2/catch_all.hpp>

#include "graph/ingest/imported.h"

namespace stemma::testing {
namespace {

constexpr const char* kPage =
    R"({"date":"2020-03-01T10:05:00Z","url":"https://one.example/a","title":"Storm",)"
    R"("lang":"ENGLISH",)"
    R"("quotes":[{"pre":"She said: ","quote":"We were not warned","post":" and left"}]})";

TEST_CASE("a page is an article that quotes, with words before and after but no positions") {
  const Imported imported = ImportBytes("20200301.gqg.json", kPage);
  CHECK(imported.error.empty());
  CHECK(imported.lines ==
        std::vector<std::string>{
            R"({"node":"article","id":"https://one.example/a","url":"https://one.example/a",)"
            R"("title":"Storm","lang":"en","date":"../2020-03-01T10:05:00Z",)"
            R"("seen":"2020-03-01T10:05:00Z"})",
            R"({"node":"quote","id":"https://one.example/a#1e12db51015331c3",)"
            R"("text":"We were not warned"})",
            R"({"edge":"quotes","from":"https://one.example/a",)"
            R"("to":"https://one.example/a#1e12db51015331c3","evidence":[{)"
            R"("in":"https://one.example/a","exact":"We were not warned","prefix":"She said: ",)"
            R"("suffix":" and left"}],"status":"extracted","method":"gdelt-gqg"})"});
  CHECK(imported.report.notes ==
        std::vector<std::string>{
            "20200301.gqg.json: read as gdelt-gqg, which is what it looks like",
            "20200301.gqg.json: 1 page, 1 quote; kept as extra fields: 1 × seen"});
}

TEST_CASE("a page without quotes is an article") {
  const Imported imported = ImportBytes("pages.json", R"({"url":"https://a.example","title":"T"})",
                                        ImportFormat::kGdeltGqg);
  CHECK(imported.error.empty());
  CHECK(
      imported.lines ==
      std::vector<std::string>{
          R"({"node":"article","id":"https://a.example","url":"https://a.example","title":"T"})"});
}

TEST_CASE("the same words are one quote on a page and two on two pages") {
  const std::string quotes =
      R"("quotes":[{"quote":"No comment"},{"quote":"no  Comment","pre":"again: "}]})";
  const Imported imported =
      ImportBytes("two.json", R"({"url":"https://a.example",)" + quotes + "\n" +
                                  R"({"url":"https://b.example",)" + quotes);
  CHECK(imported.error.empty());
  CHECK(imported.report.receipt.nodes_new == 4);
  CHECK(imported.report.receipt.edges_new == 2);
  CHECK(imported.lines.size() == 8);  // each page says it twice, with other words around
}

TEST_CASE("what a page says beyond the model is kept under its own name and counted") {
  const Imported imported = ImportBytes(
      "more.json", R"({"url":"https://a.example","by":"X","tone":[1,2],"none":null,"quotes":[)"
                   R"({"quote":""},{"pre":"alone"},{"quote":"So","rank":3}]})");
  CHECK(imported.lines.front() ==
        R"({"node":"article","id":"https://a.example","url":"https://a.example",)"
        R"("gdelt-gqg_by":"X","tone":[1,2]})");
  CHECK(imported.lines.back().find(R"("rank":3)") != std::string::npos);
  CHECK(imported.report.notes.back() ==
        "more.json: 1 page, 1 quote; kept as extra fields: 1 × gdelt-gqg_by, 1 × rank, 1 × tone; "
        "left out: 2 × quotes without words");
}

TEST_CASE("a bad page is left out whole, with its place and what was expected") {
  const std::string good = std::string(kPage) + "\n";
  const auto error_of = [&](const std::string& line) {
    return ImportBytes("bad.json", good + line).error;
  };
  CHECK(error_of(R"({"quotes":[]})") == "bad.json:2: url: expected a text, found none");
  CHECK(error_of(R"({"url":7,"quotes":[]})") == "bad.json:2: url: expected a text, found 7");
  CHECK(error_of(R"({"url":"u","quotes":{}})") ==
        "bad.json:2: quotes: expected a list of objects, found {}");
  CHECK(error_of(R"({"url":"u","quotes":["a"]})") ==
        "bad.json:2: quotes: expected a list of objects, found \"a\"");
  CHECK(error_of(R"({"url":"u","quotes":[{"quote":["a"]}]})") ==
        "bad.json:2: quote: expected a text, found [\"a\"]");
  CHECK(error_of(R"({"url":"u","date":"soon"})").starts_with("bad.json:2: date: expected a date"));
  CHECK(error_of(R"({"url":"u","url":"v"})") == "bad.json:2: url: given twice");
  CHECK(error_of(R"({"url":"u","quotes":[{"quote":"a b","how":"x","gdelt-gqg_how":"y"}]})") ==
        "bad.json:2: gdelt-gqg_how: given twice");
  CHECK(error_of("[1]") == "bad.json:2: expected one JSON object, found [1]");
  CHECK(error_of(std::string(5000, '[')).starts_with("bad.json:2: expected one JSON object"));
  CHECK(error_of("{\"url\":\"\xFF\"}").starts_with("bad.json:2: expected UTF-8"));

  const Imported rest = ImportBytes(
      "bad.json", good + R"({"url":"https://b.example","quotes":[{"quote":"Good"},{"quote":1}]})",
      ImportFormat::kGdeltGqg, /*skip_bad=*/true);
  CHECK(rest.lines.size() == 3);  // nothing of the second page
  CHECK(rest.report.rejected ==
        std::vector<std::string>{"bad.json:2: quote: expected a text, found 1"});
  CHECK(rest.report.notes.back().starts_with("bad.json: 1 page, 1 quote;"));
}

TEST_CASE("an address that no id can be is shortened, and kept whole beside it") {
  const std::string url = "https://a.example/" + std::string(3000, 'x');
  const Imported imported =
      ImportBytes("long.json", R"({"url":")" + url + R"(","quotes":[{"quote":"So"}]})");
  CHECK(imported.error.empty());
  CHECK(imported.lines.front().find("\"url\":\"" + url + "\"") != std::string::npos);
  const Imported control =
      ImportBytes("control.json", R"({"url":"https://a.example/\u0007","quotes":[]})");
  CHECK(control.error.empty());
  CHECK(control.lines.front().starts_with(R"({"node":"article","id":"https://a.example/~)"));
}

}  // namespace
}  // namespace stemma::testing
