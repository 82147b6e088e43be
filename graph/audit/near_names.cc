#include "graph/audit/near_names.h"

#include <algorithm>
#include <vector>

namespace stemma {
namespace {

struct NameWord {
  std::string folded;
  std::string_view printed;
};

// The words that AgentNameWords gives, as printed.
std::vector<NameWord> PrintedWords(std::string_view name) {
  std::vector<NameWord> words;
  while (!name.empty()) {
    const size_t end = std::min(name.find(' '), name.size());
    for (std::string& folded : AgentNameWords(name.substr(0, end))) {
      words.push_back({std::move(folded), name.substr(0, end)});
    }
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

// What is left of both when the words at their beginnings and ends that are the same are gone.
std::optional<OneWordApart> Apart(const std::vector<NameWord>& printed,
                                  const std::vector<NameWord>& known) {
  size_t head = 0;
  while (head < std::min(printed.size(), known.size()) &&
         printed[head].folded == known[head].folded) {
    ++head;
  }
  size_t tail = 0;
  while (tail < std::min(printed.size(), known.size()) - head &&
         printed[printed.size() - 1 - tail].folded == known[known.size() - 1 - tail].folded) {
    ++tail;
  }
  const size_t printed_left = printed.size() - head - tail;
  const size_t known_left = known.size() - head - tail;
  if (printed_left > 1 || known_left > 1 || printed_left + known_left == 0) {
    return std::nullopt;
  }
  return OneWordApart{"", std::string(printed_left == 1 ? printed[head].printed : ""),
                      std::string(known_left == 1 ? known[head].printed : "")};
}

}  // namespace

bool IsAcronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 10 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<OneWordApart> ApartByOneWord(std::string_view printed, const KnownAgent& agent) {
  const std::vector<NameWord> words = PrintedWords(printed);
  std::optional<OneWordApart> nearest;
  for (const std::string& name : NamesOf(agent)) {
    auto apart = Apart(words, PrintedWords(name));
    if (!apart) {
      continue;
    }
    apart->known_name = name;
    const bool is_nearer = nearest && (nearest->printed.empty() || nearest->known.empty()) &&
                           !apart->printed.empty() && !apart->known.empty();
    if (!nearest || is_nearer) {
      nearest = std::move(apart);
    }
  }
  return nearest;
}

std::string AcronymOf(const KnownAgent& agent) {
  std::string shortest;
  for (const std::string& alias : agent.aliases) {
    if (IsAcronym(alias) && (shortest.empty() || alias.size() < shortest.size())) {
      shortest = alias;
    }
  }
  return shortest;
}

std::string FullName(const KnownAgent& agent) {
  const std::string acronym = AcronymOf(agent);
  return acronym.empty() ? agent.name : agent.name + " (" + acronym + ")";
}

}  // namespace stemma
