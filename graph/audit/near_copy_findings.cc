#include "graph/audit/near_copy_findings.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/audit/copy_side.h"
#include "graph/audit/near_copies.h"
#include "graph/audit/recorded_ties.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "credit-undeclared.near-copy/1";

// A copy that nothing explains.
struct Unexplained {
  std::string id;
  CopySide side;
  NodeId work;
  bool is_earlier = false;  // by its date
  Overlap overlap;
  OwnWords of_this;
  OwnWords of_other;

  // In percent, rounded down: of the two texts' own words, the greater share.
  uint64_t Share() const { return std::max(Percent(of_this), Percent(of_other)); }
  static uint64_t Percent(OwnWords words) {
    return words.all == 0 ? 0 : 100 * words.shared / words.all;
  }
};

class NearCopyAudit {
 public:
  NearCopyAudit(const TextUnderAudit& text, std::optional<NodeId> work, const GraphView& graph)
      : text_(text), work_(work), graph_(graph), ties_(graph), compared_(text.Text()) {}

  Status Begin() {
    if (work_) {
      STEMMA_TRY(ties_.Begin(*work_));
      STEMMA_ASSIGN(this_, StoredSide(graph_, ties_, *work_));
    } else {
      this_ = PrintedSide(text_.Read().article);
    }
    AddPrintedCredits(text_.Read(), this_);
    return {};
  }

  Status Look(NodeId copy) {
    if (work_) {
      STEMMA_ASSIGN(const bool is_tied, ties_.IsTied(copy));
      if (is_tied) {
        return {};
      }
    }
    STEMMA_ASSIGN(CopySide side, StoredSide(graph_, ties_, copy));
    const bool this_first = this_.date.end <= side.date.start;
    const bool other_first = side.date.end <= this_.date.start;
    if (this_first) {
      return {};  // the other one owes the credit
    }
    STEMMA_ASSIGN(std::string text, StoredText(graph_, copy));
    Article article;
    article.text = text;
    AddPrintedCredits(ReadSourcing(std::move(article)), side);
    if (ShareOne(this_.cited, side.publishers) || ShareOne(this_.agencies, side.agencies) ||
        (!other_first && ShareOne(side.cited, this_.publishers))) {
      return {};
    }
    const ComparedText compared(text);
    STEMMA_ASSIGN(const std::vector<std::string> ids, graph_.Ids(std::span(&copy, 1)));
    Unexplained found{ids.front(),
                      std::move(side),
                      copy,
                      other_first,
                      OverlapOf(compared_, compared),
                      SharedWords(compared_, compared),
                      SharedWords(compared, compared_)};
    found_.push_back(std::move(found));
    return {};
  }

  Status Report(Findings& findings) {
    if (found_.empty()) {
      return {};
    }
    // Another outlet's before its own, then the nearest.
    std::sort(found_.begin(), found_.end(), [this](const Unexplained& a, const Unexplained& b) {
      return std::tuple(IsOwn(a), b.Share(), a.side.date.start, a.id) <
             std::tuple(IsOwn(b), a.Share(), b.side.date.start, b.id);
    });
    const Unexplained& nearest = found_.front();
    STEMMA_ASSIGN(const std::string other, StoredText(graph_, nearest.work));
    const std::vector<SharedPassage> passages =
        LongestPassages(compared_, ComparedText(other), kPassagesMax);
    if (passages.empty()) {
      return {};
    }
    Finding finding = text_.FindingAt(Rule::kCreditUndeclared,
                                      IsOwn(nearest) ? Severity::kNote : Severity::kWarning,
                                      passages.front().first, kMethod);
    finding.message = MessageOf(nearest);
    const CodePoints positions(other);
    for (const SharedPassage& passage : passages) {
      const Span at = passage.second;
      finding.related.push_back({nearest.id, positions.At(at.begin), positions.At(at.end),
                                 other.substr(at.begin, at.end - at.begin)});
    }
    AddReasons(nearest, passages.front(), finding);
    AddOthers(finding);
    findings.push_back(std::move(finding));
    return {};
  }

