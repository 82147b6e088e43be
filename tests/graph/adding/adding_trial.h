// Adds hand-made readings to a graph in memory, and looks at what became of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/adding/adder.h"
#include "graph/model/memory_graph.h"
#include "graph/reading/reading.h"

namespace stemma::testing {

// A reading of `text`, of whose words findings are made.
class Sheet {
 public:
  explicit Sheet(const std::string& text, const std::string& url = "");

  Span At(std::string_view words) const;  // the first place
  Sheet& Outlet(const std::string& name);
  Sheet& Says(std::string_view quote, std::string_view mention, const std::string& name = "",
              QuoteKind kind = QuoteKind::kDirect);
  Sheet& Marks(std::string_view quote, QuoteKind kind);  // of nobody
  Sheet& CreditTo(std::string_view words, const std::string& agency, CreditOf of = CreditOf::kText);
  Sheet& From(std::string_view words, const std::string& name, SourceRelation relation);
  Sheet& Paper(std::string_view words, const std::string& name, bool seen);
  Sheet& LinkTo(std::string_view words, const std::string& url);

  Reading reading;
};

class AddingTrial {
 public:
  // Stored before, each an import of its own.
  void Store(const std::vector<NodeAssertion>& nodes, const std::vector<EdgeAssertion>& edges = {});

  struct Outcome {
    std::vector<AddedArticle> added;
    Receipt receipt;
    const AddedArticle& operator[](size_t i) const { return added[i]; }
  };
  // Throws the error's message.
  Outcome Add(const std::vector<Sheet>& sheets, const std::vector<std::string>& files,
              const AddOptions& options = {});
  Outcome Add(const Sheet& sheet, const std::string& file = "story.txt",
              const AddOptions& options = {});

  // "story cites reuters", sorted; without edges of other kinds than `kind`.
  std::vector<std::string> Edges(EdgeKind kind) const;
  EdgeAssertion Said(const std::string& from, EdgeKind kind, const std::string& to) const;
  NodeState State(const std::string& id) const;
  const MemoryGraph& Graph() const { return graph_; }

 private:
  MemoryGraph graph_;
};

NodeAssertion NodeOf(NodeKind kind, const std::string& id,
                     const std::vector<std::pair<std::string, std::string>>& fields = {});
EdgeAssertion EdgeOf(const std::string& from, EdgeKind kind, const std::string& to);

// "matched speaker le-drian", for each that was settled.
std::vector<std::string> Settlements(const AddedArticle& article);

}  // namespace stemma::testing
