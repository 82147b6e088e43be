#include "cli/depth_groups_output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/csv_row.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct GroupingWords {
  WorkGrouping by;
  std::string_view name;
  std::string_view without;  // the works that are in no group
};
constexpr std::array kGroupings = {GroupingWords{WorkGrouping::kOutlet, "outlet", "(no outlet)"},
                                   GroupingWords{WorkGrouping::kLanguage, "lang", "(no language)"},
                                   GroupingWords{WorkGrouping::kMonth, "month", "(no month)"}};

const GroupingWords& WordsOf(WorkGrouping by) {
  return *std::find_if(kGroupings.begin(), kGroupings.end(),
                       [by](const GroupingWords& words) { return words.by == by; });
}

std::string LabelOf(const DepthGroup& group, WorkGrouping by) {
  return group.key ? group.label : std::string(WordsOf(by).without);
}

std::optional<double> Share(uint64_t count, uint64_t of) {
  return of == 0 ? std::nullopt
                 : std::optional(static_cast<double>(count) / static_cast<double>(of));
}

// Null when there is none; a whole number without a point.
Json NumberOrNull(const std::optional<double>& number) {
  if (!number) {
    return nullptr;
  }
  const bool is_whole = *number == std::floor(*number);
  return is_whole ? Json(static_cast<uint64_t>(*number)) : Json(*number);
}

// As the shortest decimal that reads as the same number.
std::string Decimal(const std::optional<double>& number) {
  return number ? NumberOrNull(number).dump() : "";
}

// --- text ---

// "87"; what is not quite all or none is never 100 or 0.
std::string Percent(uint64_t count, uint64_t of) {
  const std::optional<double> share = Share(count, of);
  if (!share) {
    return "-";
  }
  const long percent = std::lround(*share * 100);
  return count > 0 && percent == 0      ? "<1"
         : count < of && percent == 100 ? ">99"
                                        : std::to_string(percent);
}

constexpr size_t kColumns = 6;
constexpr size_t kColumnsOfCountsFrom = 72;  // columns of a terminal
using Row = std::array<std::string, kColumns>;
constexpr std::array<bool, kColumns> kIsMinor = {false, true, false, false, true, false};

Row RowOf(const DepthGroup& group) {
  return {std::to_string(group.works),         std::to_string(group.reached),
          Percent(group.reached, group.works), group.median ? Decimal(group.median) : "-",
          std::to_string(group.single),        Percent(group.single, group.reached)};
}

class Table {
 public:
  Table(std::vector<std::string> labels, std::vector<Row> rows, const Terminal& terminal)
      : labels_(std::move(labels)), rows_(std::move(rows)), terminal_(terminal) {
    const size_t gap = IsWide() ? 2 : 1;
    size_t numbers_width = 0;
    for (size_t column = 0; column < kColumns; ++column) {
      if (IsShown(column)) {
        for (const Row& row : rows_) {
          widths_[column] = std::max(widths_[column], row[column].size() + gap);
        }
        numbers_width += widths_[column];
      }
    }
    for (const std::string& label : labels_) {
      label_width_ = std::max(label_width_, WidthOf({{label}}));
    }
    const size_t room = terminal.columns > numbers_width ? terminal.columns - numbers_width : 0;
    label_width_ = std::min(label_width_, room);
  }

  std::string Text() const {
    std::string text;
    for (size_t i = 0; i < rows_.size(); ++i) {
      const std::string label = Render({{labels_[i]}}, Terminal(), label_width_);
      std::string numbers(label_width_ - WidthOf({{label}}), ' ');
      for (size_t column = 0; column < kColumns; ++column) {
        if (IsShown(column)) {
          numbers += std::string(widths_[column] - rows_[i][column].size(), ' ');
          numbers += rows_[i][column];
        }
      }
      const Tint tint = i == 0 ? Tint::kBold : Tint::kPlain;
      text += Render({{label, tint}, {numbers, tint}}, terminal_, terminal_.columns) + "\n";
    }
    return text;
  }

