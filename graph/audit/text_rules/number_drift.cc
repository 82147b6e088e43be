// number-drift within one text: two figures of one thing that exclude each other.
//
// What raises false alarms is everything that two figures may be besides a contradiction: parts and
// wholes, changes, two places, years or sources, plans. figures.h leaves out what tells itself;
// here two are held against each other only where both say the same of the same, near in size.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/audit/text_rules/figures.h"
#include "graph/audit/text_rules/places.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kEarlierMax = 12;  // figures of one noun that one is compared with
constexpr double kHedgedRatioMax = 3;
constexpr double kExactRatioMax = 2;

bool AreDisjoint(const Figure& a, const Figure& b) {
  const auto is_below = [](const Figure& one, const Figure& other) {
    return one.high < other.low ||
           (one.high == other.low && (one.high_is_open || other.low_is_open));
  };
  return is_below(a, b) || is_below(b, a);
}

// How many times the one is the other, at least.
double RatioOf(const Figure& a, const Figure& b) {
  const Figure& lower = a.high <= b.low ? a : b;
  const Figure& upper = a.high <= b.low ? b : a;
  return lower.high > 0 ? upper.low / lower.high : kHedgedRatioMax + 1;
}

bool Overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::find(b.begin(), b.end(), one) != b.end();
  });
}

class NumberDrift {
 public:
  NumberDrift(const TextUnderAudit& text, Findings& findings)
      : text_(text), findings_(findings), figures_(FindFigures(text)) {}

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
    return AreDisjoint(a, b) && RatioOf(a, b) <= (is_exact ? kExactRatioMax : kHedgedRatioMax) &&
           a.paragraph != b.paragraph && AreOfOneThing(a, b) && AreOfOneMatter(a, b) &&
           AreInOnePlace(a, b) && AreInOneTime(a, b) && HaveOneSource(a, b);
  }

  static bool AreOfOneThing(const Figure& a, const Figure& b) {
    const bool is_one_of = a.of == b.of || (a.is_measure && (a.of.empty() || b.of.empty()));
    return a.qualifiers == b.qualifiers && is_one_of;
  }

  // Whether both tell of one matter: by what happened, by the words around, and by the later one
  // being told as known ("the nine cows"). The less the figures themselves say, the more of these.
  static bool AreOfOneMatter(const Figure& a, const Figure& b) {
    if (b.is_other || (a.action != 0 && b.action != 0 && a.action != b.action) ||
        AreContrasted(a, b)) {
      return false;
    }
    const bool has_action = a.action != 0 && a.action == b.action;
    const std::set<std::string> around(a.context.begin(), a.context.end());
    const std::set<std::string> later(b.context.begin(), b.context.end());
    auto shared = std::count_if(later.begin(), later.end(),
                                [&](const std::string& stem) { return around.contains(stem); });
    shared += Overlap(a.days, b.days) ? 1 : 0;
    if (a.is_small || b.is_small) {
      return b.is_definite && has_action && shared >= 1;
    }
    if (!a.is_hedged && !b.is_hedged) {
      return shared >= 2 ? has_action || b.is_definite : shared >= 1 && has_action && b.is_definite;
    }
    return shared >= 2 - (has_action ? 1 : 0) - (b.is_definite ? 1 : 0);
  }

  // "at the mill" against "at the mine".
  static bool AreContrasted(const Figure& a, const Figure& b) {
    std::map<int, std::pair<std::vector<std::string>, std::vector<std::string>>> by_preposition;
    for (const Phrase& phrase : a.phrases) {
      by_preposition[phrase.preposition].first.push_back(phrase.stem);
    }
    for (const Phrase& phrase : b.phrases) {
      by_preposition[phrase.preposition].second.push_back(phrase.stem);
    }
    return std::any_of(by_preposition.begin(), by_preposition.end(), [](const auto& entry) {
      const auto& [first, later] = entry.second;
      return !first.empty() && !later.empty() && !Overlap(first, later);
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

  static bool AreInOneTime(const Figure& a, const Figure& b) {
    return a.times == b.times && (a.days.empty() || b.days.empty() || Overlap(a.days, b.days));
  }

  static bool HaveOneSource(const Figure& a, const Figure& b) {
    return a.source.empty() || b.source.empty() || (a.source == b.source && a.source != "?");
  }

  void Report(const Figure& first, const Figure& later) {
    Finding finding = text_.FindingAt(Rule::kNumberDrift, Severity::kWarning, later.span,
                                      "number-drift.interval/1");
    finding.message = ExcerptInMarks(finding.exact) + " differs from " +
                      ExcerptInMarks(text_.Words(first.span)) + " in line " +
                      std::to_string(lines_.At(first.span.begin)) + ": both cannot hold";
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
  PrintedLines lines_{text_.Text()};
};

}  // namespace

uint64_t CheckNumberDrift(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : NumberDrift(text, findings).Check();
}

}  // namespace stemma
