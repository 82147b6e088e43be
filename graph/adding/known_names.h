// Which nodes bear a name: those of the store, and those that this run has made.
//
// A run of many files is one import, of which the store shows nothing before it is committed; so
// that adding files together comes to the same as adding them one by one, what the run makes is
// kept beside the view.
// Source: docs/reading.md, "Whose name it is".
// Thread safety: one thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct NamedNode {
  std::string id;
  NodeKind kind = NodeKind::kSpeaker;
  friend bool operator==(const NamedNode&, const NamedNode&) = default;
};

class KnownNames {
 public:
  // `graph` must outlive it.
  explicit KnownNames(const GraphView& graph) : graph_(graph) {}

  // The nodes of a fitting kind one of whose names, titles or aliases is one of `names` but for
  // case, accents and apostrophes; each once, those judged `same` as one. Unnamed speakers bear no
  // name. One look-up for each name not asked before in this run.
  Result<std::vector<NamedNode>> Bearing(std::span<const std::string> names,
                                         bool (*fits)(NodeKind));

  // A node that this run makes.
  void Learn(std::string_view name, const NamedNode& node);

  // An id that this run gave to a work.
  void Occupy(std::string id) { ids_given_.insert(std::move(id)); }

  // An id for a new node of this name that no node has yet: "jean-yves-le-drian", else with "-2"
  // and so on.
  Result<std::string> NewId(std::string_view name);

 private:
  Result<std::vector<NamedNode>> Stored(const std::string& name) const;
  Result<NodeId> ShownNode(NodeId node) const;

  const GraphView& graph_;
  std::unordered_map<std::string, std::vector<NamedNode>> by_folded_name_;
  std::unordered_set<std::string> ids_given_;
};

// `text` with letters and digits kept and all else as single hyphens, lower case and without
// accents when `fold`; at most 100 bytes; may be empty.
std::string Slug(std::string_view text, bool fold);

}  // namespace stemma
