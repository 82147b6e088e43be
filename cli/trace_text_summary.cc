#include "cli/trace_text_summary.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cli/corrections_text.h"
#include "graph/algo/depth.h"
#include "graph/algo/origins.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kListedMax = 6;
constexpr size_t kCorrectedMax = 3;
constexpr size_t kWordsColumns = 28;
constexpr size_t kSpeakerColumns = 40;

std::string Padded(std::string text, size_t columns) {
  const size_t width = WidthOf({{text}});
  return text + std::string(columns - std::min(columns, width), ' ');
}

// The best that a strand reaches: an origin, else its first end.
Line MarkOf(const Strand& strand) {
  if (strand.depth.min) {
    return stemma::MarkOf(ChainEnd::kOrigin, *strand.depth.min);
  }
  if (strand.chains.empty()) {
    return {};
  }
  return stemma::MarkOf(strand.chains.front().ends, strand.chains.front().hops);
}

std::vector<NodeId> OriginsOf(const std::vector<Chain>& chains) {
  std::vector<NodeId> origins;
  for (const Chain& chain : chains) {
    if (chain.ends == ChainEnd::kOrigin &&
        std::find(origins.begin(), origins.end(), chain.nodes.back()) == origins.end()) {
      origins.push_back(chain.nodes.back());
    }
  }
  return origins;
}

std::string DepthWords(const Depth& depth) {
  return depth.min ? "the nearest origin is " + Counted(*depth.min, "hop", "hops") + " away"
                   : "no origin";
}

// What kind of step it was, for "4 hops = 2 translations, 1 credit".
std::pair<std::string, std::string> StepWords(EdgeKind kind, const std::optional<std::string>& how,
                                              NodeKind to) {
  if (kind == EdgeKind::kCites) {
    return to == NodeKind::kDocument
               ? std::pair<std::string, std::string>("document seen", "documents seen")
               : std::pair<std::string, std::string>("credit", "credits");
  }
  if (kind == EdgeKind::kQuotedFrom) {
    return {"lifted quote", "lifted quotes"};
  }
  const std::map<std::string, std::pair<std::string, std::string>> manners = {
      {"translation", {"translation", "translations"}},
      {"copy", {"copy", "copies"}},
      {"rewrite", {"rewrite", "rewrites"}},
      {"syndication", {"syndication", "syndications"}}};
  const auto known = manners.find(how.value_or(""));
  return known == manners.end() ? std::pair<std::string, std::string>("derivation", "derivations")
                                : known->second;
}

}  // namespace

Result<std::vector<std::string>> SummaryText::IdsOf(const std::vector<NodeId>& nodes) {
  return graph_.Ids(nodes);
}

Result<std::vector<MarkedLine>> SummaryText::Strands() {
  std::vector<MarkedLine> lines;
  if (!trace_.strands.empty()) {
    lines.push_back({{{"WHAT IT PRINTS", Tint::kBold}}, 0, {}, ""});
  }
  for (const Strand& strand : trace_.strands) {
    STEMMA_TRY(AddStrand(strand, lines));
  }
  return lines;
}

Status SummaryText::AddStrand(const Strand& strand, std::vector<MarkedLine>& lines) {
  STEMMA_ASSIGN(const NodeLabel* label, labels_.Of(strand.node));
  std::string words = WordsInMarks(label->title, kWordsColumns);
  if (words.empty() || label->title.empty()) {
    words = label->id;
  }
  Line line = {{"  " + Padded(words, kWordsColumns), Tint::kPlain}};
  if (strand.kind == NodeKind::kClaim) {
    line.push_back({"  claim", Tint::kDim});
  } else {
    line.push_back({"  " + (label->speaker.empty() ? "no speaker" : label->speaker), Tint::kPlain});
  }
  lines.push_back({line, 2 + kWordsColumns, MarkOf(strand), "     "});
  STEMMA_TRY(AddSources(strand, lines));
  return AddCorrected(strand, lines);
}

