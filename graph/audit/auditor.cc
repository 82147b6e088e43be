#include "graph/audit/auditor.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "graph/audit/chain_rules/chain_rules.h"
#include "graph/audit/error_spread.h"
#include "graph/audit/near_copies.h"
#include "graph/audit/near_copy_findings.h"
#include "graph/audit/printed_sourcing.h"
#include "graph/audit/sourcing_survey.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/text_under_audit.h"
#include "graph/base/code_points.h"
#include "graph/base/content_hash.h"

namespace stemma {
namespace {

constexpr size_t kHashDigits = 8;
constexpr char kIdMark = '~';
constexpr std::string_view kClearedField = "cleared:";

uint64_t& CountOf(Audited& audited, Rule rule) {
  return audited.checked[static_cast<size_t>(rule)];
}

// What a reader would look for in vain.
std::vector<std::string_view> MissingOf(const Reading& reading) {
  std::vector<std::string_view> missing;
  if (!reading.article.published && !reading.dateline_date) {
    missing.emplace_back("date");
  }
  if (!reading.article.byline) {
    missing.emplace_back("byline");
  }
  if (std::none_of(reading.credits.begin(), reading.credits.end(),
                   [](const Credit& credit) { return credit.of == CreditOf::kText; })) {
    missing.emplace_back("credit of the text");
  }
  return missing;
}

// What a stored work's text was read from, as far as its node tells.
Result<Article> ArticleOf(const GraphView& graph, NodeId work, const NodeState& state) {
  Article article;
  article.text = std::string(state.Text("text").value_or(""));
  article.lang = std::string(state.Text("lang").value_or(""));
  article.url = std::string(state.Text("url").value_or(""));
  const auto stated = [&](std::string_view field, std::optional<Stated>& out) {
    if (const auto value = state.Text(field); value && !value->empty()) {
      out = Stated{std::string(*value), std::nullopt};
    }
  };
  stated("title", article.title);
  stated("date", article.published);
  stated("byline", article.byline);
  STEMMA_ASSIGN(const auto edges,
                graph.Edges({&work, 1}, Direction::kOut, SetOf(EdgeKind::kPublishedBy)));
  for (const EdgeFacts& edge : edges.front()) {
    if (edge.status != AssertionStatus::kWithdrawn) {
      STEMMA_ASSIGN(const NodeState outlet, graph.Node(edge.other, /*with_text=*/false));
      article.outlet = Stated{std::string(outlet.Label()), std::nullopt};
    }
  }
  return article;
}

// Order, positions and ids.
void Settle(Audited& audited) {
  std::stable_sort(audited.findings.begin(), audited.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     const auto key = [](const Finding& one) {
                       return std::tuple(!one.span, one.span ? one.span->begin : 0, one.rule);
                     };
                     return key(a) < key(b);
                   });
  const CodePoints code_points(audited.text);
  std::map<std::string, uint64_t> printed;  // how often such words were met before
  for (Finding& finding : audited.findings) {
    if (finding.span) {
      finding.start = code_points.At(finding.span->begin);
      finding.end = code_points.At(finding.span->end);
    }
    std::string said = std::string(Name(finding.rule)) + '\n' + finding.exact;
    if (!finding.related.empty()) {
      said += '\n' + finding.related.front().node;
    }
    said += '\n' + std::to_string(printed[said]++);
    finding.id = audited.name + kIdMark + std::string(Name(finding.rule)) + kIdMark +
                 Xxh3Hex(said).substr(0, kHashDigits);
    for (Related& related : finding.related) {
      related.node = related.node.empty() ? audited.name : related.node;
    }
  }
}

// Findings that a person has answered are counted and left out.
void LeaveOutCleared(const NodeState& state, Audited& audited) {
  const auto is_cleared = [&](const Finding& finding) {
    return state.Text(ClearedField(ParseFindingId(finding.id).finding)).has_value();
  };
  audited.cleared = std::erase_if(audited.findings, is_cleared);
}

Result<std::vector<NodeId>> AllWorks(const GraphView& graph) {
  std::vector<NodeId> works;
  STEMMA_TRY(graph.ScanNodes([&](NodeId node, const NodeFacts& facts) {
    if (IsWork(facts.kind)) {
      works.push_back(node);
    }
    return true;
  }));
  std::sort(works.begin(), works.end());
  return works;
}

}  // namespace

