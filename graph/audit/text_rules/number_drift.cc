// number-drift within one text: two figures of one thing that exclude each other.
//
// What raises false alarms is everything that two figures may be besides a contradiction: parts and
// wholes, changes, two places, years or sources, plans. figures.h leaves out what tells itself;
// told_otherwise.h asks the text for what a second figure of something else would have.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/audit/text_rules/figures.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/text_rules/told_otherwise.h"

namespace stemma {
namespace {

constexpr size_t kEarlierMax = 24;   // figures of one class that one is compared with
constexpr size_t kFiguresMax = 500;  // of a text; one with more is no article but a table

std::vector<Figure> FirstFigures(const TextUnderAudit& text) {
  std::vector<Figure> figures = FindFigures(text);
  figures.resize(std::min(figures.size(), kFiguresMax));
  return figures;
}

class NumberDrift {
 public:
  NumberDrift(const TextUnderAudit& text, Findings& findings)
      : text_(text), findings_(findings), figures_(FirstFigures(text)), told_(text, figures_) {}

  uint64_t Check() {
    std::unordered_map<std::string, std::vector<size_t>> by_class;
    for (size_t i = 0; i < figures_.size(); ++i) {
      std::vector<size_t>& earlier = by_class[ClassOf(figures_[i])];
      if (!CheckAgainst(earlier, i)) {
        CheckAgainstOtherKinds(i);
      }
      earlier.push_back(i);
    }
    return figures_.size();
  }

 private:
  bool CheckAgainst(const std::vector<size_t>& earlier, size_t i) {
    for (size_t k = earlier.size() - std::min(earlier.size(), kEarlierMax); k < earlier.size();
         ++k) {
      const Figure& other = figures_[earlier[k]];
      const auto why =
          AreDisjoint(other, figures_[i]) ? told_.Why(other, figures_[i]) : std::nullopt;
      if (why) {
        Report(other, figures_[i], *why);
        return true;
      }
    }
    return false;
  }

  void CheckAgainstOtherKinds(size_t i) {
    for (size_t k = i - std::min(i, kEarlierMax); k < i; ++k) {
      const auto why = told_.WhyOfOtherKind(figures_[k], figures_[i]);
      if (why && ClassOf(figures_[k]) != ClassOf(figures_[i])) {
        Report(figures_[k], figures_[i], *why);
        return;
      }
    }
  }

  void Report(const Figure& first, const Figure& later, const std::string& why) {
    Finding finding = text_.FindingAt(Rule::kNumberDrift, Severity::kWarning, later.span,
                                      "number-drift.told-otherwise/1");
    finding.message = ExcerptInMarks(finding.exact) + " differs from " +
                      ExcerptInMarks(text_.Words(first.span)) + " in line " +
                      std::to_string(text_.LineAt(first.span.begin)) + ": both cannot hold";
    finding.because.push_back("no count is both " + std::string(text_.Words(first.span)) + " and " +
                              std::string(text_.Words(later.span)));
    finding.because.push_back(why);
    if (first.source.empty() != later.source.empty()) {
      finding.because.emplace_back("one of them is the article's own");
    }
    finding.related.push_back(text_.Here(first.span));
    findings_.push_back(std::move(finding));
  }

  const TextUnderAudit& text_;
  Findings& findings_;
  std::vector<Figure> figures_;
  ToldOtherwise told_;
};

}  // namespace

uint64_t CheckNumberDrift(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : NumberDrift(text, findings).Check();
}

}  // namespace stemma
