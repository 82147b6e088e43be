// The write port: assertions in, one atomic batch out.
//
// One sink is one import or one command: Commit makes all of it durable and visible at once, or
// none. An edge may come before the nodes it names: it waits, and is checked once all lines are in;
// what still waits for a node then is an error.
// Source: docs/architecture.md, "One import, all or nothing".
// Thread safety: one thread, beside which another may LookUp() what comes next.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/assertion.h"

namespace stemma {

// Where an assertion stands in the input: which of the files (counted from 0), and its line.
struct Place {
  uint32_t source = 0;
  uint64_t line = 0;  // from 1; 0: not from a file
};

// An assertion that was left out, and why.
struct Rejection {
  Place place;
  Error error;
};

// Evidence of an earlier assertion that no longer fits a text which has changed.
struct Orphan {
  std::string in;    // the node whose text changed
  std::string from;  // the edge whose evidence it is
  EdgeKind kind = EdgeKind::kCites;
  std::string to;
  std::string exact;  // may be empty
};

struct Receipt {
  uint64_t nodes_new = 0;
  uint64_t nodes_updated = 0;
  uint64_t edges_new = 0;
  uint64_t edges_updated = 0;
  uint64_t unchanged = 0;  // lines that were stored already, as written
  uint64_t rejected = 0;
  std::vector<Orphan> orphans;  // the first kOrphansListedMax
  uint64_t orphaned = 0;        // all of them
};
inline constexpr size_t kOrphansListedMax = 100;

// A node as a sink knows it, which says nothing to anybody else. Lives as long as the sink.
struct SinkNode {};

struct Lookup {
  std::string_view id;
  SinkNode* node = nullptr;  // the answer
};

// What of adding an assertion was done before its turn came, by another thread perhaps. Nothing
// need be: whoever adds a few leaves all of it to the sink.
struct Prepared {
  SinkNode* from = nullptr;  // by LookUp: the node, or where the edge begins
  SinkNode* to = nullptr;    // and where it ends
  bool is_checked = false;   // it passed CheckLine (rules.h)
};

class GraphSink {
 public:
  virtual ~GraphSink() = default;

  // Checks and takes one assertion. InvalidInput names the field and what was expected, and leaves
  // the sink as it was. `at` must be filled in.
  Status Add(const NodeAssertion& assertion, Place place, const Prepared& prepared = {});
  Status Add(const EdgeAssertion& assertion, Place place, const Prepared& prepared = {});

  // Looks up what lines name, in their order, many at once, on another thread perhaps. They need
  // not be added, nor be good; what is too long for an id gets null. Corruption, Io.
  virtual Status LookUp(std::span<Lookup>) { return {}; }

  // Adds a bare edge (assertion.h) that says of these ends what the edge added last, a bare one as
  // well and perhaps refused, said of its own: its kind, by whom and when. It passed CheckLine, and
  // its ends are those of LookUp. Only for a sink that takes such: most edges of a large import
  // then are two nodes and a place.
  virtual Status AddAlike(SinkNode& from, SinkNode& to, Place place);
  virtual bool TakesAlike() const { return false; }

  // Checks the edges that waited: those that turned out bad, by arrival, whether a node that they
  // name never came or they do not fit it. Called once, after the last line, before Commit.
  virtual Result<std::vector<Rejection>> RejectWaiting() = 0;

  // Makes everything taken durable and visible, at once. Afterwards the sink is spent.
  virtual Result<Receipt> Commit() = 0;

 private:
  // What passed CheckLine.
  virtual Status Take(const NodeAssertion& assertion, Place place, const Prepared& prepared) = 0;
  virtual Status Take(const EdgeAssertion& assertion, Place place, const Prepared& prepared) = 0;
};

}  // namespace stemma
