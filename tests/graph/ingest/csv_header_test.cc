// A row of CSV means and is refused the same, whichever way it is read.
#include "graph/ingest/csv_header.h"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/ingest/json_lines.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

std::vector<std::string_view> Views(const std::vector<std::string>& cells) {
  return {cells.begin(), cells.end()};
}

TEST_CASE("a plain row is the assertion that its line of JSON gives") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const std::vector<std::vector<std::string>> headers = {
      {"id:ID", "date", ":LABEL"},
      {":ID", "title", "x:IGNORE", "text", ":LABEL", ":LABEL"},
      {"id:ID", "node", "edge", "id", "at", "by", ":LABEL", ":TYPE"},
      {"id:ID", "aliases", "n:int", "unnamed", "evidence.exact", ":LABEL"},
      {":START_ID", ":END_ID", ":TYPE"},
      {":START_ID", ":END_ID", ":TYPE", "because", "x:IGNORE", ":LABEL"}};
  const std::vector<std::string> words = {"",
                                          "",
                                          "",
                                          "a",
                                          "n1",
                                          "Article",
                                          "OUTLET",
                                          "cites",
                                          "CITES",
                                          "same_as",
                                          "Person;Speaker",
                                          "é\"\\ \x01",
                                          std::string("\0", 1),
                                          "2019-11",
                                          "true",
                                          "7",
                                          std::string(2000, 'i')};
  const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
  JsonLinesReader reader;
  ReadRecord plain;  // used again and again, as an import does
  size_t taken = 0;
  for (int i = 0; i < 40000; ++i) {
    const auto names = pick(headers);
    const CsvHeader header = Must(CsvHeader::Read(Views(names)));
    std::vector<std::string> cells;
    for (const std::string& name : names) {
      const bool is_kind = name.ends_with(":LABEL") || name.ends_with(":TYPE");
      cells.push_back(is_kind && random() % 2 == 0 ? random() % 2 == 0 ? "Article" : "cites"
                                                   : pick(words));
    }
    if (!header.TakePlain(Views(cells), plain)) {
      continue;
    }
    ++taken;
    const std::string line = Must(header.JsonLineOf(Views(cells)));
    INFO(line);
    ReadRecord other;
    Must(reader.Parse(line, other));
    REQUIRE(plain.is_node == other.is_node);
    if (plain.is_node) {
      CHECK(plain.node == other.node);
    } else {
      CHECK(plain.edge == other.edge);
    }
  }
  CHECK(taken > 1000);
}

}  // namespace
}  // namespace stemma::testing
