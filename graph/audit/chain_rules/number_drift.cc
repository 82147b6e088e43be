// Figures that exclude those of the works that this one derives from or cites.
//
// Held against each other are figures of one thing, which said the same of it, in one place and
// time. Where either text also has a figure for it that agrees, nothing is told. Traps: a toll
// rises, so that works of other days are only compared where one is a copy of the other, and then
// it is a warning; a revision is there to change figures; nouns of two languages cannot be
// compared. A work without a text is read by its claims.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/audit/chain_rules/chain_rules.h"
#include "graph/audit/text_rules/figures.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "number-drift.chain/1";
constexpr size_t kParentsMax = 8;
constexpr size_t kStatementsMax = 100;  // claims that stand for a text

// Spares cutting up texts without a figure.
bool MayHaveFigure(std::string_view text) {
  constexpr std::string_view kWords[] = {"illion", "undred", "housand", "ozen",
                                         "cent",   "mille",  "milliard"};
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
         std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
           return text.find(word) != std::string_view::npos;
         });
}

bool AreNear(const Figure& a, const Figure& b) {
  return RatioOf(a, b) <= (a.is_hedged || b.is_hedged ? kHedgedRatioMax : kExactRatioMax);
}

size_t Shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& one) {
    return std::find(b.begin(), b.end(), one) != b.end();
  }));
}

// The same things, of which the same is said.
bool AreOfOneThing(const Figure& a, const Figure& b) {
  if (a.noun.empty() || a.noun != b.noun || a.qualifiers != b.qualifiers || a.of != b.of ||
      a.times != b.times) {
    return false;
  }
  const size_t context = Shared(a.context, b.context);
  const bool one_action = a.action != 0 && a.action == b.action;
  const bool one_place =
      a.places.empty() == b.places.empty() && (a.places.empty() || Shared(a.places, b.places) > 0);
  const bool one_day = a.days.empty() || b.days.empty() || Shared(a.days, b.days) > 0;
  const bool one_source =
      a.source.empty() || b.source.empty() || (a.source == b.source && a.source != "?");
  return one_place && one_day && one_source && (one_action ? context >= 1 : context >= 2) &&
         (one_action || a.action == b.action);
}

struct WorkWords {
  std::string words;
  bool is_text = true;  // false: claims, each a paragraph
};

// A text, or what stands for one, with its figures. Not to be moved: each part borrows another.
struct FigureText {
  FigureText(WorkWords words, const std::string& language)
      : is_text(words.is_text),
        reading(Read(std::move(words.words), language)),
        text(reading),
        figures(FindFigures(text)) {}
  FigureText(const FigureText&) = delete;
  FigureText& operator=(const FigureText&) = delete;

  static Reading Read(std::string words, const std::string& language) {
    Article article;
    article.text = std::move(words);
    article.lang = language;
    return ReadSourcing(std::move(article));
  }

  bool is_text;
  Reading reading;
  TextUnderAudit text;
  std::vector<Figure> figures;
};

class NumberAudit {
 public:
  NumberAudit(const WorkUnderAudit& work, Findings& findings)
      : work_(work), findings_(findings), reader_(work.Reader()) {}

  Result<uint64_t> Check() {
    STEMMA_TRY(ReadOwn());
    if (figures_.empty()) {
      return 0;
    }
    size_t parents = 0;
    for (size_t i = 0; i < work_.Sources().size() && parents < kParentsMax; ++i) {
      const EdgeFacts& edge = work_.Sources()[i];
      if (!IsWork(work_.SourceFacts()[i].kind) || edge.revision) {
        continue;
      }
      STEMMA_ASSIGN(const std::string language, reader_.Language(edge.other));
      if (!MayBeOneLanguage(language, work_.Language()) ||
          (edge.kind == EdgeKind::kCites && AreOfOtherDays(work_.SourceFacts()[i]))) {
        continue;
      }
      ++parents;
      STEMMA_TRY(CheckAgainst(edge, work_.SourceFacts()[i], language));
    }
    return figures_.size();
  }

 private:
  Status ReadOwn() {
    if (work_.Text() != nullptr) {
      text_ = work_.Text();
    } else if (work_.Node() && !work_.Sources().empty()) {
      STEMMA_ASSIGN(WorkWords words, StatementsOf(*work_.Node()));
      if (!MayHaveFigure(words.words)) {
        return {};
      }
      own_.emplace(std::move(words), work_.Language());
      text_ = &own_->text;
    }
    if (text_ != nullptr && !work_.Sources().empty()) {
      figures_ = own_ ? own_->figures : FindFigures(*text_);
    }
    return {};
  }

