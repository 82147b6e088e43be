// The half of article_mapper.h that speaks of findings: quotes, credits, sources.
#include <string>

#include "graph/adding/article_mapper.h"

namespace stemma {

Status ArticleMapper::MapQuotes() {
  for (const Quote& quote : reading_.quotes) {
    STEMMA_TRY(quote.kind == QuoteKind::kIndirect ? MapIndirect(quote) : MapQuote(quote));
  }
  return {};
}

// A word or two in marks of which nobody is said to have spoken them are the writer's own distance,
// no quote; the text still holds them.
Status ArticleMapper::MapQuote(const Quote& quote) {
  if (quote.kind == QuoteKind::kMixed && !quote.speaker && !quote.cue) {
    ++added_.scare_quotes;
    return {};
  }
  ++added_.quotes;
  NodeAssertion node;
  node.id = placement_.id + "#q" + std::to_string(evidence_.CodePoint(quote.span.begin));
  node.kind = NodeKind::kQuote;
  node.fields.push_back(TextField("text", std::string(evidence_.Words(quote.span))));
  const std::string quote_id = node.id;
  list_.Add(std::move(node));
  list_.Add(list_.Extracted(placement_.id, EdgeKind::kQuotes, quote_id, quote.method,
                            evidence_.Of(quote.span)));
  if (!quote.speaker) {
    return {};
  }
  const SpeakerMention& mention = *quote.speaker;
  ++(mention.name.empty() ? added_.quotes_by_role : added_.quotes_named);
  const std::string_view printed = evidence_.Words(mention.span);
  STEMMA_ASSIGN(Settled settled,
                agents_.Speaker(mention, printed, evidence_.CodePoint(mention.span.begin)));
  EdgeAssertion edge = list_.Extracted(quote_id, EdgeKind::kSpokenBy, settled.node, quote.method,
                                       evidence_.Of(mention.span));
  edge.as_printed = std::string(printed);
  if (!mention.role.empty()) {
    edge.extra.push_back(TextField("role", mention.role));
  }
  if (!mention.organisation.empty()) {
    edge.extra.push_back(TextField("organisation", mention.organisation));
  }
  list_.Add(std::move(edge));
  added_.settled.push_back(std::move(settled));
  return {};
}

// No printed words, so no quote: whoever is reported by name is credited.
Status ArticleMapper::MapIndirect(const Quote& quote) {
  ++added_.indirect;
  if (!quote.speaker || quote.speaker->name.empty()) {
    return {};
  }
  const SpeakerMention& mention = *quote.speaker;
  const std::string_view printed = evidence_.Words(mention.span);
  STEMMA_ASSIGN(Settled settled,
                agents_.Speaker(mention, printed, evidence_.CodePoint(mention.span.begin)));
  if (IsOwn(settled, mention.name)) {
    settled.as = Settled::As::kOwn;
  } else {
    EdgeAssertion edge = list_.Extracted(placement_.id, EdgeKind::kCites, settled.node,
                                         quote.method, evidence_.Of(quote.span));
    edge.as_printed = std::string(printed);
    list_.Add(std::move(edge));
  }
  added_.settled.push_back(std::move(settled));
  return {};
}

void ArticleMapper::Cite(const Settled& settled, EdgeKind kind, Span span,
                         std::string_view method) {
  EdgeAssertion edge =
      list_.Extracted(placement_.id, kind, settled.node, method, evidence_.Of(span));
  edge.as_printed = settled.printed;
  edge.inherited = settled.inherited;
  list_.Add(std::move(edge));
}

// An agency's own copy needs no citation of it, whatever else it credits.
Status ArticleMapper::MapCredits() {
  for (const Credit& credit : reading_.credits) {
    if (credit.of != CreditOf::kText || credit.agency.empty()) {
      continue;
    }
    const std::string_view printed = evidence_.Words(credit.span);
    STEMMA_ASSIGN(Settled settled, agents_.Outlet("credit", credit.agency, credit.agency));
    settled.printed = std::string(printed);
    if (IsOwn(settled, credit.agency)) {
      settled.as = Settled::As::kOwn;
    } else if (!settled.node.empty()) {
      STEMMA_ASSIGN(settled.inherited, StandsInParent(printed));
      Cite(settled, EdgeKind::kCites, credit.span, credit.method);
    }
    added_.settled.push_back(std::move(settled));
  }
  for (size_t i = 0; i < added_.settled.size(); ++i) {
    if (added_.settled[i].what == "credit") {
      own_ids_.insert(added_.settled[i].node);
    }
  }
  for (const Credit& credit : reading_.credits) {
    if (credit.of == CreditOf::kText) {
      own_names_.insert(OutletName(credit.agency));
    }
  }
  own_ids_.erase("");
  own_names_.erase("");
  return {};
}

Status ArticleMapper::MapSources() {
  for (const Source& source : reading_.sources) {
    STEMMA_TRY(MapSource(source));
  }
  return {};
}

// Who told, published or obtained something is an outlet, known or not; "according to" may name
// anybody, so that only what is stored is taken for it. Documents are never made: a title does not
// tell which.
Status ArticleMapper::MapSource(const Source& source) {
  const std::string_view printed = evidence_.Words(source.span);
  const auto is_any = [](NodeKind kind) { return IsAgent(kind) || IsWork(kind); };
  const auto is_document = [](NodeKind kind) { return kind == NodeKind::kDocument; };
  Settled settled{Settled::As::kUnresolved, source.is_document ? "document" : "source",
                  std::string(printed), "", "names nobody"};
  if (!source.name.empty() && !source.is_vague) {
    if (source.is_document) {
      STEMMA_ASSIGN(settled, agents_.Stored("document", source.name, printed, is_document));
    } else if (IsOwn({}, source.name)) {
      settled.as = Settled::As::kOwn;
      settled.because = "its own reporting";
    } else if (source.relation == SourceRelation::kCites) {
      STEMMA_ASSIGN(settled, agents_.Stored("source", source.name, printed, is_any));
    } else {
      STEMMA_ASSIGN(settled, agents_.Outlet("source", source.name, printed));
    }
  }
  if (!settled.node.empty() && settled.node == placement_.id) {
    settled = {Settled::As::kUnresolved, settled.what, settled.printed, "", "names the article"};
  } else if (!settled.node.empty() && IsOwn(settled, source.name)) {
    settled.as = Settled::As::kOwn;
    settled.because = "its own reporting";
  } else if (!settled.node.empty()) {
    STEMMA_ASSIGN(settled.inherited, StandsInParent(evidence_.WithContext(source.span)));
    const bool cites = !source.is_document || source.seen;
    settled.because = cites ? "" : "seen by others, so mentioned";
    settled.inherited = settled.inherited && cites;
    Cite(settled, cites ? EdgeKind::kCites : EdgeKind::kMentions, source.span, source.method);
  }
  added_.settled.push_back(std::move(settled));
  return {};
}

}  // namespace stemma
