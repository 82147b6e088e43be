#include "graph/adding/known_works.h"

#include <algorithm>

#include "graph/base/canonical_url.h"
#include "graph/base/content_hash.h"

namespace stemma {

Result<bool> KnownWorks::Exists(const std::string& id) const {
  if (made_.contains(id) || occupied_.contains(id)) {
    return true;
  }
  STEMMA_ASSIGN(const auto node, graph_.Find(id));
  return node.has_value();
}

// A later line may take an address away or give another one, so that the last to say decides.
Status KnownWorks::ReadStoredUrls() {
  stored_urls_read_ = true;
  std::unordered_map<std::string, std::string> key_of;
  STEMMA_TRY(graph_.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge*) {
    if (node == nullptr || !IsWork(node->assertion.kind)) {
      return true;
    }
    for (const Field& field : node->assertion.fields) {
      if (field.name == "url") {
        const auto canonical = CanonicalUrl(field.is_text ? field.value : "");
        key_of[node->assertion.id] = canonical ? UrlKey(*canonical) : "";
      }
    }
    return true;
  }));
  for (auto& [id, key] : key_of) {
    if (!key.empty()) {
      stored_by_url_[key].push_back(id);
    }
  }
  return {};
}

std::vector<std::string> KnownWorks::MadeWithUrl(const std::string& key) const {
  const auto made = made_by_url_.find(key);
  return made == made_by_url_.end() ? std::vector<std::string>() : made->second;
}

Result<std::vector<std::string>> KnownWorks::WithUrl(const std::string& key) {
  std::vector<std::string> ids = MadeWithUrl(key);
  STEMMA_ASSIGN(const auto by_id, graph_.Find(key));
  if (by_id) {
    STEMMA_ASSIGN(const auto facts, graph_.Facts({&*by_id, 1}));
    if (IsWork(facts.front().kind)) {
      ids.push_back(key);
    }
  }
  if (ids.empty()) {
    if (!stored_urls_read_) {
      STEMMA_TRY(ReadStoredUrls());
    }
    if (const auto stored = stored_by_url_.find(key); stored != stored_by_url_.end()) {
      ids = stored->second;
    }
  }
  for (std::string& id : ids) {
    STEMMA_ASSIGN(id, Newest(std::move(id)));
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

Result<std::string> KnownWorks::Revision(const std::string& id, Direction direction) const {
  if (direction == Direction::kIn) {
    if (const auto later = revised_by_.find(id); later != revised_by_.end()) {
      return later->second;
    }
  } else if (const auto made = made_.find(id);
             made != made_.end() && !made->second.revises.empty()) {
    return made->second.revises;
  }
  STEMMA_ASSIGN(const auto node, graph_.Find(id));
  if (!node) {
    return std::string();
  }
  STEMMA_ASSIGN(const auto edges,
                graph_.Edges({&*node, 1}, direction, SetOf(EdgeKind::kDerivedFrom)));
  const EdgeFacts* newest = nullptr;
  for (const EdgeFacts& edge : edges.front()) {
    const bool holds = edge.revision && edge.status != AssertionStatus::kWithdrawn;
    if (holds && (newest == nullptr || edge.arrival > newest->arrival)) {
      newest = &edge;
    }
  }
  if (newest == nullptr) {
    return std::string();
  }
  STEMMA_ASSIGN(const auto ids, graph_.Ids({&newest->other, 1}));
  return ids.front();
}

Result<std::string> KnownWorks::Newest(std::string id) const {
  std::vector<std::string> seen = {id};  // revisions by hand may go round
  while (true) {
    STEMMA_ASSIGN(const std::string later, Revision(seen.back(), Direction::kIn));
    if (later.empty() || std::find(seen.begin(), seen.end(), later) != seen.end()) {
      return seen.back();
    }
    seen.push_back(later);
  }
}

Result<WorkVersion> KnownWorks::Load(const std::string& id) const {
  if (const auto made = made_.find(id); made != made_.end()) {
    return made->second.version;
  }
  if (occupied_.contains(id)) {
    return InvalidInput("\"" + id +
                        "\" is an outlet or a speaker, expected an article or a document");
  }
  STEMMA_ASSIGN(const auto node, graph_.Find(id));
  STEMMA_ASSIGN(const NodeState state, graph_.Node(node.value(), /*with_text=*/true));
  if (!IsWork(state.kind)) {
    return InvalidInput("\"" + id + "\" is a " + std::string(Name(state.kind)) +
                        ", expected an article or a document");
  }
  WorkVersion version{id, state.kind, "", "", std::string(state.Text("file").value_or(""))};
  if (const auto text = state.Text("text")) {
    version.text_hash = Xxh3Hex(*text);
  }
  version.file_hash = state.Text("file_xxh3").value_or("");
  return version;
}

Result<std::vector<WorkVersion>> KnownWorks::Versions(const std::string& id) const {
  STEMMA_ASSIGN(const bool exists, Exists(id));
  if (!exists) {
    return std::vector<WorkVersion>();
  }
  std::vector<std::string> ids = {id};
  for (const Direction direction : {Direction::kOut, Direction::kIn}) {
    while (true) {
      STEMMA_ASSIGN(const std::string next, Revision(ids.back(), direction));
      if (next.empty() || std::find(ids.begin(), ids.end(), next) != ids.end()) {
        break;
      }
      ids.push_back(next);
    }
    if (direction == Direction::kOut) {
      std::reverse(ids.begin(), ids.end());  // oldest first, ends at `id`
    }
  }
  std::vector<WorkVersion> versions;
  for (const std::string& one : ids) {
    STEMMA_ASSIGN(WorkVersion version, Load(one));
    versions.push_back(std::move(version));
  }
  return versions;
}

void KnownWorks::Learn(const WorkVersion& version, const std::string& key,
                       const std::string& revises) {
  made_[version.id] = {version, revises};
  if (!revises.empty()) {
    revised_by_[revises] = version.id;
  }
  if (!key.empty()) {
    made_by_url_[key].push_back(version.id);
  }
}

}  // namespace stemma
