#include "graph/algo/circle_dates.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include "graph/algo/published.h"
#include "graph/algo/ranked.h"
#include "graph/algo/steps.h"

namespace stemma {
namespace {

using Place = uint32_t;  // in a circle's `nodes`, which are sorted by id
using PlaceArcs = std::vector<std::pair<Place, Place>>;

// The dates of what is folded into one vertex.
struct Span {
  bool dated = false;
  DateInterval interval;
  Published first;  // the member that it starts with
  Published last;   // the one that it ends with

  bool IsBefore(const Span& other) const {
    return dated && other.dated && interval.end <= other.interval.start;
  }
};

Span SpanOf(std::span<const Published> members) {
  Span span;
  for (const Published& member : members) {
    if (!member.dated) {
      continue;
    }
    if (!span.dated || member.interval.start < span.interval.start) {
      span.interval.start = member.interval.start;
      span.first = member;
    }
    if (!span.dated || member.interval.end > span.interval.end) {
      span.interval.end = member.interval.end;
      span.last = member;
    }
    span.dated = true;
  }
  return span;
}

// As written; of several that differ, an EDTF interval from the one to the other.
Result<std::string> DateAsWritten(const FilteredView& view, const Span& span) {
  STEMMA_ASSIGN(std::string first, DateAsWritten(view, span.first));
  if (!span.dated || span.first.by == span.last.by) {
    return first;
  }
  STEMMA_ASSIGN(const std::string last, DateAsWritten(view, span.last));
  if (first == last) {
    return first;
  }
  const size_t behind = last.rfind('/');
  return first.substr(0, first.find('/')) + "/" +
         (behind == std::string::npos ? last : last.substr(behind + 1));
}

// What is left of a circle.
enum class Remains { kNothing, kSomething, kAll };

// Of a circle of `count` vertices, when it has only these arcs.
Remains RemainsOf(size_t count, const PlaceArcs& arcs) {
  using Csr =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, uint32_t, uint32_t>;
  const Csr csr(boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<uint32_t>(count));
  std::vector<uint32_t> component(count, 0);
  const auto index = boost::get(boost::vertex_index, csr);
  const uint32_t components =
      boost::strong_components(csr, boost::make_iterator_property_map(component.begin(), index));
  if (components == 1) {
    return Remains::kAll;
  }
  const bool has_circle = std::any_of(arcs.begin(), arcs.end(), [&](const auto& arc) {
    return component[arc.first] == component[arc.second];
  });
  return has_circle ? Remains::kSomething : Remains::kNothing;
}

class CircleDating {
 public:
  CircleDating(const Survey& survey, Circle circle)
      : view_(survey.View()), sources_(survey.Sources()) {
    dated_.circle = std::move(circle);
  }

  Result<DatedCircle> Run() && {
    STEMMA_TRY(ReadSpans());
    SplitArcs();
    FindFirst();
    dated_.verdict = Judge();
    STEMMA_TRY(ReadDates());
    STEMMA_TRY(ReadLater());
    return std::move(dated_);
  }

 private:
  Status ReadSpans() {
    std::vector<NodeId> members;
    for (const NodeId node : dated_.circle.nodes) {
      vertices_.push_back(*sources_.Find(node, /*stops=*/false));
      place_of_[vertices_.back()] = static_cast<Place>(vertices_.size() - 1);
      STEMMA_ASSIGN(const std::vector<NodeId> folded, SortedMembers(vertices_.back()));
      members.insert(members.end(), folded.begin(), folded.end());
    }
    STEMMA_ASSIGN(const std::vector<Published> published, InOrderOf(members));
    size_t next = 0;
    for (const Vertex v : vertices_) {
      const size_t count = sources_.MembersOf(v).size();
      spans_.push_back(SpanOf(std::span(published).subspan(next, count)));
      next += count;
      dated_.undated += spans_.back().dated ? 0 : 1;
    }
    return {};
  }

  // PublishedOf, asked in the order of numbers: a store reads neighbours together.
  Result<std::vector<Published>> InOrderOf(const std::vector<NodeId>& members) const {
    std::vector<size_t> order(members.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(),
              [&](size_t a, size_t b) { return members[a] < members[b]; });
    std::vector<NodeId> rising;
    std::transform(order.begin(), order.end(), std::back_inserter(rising),
                   [&](size_t i) { return members[i]; });
    STEMMA_ASSIGN(const std::vector<Published> read, PublishedOf(view_, rising));
    std::vector<Published> published(members.size());
    for (size_t i = 0; i < order.size(); ++i) {
      published[order[i]] = read[i];
    }
    return published;
  }

  // By id, so that of equal dates, written differently, always the same one is shown.
  Result<std::vector<NodeId>> SortedMembers(Vertex vertex) const {
    const auto members = sources_.MembersOf(vertex);
    std::vector<NodeId> sorted(members.begin(), members.end());
    if (sorted.size() == 1) {
      return sorted;
    }
    const size_t all = sorted.size();
    return FirstRanked(view_.Graph(), std::move(sorted), all, kAlike<NodeId>,
                       [](NodeId node) { return node; });
  }

