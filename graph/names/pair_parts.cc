#include "graph/names/pair_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "graph/names/double_metaphone.h"
#include "graph/names/edit_cost.h"
#include "graph/names/given_names.h"
#include "graph/names/name_variants.h"
#include "graph/names/transliteration.h"

namespace stemma {
namespace {

constexpr double kVariantCost = 0.1;
constexpr double kInitialCost = 0.3;
constexpr double kScriptCost = 0.4;
constexpr double kWordFormCost = 0.5;
constexpr double kSoundSlack = 0.5;     // more edits where the sound is the same
constexpr double kPersonCostMax = 2.0;  // of a part of a person's name, however short
constexpr size_t kStemLettersMin = 5;
constexpr size_t kJoinedMax = 3;
constexpr size_t kInitialsMax = 6;
constexpr size_t kLettersMax = 80;  // of parts that may be misspelled: no name's word is longer

// Parts [begin, end) of a name as one text.
struct Span {
  const std::vector<NamePart>* parts = nullptr;
  size_t begin = 0;
  size_t end = 0;

  size_t Size() const { return end - begin; }
  const NamePart& First() const { return (*parts)[begin]; }
  std::string Text(std::string_view between) const {
    std::string text = First().text;
    for (size_t i = begin + 1; i < end; ++i) {
      text += between;
      text += (*parts)[i].text;
    }
    return text;
  }
};

bool TakesPart(const NamePart& part) {
  return part.kind != PartKind::kTitle && part.kind != PartKind::kLegalForm;
}

bool IsWordLike(const NamePart& part) {
  return part.kind == PartKind::kWord || part.kind == PartKind::kGeneric;
}

bool IsWordEnding(std::string_view ending) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"",    "s",    "es",  "ion", "ions",  "ive",  "ing",  "ed",   "er",
       "ers", "or",   "ors", "al",  "ation", "ment", "ist",  "ists", "ism",
       "ic",  "ical", "e",   "ies", "y",     "ian",  "ance", "ence"});
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool AreWordForms(std::string_view a, std::string_view b) {
  const size_t shorter = std::min(a.size(), b.size());
  size_t same = 0;
  while (same < shorter && a[same] == b[same]) {
    ++same;
  }
  // Where the stem ends in the letter that both endings begin with, it is cut too early or too
  // late.
  for (size_t stem = same; stem >= kStemLettersMin && stem + 1 >= same; --stem) {
    if (IsWordEnding(a.substr(stem)) && IsWordEnding(b.substr(stem))) {
      return true;
    }
  }
  return false;
}

// Whether the letters of `shortened`, in capitals as written, are the initials of `words`.
bool SpellsInitials(const Span& shortened, const Span& words) {
  const NamePart& part = shortened.First();
  const bool has_small_letter = std::any_of(part.written.begin(), part.written.end(),
                                            [](char c) { return c >= 'a' && c <= 'z'; });
  if (shortened.Size() != 1 || words.Size() < 2 || has_small_letter) {
    return false;
  }
  std::string initials;
  std::string of_content;
  for (size_t i = words.begin; i < words.end; ++i) {
    const NamePart& word = (*words.parts)[i];
    initials += word.text.front();
    of_content += word.kind == PartKind::kFunction ? "" : word.text.substr(0, 1);
  }
  return part.text == initials || (part.text == of_content && of_content.size() > 1);
}

class Pairer {
 public:
  Pairer(const NameParts& a, const NameParts& b, NameKind kind)
      : a_(a.parts),
        b_(b.parts),
        kind_(kind),
        two_scripts_(a.script != b.script),
        are_without_vowels_(a.script == b.script &&
                            (a.script == "Arabic" || a.script == "Hebrew")) {}

  Pairing Pair() {
    if (AreSame()) {
      for (size_t i = 0; i < a_.size(); ++i) {
        Try({&a_, i, i + 1}, {&b_, i, i + 1});
      }
      return Take();
    }
    for (size_t i = 0; i < a_.size(); ++i) {
      for (size_t j = 0; j < b_.size(); ++j) {
        TryAt(i, j);
      }
    }
    std::stable_sort(found_.begin(), found_.end(), IsBetter);
    return Take();
  }

