// A format is told by what a file holds, whatever it is named and however it is packed.
#include "graph/ingest/import_format.h"

#include <bzlib.h>

#include <catch2/catch_all.hpp>

#include "graph/ingest/first_names.h"
#include "graph/ingest/imported.h"

namespace stemma::testing {
namespace {

std::string Bzip2(std::string bytes) {
  std::string packed(bytes.size() + 1000, '\0');
  auto size = static_cast<unsigned>(packed.size());
  REQUIRE(BZ2_bzBuffToBuffCompress(packed.data(), &size, bytes.data(),
                                   static_cast<unsigned>(bytes.size()), 1, 0, 0) == BZ_OK);
  packed.resize(size);
  return packed;
}

std::string Nodes(size_t from, size_t to) {
  std::string lines;
  for (size_t i = from; i < to; ++i) {
    lines += R"({"node":"article","id":"n)" + std::to_string(i) + "\"}\n";
  }
  return lines;
}

TEST_CASE("the names of the first object are found in its beginning alone") {
  using Names = std::vector<std::string>;
  CHECK(FirstNames(R"({"a":1,"b":{"c":2},"d":["e",{"f":3}],"g":"h,\"i\":{" ,"j":nul)") ==
        Names{"a", "b", "d", "g", "j"});
  CHECK(FirstNames(R"([ {"a":"b"},{"c":1}])") == Names{"a"});
  CHECK(FirstNames(R"({"a":"cut o)") == Names{"a"});
  CHECK(FirstNames(R"({"a)").empty());
  CHECK(FirstNames("]}{").empty());
  CHECK(FirstNames(std::string(100000, '[')).empty());
  CHECK(FirstNames("").empty());
}

TEST_CASE("every format has a name that names it alone") {
  const std::string words = ImportFormatWords();
  for (const ImportFormat format :
       {ImportFormat::kJsonLines, ImportFormat::kCsv, ImportFormat::kGdeltGqg,
        ImportFormat::kQuotebank, ImportFormat::kFtm, ImportFormat::kClaimReview,
        ImportFormat::kNewsArticle, ImportFormat::kJsonLd, ImportFormat::kGraphml,
        ImportFormat::kProvJson}) {
    CHECK(ParseImportFormat(Name(format)) == format);
    CHECK(words.find(Name(format)) != std::string::npos);
  }
  CHECK_FALSE(ParseImportFormat("xlsx"));
}

TEST_CASE("the content decides, and is said where the name promises another format or none") {
  CHECK(FormatByContent(R"({"node":"article","id":"a"})") == ImportFormat::kJsonLines);
  CHECK(FormatByContent("\n {\"from\":\"a\",\"edge\":") == ImportFormat::kJsonLines);
  CHECK(FormatByContent("id:ID,:LABEL\n") == ImportFormat::kCsv);
  CHECK(FormatByContent(R"({"date":"x","url":"u","quotes":[{"pre":"{)") == ImportFormat::kGdeltGqg);
  CHECK_FALSE(FormatByContent(R"({"colour":"red"})"));
  CHECK_FALSE(FormatByContent("plain words"));
  CHECK_FALSE(FormatByContent(" \n"));
  CHECK(FormatByName("a.jsonl.bz2") == ImportFormat::kJsonLines);
  CHECK(FormatByName("a.csv.gz") == ImportFormat::kCsv);
  CHECK_FALSE(FormatByName("a.json"));

  CHECK(ImportBytes("n.jsonl", Nodes(0, 1)).report.notes.empty());
  CHECK(ImportBytes("n.json", Nodes(0, 1)).report.notes ==
        std::vector<std::string>{"n.json: read as jsonl, which is what it looks like"});
  CHECK(ImportBytes("n.csv", Nodes(0, 1)).report.notes ==
        std::vector<std::string>{"n.csv: read as jsonl, which is what it looks like"});
  CHECK(ImportBytes("n.txt", "plain words").error ==
        "n.txt: expected " + ImportFormatWords() +
            ", and it looks like none of them (--from names the format)");
  CHECK(ImportBytes("n.json", R"({"colour":"red"})").error ==
        "n.json:1: expected a field \"node\" or a field \"edge\", found neither");
}

TEST_CASE("bzip2 is unpacked, of one stream or of many, and refused when cut off or broken") {
  const std::string first = Bzip2(Nodes(0, 3000));
  CHECK(ImportBytes("n.jsonl.bz2", first).lines.size() == 3000);
  const Imported two = ImportBytes("n.jsonl", first + Bzip2("") + Bzip2(Nodes(3000, 3001)));
  CHECK(two.error.empty());
  CHECK(two.lines.size() == 3001);
  CHECK(ImportBytes("n.jsonl.bz2", first.substr(0, first.size() - 9)).error ==
        "n.jsonl.bz2:3001: the bzip2 stream is cut off");  // at the place that was reached
  CHECK(ImportBytes("n.jsonl.bz2", first + "BZh").error.ends_with("the bzip2 stream is cut off"));
  CHECK(ImportBytes("n.jsonl.bz2", first + "more").error.ends_with("the bzip2 stream is broken"));
  std::string broken = first;
  broken[broken.size() / 2] = static_cast<char>(~broken[broken.size() / 2]);
  CHECK(ImportBytes("n.jsonl.bz2", broken).error.ends_with("the bzip2 stream is broken"));
}

}  // namespace
}  // namespace stemma::testing
