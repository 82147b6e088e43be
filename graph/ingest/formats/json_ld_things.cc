#include "graph/ingest/formats/json_ld_things.h"

#include <utility>

#include <simdjson.h>

#include "graph/ingest/format_fields.h"
#include "graph/reading/html_date.h"

namespace stemma {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

bool IsAddress(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::optional<element> Find(const object& thing, std::string_view field) {
  element value;
  const bool is_there = thing.at_key(field).get(value) == simdjson::SUCCESS && !value.is_null();
  return is_there ? std::optional(value) : std::nullopt;
}

std::string PlainText(const object& thing, std::string_view field) {
  const auto value = Find(thing, field);
  std::string_view text;
  return value && value->get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

}  // namespace

JsonLdThings::JsonLdThings(FindById find, std::string_view format)
    : find_(std::move(find)), format_(format) {
}
JsonLdThings::~JsonLdThings() = default;

bool JsonLdThings::ForEach(const object& thing, std::string_view field,
                           const std::function<bool(const element&)>& take) const {
  const auto value = Find(thing, field);
  if (!value) {
    return true;
  }
  array list;
  if (value->get(list) != simdjson::SUCCESS) {
    return take(*value);
  }
  bool all = true;
  for (const element one : list) {
    all = take(one) && all;
  }
  return all;
}

std::optional<object> JsonLdThings::Resolved(const element& value) const {
  object thing;
  if (value.get(thing) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  const std::string id = PlainText(thing, "@id");
  const auto full = id.empty() ? std::nullopt : find_(id);
  return full && full->size() > thing.size() ? full : std::optional(thing);
}

std::string JsonLdThings::TextIn(const object& thing, std::string_view field) const {
  std::string found;
  ForEach(thing, field, [&](const element& value) {
    std::string_view text;
    if (found.empty() && value.get(text) == simdjson::SUCCESS) {
      found = text;
    } else if (const auto inner = found.empty() ? Resolved(value) : std::nullopt) {
      for (const std::string_view name : {"@value", "alternateName", "name"}) {
        found = found.empty() ? PlainText(*inner, name) : found;
      }
    }
    return true;
  });
  return found;
}

std::string JsonLdThings::AddressOf(const element& value) const {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    return IsAddress(text) ? std::string(text) : std::string();
  }
  if (const auto thing = Resolved(value)) {
    for (const std::string_view field : {"url", "@id", "sameAs"}) {
      std::string address = PlainText(*thing, field);
      if (IsAddress(address)) {
        return address;
      }
    }
  }
  return {};
}

std::string JsonLdThings::AddressIn(const object& thing, std::string_view field) const {
  std::string found;
  ForEach(thing, field, [&](const element& value) {
    found = found.empty() ? AddressOf(value) : found;
    return true;
  });
  return found;
}

std::string JsonLdThings::DateIn(const object& thing, std::string_view field) const {
  return EdtfOfPageDate(TextIn(thing, field)).value_or("");
}

bool JsonLdThings::IsOf(const object& thing, std::string_view type) {
  const auto value = Find(thing, "@type");
  if (!value) {
    return false;
  }
  const auto is_it = [&](const element& one) {
    std::string_view text;
    return one.get(text) == simdjson::SUCCESS && text.ends_with(type);
  };
  array list;
  if (value->get(list) != simdjson::SUCCESS) {
    return is_it(*value);
  }
  for (const element one : list) {
    if (is_it(one)) {
      return true;
    }
  }
  return false;
}

std::string JsonLdThings::IdFor(NodeKind kind, const std::string& wanted) {
  const auto [known, is_new] = kinds_.emplace(wanted, kind);
  return is_new || known->second == kind ? wanted : IdOfPart(wanted, Name(kind));
}

std::string JsonLdThings::AddAgent(const element& value, NodeKind kind_of_organisation,
                                   Mapped& out) {
  std::string_view text;
  std::string name;
  std::string address;
  NodeKind kind = NodeKind::kSpeaker;
  if (value.get(text) == simdjson::SUCCESS) {
    name = IsAddress(text) ? "" : text;
    address = IsAddress(text) ? text : "";
    kind = kind_of_organisation;
  } else if (const auto thing = Resolved(value)) {
    name = TextIn(*thing, "name");
    address = AddressOf(value);
    const bool is_person = IsOf(*thing, "Person");
    kind = is_person ? NodeKind::kSpeaker : kind_of_organisation;
  }
  if (name.empty() && address.empty()) {
    return {};
  }
  const std::string id = IdFor(kind, address.empty() ? IdOfName(kind, name) : IdOfUrl(address));
  NodeAssertion& node = out.records.AddNode(kind);
  node.id = id;
  PutText(node, "name", name);
  PutText(node, "url", address);
  return id;
}

std::string JsonLdThings::AddWork(const element& value, Mapped& out) {
  const std::string address = AddressOf(value);
  if (address.empty()) {
    return {};
  }
  const std::string id = IdFor(NodeKind::kArticle, IdOfUrl(address));
  NodeAssertion& node = out.records.AddNode(NodeKind::kArticle);
  node.id = id;
  PutText(node, "url", address);
  if (const auto thing = Resolved(value)) {
    const std::string headline = TextIn(*thing, "headline");
    PutText(node, "title", headline.empty() ? TextIn(*thing, "name") : headline);
    PutText(node, "date", DateIn(*thing, "datePublished"));
  }
  return id;
}

}  // namespace stemma
