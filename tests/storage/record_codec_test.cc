// Records that nobody's encoder wrote: they are refused, or come to no more than their bytes.
#include "storage/record_codec.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>

#include <catch2/catch_all.hpp>

namespace stemma::testing {
namespace {

std::string Corpus(const std::string& name) {
  std::ifstream file(STEMMA_SOURCE_DIR "/tests/fuzz/corpus/record/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void AppendWord(std::string& out, uint64_t word) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    out += static_cast<char>((word >> shift) & 0xFFU);
  }
}

// Pointers as https://capnproto.org/encoding.html has them; `offset` is from the word behind.
uint64_t ToStruct(int32_t offset, uint16_t data_words, uint16_t pointers) {
  return (uint64_t{pointers} << 48U) | (uint64_t{data_words} << 32U) |
         (static_cast<uint32_t>(offset) << 2U);
}
uint64_t ToList(uint32_t offset, uint32_t element_size, uint32_t count) {
  return (uint64_t{count} << 35U) | (uint64_t{element_size} << 32U) | (offset << 2U) | 1U;
}

// An edge with `count` claims, which all lead to one text of `size` letters.
std::string ClaimsOfOneText(uint32_t count, uint32_t size) {
  constexpr uint16_t kPointers = 10;
  constexpr uint16_t kClaims = 3;
  std::string words;
  AppendWord(words, ToStruct(0, 2, 2));
  AppendWord(words, 0);                   // at
  AppendWord(words, uint64_t{1} << 16U);  // an edge
  AppendWord(words, 0);                   // by
  AppendWord(words, ToStruct(0, 1, kPointers));
  AppendWord(words, 0x0102);  // status, kind
  for (uint32_t i = 0; i < kPointers; ++i) {
    AppendWord(words, i == kClaims ? ToList(kPointers - 1 - i, 6, count) : 0);
  }
  for (uint32_t i = 0; i < count; ++i) {
    AppendWord(words, ToList(count - 1 - i, 2, size + 1));
  }
  words += std::string(size, 'x') + std::string(8 - size % 8, '\0');
  std::string record(4, '\0');  // one segment
  const auto segment = static_cast<uint32_t>(words.size() / 8);
  for (unsigned shift = 0; shift < 32; shift += 8) {
    record += static_cast<char>((segment >> shift) & 0xFFU);
  }
  return record + words;
}

TEST_CASE("a record that points at itself, or has millions of elements of no size, is no record") {
  const auto itself = DecodeRecord(Corpus("points_at_itself"));
  CHECK((!itself.has_value() || std::holds_alternative<NodeAssertion>(*itself)));
  const auto many = DecodeRecord(Corpus("many_of_nothing"));
  REQUIRE_FALSE(many.has_value());
  CHECK(many.error().code == ErrorCode::kCorruption);
}

TEST_CASE("one text is not read as often as something points at it") {
  const auto once = DecodeRecord(ClaimsOfOneText(1, 4000));
  REQUIRE(once.has_value());
  CHECK(std::get<EdgeAssertion>(*once).claims == std::vector<std::string>{std::string(4000, 'x')});
  // 20 kB that would come to 8 MB.
  const auto many = DecodeRecord(ClaimsOfOneText(2000, 4000));
  REQUIRE_FALSE(many.has_value());
  CHECK(many.error().code == ErrorCode::kCorruption);
}

TEST_CASE("a record as large as a line may be is read") {
  NodeAssertion node;
  node.id = "a";
  node.fields = {{"text", true, std::string(size_t{64} << 20U, 't')}};
  const auto read = DecodeRecord(EncodeRecord(node));
  REQUIRE(read.has_value());
  CHECK(std::get<NodeAssertion>(*read).fields == node.fields);

  EdgeAssertion edge;
  edge.from = "a";
  edge.to = "b";
  edge.claims.assign(100'000, "c");
  edge.evidence.assign(20'000, Evidence());
  const auto wide = DecodeRecord(EncodeRecord(edge));
  REQUIRE(wide.has_value());
  CHECK(std::get<EdgeAssertion>(*wide).claims.size() == 100'000);
  CHECK(std::get<EdgeAssertion>(*wide).evidence.size() == 20'000);
}

TEST_CASE("no bytes, and kinds that there are not, are no record") {
  NodeAssertion node;
  node.kind = static_cast<NodeKind>(7);
  EdgeAssertion edge;
  edge.kind = static_cast<EdgeKind>(0);
  EdgeAssertion judged;
  judged.judgement = static_cast<Judgement>(200);
  EdgeAssertion of_no_status;
  of_no_status.status = static_cast<AssertionStatus>(6);
  for (const std::string& bytes : {std::string(), EncodeRecord(node), EncodeRecord(edge),
                                   EncodeRecord(judged), EncodeRecord(of_no_status)}) {
    const auto read = DecodeRecord(bytes);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::kCorruption);
  }
  CHECK_FALSE(DecodeRecord({}).has_value());
}

TEST_CASE("a small record is read, whatever of it is missing") {
  for (const EdgeAssertion& edge : {EdgeAssertion(), [] {
                                      EdgeAssertion other;
                                      other.confidence = Confidence();
                                      other.evidence = {Evidence()};
                                      other.extra = {{"", false, "1"}};
                                      return other;
                                    }()}) {
    CHECK(DecodeRecord(EncodeRecord(edge)).has_value());
  }
  CHECK(DecodeRecord(EncodeRecord(NodeAssertion())).has_value());
}

}  // namespace
}  // namespace stemma::testing
