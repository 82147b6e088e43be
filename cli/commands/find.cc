#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/same_words.h"
#include "cli/trace_text_line.h"
#include "cli/whole_number.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct FindArguments {
  std::string text;
  uint64_t limit = 50;
};

struct Match {
  bool is_exact = false;  // its id, or one of its names
  NodeState state;
  std::vector<std::string> same_words;  // ids of other quotes found, which say the same
};

Result<std::vector<Match>> Search(const GraphView& graph, const std::string& text, uint64_t limit) {
  STEMMA_ASSIGN(std::vector<NodeId> nodes, graph.Named(text));
  const size_t named = nodes.size();
  STEMMA_ASSIGN(const std::vector<NodeId> by_words, graph.WithWords(text, limit));
  for (const NodeId node : by_words) {
    if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) {
      nodes.push_back(node);
    }
  }
  STEMMA_ASSIGN(std::vector<NodeState> states,
                graph.Nodes(nodes, kDistantFuture, /*with_text=*/true));
  std::vector<Match> matches;
  for (size_t i = 0; i < nodes.size(); ++i) {
    const bool is_exact = i < named || states[i].id == text;
    matches.push_back({is_exact, std::move(states[i]), {}});
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.is_exact != b.is_exact ? a.is_exact : a.state.id < b.state.id;
  });
  return matches;
}

// Quotes with the same words become the first of them.
std::vector<Match> Together(std::vector<Match> matches) {
  std::vector<Match> together;
  std::map<std::string, size_t> place_of;  // by words
  for (Match& match : matches) {
    const std::string key = WordsKey(match.state);
    const auto [place, is_new] = place_of.try_emplace(key, together.size());
    if (is_new || key.empty()) {
      together.push_back(std::move(match));
    } else {
      together[place->second].same_words.push_back(std::move(match.state.id));
    }
  }
  return together;
}

void Print(const Context& context, const std::vector<Match>& matches) {
  size_t id_columns = 0;
  for (const Match& match : matches) {
    id_columns = std::max(id_columns, DisplayWidth(match.state.id));
  }
  id_columns = std::min(id_columns, context.terminal.columns / 2);
  for (const Match& match : matches) {
    const std::string padding(id_columns - std::min(id_columns, DisplayWidth(match.state.id)), ' ');
    std::string kind(Name(match.state.kind));
    kind.resize(8, ' ');
    const Line line = {{Printable(match.state.id) + padding, Tint::kBold},
                       {"  " + kind + "  ", Tint::kDim},
                       {Printable(match.state.Label()), Tint::kPlain}};
    context.out << Render(line, context.terminal, context.terminal.columns) << "\n";
    if (!match.same_words.empty()) {
      const Line others = {{"  " + SameWordsText(match.same_words, /*is_cut=*/false), Tint::kDim}};
      context.out << Render(others, context.terminal, context.terminal.columns) << "\n";
    }
  }
}

Result<ExitStatus> RunFind(Context& context, const FindArguments& arguments) {
  if (FirstInvalidUtf8(arguments.text) || FoldedWords(arguments.text).empty()) {
    return InvalidInput("TEXT: expected a word or more to look for");
  }
  STEMMA_TRY(RequireLimit(arguments.limit));
  STEMMA_ASSIGN(const auto store, context.OpenToRead());
  // One more than asked tells whether there are more.
  STEMMA_ASSIGN(std::vector<Match> matches,
                Search(store->View(), arguments.text, OneMoreThan(arguments.limit)));
  const bool truncated = matches.size() > arguments.limit;
  matches.resize(std::min<size_t>(matches.size(), arguments.limit));
  matches = Together(std::move(matches));
  if (context.json) {
    Json nodes = Json::array();
    for (const Match& match : matches) {
      Json node = {{"id", match.state.id},
                   {"kind", Name(match.state.kind)},
                   {"label", std::string(match.state.Label())}};
      if (!match.same_words.empty()) {
        node["same_words"] = match.same_words;
      }
      nodes.push_back(std::move(node));
    }
    context.out << Dump(Json{{"nodes", nodes}, {"truncated", truncated}});
    return ExitStatus::kDone;
  }
  Print(context, matches);
  if (matches.empty()) {
    context.Note("no name, alias, title, quote or claim holds all words of \"" + arguments.text +
                 "\"");
  } else if (truncated) {
    context.Note("there are more; --limit lists more");
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddFindCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<FindArguments>();
  CLI::App* command = app.add_subcommand(
      "find", "Search names, aliases, titles, and the words of quotes and claims");
  command->add_option("TEXT", arguments->text, "Words, the last of them as a beginning")
      ->required();
  WholeNumber(command->add_option("--limit", arguments->limit, "List at most this many"))
      ->capture_default_str();
  command->footer("Example:\n  stemma find \"china cab\"");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunFind(context, *arguments); };
  });
}

}  // namespace stemma
