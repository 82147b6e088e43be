#include "cli/trace_text_tree.h"

#include "cli/corrections_text.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kEvidenceColumns = 30;

std::string_view Warning(AssertionStatus status) {
  return status == AssertionStatus::kInferred ? "INFERRED" : "DISPUTED";
}

// Why an uncertain step is there: the reason given, else the words that point to it.
std::string ReasonOf(const StepRecord& record) {
  if (record.deciding.because) {
    return Printable(*record.deciding.because);
  }
  for (const Evidence& evidence : record.evidence) {
    if (evidence.exact) {
      return "“" + Printable(*evidence.exact) + "”";
    }
  }
  return "";
}

// What stands printed, where the step is certain: the name as printed, else the first evidence.
std::string PrintedOf(const StepRecord& record) {
  if (record.deciding.as_printed) {
    return "as " + WordsInMarks(*record.deciding.as_printed, kEvidenceColumns);
  }
  for (const Evidence& evidence : record.evidence) {
    if (evidence.exact) {
      return WordsInMarks(*evidence.exact, kEvidenceColumns);
    }
  }
  return "";
}

Line Joined(Line left, const Line& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

}  // namespace

Result<std::vector<MarkedLine>> TreeText::Lines(const Trace& trace) {
  const std::vector<TreeNode> trees = TreesOf(trace.chains);
  STEMMA_TRY(AddTop(trace, trees));
  if (trace.kind == NodeKind::kClaim) {
    STEMMA_TRY(AddStaters(trees));
  } else if (!trees.empty()) {
    STEMMA_TRY(AddChildren(trees.front(), ""));
  }
  return std::move(lines_);
}

Status TreeText::AddTop(const Trace& trace, const std::vector<TreeNode>& trees) {
  STEMMA_ASSIGN(const NodeLabel* label, labels_.Of(trace.node));
  shown_.insert(trace.node);
  Line line = {{label->id, Tint::kBold}};
  for (const std::string& detail : DetailsOf(*label, /*with_kind=*/true)) {
    line.push_back({" · " + detail, Tint::kPlain});
  }
  const bool has_branches =
      !trees.empty() && (trace.kind == NodeKind::kClaim || !trees.front().children.empty());
  const std::string stem = has_branches ? "│ " : "  ";
  lines_.push_back({line, DisplayWidth(label->id), {}, ""});
  if (trace.kind != NodeKind::kClaim && !trees.empty()) {
    AddEnds(trees.front(), stem);
  }
  AddCorrections(trace.node, stem);
  const bool has_title = !label->title.empty() && label->title != label->id;
  if (has_title && !IsAgent(trace.kind)) {
    lines_.push_back(
        {{{stem, Tint::kDim}, {WordsInMarks(label->title, columns_ - 2), Tint::kDim}}, 0, {}, ""});
  }
  return {};
}

Status TreeText::AddChildren(const TreeNode& parent, const std::string& indent) {
  expanded_.insert(parent.node);
  for (size_t i = 0; i < parent.children.size(); ++i) {
    STEMMA_TRY(AddChild(parent.children[i], indent, i + 1 == parent.children.size()));
  }
  return {};
}

Status TreeText::AddStaters(const std::vector<TreeNode>& trees) {
  for (size_t i = 0; i < trees.size(); ++i) {
    const bool is_last = i + 1 == trees.size();
    const bool first_time = !shown_.contains(trees[i].node);
    STEMMA_ASSIGN(const Line named, Named(trees[i].node, first_time));
    const Line line =
        Joined({{is_last ? "└─ " : "├─ ", Tint::kDim}, {"stated by ", Tint::kDim}}, named);
    lines_.push_back({line, columns_ / 2, {}, ""});
    const std::string below = is_last ? "   " : "│  ";
    AddEnds(trees[i], below);
    if (first_time) {
      AddCorrections(trees[i].node, below + (trees[i].children.empty() ? "  " : "│ "));
    }
    STEMMA_TRY(AddChildren(trees[i], below));
  }
  return {};
}

Result<Line> TreeText::Named(NodeId node, bool first_time) {
  STEMMA_ASSIGN(const NodeLabel* label, labels_.Of(node));
  shown_.insert(node);
  Line line = {{label->id, Tint::kBold}};
  if (first_time) {
    for (const std::string& detail : DetailsOf(*label, /*with_kind=*/false)) {
      line.push_back({" · " + detail, Tint::kPlain});
    }
  }
  return line;
}

void TreeText::AddEnds(const TreeNode& node, const std::string& hang) {
  for (size_t i = 0; i < node.ends.size(); ++i) {
    const Line mark = MarkOf(node.ends[i].first, node.ends[i].second);
    if (i == 0) {
      lines_.back().mark = mark;
      lines_.back().hang = hang + "  ";
    } else {
      lines_.push_back({{{hang, Tint::kDim}}, 0, mark, hang + "  "});
    }
  }
}

void TreeText::AddCorrections(NodeId node, const std::string& hang) {
  for (const Line& line : CorrectionLines(corrections_.Of(node))) {
    lines_.push_back({Joined({{hang, Tint::kDim}}, line), 0, {}, ""});
  }
}

Status TreeText::AddChild(const TreeNode& child, const std::string& indent, bool is_last) {
  STEMMA_ASSIGN(const StepRecord* record, records_.Of(*child.step));
  STEMMA_ASSIGN(const NodeLabel* label, labels_.Of(child.node));
  const bool first_time = !shown_.contains(child.node);
  STEMMA_ASSIGN(Line named, Named(child.node, first_time));
  const AssertionStatus status = child.step->facts.status;
  const bool uncertain = IsUncertain(status);
  const std::string branch = indent + (is_last ? "└" : "├") + (uncertain ? "╌ " : "─ ");
  const std::string below = indent + (is_last ? "   " : "│  ");
  const std::string verb(VerbOf(child.step->edge.kind, record->deciding.how, label->kind));

  if (uncertain) {
    const std::string reason = ReasonOf(*record);
    const Line step = {{branch, Tint::kDim},
                       {verb + "  ", Tint::kPlain},
                       {std::string(Warning(status)), Tint::kYellow}};
    const size_t used = WidthOf(step) + 2;
    const size_t left = columns_ - std::min(columns_ - 10, used);
    const auto words = WrapWords(reason, left, columns_ - WidthOf({{below}}) - 5, 3);
    Line first = step;
    first.push_back({words.empty() ? "" : ": " + words.front(), Tint::kPlain});
    lines_.push_back({first, 0, {}, ""});
    for (size_t i = 1; i < words.size(); ++i) {
      lines_.push_back({{{below + "     ", Tint::kDim}, {words[i], Tint::kPlain}}, 0, {}, ""});
    }
    lines_.push_back({Joined({{below, Tint::kDim}}, named), 0, {}, ""});
  } else {
    Line line = Joined({{branch, Tint::kDim}, {verb + " ", Tint::kPlain}}, named);
    const std::string printed = PrintedOf(*record);
    if (!printed.empty() && first_time) {
      line.push_back({"  " + printed, Tint::kDim});
    }
    lines_.push_back({line, 0, {}, ""});
  }
  lines_.back().keep_columns = WidthOf({{below}, {verb + " "}, {label->id}});
  AddEnds(child, below);
  if (!child.children.empty() && expanded_.contains(child.node)) {
    lines_.back().content.push_back({"  … as above", Tint::kDim});
    return {};
  }
  if (first_time) {
    AddCorrections(child.node, below + (child.children.empty() ? "  " : "│ "));
  }
  return AddChildren(child, below);
}

}  // namespace stemma
