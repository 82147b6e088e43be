// number-drift within one text: two figures of one thing that exclude each other.
//
// What raises false alarms is everything that two figures may be besides a contradiction: parts and
// wholes, changes, two places, years or sources, plans. figures.h leaves out what tells itself;
// here two are held against each other only where both say the same of the same, near in size.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/audit/text_rules/countable_words.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/audit/text_rules/figures.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/base/utf8.h"
#include "graph/reading/number_words.h"

namespace stemma {
namespace {

constexpr size_t kEarlierMax = 24;  // figures of one noun that one is compared with
constexpr double kThingRatioMax = 5;
constexpr double kSlipRatioMax = 12;  // digits in another order, or a zero
constexpr double kDigitsMax = 1e15;
constexpr uint32_t kLeadParagraphs = 2;
constexpr size_t kNumbersMax = 1000;  // of a text; one with more is no article, but a table

bool Overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::find(b.begin(), b.end(), one) != b.end();
  });
}

// "Glenfarrow" and "the glen" too.
bool OverlapInPart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr size_t kPartMin = 4;
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
      const size_t size = std::min(one.size(), other.size());
      return one == other || (size >= kPartMin && one.substr(0, size) == other.substr(0, size));
    });
  });
}

// The digits that count, zeros behind them left out: "64" of 6,400.
std::string DigitsOf(double value) {
  std::string digits = std::to_string(static_cast<int64_t>(std::min(value, kDigitsMax)));
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

// 6,400 for 4,600, or 12,500 for 1,250: two of the digits changed places, or a zero came or went.
bool HaveSameDigits(const Figure& a, const Figure& b) {
  const std::string one = DigitsOf(a.printed);
  const std::string other = DigitsOf(b.printed);
  return one.size() >= 2 && one.size() == other.size() &&
         std::is_permutation(one.begin(), one.end(), other.begin());
}

class NumberDrift {
 public:
  NumberDrift(const TextUnderAudit& text, Findings& findings)
      : text_(text), findings_(findings), figures_(FindFigures(text)) {
    while (text.IsHeading(first_body_)) {
      ++first_body_;
    }
  }

  uint64_t Check() {
    std::unordered_map<std::string, std::vector<size_t>> by_noun;
    for (size_t i = 0; i < figures_.size(); ++i) {
      std::vector<size_t>& earlier = by_noun[figures_[i].noun];
      const size_t first = earlier.size() - std::min(earlier.size(), kEarlierMax);
      for (size_t k = first; k < earlier.size(); ++k) {
        if (Exclude(figures_[earlier[k]], figures_[i])) {
          Report(figures_[earlier[k]], figures_[i]);
          break;
        }
      }
      earlier.push_back(i);
    }
    return figures_.size();
  }

 private:
  bool Exclude(const Figure& a, const Figure& b) const {
    const bool is_exact = !a.is_hedged && !b.is_hedged;
    const bool is_slip = is_exact && HaveSameDigits(a, b);
    const bool is_thing = is_exact && a.is_thing && b.is_thing && b.is_definite;
    const double ratio_max = is_slip    ? kSlipRatioMax
                             : is_thing ? kThingRatioMax
                             : is_exact ? kExactRatioMax
                                        : kHedgedRatioMax;
    return AreDisjoint(a, b) && RatioOf(a, b) <= ratio_max && a.paragraph != b.paragraph &&
           AreOfOneThing(a, b, is_slip) && AreOfOneMatter(a, b, is_slip) && AreInOnePlace(a, b) &&
           AreInOneTime(a, b) && HaveOneSource(a, b);
  }

  // What a headline counts is told again below it, where the words that qualify it come back or
  // not.
  static bool AreOfOneThing(const Figure& a, const Figure& b, bool is_slip) {
    const bool is_one_of = a.of == b.of || (a.is_measure && (a.of.empty() || b.of.empty())) ||
                           a.is_thing || a.is_headline ||
                           (is_slip && (a.of.empty() || b.of.empty()));
    const bool is_one_kind = a.kind == b.kind || a.kind == "person" || b.kind == "person";
    const bool is_qualified =
        a.qualifiers == b.qualifiers || ((a.is_headline || a.is_thing || is_slip) &&
                                         (a.qualifiers.empty() || b.qualifiers.empty()));
    return is_one_kind && is_qualified && is_one_of;
  }

  // Whether both tell of one matter: by what happened, by the words around, by the later one being
  // told as known ("the nine cows"), and by the one being the headline's. The less the figures
  // themselves say, the more of these. Digits that changed places are a slip of the pen.
  bool AreOfOneMatter(const Figure& a, const Figure& b, bool is_slip) const {
    const bool is_one_action =
        a.is_headline ? AreOneAction(a.action, b.action) : a.action == b.action;
    if (b.is_other || a.is_other || (a.action != 0 && b.action != 0 && !is_one_action)) {
      return false;
    }
    const bool has_action = a.action != 0 && b.action != 0 && is_one_action;
    const std::set<std::string> around(a.context.begin(), a.context.end());
    const std::set<std::string> later(b.context.begin(), b.context.end());
    auto shared = std::count_if(later.begin(), later.end(),
                                [&](const std::string& stem) { return around.contains(stem); });
    shared += Overlap(a.days, b.days) ? 1 : 0;
    const bool is_exact = !a.is_hedged && !b.is_hedged;
    if (is_exact && IsToldByPosition(a, b, is_slip, has_action, shared)) {
      return true;
    }
    if (a.kind != b.kind || AreContrasted(a, b)) {
      return false;
    }
    if (a.is_small || b.is_small) {
      return b.is_definite && has_action && shared >= 1;
    }
    if (is_exact) {
      return shared >= 2 ? has_action || b.is_definite : shared >= 1 && has_action && b.is_definite;
    }
    shared += has_action && ShareAPlace(a, b) ? 1 : 0;
    return shared >= 2 - (has_action ? 1 : 0) - (b.is_definite ? 1 : 0);
  }

  // Exact figures of which the one is the headline's, or both are the one loan, sentence or crew of
  // the article, or a slip apart.
  bool IsToldByPosition(const Figure& a, const Figure& b, bool is_slip, bool has_action,
                        std::ptrdiff_t shared) const {
    const bool is_one_vessel = !a.is_thing || !AreContrasted(a, b, kVesselOnly);
    if (b.is_joined || a.is_joined || !is_one_vessel || text_.Read().numbers.size() > kNumbersMax ||
        IsToldBefore(b)) {
      return false;
    }
    const bool is_same_kind = a.kind == b.kind;
    const bool is_matter = has_action || shared >= 2 || (shared >= 1 && b.is_definite);
    const bool is_swap = is_slip && std::fmod(a.printed, b.printed) != 0 &&
                         std::fmod(b.printed, a.printed) != 0 && is_same_kind && a.kind != "person";
    if (is_slip && b.is_definite && (a.is_thing || is_matter || is_swap)) {
      return true;
    }
    if (a.is_thing && b.is_thing && is_same_kind && b.is_definite && CountValues(a) <= 2) {
      return true;
    }
    if (!a.is_headline || b.is_headline ||
        !(has_action || (a.is_thing && is_same_kind) || (is_same_kind && shared >= 2))) {
      return false;
    }
    return IsLead(b) && !b.has_others && !MakeASum(a, b) && !IsToldAgain(a) && CountValues(a) <= 2;
  }

  // The first figure of its noun and matter below the headline, near the top.
  bool IsLead(const Figure& b) const {
    if (b.paragraph > first_body_ + kLeadParagraphs) {
      return false;
    }
    const auto first = std::find_if(figures_.begin(), figures_.end(), [&](const Figure& one) {
      return !one.is_headline && one.noun == b.noun && one.action == b.action;
    });
    return first != figures_.end() && first->span.begin == b.span.begin;
  }

  // "Eight arrested": five men in the one town, three in the other.
  bool MakeASum(const Figure& a, const Figure& b) const {
    const double rest = std::abs(a.printed - b.printed);
    const auto& paragraphs = text_.Parts().paragraphs;
    const NumberReader reader(text_.Tokens(), text_.Read().language);
    const size_t last = std::min<size_t>(b.paragraph + 2, paragraphs.size());
    for (size_t paragraph = b.paragraph; paragraph < last; ++paragraph) {
      const TokenRange range = paragraphs[paragraph];
      for (uint32_t i = range.begin; i < range.end; ++i) {
        const auto value = reader.At(i, range.end);
        if (value && value->value == rest) {
          return true;
        }
      }
    }
    return false;
  }

  // Another of its kind was told before: "six years" for the driver, then "the six-year sentence".
  bool IsToldBefore(const Figure& b) const {
    const auto& numbers = text_.Read().numbers;
    const bool is_money = b.noun.starts_with("money");
    const bool is_term = b.noun.starts_with("sentence");
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](const Number& one) {
                         const bool is_unit = (is_money && CurrencyWords().Has(one.of)) ||
                                              (is_term && TermUnits().Has(one.of));
                         return one.span.begin < b.span.begin && one.low == b.printed && is_unit;
                       }) ||
           std::any_of(figures_.begin(), figures_.end(), [&](const Figure& one) {
             return one.span.begin < b.span.begin && one.noun == b.noun && one.printed == b.printed;
           });
  }

  static bool ShareAPlace(const Figure& a, const Figure& b) {
    return Overlap(a.places, b.names) || Overlap(b.places, a.names) ||
           std::any_of(a.phrases.begin(), a.phrases.end(), [&](const Phrase& one) {
             return std::any_of(b.phrases.begin(), b.phrases.end(), [&](const Phrase& other) {
               return one.preposition == 1 && other.preposition == 1 &&
                      OverlapInPart({one.stem}, {other.stem});
             });
           });
  }

  static bool AreOfOneNoun(const Figure& a, const Figure& b) {
    return a.noun == b.noun && (AreOneAction(a.action, b.action) || a.action == 0 || b.action == 0);
  }

  // The text stands by its headline: what else it counts is a part, or something else.
  bool IsToldAgain(const Figure& headline) const {
    return std::any_of(figures_.begin(), figures_.end(), [&](const Figure& one) {
      return !one.is_headline && AreOfOneNoun(one, headline) && !AreDisjoint(one, headline);
    });
  }

  // How many values the text has for what `a` counts; of many, each is of something else.
  size_t CountValues(const Figure& a) const {
    std::set<double> values;
    for (const Figure& one : figures_) {
      if (one.noun == a.noun && one.action == a.action) {
        values.insert(one.low);
      }
    }
    return values.size();
  }

  // "at the mill" against "at the mine"; with `only`, of that preposition.
  static bool AreContrasted(const Figure& a, const Figure& b, int only = 0) {
    std::map<int, std::pair<std::vector<std::string>, std::vector<std::string>>> by_preposition;
    for (const Phrase& phrase : a.phrases) {
      by_preposition[phrase.preposition].first.push_back(phrase.stem);
    }
    for (const Phrase& phrase : b.phrases) {
      by_preposition[phrase.preposition].second.push_back(phrase.stem);
    }
    return std::any_of(by_preposition.begin(), by_preposition.end(), [&](const auto& entry) {
      const auto& [first, later] = entry.second;
      return (only == 0 || entry.first == only) && !first.empty() && !later.empty() &&
             !OverlapInPart(first, later);
    });
  }

  // A place that one sentence alone names must be the article's own, else it is a part of another.
  bool AreInOnePlace(const Figure& a, const Figure& b) const {
    const auto is_elsewhere = [&](const Figure& one, const Figure& other) {
      return !one.places.empty() && !Overlap(one.places, other.names) &&
             (!other.places.empty() ||
              std::none_of(one.places.begin(), one.places.end(),
                           [&](const std::string& place) { return own_words_.contains(place); }));
    };
    return !is_elsewhere(a, b) && !is_elsewhere(b, a);
  }

  // Words printed above the body and in its first paragraph.
  static std::set<std::string> OwnWords(const TextUnderAudit& text) {
    std::set<std::string> words;
    const auto& paragraphs = text.Parts().paragraphs;
    for (uint32_t i = 0; i < paragraphs.size(); ++i) {
      for (std::string& word : FoldedWords(text.Parts().Words(paragraphs[i]))) {
        words.insert(std::move(word));
      }
      if (!text.IsHeading(i)) {
        break;
      }
    }
    return words;
  }

  // A loan or a crew is the same one whenever it is told of, but for two times that are told.
  static bool AreInOneTime(const Figure& a, const Figure& b) {
    const bool is_one_thing =
        a.is_thing && b.is_thing && b.is_definite && (a.times.empty() || b.times.empty());
    return is_one_thing ||
           (a.times == b.times && (a.days.empty() || b.days.empty() || Overlap(a.days, b.days)));
  }

  static bool HaveOneSource(const Figure& a, const Figure& b) {
    return a.source.empty() || b.source.empty() || (a.source == b.source && a.source != "?");
  }

  void Report(const Figure& first, const Figure& later) {
    Finding finding = text_.FindingAt(Rule::kNumberDrift, Severity::kWarning, later.span,
                                      "number-drift.interval/1");
    finding.message = ExcerptInMarks(finding.exact) + " differs from " +
                      ExcerptInMarks(text_.Words(first.span)) + " in line " +
                      std::to_string(text_.LineAt(first.span.begin)) + ": both cannot hold";
    finding.because.push_back("no count is both " + std::string(text_.Words(first.span)) + " and " +
                              std::string(text_.Words(later.span)));
    if (first.source.empty() != later.source.empty()) {
      finding.because.emplace_back("one of them is the article's own");
    }
    finding.related.push_back(text_.Here(first.span));
    findings_.push_back(std::move(finding));
  }

  const TextUnderAudit& text_;
  Findings& findings_;
  std::vector<Figure> figures_;
  std::set<std::string> own_words_{OwnWords(text_)};
  uint32_t first_body_ = 0;
};

}  // namespace

uint64_t CheckNumberDrift(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : NumberDrift(text, findings).Check();
}

}  // namespace stemma
