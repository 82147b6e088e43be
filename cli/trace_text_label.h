// What a person reads about a node on one line, and the words for steps and ends.
//
// A label gathers what several records say (outlet, date, speaker, what was folded), so that the
// tree, the strands and the summary name a node alike.
// Source: docs/glossary.md.
// Thread safety: one thread; it remembers what it has read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/trace_text_line.h"
#include "graph/algo/chain.h"
#include "graph/algo/filtered_view.h"
#include "graph/algo/folding.h"
#include "graph/base/result.h"
#include "graph/model/assertion.h"

namespace stemma {

// All texts are printable; any but `id` may be empty.
struct NodeLabel {
  std::string id;
  NodeKind kind = NodeKind::kArticle;
  std::string title;   // title, name, or the whole text of a quote or claim
  std::string outlet;  // of a work
  std::string date;    // as written; empty: undated
  std::string lang;
  std::string folded;  // "one leak, 6 papers", "also as x"
  std::string speaker;  // of a quote: “as printed” for a mere role, else the name with what differs
  std::string acronym;  // of an agent: the alias a newsroom would write, "AFP"
  bool first_hand = false;
};

class NodeLabels {
 public:
  // Borrows `view`.
  explicit NodeLabels(const FilteredView& view) : view_(view), folding_(view) {}

  // Valid as long as this object. A few reads for each new node.
  Result<const NodeLabel*> Of(NodeId node);
  // The ids of the works that print a quote; empty when none does. One read, not remembered.
  Result<std::string> PrintedIn(NodeId quote);

 private:
  Result<NodeLabel> Read(NodeId node);
  Result<std::string> OutletOf(NodeId work);
  Result<std::string> SpeakerOf(NodeId quote);
  Result<std::string> FoldedWith(NodeId node);

  const FilteredView& view_;
  Folding folding_;
  std::unordered_map<NodeId, NodeLabel> labels_;
};

// "article · AFP · 2019-11-27 · ar": without the id; the kind only when asked for.
std::vector<std::string> DetailsOf(const NodeLabel& label, bool with_kind);

// "translated from", "credits", "saw", "lifted from", … for a step to a node of kind `to`.
std::string_view VerbOf(EdgeKind edge, const std::optional<std::string>& how, NodeKind to);

// "● ORIGIN, 4 hops".
Line MarkOf(ChainEnd end, uint64_t hops);

}  // namespace stemma
