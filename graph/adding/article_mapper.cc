#include "graph/adding/article_mapper.h"

#include <algorithm>

#include "graph/base/canonical_url.h"
#include "graph/base/content_hash.h"

namespace stemma {
namespace {

constexpr std::string_view kOutletFromMarkup = "outlet.markup/1";
constexpr std::string_view kOutletFromText = "outlet.text/1";

std::string LanguageField(const Reading& reading) {
  const std::string tag = reading.language == Language::kEnglish  ? "en"
                          : reading.language == Language::kFrench ? "fr"
                                                                  : "";
  const std::string& declared = reading.article.lang;
  return tag.empty() || declared.starts_with(tag) ? declared : tag;
}

// What was written on the day of the dateline was published then or later.
std::string PublishedDate(const Reading& reading) {
  const std::optional<Stated>& published = reading.article.published;
  const std::optional<Stated>& written = reading.dateline_date;
  const std::string date = published ? published->value : written ? written->value + "/.." : "";
  return ParseEdtf(date).has_value() ? date : "";
}

}  // namespace

ArticleMapper::ArticleMapper(const GraphView& graph, KnownNames& names, KnownWorks& works,
                             const Reading& reading, const Placement& placement,
                             const AddOptions& options, AddedArticle& added)
    : graph_(graph),
      works_(works),
      reading_(reading),
      placement_(placement),
      options_(options),
      added_(added),
      list_(options),
      agents_(names, placement.id, list_),
      evidence_(placement.id, reading.article.text) {
}

Status ArticleMapper::Map() {
  STEMMA_TRY(MapWork(Xxh3Hex(reading_.article.text)));
  STEMMA_TRY(MapOutlet());
  STEMMA_TRY(MapCredits());
  STEMMA_TRY(MapQuotes());
  STEMMA_TRY(MapSources());
  return MapLinks();
}

// Of a work that is stored, only what it lacks is filled in, and what a person says now; so that
// what was set by hand since stays.
Status ArticleMapper::MapWork(const std::string& text_hash) {
  const Article& article = reading_.article;
  NodeAssertion work;
  work.id = placement_.id;
  work.kind = placement_.kind;
  NodeState stored;
  STEMMA_ASSIGN(const auto node, graph_.Find(placement_.id));
  if (node) {
    STEMMA_ASSIGN(stored, graph_.Node(*node, /*with_text=*/false));
  }
  const auto give = [&](const char* name, const std::string& value, bool by_person) {
    const auto known = stored.Text(name);
    if (!value.empty() && (!known || (by_person && *known != value))) {
      work.fields.push_back(TextField(name, value));
    }
  };
  const auto said = [](const std::optional<Stated>& stated) {
    return stated ? stated->value : std::string();
  };
  give("title", options_.title.value_or(said(article.title)), options_.title.has_value());
  give("date", options_.date.value_or(PublishedDate(reading_)), options_.date.has_value());
  give("modified", said(article.modified), false);
  const auto stored_url = CanonicalUrl(stored.Text("url").value_or(""));
  if (!stored_url || UrlKey(*stored_url) != placement_.url_key) {
    give("url", placement_.url, options_.url.has_value());
  }
  give("lang", LanguageField(reading_), false);
  give("byline", said(article.byline), false);
  if (placement_.as != AddedAs::kKnown) {
    give("text", article.text, true);
    give("text_xxh3", text_hash, true);
    give("file", placement_.told_by == "file" ? added_.source.path : "", true);
    give("file_xxh3", added_.source.file_hash, true);
  }
  added_.label = options_.title.value_or(said(article.title));
  if (placement_.as != AddedAs::kKnown || (node && !work.fields.empty())) {
    list_.Add(std::move(work));
  }
  if (placement_.as == AddedAs::kRevision) {
    EdgeAssertion revision;
    revision.from = placement_.id;
    revision.kind = EdgeKind::kDerivedFrom;
    revision.to = placement_.revises;
    revision.status = AssertionStatus::kExtracted;
    revision.how = "revision";
    revision.method = "revision." + std::string(placement_.told_by) + "/1";
    list_.Add(std::move(revision));
  }
  return {};
}

Status ArticleMapper::MapOutlet() {
  const std::optional<Stated>& stated = reading_.article.outlet;
  if (!options_.outlet && !stated) {
    return {};
  }
  const std::string name = options_.outlet.value_or(stated ? stated->value : "");
  Settled settled;
  std::optional<NodeId> by_id;
  if (options_.outlet) {
    STEMMA_ASSIGN(by_id, graph_.Find(name));
  }
  if (by_id) {
    STEMMA_ASSIGN(const auto facts, graph_.Facts({&*by_id, 1}));
    if (facts.front().kind != NodeKind::kOutlet) {
      return InvalidInput("--outlet: \"" + name + "\" is a " +
                          std::string(Name(facts.front().kind)) + ", expected an outlet");
    }
    settled = {Settled::As::kMatched, "outlet", name, name, ""};
  } else {
    STEMMA_ASSIGN(settled, agents_.Outlet("outlet", name, name));
  }
  NoteOwn(settled, name);
  if (!settled.node.empty()) {
    EdgeAssertion edge;
    edge.from = placement_.id;
    edge.kind = EdgeKind::kPublishedBy;
    edge.to = settled.node;
    if (!options_.outlet) {
      const bool is_printed = stated->span.has_value();
      edge.status = AssertionStatus::kExtracted;
      edge.method = is_printed ? kOutletFromText : kOutletFromMarkup;
      edge.as_printed = stated->value;
      if (is_printed) {
        edge.evidence.push_back(evidence_.Of(*stated->span));
      }
    }
    list_.Add(std::move(edge));
  }
  added_.settled.push_back(std::move(settled));
  return {};
}

void ArticleMapper::NoteOwn(const Settled& settled, std::string_view name) {
  own_names_.insert(OutletName(name));
  if (!settled.node.empty()) {
    own_ids_.insert(settled.node);
  }
}

bool ArticleMapper::IsOwn(const Settled& settled, std::string_view name) const {
  return own_names_.contains(OutletName(name)) || own_ids_.contains(settled.node);
}

Status ArticleMapper::MapLinks() {
  std::unordered_set<std::string> own = {placement_.id, placement_.revises};
  if (!placement_.revises.empty()) {
    STEMMA_ASSIGN(const auto versions, works_.Versions(placement_.revises));
    for (const WorkVersion& version : versions) {
      own.insert(version.id);
    }
  }
  for (const Link& link : reading_.article.links) {
    const auto canonical = CanonicalUrl(link.url);
    if (!canonical || UrlKey(*canonical) == placement_.url_key) {
      continue;
    }
    const std::string key(UrlKey(*canonical));
    STEMMA_ASSIGN(const std::vector<std::string> ids, works_.WithUrl(key));
    if (ids.size() == 1 && own.contains(ids.front())) {
      continue;
    }
    Settled settled{Settled::As::kUnresolved, "link", *canonical, "", ""};
    EdgeAssertion edge =
        list_.Extracted(placement_.id, EdgeKind::kCites, ids.size() == 1 ? ids.front() : "",
                        "link.url/1", evidence_.Of(link.span));
    edge.because = "links to " + *canonical;
    if (link.span.begin == link.span.end) {
      edge.evidence.clear();
    }
    if (ids.size() == 1) {
      settled.as = Settled::As::kMatched;
      settled.node = ids.front();
      list_.Add(std::move(edge));
    } else if (ids.empty()) {
      settled.because = "no stored work has the address";
      pending_.push_back({std::move(edge), key, added_.settled.size()});
    } else {
      settled.because = "several stored works have the address";
    }
    added_.settled.push_back(std::move(settled));
  }
  return {};
}

// Works that this one derives from, by what was stored of it or of its earlier text.
Status ArticleMapper::ReadParents() {
  parents_read_ = true;
  for (const std::string& id : {placement_.id, placement_.revises}) {
    STEMMA_ASSIGN(const auto node, graph_.Find(id));
    if (!node) {
      continue;
    }
    STEMMA_ASSIGN(const auto edges,
                  graph_.Edges({&*node, 1}, Direction::kOut, SetOf(EdgeKind::kDerivedFrom)));
    for (const EdgeFacts& edge : edges.front()) {
      if (edge.revision || edge.status == AssertionStatus::kWithdrawn) {
        continue;
      }
      STEMMA_ASSIGN(const NodeState parent, graph_.Node(edge.other, /*with_text=*/true));
      if (const auto text = parent.Text("text")) {
        parent_texts_.emplace_back(*text);
      }
    }
  }
  return {};
}

Result<bool> ArticleMapper::StandsInParent(std::string_view words) {
  if (!parents_read_) {
    STEMMA_TRY(ReadParents());
  }
  return std::any_of(parent_texts_.begin(), parent_texts_.end(), [&](const std::string& text) {
    return text.find(words) != std::string::npos;
  });
}

}  // namespace stemma
