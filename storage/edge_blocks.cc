#include "storage/edge_blocks.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "storage/packing.h"

namespace stemma {
namespace {

constexpr uint8_t kInherited = 1;
constexpr uint8_t kRevision = 2;
constexpr uint8_t kHasClaims = 4;
constexpr uint8_t kByPerson = 8;
constexpr uint8_t kHasHistory = 16;
constexpr size_t kConfidenceBytes = 4;

// Everything but the ends and the arrival, which differ from edge to edge.
void PutShape(PackedWriter& out, const StoredEdge& edge) {
  const EdgeFacts& facts = edge.facts;
  out.Byte(static_cast<uint8_t>(facts.status));
  out.Byte(static_cast<uint8_t>(facts.judgement));
  out.Byte(
      static_cast<uint8_t>((facts.inherited ? kInherited : 0) | (facts.revision ? kRevision : 0) |
                           (facts.has_claims ? kHasClaims : 0) | (facts.by_person ? kByPerson : 0) |
                           (edge.has_history ? kHasHistory : 0)));
  char confidence[kConfidenceBytes];
  std::memcpy(confidence, &facts.confidence, kConfidenceBytes);
  out.Bytes({confidence, kConfidenceBytes});
  out.Moment(facts.at);
  out.Number(Step(static_cast<uint64_t>(facts.at), static_cast<uint64_t>(edge.earliest)));
  out.Number(Step(static_cast<uint64_t>(facts.at), static_cast<uint64_t>(edge.latest)));
}

StoredEdge TakeShape(PackedReader& in) {
  StoredEdge edge;
  EdgeFacts& facts = edge.facts;
  facts.status = in.OneOf<AssertionStatus>();
  facts.judgement = in.OneOf<Judgement>();
  const uint8_t flags = in.Byte();
  facts.inherited = (flags & kInherited) != 0;
  facts.revision = (flags & kRevision) != 0;
  facts.has_claims = (flags & kHasClaims) != 0;
  facts.by_person = (flags & kByPerson) != 0;
  edge.has_history = (flags & kHasHistory) != 0;
  const std::string_view confidence = in.Bytes(kConfidenceBytes);
  if (confidence.size() == kConfidenceBytes) {
    std::memcpy(&facts.confidence, confidence.data(), kConfidenceBytes);
  }
  facts.at = in.Moment();
  edge.earliest = static_cast<Instant>(Stepped(static_cast<uint64_t>(facts.at), in.Number()));
  edge.latest = static_cast<Instant>(Stepped(static_cast<uint64_t>(facts.at), in.Number()));
  return edge;
}

bool HasSameShape(const StoredEdge& a, const StoredEdge& b) {
  const EdgeFacts& x = a.facts;
  const EdgeFacts& y = b.facts;
  return x.status == y.status && x.judgement == y.judgement && x.inherited == y.inherited &&
         x.revision == y.revision && x.has_claims == y.has_claims && x.by_person == y.by_person &&
         std::bit_cast<uint32_t>(x.confidence) == std::bit_cast<uint32_t>(y.confidence) &&
         x.at == y.at && a.earliest == b.earliest && a.latest == b.latest &&
         a.has_history == b.has_history;
}

struct Shapes {
  std::vector<const StoredEdge*> distinct;
  std::vector<size_t> of;  // by edge
};

// Neighbours are mostly alike: the shape before is tried first.
Shapes FindShapes(std::span<const PackedEdge> edges) {
  Shapes shapes;
  shapes.of.reserve(edges.size());
  size_t last = 0;
  for (const PackedEdge& edge : edges) {
    if (shapes.distinct.empty() || !HasSameShape(*shapes.distinct[last], edge.stored)) {
      const auto found =
          std::find_if(shapes.distinct.begin(), shapes.distinct.end(),
                       [&](const StoredEdge* shape) { return HasSameShape(*shape, edge.stored); });
      last = static_cast<size_t>(found - shapes.distinct.begin());
      if (found == shapes.distinct.end()) {
        shapes.distinct.push_back(&edge.stored);
      }
    }
    shapes.of.push_back(last);
  }
  return shapes;
}

// Where one run of edges of a node and kind ends.
size_t RunEnd(std::span<const PackedEdge> edges, size_t begin) {
  size_t end = begin + 1;
  while (end < edges.size() && edges[end].ends.near == edges[begin].ends.near &&
         edges[end].ends.kind == edges[begin].ends.kind) {
    ++end;
  }
  return end;
}

}  // namespace

std::string EncodeEdgeBlock(std::span<const PackedEdge> edges, bool with_facts) {
  std::string value;
  PackedWriter out(value);
  const Shapes shapes = with_facts ? FindShapes(edges) : Shapes();
  out.Number(shapes.distinct.size());
  for (const StoredEdge* shape : shapes.distinct) {
    PutShape(out, *shape);
  }
  uint64_t near = edges.front().ends.near.value;
  uint64_t arrival = 0;
  for (size_t begin = 0; begin < edges.size();) {
    const size_t end = RunEnd(edges, begin);
    const Adjacency& first = edges[begin].ends;
    out.Number(first.near.value - near);
    near = first.near.value;
    out.Byte(static_cast<uint8_t>(first.kind));
    out.Number(end - begin);
    uint64_t far = first.far.value;
    out.Number(Step(near, far));
    for (size_t i = begin; i < end; ++i) {
      if (i > begin) {
        out.Number(edges[i].ends.far.value - far);
        far = edges[i].ends.far.value;
      }
      if (with_facts) {
        if (shapes.distinct.size() > 1) {
          out.Number(shapes.of[i]);
        }
        out.Number(Step(arrival, edges[i].stored.facts.arrival));
        arrival = edges[i].stored.facts.arrival;
      }
    }
    begin = end;
  }
  return value;
}

bool DecodeEdgeBlock(std::string_view key, std::string_view value, bool with_facts,
                     const std::function<bool(const PackedEdge&)>& visit) {
  const auto first = DecodeAdjacency(key);
  PackedReader in(value);
  const uint64_t shape_count = in.Number();
  if (!first || with_facts != (shape_count > 0) || shape_count > kBlockEdgesMax) {
    return false;
  }
  std::vector<StoredEdge> shapes;
  for (uint64_t i = 0; i < shape_count; ++i) {
    shapes.push_back(TakeShape(in));
  }
  PackedEdge edge;
  edge.ends.near = first->near;
  uint64_t arrival = 0;
  while (in.HasMore()) {
    edge.ends.near.value += in.Number();
    edge.ends.kind = in.OneOf<EdgeKind>();
    const uint64_t count = in.Number();
    edge.ends.far.value = Stepped(edge.ends.near.value, in.Number());
    for (uint64_t i = 0; i < count && in.Ok(); ++i) {
      edge.ends.far.value += i > 0 ? in.Number() : 0;
      if (with_facts) {
        const uint64_t shape = shapes.size() > 1 ? in.Number() : 0;
        if (shape >= shapes.size()) {
          return false;
        }
        edge.stored = shapes[shape];
        arrival = Stepped(arrival, in.Number());
        edge.stored.facts.arrival = arrival;
      }
      edge.stored.facts.kind = edge.ends.kind;
      edge.stored.facts.other = edge.ends.far;
      if (in.Ok() && !visit(edge)) {
        return true;
      }
    }
  }
  return in.Ok();
}

std::string EncodeEdge(const StoredEdge& edge) {
  std::string value;
  PackedWriter out(value);
  PutShape(out, edge);
  out.Number(edge.facts.arrival);
  return value;
}

std::optional<StoredEdge> DecodeEdge(const Adjacency& ends, std::string_view value) {
  PackedReader in(value);
  StoredEdge edge = TakeShape(in);
  edge.facts.arrival = in.Number();
  edge.facts.kind = ends.kind;
  edge.facts.other = ends.far;
  return in.AtEnd() ? std::optional(edge) : std::nullopt;
}

}  // namespace stemma
