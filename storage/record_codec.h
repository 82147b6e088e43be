// Assertions as bytes and back: the only place that knows Cap'n Proto.
//
// Source: schema/assertion.capnp; https://capnproto.org/encoding.html (stream framing).
// Thread safety: pure functions.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <variant>

#include "graph/base/result.h"
#include "graph/model/assertion.h"

namespace stemma {

std::string EncodeRecord(const NodeAssertion& assertion);
std::string EncodeRecord(const EdgeAssertion& assertion);

// Corruption when the bytes are no record. Copies the bytes once, for alignment.
Result<std::variant<NodeAssertion, EdgeAssertion>> DecodeRecord(std::string_view bytes);

// 128 bits over what is identical as written: `at` takes part only where it was given.
// Source: XXH3, https://github.com/Cyan4973/xxHash.
std::string ContentHash(const NodeAssertion& assertion);
std::string ContentHash(const EdgeAssertion& assertion);

}  // namespace stemma
