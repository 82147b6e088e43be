#include "graph/model/rules.h"

#include <catch2/catch_all.hpp>

#include "graph/model/json_line.h"

namespace stemma::testing {
namespace {

std::string Refusal(const Status& status) {
  return status.has_value() ? "" : status.error().message;
}

std::string Refusal(const Field& field) {
  NodeAssertion node;
  node.id = "a";
  node.fields = {field};
  return Refusal(CheckLine(node));
}

Evidence Words(std::optional<std::string> exact, std::optional<uint64_t> start = {},
               std::optional<uint64_t> end = {}) {
  Evidence evidence;
  evidence.in = "a";
  evidence.exact = std::move(exact);
  evidence.start = start;
  evidence.end = end;
  return evidence;
}

TEST_CASE("fields with a meaning have the type that goes with it, all others any") {
  CHECK(Refusal(Field{"title", false, "[1]"}).starts_with("title: "));
  CHECK(Refusal(Field{"first_hand", true, "yes"}).starts_with("first_hand: "));
  CHECK(Refusal(Field{"aliases", true, "AFP"}).starts_with("aliases: "));
  CHECK(Refusal(Field{"date", true, "soon"}).starts_with("date: "));
  CHECK(Refusal(Field{"title", true, "\xFF"}).starts_with("title: "));
  CHECK(Refusal(Field{"title", false, "null"}).empty());
  CHECK(Refusal(Field{"pages", false, "[1,{}]"}).empty());
}

TEST_CASE("an assertion has up to 64 MiB as a line of JSON, with its time") {
  NodeAssertion node;
  node.id = "a";
  node.fields = {{"text", true, ""}};
  std::string line;
  AppendJsonLine(node, /*with_at=*/true, line);
  const size_t room = kAssertionBytesMax - line.size();
  node.fields[0].value = std::string(room - 1, 'x') + "\xFF";
  CHECK(Refusal(CheckLine(node)).starts_with("text: invalid UTF-8"));
  node.fields[0].value.back() = 'x';
  CHECK(Refusal(CheckLine(node)).empty());
  node.fields[0].value += 'x';
  CHECK(Refusal(CheckLine(node)) ==
        "expected an assertion of at most 67108864 bytes as a line of JSON, found 67108865");
  node.fields[0].value = std::string(room / 6 + 1, '\x01');
  CHECK(Refusal(CheckLine(node)).starts_with("expected an assertion of at most"));
}

TEST_CASE("words are found in time that grows with the text, not with its square") {
  constexpr size_t kMany = size_t{1} << 22;
  const std::string text(kMany, 'a');
  Evidence evidence = Words(std::string(kMany / 2, 'a') + "b");
  CHECK(Refusal(CheckEvidence(evidence, text)).find("is not in the text") != std::string::npos);
  evidence = Words("a");
  evidence.prefix = "b" + std::string(kMany / 2, 'a');
  CHECK(Refusal(CheckEvidence(evidence, text)).find("beside") != std::string::npos);
}

TEST_CASE("confidence is a share of what was counted") {
  EdgeAssertion edge;
  edge.from = "a";
  edge.to = "b";
  edge.confidence = Confidence{false, 0, 0, 1.5};
  CHECK(Refusal(CheckLine(edge)).starts_with("confidence: "));
  edge.confidence = Confidence{true, 3, 2, 0};
  CHECK(Refusal(CheckLine(edge)).starts_with("confidence: "));
  edge.confidence = Confidence{true, 2, 2, 0};
  CHECK(Refusal(CheckLine(edge)).empty());
}

TEST_CASE("edges run between the kinds that they are for") {
  const auto fits = [](NodeKind from, EdgeKind kind, NodeKind to) {
    return CheckEndpoints(kind, from, to).has_value();
  };
  CHECK(fits(NodeKind::kArticle, EdgeKind::kCites, NodeKind::kOutlet));
  CHECK(fits(NodeKind::kQuote, EdgeKind::kCites, NodeKind::kDocument));
  CHECK_FALSE(fits(NodeKind::kOutlet, EdgeKind::kCites, NodeKind::kArticle));
  CHECK_FALSE(fits(NodeKind::kQuote, EdgeKind::kDerivedFrom, NodeKind::kArticle));
  CHECK(fits(NodeKind::kQuote, EdgeKind::kQuotedFrom, NodeKind::kArticle));
  CHECK_FALSE(fits(NodeKind::kArticle, EdgeKind::kPartOf, NodeKind::kDocument));
  CHECK(fits(NodeKind::kClaim, EdgeKind::kSameAs, NodeKind::kClaim));
  CHECK_FALSE(fits(NodeKind::kClaim, EdgeKind::kSameAs, NodeKind::kQuote));
}

TEST_CASE("evidence is found in the text by place, by words, or by both") {
  const std::string text = "é said AFP, and AFP again";
  CHECK(Refusal(CheckEvidence(Words("AFP", 7, 10), text)).empty());
  CHECK(Refusal(CheckEvidence(Words("AFP"), text)).empty());
  CHECK(Refusal(CheckEvidence(Words({}, 0, 25), text)).empty());
  CHECK_FALSE(Refusal(CheckEvidence(Words("AFP", 8, 11), text)).empty());
  CHECK_FALSE(Refusal(CheckEvidence(Words("Reuters"), text)).empty());
  CHECK_FALSE(Refusal(CheckEvidence(Words({}, 0, 26), text)).empty());
}

TEST_CASE("prefix and suffix stand beside the words that they are with") {
  const std::string text = "é said AFP, and AFP again";
  Evidence evidence = Words("AFP");
  evidence.prefix = "and ";
  evidence.suffix = " again";
  CHECK(Refusal(CheckEvidence(evidence, text)).empty());
  evidence.prefix = "said ";
  CHECK_FALSE(Refusal(CheckEvidence(evidence, text)).empty());
  evidence.suffix = ",";
  CHECK(Refusal(CheckEvidence(evidence, text)).empty());
}

}  // namespace
}  // namespace stemma::testing
