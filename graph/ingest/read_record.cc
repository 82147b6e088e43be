#include "graph/ingest/read_record.h"

namespace stemma {

void Clear(NodeAssertion& node) {
  node.id.clear();
  node.kind = NodeKind::kArticle;
  node.by.reset();
  node.at = 0;
  node.at_given = false;
}

void Clear(EdgeAssertion& edge) {
  edge.from.clear();
  edge.kind = EdgeKind::kCites;
  edge.to.clear();
  edge.status = AssertionStatus::kAsserted;
  edge.judgement = Judgement::kNone;
  edge.inherited = false;
  for (auto* text : {&edge.how, &edge.as_printed, &edge.method, &edge.by, &edge.because}) {
    text->reset();
  }
  edge.claims.clear();
  edge.evidence.clear();
  edge.confidence.reset();
  edge.at = 0;
  edge.at_given = false;
  edge.extra.clear();
}

}  // namespace stemma
