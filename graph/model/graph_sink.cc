#include "graph/model/graph_sink.h"

#include "graph/model/rules.h"

namespace stemma {

Status GraphSink::Add(const NodeAssertion& assertion, Place place, SinkNode* node) {
  STEMMA_TRY(CheckLine(assertion));
  return Take(assertion, place, node);
}

Status GraphSink::Add(const EdgeAssertion& assertion, Place place, SinkNode* from, SinkNode* to) {
  STEMMA_TRY(CheckLine(assertion));
  return Take(assertion, place, from, to);
}

}  // namespace stemma
