#include "graph/reading/mentions.h"

#include <algorithm>

namespace stemma {
namespace {

using enum WordClass;

constexpr WordClasses kBeforePhrase = Bits(kArticle, kOwner, kDeterminer, kAdverb);

class Phrase {
 public:
  Phrase(const TextParts& parts, const NounPhrases& phrases, TokenRange range)
      : parts_(parts), tokens_(parts.tokens), phrases_(phrases), range_(range) {}

  Mention TakeApart() {
    Mention mention;
    mention.gender = GenderOf();
    if (range_.end - range_.begin == 1 && phrases_.IsPronoun(range_.begin)) {
      mention.is_pronoun = true;
      mention.is_person = mention.gender != Gender::kUnknown;
      return mention;
    }
    while (!range_.IsEmpty() && Is(range_.begin, kBeforePhrase) &&
           (!tokens_[range_.begin].is_capital || Is(range_.begin, Bits(kArticle, kOwner)))) {
      ++range_.begin;
    }
    if (IsSeveral()) {
      mention.role = Words(range_);
      return mention;
    }
    SplitAtLink(mention);
    SplitAtRole(mention);
    return mention;
  }

 private:
  bool Is(uint32_t token, WordClasses classes) const { return phrases_.Is(token, classes); }
  std::string Words(TokenRange range) const { return std::string(parts_.Words(range)); }

  Gender GenderOf() const {
    for (uint32_t i = range_.begin; i < range_.end; ++i) {
      if (Is(i, Bits(kHe, kMan))) {
        return Gender::kMan;
      }
      if (Is(i, Bits(kShe, kWoman))) {
        return Gender::kWoman;
      }
    }
    return Gender::kUnknown;
  }

  // "human rights groups and experts", "Mr. King and Mr. Schultz": nobody by name.
  bool IsSeveral() const {
    for (uint32_t i = range_.begin + 1; i + 1 < range_.end; ++i) {
      if (Is(i, Bit(kAnd)) && !tokens_[i].is_capital) {
        return !(tokens_[i - 1].is_capital && tokens_[i + 1].is_capital &&
                 Is(range_.end - 1, Bit(kBody)));
      }
    }
    return false;
  }

  // "spokesman for the campaign": what the person is, and behind the preposition of what.
  void SplitAtLink(Mention& mention) {
    for (uint32_t i = range_.begin + 1; i + 1 < range_.end; ++i) {
      if (!Is(i, Bit(kPreposition)) || tokens_[i].is_capital) {
        continue;
      }
      if (HasRole({range_.begin, i})) {
        TokenRange rest{i + 1, range_.end};
        while (!rest.IsEmpty() && Is(rest.begin, Bits(kArticle, kOwner))) {
          ++rest.begin;
        }
        mention.organisation = rest.IsEmpty() ? std::string() : Words(rest);
        range_.end = i;
      }
      return;  // else part of a name: "Bank of America"
    }
  }

  bool HasRole(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (Is(i, Bits(kRole, kTitle))) {
        return true;
      }
    }
    return false;
  }

  // "French Foreign Ministry spokeswoman Jane Roe": the name is what stands behind the last role.
  void SplitAtRole(Mention& mention) {
    uint32_t role_end = range_.begin;
    uint32_t end = range_.end;
    for (uint32_t i = range_.begin; i < end; ++i) {
      if (Is(i, Bit(kHonorific)) && i + 1 < range_.end) {
        end = i + 1;  // what follows is a name, whatever else it means
      }
    }
    for (uint32_t i = range_.begin; i < end; ++i) {
      if (Is(i, Bits(kRole, kTitle)) &&
          !(tokens_[i].is_capital && i > range_.begin && i + 1 == range_.end &&
            !Is(i - 1, Bits(kBody, kRole, kTitle)) && IsNameToken(i - 1))) {
        role_end = i + 1;
      }
    }
    const TokenRange name{role_end, range_.end};
    if (role_end == range_.begin) {
      TakeName(mention, name);
      return;
    }
    mention.is_person = true;
    TokenRange role{range_.begin, role_end};
    while (!role.IsEmpty() && Is(role.end - 1, Bit(kHonorific))) {
      --role.end;
    }
    if (mention.organisation.empty()) {
      for (uint32_t i = role.end; i-- > role.begin;) {
        if (Is(i, Bit(kBody)) || (Is(i, Bit(kPossessive)) && i > role.begin)) {
          mention.organisation = Words({role.begin, Is(i, Bit(kPossessive)) ? i : i + 1});
          role.begin = i + 1;
          break;
        }
      }
    }
    mention.role = role.IsEmpty() ? std::string() : Words(role);
    if (!name.IsEmpty() && tokens_[name.begin].is_capital) {
      mention.name = Words(name);
    }
  }

  bool IsNameToken(uint32_t token) const {
    return tokens_[token].is_capital && !Is(token, Bits(kArticle, kOwner, kDeterminer));
  }

  // Without a role: a person's name, an organisation, something printed, or people of a kind.
  void TakeName(Mention& mention, TokenRange name) const {
    if (name.IsEmpty()) {
      return;
    }
    bool has_body = false;
    bool all_capital = true;
    for (uint32_t i = name.begin; i < name.end; ++i) {
      has_body = has_body || Is(i, Bits(kBody, kPrinted));
      all_capital =
          all_capital && (tokens_[i].is_capital || Is(i, Bits(kLinks, kAnd, kPossessive)));
    }
    if (!all_capital || !tokens_[name.begin].is_capital) {
      if (has_body) {
        mention.organisation = Words(name);
      } else {
        mention.role = Words(name);
      }
      return;
    }
    mention.name = Words(name);
    if (has_body) {
      mention.organisation = mention.name;
    } else {
      mention.is_person = name.end - name.begin <= 4;
    }
  }

  const TextParts& parts_;
  const std::vector<Token>& tokens_;
  const NounPhrases& phrases_;
  TokenRange range_;
};

}  // namespace

Mention TakeApart(const TextParts& parts, const NounPhrases& phrases, TokenRange phrase) {
  return Phrase(parts, phrases, phrase).TakeApart();
}

}  // namespace stemma
