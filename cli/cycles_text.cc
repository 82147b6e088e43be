#include "cli/cycles_text.h"

#include <algorithm>
#include <vector>

#include "cli/corrections_text.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

constexpr size_t kLinksShown = 5;

std::string InBrackets(const std::string& date) {
  return " (" + (date.empty() ? "undated" : Printable(date)) + ")";
}

class Writer {
 public:
  Writer(const GraphView& graph, const Filter& filter, const Terminal& terminal)
      : graph_(graph), view_(graph, filter), corrections_(view_), terminal_(terminal) {}

  Status Add(const DatedCircle& dated) {
    const Circle& circle = dated.circle;
    Put({{"↻ ", Tint::kMagenta},
         {"circle of " + Counted(circle.nodes.size(), "node", "nodes")},
         {circle.nodes.size() > circle.round.size()
              ? ", one round through " + std::to_string(circle.round.size())
              : "",
          Tint::kDim}});
    STEMMA_TRY(AddRound(dated));
    STEMMA_TRY(AddFirst(dated));
    STEMMA_TRY(AddLater(dated));
    STEMMA_ASSIGN(const std::string corrected, CorrectionWords(graph_, corrections_, circle.nodes));
    if (!corrected.empty()) {
      Wrap("corrections on record: " + corrected);
    }
    return {};
  }

  std::string Take() { return std::move(text_); }

 private:
  void Put(const Line& line) { text_ += Render(line, terminal_, terminal_.columns) + "\n"; }

  void Wrap(const std::string& sentence) {
    std::string indent = "  ";
    for (const std::string& line :
         WrapWords(sentence, terminal_.columns - 2, terminal_.columns - 4, 50)) {
      Put({{indent + line}});
      indent = "    ";
    }
  }

  Status AddRound(const DatedCircle& dated) {
    STEMMA_ASSIGN(const std::vector<std::string> ids, graph_.Ids(dated.circle.round));
    for (size_t i = 0; i < ids.size(); ++i) {
      const size_t next = (i + 1) % ids.size();
      Put({{"  " + Printable(ids[i]), Tint::kBold},
           {InBrackets(dated.dates[i]), Tint::kDim},
           {" " + std::string(Name(dated.circle.edges[i])) + " ", Tint::kPlain},
           {Printable(ids[next]), Tint::kBold},
           {InBrackets(dated.dates[next]), Tint::kDim}});
    }
    return {};
  }

  Status AddFirst(const DatedCircle& dated) {
    if (dated.circle.nodes.size() < 2) {
      return {};
    }
    if (dated.first) {
      const std::vector<NodeId> first = {*dated.first};
      STEMMA_ASSIGN(const std::vector<std::string> id, graph_.Ids(first));
      Wrap("first by date: " + Printable(id.front()) + InBrackets(dated.first_date));
      return {};
    }
    const std::string why = dated.undated > 0
                                ? std::to_string(dated.undated) + " of " +
                                      std::to_string(dated.circle.nodes.size()) + " undated"
                                : "their dates overlap";
    Wrap("dates do not say who was first: " + why);
    return {};
  }

  // The links to later works, and what the circle is without them.
  Status AddLater(const DatedCircle& dated) {
    const size_t shown = std::min(dated.later.size(), kLinksShown);
    for (size_t i = 0; i < shown; ++i) {
      const LaterLink& link = dated.later[i];
      const std::vector<NodeId> ends = {link.from, link.to};
      STEMMA_ASSIGN(const std::vector<std::string> ids, graph_.Ids(ends));
      Wrap(Printable(ids.front()) + InBrackets(link.from_date) + " links to " +
           Printable(ids.back()) + InBrackets(link.to_date) + ", which was published after it");
    }
    if (shown < dated.later_count) {
      Wrap("and " + Counted(dated.later_count - shown, "more link", "more links") +
           " to later works");
    }
    const std::string links = dated.later_count == 1 ? "that link" : "those links";
    if (dated.verdict == CircleVerdict::kLaterEdit) {
      STEMMA_ASSIGN(const std::string edited, EditedOf(dated));
      Wrap("the circle exists only because " + edited + " edited later, or a date is wrong");
    } else if (dated.verdict == CircleVerdict::kPartlyLaterEdit) {
      Wrap("without " + links + " a smaller circle is left");
    } else if (dated.later_count > 0) {
      Wrap("without " + links + " the circle is the same");
    }
    return {};
  }

  // "a was" when all links to later works are of one, else "pages were".
  Result<std::string> EditedOf(const DatedCircle& dated) const {
    const std::vector<NodeId> from = {dated.later.front().from};
    const bool is_one =
        dated.later_count == dated.later.size() &&
        std::all_of(dated.later.begin(), dated.later.end(),
                    [&](const LaterLink& link) { return link.from == from.front(); });
    if (!is_one) {
      return std::string("pages were");
    }
    STEMMA_ASSIGN(const std::vector<std::string> id, graph_.Ids(from));
    return Printable(id.front()) + " was";
  }

  const GraphView& graph_;
  FilteredView view_;
  Corrections corrections_;
  const Terminal& terminal_;
  std::string text_;
};

}  // namespace

Result<std::string> CirclesText(const GraphView& graph, const CircleListing& listing,
                                const Filter& filter, const Terminal& terminal) {
  if (listing.circles.empty()) {
    return std::string("no circular sourcing is recorded\n");
  }
  Writer writer(graph, filter, terminal);
  for (const DatedCircle& dated : listing.circles) {
    STEMMA_TRY(writer.Add(dated));
  }
  std::string text = writer.Take();
  if (listing.left_out > 0) {
    text += "and " + Counted(listing.left_out, "more circle", "more circles") +
            ": a larger --limit lists them\n";
  }
  return text;
}

}  // namespace stemma