 private:
  // Part by part; a name may hold two spellings of one word, which would find each other.
  bool AreSame() const {
    return std::equal(a_.begin(), a_.end(), b_.begin(), b_.end(),
                      [](const NamePart& a, const NamePart& b) { return a.text == b.text; });
  }

  void TryAt(size_t i, size_t j) {
    for (size_t n = 1; n <= kInitialsMax; ++n) {
      Try({&a_, i, i + n}, {&b_, j, j + 1});
      if (n > 1) {
        Try({&a_, i, i + 1}, {&b_, j, j + n});
        Try({&a_, i, i + n}, {&b_, j, j + n});
      }
    }
  }

  // More alike; then the one that uses up more parts, which "Blue Bird" is for "Bluebird"; then the
  // one that keeps the order.
  static bool IsBetter(const PartPair& one, const PartPair& other) {
    const auto parts = [](const PartPair& pair) {
      return pair.end_a - pair.begin_a + pair.end_b - pair.begin_b;
    };
    const auto skew = [](const PartPair& pair) {
      return std::max(pair.begin_a, pair.begin_b) - std::min(pair.begin_a, pair.begin_b);
    };
    if (one.similarity != other.similarity) {
      return one.similarity > other.similarity;
    }
    return parts(one) != parts(other) ? parts(one) > parts(other) : skew(one) < skew(other);
  }

  static bool Exists(const Span& span) {
    return span.end <= span.parts->size() &&
           std::all_of(span.parts->begin() + static_cast<std::ptrdiff_t>(span.begin),
                       span.parts->begin() + static_cast<std::ptrdiff_t>(span.end), TakesPart);
  }

  void Try(const Span& a, const Span& b) {
    if (!Exists(a) || !Exists(b)) {
      return;
    }
    PartPair pair{a.begin, a.end, b.begin, b.end};
    const bool is_one_to_one = a.Size() == 1 && b.Size() == 1;
    if (is_one_to_one ? CompareWords(a.First(), b.First(), pair) : CompareJoined(a, b, pair)) {
      const size_t letters = std::max(a.Text("").size(), b.Text("").size());
      pair.similarity = 1 - pair.cost / static_cast<double>(letters);
      if (pair.how == NameDifference::kInitials || pair.how == NameDifference::kVariant) {
        pair.similarity = 1 - pair.cost;
      }
      found_.push_back(pair);
    }
  }

  bool CompareWords(const NamePart& a, const NamePart& b, PartPair& pair) const {
    const auto is = [&pair](NameDifference how, double cost) {
      pair.how = how;
      pair.cost = cost;
      return true;
    };
    if (a.text == b.text) {
      return true;
    }
    if (a.kind == PartKind::kInitial || b.kind == PartKind::kInitial) {
      const bool may_be = a.text.front() == b.text.front() && (IsWordLike(a) || IsWordLike(b));
      return may_be && is(NameDifference::kInitials, kInitialCost);
    }
    const bool is_nickname = kind_ == NameKind::kPerson && AreNicknames(a.text, b.text);
    if (is_nickname || AreKnownVariants(a.text, b.text)) {
      return is(NameDifference::kVariant, kVariantCost);
    }
    if (a.kind == PartKind::kNumber || b.kind == PartKind::kNumber) {
      return false;
    }
    if (a.kind == PartKind::kFunction || b.kind == PartKind::kFunction) {
      return false;
    }
    if (kind_ == NameKind::kOrganisation && AreWordForms(a.text, b.text)) {
      return is(NameDifference::kWordForm, kWordFormCost);
    }
    if (two_scripts_ && ConsonantsOf(a.text).size() > 1 &&
        ConsonantsOf(a.text) == ConsonantsOf(b.text)) {
      return is(NameDifference::kTransliteration, kScriptCost);
    }
    return CompareLetters(a.text, b.text, pair);
  }

