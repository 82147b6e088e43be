// GraphML, streamed: our own export comes back, and any other graph becomes works that cite.
//
// Nothing outside the file is read and no entity is expanded: a document type declaration ends the
// import. Memory is that of one node or edge.
// Source: GraphML primer and schema (graphml.graphdrawing.org); libxml2's xmlTextReader;
// docs/commands/import.md.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/ingest/record_reader.h"

namespace stemma {

// Borrows `lines`.
Result<std::unique_ptr<RecordReader>> ReadGraphml(LineReader& lines);

}  // namespace stemma
