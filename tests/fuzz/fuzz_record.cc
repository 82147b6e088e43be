// Bytes as the record of an assertion: what can be read is written again as the same.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "require.h"
#include "storage/record_codec.h"

namespace {

// In bytes: what a record's texts and lists take.
size_t SizeOf(const std::vector<stemma::Field>& fields) {
  size_t size = 0;
  for (const stemma::Field& field : fields) {
    size += sizeof field + field.name.size() + field.value.size();
  }
  return size;
}

size_t SizeOf(const stemma::NodeAssertion& node) {
  return node.id.size() + SizeOf(node.fields);
}

size_t SizeOf(const stemma::EdgeAssertion& edge) {
  size_t size = edge.from.size() + edge.to.size() + SizeOf(edge.extra);
  for (const std::string& claim : edge.claims) {
    size += sizeof claim + claim.size();
  }
  for (const stemma::Evidence& evidence : edge.evidence) {
    size += sizeof evidence + evidence.in.size() + SizeOf(evidence.extra);
    for (const auto* text : {&evidence.exact, &evidence.prefix, &evidence.suffix}) {
      size += text->has_value() ? (*text)->size() : 0;
    }
  }
  return size;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto record = stemma::DecodeRecord(bytes);
  if (!record.has_value()) {
    stemma::fuzz::Require(!record.error().message.empty(), "a refusal says why");
    return 0;
  }
  std::visit(
      [&](const auto& assertion) {
        // A value of 8 bytes, a pointer, may become an element of about 300; text is text.
        stemma::fuzz::Require(SizeOf(assertion) <= 256 * (size + 64),
                              "a record is not many times larger than its bytes");
        const std::string written = stemma::EncodeRecord(assertion);
        const auto again = stemma::DecodeRecord(written);
        stemma::fuzz::Require(again.has_value(), "what was written is read");
        std::visit(
            [&](const auto& second) {
              stemma::fuzz::Require(stemma::EncodeRecord(second) == written,
                                    "what was written reads back the same");
              stemma::fuzz::Require(stemma::ContentHash(second) == stemma::ContentHash(assertion),
                                    "the same content has the same hash");
            },
            *again);
      },
      *record);
  return 0;
}
