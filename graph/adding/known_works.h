// Which works there are, by id and by address, and which of them is a later text of which.
//
// There is no index of addresses in a store. A work that was added has its address as its id, so
// that it is found at once; for all others the nodes are looked through once a run, when a link is
// asked for that leads to none of those. What the run makes is kept beside the view.
// Source: docs/reading.md, "Which article it is".
// Thread safety: one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// One text of a work, and what it was read from.
struct WorkVersion {
  std::string id;
  NodeKind kind = NodeKind::kArticle;
  std::string text_hash;  // empty: no text is stored
  std::string file_hash;  // empty: not read from a file
  std::string file;       // its path; may be empty
};

class KnownWorks {
 public:
  // `graph` must outlive it.
  explicit KnownWorks(const GraphView& graph) : graph_(graph) {}

  // A node of any kind with this id, of the store or of this run.
  Result<bool> Exists(const std::string& id) const;

  // An id that this run gave to a node that is no work.
  void Occupy(std::string id) { occupied_.insert(std::move(id)); }

  // The works with an address of this key (see UrlKey), each by its newest text, each once.
  Result<std::vector<std::string>> WithUrl(const std::string& key);

  // All texts of the work that `id` is one of, oldest first; none when there is no such node.
  // InvalidInput when it is no work.
  Result<std::vector<WorkVersion>> Versions(const std::string& id) const;

  // The newest text of the work that `id` is one of.
  Result<std::string> Newest(std::string id) const;

  // What this run makes. `key` and `revises` may be empty.
  void Learn(const WorkVersion& version, const std::string& key, const std::string& revises);

  // Ids of this run's works with an address of this key.
  std::vector<std::string> MadeWithUrl(const std::string& key) const;

 private:
  struct Made {
    WorkVersion version;
    std::string revises;
  };
  Status ReadStoredUrls();
  Result<WorkVersion> Load(const std::string& id) const;
  // The id at the other end of a revision; empty when there is none.
  Result<std::string> Revision(const std::string& id, Direction direction) const;

  const GraphView& graph_;
  std::unordered_map<std::string, Made> made_;
  std::unordered_set<std::string> occupied_;
  std::unordered_map<std::string, std::string> revised_by_;
  std::unordered_map<std::string, std::vector<std::string>> made_by_url_;
  std::unordered_map<std::string, std::vector<std::string>> stored_by_url_;
  bool stored_urls_read_ = false;
};

}  // namespace stemma