  bool CompareJoined(const Span& a, const Span& b, PartPair& pair) const {
    const std::string joined_a = a.Text("");
    const std::string joined_b = b.Text("");
    if (AreKnownVariants(joined_a, joined_b)) {
      pair.how = NameDifference::kVariant;  // at no cost, to come before pairs of its words
      return true;
    }
    if (kind_ == NameKind::kOrganisation && (SpellsInitials(a, b) || SpellsInitials(b, a))) {
      pair.how = NameDifference::kInitials;
      pair.cost = kInitialCost / 2;
      return true;
    }
    if (a.Size() > kJoinedMax || b.Size() > kJoinedMax || a.Size() == b.Size()) {
      return false;
    }
    if (joined_a == joined_b) {
      pair.how = NameDifference::kSplit;
      pair.cost = EditCost(a.Text(" "), b.Text(" "));
      return true;
    }
    // The allowance for short names does not hold here: a part too much would pass as misspelled.
    return !HasDigit(joined_a) && !HasDigit(joined_b) &&
           CompareLetters(a.Text(" "), b.Text(" "), pair) &&
           pair.cost < EditCostMax(std::min(joined_a.size(), joined_b.size()));
  }

  bool CompareLetters(const std::string& a, const std::string& b, PartPair& pair) const {
    const size_t letters = std::max(a.size(), b.size());
    if (letters > kLettersMax) {
      return false;
    }
    const double length_gap = static_cast<double>(letters - std::min(a.size(), b.size()));
    double cost_max = EditCostMax(letters);
    if (kind_ == NameKind::kPerson && !are_without_vowels_) {
      cost_max = std::max(cost_max, std::min(kPersonCostMax, static_cast<double>(letters) * 0.6));
    }
    if (length_gap * 0.5 > cost_max + kSoundSlack) {
      return false;
    }
    pair.cost = EditCost(a, b, cost_max + kSoundSlack);
    if (pair.cost > cost_max + kSoundSlack) {
      return false;
    }
    const bool sounds_alike = SoundsAlike(DoubleMetaphone(a), DoubleMetaphone(b));
    pair.how = sounds_alike ? NameDifference::kSound : NameDifference::kSpelling;
    return pair.cost <= cost_max + (sounds_alike ? kSoundSlack : 0);
  }

  static bool HasDigit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
  }

  Pairing Take() {
    std::vector<bool> taken_a(a_.size());
    std::vector<bool> taken_b(b_.size());
    const auto is_free = [](const std::vector<bool>& taken, size_t begin, size_t end) {
      return std::find(taken.begin() + static_cast<std::ptrdiff_t>(begin),
                       taken.begin() + static_cast<std::ptrdiff_t>(end),
                       true) == taken.begin() + static_cast<std::ptrdiff_t>(end);
    };
    Pairing pairing;
    for (const PartPair& pair : found_) {
      if (is_free(taken_a, pair.begin_a, pair.end_a) &&
          is_free(taken_b, pair.begin_b, pair.end_b)) {
        std::fill(taken_a.begin() + static_cast<std::ptrdiff_t>(pair.begin_a),
                  taken_a.begin() + static_cast<std::ptrdiff_t>(pair.end_a), true);
        std::fill(taken_b.begin() + static_cast<std::ptrdiff_t>(pair.begin_b),
                  taken_b.begin() + static_cast<std::ptrdiff_t>(pair.end_b), true);
        pairing.pairs.push_back(pair);
      }
    }
    std::sort(
        pairing.pairs.begin(), pairing.pairs.end(),
        [](const PartPair& one, const PartPair& other) { return one.begin_a < other.begin_a; });
    const auto free_parts = [](const std::vector<NamePart>& parts, const std::vector<bool>& taken) {
      std::vector<size_t> free;
      for (size_t i = 0; i < parts.size(); ++i) {
        if (!taken[i] && TakesPart(parts[i])) {
          free.push_back(i);
        }
      }
      return free;
    };
    pairing.unpaired_a = free_parts(a_, taken_a);
    pairing.unpaired_b = free_parts(b_, taken_b);
    return pairing;
  }

  const std::vector<NamePart>& a_;
  const std::vector<NamePart>& b_;
  NameKind kind_;
  bool two_scripts_;
  bool are_without_vowels_;  // where each letter tells more
  std::vector<PartPair> found_;
};

}  // namespace

Pairing PairParts(const NameParts& a, const NameParts& b, NameKind kind) {
  return Pairer(a, b, kind).Pair();
}

}  // namespace stemma
