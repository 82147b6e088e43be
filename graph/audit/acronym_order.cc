#include "graph/audit/acronym_order.h"

#include <algorithm>
#include <utility>

#include "graph/audit/authority.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

// Content words of a name, parted where "of" or "for" ties one noun to the next.
std::vector<std::vector<std::string>> PartsOf(std::string_view name) {
  std::vector<std::vector<std::string>> parts(1);
  for (const std::string& word : FoldedWords(name)) {
    const bool ties = word == "of" || word == "for" || word == "de" || word == "des" ||
                      word == "du" || word == "pour";
    if (ties && !parts.back().empty()) {
      parts.emplace_back();
    } else if (!AgentNameWords(word).empty()) {
      parts.back().push_back(word);
    }
  }
  if (parts.back().empty()) {
    parts.pop_back();
  }
  return parts;
}

std::string InitialsOf(const std::vector<std::string>& words) {
  std::string initials;
  for (const std::string& word : words) {
    initials += word.front();
  }
  return initials;
}

// Of "vigne et vin" one "v": what is joined and begins alike gives its letter once.
std::string InitialsJoined(std::string_view name) {
  std::string initials;
  bool is_joined = false;
  for (const std::string& word : FoldedWords(name)) {
    if (AgentNameWords(word).empty()) {
      is_joined = is_joined || word == "et" || word == "and";
      continue;
    }
    if (!is_joined || initials.empty() || initials.back() != word.front()) {
      initials += word.front();
    }
    is_joined = false;
  }
  return initials;
}

bool IsSubsequence(std::string_view some, std::string_view all) {
  for (const char c : all) {
    if (!some.empty() && some.front() == c) {
      some.remove_prefix(1);
    }
  }
  return some.empty();
}

// Whether `letters` begin with one order of a part's words, head first; how many they are.
bool SpellsHeadFirst(std::string_view letters, const std::vector<std::vector<std::string>>& parts,
                     size_t part) {
  if (part == parts.size()) {
    return letters.empty();
  }
  const std::string initials = InitialsOf(parts[part]);
  const char head = initials.back();
  const std::string modifiers = initials.substr(0, initials.size() - 1);
  const std::string reversed(modifiers.rbegin(), modifiers.rend());
  for (const std::string& order : {head + modifiers, head + reversed}) {
    if (letters.starts_with(order) &&
        SpellsHeadFirst(letters.substr(order.size()), parts, part + 1)) {
      return true;
    }
  }
  return false;
}

}  // namespace

LetterOrder OrderOfLetters(std::string_view letters, std::string_view name) {
  const std::string folded = FoldName(letters);
  const auto parts = PartsOf(name);
  std::string initials;
  for (const auto& part : parts) {
    initials += InitialsOf(part);
  }
  if (initials == folded || InitialsJoined(name) == folded) {
    return LetterOrder::kAsPrinted;
  }
  if (folded.size() >= 2 && IsSubsequence(folded, initials)) {
    return LetterOrder::kLeavesOut;
  }
  if (!parts.empty() && SpellsHeadFirst(folded, parts, 0)) {
    return LetterOrder::kHeadFirst;
  }
  std::string sorted_letters = folded;
  std::sort(sorted_letters.begin(), sorted_letters.end());
  std::sort(initials.begin(), initials.end());
  return sorted_letters == initials ? LetterOrder::kPermutation : LetterOrder::kNone;
}

void AddReason(LetterOrder order, std::vector<std::string>& because) {
  switch (order) {
    case LetterOrder::kLeavesOut:
      because.emplace_back("the letters follow the words, and leave some of them out");
      break;
    case LetterOrder::kHeadFirst:
      because.emplace_back(
          "the letters follow head-first word order: consistent with translation; does not say "
          "from which language");
      break;
    case LetterOrder::kPermutation:
      because.emplace_back("the letters are those of the words, in another order");
      break;
    case LetterOrder::kAsPrinted:
    case LetterOrder::kNone:
      break;
  }
}

}  // namespace stemma
