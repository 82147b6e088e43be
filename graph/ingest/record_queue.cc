#include "graph/ingest/record_queue.h"

#include <string_view>
#include <utility>
#include <vector>

#include "graph/ingest/format_fields.h"
#include "graph/model/rules.h"

namespace stemma {
namespace {

std::vector<std::string_view> NamesOf(const std::vector<Field>& fields) {
  std::vector<std::string_view> names;
  for (const Field& field : fields) {
    names.push_back(field.name);
  }
  return names;
}

}  // namespace

ReadRecord& RecordQueue::Append() {
  if (taken_ == filled_) {
    taken_ = filled_ = 0;
  }
  if (filled_ == records_.size()) {
    records_.emplace_back();
  }
  ReadRecord& record = records_[filled_++];
  record.error.reset();
  return record;
}

NodeAssertion& RecordQueue::AddNode(NodeKind kind) {
  ReadRecord& record = Append();
  record.is_node = true;
  Clear(record.node);
  record.node.fields.clear();
  record.node.kind = kind;
  return record.node;
}

EdgeAssertion& RecordQueue::AddEdge(EdgeKind kind) {
  ReadRecord& record = Append();
  record.is_node = false;
  Clear(record.edge);
  record.edge.kind = kind;
  return record.edge;
}

Status RecordQueue::Check() const {
  for (size_t i = taken_; i < filled_; ++i) {
    const ReadRecord& record = records_[i];
    STEMMA_TRY(record.is_node ? CheckLine(record.node) : CheckLine(record.edge));
    STEMMA_TRY(CheckNamesDiffer(NamesOf(record.is_node ? record.node.fields : record.edge.extra)));
  }
  return {};
}

void RecordQueue::Refuse(Error error) {
  taken_ = filled_;
  Append().error = std::move(error);
}

bool RecordQueue::Take(ReadRecord& record) {
  if (taken_ == filled_) {
    return false;
  }
  ReadRecord& next = records_[taken_++];
  record.is_node = next.is_node;
  std::swap(record.node, next.node);
  std::swap(record.edge, next.edge);
  record.error = std::move(next.error);
  next.error.reset();
  return true;
}

}  // namespace stemma
