// Entities of FollowTheMoney come in as agents with all their names; what else there is, is
// counted.
#include <catch2/catch_all.hpp>

#include "graph/ingest/imported.h"

namespace stemma::testing {
namespace {

TEST_CASE("people and organisations are agents with their names and aliases") {
  const Imported imported = ImportBytes(
      "entities.ftm.json",
      R"({"id":"Q1","schema":"Person","caption":"J. Doe",)"
      R"("properties":{"name":["Jane Doe","J. Doe"],)"
      R"("weakAlias":["Jane"],"alias":["J. Doe"],"title":["Dr"],"country":["fr","de"]},)"
      R"("datasets":["x"]})"
      "\n"
      R"({"id":"o1","schema":"Company","properties":{"name":["Daily Example"],)"
      R"("classification":["Print media"],"wikidataId":["Q2"]}})"
      "\n"
      R"({"id":"own","schema":"Ownership","properties":{"owner":["Q1"]}})"
      "\n"
      R"({"id":"no","schema":"PublicBody","properties":{}})");
  CHECK(imported.error.empty());
  CHECK(imported.lines ==
        std::vector<std::string>{
            R"({"node":"speaker","id":"Q1","name":"Jane Doe","aliases":["J. Doe","Jane"],)"
            R"("schema":"Person","ftm_title":"Dr","country":["fr","de"],"datasets":["x"]})",
            R"({"node":"outlet","id":"o1","name":"Daily Example","schema":"Company",)"
            R"("classification":"Print media","wikidataId":"Q2"})"});
  CHECK(imported.report.notes ==
        std::vector<std::string>{
            "entities.ftm.json: read as ftm, which is what it looks like",
            "entities.ftm.json: 1 outlet, 1 speaker; kept as extra fields: 2 × schema, "
            "1 × classification, 1 × country, 1 × datasets, 1 × ftm_title, 1 × wikidataId; "
            "left out: 1 × Ownership, 1 × entities without a name"});
}

TEST_CASE("a person is no outlet, whatever the trade") {
  const Imported imported = ImportBytes(
      "p.json", R"({"id":"p","schema":"Person","properties":{"name":["A B"],"topics":["media"]}})");
  CHECK(imported.lines.front().starts_with(R"({"node":"speaker")"));
}

TEST_CASE("a bad entity is refused at its line") {
  const auto error_of = [](const std::string& line) {
    return ImportBytes("e.json", line, ImportFormat::kFtm).error;
  };
  CHECK(error_of(R"({"schema":"Person","properties":{}})") ==
        "e.json:1: id: expected a text, found none");
  CHECK(error_of(R"({"id":"a","schema":["Person"],"properties":{}})") ==
        "e.json:1: schema: expected a text, found [\"Person\"]");
  CHECK(error_of(R"({"id":"a","schema":"Person","properties":[]})") ==
        "e.json:1: properties: expected an object, found []");
  CHECK(error_of(R"({"id":"a","schema":"Person"})") ==
        "e.json:1: properties: expected an object, found none");
  CHECK(error_of(R"({"id":"a","schema":"Person","properties":{"name":{"en":"A"}}})") ==
        "e.json:1: properties.name: expected a list of texts, found {\"en\":\"A\"}");
  CHECK(error_of(R"({"id":"a","schema":"Person","properties":{"name":["A",1]}})") ==
        "e.json:1: properties.name: expected a list of texts, found 1");
  CHECK(error_of(R"({"id":"a","schema":"Person","properties":{"name":["A"],"schema":["B"]}})") ==
        "e.json:1: schema: given twice");
  CHECK(error_of(R"({"id":"a","schema":"Person","title":"B",)"
                 R"("properties":{"name":["A"],"ftm_title":["C"]}})") ==
        "e.json:1: ftm_title: given twice");
  CHECK(error_of(R"({"id":"a","schema":"Person","properties":{"name":["A"],"name":["B"]}})") ==
        "e.json:1: name: given twice");
  CHECK(error_of(R"({"id":"a","schema":"Vessel","properties":{}})") ==
        "e.json: holds no node and no edge");
}

}  // namespace
}  // namespace stemma::testing
