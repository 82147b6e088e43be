#include "graph/model/state.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include <nlohmann/json.hpp>

namespace stemma {
namespace {

constexpr size_t kFewComparisons = 1024;

// As Merge, in time that grows with the sum of both and not with their product.
void MergeMany(const std::vector<Field>& given, std::vector<Field>& fields) {
  std::vector<Field> merged = std::move(fields);
  std::unordered_map<std::string, size_t> places;
  for (size_t i = 0; i < merged.size(); ++i) {
    places.emplace(merged[i].name, i);
  }
  for (const Field& field : given) {
    const auto known = places.find(field.name);
    if (known != places.end()) {
      merged[known->second] = field;
      if (IsRemoval(field)) {
        places.erase(known);
      }
    } else if (!IsRemoval(field)) {
      places.emplace(field.name, merged.size());
      merged.push_back(field);
    }
  }
  std::erase_if(merged, [](const Field& field) { return IsRemoval(field); });
  fields = std::move(merged);
}

// RFC 7396: a later line sets the fields it gives, and null takes one away.
void Merge(const std::vector<Field>& given, std::vector<Field>& fields) {
  if (given.size() * (given.size() + fields.size()) > kFewComparisons) {
    MergeMany(given, fields);
    return;
  }
  for (const Field& field : given) {
    const auto known = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& other) { return other.name == field.name; });
    if (IsRemoval(field)) {
      if (known != fields.end()) {
        fields.erase(known);
      }
    } else if (known != fields.end()) {
      *known = field;
    } else {
      fields.push_back(field);
    }
  }
}

const Field* FindField(const std::vector<Field>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

bool FlagIn(const std::vector<Field>& fields, std::string_view name) {
  const Field* field = FindField(fields, name);
  return field != nullptr && !field->is_text && field->value == "true";
}

NodeFacts FactsOf(NodeKind kind, const std::vector<Field>& fields) {
  NodeFacts facts;
  facts.kind = kind;
  facts.first_hand = FlagIn(fields, "first_hand");
  facts.unnamed = FlagIn(fields, "unnamed");
  if (const Field* date = FindField(fields, "date"); date != nullptr && date->is_text) {
    if (const auto interval = ParseEdtf(date->value); interval.has_value()) {
      facts.dated = true;
      facts.date = *interval;
    }
  }
  return facts;
}

}  // namespace

std::optional<std::string_view> NodeState::Text(std::string_view name) const {
  const Field* field = FindField(fields, name);
  if (field == nullptr || !field->is_text) {
    return std::nullopt;
  }
  return field->value;
}

bool NodeState::Flag(std::string_view name) const {
  return FlagIn(fields, name);
}

std::vector<std::string> NodeState::Aliases() const {
  std::vector<std::string> aliases;
  const Field* field = FindField(fields, "aliases");
  if (field == nullptr) {
    return aliases;
  }
  if (field->is_text) {
    return {field->value};
  }
  const auto list = nlohmann::json::parse(field->value, nullptr, /*allow_exceptions=*/false);
  if (list.is_array()) {
    for (const auto& alias : list) {
      if (alias.is_string()) {
        aliases.push_back(alias.get<std::string>());
      }
    }
  }
  return aliases;
}

std::string_view NodeState::Label() const {
  for (const std::string_view name : {"name", "title", "text"}) {
    if (const auto text = Text(name); text && !text->empty()) {
      return *text;
    }
  }
  return "";
}

void RemoveText(NodeState& state) {
  std::erase_if(state.fields, [](const Field& field) { return field.name == "text"; });
}

NodeState MergeNode(std::span<const NodeAssertion> assertions, Instant known_at) {
  NodeState state;
  if (assertions.empty()) {
    return state;
  }
  state.id = assertions.front().id;
  state.kind = assertions.front().kind;
  std::vector<size_t> order(assertions.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return assertions[a].at < assertions[b].at; });
  for (const size_t index : order) {
    if (assertions[index].at <= known_at) {
      Merge(assertions[index].fields, state.fields);
    }
  }
  return state;
}

NodeFacts FactsOf(const NodeState& state) {
  return FactsOf(state.kind, state.fields);
}

NodeFacts FactsOf(const NodeAssertion& assertion) {
  return FactsOf(assertion.kind, assertion.fields);
}

std::optional<size_t> Deciding(std::span<const Said> assertions, Instant known_at) {
  std::optional<size_t> best;
  for (size_t i = 0; i < assertions.size(); ++i) {
    const Said& said = assertions[i];
    if (said.at > known_at) {
      continue;
    }
    if (!best || (said.by_person && !assertions[*best].by_person) ||
        (said.by_person == assertions[*best].by_person && said.at >= assertions[*best].at)) {
      best = i;
    }
  }
  return best;
}

EdgeFacts FactsOf(const EdgeAssertion& assertion, NodeId other) {
  EdgeFacts facts;
  facts.kind = assertion.kind;
  facts.other = other;
  facts.status = assertion.status;
  facts.judgement = assertion.judgement;
  facts.inherited = assertion.inherited;
  facts.revision =
      assertion.kind == EdgeKind::kDerivedFrom && assertion.how.value_or("") == "revision";
  facts.has_claims = !assertion.claims.empty();
  facts.by_person = !assertion.method.has_value();
  facts.at = assertion.at;
  if (assertion.confidence) {
    facts.confidence = static_cast<float>(LowerBound(*assertion.confidence));
  } else {
    facts.confidence = assertion.status == AssertionStatus::kAsserted ? 1.0F : 0.0F;
  }
  return facts;
}

}  // namespace stemma
