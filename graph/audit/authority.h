// The authority file: news agencies, papers, courts, parties and other bodies that news prints,
// with their names, aliases and acronyms in the languages that print them.
//
// It is shipped inside the program (graph/authority/*.jsonl, JSON Lines of `outlet` and `speaker`
// nodes), so that an audit needs no file; others may be added.
// Source: docs/audit.md, "Who is known".
// Thread safety: const calls from several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/state.h"

namespace stemma {

struct KnownAgent {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;  // acronyms among them
  std::string role;                  // as stored with a speaker; may be empty
  bool is_outlet = false;
  bool is_stored = false;  // false: of an authority file
};

// An agent by the fields of its node.
KnownAgent AgentOf(const NodeState& state);

// Its name, then its aliases.
std::vector<std::string> NamesOf(const KnownAgent& agent);

// Whether one of its names is the very same (see AgentNameKey).
bool Bears(const KnownAgent& agent, std::string_view name);

// The words of a name that tell it from others: folded, without "of", "the", "de" and the like.
std::vector<std::string> AgentNameWords(std::string_view name);
// Whether it has two words or more beside initials: "Roberts" alone may be anybody's.
bool IsFullName(std::string_view name);

// Those words, parted by spaces: names with the same key are taken for the very same. Of a name
// without such words, all of it, folded.
std::string AgentNameKey(std::string_view name);

class Authority {
 public:
  // As shipped. O(file); InvalidInput cannot happen, a test reads it.
  static Result<Authority> Shipped();

  // Adds the nodes of JSON Lines. InvalidInput "WHERE:LINE: …": no JSON, no outlet or speaker, no
  // name. O(bytes).
  Status Add(const std::string& lines, const std::string& where);

  size_t Size() const { return agents_.size(); }
  const KnownAgent& At(uint32_t index) const { return agents_[index]; }

  // Whether any name has this word, as of AgentNameWords.
  bool HasWord(const std::string& word) const { return words_.contains(word); }

  // Numbers of the agents with this key (AgentNameKey) among their names and aliases.
  std::vector<uint32_t> Named(const std::string& key) const;
  // Of those one of whose names holds all of these words but one of its own at most; each once.
  std::vector<uint32_t> Near(const std::vector<std::string>& words) const;

 private:
  void Index(uint32_t agent, std::string_view name);

  std::vector<KnownAgent> agents_;
  std::unordered_set<std::string> words_;
  std::unordered_map<std::string, std::vector<uint32_t>> by_key_;
  // By each set of a name's words with one left out, and by all of them, sorted and joined.
  std::unordered_map<std::string, std::vector<uint32_t>> by_words_;
};

}  // namespace stemma
