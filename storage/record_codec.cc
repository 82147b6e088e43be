#include "storage/record_codec.h"

#include <cstring>
#include <vector>

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>
#include <xxhash.h>

#include "schema/assertion.capnp.h"
#include "storage/known_kinds.h"

namespace stemma {
namespace {

// What reading a record may go over, as a multiple of its words: reading a whole one goes over its
// root and node or edge thrice and over all else once. Cap'n Proto's own limit is one number for
// all: too small for a text as long as a line of input may be, and for a small record far too large
// where its pointers all lead to one text, or a list has millions of elements of no size.
constexpr uint64_t kTraversalTimes = 3;

capnp::Text::Reader TextOf(std::string_view text) {
  // Cap'n Proto's text ends in NUL, so that a copy must be made; string_views here are of strings.
  return capnp::Text::Reader(text.data(), text.size());
}

void Put(const std::optional<std::string>& text, schema::OptionalText::Builder out) {
  if (text) {
    out.setSome(TextOf(*text));
  } else {
    out.setNone();
  }
}

std::string Take(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

std::optional<std::string> Take(schema::OptionalText::Reader text) {
  return text.isSome() ? std::optional<std::string>(Take(text.getSome())) : std::nullopt;
}

void Put(const std::vector<Field>& fields, capnp::List<schema::Field>::Builder out) {
  for (unsigned i = 0; i < fields.size(); ++i) {
    out[i].setName(TextOf(fields[i].name));
    out[i].setIsText(fields[i].is_text);
    out[i].setValue(TextOf(fields[i].value));
  }
}

std::vector<Field> Take(capnp::List<schema::Field>::Reader fields) {
  std::vector<Field> taken;
  for (const auto field : fields) {
    taken.push_back({Take(field.getName()), field.getIsText(), Take(field.getValue())});
  }
  return taken;
}

void Put(const Evidence& evidence, schema::Evidence::Builder out) {
  out.setIn(TextOf(evidence.in));
  out.setHasPosition(evidence.start.has_value());
  out.setStart(evidence.start.value_or(0));
  out.setEnd(evidence.end.value_or(0));
  Put(evidence.exact, out.initExact());
  Put(evidence.prefix, out.initPrefix());
  Put(evidence.suffix, out.initSuffix());
  Put(evidence.extra, out.initExtra(static_cast<unsigned>(evidence.extra.size())));
}

Evidence Take(schema::Evidence::Reader in) {
  Evidence evidence;
  evidence.in = Take(in.getIn());
  if (in.getHasPosition()) {
    evidence.start = in.getStart();
    evidence.end = in.getEnd();
  }
  evidence.exact = Take(in.getExact());
  evidence.prefix = Take(in.getPrefix());
  evidence.suffix = Take(in.getSuffix());
  evidence.extra = Take(in.getExtra());
  return evidence;
}

void Put(const std::optional<Confidence>& confidence, schema::Confidence::Builder out) {
  if (!confidence) {
    out.setNone();
  } else if (confidence->counted) {
    auto counts = out.initCounts();
    counts.setRight(confidence->right);
    counts.setFired(confidence->fired);
  } else {
    out.setNumber(confidence->number);
  }
}

std::optional<Confidence> Take(schema::Confidence::Reader in) {
  if (in.isNone()) {
    return std::nullopt;
  }
  Confidence confidence;
  confidence.counted = in.isCounts();
  if (in.isCounts()) {
    confidence.right = in.getCounts().getRight();
    confidence.fired = in.getCounts().getFired();
  } else {
    confidence.number = in.getNumber();
  }
  return confidence;
}

void PutBody(const NodeAssertion& assertion, schema::Assertion::Builder out) {
  auto node = out.initNode();
  node.setId(TextOf(assertion.id));
  node.setKind(static_cast<uint8_t>(assertion.kind));
  Put(assertion.fields, node.initFields(static_cast<unsigned>(assertion.fields.size())));
}

void PutBody(const EdgeAssertion& assertion, schema::Assertion::Builder out) {
  auto edge = out.initEdge();
  edge.setFrom(TextOf(assertion.from));
  edge.setTo(TextOf(assertion.to));
  edge.setKind(static_cast<uint8_t>(assertion.kind));
  edge.setStatus(static_cast<uint8_t>(assertion.status));
  edge.setJudgement(static_cast<uint8_t>(assertion.judgement));
  edge.setInherited(assertion.inherited);
  Put(assertion.how, edge.initHow());
  auto claims = edge.initClaims(static_cast<unsigned>(assertion.claims.size()));
  for (unsigned i = 0; i < assertion.claims.size(); ++i) {
    claims.set(i, TextOf(assertion.claims[i]));
  }
  Put(assertion.as_printed, edge.initAsPrinted());
  auto evidence = edge.initEvidence(static_cast<unsigned>(assertion.evidence.size()));
  for (unsigned i = 0; i < assertion.evidence.size(); ++i) {
    Put(assertion.evidence[i], evidence[i]);
  }
  Put(assertion.method, edge.initMethod());
  Put(assertion.confidence, edge.initConfidence());
  Put(assertion.because, edge.initBecause());
  Put(assertion.extra, edge.initExtra(static_cast<unsigned>(assertion.extra.size())));
}

template <class T>
std::string Encode(const T& assertion, Instant at) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::Assertion>();
  root.setAt(at);
  root.setAtGiven(assertion.at_given);
  Put(assertion.by, root.initBy());
  PutBody(assertion, root);
  const auto words = capnp::messageToFlatArray(message);
  const auto bytes = words.asBytes();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};
}

template <class T>
std::string Hash(const T& assertion) {
  const std::string bytes = Encode(assertion, assertion.at_given ? assertion.at : 0);
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

NodeAssertion TakeNode(schema::Assertion::Reader root) {
  NodeAssertion node;
  node.id = Take(root.getNode().getId());
  node.kind = static_cast<NodeKind>(root.getNode().getKind());
  node.fields = Take(root.getNode().getFields());
  node.at = root.getAt();
  node.at_given = root.getAtGiven();
  node.by = Take(root.getBy());
  return node;
}

EdgeAssertion TakeEdge(schema::Assertion::Reader root) {
  const auto in = root.getEdge();
  EdgeAssertion edge;
  edge.from = Take(in.getFrom());
  edge.to = Take(in.getTo());
  edge.kind = static_cast<EdgeKind>(in.getKind());
  edge.status = static_cast<AssertionStatus>(in.getStatus());
  edge.judgement = static_cast<Judgement>(in.getJudgement());
  edge.inherited = in.getInherited();
  edge.how = Take(in.getHow());
  for (const auto claim : in.getClaims()) {
    edge.claims.push_back(Take(claim));
  }
  edge.as_printed = Take(in.getAsPrinted());
  for (const auto evidence : in.getEvidence()) {
    edge.evidence.push_back(Take(evidence));
  }
  edge.method = Take(in.getMethod());
  edge.confidence = Take(in.getConfidence());
  edge.because = Take(in.getBecause());
  edge.extra = Take(in.getExtra());
  edge.at = root.getAt();
  edge.at_given = root.getAtGiven();
  edge.by = Take(root.getBy());
  return edge;
}

using AnyAssertion = std::variant<NodeAssertion, EdgeAssertion>;

}  // namespace

std::string EncodeRecord(const NodeAssertion& assertion) {
  return Encode(assertion, assertion.at);
}
std::string EncodeRecord(const EdgeAssertion& assertion) {
  return Encode(assertion, assertion.at);
}
std::string ContentHash(const NodeAssertion& assertion) {
  return Hash(assertion);
}
std::string ContentHash(const EdgeAssertion& assertion) {
  return Hash(assertion);
}

Result<std::variant<NodeAssertion, EdgeAssertion>> DecodeRecord(std::string_view bytes) {
  const auto damaged = [] {
    return Fail(ErrorCode::kCorruption, "the store is damaged: a record cannot be read");
  };
  if (bytes.empty()) {
    return damaged();  // which Cap'n Proto would take for a record with nothing in it
  }
  // A value of the database is not word-aligned, and Cap'n Proto reads words.
  std::vector<capnp::word> words((bytes.size() + sizeof(capnp::word) - 1) / sizeof(capnp::word));
  std::memcpy(words.data(), bytes.data(), bytes.size());
  capnp::ReaderOptions options;
  options.traversalLimitInWords = kTraversalTimes * words.size();
  try {
    capnp::FlatArrayMessageReader message(kj::arrayPtr(words.data(), words.size()), options);
    const auto root = message.getRoot<schema::Assertion>();
    if (root.isNode()) {
      NodeAssertion node = TakeNode(root);
      return IsKnown(node.kind) ? Result<AnyAssertion>(std::move(node)) : damaged();
    }
    EdgeAssertion edge = TakeEdge(root);
    const bool is_known = IsKnown(edge.kind) && IsKnown(edge.status) && IsKnown(edge.judgement);
    return is_known ? Result<AnyAssertion>(std::move(edge)) : damaged();
  } catch (const kj::Exception&) {
    return damaged();
  }
}

}  // namespace stemma
