#include "graph/names/name_match.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/names/edit_cost.h"
#include "graph/names/given_names.h"
#include "graph/names/pair_parts.h"

namespace stemma {
namespace {

constexpr double kFamilyWeight = 1.3;
constexpr double kTwoNamesMax = 0.6;  // the highest score of names that something rules out
constexpr size_t kPartsMax = 40;      // more are no name
constexpr size_t kLettersMax = 200;
constexpr double kWholeCostMax = 1.2;  // for names compared as one text
constexpr size_t kWholeGapMax = 2;     // letters by which these may be longer

// What a part tells about whose name it is.
double WeightOf(const NamePart& part) {
  switch (part.kind) {
    case PartKind::kInitial:
      return 0.5;
    case PartKind::kParticle:
      return 0.3;
    case PartKind::kGeneric:
      return 0.4;
    case PartKind::kFiller:
    case PartKind::kFunction:
      return 0.1;
    default:
      return 1;
  }
}

// What it costs to have `part` in one name alone.
double MissingWeightOf(const NamePart& part, NameKind kind) {
  if (kind == NameKind::kPerson) {
    return 0.2 * WeightOf(part);
  }
  const double brackets = part.in_brackets ? 0.3 : 1;
  return brackets * (part.kind == PartKind::kGeneric ? 0.7 : WeightOf(part));
}

bool IsNamePart(const NamePart& part) {
  return part.kind != PartKind::kTitle && part.kind != PartKind::kLegalForm;
}

bool IsPatronymic(const NamePart& part) {
  return part.text == "bin" || part.text == "ibn" || part.text == "ben" || part.text == "bint";
}

class Comparison {
 public:
  Comparison(const NameParts& a, const NameParts& b, NameKind kind)
      : a_(a.parts), b_(b.parts), kind_(kind), pairing_(PairParts(a, b, kind)) {
    two_scripts_ = a.script != b.script;
    has_lost_letters_ = a.is_syllabic && b.is_syllabic;
  }

  NameMatch Compare() {
    match_.score = ScoreOfPairs();
    Describe();
    if (HasNoEvidence() || AreTwoNames()) {
      match_.score = std::min(match_.score, kTwoNamesMax);
    }
    if (match_.score < kNameMatchMin) {
      CompareAsOneText();
    }
    match_.is_match = match_.score >= kNameMatchMin;
    if (!match_.is_match && match_.how != NameDifference::kOneWord &&
        match_.how != NameDifference::kNumber) {
      match_.how = NameDifference::kDifferent;
      match_.part_a.clear();
      match_.part_b.clear();
    }
    return std::move(match_);
  }

 private:
  // The weighted mean of the pairs' similarities, with what has no partner in the weights.
  double ScoreOfPairs() const {
    const size_t family_a = FamilyName(a_);
    const size_t family_b = FamilyName(b_);
    double weights = 0;
    double sum = 0;
    for (const PartPair& pair : pairing_.pairs) {
      const double weight = (WeightOfRange(a_, pair.begin_a, pair.end_a, family_a) +
                             WeightOfRange(b_, pair.begin_b, pair.end_b, family_b)) /
                            2;
      weights += weight;
      sum += weight * pair.similarity;
    }
    for (const size_t i : pairing_.unpaired_a) {
      weights += MissingWeightOf(a_[i], kind_);
    }
    for (const size_t i : pairing_.unpaired_b) {
      weights += MissingWeightOf(b_[i], kind_);
    }
    return weights > 0 ? sum / weights : 0;
  }

  double WeightOfRange(const std::vector<NamePart>& parts, size_t begin, size_t end,
                       size_t family) const {
    double weight = 0;
    for (size_t i = begin; i < end; ++i) {
      weight += WeightOf(parts[i]) * (i == family ? kFamilyWeight : 1);
    }
    return weight;
  }

  // The last word, or the last before a comma; none of an organisation.
  size_t FamilyName(const std::vector<NamePart>& parts) const {
    size_t family = parts.size();
    for (size_t i = 0; kind_ == NameKind::kPerson && i < parts.size(); ++i) {
      const bool is_behind =
          family < parts.size() && parts[family].before_comma && !parts[i].before_comma;
      if (parts[i].kind == PartKind::kWord && !is_behind) {
        family = i;
      }
    }
    return family;
  }

  // Parts that must have a partner if the other name has such without one, too.
  std::vector<size_t> Telling(const std::vector<NamePart>& parts,
                              const std::vector<size_t>& unpaired) const {
    std::vector<size_t> telling;
    for (const size_t i : unpaired) {
      const PartKind kind = parts[i].kind;
      if (kind == PartKind::kWord || kind == PartKind::kNumber || kind == PartKind::kGeneric ||
          kind == PartKind::kInitial) {
        telling.push_back(i);
      }
    }
    return telling;
  }

