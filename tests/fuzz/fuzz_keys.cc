// Bytes as keys, small values, a head of the log and a date: what can be read is written again as
// the same.
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/base/edtf.h"
#include "require.h"
#include "storage/commit_log.h"
#include "storage/key_codec.h"

namespace {

using stemma::fuzz::Require;

void TryKeys(const std::string& bytes) {
  if (const auto number = stemma::DecodeNumberKey(bytes)) {
    Require(stemma::NumberKey(*number) == bytes, "a number's key comes back");
  }
  if (const auto edge = stemma::DecodeAdjacency(bytes)) {
    Require(bytes.starts_with(stemma::AdjacencyKey(*edge)), "an edge's key comes back");
  }
  if (const auto recent = stemma::DecodeRecent(bytes)) {
    const auto edge = stemma::DecodeAdjacency(recent->block);
    Require(edge && stemma::RecentKey(recent->commit, *edge) == bytes, "a commit's key comes back");
  }
  if (const auto time = stemma::DecodeTime(bytes)) {
    Require(stemma::TimeKey(*time) == bytes, "a time's key comes back");
  }
  if (const auto arrival = stemma::DecodeArrival(bytes)) {
    Require(bytes.ends_with(stemma::NumberKey(*arrival)), "an arrival comes back");
  }
}

void TryValues(const std::string& bytes) {
  if (const auto counters = stemma::DecodeCounters(bytes)) {
    Require(stemma::DecodeCounters(stemma::EncodeCounters(*counters)) == counters,
            "counters come back");
  }
  if (const auto entry = stemma::DecodeId(bytes)) {
    const auto again = stemma::DecodeId(stemma::EncodeId(*entry));
    Require(again && again->node == entry->node && again->kind == entry->kind,
            "an id's entry comes back");
  }
  if (const auto entry = stemma::DecodeHistory(bytes)) {
    Require(stemma::DecodeHistory(stemma::EncodeHistory(*entry)) == entry,
            "an entry of a history comes back");
  }
  if (const auto nodes = stemma::DecodeNodes(bytes)) {
    Require(nodes->size() <= bytes.size(), "a node takes a byte");
    Require(stemma::DecodeNodes(stemma::EncodeNodes(*nodes)) == nodes,
            "a list of nodes comes back");
  }
}

void TryTexts(const std::string& bytes) {
  if (const auto head = stemma::ParseHead(bytes)) {
    Require(stemma::ParseHead(stemma::TextOf(*head)) == head, "a head comes back");
  }
  const auto span = stemma::ParseEdtf(bytes);
  if (span.has_value()) {
    Require(span->start <= span->end, "a date begins before it ends");
  } else {
    Require(!span.error().message.empty(), "a refusal says why");
  }
  const auto instant = stemma::ParseInstant(bytes);
  if (instant.has_value()) {
    const auto again = stemma::ParseInstant(stemma::FormatInstant(*instant));
    Require(again.has_value() && *again == *instant, "an instant comes back");
  } else {
    Require(!instant.error().message.empty(), "a refusal says why");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  TryKeys(bytes);
  TryValues(bytes);
  TryTexts(bytes);
  return 0;
}