 private:
  static constexpr size_t kPassagesMax = 3;
  static constexpr size_t kOthersMax = 4;

  bool IsOwn(const Unexplained& copy) const {
    return ShareOne(this_.publishers, copy.side.publishers);
  }

  static std::string Dated(const Unexplained& copy) {
    return copy.id +
           (copy.side.printed_date.empty() ? " (undated)" : " (" + copy.side.printed_date + ")");
  }

  static std::string MessageOf(const Unexplained& copy) {
    const uint64_t of_this = Unexplained::Percent(copy.of_this);
    const uint64_t of_other = Unexplained::Percent(copy.of_other);
    const std::string shares =
        of_this >= of_other
            ? "shares " + std::to_string(of_this) + " % of its own words with " + Dated(copy)
            : "holds " + std::to_string(of_other) + " % of the own words of " + Dated(copy);
    return shares + ", and no edge says how they are related";
  }

  void AddReasons(const Unexplained& copy, const SharedPassage& longest, Finding& finding) const {
    const Overlap& overlap = copy.overlap;
    finding.because.push_back("of runs of six words outside quotation marks " +
                              std::to_string(overlap.shared) + " stand in both, of " +
                              std::to_string(overlap.first) + " here and " +
                              std::to_string(overlap.second) + " there; the longest passage has " +
                              std::to_string(longest.own_words) + " words");
    if (copy.is_earlier) {
      finding.because.push_back("published " + this_.printed_date + ByOf(this_) + "; " + copy.id +
                                " " + copy.side.printed_date + ByOf(copy.side));
    } else {
      finding.because.push_back("dates do not say which came first: " + WhenOf(this_) +
                                ByOf(this_) + "; " + copy.id + " " + WhenOf(copy.side) +
                                ByOf(copy.side));
    }
    if (IsOwn(copy)) {
      finding.because.emplace_back(
          "one outlet published both: consistent with two versions of one story");
    } else if (ShareOne(this_.owners, copy.side.owners)) {
      finding.because.push_back("both outlets belong to one owner: " + copy.side.owner);
    }
  }

  static std::string ByOf(const CopySide& side) {
    return side.publisher.empty() ? ", outlet not recorded" : " by " + side.publisher;
  }
  static std::string WhenOf(const CopySide& side) {
    return side.printed_date.empty() ? "undated" : side.printed_date;
  }

  void AddOthers(Finding& finding) const {
    if (found_.size() < 2) {
      return;
    }
    std::string others = "nothing says so of these either:";
    for (size_t i = 1; i < std::min(found_.size(), kOthersMax + 1); ++i) {
      others +=
          (i == 1 ? " " : ", ") + Dated(found_[i]) + " " + std::to_string(found_[i].Share()) + " %";
    }
    if (found_.size() > kOthersMax + 1) {
      others += " and " + std::to_string(found_.size() - kOthersMax - 1) + " more";
    }
    finding.because.push_back(std::move(others));
  }

  const TextUnderAudit& text_;
  const std::optional<NodeId> work_;
  const GraphView& graph_;
  RecordedTies ties_;
  const ComparedText compared_;
  CopySide this_;
  std::vector<Unexplained> found_;
};

}  // namespace

Result<uint64_t> CheckNearCopies(const TextUnderAudit& text, std::optional<NodeId> work,
                                 std::span<const NodeId> copies, const GraphView& graph,
                                 Findings& findings) {
  if (copies.empty()) {
    return 0;
  }
  NearCopyAudit audit(text, work, graph);
  STEMMA_TRY(audit.Begin());
  for (const NodeId copy : copies) {
    STEMMA_TRY(audit.Look(copy));
  }
  STEMMA_TRY(audit.Report(findings));
  return copies.size();
}

}  // namespace stemma
