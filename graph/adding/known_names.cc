#include "graph/adding/known_names.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kSlugBytesMax = 100;
constexpr int kSameAsStepsMax = 16;  // a chain of judgements is short; a round must end

}  // namespace

std::string Slug(std::string_view text, bool fold) {
  const std::string source = fold ? FoldName(text) : std::string(text);
  std::string slug;
  bool gap = false;
  const auto* bytes_of = reinterpret_cast<const uint8_t*>(source.data());
  const auto length = static_cast<int32_t>(source.size());
  for (int32_t at = 0; at < length;) {
    const int32_t begin = at;
    UChar32 point = 0;
    U8_NEXT(bytes_of, at, length, point);
    const bool keep = point >= 0 && (u_isalnum(point) || point == '_' ||
                                     u_charType(point) == U_NON_SPACING_MARK ||
                                     u_charType(point) == U_COMBINING_SPACING_MARK);
    if (!keep) {
      gap = !slug.empty();
      continue;
    }
    const auto bytes = static_cast<size_t>(at - begin);
    if (slug.size() + bytes + 1 > kSlugBytesMax) {
      break;
    }
    slug += gap ? "-" : "";
    slug.append(source, static_cast<size_t>(begin), bytes);
    gap = false;
  }
  return slug;
}

// Where the newest judgement is `same` that of `to` is shown.
Result<NodeId> KnownNames::ShownNode(NodeId node) const {
  for (int step = 0; step < kSameAsStepsMax; ++step) {
    STEMMA_ASSIGN(const auto edges,
                  graph_.Edges({&node, 1}, Direction::kOut, SetOf(EdgeKind::kSameAs)));
    const EdgeFacts* newest = nullptr;
    for (const EdgeFacts& edge : edges.front()) {
      const bool holds =
          edge.judgement == Judgement::kSame && edge.status != AssertionStatus::kWithdrawn;
      if (holds && (newest == nullptr || edge.at > newest->at)) {
        newest = &edge;
      }
    }
    if (newest == nullptr) {
      break;
    }
    node = newest->other;
  }
  return node;
}

Result<std::vector<NamedNode>> KnownNames::Stored(const std::string& name) const {
  STEMMA_ASSIGN(std::vector<NodeId> nodes, graph_.Named(name));
  for (NodeId& node : nodes) {
    STEMMA_ASSIGN(node, ShownNode(node));
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, graph_.Facts(nodes));
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph_.Ids(nodes));
  std::vector<NamedNode> named;
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!facts[i].unnamed) {
      named.push_back({ids[i], facts[i].kind});
    }
  }
  return named;
}

Result<std::vector<NamedNode>> KnownNames::Bearing(std::span<const std::string> names,
                                                   bool (*fits)(NodeKind)) {
  std::vector<NamedNode> bearing;
  for (const std::string& name : names) {
    const std::string folded = FoldName(name);
    if (folded.empty()) {
      continue;
    }
    auto known = by_folded_name_.find(folded);
    if (known == by_folded_name_.end()) {
      STEMMA_ASSIGN(std::vector<NamedNode> stored, Stored(folded));
      known = by_folded_name_.emplace(folded, std::move(stored)).first;
    }
    for (const NamedNode& node : known->second) {
      if (fits(node.kind) && std::find(bearing.begin(), bearing.end(), node) == bearing.end()) {
        bearing.push_back(node);
      }
    }
  }
  return bearing;
}

// Only names that were asked before can be learnt, so that what is stored of them is there.
void KnownNames::Learn(std::string_view name, const NamedNode& node) {
  std::vector<NamedNode>& nodes = by_folded_name_[FoldName(name)];
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) {
    nodes.push_back(node);
  }
}

Result<std::string> KnownNames::NewId(std::string_view name) {
  std::string stem = Slug(name, /*fold=*/true);
  stem = stem.empty() ? "unnamed" : stem;
  std::string id = stem;
  for (int n = 2;; ++n) {
    STEMMA_ASSIGN(const auto taken, graph_.Find(id));
    if (!taken && ids_given_.insert(id).second) {
      return id;
    }
    id = stem + "-" + std::to_string(n);
  }
}

}  // namespace stemma