Auditor::Auditor(const Authority& authority, const GraphView* graph, AuditOptions options)
    : graph_(graph), known_(authority, graph), options_(std::move(options)) {
  if (graph != nullptr) {
    reader_ = std::make_unique<ChainReader>(*graph);
  }
}

Auditor::~Auditor() = default;

bool Auditor::Runs(Rule rule) const {
  return options_.rules.empty() ||
         std::find(options_.rules.begin(), options_.rules.end(), rule) != options_.rules.end();
}

Status Auditor::RunTextRules(const TextUnderAudit& text, Audited& audited) {
  using KnownRule = Result<uint64_t> (*)(const TextUnderAudit&, KnownAgents&, Findings&);
  constexpr std::array<std::pair<Rule, KnownRule>, 2> kKnownRules = {{
      {Rule::kAcronymMismatch, CheckAcronyms},
      {Rule::kEntityNearMiss, CheckEntities},
  }};
  for (const auto& [rule, check] : kKnownRules) {
    if (Runs(rule)) {
      STEMMA_ASSIGN(const uint64_t checked, check(text, known_, audited.findings));
      CountOf(audited, rule) += checked;
    }
  }
  using PlainRule = uint64_t (*)(const TextUnderAudit&, Findings&);
  constexpr std::array<std::pair<Rule, PlainRule>, 8> kPlainRules = {{
      {Rule::kQuoteUnattributed, CheckUnattributed},
      {Rule::kSpeakerUnclear, CheckSpeakers},
      {Rule::kQuoteOdd, CheckOddQuotes},
      {Rule::kQuoteUnbalanced, CheckBalance},
      {Rule::kQuoteDrift, CheckQuoteDrift},
      {Rule::kNumberDrift, CheckNumberDrift},
      {Rule::kSourceVague, CheckVagueSources},
      {Rule::kCreditUndeclared, CheckCredits},
  }};
  for (const auto& [rule, check] : kPlainRules) {
    if (Runs(rule)) {
      CountOf(audited, rule) += check(text, audited.findings);
    }
  }
  audited.missing = MissingOf(text.Read());
  audited.full_rules = text.Read().language != Language::kOther;
  return {};
}

Status Auditor::RunChainRules(const WorkUnderAudit& work, Audited& audited) {
  using ChainRule = Result<uint64_t> (*)(const WorkUnderAudit&, Findings&);
  constexpr std::array<std::pair<Rule, ChainRule>, 7> kChainRules = {{
      {Rule::kQuoteDrift, CheckQuoteAgainstChain},
      {Rule::kSpeakerChanged, CheckSpeakerAgainstChain},
      {Rule::kNumberDrift, CheckNumbersAgainstChain},
      {Rule::kDateOrder, CheckDateOrder},
      {Rule::kSourceDeadEnd, CheckDeadEnd},
      {Rule::kSourceCorrected, CheckCorrections},
      {Rule::kCircularSourcing, CheckCircle},
  }};
  for (const auto& [rule, check] : kChainRules) {
    if (Runs(rule)) {
      STEMMA_ASSIGN(const uint64_t checked, check(work, audited.findings));
      CountOf(audited, rule) += checked;
    }
  }
  if (!Runs(Rule::kEntityNearMiss) && !Runs(Rule::kAcronymMismatch)) {
    return {};
  }
  Findings& findings = audited.findings;
  STEMMA_ASSIGN(const uint64_t printed, CheckPrintedNames(work, known_, findings));
  CountOf(audited, Rule::kEntityNearMiss) += Runs(Rule::kEntityNearMiss) ? printed : 0;
  std::erase_if(findings, [&](const Finding& finding) { return !Runs(finding.rule); });
  for (Finding& finding : findings) {
    if (finding.rule == Rule::kAcronymMismatch || finding.rule == Rule::kEntityNearMiss) {
      STEMMA_TRY(AddErrorSpread(work, finding));
    }
  }
  return {};
}

// `copies`: its near copies where they are known; null: they are looked for.
Status Auditor::RunNearCopies(const TextUnderAudit& text, std::optional<NodeId> work,
                              const std::vector<NodeId>* copies, Audited& audited) {
  if (!Runs(Rule::kCreditUndeclared)) {
    return {};
  }
  NearCopiesOf found;
  if (copies == nullptr) {
    STEMMA_ASSIGN(found, FindNearCopiesOf(*graph_, audited.text, work));
    copies = &found.works;
  }
  STEMMA_ASSIGN(const uint64_t checked,
                CheckNearCopies(text, work, *copies, *graph_, audited.findings));
  CountOf(audited, Rule::kCreditUndeclared) += checked;
  return {};
}