  void SplitArcs() {
    for (Place from = 0; from < vertices_.size(); ++from) {
      const size_t first_rest = rest_.size();
      const size_t first_later = later_.size();
      for (const Arc arc : sources_.ArcsOf(vertices_[from])) {
        const auto to = place_of_.find(arc.To());
        if (to == place_of_.end()) {
          continue;
        }
        const bool is_later = arc.Hops() > 0 && spans_[from].IsBefore(spans_[to->second]);
        (is_later ? later_ : rest_).emplace_back(from, to->second);
      }
      std::sort(rest_.begin() + static_cast<std::ptrdiff_t>(first_rest), rest_.end());
      std::sort(later_.begin() + static_cast<std::ptrdiff_t>(first_later), later_.end());
    }
    dated_.later_count = later_.size();
  }

  void FindFirst() {
    if (dated_.undated > 0 || spans_.size() < 2) {
      return;
    }
    const auto earliest = std::min_element(
        spans_.begin(), spans_.end(),
        [](const Span& a, const Span& b) { return a.interval.end < b.interval.end; });
    const bool is_first = std::all_of(spans_.begin(), spans_.end(), [&](const Span& other) {
      return &other == &*earliest || earliest->IsBefore(other);
    });
    if (is_first) {
      first_ = static_cast<Place>(earliest - spans_.begin());
      dated_.first = dated_.circle.nodes[*first_];
    }
  }

  CircleVerdict Judge() const {
    const Remains left = later_.empty() ? Remains::kAll : RemainsOf(vertices_.size(), rest_);
    if (left != Remains::kAll) {
      return left == Remains::kNothing ? CircleVerdict::kLaterEdit
                                       : CircleVerdict::kPartlyLaterEdit;
    }
    return dated_.undated > 0 ? CircleVerdict::kUndated : CircleVerdict::kStanding;
  }

  Status ReadDates() {
    for (const NodeId node : dated_.circle.round) {
      const Place place = place_of_.at(*sources_.Find(node, /*stops=*/false));
      STEMMA_ASSIGN(std::string date, DateAsWritten(view_, spans_[place]));
      dated_.dates.push_back(std::move(date));
    }
    if (first_) {
      STEMMA_ASSIGN(dated_.first_date, DateAsWritten(view_, spans_[*first_]));
    }
    return {};
  }

  Status ReadLater() {
    later_.resize(std::min(later_.size(), kLaterLinksMax));
    std::vector<std::pair<Vertex, Vertex>> arcs;
    for (const auto& [from, to] : later_) {
      arcs.emplace_back(vertices_[from], vertices_[to]);
    }
    STEMMA_ASSIGN(const std::vector<Step> steps, StepsOf(view_, sources_, arcs));
    for (size_t i = 0; i < later_.size(); ++i) {
      const auto& [from, to] = later_[i];
      STEMMA_ASSIGN(std::string from_date, DateAsWritten(view_, spans_[from]));
      STEMMA_ASSIGN(std::string to_date, DateAsWritten(view_, spans_[to]));
      dated_.later.push_back({dated_.circle.nodes[from], dated_.circle.nodes[to],
                              steps[i].edge.kind, std::move(from_date), std::move(to_date)});
    }
    return {};
  }

  const FilteredView& view_;
  const SourcingGraph& sources_;
  DatedCircle dated_;
  std::vector<Vertex> vertices_;  // by place
  std::unordered_map<Vertex, Place> place_of_;
  std::vector<Span> spans_;  // by place
  PlaceArcs later_;          // arcs inside the circle that lead to a later work, rising
  PlaceArcs rest_;           // the others, rising
  std::optional<Place> first_;
};

}  // namespace

std::string_view Name(CircleVerdict verdict) {
  switch (verdict) {
    case CircleVerdict::kLaterEdit:
      return "later-edit";
    case CircleVerdict::kPartlyLaterEdit:
      return "partly-later-edit";
    case CircleVerdict::kStanding:
      return "standing";
    case CircleVerdict::kUndated:
      return "undated";
  }
  return "";
}

Result<CircleListing> FindDatedCircles(const GraphView& graph, const Filter& filter,
                                       uint64_t circles_max) {
  STEMMA_ASSIGN(const Survey survey, Survey::Of(graph, filter));
  STEMMA_ASSIGN(std::vector<Circle> circles, FindCircles(survey));
  const size_t shown = std::min<size_t>(circles.size(), circles_max);
  CircleListing listing;
  listing.left_out = circles.size() - shown;
  for (size_t i = 0; i < shown; ++i) {
    STEMMA_ASSIGN(DatedCircle dated, CircleDating(survey, std::move(circles[i])).Run());
    listing.circles.push_back(std::move(dated));
  }
  return listing;
}

}  // namespace stemma
