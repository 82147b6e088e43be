#include <array>
#include <map>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/json_output.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kStatuses = {AssertionStatus::kAsserted, AssertionStatus::kExtracted,
                                  AssertionStatus::kInferred, AssertionStatus::kDisputed,
                                  AssertionStatus::kWithdrawn};

struct Tally {
  GraphCounts counts;
  std::map<NodeKind, uint64_t> nodes;
  std::map<EdgeKind, uint64_t> edges;
  std::map<AssertionStatus, uint64_t> statuses;
  uint64_t bytes = 0;
};

Result<Tally> Count(const GraphView& graph, const std::filesystem::path& db) {
  Tally tally;
  STEMMA_ASSIGN(tally.counts, graph.Counts());
  STEMMA_TRY(graph.ScanNodes([&](NodeId, const NodeFacts& facts) {
    ++tally.nodes[facts.kind];
    return true;
  }));
  STEMMA_TRY(graph.ScanEdges([&](NodeId, const EdgeFacts& facts) {
    ++tally.edges[facts.kind];
    ++tally.statuses[facts.status];
    return true;
  }));
  STEMMA_ASSIGN(tally.bytes, StoreBytes(db));
  return tally;
}

template <class Kinds, class Kind>
Json ByName(const Kinds& kinds, const std::map<Kind, uint64_t>& counts) {
  Json value = Json::object();
  for (const auto kind : kinds) {
    const auto found = counts.find(kind);
    value[std::string(Name(kind))] = found == counts.end() ? 0 : found->second;
  }
  return value;
}

// Two columns: names, and numbers that end below each other.
void PrintBlock(std::ostream& out, const std::string& title, uint64_t total, const Json& counts) {
  constexpr size_t kNameColumns = 16;
  constexpr size_t kNumberColumns = 12;
  const auto row = [&](std::string name, uint64_t number) {
    const std::string digits = std::to_string(number);
    name.resize(std::max(name.size(), kNameColumns), ' ');
    out << name << std::string(kNumberColumns - std::min(digits.size(), kNumberColumns), ' ')
        << digits << "\n";
  };
  row(title, total);
  for (const auto& [name, number] : counts.items()) {
    if (number.template get<uint64_t>() > 0) {
      row("  " + name, number.template get<uint64_t>());
    }
  }
}

Result<ExitStatus> RunStats(Context& context) {
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  STEMMA_ASSIGN(const Tally tally, Count(store->View(), context.db));
  const Json value = {{"nodes", tally.counts.nodes},
                      {"nodes_by_kind", ByName(kNodeKinds, tally.nodes)},
                      {"edges", tally.counts.edges},
                      {"edges_by_kind", ByName(kEdgeKinds, tally.edges)},
                      {"edges_by_status", ByName(kStatuses, tally.statuses)},
                      {"assertions", tally.counts.assertions},
                      {"bytes", tally.bytes},
                      {"format", kFormatVersion}};
  if (context.json) {
    context.out << Dump(value);
    return ExitStatus::kDone;
  }
  PrintBlock(context.out, "nodes", tally.counts.nodes, value["nodes_by_kind"]);
  PrintBlock(context.out, "edges", tally.counts.edges, value["edges_by_kind"]);
  PrintBlock(context.out, "edge states", tally.counts.edges, value["edges_by_status"]);
  PrintBlock(context.out, "assertions", tally.counts.assertions, Json::object());
  PrintBlock(context.out, "bytes on disk", tally.bytes, Json::object());
  return ExitStatus::kDone;
}

}  // namespace

void AddStatsCommand(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("stats", "How many nodes, edges and assertions the store holds");
  command->callback([&chosen] { chosen = RunStats; });
}

}  // namespace stemma
