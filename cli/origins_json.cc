#include "cli/origins_json.h"

#include <algorithm>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "cli/corrections_json.h"
#include "cli/json_ids.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

std::string_view Name(FamilyReason reason) {
  return reason == FamilyReason::kCopy          ? "copy"
         : reason == FamilyReason::kSyndication ? "syndication"
                                                : "one-occasion";
}

class OriginsWriter {
 public:
  OriginsWriter(const GraphView& graph, const Origins& origins, uint64_t listed_max)
      : ids_(graph), origins_(origins), listed_max_(listed_max) {}

  Result<Json> Write(const FilteredView& view) {
    STEMMA_TRY(LoadIds());
    Json value = Json::object();
    value["of"] = Ids(origins_.of);
    value["origins"] = Ids(origins_.origins);
    value["independent"] = ChainsValue(origins_.independent);
    value["choke_points"] = Ids(origins_.choke_points);
    std::vector<NodeId> none;
    std::vector<NodeId> no_source;
    for (const Sourceless& one : origins_.no_origin) {
      none.push_back(one.node);
      if (!one.names_source) {
        no_source.push_back(one.node);
      }
    }
    value["no_origin"] = Ids(none);
    value["no_source"] = Ids(no_source);
    value["outlets"] = Listed(origins_.outlets, [this](const std::vector<OwnedOutlet>& outlets) {
      Json list = Json::array();
      for (const OwnedOutlet& one : outlets) {
        Json entry = Json::object();
        entry["id"] = ids_.Of(one.outlet);
        entry["owners"] = one.owners;
        list.push_back(std::move(entry));
      }
      return list;
    });
    value["owners_of_all"] = OwnersOfAll(origins_.outlets);
    if (origins_.families) {
      value["families"] = FamiliesValue(*origins_.families);
    }
    STEMMA_ASSIGN(value["corrected"], CorrectionsJson(view, shown_));
    value["truncated"] = truncated_;
    return value;
  }

 private:
  // Of all that may be listed; those of paths and cuts are `shown_`.
  Status LoadIds() {
    std::set<NodeId> nodes(origins_.of.begin(), origins_.of.end());
    for (const std::vector<NodeId>* list : {&origins_.origins, &origins_.choke_points}) {
      shown_.insert(shown_.end(), list->begin(), list->end());
    }
    AddNodes(origins_.independent);
    if (origins_.families) {
      AddNodes(origins_.families->independent);
      for (const FoldedNode& one : origins_.families->folded) {
        nodes.insert(one.node);
        nodes.insert(one.root);
      }
    }
    for (const std::vector<OwnedOutlet>& outlets : origins_.outlets) {
      for (const OwnedOutlet& one : outlets) {
        nodes.insert(one.outlet);
      }
    }
    nodes.insert(shown_.begin(), shown_.end());
    const std::vector<NodeId> asked(nodes.begin(), nodes.end());
    return ids_.Load(asked);
  }

  void AddNodes(const IndependentChains& chains) {
    for (const std::vector<NodeId>& path : chains.paths) {
      shown_.insert(shown_.end(), path.begin(), path.end());
    }
    shown_.insert(shown_.end(), chains.cut.begin(), chains.cut.end());
  }

  template <class List, class ValueOf>
  Json Listed(const List& list, const ValueOf& value_of) {
    truncated_ = truncated_ || list.size() > listed_max_;
    Json values = Json::array();
    for (size_t i = 0; i < std::min<uint64_t>(list.size(), listed_max_); ++i) {
      values.push_back(value_of(list[i]));
    }
    return values;
  }

  Json Ids(const std::vector<NodeId>& nodes) {
    return Listed(nodes, [this](NodeId node) { return ids_.Of(node); });
  }

  Json ChainsValue(const IndependentChains& chains) {
    Json value = Json::object();
    value["count"] = chains.paths.size();
    value["paths"] = Listed(chains.paths, [this](const std::vector<NodeId>& path) {
      return ids_.List(path);  // a chain is listed whole or not at all
    });
    value["cut"] = Ids(chains.cut);
    return value;
  }

  Json FamiliesValue(const Families& families) {
    Json value = ChainsValue(families.independent);
    value["folded"] = Listed(families.folded, [this](const FoldedNode& one) {
      Json entry = Json::object();
      entry["id"] = ids_.Of(one.node);
      entry["root"] = ids_.Of(one.root);
      entry["because"] = Name(one.reason);
      return entry;
    });
    return value;
  }

  JsonIds ids_;
  const Origins& origins_;
  const uint64_t listed_max_;
  std::vector<NodeId> shown_;  // on chains
  bool truncated_ = false;
};

}  // namespace

Result<Json> OriginsJson(const GraphView& graph, const Origins& origins, const Filter& filter,
                         uint64_t listed_max) {
  return OriginsWriter(graph, origins, listed_max).Write(FilteredView(graph, filter));
}

}  // namespace stemma