  void Describe() {
    match_.how = two_scripts_ ? NameDifference::kTransliteration : NameDifference::kSame;
    for (size_t i = 0; i < pairing_.pairs.size(); ++i) {
      const PartPair& pair = pairing_.pairs[i];
      if (i > 0 && pair.begin_b < pairing_.pairs[i - 1].begin_b) {
        Raise(NameDifference::kOrder, {}, {});
      }
      const bool is_by_script = two_scripts_ && (pair.how == NameDifference::kSound ||
                                                 pair.how == NameDifference::kSpelling);
      Raise(is_by_script ? NameDifference::kTransliteration : pair.how,
            Written(a_, pair.begin_a, pair.end_a), Written(b_, pair.begin_b, pair.end_b));
    }
    if (!pairing_.unpaired_a.empty() || !pairing_.unpaired_b.empty()) {
      Raise(NameDifference::kFiller, {}, {});
      DescribeUnpaired(Telling(a_, pairing_.unpaired_a), Telling(b_, pairing_.unpaired_b));
    }
  }

  void DescribeUnpaired(const std::vector<size_t>& left_a, const std::vector<size_t>& left_b) {
    const auto first = [](const std::vector<NamePart>& parts, const std::vector<size_t>& left) {
      return left.empty() ? std::string() : parts[left.front()].written;
    };
    if (left_a.size() == 1 && left_b.size() == 1 && HasWordPair() &&
        match_.how <= NameDifference::kWordForm) {
      const bool are_numbers = a_[left_a.front()].kind == PartKind::kNumber &&
                               b_[left_b.front()].kind == PartKind::kNumber;
      Raise(are_numbers ? NameDifference::kNumber : NameDifference::kOneWord, first(a_, left_a),
            first(b_, left_b));
    } else if (!left_a.empty() || !left_b.empty()) {
      Raise(NameDifference::kMissing, first(a_, left_a), first(b_, left_b));
    }
  }

  void Raise(NameDifference how, std::string part_a, std::string part_b) {
    if (how > match_.how) {
      match_.how = how;
      match_.part_a = std::move(part_a);
      match_.part_b = std::move(part_b);
    }
  }

  static std::string Written(const std::vector<NamePart>& parts, size_t begin, size_t end) {
    std::string written = parts[begin].written;
    for (size_t i = begin + 1; i < end; ++i) {
      if (parts[i].written != parts[i - 1].written) {  // words of one token: Chinese
        written += ' ' + parts[i].written;
      }
    }
    return written;
  }

  bool HasWordPair() const {
    return std::any_of(pairing_.pairs.begin(), pairing_.pairs.end(), [this](const PartPair& pair) {
      return a_[pair.begin_a].kind == PartKind::kWord || b_[pair.begin_b].kind == PartKind::kWord;
    });
  }

  // Initials, or words that are in every other name, are no evidence alone.
  bool HasNoEvidence() const {
    const bool is_whole = pairing_.unpaired_a.empty() && pairing_.unpaired_b.empty();
    const bool is_by_initials =
        std::all_of(pairing_.pairs.begin(), pairing_.pairs.end(),
                    [](const PartPair& pair) { return pair.how == NameDifference::kInitials; });
    if (kind_ == NameKind::kPerson) {
      return is_by_initials;
    }
    return !HasWordPair() && !is_whole;
  }

  bool AreTwoNames() const {
    return (!Telling(a_, pairing_.unpaired_a).empty() &&
            !Telling(b_, pairing_.unpaired_b).empty()) ||
           HasOtherNumber() || CostsTooMuch() || HasFatherForSon() || IsTurnedRound() ||
           HasOtherCharacters();
  }

  // Figures are no words to be left out: "Fund" and "Fund II" are two.
  bool HasOtherNumber() const {
    const auto has_number = [](const std::vector<NamePart>& parts,
                               const std::vector<size_t>& left) {
      return std::any_of(left.begin(), left.end(),
                         [&parts](size_t i) { return parts[i].kind == PartKind::kNumber; });
    };
    const bool in_a = has_number(a_, pairing_.unpaired_a);
    const bool in_b = has_number(b_, pairing_.unpaired_b);
    return kind_ == NameKind::kOrganisation ? in_a || in_b : in_a && in_b;
  }

  bool CostsTooMuch() const {
    double cost = 0;
    size_t letters_a = 0;
    size_t letters_b = 0;
    for (const PartPair& pair : pairing_.pairs) {
      cost += pair.how >= NameDifference::kSound ? pair.cost : 0;
      letters_a += Letters(a_, pair.begin_a, pair.end_a);
      letters_b += Letters(b_, pair.begin_b, pair.end_b);
    }
    return cost > 0 && cost > EditCostMax(std::max(letters_a, letters_b));
  }

