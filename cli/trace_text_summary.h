// Below the tree: what a work prints, what its chains rest on, and what stands on record about
// them.
//
// Every sentence here is counted from what is stored; wording stays neutral.
// Thread safety: one thread.
#pragma once

#include <string>
#include <vector>

#include "cli/step_record.h"
#include "cli/trace_text.h"
#include "cli/trace_text_label.h"
#include "cli/trace_text_line.h"
#include "graph/algo/corrections.h"
#include "graph/algo/trace.h"
#include "graph/base/result.h"

namespace stemma {

class SummaryText {
 public:
  // Borrows all of them.
  SummaryText(const GraphView& graph, const Trace& trace, const TraceTextOptions& options,
              NodeLabels& labels, StepRecords& records, Corrections& corrections)
      : graph_(graph),
        trace_(trace),
        options_(options),
        labels_(labels),
        records_(records),
        corrections_(corrections) {}

  // "WHAT IT PRINTS" and a line or two for each quote and claim; empty when it prints none.
  Result<std::vector<MarkedLine>> Strands();
  // Sentences, unwrapped, each to start a line.
  Result<std::vector<std::string>> Sentences();

 private:
  Status AddStrand(const Strand& strand, std::vector<MarkedLine>& lines);
  Status AddSources(const Strand& strand, std::vector<MarkedLine>& lines);
  Status AddCorrected(const Strand& strand, std::vector<MarkedLine>& lines);
  Result<std::vector<std::string>> IdsOf(const std::vector<NodeId>& nodes);
  struct UncertainLinks {
    size_t inferred = 0;
    size_t disputed = 0;
  };
  UncertainLinks CountUncertain() const;
  Result<std::string> RestsOn();
  Result<std::string> ChokePoints();
  Result<std::string> OnRecord();
  Result<std::string> Nearest();
  Result<std::string> FirstStated();

  const GraphView& graph_;
  const Trace& trace_;
  const TraceTextOptions& options_;
  NodeLabels& labels_;
  StepRecords& records_;
  Corrections& corrections_;
};

}  // namespace stemma
