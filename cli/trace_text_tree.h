// The tree of a trace, line by line.
//
// Thread safety: one thread; it remembers which nodes it has shown.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/step_record.h"
#include "cli/trace_text_label.h"
#include "cli/trace_text_line.h"
#include "cli/trace_tree.h"
#include "graph/algo/corrections.h"
#include "graph/algo/trace.h"
#include "graph/base/result.h"

namespace stemma {

class TreeText {
 public:
  // Borrows them. The nodes of the trace are loaded into `corrections`.
  TreeText(NodeLabels& labels, StepRecords& records, const Corrections& corrections, size_t columns)
      : labels_(labels), records_(records), corrections_(corrections), columns_(columns) {}

  // The node asked about, then its chains. A branch that was shown before is named and not
  // repeated.
  Result<std::vector<MarkedLine>> Lines(const Trace& trace);

 private:
  Status AddTop(const Trace& trace, const std::vector<TreeNode>& trees);
  Status AddChildren(const TreeNode& parent, const std::string& indent);
  Status AddChild(const TreeNode& child, const std::string& indent, bool is_last);
  Status AddStaters(const std::vector<TreeNode>& trees);
  // Behind a step: the node, with its details the first time.
  Result<Line> Named(NodeId node, bool first_time);
  void AddEnds(const TreeNode& node, const std::string& hang);
  // Below the line of a node that is shown for the first time: what corrects it.
  void AddCorrections(NodeId node, const std::string& hang);

  NodeLabels& labels_;
  StepRecords& records_;
  const Corrections& corrections_;
  size_t columns_;
  std::set<NodeId> shown_;
  std::set<NodeId> expanded_;  // whose children were shown
  std::vector<MarkedLine> lines_;
};

}  // namespace stemma
