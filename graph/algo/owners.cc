#include "graph/algo/owners.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "graph/algo/folding.h"

namespace stemma {
namespace {

class OutletReader {
 public:
  explicit OutletReader(const FilteredView& view) : view_(view), folding_(view) {}

  Status Load(const std::vector<std::vector<NodeId>>& paths) {
    std::set<NodeId> distinct;
    for (const std::vector<NodeId>& path : paths) {
      distinct.insert(path.begin(), path.end());
    }
    nodes_.assign(distinct.begin(), distinct.end());
    STEMMA_TRY(LoadWorks());
    return LoadOutlets();
  }

  std::vector<OwnedOutlet> OutletsOf(const std::vector<NodeId>& path) const {
    std::vector<OwnedOutlet> outlets;
    for (const NodeId node : path) {
      for (const NodeId outlet : outlets_of_.at(node)) {
        const bool is_new =
            std::none_of(outlets.begin(), outlets.end(),
                         [&](const OwnedOutlet& one) { return one.outlet == outlet; });
        if (is_new) {
          outlets.push_back({outlet, owners_of_.at(outlet)});
        }
      }
    }
    return outlets;
  }

 private:
  // Whose outlets count for a node: those it is folded with, and who prints those that are quotes.
  Status LoadWorks() {
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(nodes_));
    for (size_t i = 0; i < nodes_.size(); ++i) {
      for (const NodeId member : folding_.Of(groups[i]).members) {
        works_.push_back(member);
        node_of_.push_back(nodes_[i]);
      }
    }
    STEMMA_ASSIGN(const auto printers,
                  view_.Edges(works_, Direction::kIn, SetOf(EdgeKind::kQuotes)));
    for (size_t i = 0; i < printers.size(); ++i) {
      for (const EdgeFacts& edge : printers[i]) {
        works_.push_back(edge.other);
        node_of_.push_back(node_of_[i]);
      }
    }
    return {};
  }

  Status LoadOutlets() {
    STEMMA_ASSIGN(const auto lists,
                  view_.Edges(works_, Direction::kOut, SetOf(EdgeKind::kPublishedBy)));
    std::vector<NodeId> outlets;
    for (const std::vector<EdgeFacts>& list : lists) {
      for (const EdgeFacts& edge : list) {
        outlets.push_back(edge.other);
      }
    }
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(outlets));
    for (const NodeId node : nodes_) {
      outlets_of_[node];
    }
    size_t next = 0;
    for (size_t i = 0; i < works_.size(); ++i) {
      for (size_t edge = 0; edge < lists[i].size(); ++edge) {
        const Group& group = folding_.Of(groups[next++]);
        outlets_of_[node_of_[i]].push_back(group.shown);
        if (!owners_of_.contains(group.shown)) {
          STEMMA_TRY(LoadOwners(group));
        }
      }
    }
    return {};
  }

  Status LoadOwners(const Group& group) {
    std::set<std::string> owners;
    STEMMA_ASSIGN(const std::vector<NodeState> states, view_.Nodes(group.members));
    for (const NodeState& state : states) {
      if (const auto owner = state.Text("owner"); owner && !owner->empty()) {
        owners.insert(std::string(*owner));
      }
    }
    owners_of_[group.shown].assign(owners.begin(), owners.end());
    return {};
  }

  const FilteredView& view_;
  Folding folding_;
  std::vector<NodeId> nodes_;
  std::vector<NodeId> works_;
  std::vector<NodeId> node_of_;  // by work: the node of a path that it counts for
  std::unordered_map<NodeId, std::vector<NodeId>> outlets_of_;
  std::unordered_map<NodeId, std::vector<std::string>> owners_of_;  // by outlet
};

}  // namespace

Result<std::vector<std::vector<OwnedOutlet>>> OutletsOfPaths(
    const FilteredView& view, const std::vector<std::vector<NodeId>>& paths) {
  OutletReader reader(view);
  STEMMA_TRY(reader.Load(paths));
  std::vector<std::vector<OwnedOutlet>> outlets;
  for (const std::vector<NodeId>& path : paths) {
    outlets.push_back(reader.OutletsOf(path));
  }
  return outlets;
}

std::vector<std::string> OwnersOfAll(const std::vector<std::vector<OwnedOutlet>>& paths) {
  std::set<std::string> common;
  for (size_t i = 0; i < paths.size(); ++i) {
    std::set<std::string> owners;
    for (const OwnedOutlet& outlet : paths[i]) {
      owners.insert(outlet.owners.begin(), outlet.owners.end());
    }
    if (i == 0) {
      common = std::move(owners);
      continue;
    }
    std::erase_if(common, [&](const std::string& owner) { return !owners.contains(owner); });
  }
  return paths.size() < 2 ? std::vector<std::string>()
                          : std::vector<std::string>(common.begin(), common.end());
}

}  // namespace stemma
