// number-drift within one text: two figures of one thing that exclude each other.
//
// What raises false alarms is everything that two figures may be besides a contradiction: parts and
// wholes, changes, two places, years or sources, plans. figures.h leaves out what tells itself;
// here two are held against each other only where both say the same of the same, near in size.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/audit/text_rules/figures.h"
#include "graph/audit/text_rules/printed_lines.h"
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
           a.sentence != b.sentence && AreOfOneThing(a, b) && HaveOneAction(a, b) &&
           AreInOnePlace(a, b) && AreInOneTime(a, b) && HaveOneSource(a, b);
  }

  static bool AreOfOneThing(const Figure& a, const Figure& b) {
    const bool is_one_of = a.of == b.of || (a.is_measure && (a.of.empty() || b.of.empty()));
    return a.qualifiers == b.qualifiers && is_one_of;
  }

  // An action that both name; of two exact figures nothing less, else much the same words around.
  static bool HaveOneAction(const Figure& a, const Figure& b) {
    if (a.action != 0 && b.action != 0) {
      return a.action == b.action;
    }
    if (!a.is_hedged && !b.is_hedged) {
      return false;
    }
    const auto shared = std::count_if(a.context.begin(), a.context.end(), [&](const auto& stem) {
      return std::find(b.context.begin(), b.context.end(), stem) != b.context.end();
    });
    return shared >= (a.action == b.action ? 1 : 2);
  }

  // A place that one sentence alone names must be the article's own, else it is a part of another.
  bool AreInOnePlace(const Figure& a, const Figure& b) const {
    const auto is_elsewhere = [&](const Figure& one, const Figure& other) {
      return !one.places.empty() && !Overlap(one.places, other.names) &&
             (!other.places.empty() ||
              std::none_of(one.places.begin(), one.places.end(),
                           [&](const std::string& place) { return IsOwnPlace(place); }));
    };
    return !is_elsewhere(a, b) && !is_elsewhere(b, a);
  }

  // Named above the body or in its first paragraph.
  bool IsOwnPlace(const std::string& place) const {
    const auto& paragraphs = text_.Parts().paragraphs;
    for (uint32_t i = 0; i < paragraphs.size(); ++i) {
      const std::vector<std::string> words = FoldedWords(text_.Parts().Words(paragraphs[i]));
      if (std::find(words.begin(), words.end(), place) != words.end()) {
        return true;
      }
      if (!text_.IsHeading(i)) {
        return false;
      }
    }
    return false;
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
    finding.message = InMarks(finding.exact) + " differs from " + InMarks(text_.Words(first.span)) +
                      " in line " + std::to_string(lines_.At(first.span.begin)) +
                      ": both cannot hold";
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
  PrintedLines lines_{text_.Text()};
};

}  // namespace

uint64_t CheckNumberDrift(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : NumberDrift(text, findings).Check();
}

}  // namespace stemma
