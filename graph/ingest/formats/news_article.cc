#include "graph/ingest/formats/news_article.h"

#include <set>
#include <string>

#include <simdjson.h>

#include "graph/ingest/format_fields.h"

namespace stemma {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kFormat = "newsarticle";

// Adds an edge for each work of a field that has an address; a field of which one had none is to be
// kept as it is.
bool AddSources(const object& article, std::string_view field, const std::string& id, EdgeKind kind,
                const char* how, JsonLdThings& things, Mapped& out) {
  return things.ForEach(article, field, [&](const element& value) {
    const std::string source = things.AddWork(value, out);
    if (source.empty()) {
      return false;
    }
    EdgeAssertion& edge = AddExtracted(out, id, kind, source, kFormat);
    if (how != nullptr) {
      edge.how = how;
    }
    return true;
  });
}

// A correction in a work of its own corrects this one; in words it is a field.
bool AddCorrections(const object& article, const std::string& id, JsonLdThings& things,
                    Mapped& out) {
  return things.ForEach(article, "correction", [&](const element& value) {
    const std::string correcting = things.AddWork(value, out);
    if (correcting.empty() || correcting == id) {
      return false;
    }
    AddExtracted(out, correcting, EdgeKind::kCorrects, id, kFormat).how = "correction";
    return true;
  });
}

std::string AddressOfArticle(const object& article, const JsonLdThings& things) {
  for (const std::string_view field : {"url", "mainEntityOfPage", "@id"}) {
    std::string address = things.AddressIn(article, field);
    if (!address.empty()) {
      return address;
    }
  }
  return {};
}

}  // namespace

void AddMakers(const object& work, const std::string& id, std::string_view format,
               JsonLdThings& things, Mapped& out) {
  std::set<std::string> outlets;
  const auto publish = [&](const element& value) {
    const std::string outlet = things.AddAgent(value, NodeKind::kOutlet, out);
    if (!outlet.empty() && outlets.insert(outlet).second) {
      AddExtracted(out, id, EdgeKind::kPublishedBy, outlet, format);
    }
    return true;
  };
  things.ForEach(work, "publisher", [&](const element& value) {
    object thing;
    const bool is_person = value.get(thing) == simdjson::SUCCESS && things.IsOf(thing, "Person");
    if (is_person) {
      out.tally.LeftOut("publishers who are persons");
    }
    return is_person || publish(value);
  });
  for (const std::string_view field : {"author", "creator"}) {
    things.ForEach(work, field, [&](const element& value) {
      object thing;
      if (value.get(thing) == simdjson::SUCCESS && things.IsOf(thing, "Organization")) {
        return publish(value);  // a newsroom that signs is the outlet's
      }
      const std::string writer = things.AddAgent(value, NodeKind::kSpeaker, out);
      if (!writer.empty()) {
        AddExtracted(out, id, EdgeKind::kWrittenBy, writer, format);
      }
      return true;
    });
  }
}

Status MapNewsArticle(const object& article, JsonLdThings& things, Mapped& out) {
  static const std::set<std::string_view> kPlaced = {
      "@context",          "@id",         "@type",      "url",
      "headline",          "inLanguage",  "author",     "creator",
      "publisher",         "articleBody", "isBasedOn",  "isBasedOnUrl",
      "translationOfWork", "citation",    "correction", "datePublished"};
  STEMMA_TRY(CheckNamesDiffer(article));
  const std::string address = AddressOfArticle(article, things);
  if (address.empty()) {
    return InvalidInput("url: expected an address, found none");
  }
  const std::string id = things.IdFor(NodeKind::kArticle, IdOfUrl(address));
  NodeAssertion& node = out.records.AddNode(NodeKind::kArticle);
  node.id = id;
  PutText(node, "url", address);
  const std::string headline = things.TextIn(article, "headline");
  PutText(node, "title", headline.empty() ? things.TextIn(article, "name") : headline);
  const std::string date = things.DateIn(article, "datePublished");
  PutText(node, "date", date);
  PutText(node, "lang", things.TextIn(article, "inLanguage"));
  PutText(node, "text", things.TextIn(article, "articleBody"));
  std::set<std::string_view> kept_all;  // placed in part only: kept as they are, too
  if (date.empty()) {
    kept_all.insert("datePublished");
  }
  for (const auto& [name, value] : article) {
    const bool is_title = name == "name" && headline.empty();
    if ((!kPlaced.contains(name) && !is_title) || kept_all.contains(name)) {
      Keep(out, node.fields, kFormat, name, value);
    }
  }
  std::vector<Field> unplaced;
  const auto keep_unless = [&](bool is_placed, std::string_view field) {
    element value;
    if (!is_placed && article.at_key(field).get(value) == simdjson::SUCCESS) {
      Keep(out, unplaced, kFormat, field, value);
    }
  };
  for (const std::string_view field : {"isBasedOn", "isBasedOnUrl"}) {
    keep_unless(AddSources(article, field, id, EdgeKind::kDerivedFrom, nullptr, things, out),
                field);
  }
  keep_unless(AddSources(article, "translationOfWork", id, EdgeKind::kDerivedFrom, "translation",
                         things, out),
              "translationOfWork");
  keep_unless(AddSources(article, "citation", id, EdgeKind::kCites, nullptr, things, out),
              "citation");
  keep_unless(AddCorrections(article, id, things, out), "correction");
  AddMakers(article, id, kFormat, things, out);
  if (!unplaced.empty()) {
    NodeAssertion& rest = out.records.AddNode(NodeKind::kArticle);
    rest.id = id;
    rest.fields = std::move(unplaced);
  }
  out.tally.Took("article", "articles");
  return {};
}

}  // namespace stemma
