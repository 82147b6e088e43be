// One article's findings as assertions: the work, its quotes, who speaks, whom it credits.
//
// Pure but for look-ups: the same findings over the same graph come to the same lines, so that
// adding an article twice says nothing new.
// Source: docs/reading.md, "What becomes of what was read".
// Thread safety: one thread.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "graph/adding/added.h"
#include "graph/adding/agents.h"
#include "graph/adding/assertion_list.h"
#include "graph/adding/known_names.h"
#include "graph/adding/known_works.h"
#include "graph/adding/place_article.h"
#include "graph/adding/text_evidence.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"
#include "graph/reading/reading.h"

namespace stemma {

// A link to what is not known yet, and may still come in this run.
struct PendingLink {
  EdgeAssertion edge;  // without `to`
  std::string url_key;
  size_t settled = 0;  // its place in AddedArticle::settled
};

class ArticleMapper {
 public:
  // All must outlive it; `added` is filled in.
  ArticleMapper(const GraphView& graph, KnownNames& names, KnownWorks& works,
                const Reading& reading, const Placement& placement, const AddOptions& options,
                AddedArticle& added);

  // InvalidInput: --outlet names a node that is none. O(bytes), and a look-up for each name and
  // link.
  Status Map();

  const AssertionList& List() const { return list_; }
  std::vector<PendingLink>& Pending() { return pending_; }

 private:
  Status MapWork(const std::string& text_hash);
  Status MapOutlet();
  Status MapQuotes();
  Status MapQuote(const Quote& quote);
  Status MapIndirect(const Quote& quote);
  Status MapCredits();
  Status MapSources();
  Status MapSource(const Source& source);
  Status MapLinks();
  void Cite(const Settled& settled, EdgeKind kind, Span span, std::string_view method);
  bool IsOwn(const Settled& settled, std::string_view name) const;
  void NoteOwn(const Settled& settled, std::string_view name);
  Result<bool> StandsInParent(std::string_view words);
  Status ReadParents();

  const GraphView& graph_;
  KnownWorks& works_;
  const Reading& reading_;
  const Placement& placement_;
  const AddOptions& options_;
  AddedArticle& added_;
  AssertionList list_;
  Agents agents_;
  TextEvidence evidence_;
  std::vector<PendingLink> pending_;
  std::unordered_set<std::string> own_ids_;  // outlet and agencies whose copy it is
  std::unordered_set<std::string> own_names_;
  bool parents_read_ = false;
  std::vector<std::string> parent_texts_;
};

}  // namespace stemma
