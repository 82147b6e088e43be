#include "graph/algo/depth_groups.h"

#include <algorithm>
#include <chrono>
#include <compare>
#include <memory>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/algo/choke_points.h"
#include "graph/algo/far_ends.h"
#include "graph/algo/folding.h"

namespace stemma {
namespace {

constexpr size_t kBatch = 10'000;
constexpr uint32_t kNoGroup = 0;  // the group of the works that have none

// What tells which groups a work is in; groups are numbered from 1 as they are met.
class Grouping {
 public:
  // A work of a batch, by its place there, and a group that it is in.
  struct Membership {
    size_t work = 0;
    uint32_t group = kNoGroup;
    friend auto operator<=>(const Membership&, const Membership&) = default;
  };

  virtual ~Grouping() = default;
  // Each once; of a work in no group nothing.
  virtual Result<std::vector<Membership>> Of(std::span<const Vertex> works) = 0;
  // By number, from 1; key and label alone.
  virtual Result<std::vector<DepthGroup>> Named() const = 0;
};

class ByOutlet : public Grouping {
 public:
  explicit ByOutlet(const Survey& survey)
      : survey_(survey), arrays_(survey.View(), /*for_claim=*/false), folding_(survey.View()) {}

  Result<std::vector<Membership>> Of(std::span<const Vertex> works) override {
    std::vector<NodeId> members;
    std::vector<size_t> work_of;  // by member
    for (size_t i = 0; i < works.size(); ++i) {
      for (const NodeId node : survey_.Sources().MembersOf(works[i])) {
        members.push_back(node);
        work_of.push_back(i);
      }
    }
    STEMMA_ASSIGN(const FarEnds outlets,
                  FarEnds::Read(survey_.View(), arrays_, members, EdgeKind::kPublishedBy));
    STEMMA_ASSIGN(const std::vector<uint32_t> folded, folding_.GroupsOf(outlets.All()));
    std::vector<Membership> memberships;
    for (size_t i = 0; i < members.size(); ++i) {
      const size_t first = outlets.FirstOf(i);
      for (size_t n = first; n < first + outlets.Of(i).size(); ++n) {
        memberships.push_back({work_of[i], NumberOf(folding_.Of(folded[n]).shown)});
      }
    }
    std::sort(memberships.begin(), memberships.end());
    memberships.erase(std::unique(memberships.begin(), memberships.end()), memberships.end());
    return memberships;
  }

  Result<std::vector<DepthGroup>> Named() const override {
    STEMMA_ASSIGN(const std::vector<NodeState> states, survey_.View().Nodes(shown_));
    std::vector<DepthGroup> groups;
    for (const NodeState& state : states) {
      DepthGroup& group = groups.emplace_back();
      group.key = state.id;
      group.label = state.Label().empty() ? state.id : std::string(state.Label());
    }
    return groups;
  }

 private:
  uint32_t NumberOf(NodeId outlet) {
    const auto [place, is_new] =
        numbers_.try_emplace(outlet, static_cast<uint32_t>(shown_.size() + 1));
    if (is_new) {
      shown_.push_back(outlet);
    }
    return place->second;
  }

  const Survey& survey_;
  FilteredArrays arrays_;
  Folding folding_;
  std::unordered_map<NodeId, uint32_t> numbers_;
  std::vector<NodeId> shown_;  // by number, from 1
};

// By a word that a work has or has not.
class ByWord : public Grouping {
 public:
  Result<std::vector<DepthGroup>> Named() const override {
    std::vector<DepthGroup> groups(numbers_.size());
    for (const auto& [word, number] : numbers_) {
      groups[number - 1].key = word;
      groups[number - 1].label = word;
    }
    return groups;
  }

 protected:
  uint32_t NumberOf(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<uint32_t>(numbers_.size() + 1)).first->second;
  }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
};

std::vector<NodeId> ShownOf(const Survey& survey, std::span<const Vertex> works) {
  std::vector<NodeId> shown;
  for (const Vertex work : works) {
    shown.push_back(survey.Sources().Vertices()[work].shown);
  }
  return shown;
}

class ByLanguage : public ByWord {
 public:
  explicit ByLanguage(const Survey& survey) : survey_(survey) {}

  Result<std::vector<Membership>> Of(std::span<const Vertex> works) override {
    STEMMA_ASSIGN(const std::vector<NodeState> states,
                  survey_.View().Nodes(ShownOf(survey_, works)));
    std::vector<Membership> memberships;
    for (size_t i = 0; i < states.size(); ++i) {
      if (const auto language = states[i].Text("lang"); language && !language->empty()) {
        memberships.push_back({i, NumberOf(std::string(*language))});
      }
    }
    return memberships;
  }

 private:
  const Survey& survey_;
};

std::chrono::year_month MonthOf(Instant instant) {
  const std::chrono::sys_time<std::chrono::microseconds> time{std::chrono::microseconds{instant}};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
  return day.year() / day.month();
}

class ByMonth : public ByWord {
 public:
  explicit ByMonth(const Survey& survey) : survey_(survey) {}

