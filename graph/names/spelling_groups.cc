#include "graph/names/spelling_groups.h"

#include <algorithm>

namespace stemma {
namespace {

std::string KeyOf(std::string_view spelling) {
  std::string key;
  for (const char c : spelling) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += c;
    }
  }
  return key;
}

}  // namespace

SpellingGroups::SpellingGroups(std::span<const std::string_view> lines) {
  uint32_t group = 0;
  for (std::string_view line : lines) {
    while (!line.empty()) {
      const size_t end = std::min(line.find('|'), line.size());
      groups_of_[KeyOf(line.substr(0, end))].push_back(group);
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    ++group;
  }
}

bool SpellingGroups::Has(std::string_view spelling) const {
  return groups_of_.contains(KeyOf(spelling));
}

bool SpellingGroups::AreTogether(std::string_view a, std::string_view b) const {
  const std::string key_a = KeyOf(a);
  const std::string key_b = KeyOf(b);
  const auto one = groups_of_.find(key_a);
  const auto other = groups_of_.find(key_b);
  if (key_a == key_b || one == groups_of_.end() || other == groups_of_.end()) {
    return false;
  }
  return std::any_of(one->second.begin(), one->second.end(), [&](uint32_t group) {
    return std::find(other->second.begin(), other->second.end(), group) != other->second.end();
  });
}

}  // namespace stemma