  Result<WorkWords> WordsOf(NodeId work) const {
    STEMMA_ASSIGN(const NodeState state, reader_.Graph().Node(work, /*with_text=*/true));
    if (const auto text = state.Text("text")) {
      return WorkWords{std::string(*text), true};
    }
    return StatementsOf(work);
  }

  // Quotes are held against quotes elsewhere.
  Result<WorkWords> StatementsOf(NodeId work) const {
    STEMMA_ASSIGN(const auto lists, reader_.OutEdges({&work, 1}, SetOf(EdgeKind::kStates)));
    WorkWords words{"", false};
    for (size_t i = 0; i < std::min(lists.front().size(), kStatementsMax); ++i) {
      STEMMA_ASSIGN(const NodeState one,
                    reader_.Graph().Node(lists.front()[i].other, /*with_text=*/true));
      words.words += std::string(one.Text("text").value_or("")) + "\n\n";
    }
    return words;
  }

  bool AreOfOtherDays(const NodeFacts& source) const {
    const DateInterval& own = work_.Facts().date;
    return work_.Facts().dated && source.dated &&
           (own.end <= source.date.start || source.date.end <= own.start);
  }

  Status CheckAgainst(const EdgeFacts& edge, const NodeFacts& facts, const std::string& language) {
    STEMMA_ASSIGN(WorkWords words, WordsOf(edge.other));
    if (!MayHaveFigure(words.words)) {
      return {};
    }
    const FigureText parent(std::move(words), language);
    for (const Figure& figure : figures_) {
      const Figure* other = IsPlainCount(figure) ? Excluded(figure, parent.figures) : nullptr;
      if (other != nullptr && Excluded(*other, figures_) != nullptr) {
        STEMMA_TRY(Report(figure, *other, parent, edge, facts));
      }
    }
    return {};
  }

  // A figure of the same thing that excludes this one; none where another one agrees with it.
  static const Figure* Excluded(const Figure& figure, const std::vector<Figure>& others) {
    const Figure* excluded = nullptr;
    for (const Figure& other : others) {
      if (!IsPlainCount(other) || !AreOfOneThing(figure, other)) {
        continue;
      }
      if (!AreDisjoint(figure, other)) {
        return nullptr;
      }
      if (excluded == nullptr && AreNear(figure, other)) {
        excluded = &other;
      }
    }
    return excluded;
  }

  Status Report(const Figure& figure, const Figure& other, const FigureText& parent,
                const EdgeFacts& edge, const NodeFacts& facts) {
    STEMMA_ASSIGN(const NodeState state, reader_.State(edge.other));
    const bool is_derived = edge.kind == EdgeKind::kDerivedFrom;
    const bool is_certain = is_derived && !IsUncertain(edge.status) && !AreOfOtherDays(facts);
    const std::string printed(text_->Words(figure.span));
    const std::string original(parent.text.Words(other.span));
    const std::optional<Span> span =
        work_.Text() != nullptr ? std::optional(figure.span) : std::nullopt;
    Finding finding =
        work_.FindingAbout(Rule::kNumberDrift, is_certain ? Severity::kError : Severity::kWarning,
                           printed, span, kMethod);
    finding.message = InMarks(printed) + " differs from " + InMarks(original) + " in " + state.id +
                      ", which it " + (is_derived ? "derives from" : "cites");
    finding.suggestion = original;
    finding.because.push_back("no count is both " + printed + " and " + original);
    if (AreOfOtherDays(facts)) {
      finding.because.emplace_back("the two are of other days: a figure may have changed");
    }
    Related place = parent.text.Here(other.span);
    place.node = state.id;
    if (!parent.is_text) {
      place.start.reset();
      place.end.reset();
    }
    finding.related.push_back(std::move(place));
    findings_.push_back(std::move(finding));
    return {};
  }

  const WorkUnderAudit& work_;
  Findings& findings_;
  ChainReader& reader_;
  std::optional<FigureText> own_;
  const TextUnderAudit* text_ = nullptr;
  std::vector<Figure> figures_;
};

}  // namespace

Result<uint64_t> CheckNumbersAgainstChain(const WorkUnderAudit& work, Findings& findings) {
  return NumberAudit(work, findings).Check();
}

}  // namespace stemma
