// A breadth-first search over vertices by whole levels of hops, which remembers the ways.
//
// A revision is an arc of no hop, so that what it leads to belongs to the same level. Whole levels,
// because a search from both ends has met a shortest way only when both sides are complete. The
// search keeps its room for the next one, and clears only what it touched.
//
// Source: Moore 1959, "The shortest path through a maze".
// Thread safety: one thread; it keeps its room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/algo/sourcing_graph.h"

namespace stemma {

class LevelSearch {
 public:
  struct Place {
    Vertex vertex = 0;
    uint32_t from = 0;  // the place that led here; its own number at a start
  };

  // `has_revisions`: arcs of no hop may be met.
  LevelSearch(size_t vertex_count, bool has_revisions)
      : seen_(vertex_count, false), has_revisions_(has_revisions) {}

  // `arcs_of` gives the arcs of a vertex. The first level: the starts and their revisions.
  template <class ArcsOf>
  void Start(std::span<const Vertex> starts, const ArcsOf& arcs_of) {
    for (const Place& place : places_) {
      seen_[place.vertex] = false;
    }
    places_.clear();
    level_ = 0;
    for (const Vertex v : starts) {
      Add(v, static_cast<uint32_t>(places_.size()));
    }
    AddRevisions(arcs_of);
  }

  // The next level; false, and an empty one, when nothing new is reached.
  template <class ArcsOf>
  bool Advance(const ArcsOf& arcs_of) {
    const size_t end = places_.size();
    for (size_t i = level_; i < end; ++i) {
      for (const auto arc : arcs_of(places_[i].vertex)) {
        if (arc.Hops() != 0) {
          Add(arc.To(), static_cast<uint32_t>(i));
        }
      }
    }
    level_ = end;
    AddRevisions(arcs_of);
    return level_ < places_.size();
  }

  bool Has(Vertex vertex) const { return seen_[vertex]; }
  std::span<const Place> Level() const { return std::span(places_).subspan(level_); }

  // From a start to a vertex that was reached. Linear in what was reached.
  std::vector<Vertex> WayTo(Vertex vertex) const {
    auto place = std::find_if(places_.begin(), places_.end(),
                              [vertex](const Place& one) { return one.vertex == vertex; });
    std::vector<Vertex> way = {vertex};
    while (&places_[place->from] != &*place) {
      place = places_.begin() + place->from;
      way.push_back(place->vertex);
    }
    std::reverse(way.begin(), way.end());
    return way;
  }

 private:
  void Add(Vertex vertex, uint32_t from) {
    if (!seen_[vertex]) {
      seen_[vertex] = true;
      places_.push_back({vertex, from});
    }
  }

  template <class ArcsOf>
  void AddRevisions(const ArcsOf& arcs_of) {
    for (size_t i = level_; has_revisions_ && i < places_.size(); ++i) {
      for (const auto arc : arcs_of(places_[i].vertex)) {
        if (arc.Hops() == 0) {
          Add(arc.To(), static_cast<uint32_t>(i));
        }
      }
    }
  }

  std::vector<bool> seen_;  // by vertex
  bool has_revisions_;
  std::vector<Place> places_;
  size_t level_ = 0;  // where the last level begins
};

}  // namespace stemma
