// Where a text names persons, or stands a pronoun or a role for one, outside of its quotes.
//
// A run of capitals is surely a person's name with a title or a role before it, with a given name
// in it, or with a last name that stands so elsewhere in the text. Of other runs no more can be
// told than that they may be one, which is likely of two words or three that no preposition leads.
// Source: docs/audit.md.
// Thread safety: const calls from several threads.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/text_under_audit.h"
#include "graph/reading/mentions.h"

namespace stemma {

enum class PersonBy : uint8_t {
  kName,
  kPronoun,
  kRole,
  kLikely,  // a run of two words or three, one word of such, or a given name alone
  kMaybe,
};

struct Person {
  TokenRange words;
  uint32_t paragraph = 0;
  PersonBy by = PersonBy::kMaybe;
  Gender gender = Gender::kUnknown;

  bool MayBe(Gender other) const {
    return gender == Gender::kUnknown || other == Gender::kUnknown || gender == other;
  }
  bool HasTwoWords() const { return words.end - words.begin == 2; }
};

class Persons {
 public:
  // O(tokens).
  explicit Persons(const TextUnderAudit& text);

  // In the order of the text.
  std::span<const Person> All() const { return all_; }
  // Those that begin in `range`.
  std::span<const Person> In(TokenRange range) const;
  // Whether a token stands between quotation marks.
  bool IsQuoted(uint32_t token) const { return is_quoted_[token]; }
  // The last word of a name: "Moe" of "Mayor Ida Moe".
  std::string_view LastName(const Person& person) const;
  // Whether a name stands for the person: not "Moe's", of whom only something is named.
  bool IsNamed(const Person& person) const;
  // Whether a pronoun of `gender` may stand for the person. Of a name that no list holds, its last
  // letter says at least whom it seldom is given to.
  bool Fits(const Person& person, Gender gender) const;
  // "a poem by Ida Moe", "the son of Ida Moe": to whom the sentence only relates another.
  bool IsBeside(const Person& person) const;
  // "Edda Quill, 66, …", "Edda Quill, who leads …": a likely name, with what tells who she is.
  bool IsIntroduced(const Person& person) const;
  // "a portrait of the founder, Ida Moe", "built in 1890 by Ida Moe": told of, not met.
  bool IsOnlyToldOf(const Person& person) const;

 private:
  void FindQuoted();
  void LearnNames();
  void LearnSpeakers();
  void FindAll();
  void LearnGenders();
  void LearnRoles();
  uint32_t RunEnd(uint32_t begin, uint32_t end) const;
  bool JoinsName(uint32_t token, uint32_t end) const;
  bool IsNameWord(uint32_t token) const;
  bool IsOfPlace(uint32_t token) const;
  bool IsBodyWord(uint32_t token) const;
  bool LeadsSeveral(uint32_t token) const;
  bool IsOneOfSeveral(uint32_t token) const;
  bool IsOfBody(uint32_t token) const;
  bool IsSetApart(TokenRange run) const;
  bool IsAccused(uint32_t token) const;
  bool IsLongAgo(uint32_t year) const;
  Person TakeRun(TokenRange run) const;
  void LearnName(const Person& person);
  void Recognise(Person& person) const;
  bool IsThing(uint32_t pronoun, uint32_t paragraph) const;
  void AddOther(uint32_t token, uint32_t paragraph);

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  std::vector<bool> is_quoted_;  // by token
  std::map<std::string_view, Gender> last_names_;
  std::set<std::string_view> likely_names_;  // first and last ones
  std::set<std::string_view> body_names_;
  std::vector<Person> all_;
};

}  // namespace stemma
