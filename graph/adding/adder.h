// Adds articles to a graph: any number of them, in one import.
//
//     Adder adder(view, sink, options);
//     adder.Add(ReadSourcing(*article), source);  // for each file
//     adder.Commit();
//
// Articles may link to each other, in either direction, and share speakers and outlets; what they
// come to does not depend on whether they are added together or one by one in that order, but for
// links to what comes later.
// Source: docs/reading.md.
// Thread safety: one thread.
#pragma once

#include <vector>

#include "graph/adding/added.h"
#include "graph/adding/article_mapper.h"
#include "graph/adding/known_names.h"
#include "graph/adding/known_works.h"
#include "graph/base/result.h"
#include "graph/model/graph_sink.h"
#include "graph/model/graph_view.h"
#include "graph/reading/reading.h"

namespace stemma {

class Adder {
 public:
  // `graph`: the state before the import of `sink`. Both must outlive it.
  Adder(const GraphView& graph, GraphSink& sink, AddOptions options);

  // InvalidInput: the article cannot be placed (see PlaceArticle, ArticleMapper), and nothing of it
  // was taken. O(bytes), and a look-up for each name, link and id.
  Status Add(const Reading& reading, ArticleSource source);

  // Settles links between the articles, and commits the sink. Call it once.
  Result<Receipt> Commit();

  // One for each Add, in that order; complete after Commit.
  const std::vector<AddedArticle>& Added() const { return added_; }

 private:
  struct Waiting {
    PendingLink link;
    size_t article = 0;
  };
  Status Take(const AssertionList& list);
  Status SettleLinks();

  const GraphView& graph_;
  GraphSink& sink_;
  AddOptions options_;
  KnownNames names_;
  KnownWorks works_;
  std::vector<AddedArticle> added_;
  std::vector<Waiting> waiting_;
};

}  // namespace stemma
