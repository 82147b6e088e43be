// One of two works that share their words: when and by whom it was published, and whom it credits.
//
// Names stand for outlets, not nodes, so that an agency that a text prints and an outlet that the
// graph knows by another of its names meet.
// Source: docs/audit.md, "Near copies".
// Thread safety: one thread, as of RecordedTies.
#pragma once

#include <set>
#include <string>

#include "graph/audit/recorded_ties.h"
#include "graph/base/edtf.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"
#include "graph/reading/reading.h"

namespace stemma {

using NameKeys = std::set<std::string>;  // AgentNameKey of all names and aliases

struct CopySide {
  DateInterval date;
  std::string printed_date;  // EDTF; empty: undated
  NameKeys publishers;
  std::string publisher;         // as shown; empty: not recorded
  std::set<std::string> owners;  // of the outlets, folded
  std::string owner;             // as shown
  NameKeys cited;                // outlets that it is recorded, or says itself, to draw on
  NameKeys agencies;             // of these, whose copy it says to be, or a person says it is
};

// As the graph knows it.
Result<CopySide> StoredSide(const GraphView& graph, RecordedTies& ties, NodeId work);
// As a text that is not stored says of itself.
CopySide PrintedSide(const Article& article);
// Whom the text itself credits: agencies for its words, others for what it takes from them.
void AddPrintedCredits(const Reading& reading, CopySide& side);

template <class Names>
bool ShareOne(const Names& a, const Names& b) {
  for (const auto& name : a) {
    if (b.contains(name)) {
      return true;
    }
  }
  return false;
}

}  // namespace stemma
