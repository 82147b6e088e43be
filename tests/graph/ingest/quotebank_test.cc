// Both shapes of Quotebank come to the same nodes: a quote for each printing, with its likely
// speaker.
#include <catch2/catch_all.hpp>

#include "graph/ingest/imported.h"

namespace stemma::testing {
namespace {

constexpr const char* kQuote =
    R"({"quoteID":"2019-11-27-000001","quotation":"We saw it","speaker":"Jane Doe","qids":["Q7"],)"
    R"("date":"2019-11-27 08:00:00","numOccurrences":2,"probas":[["Jane Doe","0.75"],)"
    R"(["None","0.25"]],"urls":["https://a.example/1","https://b.example/2"],"phase":"E"})";

TEST_CASE("a quotation is a quote in each article, with the speaker's share as confidence") {
  const Imported imported = ImportBytes("quotes-2019.json", kQuote);
  CHECK(imported.error.empty());
  CHECK(imported.lines.size() == 9);  // the speaker once
  CHECK(imported.Holds(R"({"node":"article","id":"https://a.example/1",)"
                       R"("url":"https://a.example/1","date":"2019-11-27/.."})"));
  CHECK(imported.Holds(
      R"({"node":"quote","id":"https://b.example/2#2019-11-27-000001","text":"We saw it",)"
      R"("quoteID":"2019-11-27-000001","qids":["Q7"],"numOccurrences":2,)"
      R"("probas":[["Jane Doe","0.75"],["None","0.25"]],"phase":"E"})"));
  CHECK(imported.Holds(R"({"node":"speaker","id":"Q7","name":"Jane Doe","wikidata":"Q7"})"));
  CHECK(imported.Holds(R"({"edge":"spoken_by","from":"https://a.example/1#2019-11-27-000001",)"
                       R"("to":"Q7","status":"extracted","method":"quotebank",)"
                       R"("confidence":0.75})"));
  CHECK(imported.report.notes.back() ==
        "quotes-2019.json: 2 printings, 1 quotation; kept as extra fields: 2 × numOccurrences, "
        "2 × phase, 2 × probas, 2 × qids, 2 × quoteID");
}

TEST_CASE("one article has the quotation's date, and nobody speaks where the speaker is None") {
  const Imported imported =
      ImportBytes("q.json", R"({"quoteID":"1","quotation":"So","speaker":"None","qids":[],)"
                            R"("date":"2019-11-27 00:00:00","urls":["https://a.example/1"]})");
  CHECK(imported.lines.front() ==
        R"({"node":"article","id":"https://a.example/1","url":"https://a.example/1",)"
        R"("date":"2019-11-27"})");
  CHECK(imported.lines.size() == 3);
}

TEST_CASE("a name with several Wikidata ids is known by its name alone") {
  const Imported imported = ImportBytes(
      "q.json", R"({"quoteID":"1","quotation":"So","speaker":"John  Smith","qids":["Q1","Q2"],)"
                R"("probas":[["John  Smith",0.5]],"urls":["https://a.example/1"]})");
  CHECK(imported.Holds(R"({"node":"speaker","id":"speaker:john-smith","name":"John  Smith"})"));
}

TEST_CASE("an article has its quotations with the words around them") {
  const Imported imported = ImportBytes(
      "quotebank-2019.json",
      R"({"articleID":"x1","url":"https://a.example/1","title":"T","date":"2019-11-27 00:00:00",)"
      R"("names":[{"name":"Jane Doe","ids":["Q7"],"offsets":[[1,3]]}],"quotations":[)"
      R"({"quoteID":"2019-11-27-000001","quotation":"We saw it","quotationOffset":12,)"
      R"("leftContext":"she said ,","rightContext":"and left","globalTopSpeaker":"Jane Doe",)"
      R"("globalProbas":[["Jane Doe","0.75"]]}]})");
  CHECK(imported.error.empty());
  CHECK(imported.lines.size() == 5);
  CHECK(imported.Holds(
      R"({"edge":"quotes","from":"https://a.example/1",)"
      R"("to":"https://a.example/1#2019-11-27-000001","evidence":[{"in":"https://a.example/1",)"
      R"("exact":"We saw it","prefix":"she said ,","suffix":"and left"}],"status":"extracted",)"
      R"("method":"quotebank"})"));
  CHECK(imported.Holds(R"({"edge":"spoken_by","from":"https://a.example/1#2019-11-27-000001",)"
                       R"("to":"Q7","status":"extracted","method":"quotebank",)"
                       R"("confidence":0.75})"));
}

TEST_CASE("a bad quotation is refused at its line") {
  const auto error_of = [](const std::string& line) {
    return ImportBytes("q.json", line, ImportFormat::kQuotebank).error;
  };
  CHECK(error_of(R"({"quoteID":"1","quotation":"So"})") ==
        "q.json:1: urls: expected a list of addresses, found none");
  CHECK(error_of(R"({"quoteID":"1","quotation":"So","urls":["u",3]})") ==
        "q.json:1: urls: expected a list of addresses, found 3");
  CHECK(error_of(R"({"quoteID":"1","urls":["u"]})") ==
        "q.json:1: quotation: expected a text, found none");
  CHECK(error_of(R"({"quoteID":"1","quotation":"So","date":"soon","urls":["u"]})") ==
        "q.json:1: date: expected a day, found \"soon\"");
  CHECK(error_of(R"({"quoteID":"1","quotation":"So","speaker":"A","probas":[["A",7]],)"
                 R"("urls":["u"]})") ==
        "q.json:1: confidence: expected a number from 0 to 1, or {\"right\",\"fired\"}");
  CHECK(error_of(R"({"url":"u","quotations":[[]]})") ==
        "q.json:1: quotations: expected a list of objects, found []");
  CHECK(error_of(R"({"quotations":[]})") == "q.json:1: url: expected a text, found none");
}

}  // namespace
}  // namespace stemma::testing