Result<Audited> Auditor::AuditText(const Reading& reading, const std::string& name) {
  Audited audited;
  audited.name = name;
  audited.text = reading.article.text;
  known_.SetAudited(std::nullopt);
  const TextUnderAudit text(reading);
  STEMMA_TRY(RunTextRules(text, audited));
  if (graph_ != nullptr) {
    STEMMA_ASSIGN(const WorkUnderAudit work, WorkOfText(*reader_, text));
    STEMMA_TRY(RunChainRules(work, audited));
    STEMMA_TRY(RunNearCopies(text, work.Node(), nullptr, audited));
  }
  Settle(audited);
  return audited;
}

Result<Audited> Auditor::AuditWork(NodeId work) {
  return AuditStored(work, *reader_, nullptr);
}

Result<Audited> Auditor::AuditStored(NodeId node, ChainReader& reader,
                                     const std::vector<NodeId>* copies) {
  STEMMA_ASSIGN(const NodeState state, graph_->Node(node, /*with_text=*/true));
  if (!IsWork(state.kind)) {
    return InvalidInput(state.id + " is a " + std::string(Name(state.kind)) +
                        ", expected an article or a document");
  }
  Audited audited;
  audited.name = state.id;
  audited.text = std::string(state.Text("text").value_or(""));
  known_.SetAudited(node);
  if (audited.text.empty()) {
    STEMMA_ASSIGN(const WorkUnderAudit work, WorkUnderAudit::Stored(reader, node));
    STEMMA_TRY(RunChainRules(work, audited));
  } else {
    STEMMA_ASSIGN(Article article, ArticleOf(*graph_, node, state));
    const Reading reading = ReadSourcing(std::move(article));
    const TextUnderAudit text(reading);
    STEMMA_TRY(RunTextRules(text, audited));
    STEMMA_ASSIGN(const WorkUnderAudit work, WorkUnderAudit::Stored(reader, node, &text));
    STEMMA_TRY(RunChainRules(work, audited));
    STEMMA_TRY(RunNearCopies(text, node, copies, audited));
  }
  Settle(audited);
  LeaveOutCleared(state, audited);
  return audited;
}

Status Auditor::AuditAll(const MakePairSorter& sorters, const Visitor& visit) {
  STEMMA_ASSIGN(const SourcingSurvey survey, SourcingSurvey::Of(*graph_));
  ChainReader reader(*graph_, &survey);
  STEMMA_ASSIGN(const std::vector<NodeId> works, AllWorks(*graph_));
  const auto audit = [&](NodeId work, const std::vector<NodeId>& copies) -> Status {
    STEMMA_ASSIGN(const Audited audited, AuditStored(work, reader, &copies));
    visit(audited, works.size());
    return {};
  };
  auto next = works.begin();
  const auto audit_before = [&](auto end) -> Status {
    for (; next != end; ++next) {
      STEMMA_TRY(audit(*next, {}));
    }
    return {};
  };
  if (Runs(Rule::kCreditUndeclared)) {
    // Works with copies come in the same order, so that all others are done on the way.
    const auto with_copies = [&](NodeId work, std::span<const NodeId> copies) -> Status {
      STEMMA_TRY(audit_before(std::lower_bound(next, works.end(), work)));
      ++next;
      return audit(work, {copies.begin(), copies.end()});
    };
    STEMMA_TRY(FindAllNearCopies(*graph_, sorters, with_copies));
  }
  return audit_before(works.end());
}

FindingName ParseFindingId(const std::string& id) {
  const size_t hash = id.rfind(kIdMark);
  const size_t before =
      hash == std::string::npos || hash == 0 ? std::string::npos : id.rfind(kIdMark, hash - 1);
  if (before == std::string::npos || before == 0) {
    return {};
  }
  const auto rule = ParseRule(std::string_view(id).substr(before + 1, hash - before - 1));
  return rule ? FindingName{id.substr(0, before), *rule, id.substr(before + 1)} : FindingName();
}

std::string ClearedField(const std::string& finding) {
  return std::string(kClearedField) + finding;
}

}  // namespace stemma
