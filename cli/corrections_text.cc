#include "cli/corrections_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stemma {
namespace {

constexpr size_t kLinesMax = 3;
constexpr size_t kNamedMax = 6;

// A way to correct, the gravest first.
struct Manner {
  std::string_view how;
  std::string_view verb;
  Tint tint;
};
constexpr std::array kManners = {
    Manner{"kill", "KILLED", Tint::kRed}, Manner{"retraction", "RETRACTED", Tint::kRed},
    Manner{"correction", "CORRECTED", Tint::kYellow}, Manner{"update", "UPDATED", Tint::kCyan}};

// `how` may be any words; what is none of ours is a correction.
const Manner& MannerOf(const std::string& how) {
  const auto* const known = std::find_if(kManners.begin(), kManners.end(),
                                         [&](const Manner& manner) { return manner.how == how; });
  return known == kManners.end() ? kManners[2] : *known;
}

std::vector<const Correction*> GravestFirst(std::span<const Correction> corrections) {
  std::vector<const Correction*> sorted;
  for (const Correction& one : corrections) {
    sorted.push_back(&one);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Correction* a, const Correction* b) {
    return &MannerOf(a->how) < &MannerOf(b->how);
  });
  return sorted;
}

// "CORRECTED", with what else must be said: an uncertain status, and a manner in words of its own.
std::string VerbOf(const Correction& one) {
  std::string note;
  if (IsUncertain(one.status)) {
    note = one.status == AssertionStatus::kInferred ? "INFERRED" : "DISPUTED";
  }
  const Manner& manner = MannerOf(one.how);
  if (manner.how != one.how) {
    note += (note.empty() ? "" : ", ") + Printable(one.how);
  }
  return std::string(manner.verb) + (note.empty() ? "" : " (" + note + ")");
}

std::string DateOf(const Correction& one) {
  return one.date.empty() ? "undated" : Printable(one.date);
}

}  // namespace

std::vector<Line> CorrectionLines(std::span<const Correction> corrections) {
  std::vector<Line> lines;
  for (const Correction* one : GravestFirst(corrections)) {
    if (lines.size() == kLinesMax) {
      lines.push_back({{"and " + Counted(corrections.size() - kLinesMax, "more correction",
                                         "more corrections")}});
      break;
    }
    lines.push_back({{VerbOf(*one) + " by ", MannerOf(one->how).tint},
                     {Printable(one->by), Tint::kBold},
                     {", " + DateOf(*one)}});
  }
  return lines;
}

Result<std::string> CorrectionWords(const GraphView& graph, Corrections& corrections,
                                    std::span<const NodeId> nodes) {
  STEMMA_ASSIGN(const std::vector<NodeId> corrected, corrections.CorrectedAmong(nodes));
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(corrected));
  std::vector<std::string> words;
  for (size_t i = 0; i < corrected.size(); ++i) {
    for (const Correction* one : GravestFirst(corrections.Of(corrected[i]))) {
      words.push_back(Printable(ids[i]) + " " + VerbOf(*one) + " by " + Printable(one->by) + " (" +
                      DateOf(*one) + ")");
    }
  }
  return words.empty() ? std::string() : Enumerated(words, kNamedMax);
}

}  // namespace stemma
