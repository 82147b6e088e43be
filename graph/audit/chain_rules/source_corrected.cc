// A chain that passes a work which another stored work corrects.
//
// Whoever relies on the correction, at any hop, has it. A correction that was there before the work
// was not carried; one that came later may not have been noticed. An update is worth asking about:
// it need not mean that what stood before was wrong. A work that was itself corrected since does
// not stand as it was.
#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "graph/audit/chain_rules/chain_rules.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "source-corrected.chain/1";

struct Correction {
  NodeId by;
  EdgeFacts edge;
  NodeId corrected;
  std::optional<size_t> place;  // in the chain; none: a quote was lifted from it
};

Severity SeverityOf(const std::string& how, const EdgeFacts& edge) {
  if (how == "update" || edge.status == AssertionStatus::kDisputed) {
    return Severity::kNote;
  }
  return how == "retraction" || how == "kill" ? Severity::kError : Severity::kWarning;
}

std::string_view Verb(const std::string& how) {
  return how == "retraction" ? "retracted by"
         : how == "kill"     ? "killed by"
         : how == "update"   ? "updated by"
                             : "corrected by";
}

class CorrectionAudit {
 public:
  CorrectionAudit(const WorkUnderAudit& work, Findings& findings)
      : work_(work), findings_(findings), reader_(work.Reader()) {}

  Result<uint64_t> Check() {
    STEMMA_ASSIGN(const auto chain, work_.Chain());
    std::vector<NodeId> passed;
    for (const ChainWork& one : chain) {
      passed.push_back(one.node);
      carried_.insert(one.node);
    }
    STEMMA_TRY(AddLifted(passed));
    for (size_t i = 0; i < passed.size(); ++i) {
      if (reader_.Survey() != nullptr && !reader_.Survey()->IsCorrected(passed[i])) {
        continue;
      }
      STEMMA_ASSIGN(const auto lists, reader_.View().Edges({&passed[i], 1}, Direction::kIn,
                                                           SetOf(EdgeKind::kCorrects)));
      for (const EdgeFacts& edge : lists.front()) {
        // Who corrects something and who relies on the correction need not be told.
        if (edge.other != work_.Node() && !carried_.contains(edge.other)) {
          const auto place = i < chain.size() ? std::optional(i) : std::nullopt;
          STEMMA_TRY(Report({edge.other, edge, passed[i], place}));
        }
      }
    }
    return passed.size();
  }

 private:
  // A chain of a quote ends at the work it was lifted from.
  Status AddLifted(std::vector<NodeId>& passed) const {
    std::vector<NodeId> ends;
    for (const PrintedQuote& quote : work_.Quotes()) {
      for (const EdgeFacts& edge : quote.sources) {
        ends.push_back(edge.other);
      }
    }
    STEMMA_ASSIGN(const auto facts, reader_.Graph().Facts(ends));
    for (size_t i = 0; i < ends.size(); ++i) {
      if (IsWork(facts[i].kind) &&
          std::find(passed.begin(), passed.end(), ends[i]) == passed.end()) {
        passed.push_back(ends[i]);
      }
    }
    return {};
  }

  // The work that corrects the one under audit itself, if there is one.
  Result<std::optional<NodeId>> CorrectedItself() const {
    if (!work_.Node()) {
      return std::optional<NodeId>();
    }
    const NodeId node = *work_.Node();
    STEMMA_ASSIGN(const auto lists,
                  reader_.View().Edges({&node, 1}, Direction::kIn, SetOf(EdgeKind::kCorrects)));
    return lists.front().empty() ? std::optional<NodeId>()
                                 : std::optional(lists.front().front().other);
  }

  Status Report(const Correction& correction) {
    STEMMA_ASSIGN(const ChainReader::Said said,
                  reader_.SaidOf({correction.by, EdgeKind::kCorrects, correction.corrected}));
    const std::string how = said.deciding.how.value_or("correction");
    STEMMA_ASSIGN(const NodeState by, reader_.State(correction.by));
    STEMMA_ASSIGN(const NodeState corrected, reader_.State(correction.corrected));
    const std::string title(work_.Field("title"));
    Finding finding = work_.FindingAbout(Rule::kSourceCorrected, SeverityOf(how, correction.edge),
                                         title, work_.SpanOf(title), kMethod);
    finding.message =
        "its chain passes " + corrected.id + ", which was " + std::string(Verb(how)) + " " + by.id;
    const NodeFacts facts = FactsOf(by);
    if (facts.dated) {
      finding.message += " (" + std::string(by.Text("date").value_or("")) + ")";
    }
    if (facts.dated && work_.Facts().dated) {
      AddOrder(facts, finding);
    }
    finding.because.push_back("it neither cites " + by.id + " nor derives from it");
    if (correction.place) {
      STEMMA_TRY(AddWay(*correction.place, finding));
    }
    STEMMA_ASSIGN(const auto itself, CorrectedItself());
    if (itself) {
      finding.severity = Severity::kNote;
      STEMMA_ASSIGN(const std::string id, reader_.Id(*itself));
      finding.because.push_back("the work was itself corrected by " + id);
    }
    finding.related.push_back({corrected.id, {}, {}, std::string(corrected.Label())});
    finding.related.push_back({by.id, {}, {}, std::string(by.Label())});
    findings_.push_back(std::move(finding));
    return {};
  }

  void AddOrder(const NodeFacts& correction, Finding& finding) const {
    const DateInterval& own = work_.Facts().date;
    if (correction.date.end <= own.start) {
      finding.because.emplace_back(
          "a correction that this work did not carry: it is the later one");
    } else if (own.end <= correction.date.start) {
      finding.because.emplace_back(
          "the correction is later than this work, which stands as it was");
    }
  }

  Status AddWay(size_t place, Finding& finding) const {
    const auto way = work_.WayTo(place);
    if (way.empty()) {
      return {};
    }
    STEMMA_ASSIGN(const auto chain, work_.Chain());
    std::string through;
    for (const size_t at : way) {
      STEMMA_ASSIGN(const std::string id, reader_.Id(chain[at].node));
      through += (through.empty() ? "" : ", ") + id;
    }
    finding.because.push_back("by way of " + through);
    return {};
  }

  const WorkUnderAudit& work_;
  Findings& findings_;
  ChainReader& reader_;
  std::unordered_set<NodeId> carried_;
};

// Whether a survey of the store says that there is nothing to look for.
bool ReachesNone(const WorkUnderAudit& work) {
  const SourcingSurvey* survey = work.Reader().Survey();
  if (survey == nullptr || !work.Node()) {
    return false;
  }
  return !survey->ReachesCorrected(*work.Node()) &&
         std::none_of(work.Quotes().begin(), work.Quotes().end(), [&](const PrintedQuote& quote) {
           return quote.node && survey->ReachesCorrected(*quote.node);
         });
}

}  // namespace

Result<uint64_t> CheckCorrections(const WorkUnderAudit& work, Findings& findings) {
  if (ReachesNone(work)) {
    return work.Sources().size();
  }
  return CorrectionAudit(work, findings).Check();
}

}  // namespace stemma
