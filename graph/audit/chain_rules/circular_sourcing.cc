// A work whose chains come back to it.
#include <string>
#include <utility>

#include "graph/audit/chain_rules/chain_rules.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "circular-sourcing.components/1";
constexpr size_t kListedMax = 20;

Status Report(const WorkUnderAudit& work, const Circle& circle, Findings& findings) {
  const std::string title(work.Field("title"));
  Finding finding = work.FindingAbout(Rule::kCircularSourcing, Severity::kWarning, title,
                                      work.SpanOf(title), kMethod);
  STEMMA_ASSIGN(const auto ids, work.Reader().Graph().Ids(circle.round));
  const size_t listed = std::min(ids.size(), kListedMax);
  std::string round;
  for (size_t i = 0; i < listed; ++i) {
    round += ids[i] + " -" + std::string(Name(circle.edges[i])) + "-> ";
    finding.related.push_back({ids[i], {}, {}, ""});
  }
  round += listed < ids.size() ? "… -> " + ids.front() : ids.front();
  finding.message = "its sources lead back to it";
  finding.because.push_back("one round: " + round);
  if (circle.nodes.size() > circle.round.size()) {
    finding.because.push_back(std::to_string(circle.nodes.size()) +
                              " nodes lead to each other in all");
  }
  findings.push_back(std::move(finding));
  return {};
}

}  // namespace

Result<uint64_t> CheckCircle(const WorkUnderAudit& work, Findings& findings) {
  if (!work.Node()) {
    return 0;  // nothing leads to it
  }
  if (work.Sources().empty()) {
    return 1;
  }
  if (const SourcingSurvey* survey = work.Reader().Survey()) {
    if (const Circle* circle = survey->CircleOf(*work.Node())) {
      STEMMA_TRY(Report(work, *circle, findings));
    }
    return 1;
  }
  STEMMA_ASSIGN(const auto circle, FindCircleOf(work.Reader().Graph(), *work.Node(), Filter{}));
  if (circle) {
    STEMMA_TRY(Report(work, *circle, findings));
  }
  return 1;
}

}  // namespace stemma
