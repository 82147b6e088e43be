#include "cli/serve/api.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <sstream>

#include <nlohmann/json.hpp>

#include "cli/app.h"
#include "cli/exit_status.h"
#include "cli/json_output.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct Endpoint {
  std::string_view name;
  std::vector<std::string_view> command;   // what stands before the options
  std::vector<std::string_view> operands;  // parameters that become arguments, in this order
  bool needs_operand = true;
  std::vector<std::string_view> options;  // parameters with a value
  std::vector<std::string_view> flags;    // parameters without one
  bool is_filtered = false;               // takes kFilters too
};

constexpr std::array<std::string_view, 4> kFilters = {"without", "as-of", "known-at",
                                                      "min-confidence"};

const std::vector<Endpoint>& Endpoints() {
  constexpr bool kFiltered = true;
  static const std::vector<Endpoint> endpoints = {
      {"trace", {"trace"}, {"id"}, true, {"to", "max-hops", "limit"}, {"list"}, kFiltered},
      {"path", {"path"}, {"from", "to"}, true, {"max-hops", "limit"}, {"all"}, kFiltered},
      {"depth", {"depth"}, {"id"}, false, {"by", "limit"}, {}, kFiltered},
      {"origins", {"origins"}, {"id"}, true, {"limit"}, {"families"}, kFiltered},
      {"cycles", {"cycles"}, {}, false, {"limit"}, {}, kFiltered},
      {"what-if", {"what-if"}, {}, false, {"limit"}, {}, kFiltered},
      {"show", {"show"}, {"id"}, true, {"limit"}, {"history"}},
      {"find", {"find"}, {"text"}, true, {"limit"}, {}},
      {"log", {"log"}, {}, false, {"since", "limit"}, {}},
      {"stats", {"stats"}, {}, false, {}, {}},
      {"audit", {"audit"}, {"id"}, true, {"rule"}, {}},
      // Whoever can ask sees the store itself, so that nothing is withheld; the page asks for the
      // findings of a work when it is looked at.
      {"picture",
       {"export", "html", "--with-texts", "--with-private", "--no-findings", "--max-nodes=500"},
       {"id"},
       false,
       {"hops", "direction"},
       {},
       kFiltered},
  };
  return endpoints;
}

bool Holds(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Answer Refusal(int status, const std::string& message) {
  return {status, Dump(Json{{"error", Printable(message)}})};
}

// The first line of what a command says went wrong, without the program's name.
std::string MessageOf(const std::string& said) {
  constexpr std::string_view kName = "stemma: ";
  std::string line = said.substr(0, said.find('\n'));
  return line.starts_with(kName) ? line.substr(kName.size()) : line;
}

Answer Run(const std::vector<std::string>& words) {
  std::vector<const char*> argv;
  std::transform(words.begin(), words.end(), std::back_inserter(argv),
                 [](const std::string& word) { return word.c_str(); });
  std::ostringstream out;
  std::ostringstream err;
  const int status = RunApp(static_cast<int>(argv.size()), argv.data(), out, err);
  if (status == static_cast<int>(ExitStatus::kUsage)) {
    return Refusal(400, MessageOf(err.str()));
  }
  if (status == static_cast<int>(ExitStatus::kStore)) {
    return Refusal(503, MessageOf(err.str()));
  }
  return {200, out.str()};
}

}  // namespace

Answer AnswerApi(const std::filesystem::path& db, std::string_view name,
                 const Parameters& parameters) {
  const auto& all = Endpoints();
  const auto endpoint = std::find_if(all.begin(), all.end(),
                                     [name](const Endpoint& one) { return one.name == name; });
  if (endpoint == all.end()) {
    return Refusal(404, "no answer is called \"" + std::string(name) + "\"");
  }
  std::vector<std::string> words = {"stemma", "--db=" + db.string(), "--json", "--quiet"};
  words.insert(words.end(), endpoint->command.begin(), endpoint->command.end());
  for (const auto& [key, value] : parameters) {
    const bool is_filter = endpoint->is_filtered && Holds(kFilters, key);
    if (is_filter || Holds(endpoint->options, key)) {
      words.push_back("--" + key + "=" + value);
    } else if (Holds(endpoint->flags, key)) {
      words.push_back("--" + key);
    } else if (!Holds(endpoint->operands, key)) {
      return Refusal(400, std::string(name) + ": takes no parameter \"" + key + "\"");
    }
  }
  const size_t before = words.size();
  words.emplace_back("--");  // whatever follows is no option
  for (const std::string_view operand : endpoint->operands) {
    for (const auto& [key, value] : parameters) {
      if (key == operand) {
        words.push_back(value);
      }
    }
  }
  if (words.size() == before + 1) {
    words.pop_back();
    if (endpoint->needs_operand) {
      return Refusal(400, std::string(name) + ": expected the parameter \"" +
                              std::string(endpoint->operands.front()) + "\"");
    }
  }
  return Run(words);
}

}  // namespace stemma
