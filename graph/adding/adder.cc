#include "graph/adding/adder.h"

#include <utility>

#include "graph/adding/orphans.h"
#include "graph/adding/place_article.h"
#include "graph/base/content_hash.h"

namespace stemma {

Adder::Adder(const GraphView& graph, GraphSink& sink, AddOptions options)
    : graph_(graph), sink_(sink), options_(std::move(options)), names_(graph), works_(graph) {
}

Status Adder::Add(const Reading& reading, ArticleSource source) {
  const std::string text_hash = Xxh3Hex(reading.article.text);
  STEMMA_ASSIGN(const Placement placement,
                PlaceArticle(works_, reading.article, text_hash, source, options_));
  AddedArticle added;
  added.source = std::move(source);
  added.id = placement.id;
  added.as = placement.as;
  added.revises = placement.revises;
  added.full_rules = reading.language != Language::kOther;
  added.notes = reading.article.notes;
  if (placement.same_file) {
    added.notes.emplace_back("the same file is stored as it was read then; it is left so");
    added_.push_back(std::move(added));
    return {};
  }
  names_.Occupy(placement.id);
  ArticleMapper mapper(graph_, names_, works_, reading, placement, options_, added);
  STEMMA_TRY(mapper.Map());
  if (placement.as == AddedAs::kRevision) {
    STEMMA_ASSIGN(added.orphans, OrphansOf(graph_, placement.revises, reading.article.text));
  }
  STEMMA_TRY(Take(mapper.List()));
  for (const NodeAssertion& node : mapper.List().Nodes()) {
    if (IsAgent(node.kind)) {
      works_.Occupy(node.id);
    }
  }
  if (placement.as != AddedAs::kKnown) {
    works_.Learn({placement.id, placement.kind, text_hash, added.source.file_hash,
                  placement.told_by == "file" ? added.source.path : ""},
                 placement.url_key, placement.revises);
  }
  for (PendingLink& link : mapper.Pending()) {
    waiting_.push_back({std::move(link), added_.size()});
  }
  added_.push_back(std::move(added));
  return {};
}

Status Adder::Take(const AssertionList& list) {
  for (const NodeAssertion& node : list.Nodes()) {
    STEMMA_TRY(sink_.Add(node, Place{}));
  }
  for (const EdgeAssertion& edge : list.Edges()) {
    STEMMA_TRY(sink_.Add(edge, Place{}));
  }
  return {};
}

// What was not stored may have come later in this run. Links of one article to one other are one
// edge again.
Status Adder::SettleLinks() {
  for (size_t i = 0; i < waiting_.size();) {
    const size_t article = waiting_[i].article;
    AssertionList list(options_);
    for (; i < waiting_.size() && waiting_[i].article == article; ++i) {
      PendingLink& link = waiting_[i].link;
      if (works_.MadeWithUrl(link.url_key).empty()) {
        continue;
      }
      STEMMA_ASSIGN(const auto ids, works_.WithUrl(link.url_key));
      Settled& settled = added_[article].settled[link.settled];
      if (ids.size() != 1) {
        settled.because = "several works have the address";
      } else {
        settled.as = Settled::As::kMatched;
        settled.because.clear();
        settled.node = ids.front();
        link.edge.to = ids.front();
        list.Add(std::move(link.edge));
      }
    }
    STEMMA_TRY(Take(list));
  }
  return {};
}

Result<Receipt> Adder::Commit() {
  STEMMA_TRY(SettleLinks());
  STEMMA_ASSIGN(const std::vector<Rejection> rejected, sink_.RejectWaiting());
  if (!rejected.empty()) {
    return tl::unexpected<Error>(rejected.front().error);
  }
  return sink_.Commit();
}

}  // namespace stemma