// What its chains pass that was corrected: they are not shown, so that the tree cannot say it.
Status SummaryText::AddCorrected(const Strand& strand, std::vector<MarkedLine>& lines) {
  std::vector<NodeId> corrected;
  for (const Chain& chain : strand.chains) {
    for (const NodeId node : chain.nodes) {
      if (!corrections_.Of(node).empty() &&
          std::find(corrected.begin(), corrected.end(), node) == corrected.end()) {
        corrected.push_back(node);
      }
    }
  }
  const size_t shown = std::min(corrected.size(), kCorrectedMax);
  for (size_t i = 0; i < shown; ++i) {
    STEMMA_ASSIGN(const NodeLabel* label, labels_.Of(corrected[i]));
    for (const Line& correction : CorrectionLines(corrections_.Of(corrected[i]))) {
      const std::string name = TruncateToWidth(label->id, kWordsColumns);
      Line line = {{"     passes " + name + ", ", Tint::kDim}};
      line.insert(line.end(), correction.begin(), correction.end());
      lines.push_back({line, 0, {}, ""});
    }
  }
  if (shown < corrected.size()) {
    const std::string more = Counted(corrected.size() - shown, "more work", "more works");
    lines.push_back({{{"     and " + more + " with corrections", Tint::kDim}}, 0, {}, ""});
  }
  return {};
}

// Where the quote was lifted from, and what it reads there; which origins a claim leads to.
Status SummaryText::AddSources(const Strand& strand, std::vector<MarkedLine>& lines) {
  if (strand.kind == NodeKind::kClaim) {
    const std::vector<NodeId> origins = OriginsOf(strand.chains);
    if (!origins.empty()) {
      STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf(origins));
      lines.push_back({{{"     leads to " + Enumerated(ids, kListedMax), Tint::kDim}}, 0, {}, ""});
    }
    return {};
  }
  STEMMA_ASSIGN(const NodeLabel* own, labels_.Of(strand.node));
  std::set<EdgeKey> told;
  for (const Chain& chain : strand.chains) {
    if (chain.steps.empty() || !told.insert(chain.steps.front().edge).second) {
      continue;
    }
    const Step& step = chain.steps.front();
    STEMMA_ASSIGN(const StepRecord* record, records_.Of(step));
    STEMMA_ASSIGN(const NodeLabel* source, labels_.Of(chain.nodes[1]));
    std::string place;
    if (source->kind == NodeKind::kQuote) {
      STEMMA_ASSIGN(place, labels_.PrintedIn(chain.nodes[1]));
    }
    std::string text = "     " +
                       std::string(VerbOf(step.edge.kind, record->deciding.how, source->kind)) +
                       " " + (place.empty() ? source->id : place);
    const bool reads_otherwise =
        source->kind == NodeKind::kQuote && !source->title.empty() && source->title != own->title;
    if (reads_otherwise) {
      text += ", where it reads " + WordsInMarks(source->title, kSpeakerColumns);
    } else if (record->deciding.because) {
      text += ": " + Printable(*record->deciding.because);
    }
    lines.push_back({{{text, Tint::kDim}}, 0, {}, ""});
  }
  return {};
}

Result<std::vector<std::string>> SummaryText::Sentences() {
  std::vector<std::string> sentences;
  for (const auto part :
       {&SummaryText::FirstStated, &SummaryText::RestsOn, &SummaryText::ChokePoints,
        &SummaryText::OnRecord, &SummaryText::Nearest}) {
    STEMMA_ASSIGN(std::string sentence, (this->*part)());
    if (!sentence.empty()) {
      sentences.push_back(std::move(sentence));
    }
  }
  if (std::any_of(trace_.chains.begin(), trace_.chains.end(),
                  [](const Chain& chain) { return chain.ends == ChainEnd::kCircle; })) {
    sentences.push_back("Circular sourcing: `stemma cycles` shows the round.");
  }
  if (trace_.truncated) {
    sentences.push_back("Truncated: there are more chains than these; --limit lists more.");
  }
  return sentences;
}

// On the chains to an origin, if there are any, else on all.
SummaryText::UncertainLinks SummaryText::CountUncertain() const {
  const bool reaches = trace_.depth.min.has_value();
  std::set<EdgeKey> inferred;
  std::set<EdgeKey> disputed;
  for (const Chain& chain : trace_.chains) {
    if (reaches && chain.ends != ChainEnd::kOrigin && chain.ends != ChainEnd::kTarget) {
      continue;
    }
    for (const Step& step : chain.steps) {
      if (step.facts.status == AssertionStatus::kInferred) {
        inferred.insert(step.edge);
      } else if (step.facts.status == AssertionStatus::kDisputed) {
        disputed.insert(step.edge);
      }
    }
  }
  return {inferred.size(), disputed.size()};
}

