// The records that one piece of input comes to, waiting to be taken one by one.
//
// A page with its quotes is one line of a dump and many assertions. They go in together or not at
// all: where one of them is bad, the whole piece is, with one error at its place.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/base/result.h"
#include "graph/ingest/format_tally.h"
#include "graph/ingest/read_record.h"

namespace stemma {

class RecordQueue {
 public:
  // Each empty but for its kind; valid until the next is added.
  NodeAssertion& AddNode(NodeKind kind);
  EdgeAssertion& AddEdge(EdgeKind kind);

  // Whether every record that waits may be stored as far as it alone can tell (CheckLine, rules.h),
  // and no two fields of a record have one name, as those may that a format has in two places.
  Status Check() const;

  // Forgets what waits, and lets `error` wait in its place.
  void Refuse(Error error);

  // Fills `record` but for its place with the next one; false when none waits.
  bool Take(ReadRecord& record);

 private:
  ReadRecord& Append();

  std::vector<ReadRecord> records_;  // their memory is used again
  size_t taken_ = 0;
  size_t filled_ = 0;
};

// Where a reader of a format puts what one piece of its input comes to.
struct Mapped {
  RecordQueue& records;
  FormatTally& tally;  // of this piece alone: what is refused counts nothing
};

}  // namespace stemma
