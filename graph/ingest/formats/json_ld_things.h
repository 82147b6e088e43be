// What an object of JSON-LD names: texts, addresses, agents and works, as nodes.
//
// schema.org lets nearly every value be a text, an address, an object, a reference by `@id` or a
// list of any of these. This is where all of them become one.
// Source: schema.org, "Data model". Thread safety: one thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "graph/ingest/json_value.h"
#include "graph/ingest/record_queue.h"

namespace stemma {

class JsonLdThings {
 public:
  using FindById = std::function<std::optional<simdjson::dom::object>(std::string_view id)>;
  // `find`: the fullest object of an `@id`. `format` is the method of the edges.
  JsonLdThings(FindById find, std::string_view format);
  ~JsonLdThings();

  // The first text of a value, of an object its `@value` or name; empty when there is none.
  std::string TextIn(const simdjson::dom::object& thing, std::string_view field) const;
  // An http address: a text that is one, or an object's url or `@id`; empty when there is none.
  std::string AddressIn(const simdjson::dom::object& thing, std::string_view field) const;
  std::string AddressOf(const simdjson::dom::element& value) const;
  // `datePublished` and the like as EDTF; empty when it is none.
  std::string DateIn(const simdjson::dom::object& thing, std::string_view field) const;

  // Calls `take` with each value of a field, whether it is a list or not. Whether all were taken.
  bool ForEach(const simdjson::dom::object& thing, std::string_view field,
               const std::function<bool(const simdjson::dom::element&)>& take) const;

  // Adds the node of an agent or a work, and returns its id; empty when it has neither name nor
  // address. An organisation is of `kind_of_organisation`.
  std::string AddAgent(const simdjson::dom::element& value, NodeKind kind_of_organisation,
                       Mapped& out);
  std::string AddWork(const simdjson::dom::element& value, Mapped& out);

  // An id that is no other kind's in this file.
  std::string IdFor(NodeKind kind, const std::string& wanted);

  // "NewsArticle": whether one of its types is, or ends with, `type`.
  static bool IsOf(const simdjson::dom::object& thing, std::string_view type);

 private:
  std::optional<simdjson::dom::object> Resolved(const simdjson::dom::element& value) const;

  FindById find_;
  std::string format_;
  std::map<std::string, NodeKind, std::less<>> kinds_;  // by id
};

}  // namespace stemma
