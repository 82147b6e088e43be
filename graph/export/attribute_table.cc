#include "graph/export/attribute_table.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace stemma {
namespace {

bool IsNumber(AttributeType type) {
  return type == AttributeType::kInteger || type == AttributeType::kNumber;
}
bool IsJson(AttributeType type) {
  return type == AttributeType::kTextList || type == AttributeType::kJson;
}

AttributeType Joined(AttributeType a, AttributeType b) {
  if (a == b) {
    return a;
  }
  if (IsNumber(a) && IsNumber(b)) {
    return AttributeType::kNumber;
  }
  return IsJson(a) && IsJson(b) ? AttributeType::kJson : AttributeType::kMixed;
}

}  // namespace

// Whether a user's field has a name that means something else here.
bool AttributeTable::IsTaken(const Attribute& attribute) const {
  return !attribute.is_own && std::find(own_.begin(), own_.end(), attribute.name) != own_.end();
}

void AttributeTable::Note(std::span<const Attribute> attributes) {
  for (const Attribute& attribute : attributes) {
    if (const auto known = numbers_.find(attribute.name); known != numbers_.end()) {
      if (!IsTaken(attribute)) {
        Column& column = columns_[known->second];
        column.type = Joined(column.type, attribute.type);
      }
    } else if (columns_.size() < kColumnsMax && !IsTaken(attribute) && fits_(attribute.name)) {
      numbers_.emplace(attribute.name, columns_.size());
      columns_.push_back({std::string(attribute.name), attribute.type, columns_.size()});
    }
  }
}

const AttributeTable::Column* AttributeTable::ColumnOf(const Attribute& attribute,
                                                       std::string_view id,
                                                       ExportReport& report) const {
  const auto known = numbers_.find(attribute.name);
  if (known != numbers_.end() && !IsTaken(attribute)) {
    return &columns_[known->second];
  }
  report.LeaveOut(IsTaken(attribute)      ? "fields with the name of one that the format has"
                  : fits_(attribute.name) ? "values of fields beyond the first 1000 names"
                                          : "fields with a name that the format cannot hold",
                  PlaceOf(attribute.name, id));
  return nullptr;
}

std::string PlaceOf(std::string_view field, std::string_view id) {
  const bool is_word = !field.empty() && std::all_of(field.begin(), field.end(), [](char c) {
    return c > ' ' && c < 0x7F && c != '"';
  });
  return (is_word ? std::string(field) : nlohmann::json(field).dump()) + " of " + std::string(id);
}

}  // namespace stemma