Result<std::string> SummaryText::RestsOn() {
  const UncertainLinks links = CountUncertain();
  std::vector<std::string> counts;
  if (links.inferred > 0) {
    counts.push_back(std::to_string(links.inferred) + " inferred");
  }
  if (links.disputed > 0) {
    counts.push_back(std::to_string(links.disputed) + " disputed");
  }
  if (counts.empty()) {
    return std::string();
  }
  const bool is_one = links.inferred + links.disputed == 1;
  const std::string named = Enumerated(counts, 2) + (is_one ? " link" : " links");
  if (!trace_.depth.min) {
    return "Its chains pass " + named + ".";
  }
  Filter certain = options_.filter;
  certain.with_uncertain = false;
  STEMMA_ASSIGN(const NodeDepth without, DepthOf(graph_, trace_.node, certain));
  const std::string them = is_one ? "it, " : "them, ";
  if (without.depth.min == trace_.depth.min) {
    return "Some chains pass " + named + "; with or without " + them + DepthWords(trace_.depth) +
           ".";
  }
  return "RESTS ON " + named + ": without " + them + DepthWords(without.depth) + ".";
}

Result<std::string> SummaryText::ChokePoints() {
  STEMMA_ASSIGN(const std::vector<NodeId> passed,
                FindChokePoints(graph_, trace_.node, options_.filter));
  if (passed.empty()) {
    return std::string();
  }
  STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf(passed));
  return "Every chain to an origin passes " + Enumerated(ids, kListedMax) + ".";
}

Result<std::string> SummaryText::OnRecord() {
  std::vector<NodeId> nodes = {trace_.node};
  const auto add = [&nodes](const std::vector<Chain>& chains) {
    for (const Chain& chain : chains) {
      nodes.insert(nodes.end(), chain.nodes.begin(), chain.nodes.end());
    }
  };
  add(trace_.chains);
  for (const Strand& strand : trace_.strands) {
    add(strand.chains);
  }
  STEMMA_ASSIGN(const std::string words, CorrectionWords(graph_, corrections_, nodes));
  return "Corrections on record: " + (words.empty() ? "none" : words) + ".";
}

Result<std::string> SummaryText::Nearest() {
  const auto nearest =
      std::find_if(trace_.chains.begin(), trace_.chains.end(),
                   [](const Chain& chain) { return chain.ends == ChainEnd::kOrigin; });
  if (nearest == trace_.chains.end()) {
    return trace_.depth.min ? "Nearest origin: " + Counted(*trace_.depth.min, "hop", "hops") + "."
                            : std::string("No origin is recorded behind it.");
  }
  if (nearest->hops == 0) {
    return std::string(trace_.kind == NodeKind::kClaim ? "An origin states it."
                                                       : "It is an origin itself.");
  }
  std::vector<std::pair<std::pair<std::string, std::string>, size_t>> counts;
  for (size_t i = 0; i < nearest->steps.size(); ++i) {
    const Step& step = nearest->steps[i];
    if (!step.is_hop) {
      continue;
    }
    STEMMA_ASSIGN(const StepRecord* record, records_.Of(step));
    STEMMA_ASSIGN(const NodeLabel* to, labels_.Of(nearest->nodes[i + 1]));
    const auto words = StepWords(step.edge.kind, record->deciding.how, to->kind);
    const auto known = std::find_if(counts.begin(), counts.end(),
                                    [&](const auto& one) { return one.first == words; });
    if (known == counts.end()) {
      counts.emplace_back(words, 1);
    } else {
      ++known->second;
    }
  }
  std::string sum;
  for (const auto& [words, count] : counts) {
    sum += (sum.empty() ? "" : ", ") + Counted(count, words.first, words.second);
  }
  const bool has_longer = trace_.depth.max && trace_.depth.min != trace_.depth.max;
  return "Nearest origin: " + Counted(nearest->hops, "hop", "hops") + " = " + sum +
         (has_longer ? ". Longest way: " + Counted(*trace_.depth.max, "hop", "hops") : "") + ".";
}

Result<std::string> SummaryText::FirstStated() {
  if (!trace_.first_stated) {
    return trace_.kind == NodeKind::kClaim ? std::string("No stored work or quote states it.")
                                           : std::string();
  }
  const std::vector<NodeId> nodes = {trace_.first_stated->node};
  STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf(nodes));
  const std::string& date = trace_.first_stated->date;
  return "Earliest stored statement: " + ids.front() + (date.empty() ? ", undated" : ", " + date) +
         ".";
}

}  // namespace stemma
