#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/head_option.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/output_file.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct ProveArguments {
  std::string id;
  std::string kind;
  std::string to;
  std::string head;
  std::string output;
};

// Those of the node, or of the edge from it.
Result<std::vector<uint64_t>> ArrivalsOf(const GraphView& graph, const ProveArguments& arguments) {
  std::vector<uint64_t> arrivals;
  STEMMA_ASSIGN(const NodeId node, ResolveNode(graph, arguments.id));
  if (arguments.kind.empty()) {
    STEMMA_ASSIGN(const auto said, graph.NodeAssertions(node));
    for (const ArrivedNode& one : said) {
      arrivals.push_back(one.arrival);
    }
    return arrivals;
  }
  STEMMA_ASSIGN(const EdgeKind kind, ResolveEdgeKind(arguments.kind));
  if (arguments.to.empty()) {
    return InvalidInput("TO: expected the node that the edge leads to");
  }
  STEMMA_ASSIGN(const NodeId to, ResolveNode(graph, arguments.to));
  const auto said = graph.EdgeAssertions({node, kind, to});
  if (!said.has_value() && said.error().code == ErrorCode::kNotFound) {
    return InvalidInput("there is no edge " + arguments.id + " " + arguments.kind + " " +
                        arguments.to);
  }
  STEMMA_ASSIGN(const auto edges, said);
  for (const ArrivedEdge& one : edges) {
    arrivals.push_back(one.arrival);
  }
  return arrivals;
}

Json JsonOf(const ProvedLine& proved) {
  Json path = Json::array();
  for (const Hash256& hash : proved.path.hashes) {
    path.push_back(Hex(hash));
  }
  return {{"line", proved.line},
          {"commit", proved.commit},
          {"index", proved.path.index},
          {"size", proved.path.size},
          {"path", std::move(path)}};
}

Json JsonOf(const Proof& proof) {
  Json lines = Json::array();
  for (const ProvedLine& proved : proof.lines) {
    lines.push_back(JsonOf(proved));
  }
  Json log = Json::array();
  for (const ProofLink& link : proof.links) {
    if (link.line.empty()) {
      log.push_back({{"commit", link.number}, {"hash", Hex(link.line_hash)}});
    } else {
      log.push_back({{"commit", link.number}, {"line", link.line}});
    }
  }
  return {{"format", "stemma proof 1"},
          {"head", TextOf(proof.head)},
          {"lines", std::move(lines)},
          {"before", Hex(proof.before)},
          {"log", std::move(log)}};
}

Result<ExitStatus> RunProve(Context& context, const ProveArguments& arguments) {
  STEMMA_ASSIGN(const std::optional<Head> head, HeadOption(arguments.head));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  STEMMA_ASSIGN(const std::vector<uint64_t> arrivals, ArrivalsOf(store->View(), arguments));
  STEMMA_ASSIGN(const Proof proof, store->Prove(arrivals, head));
  STEMMA_TRY(WriteOutput(context, arguments.output,
                         [&](const ChunkWriter& write) { return write(Dump(JsonOf(proof))); }));
  context.Note("prove: " + Counted(proof.lines.size(), "assertion", "assertions") +
               " in the log at head " + TextOf(proof.head));
  if (proof.redacted > 0) {
    context.Note("prove: " + Counted(proof.redacted, "assertion was", "assertions were") +
                 " redacted and cannot be proved any more");
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddProveCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ProveArguments>();
  CLI::App* command = app.add_subcommand(
      "prove", "Show, to who has no store, that what was said of a node or an edge is in the log");
  command->add_option("ID", arguments->id, "The node, or where the edge comes from")->required();
  command->add_option("KIND", arguments->kind, "Of an edge: its kind");
  command->add_option("TO", arguments->to, "Of an edge: where it leads");
  command->add_option("--head", arguments->head, "As of this head; the newest when not given")
      ->type_name("HEAD");
  command->add_option("-o,--output", arguments->output, "Write to this file")->type_name("FILE");
  command->footer("Example:\n  stemma prove obs-news derived_from afp-ar -o proof.json");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunProve(context, *arguments); };
  });
}

}  // namespace stemma
