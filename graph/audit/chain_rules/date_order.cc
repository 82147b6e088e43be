// A work dated before what it cites, quotes or derives from.
//
// Dates are intervals, and only those that exclude each other count. A day without a zone is
// somebody's local day, so that it may begin and end up to 14 hours from the one in UTC.
// Traps: a date that a page got when it was edited (its interval should be `a/..`), and a document,
// whose date is when it was published, not when it was written.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/audit/chain_rules/chain_rules.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "date-order.intervals/1";
constexpr Instant kZoneSlack = Instant{14} * 3600 * 1'000'000;

// One end of an interval as written is a day or coarser, and so without a zone.
bool HasZone(std::string_view written) {
  return written.find('T') != std::string_view::npos;
}

Instant Earliest(const DateInterval& date, std::string_view written) {
  const std::string_view first = written.substr(0, written.find('/'));
  const bool is_open = date.start == kDistantPast;
  return is_open || HasZone(first) ? date.start : date.start - kZoneSlack;
}

// Exclusive.
Instant Latest(const DateInterval& date, std::string_view written) {
  const size_t slash = written.find('/');
  const std::string_view last =
      slash == std::string_view::npos ? written : written.substr(slash + 1);
  const bool is_open = date.end == kDistantFuture;
  return is_open || HasZone(last) ? date.end : date.end + kZoneSlack;
}

std::string_view Verb(EdgeKind kind, bool revision) {
  if (revision) {
    return "is a revision of";
  }
  switch (kind) {
    case EdgeKind::kDerivedFrom:
      return "derives from";
    case EdgeKind::kQuotedFrom:
      return "quotes from";
    default:
      return "cites";
  }
}

class DateOrderAudit {
 public:
  DateOrderAudit(const WorkUnderAudit& work, Findings& findings)
      : work_(work), findings_(findings), reader_(work.Reader()) {}

  uint64_t Checked() const { return checked_; }

  // `quote` is null where the work itself is the one that says it.
  Status Check(NodeId source, const NodeFacts& facts, const EdgeFacts& edge,
               const PrintedQuote* quote) {
    if (!facts.dated || source == work_.Node()) {
      return {};
    }
    ++checked_;
    if (work_.Facts().date.end > facts.date.start) {
      return {};
    }
    STEMMA_ASSIGN(const NodeState state, reader_.State(source));
    const std::string written(state.Text("date").value_or(""));
    const std::string own(work_.Field("date"));
    if (Latest(work_.Facts().date, own) > Earliest(facts.date, written)) {
      return {};
    }
    const Severity severity = IsUncertain(edge.status) ? Severity::kWarning : Severity::kError;
    std::optional<Span> span;
    if (quote != nullptr) {
      STEMMA_ASSIGN(span, work_.SpanOf(*quote));
    }
    Finding finding = work_.FindingAbout(Rule::kDateOrder, severity,
                                         quote != nullptr ? quote->words : own, span, kMethod);
    finding.message = "dated " + own + ", before " + state.id + " (" + written + "), which it " +
                      std::string(Verb(edge.kind, edge.revision));
    finding.because.push_back("the two dates exclude each other, whatever their time zones");
    if (IsUncertain(edge.status)) {
      finding.because.push_back("that it " + std::string(Verb(edge.kind, edge.revision)) +
                                " it is " + std::string(Name(edge.status)));
    }
    finding.related.push_back({state.id, {}, {}, std::string(state.Label())});
    findings_.push_back(std::move(finding));
    return {};
  }

  // By the date of the earliest work that prints what was lifted.
  Status CheckLifted(const PrintedQuote& quote, const EdgeFacts& edge) {
    STEMMA_ASSIGN(const auto facts, reader_.Graph().Facts({&edge.other, 1}));
    if (facts.front().kind != NodeKind::kQuote) {
      return Check(edge.other, facts.front(), edge, &quote);
    }
    STEMMA_ASSIGN(const auto lists,
                  reader_.View().Edges({&edge.other, 1}, Direction::kIn, SetOf(EdgeKind::kQuotes)));
    std::vector<NodeId> works;
    for (const EdgeFacts& printed : lists.front()) {
      works.push_back(printed.other);
    }
    STEMMA_ASSIGN(const auto printed, reader_.Graph().Facts(works));
    std::optional<size_t> earliest;
    for (size_t i = 0; i < works.size(); ++i) {
      if (works[i] == work_.Node() || !printed[i].dated) {
        return {};  // it may have been printed at any time
      }
      if (!earliest || printed[i].date.start < printed[*earliest].date.start) {
        earliest = i;
      }
    }
    return earliest ? Check(works[*earliest], printed[*earliest], edge, &quote) : Status();
  }

 private:
  const WorkUnderAudit& work_;
  Findings& findings_;
  ChainReader& reader_;
  uint64_t checked_ = 0;
};

}  // namespace

Result<uint64_t> CheckDateOrder(const WorkUnderAudit& work, Findings& findings) {
  if (!work.Facts().dated) {
    return 0;
  }
  DateOrderAudit audit(work, findings);
  for (size_t i = 0; i < work.Sources().size(); ++i) {
    const EdgeFacts& edge = work.Sources()[i];
    STEMMA_TRY(audit.Check(edge.other, work.SourceFacts()[i], edge, nullptr));
  }
  for (const PrintedQuote& quote : work.Quotes()) {
    for (const EdgeFacts& edge : quote.sources) {
      STEMMA_TRY(audit.CheckLifted(quote, edge));
    }
  }
  return audit.Checked();
}

}  // namespace stemma
