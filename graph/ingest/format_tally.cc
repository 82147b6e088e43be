#include "graph/ingest/format_tally.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace stemma {

void FormatTally::Count(Counts& counts, std::string_view name, uint64_t count) {
  auto found = counts.find(name);
  if (found == counts.end()) {
    constexpr std::string_view kOthers = "of other names";
    found = counts.emplace(counts.size() < kNamesMax ? name : kOthers, 0).first;
  }
  found->second += count;
}

void FormatTally::Took(std::string_view one, std::string_view many, uint64_t count) {
  const auto found = taken_.find(one);
  if (found != taken_.end()) {
    found->second.count += count;
  } else {
    taken_.emplace(one, Taken{std::string(many), count});
  }
}

void FormatTally::Kept(std::string_view name) {
  Count(kept_, name, 1);
}

void FormatTally::LeftOut(std::string_view what, uint64_t count) {
  Count(left_out_, what, count);
}

void FormatTally::Add(const FormatTally& other) {
  for (const auto& [one, taken] : other.taken_) {
    Took(one, taken.many, taken.count);
  }
  for (const auto& [name, count] : other.kept_) {
    Count(kept_, name, count);
  }
  for (const auto& [name, count] : other.left_out_) {
    Count(left_out_, name, count);
  }
}

void FormatTally::Clear() {
  taken_.clear();
  kept_.clear();
  left_out_.clear();
}

std::string FormatTally::Listed(const Counts& counts) {
  std::vector<std::pair<uint64_t, std::string_view>> sorted;
  for (const auto& [name, count] : counts) {
    sorted.emplace_back(count, name);
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string text;
  for (size_t i = 0; i < std::min(sorted.size(), kNamesShown); ++i) {
    text += (i == 0 ? "" : ", ") + std::to_string(sorted[i].first) + " × ";
    text += sorted[i].second;
  }
  if (sorted.size() > kNamesShown) {
    text += " and " + std::to_string(sorted.size() - kNamesShown) + " more names";
  }
  return text;
}

std::string FormatTally::Text() const {
  std::string text;
  for (const auto& [one, taken] : taken_) {
    text += (text.empty() ? "" : ", ") + std::to_string(taken.count) + " ";
    text += taken.count == 1 ? one : taken.many;
  }
  for (const auto& [title, counts] :
       {std::pair("kept as extra fields: ", &kept_), std::pair("left out: ", &left_out_)}) {
    if (!counts->empty()) {
      text += (text.empty() ? "" : "; ") + std::string(title) + Listed(*counts);
    }
  }
  return text;
}

}  // namespace stemma
