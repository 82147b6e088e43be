#include "graph/adding/adding_trial.h"

#include <algorithm>
#include <stdexcept>

#include "graph/base/content_hash.h"
#include "support/must.h"

namespace stemma::testing {

Sheet::Sheet(const std::string& text, const std::string& url) {
  reading.article.text = text;
  reading.article.url = url;
  reading.language = Language::kEnglish;
}

Span Sheet::At(std::string_view words) const {
  const size_t at = reading.article.text.find(words);
  if (at == std::string::npos) {
    throw std::runtime_error("not in the text: " + std::string(words));
  }
  return {at, at + words.size()};
}

Sheet& Sheet::Outlet(const std::string& name) {
  reading.article.outlet = Stated{name, std::nullopt};
  return *this;
}

Sheet& Sheet::Says(std::string_view quote, std::string_view mention, const std::string& name,
                   QuoteKind kind) {
  Quote one;
  one.span = At(quote);
  one.kind = kind;
  one.speaker = SpeakerMention{At(mention), "", "", name};
  one.method = "quote.test/1";
  reading.quotes.push_back(one);
  return *this;
}

Sheet& Sheet::Marks(std::string_view quote, QuoteKind kind) {
  Quote one;
  one.span = At(quote);
  one.kind = kind;
  one.method = "quote.test/1";
  reading.quotes.push_back(one);
  return *this;
}

Sheet& Sheet::CreditTo(std::string_view words, const std::string& agency, CreditOf of) {
  reading.credits.push_back({At(words), agency, of, "credit.test/1"});
  return *this;
}

Sheet& Sheet::From(std::string_view words, const std::string& name, SourceRelation relation) {
  Source source;
  source.span = At(words);
  source.name = name;
  source.relation = relation;
  source.is_vague = name.empty();
  source.method = "source.test/1";
  reading.sources.push_back(source);
  return *this;
}

Sheet& Sheet::Paper(std::string_view words, const std::string& name, bool seen) {
  From(words, name, SourceRelation::kCites);
  reading.sources.back().is_document = true;
  reading.sources.back().is_vague = false;
  reading.sources.back().seen = seen;
  return *this;
}

Sheet& Sheet::LinkTo(std::string_view words, const std::string& url) {
  reading.article.links.push_back({At(words), url});
  return *this;
}

void AddingTrial::Store(const std::vector<NodeAssertion>& nodes,
                        const std::vector<EdgeAssertion>& edges) {
  const auto sink = graph_.Begin();
  for (const NodeAssertion& node : nodes) {
    Must(sink->Add(node, Place{}));
  }
  for (const EdgeAssertion& edge : edges) {
    Must(sink->Add(edge, Place{}));
  }
  if (!Must(sink->RejectWaiting()).empty()) {
    throw std::runtime_error("an edge names a node that is not there");
  }
  Must(sink->Commit());
}

AddingTrial::Outcome AddingTrial::Add(const std::vector<Sheet>& sheets,
                                      const std::vector<std::string>& files,
                                      const AddOptions& options) {
  const auto sink = graph_.Begin();
  Adder adder(graph_, *sink, options);
  for (size_t i = 0; i < sheets.size(); ++i) {
    const std::string& text = sheets[i].reading.article.text;
    Must(adder.Add(sheets[i].reading, {files[i], "/desk/" + files[i], Xxh3Hex(text)}));
  }
  Receipt receipt = Must(adder.Commit());
  return {adder.Added(), std::move(receipt)};
}

AddingTrial::Outcome AddingTrial::Add(const Sheet& sheet, const std::string& file,
                                      const AddOptions& options) {
  return Add(std::vector<Sheet>{sheet}, {file}, options);
}

std::vector<std::string> AddingTrial::Edges(EdgeKind kind) const {
  std::vector<std::string> edges;
  Must(graph_.ScanEdges([&](NodeId from, const EdgeFacts& edge) {
    if (edge.kind == kind) {
      const auto ids = Must(graph_.Ids(std::vector<NodeId>{from, edge.other}));
      edges.push_back(ids[0] + " " + std::string(Name(kind)) + " " + ids[1]);
    }
    return true;
  }));
  std::sort(edges.begin(), edges.end());
  return edges;
}

EdgeAssertion AddingTrial::Said(const std::string& from, EdgeKind kind,
                                const std::string& to) const {
  const EdgeKey key{Must(graph_.Find(from)).value(), kind, Must(graph_.Find(to)).value()};
  return Must(graph_.EdgeAssertions(key)).front().assertion;
}

NodeState AddingTrial::State(const std::string& id) const {
  return Must(graph_.Node(Must(graph_.Find(id)).value(), /*with_text=*/true));
}

NodeAssertion NodeOf(NodeKind kind, const std::string& id,
                     const std::vector<std::pair<std::string, std::string>>& fields) {
  NodeAssertion node;
  node.id = id;
  node.kind = kind;
  for (const auto& [name, value] : fields) {
    const bool is_text = value != "true" && !value.starts_with('[');
    node.fields.push_back({name, is_text, value});
  }
  return node;
}

EdgeAssertion EdgeOf(const std::string& from, EdgeKind kind, const std::string& to) {
  EdgeAssertion edge;
  edge.from = from;
  edge.kind = kind;
  edge.to = to;
  return edge;
}

std::vector<std::string> Settlements(const AddedArticle& article) {
  std::vector<std::string> list;
  for (const Settled& one : article.settled) {
    list.push_back(std::string(Name(one.as)) + " " + std::string(one.what) +
                   (one.node.empty() ? "" : " " + one.node) + (one.inherited ? " inherited" : ""));
  }
  return list;
}

}  // namespace stemma::testing
