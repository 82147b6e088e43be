#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/chain_json.h"
#include "cli/commands/commands.h"
#include "cli/depth_groups_output.h"
#include "cli/depth_text.h"
#include "cli/filter_options.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/trace_text_line.h"
#include "cli/whole_number.h"
#include "graph/algo/depth.h"

namespace stemma {
namespace {

constexpr uint64_t kDeepestListed = 10;
constexpr uint64_t kGroupsListed = 50;

struct DepthArguments {
  std::vector<std::string> ids;
  std::string by;
  std::optional<uint64_t> limit;
  std::string format = "text";
  FilterOptions filter;
};

enum class Format { kText, kJson, kCsv };

struct DepthSetting {
  std::optional<WorkGrouping> by;
  uint64_t groups_max = kGroupsListed;
  Format format = Format::kText;
};

Result<DepthSetting> SettingOf(const Context& context, const DepthArguments& arguments) {
  DepthSetting setting;
  if (!arguments.by.empty()) {
    setting.by = ParseWorkGrouping(arguments.by);
    if (!setting.by) {
      return InvalidInput("--by: expected outlet, lang or month, found \"" + arguments.by + "\"");
    }
  }
  if (arguments.limit) {
    if (!setting.by) {
      return InvalidInput("--limit: bounds the groups of --by, which is not given");
    }
    STEMMA_TRY(RequireLimit(*arguments.limit));
    setting.groups_max = *arguments.limit;
  }
  if (arguments.format != "text" && arguments.format != "json" && arguments.format != "csv") {
    return InvalidInput("--format: expected text, json or csv, found \"" + arguments.format + "\"");
  }
  setting.format = context.json || arguments.format == "json" ? Format::kJson
                   : arguments.format == "csv"                ? Format::kCsv
                                                              : Format::kText;
  if (!arguments.ids.empty() && setting.by) {
    return InvalidInput("--by: is of all works, and takes no ID");
  }
  if (!arguments.ids.empty() && setting.format == Format::kCsv) {
    return InvalidInput("--format csv: is of all works, and takes no ID");
  }
  return setting;
}

Result<ExitStatus> RunOfAllWorks(const Context& context, const GraphView& graph,
                                 const Filter& filter, Format format) {
  STEMMA_ASSIGN(const DepthDistribution distribution,
                DepthOfAllWorks(graph, filter, kDeepestListed));
  if (format == Format::kJson) {
    STEMMA_ASSIGN(const auto value, DistributionJson(graph, distribution));
    context.out << Dump(value);
  } else if (format == Format::kCsv) {
    context.out << DistributionCsv(distribution);
  } else {
    STEMMA_ASSIGN(const std::string text, DistributionText(graph, distribution, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> RunByGroup(const Context& context, const GraphView& graph, const Filter& filter,
                              const DepthSetting& setting) {
  STEMMA_ASSIGN(const Survey survey, Survey::Of(graph, filter));
  STEMMA_ASSIGN(const DepthGroups groups, DepthByGroup(survey, *setting.by, setting.groups_max));
  if (setting.format == Format::kJson) {
    context.out << Dump(GroupsJson(groups, *setting.by));
  } else if (setting.format == Format::kCsv) {
    context.out << GroupsCsv(groups, *setting.by);
    if (groups.left_out > 0) {
      context.Note(Counted(groups.left_out, "group", "groups") +
                   " left out: a larger --limit lists them");
    }
  } else {
    context.out << GroupsText(groups, *setting.by, context.terminal);
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> RunDepth(Context& context, const DepthArguments& arguments) {
  STEMMA_ASSIGN(const DepthSetting setting, SettingOf(context, arguments));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  const GraphView& graph = store->View();
  STEMMA_ASSIGN(const std::vector<NodeId> nodes, ResolveNodes(graph, arguments.ids));
  STEMMA_ASSIGN(const Filter filter, MakeFilter(context, graph, arguments.filter));
  if (nodes.empty()) {
    return setting.by ? RunByGroup(context, graph, filter, setting)
                      : RunOfAllWorks(context, graph, filter, setting.format);
  }
  std::vector<NodeDepth> depths;
  for (NodeId node : nodes) {
    STEMMA_ASSIGN(NodeDepth depth, DepthOf(graph, node, filter));
    depths.push_back(std::move(depth));
  }
  if (setting.format == Format::kJson) {
    STEMMA_ASSIGN(const auto value, DepthJson(graph, depths, filter));
    context.out << Dump(value);
  } else {
    STEMMA_ASSIGN(const std::string text, DepthText(graph, depths, filter, context.terminal));
    context.out << text;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddDepthCommand(CLI::App& app, Action& chosen) {
  // Shared: CLI11 keeps copies of the callback, and the action outlives this call.
  const auto arguments = std::make_shared<DepthArguments>();
  CLI::App* command = app.add_subcommand(
      "depth", "How many hops nodes are from an origin; with no ID, of all works");
  command->add_option("ID", arguments->ids, "The nodes: ids, or names, titles or aliases");
  command
      ->add_option("--by", arguments->by,
                   "Of all works, in groups: outlet, lang or month; how many reach an origin, the "
                   "median, how many have one independent origin only")
      ->type_name("GROUPING");
  WholeNumber(command->add_option("--limit", arguments->limit,
                                  "With --by, list at most this many groups, 50 when not given"));
  command->add_option("--format", arguments->format, "text, json or, of all works, csv")
      ->type_name("FORMAT")
      ->capture_default_str();
  AddFilterOptions(*command, arguments->filter);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunDepth(context, *arguments); };
  });
}

}  // namespace stemma
