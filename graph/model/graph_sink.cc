#include "graph/model/graph_sink.h"

#include "graph/model/rules.h"

namespace stemma {

Status GraphSink::Add(const NodeAssertion& assertion, Place place, const Prepared& prepared) {
  if (!prepared.is_checked) {
    STEMMA_TRY(CheckLine(assertion));
  }
  return Take(assertion, place, prepared);
}

Status GraphSink::Add(const EdgeAssertion& assertion, Place place, const Prepared& prepared) {
  if (!prepared.is_checked) {
    STEMMA_TRY(CheckLine(assertion));
  }
  return Take(assertion, place, prepared);
}

Status GraphSink::AddAlike(SinkNode&, SinkNode&, Place) {
  return Fail(ErrorCode::kUnsupported, "this sink takes whole edges only");
}

}  // namespace stemma
