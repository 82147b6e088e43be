#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/node_report.h"
#include "cli/same_words.h"
#include "cli/trace_text_line.h"
#include "cli/whole_number.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct ShowArguments {
  std::string id;
  bool history = false;
  uint64_t limit = 100;
};

Json EdgesJson(const std::vector<ReportedEdge>& edges) {
  Json list = Json::array();
  for (const ReportedEdge& edge : edges) {
    Json value = JsonOf(edge.said[edge.deciding]);
    Json evidence = Json::array();
    for (const EdgeAssertion& said : edge.said) {
      for (const Evidence& one : said.evidence) {
        evidence.push_back(JsonOf(one));
      }
    }
    value["evidence"] = std::move(evidence);
    Json history = Json::array();
    for (const EdgeAssertion& said : edge.said) {
      history.push_back(JsonOf(said));
    }
    value["history"] = std::move(history);
    list.push_back(std::move(value));
  }
  return list;
}

Json ReportJson(const NodeReport& report) {
  Json node = Json::object();
  node["node"] = Name(report.state.kind);
  node["id"] = report.state.id;
  for (const Field& field : report.state.fields) {
    node[field.name] = JsonOf(field);
  }
  Json history = Json::array();
  for (const NodeAssertion& said : report.history) {
    history.push_back(JsonOf(said));
  }
  return {{"node", node},
          {"out", EdgesJson(report.out)},
          {"in", EdgesJson(report.in)},
          {"edges", {{"out", report.out_total}, {"in", report.in_total}}},
          {"history", history}};
}

// Prints lines that fit the terminal.
class Printer {
 public:
  Printer(const Context& context, bool history) : context_(context), history_(history) {}

  void Print(const NodeReport& report, const SameWords& same) {
    Put({{Printable(report.state.id), Tint::kBold},
         {" · " + std::string(Name(report.state.kind)), Tint::kPlain}});
    for (const Field& field : report.state.fields) {
      Wrapped("  " + Printable(field.name) + ": ", ShownValue(field));
    }
    if (!same.ids.empty()) {
      Wrapped("  ", SameWordsText(same.ids, same.is_cut));
    }
    Edges("out", report.out, report.out_total);
    Edges("in", report.in, report.in_total);
    if (history_) {
      Put({{"history", Tint::kBold}});
      for (const NodeAssertion& said : report.history) {
        Wrapped("  " + When(said.at, said.by) + "  ", FieldsOf(said));
      }
    } else if (report.history.size() > 1) {
      Put({{"set " + std::to_string(report.history.size()) + " times; --history shows each",
            Tint::kDim}});
    }
  }

 private:
  static std::string When(Instant at, const std::optional<std::string>& by) {
    return FormatInstant(at) + (by ? " by " + Printable(*by) : "");
  }

  static std::string FieldsOf(const NodeAssertion& said) {
    std::string text;
    for (const Field& field : said.fields) {
      text += (text.empty() ? "" : "; ") + Printable(field.name) +
              (IsRemoval(field) ? " removed" : ": " + ShownValue(field));
    }
    return text.empty() ? "no fields" : text;
  }

  void Put(const Line& line) {
    context_.out << Render(line, context_.terminal, context_.terminal.columns) << "\n";
  }

  // Up to three lines, the later ones below the text.
  void Wrapped(const std::string& begin, const std::string& text) {
    const size_t columns = context_.terminal.columns;
    const size_t indent = 6;
    const size_t used = std::min(WidthOf({{begin}}), columns - 10);
    const auto lines = WrapWords(text, columns - used, columns - indent, 3);
    Put({{begin, Tint::kDim}, {lines.empty() ? "" : lines.front()}});
    for (size_t i = 1; i < lines.size(); ++i) {
      Put({{std::string(indent, ' ')}, {lines[i]}});
    }
  }

  void Edges(const std::string& title, const std::vector<ReportedEdge>& edges, uint64_t total) {
    if (total == 0) {
      return;
    }
    Put({{title + ", " + Counted(total, "edge", "edges"), Tint::kBold}});
    for (const ReportedEdge& edge : edges) {
      Edge(edge);
    }
    if (total > edges.size()) {
      Put({{"  and " + std::to_string(total - edges.size()) + " more; --limit shows more",
            Tint::kDim}});
    }
  }

  void Edge(const ReportedEdge& edge) {
    const EdgeAssertion& decides = edge.said[edge.deciding];
    const bool is_out = edge.direction == Direction::kOut;
    std::string kind(Name(decides.kind));
    kind += decides.how ? " (" + Printable(*decides.how) + ")" : "";
    kind += decides.judgement != Judgement::kNone
                ? " (" + std::string(Name(decides.judgement)) + ")"
                : "";
    Line line = {{"  " + (is_out ? kind + " → " + Printable(decides.to)
                                 : Printable(decides.from) + " → " + kind)}};
    if (decides.status != AssertionStatus::kAsserted) {
      line.push_back({"  " + std::string(Name(decides.status)), Tint::kYellow});
    }
    if (decides.as_printed) {
      line.push_back({"  as " + WordsInMarks(*decides.as_printed, 40)});
    }
    if (decides.inherited) {
      line.push_back({"  inherited", Tint::kDim});
    }
    Put(line);
    if (decides.because) {
      Wrapped("      because ", Printable(*decides.because));
    }
    for (const EdgeAssertion& said : edge.said) {
      for (const Evidence& evidence : said.evidence) {
        Proof(evidence);
      }
    }
    if (history_) {
      for (const EdgeAssertion& said : edge.said) {
        Put({{"      " + When(said.at, said.by) + ": " + std::string(Name(said.status)) +
                  (said.method ? ", by the method " + Printable(*said.method) : ""),
              Tint::kDim}});
      }
    }
  }

  void Proof(const Evidence& evidence) {
    if (!evidence.exact && !evidence.start) {
      return;  // only the work is known: nothing to read
    }
    const std::string place = evidence.start ? " " + std::to_string(*evidence.start) + ".." +
                                                   std::to_string(*evidence.end)
                                             : "";
    Wrapped("      in " + Printable(evidence.in) + place + ": ",
            evidence.exact ? "“" + Printable(*evidence.exact) + "”" : "");
  }

  const Context& context_;
  bool history_;
};

Result<ExitStatus> RunShow(Context& context, const ShowArguments& arguments) {
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  STEMMA_ASSIGN(const NodeId node, ResolveNode(store->View(), arguments.id));
  STEMMA_ASSIGN(const NodeReport report, ReportOf(store->View(), node, arguments.limit));
  STEMMA_ASSIGN(const SameWords same, SameWordsAs(store->View(), report.state, arguments.limit));
  if (context.json) {
    Json value = ReportJson(report);
    if (report.state.kind == NodeKind::kQuote) {
      value["same_words"] = {{"quotes", same.ids}, {"truncated", same.is_cut}};
    }
    context.out << Dump(value);
  } else {
    Printer(context, arguments.history).Print(report, same);
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddShowCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ShowArguments>();
  CLI::App* command = app.add_subcommand(
      "show", "One node: its fields, its edges with their evidence, its history");
  command->add_option("ID", arguments->id, "The node: its id, or its name, title or alias")
      ->required();
  command->add_flag("--history", arguments->history, "Also who said what, and when");
  WholeNumber(command->add_option("--limit", arguments->limit, "Edges of each direction, at most"))
      ->capture_default_str();
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunShow(context, *arguments); };
  });
}

}  // namespace stemma
