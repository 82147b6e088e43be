#include "graph/audit/authority.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "graph/audit/authority_data.h"
#include "graph/base/utf8.h"
#include "graph/ingest/json_lines.h"

namespace stemma {
namespace {

bool IsFunctionWord(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "a",   "an", "and", "at",  "au",   "aux", "by",  "de",  "del", "der", "des",
      "di",  "do", "du",  "el",  "en",   "et",  "for", "fur", "in",  "la",  "le",
      "les", "of", "on",  "par", "pour", "sur", "the", "to",  "und", "y"};
  return words.contains(word);
}

// "d'Or", "l'homme": FoldName leaves the apostrophe out, and with it where the word begins.
std::string WithElisionsParted(std::string_view name) {
  constexpr std::string_view kTypographic = "’";
  std::string parted;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool is_typographic = name.substr(i).starts_with(kTypographic);
    const bool is_elision =
        (name[i] == '\'' || is_typographic) && i > 0 &&
        std::string_view("dlDLcnsjqCNSJQ").find(name[i - 1]) != std::string_view::npos &&
        (i == 1 || name[i - 2] == ' ');
    if (is_elision) {
      parted.pop_back();
      parted += ' ';
    } else {
      parted += is_typographic ? std::string("'") : std::string(1, name[i]);
    }
    i += is_typographic ? kTypographic.size() - 1 : 0;
  }
  return parted;
}

// "Co-operation" and "Co-ordination" are one word each, as they are without the hyphen.
std::string WithCoJoined(std::string name) {
  constexpr std::string_view kPrefix = "co-o";
  for (size_t i = 0; i + kPrefix.size() <= name.size(); ++i) {
    const bool begins_word = i == 0 || name[i - 1] == ' ';
    if (begins_word && (name[i] == 'c' || name[i] == 'C') &&
        std::string_view(name).substr(i + 1).starts_with(kPrefix.substr(1))) {
      name.erase(i + 2, 1);
    }
  }
  return name;
}

std::string WordsKey(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  std::string key;
  for (const std::string& word : words) {
    key += word + ' ';
  }
  return key;
}

std::vector<std::string> Without(const std::vector<std::string>& words, size_t left_out) {
  std::vector<std::string> rest = words;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
  return rest;
}

void AddOnce(std::vector<uint32_t>& agents, uint32_t agent) {
  if (std::find(agents.begin(), agents.end(), agent) == agents.end()) {
    agents.push_back(agent);
  }
}

}  // namespace

KnownAgent AgentOf(const NodeState& state) {
  KnownAgent agent;
  agent.id = state.id;
  agent.name = std::string(state.Text("name").value_or(""));
  agent.aliases = state.Aliases();
  agent.role = std::string(state.Text("role").value_or(""));
  agent.is_outlet = state.kind == NodeKind::kOutlet;
  return agent;
}

std::vector<std::string> NamesOf(const KnownAgent& agent) {
  std::vector<std::string> names = {agent.name};
  names.insert(names.end(), agent.aliases.begin(), agent.aliases.end());
  return names;
}

bool Bears(const KnownAgent& agent, std::string_view name) {
  const std::string key = AgentNameKey(name);
  return AgentNameKey(agent.name) == key ||
         std::any_of(agent.aliases.begin(), agent.aliases.end(),
                     [&](const std::string& alias) { return AgentNameKey(alias) == key; });
}

std::string AgentNameKey(std::string_view name) {
  std::string key;
  for (const std::string& word : AgentNameWords(name)) {
    key += (key.empty() ? "" : " ") + word;
  }
  return key.empty() ? FoldName(name) : key;
}

std::vector<std::string> AgentNameWords(std::string_view name) {
  std::vector<std::string> words = FoldedWords(WithCoJoined(WithElisionsParted(name)));
  std::erase_if(words, IsFunctionWord);
  return words;
}

bool IsFullName(std::string_view name) {
  const std::vector<std::string> words = AgentNameWords(name);
  return std::count_if(words.begin(), words.end(),
                       [](const std::string& word) { return word.size() > 1; }) > 1;
}

Result<Authority> Authority::Shipped() {
  Authority authority;
  for (const AuthorityFile& file : ShippedAuthorityFiles()) {
    STEMMA_TRY(authority.Add(std::string(file.lines), std::string(file.name)));
  }
  return authority;
}

Status Authority::Add(const std::string& lines, const std::string& where) {
  JsonLinesReader reader;
  ReadRecord record;
  size_t number = 0;
  for (size_t begin = 0; begin < lines.size();) {
    const size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = std::string_view(lines).substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    const std::string place = where + ":" + std::to_string(number) + ": ";
    if (const Status parsed = reader.Parse(line, record); !parsed.has_value()) {
      return InvalidInput(place + parsed.error().message);
    }
    if (!record.is_node || !IsAgent(record.node.kind)) {
      return InvalidInput(place + "expected a node of kind outlet or speaker");
    }
    KnownAgent agent = AgentOf({record.node.id, record.node.kind, record.node.fields});
    if (agent.name.empty()) {
      return InvalidInput(place + "name: expected a text, found none");
    }
    agents_.push_back(std::move(agent));
    const auto index = static_cast<uint32_t>(agents_.size() - 1);
    for (const std::string& name : NamesOf(agents_.back())) {
      Index(index, name);
    }
  }
  return {};
}

void Authority::Index(uint32_t agent, std::string_view name) {
  AddOnce(by_key_[AgentNameKey(name)], agent);
  const std::vector<std::string> words = AgentNameWords(name);
  words_.insert(words.begin(), words.end());
  if (words.size() < 2) {
    return;
  }
  AddOnce(by_words_[WordsKey(words)], agent);
  for (size_t i = 0; i < words.size(); ++i) {
    AddOnce(by_words_[WordsKey(Without(words, i))], agent);
  }
}

std::vector<uint32_t> Authority::Named(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? std::vector<uint32_t>() : found->second;
}

std::vector<uint32_t> Authority::Near(const std::vector<std::string>& words) const {
  std::vector<uint32_t> near;
  const auto add = [&](const std::vector<std::string>& some) {
    const auto found = by_words_.find(WordsKey(some));
    if (found != by_words_.end()) {
      for (const uint32_t agent : found->second) {
        AddOnce(near, agent);
      }
    }
  };
  add(words);
  for (size_t i = 0; words.size() >= 2 && i < words.size(); ++i) {
    add(Without(words, i));
  }
  return near;
}

}  // namespace stemma
