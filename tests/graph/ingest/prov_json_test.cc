// PROV-JSON of our own export comes back, and of other documents what PROV's types say.
#include <catch2/catch_all.hpp>

#include "graph/ingest/imported.h"

namespace stemma::testing {
namespace {

TEST_CASE("attributes of our own export decide, and escaped names are ids again") {
  const Imported imported = ImportBytes(
      "p.json",
      R"({"prefix":{"id":"urn:stemma:id:","stemma":"urn:stemma:term:"},"entity":{)"
      R"("id:a%20b":{"prov:type":{"$":"stemma:article","type":"prov:QUALIFIED_NAME"},)"
      R"("prov:label":"T","stemma:id":"a b","stemma:kind":"article","stemma:title":"T",)"
      R"("stemma:label":"L"}},)"
      R"("agent":{"id:o":{"stemma:id":"o","stemma:kind":"outlet","stemma:name":"O",)"
      R"("stemma:aliases":"[\"P\"]"}},"wasInfluencedBy":{"_:e0":{"prov:influencee":"id:a%20b",)"
      R"("prov:influencer":"id:o","stemma:kind":"published_by","stemma:status":"extracted",)"
      R"("stemma:confidence":0.5}}})");
  CHECK(imported.error.empty());
  CHECK(imported.lines ==
        std::vector<std::string>{
            R"({"node":"article","id":"a b","title":"T","label":"L"})",
            R"({"node":"outlet","id":"o","name":"O","aliases":["P"]})",
            R"({"edge":"published_by","from":"a b","to":"o","status":"extracted",)"
            R"("confidence":0.5})"});
  CHECK(imported.report.notes ==
        std::vector<std::string>{"p.json: read as prov-json, which is what it looks like",
                                 "p.json: 1 edge, 2 nodes; kept as extra fields: 1 × label"});
}

TEST_CASE("another's document is works and agents, and what has no place is counted") {
  const Imported imported = ImportBytes(
      "p.json",
      R"({"entity":{"ex:a":{"prov:label":{"$":"Story","lang":"en"},"ex:note":"n"},"ex:d":{}},)"
      R"("agent":{"ex:p":{"prov:type":{"$":"prov:Person","type":"prov:QUALIFIED_NAME"}},)"
      R"("ex:o":{"prov:type":[{"$":"prov:Organization","type":"prov:QUALIFIED_NAME"}]}},)"
      R"("activity":{"ex:w":{}},"wasDerivedFrom":{"_:1":[{"prov:generatedEntity":"ex:a",)"
      R"("prov:usedEntity":"ex:d","prov:type":{"$":"prov:Revision",)"
      R"("type":"prov:QUALIFIED_NAME"}}]},"wasAttributedTo":{"_:2":{"prov:entity":"ex:a",)"
      R"("prov:agent":"ex:p"},"_:3":{"prov:entity":"ex:a","prov:agent":"ex:o"}},)"
      R"("bundle":{"ex:b":{"entity":{"ex:in":{}}}}})");
  CHECK(imported.error.empty());
  CHECK(imported.Holds(R"({"node":"article","id":"ex:a","ex:note":"n","title":"Story"})"));
  CHECK(imported.Holds(R"({"node":"document","id":"ex:d"})"));
  CHECK(imported.Holds(R"({"node":"document","id":"ex:in"})"));
  CHECK(imported.Holds(R"({"edge":"derived_from","from":"ex:a","to":"ex:d","how":"revision",)"
                       R"("prov:type":"prov:Revision"})"));
  CHECK(imported.Holds(R"({"edge":"written_by","from":"ex:a","to":"ex:p"})"));
  CHECK(imported.Holds(R"({"edge":"published_by","from":"ex:a","to":"ex:o"})"));
  CHECK(imported.report.notes.back().ends_with("left out: 1 × activity"));
}

TEST_CASE("what is no PROV-JSON is refused") {
  const auto error_of = [](const std::string& bytes) {
    return ImportBytes("p.json", bytes, ImportFormat::kProvJson).error;
  };
  CHECK(error_of("[]") == "p.json: document: expected an object of PROV-JSON, found []");
  CHECK(error_of("{\"entity\":").starts_with("p.json: expected one JSON object"));
  CHECK(error_of(R"({"entity":[]})") == "p.json: entity: expected an object of records, found []");
  CHECK(error_of(R"({"entity":{"a":1}})") == "p.json: entity.a: expected an object, found 1");
  CHECK(error_of(R"({"bundle":{"b":1}})") ==
        "p.json: bundle: expected objects of PROV-JSON, found 1");
  CHECK(error_of(R"({"entity":{"a":{"stemma:x":1,"stemma:%78":2}}})") ==
        "p.json: a: x: given twice");
  CHECK(error_of(R"({"activity":{"a":{}}})") == "p.json: holds no node and no edge");
  CHECK(error_of(R"({"entity":)" + std::string(100000, '{'))
            .starts_with("p.json: expected one JSON object"));
}

}  // namespace
}  // namespace stemma::testing
