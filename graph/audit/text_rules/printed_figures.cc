#include "graph/audit/text_rules/printed_figures.h"

#include <algorithm>
#include <cmath>

#include "graph/audit/text_rules/countables.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/reading/number_words.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

constexpr size_t kPartsMax = 100;
constexpr size_t kNumbersMax = 2000;
constexpr double kNearRatio = 3;  // an open interval bears out what is near its end
constexpr uint32_t kRestParagraphs = 2;

bool IsNear(const Figure& a, const Figure& b) {
  const double lower = std::min(a.printed, b.printed);
  return std::max(a.printed, b.printed) <= lower * kNearRatio;
}

// "of them", "d'entre eux" from token `i` on.
bool IsOfThem(const TokenView& tokens, uint32_t i) {
  static const WordMap whom("them whom which those");
  return (tokens.Is(i, "of") && tokens.IsIn(i + 1, whom)) ||
         (tokens.Is(i, "d'") && tokens.Is(i + 1, "entre"));
}

}  // namespace

bool AreOfOneKind(const Figure& a, const Figure& b) {
  if (ClassOf(a) != ClassOf(b) || a.noun.empty() || b.noun.empty()) {
    return false;
  }
  if (a.noun.starts_with("money")) {
    return a.noun == b.noun || a.is_unit || b.is_unit;
  }
  return a.kind == b.kind || a.kind == "person" || b.kind == "person";
}

bool AreOfOneEvent(const Figure& a, const Figure& b) {
  return (a.action == 0 || b.action == 0 || AreOneAction(a.action, b.action)) && !a.is_other &&
         !b.is_other;
}

bool MayBeKnownFrom(const Figure& first, const Figure& known) {
  return (!known.action_tells_which && !first.is_other && !known.is_other) ||
         AreOfOneEvent(first, known);
}

PrintedFigures::PrintedFigures(const TextUnderAudit& text, const std::vector<Figure>& figures)
    : figures_(figures) {
  const TokenView& tokens = text.Tokens();
  const NumberReader reader(tokens, text.Read().language);
  const auto& paragraphs = text.Parts().paragraphs;
  size_t figure = 0;
  for (uint32_t paragraph = 0; paragraph < paragraphs.size(); ++paragraph) {
    const TokenRange range = paragraphs[paragraph];
    for (uint32_t i = range.begin; i < range.end && numbers_.size() < kNumbersMax;) {
      std::optional<double> value;
      uint32_t behind = i + 1;
      if (const auto number = reader.At(i, range.end)) {
        value = number->value;
        behind = std::max(behind, number->range.end);
      } else if (tokens.IsWord(i) || tokens.IsNumber(i)) {
        value = CompoundValue(tokens.Words(i));
      }
      const Span span = text.Parts().SpanOf({i, behind});
      i = behind;
      if (!value || *value <= 1) {
        continue;
      }
      while (figure < figures.size() && figures[figure].span.end <= span.begin) {
        ++figure;
      }
      const bool is_figure = figure < figures.size() && figures[figure].span.begin < span.end;
      numbers_.push_back({span, *value, paragraph, IsOfThem(tokens, i),
                          is_figure ? std::optional(figure) : std::nullopt});
    }
  }
}

bool PrintedFigures::IsBorneOut(const Figure& figure, size_t before) const {
  const bool by_figure = std::any_of(figures_.begin(), figures_.end(), [&](const Figure& one) {
    return one.span.begin != figure.span.begin && one.span.begin < before &&
           AreOfOneKind(one, figure) && one.kind == figure.kind && AreOfOneEvent(one, figure) &&
           IsNear(one, figure) && !AreDisjoint(one, figure);
  });
  return by_figure || std::any_of(numbers_.begin(), numbers_.end(), [&](const Printed& one) {
           const bool is_itself =
               one.span.begin < figure.span.end && figure.span.begin < one.span.end;
           if (is_itself || one.span.begin >= before || one.value != figure.printed) {
             return false;
           }
           // Of other things it says nothing of these, but years may be those of a sentence.
           const bool is_term =
               one.figure && figure.noun == "sentence" && figures_[*one.figure].is_unit;
           return !one.figure || is_term ||
                  (AreOfOneKind(figures_[*one.figure], figure) &&
                   AreOfOneEvent(figures_[*one.figure], figure));
         });
}

bool PrintedFigures::IsMadeUp(const Figure& figure, size_t before) const {
  struct Part {
    double value = 0;
    bool is_of_kind = false;  // else of nothing that is known
    bool is_of_them = false;
  };
  std::vector<Part> parts;
  for (const Printed& one : numbers_) {
    const bool is_of_kind = one.figure && AreOfOneKind(figures_[*one.figure], figure);
    if ((is_of_kind || !one.figure) && one.span.begin < before && parts.size() < kPartsMax) {
      parts.push_back({one.value, is_of_kind, one.is_of_them});
    }
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    for (size_t k = i + 1; k < parts.size(); ++k) {
      const double sum = parts[i].value + parts[k].value;
      const double rest = std::abs(parts[i].value - parts[k].value);
      if ((parts[i].is_of_kind || parts[k].is_of_kind) &&
          ((sum == figure.printed && !parts[i].is_of_them && !parts[k].is_of_them) ||
           rest == figure.printed)) {
        return true;
      }
    }
  }
  return false;
}

bool PrintedFigures::IsRestTold(const Figure& whole, const Figure& part) const {
  const double rest = std::abs(whole.printed - part.printed);
  return std::any_of(numbers_.begin(), numbers_.end(), [&](const Printed& one) {
    return one.value == rest && one.paragraph >= part.paragraph &&
           one.paragraph < part.paragraph + kRestParagraphs;
  });
}

}  // namespace stemma
