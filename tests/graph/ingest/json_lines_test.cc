#include "graph/ingest/json_lines.h"

#include <random>
#include <string>

#include <catch2/catch_all.hpp>

#include "graph/model/json_line.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

std::string ThereAndBack(const std::string& line) {
  JsonLinesReader reader;
  ReadRecord said;
  Must(reader.Parse(line, said));
  return said.is_node ? WriteJsonLine(said.node) : WriteJsonLine(said.edge);
}

TEST_CASE("every field of a line comes back as it was given") {
  for (const std::string line :
       {R"({"node":"outlet","id":"icij","name":"ICIJ","aliases":["A","B"],"wikidata":"Q1"})",
        R"({"node":"article","id":"a","date":"2019","first_hand":true,)"
        R"("n":[1,{"x":null}],"at":"2026-11-23T10:00:00Z"})",
        R"({"edge":"cites","from":"a","to":"icij","claims":["c"],"as_printed":"FIJI",)"
        R"("evidence":[{"in":"a","start":0,"end":4,"exact":"FIJI","prefix":"","suffix":"x"}],)"
        R"("status":"extracted","method":"m/1","confidence":{"right":35,"fired":36},)"
        R"("by":"d","because":"…","private":true})",
        R"({"edge":"cites","from":"a","to":"b","confidence":0.25})",
        R"({"edge":"same_as","from":"a","to":"b","judgement":"unsure"})",
        R"({"node":"claim","id":"c","text":"\"quoted\" \\ and \n a line, لودريان 😀"})"}) {
    CHECK(ThereAndBack(line) == line);
  }
}

TEST_CASE("a field of the wrong type is named") {
  JsonLinesReader reader;
  const auto message = [&](const std::string& line) {
    ReadRecord record;
    const Status said = reader.Parse(line, record);
    return said.has_value() ? "taken" : said.error().message;
  };
  CHECK(message(R"({"node":"article","id":7})").starts_with("id: "));
  CHECK(message(R"({"edge":"cites","from":"a","to":"b","evidence":{}})").starts_with("evidence"));
  CHECK(
      message(R"({"edge":"cites","from":"a","to":"b","evidence":[{"in":"a","start":-1,"end":2}]})")
          .starts_with("evidence"));
  CHECK(message(R"({"edge":"same_as","from":"a","to":"b","judgement":"maybe"})")
            .starts_with("judgement: "));
  CHECK(message(R"({"id":"a"})") != "taken");
}

TEST_CASE("no line, however mangled, does more than be refused") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const std::string whole =
      R"({"edge":"cites","from":"a","to":"b","evidence":[{"in":"a","start":1,"end":3,)"
      R"("exact":"é"}],"confidence":{"right":1,"fired":2},"claims":["c"],)"
      R"("at":"2026-11-23T10:00:00Z"})";
  JsonLinesReader reader;
  ReadRecord record;
  size_t refused = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string line = whole;
    for (size_t changes = 1 + random() % 3; changes > 0; --changes) {
      line[random() % line.size()] = static_cast<char>(random());
    }
    line.resize(random() % 4 == 0 ? random() % line.size() : line.size());
    const Status said = reader.Parse(line, record);
    if (!said.has_value()) {
      ++refused;
      CHECK(said.error().code == ErrorCode::kInvalidInput);
      CHECK_FALSE(said.error().message.empty());
    }
  }
  CHECK(refused > 1000);
}

}  // namespace
}  // namespace stemma::testing
