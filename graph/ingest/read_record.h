// One record of input, in memory that is used again for the next one.
//
// A bulk import reads millions of short lines: what costs there is asking for memory, so the
// strings and lists of a record are filled over again instead of made anew.
// Thread safety: plain values.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/assertion.h"
#include "graph/model/graph_sink.h"

namespace stemma {

struct ReadRecord {
  Place place;  // the line is that where it begins
  bool is_node = false;
  NodeAssertion node;  // meant when is_node; otherwise left over from an earlier record
  EdgeAssertion edge;  // the same the other way round
  std::optional<Error>
      error;  // InvalidInput "field: …": this record alone is bad, and says nothing
};

// Makes ready for a line's fields: all but those of `fields`, for which see FieldRefill.
void Clear(NodeAssertion& node);
void Clear(EdgeAssertion& edge);

// Fills a list of fields over again; those that the new list does not reach go with Finish.
class FieldRefill {
 public:
  explicit FieldRefill(std::vector<Field>& fields) : fields_(fields) {}

  void Add(std::string_view name, bool is_text, std::string_view value) {
    if (used_ == fields_.size()) {
      fields_.emplace_back();
    }
    Field& field = fields_[used_++];
    field.name.assign(name);
    field.is_text = is_text;
    field.value.assign(value);
  }
  void Finish() { fields_.resize(used_); }

 private:
  std::vector<Field>& fields_;
  size_t used_ = 0;
};

}  // namespace stemma
