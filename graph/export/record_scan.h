// What holds of every node and every edge, one after the other: what data formats are made of.
//
// A node is its merged fields. An edge is its deciding assertion with the evidence of all, because
// evidence adds up. Both come in batches and none is kept, so that memory does not grow with the
// graph. Every format leaves out the histories, and is asked whether it holds what is private, in
// the same words: therefore both are counted here.
// Source: docs/json.md. Thread safety: pure over a const view.
#pragma once

#include <cstdint>
#include <functional>

#include "graph/base/result.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct EdgeRecord {
  uint64_t number = 0;      // from 0, in the order of this scan
  uint64_t assertions = 0;  // how many there are of this edge
  EdgeAssertion said;       // the deciding one; `evidence` of all, by arrival, each once
};

// Calls `visit` for each node, in the order of the view's scan, until it fails. Reads in batches.
using NodeStateVisitor = std::function<Status(NodeId, const NodeState&)>;
Status ScanNodeStates(const GraphView& graph, bool with_text, const NodeStateVisitor& visit);

// Calls `visit` for each node with its text, in the order of the view's scan, until it fails.
// `report`, if not null, counts what a table of nodes leaves out, and the private ones in it.
using NodeRecordVisitor = std::function<Status(const NodeState&)>;
Status ScanNodeRecords(const GraphView& graph, ExportReport* report,
                       const NodeRecordVisitor& visit);

// The same of each edge, withdrawn ones included; two scans of one view give the same numbers.
using EdgeRecordVisitor = std::function<Status(const EdgeRecord&)>;
Status ScanEdgeRecords(const GraphView& graph, ExportReport* report,
                       const EdgeRecordVisitor& visit);

// Says of `count` nodes that are in an export that they are marked private.
void NotePrivate(uint64_t count, ExportReport& report);

}  // namespace stemma
