// Files made to do harm: each is refused, or read as what it says, in bounded memory.
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>
#include <zlib.h>

#include "graph/ingest/imported.h"
#include "graph/reading/article.h"
#include "support/peak_memory.h"

namespace stemma::testing {
namespace {

constexpr int kDeep = 100'000;
// docs/reliability.md, "Hostile input"; sanitizers keep what was freed, so that they need more.
#if defined(__SANITIZE_ADDRESS__)
constexpr long kTimes = 4;
#else
constexpr long kTimes = 1;
#endif

std::string Times(const std::string& text, int times) {
  std::string many;
  for (int i = 0; i < times; ++i) {
    many += text;
  }
  return many;
}

// One member of a gzip stream.
std::string Gzip(const std::string& bytes) {
  z_stream stream = {};
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) ==
          Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

TEST_CASE("JSON nested 100,000 deep is refused in every format, and the rest is read") {
  const std::string open = Times("[", kDeep);
  const std::string lists = open + Times("]", kDeep);
  const std::string objects = Times(R"({"a":)", kDeep) + "1" + Times("}", kDeep);
  for (const std::string& deep : {open, lists, objects}) {
    for (const auto format :
         {ImportFormat::kJsonLines, ImportFormat::kGdeltGqg, ImportFormat::kQuotebank,
          ImportFormat::kFtm, ImportFormat::kClaimReview, ImportFormat::kNewsArticle,
          ImportFormat::kJsonLd, ImportFormat::kProvJson}) {
      INFO(Name(format));
      CHECK_FALSE(ImportBytes("deep.json", deep, format).error.empty());
      CHECK_FALSE(
          ImportBytes("deep.json", R"({"entity":{"a":{"b":)" + deep + "}}}", format).error.empty());
    }
    CHECK(ImportBytes("deep.jsonl", R"({"node":"article","id":"a","x":)" + deep + "}\n",
                      ImportFormat::kJsonLines)
              .error.starts_with("deep.jsonl:1: "));
    const Imported rest =
        ImportBytes("deep.jsonl", deep + "\n{\"node\":\"article\",\"id\":\"a\"}\n",
                    ImportFormat::kJsonLines, /*skip_bad=*/true);
    CHECK(rest.lines == std::vector<std::string>{R"({"node":"article","id":"a"})"});
    const std::string cell = "\"" + Times("[", kDeep) + Times("]", kDeep) + "\"";
    CHECK(ImportBytes("deep.csv", "id:ID,:LABEL,x.json\na,article," + cell + "\n")
              .error.starts_with("deep.csv:2: "));
  }
}

TEST_CASE("a page whose script or tags are nested 100,000 deep is read or refused") {
  const std::string deep = Times("[", kDeep) + Times("]", kDeep);
  const std::string open = R"(<script type="application/ld+json">{"@type":"ClaimReview",)";
  const std::string review = open + R"("url":"https://c.example","claimReviewed":"X")";
  const std::string script = "<html>" + review + R"(,"x":)";
  const std::string good = review + "}</script>";
  CHECK_FALSE(ImportBytes("c.html", script + deep + "}</script></html>", ImportFormat::kClaimReview)
                  .error.empty());
  const Imported page = ImportBytes("c.html", "<html>" + Times("<div>", kDeep) + good + "</html>",
                                    ImportFormat::kClaimReview);
  CHECK((page.error.empty() ? !page.lines.empty() : page.lines.empty()));
  for (const std::string tag : {"<div>", "<p><b>", "<table><tr><td>", "<blockquote>", "<a>"}) {
    INFO(tag);
    const auto article = ReadArticle("<html><body>" + Times(tag, kDeep) + "words");
    CHECK((article.has_value() || !article.error().message.empty()));
  }
  const auto scripted = ReadArticle(script + deep + "}</script><p>Words of an article.</p></html>");
  REQUIRE(scripted.has_value());
  CHECK(scripted->text.find("Words") != std::string::npos);
}

TEST_CASE("a header that is no UTF-8 is refused, the first and one below a blank line") {
  const std::string bad = "id:ID,:LABEL,na\x9Cme,:\xFF\n";
  CHECK(ImportBytes("a.csv", bad + "a,article,x,y\n").error ==
        "a.csv:1: expected UTF-8, found an invalid byte in column 3");
  CHECK(ImportBytes("a.csv", "id:ID,:LABEL\na,article\n\n" + bad).error ==
        "a.csv:4: expected UTF-8, found an invalid byte in column 3");
}

TEST_CASE("a line of a gigabyte that a megabyte unpacks to is refused, in little memory") {
  const std::string mebibyte = Gzip(std::string(size_t{1} << 20, '\0'));
  const std::string bomb = Times(mebibyte, 1024);
  REQUIRE(bomb.size() < 2'000'000);
  for (const auto format : {ImportFormat::kJsonLines, ImportFormat::kCsv}) {
    INFO(Name(format));
    const PeakMemory memory;
    CHECK(ImportBytes("bomb.gz", bomb, format).error ==
          "bomb.gz:1: expected a line of at most 64 MiB, found a longer one");
    CHECK(memory.Growth() < 256 * kTimes);
  }
}

TEST_CASE("a document of a gigabyte is refused, whatever format it claims") {
  const std::string bomb = Times(Gzip(Times(" ", 1 << 20)), 1024);
  {
    const PeakMemory memory;
    CHECK(ImportBytes("bomb.gz", bomb, ImportFormat::kProvJson).error ==
          "bomb.gz: expected a document of at most 256 MiB, found a longer one");
    CHECK(memory.Growth() < 1024 * kTimes);
  }
  // Short values, of which a parser makes much.
  const std::string dense =
      Gzip(R"({"entity":{"a":{"x":[1)") + Times(Gzip(Times(",1", 1 << 20)), 20) + Gzip("]}}}");
  for (const auto format : {ImportFormat::kProvJson, ImportFormat::kJsonLd}) {
    const PeakMemory memory;
    CHECK(ImportBytes("dense.gz", dense, format).error ==
          "dense.gz: expected a document of at most 16 million values, found one with more");
    CHECK(memory.Growth() < 1024 * kTimes);
  }
  // XML is read as it comes: many nodes cost no more than one, but comments are kept.
  std::string graph = Gzip("<graphml><graph>");
  graph += Times(Gzip(Times("<node id=\"a\"/>", 1 << 14)), 16);
  graph += Gzip("<node id=\"a\"/></graph></graphml>");
  const PeakMemory memory;
  CHECK(ImportBytes("bomb.graphml.gz", graph, ImportFormat::kGraphml).lines.size() == 1);
  CHECK(memory.Growth() < 64 * kTimes);
  graph = Gzip("<graphml><graph>") + Times(Gzip(Times("<!---->", 1 << 16)), 64);
  CHECK(ImportBytes("bomb.graphml.gz", graph, ImportFormat::kGraphml)
            .error.ends_with("expected GraphML, found 16 MiB without an element or a text"));
  CHECK(memory.Growth() < 512 * kTimes);
}

}  // namespace
}  // namespace stemma::testing