 private:
  bool IsWide() const { return terminal_.columns >= kColumnsOfCountsFrom; }
  bool IsShown(size_t column) const { return IsWide() || !kIsMinor[column]; }

  std::vector<std::string> labels_;
  std::vector<Row> rows_;
  const Terminal& terminal_;
  std::array<size_t, kColumns> widths_{};
  size_t label_width_ = 0;
};

}  // namespace

std::string_view Name(WorkGrouping by) {
  return WordsOf(by).name;
}

std::optional<WorkGrouping> ParseWorkGrouping(std::string_view word) {
  const auto found =
      std::find_if(kGroupings.begin(), kGroupings.end(),
                   [word](const GroupingWords& words) { return words.name == word; });
  return found == kGroupings.end() ? std::nullopt : std::optional(found->by);
}

std::string GroupsText(const DepthGroups& groups, WorkGrouping by, const Terminal& terminal) {
  if (groups.groups.empty()) {
    return "no works to measure\n";
  }
  std::vector<std::string> labels = {std::string(Name(by))};
  std::vector<Row> rows = {{"works", "reach", "reach %", "median", "single", "single %"}};
  for (const DepthGroup& group : groups.groups) {
    labels.push_back(Printable(LabelOf(group, by)));
    rows.push_back(RowOf(group));
  }
  std::string text = Table(std::move(labels), std::move(rows), terminal).Text();
  if (groups.left_out > 0) {
    text += Render({{AndMore(groups.left_out)}}, terminal, terminal.columns) + "\n";
  }
  const std::string legend =
      "reach: works with a chain to an origin; median: of their hops to the nearest; single: of "
      "them, those with one independent origin only.";
  constexpr size_t kLinesMax = 10;
  for (const std::string& line : WrapWords(legend, terminal.columns, terminal.columns, kLinesMax)) {
    text += Render({{line, Tint::kDim}}, terminal, terminal.columns) + "\n";
  }
  return text;
}

Json GroupsJson(const DepthGroups& groups, WorkGrouping by) {
  Json list = Json::array();
  for (const DepthGroup& group : groups.groups) {
    Json single = Json::object();
    single["count"] = group.single;
    single["share"] = NumberOrNull(Share(group.single, group.reached));
    Json entry = Json::object();
    entry["key"] = group.key ? Json(*group.key) : Json(nullptr);
    entry["label"] = LabelOf(group, by);
    entry["works"] = group.works;
    entry["reached"] = group.reached;
    entry["share"] = NumberOrNull(Share(group.reached, group.works));
    entry["median"] = NumberOrNull(group.median);
    entry["single"] = std::move(single);
    list.push_back(std::move(entry));
  }
  Json value = Json::object();
  value["by"] = Name(by);
  value["groups"] = std::move(list);
  value["truncated"] = groups.left_out > 0;
  return value;
}

std::string GroupsCsv(const DepthGroups& groups, WorkGrouping by) {
  const std::vector<std::string> header = {
      std::string(Name(by)), "label", "works", "reached", "share", "median", "single",
      "single_share"};
  std::string text = CsvRow(header);
  for (const DepthGroup& group : groups.groups) {
    const std::vector<std::string> cells = {group.key.value_or(""),
                                            LabelOf(group, by),
                                            std::to_string(group.works),
                                            std::to_string(group.reached),
                                            Decimal(Share(group.reached, group.works)),
                                            Decimal(group.median),
                                            std::to_string(group.single),
                                            Decimal(Share(group.single, group.reached))};
    text += CsvRow(cells);
  }
  return text;
}

std::string DistributionCsv(const DepthDistribution& distribution) {
  std::string text = CsvRow(std::vector<std::string>{"hops", "works"});
  for (const auto& [hops, works] : distribution.histogram) {
    text += CsvRow(std::vector<std::string>{std::to_string(hops), std::to_string(works)});
  }
  return text + CsvRow(std::vector<std::string>{"", std::to_string(distribution.unreached)});
}

}  // namespace stemma