  Result<std::vector<Membership>> Of(std::span<const Vertex> works) override {
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts,
                  survey_.View().Facts(ShownOf(survey_, works)));
    std::vector<Membership> memberships;
    for (size_t i = 0; i < facts.size(); ++i) {
      const auto [start, end] = facts[i].date;
      if (facts[i].dated && start != kDistantPast && end != kDistantFuture &&
          MonthOf(start) == MonthOf(end - 1)) {
        constexpr size_t kMonthBytes = 7;  // "2019-11"
        memberships.push_back({i, NumberOf(FormatInstant(start).substr(0, kMonthBytes))});
      }
    }
    return memberships;
  }

 private:
  const Survey& survey_;
};

std::unique_ptr<Grouping> MakeGrouping(const Survey& survey, WorkGrouping by) {
  switch (by) {
    case WorkGrouping::kOutlet:
      return std::make_unique<ByOutlet>(survey);
    case WorkGrouping::kLanguage:
      return std::make_unique<ByLanguage>(survey);
    case WorkGrouping::kMonth:
      break;
  }
  return std::make_unique<ByMonth>(survey);
}

// Counts works, group by group.
class Tally {
 public:
  explicit Tally(const Survey& survey)
      : survey_(survey),
        hops_(HopsToOrigins(survey.Sources(), survey.Order())),
        choke_points_(ChokePoints::Of(survey.Sources(), survey.Order())) {}

  void Add(uint32_t group, Vertex work) {
    if (group >= counts_.size()) {
      counts_.resize(size_t{group} + 1);
    }
    ++counts_[group].works;
    const uint32_t min = hops_[work].nearest;
    if (min == kUnreached) {
      return;
    }
    depths_.push_back(uint64_t{group} << kGroupShift | min);
    const bool is_origin = survey_.Sources().Vertices()[work].end == ChainEnd::kOrigin;
    counts_[group].single += is_origin || choke_points_.Next(work) != kNoVertex ? 1 : 0;
  }

  // Of each group by number; key and label are left as they are.
  void CountInto(std::vector<DepthGroup>& groups) {
    counts_.resize(groups.size());
    std::sort(depths_.begin(), depths_.end());
    auto first = depths_.begin();
    for (size_t number = 0; number < groups.size(); ++number) {
      const auto last = std::find_if(first, depths_.end(), [number](uint64_t depth) {
        return depth >> kGroupShift != number;
      });
      groups[number].works = counts_[number].works;
      groups[number].single = counts_[number].single;
      groups[number].reached = static_cast<uint64_t>(last - first);
      if (first != last) {
        groups[number].median = MedianOf({first, last});
      }
      first = last;
    }
  }

 private:
  static constexpr unsigned kGroupShift = 32;
  struct Counts {
    uint64_t works = 0;
    uint64_t single = 0;
  };

  static double MedianOf(std::span<const uint64_t> depths) {
    const auto at = [&](size_t place) {
      return static_cast<double>(static_cast<uint32_t>(depths[place]));
    };
    const size_t middle = depths.size() / 2;
    return depths.size() % 2 == 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  }

  const Survey& survey_;
  std::vector<Hops> hops_;
  ChokePoints choke_points_;
  std::vector<Counts> counts_;    // by group
  std::vector<uint64_t> depths_;  // of those that reach an origin: group, min
};

// By label and key, nothing last.
bool NameIsBefore(const DepthGroup& a, const DepthGroup& b) {
  const bool a_has_none = !a.key;
  const bool b_has_none = !b.key;
  return std::tie(a_has_none, a.label, a.key) < std::tie(b_has_none, b.label, b.key);
}

}  // namespace

Result<DepthGroups> DepthByGroup(const Survey& survey, WorkGrouping by, uint64_t groups_max) {
  const std::unique_ptr<Grouping> grouping = MakeGrouping(survey, by);
  const std::vector<SourceVertex>& vertices = survey.Sources().Vertices();
  Tally tally(survey);
  for (Vertex next = 0; next < vertices.size();) {
    std::vector<Vertex> works;
    for (; next < vertices.size() && works.size() < kBatch; ++next) {
      if (IsWork(vertices[next].kind) && !vertices[next].stops) {
        works.push_back(next);
      }
    }
    STEMMA_ASSIGN(const std::vector<Grouping::Membership> memberships, grouping->Of(works));
    auto membership = memberships.begin();
    for (size_t i = 0; i < works.size(); ++i) {
      if (membership == memberships.end() || membership->work != i) {
        tally.Add(kNoGroup, works[i]);
      }
      for (; membership != memberships.end() && membership->work == i; ++membership) {
        tally.Add(membership->group, works[i]);
      }
    }
  }
  DepthGroups answer;
  STEMMA_ASSIGN(answer.groups, grouping->Named());
  answer.groups.insert(answer.groups.begin(), DepthGroup());
  tally.CountInto(answer.groups);
  std::erase_if(answer.groups, [](const DepthGroup& group) { return group.works == 0; });
  std::sort(answer.groups.begin(), answer.groups.end(),
            [by](const DepthGroup& a, const DepthGroup& b) {
              const bool by_size = by != WorkGrouping::kMonth && a.works != b.works;
              return by_size ? a.works > b.works : NameIsBefore(a, b);
            });
  if (answer.groups.size() > groups_max) {
    answer.left_out = answer.groups.size() - groups_max;
    answer.groups.resize(groups_max);
  }
  return answer;
}

}  // namespace stemma