  static size_t Letters(const std::vector<NamePart>& parts, size_t begin, size_t end) {
    size_t letters = 0;
    for (size_t i = begin; i < end; ++i) {
      letters += IsNamePart(parts[i]) ? parts[i].text.size() : 0;
    }
    return letters;
  }

  // "A bin B" is the son of B, "B bin A" the son of A.
  bool HasFatherForSon() const {
    for (const PartPair& pair : pairing_.pairs) {
      const size_t i = pair.begin_a;
      const size_t j = pair.begin_b;
      const bool is_son = i + 2 < a_.size() && IsPatronymic(a_[i + 1]);
      const bool is_father = j >= 2 && IsPatronymic(b_[j - 1]);
      const bool is_turned =
          is_son && is_father &&
          std::any_of(pairing_.pairs.begin(), pairing_.pairs.end(), [&](const PartPair& other) {
            return other.begin_a == i + 2 && other.begin_b == j - 2;
          });
      if (is_turned) {
        return true;
      }
    }
    return false;
  }

  // "Karl Heinrich" and "Heinrich Karl", where nothing tells which one is the family's name.
  bool IsTurnedRound() const {
    const auto is_open = [](const std::vector<NamePart>& parts) {
      return parts.size() == 2 && !parts.front().before_comma &&
             std::all_of(parts.begin(), parts.end(), [](const NamePart& part) {
               return part.kind == PartKind::kWord && IsCommonGivenName(part.text);
             });
    };
    return kind_ == NameKind::kPerson && pairing_.pairs.size() == 2 &&
           pairing_.pairs.front().begin_b == 1 && is_open(a_) && is_open(b_);
  }

  bool HasOtherCharacters() const { return has_lost_letters_ && AllWritten(a_) != AllWritten(b_); }

  static std::string AllWritten(const std::vector<NamePart>& parts) {
    std::string written;
    for (const NamePart& part : parts) {
      written += written.ends_with(part.written) ? "" : part.written;
    }
    return written;
  }

  // Words that are joined and misspelled at once find no partner.
  void CompareAsOneText() {
    if (has_lost_letters_ || HasOtherNumber() || a_.empty() || b_.empty()) {
      return;
    }
    const std::string a = AsOneText(a_);
    const std::string b = AsOneText(b_);
    const size_t letters = std::max(a.size(), b.size());
    const size_t letters_a = Letters(a_, 0, a_.size());
    const size_t letters_b = Letters(b_, 0, b_.size());
    const size_t gap = std::max(letters_a, letters_b) - std::min(letters_a, letters_b);
    if (letters > kLettersMax || gap > kWholeGapMax) {
      return;
    }
    const double cost_max = std::min(kWholeCostMax, EditCostMax(std::min(a.size(), b.size())));
    const double cost = EditCost(a, b, cost_max);
    if (cost <= cost_max) {
      match_.score = std::max(kNameMatchMin, 1 - cost / static_cast<double>(letters));
      match_.how = NameDifference::kSpelling;
      match_.part_a = Written(a_, 0, a_.size());
      match_.part_b = Written(b_, 0, b_.size());
    }
  }

  static std::string AsOneText(const std::vector<NamePart>& parts) {
    std::string text;
    for (const NamePart& part : parts) {
      if (IsNamePart(part)) {
        text += text.empty() ? "" : " ";
        text += part.text;
      }
    }
    return text;
  }

  const std::vector<NamePart>& a_;
  const std::vector<NamePart>& b_;
  NameKind kind_;
  bool two_scripts_ = false;
  bool has_lost_letters_ = false;
  Pairing pairing_;
  NameMatch match_;
};

}  // namespace

NameMatch CompareNames(const NameParts& a, const NameParts& b, NameKind kind) {
  if (a.parts.size() > kPartsMax || b.parts.size() > kPartsMax) {
    return {};
  }
  // Ties are broken by what comes first; in one order, whichever name is given first.
  const bool is_in_order = std::lexicographical_compare(
      a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
      [](const NamePart& one, const NamePart& other) { return one.text < other.text; });
  if (is_in_order) {
    return Comparison(a, b, kind).Compare();
  }
  NameMatch match = Comparison(b, a, kind).Compare();
  std::swap(match.part_a, match.part_b);
  return match;
}

NameMatch CompareNames(std::string_view a, std::string_view b, NameKind kind) {
  return CompareNames(CutName(a, kind), CutName(b, kind), kind);
}

}  // namespace stemma
