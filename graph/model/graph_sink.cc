#include "graph/model/graph_sink.h"

#include "graph/model/rules.h"

namespace stemma {

Status GraphSink::Add(const NodeAssertion& assertion, Place place) {
  STEMMA_TRY(CheckLine(assertion));
  return Take(assertion, place, nullptr);
}

Status GraphSink::Add(const EdgeAssertion& assertion, Place place) {
  STEMMA_TRY(CheckLine(assertion));
  return Take(assertion, place, nullptr, nullptr);
}

}  // namespace stemma
