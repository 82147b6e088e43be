#include "cli/hand_assertion.h"

#include <algorithm>
#include <cstdlib>

#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/json_output.h"
#include "cli/node_names.h"
#include "cli/node_report.h"
#include "cli/whole_number.h"
#include "graph/base/utf8.h"
#include "graph/model/state.h"

namespace stemma {
namespace {

constexpr size_t kContextCodePoints = 32;  // of prefix and suffix

// Byte offsets at which `words` begin in `text`.
std::vector<size_t> PlacesOf(const std::string& words, std::string_view text) {
  std::vector<size_t> places;
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    places.push_back(at);
  }
  return places;
}

Evidence EvidenceAt(const std::string& id, std::string_view text, size_t begin, size_t bytes) {
  const size_t start = CodePointCount(text.substr(0, begin));
  const size_t end = start + CodePointCount(text.substr(begin, bytes));
  const size_t all = CodePointCount(text);
  const size_t before = start - std::min(start, kContextCodePoints);
  const size_t after = std::min(all, end + kContextCodePoints);
  Evidence evidence;
  evidence.in = id;
  evidence.start = start;
  evidence.end = end;
  evidence.exact = std::string(text.substr(begin, bytes));
  evidence.prefix = std::string(CodePointSlice(text, before, start).value_or(""));
  evidence.suffix = std::string(CodePointSlice(text, end, after).value_or(""));
  return evidence;
}

Result<Evidence> Found(const Context& context, const GraphView& graph, NodeId from,
                       const HandOptions& options) {
  STEMMA_ASSIGN(const NodeState state, graph.Node(from, /*with_text=*/true));
  const auto text = state.Text("text");
  if (!text) {
    return InvalidInput("--quote: no text of \"" + state.id + "\" is stored to find the words in");
  }
  const std::vector<size_t> places = PlacesOf(options.quote, *text);
  if (places.empty()) {
    return InvalidInput("--quote: the words are not in the text of \"" + state.id + "\"");
  }
  const uint64_t chosen = options.occurrence.value_or(1);
  if (chosen < 1 || chosen > places.size()) {
    return InvalidInput("--occurrence: the words are there " + std::to_string(places.size()) +
                        " times, expected a number from 1 to that");
  }
  if (places.size() > 1 && !options.occurrence) {
    context.Note("--quote: the words are there " + std::to_string(places.size()) +
                 " times, the first is taken; --occurrence chooses another");
  }
  return EvidenceAt(state.id, *text, places[chosen - 1], options.quote.size());
}

Status CheckWords(std::string_view option, const std::string& text) {
  if (FirstInvalidUtf8(text)) {
    return InvalidInput(std::string(option) + ": expected UTF-8");
  }
  return {};
}

Status CheckOptions(const HandOptions& options) {
  STEMMA_TRY(CheckWords("--quote", options.quote));
  STEMMA_TRY(CheckWords("--because", options.because));
  STEMMA_TRY(CheckWords("--by", WhoSaysSo(options)));
  if (options.occurrence && options.quote.empty()) {
    return InvalidInput("--occurrence: needs --quote");
  }
  return {};
}

template <class Arrived>
Instant LaterThan(const std::vector<Arrived>& said) {
  Instant at = Now();
  for (const Arrived& one : said) {
    at = std::max(at, one.assertion.at + 1);
  }
  return at;
}

std::string Told(const EdgeAssertion& assertion) {
  return assertion.from + " " + std::string(Name(assertion.kind)) + " " + assertion.to + ": " +
         std::string(assertion.kind == EdgeKind::kSameAs &&
                             assertion.status == AssertionStatus::kAsserted
                         ? Name(assertion.judgement)
                         : Name(assertion.status));
}

std::string Told(const NodeAssertion& assertion) {
  std::string text = assertion.id + ":";
  for (const Field& field : assertion.fields) {
    if (field.name != "because") {
      text += " " + field.name + (IsRemoval(field) ? " removed" : " = " + ShownValue(field));
    }
  }
  return text;
}

template <class Assertion>
Result<ExitStatus> Store(Context& context, StoreWriter& store, const Assertion& assertion) {
  STEMMA_ASSIGN(const auto sink, store.Begin());
  STEMMA_TRY(sink->Add(assertion, Place{}));
  STEMMA_ASSIGN(const Receipt receipt, sink->Commit());
  for (const Orphan& orphan : receipt.orphans) {
    context.Note("the new text of " + orphan.in + " no longer holds the evidence of " +
                 orphan.from + " " + std::string(Name(orphan.kind)) + " " + orphan.to);
  }
  if (context.json) {
    context.out << Dump(JsonOf(assertion));
  } else if (!context.quiet) {
    context.out << Told(assertion) << ", by " << assertion.by.value_or("nobody") << "\n";
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddReasonOptions(CLI::App& command, HandOptions& options) {
  command.add_option("--because", options.because, "Why, for whoever reads it later")
      ->type_name("TEXT");
  command.add_option("--by", options.by, "Who says so; else $STEMMA_USER, else the login name")
      ->type_name("WHO");
}

void AddHandOptions(CLI::App& command, HandOptions& options) {
  command
      .add_option("--quote", options.quote,
                  "The words that prove it, as they stand in the first node's text")
      ->type_name("TEXT");
  WholeNumber(command.add_option("--occurrence", options.occurrence,
                                 "Which of them, when the words are there several times"));
  AddReasonOptions(command, options);
}

std::string WhoSaysSo(const HandOptions& options) {
  if (!options.by.empty()) {
    return options.by;
  }
  const char* user = std::getenv("STEMMA_USER");
  if (user != nullptr && *user != '\0') {
    return user;
  }
  const passwd* login = getpwuid(getuid());
  return login == nullptr ? "uid " + std::to_string(getuid()) : login->pw_name;
}

Status Complete(const Context& context, const GraphView& graph, NodeId from,
                const HandOptions& options, EdgeAssertion& assertion) {
  STEMMA_TRY(CheckOptions(options));
  assertion.by = WhoSaysSo(options);
  if (!options.because.empty()) {
    assertion.because = options.because;
  }
  if (!options.quote.empty()) {
    STEMMA_ASSIGN(Evidence evidence, Found(context, graph, from, options));
    assertion.evidence.push_back(std::move(evidence));
  }
  STEMMA_ASSIGN(const auto from_node, graph.Find(assertion.from));
  STEMMA_ASSIGN(const auto to_node, graph.Find(assertion.to));
  STEMMA_ASSIGN(const RecordedEdge recorded,
                FindRecordedEdge(graph, {from_node.value(), assertion.kind, to_node.value()}));
  assertion.at = LaterThan(recorded.said);
  assertion.at_given = true;
  return {};
}

Status Complete(const GraphView& graph, const HandOptions& options, NodeAssertion& assertion) {
  STEMMA_TRY(CheckOptions(options));
  assertion.by = WhoSaysSo(options);
  std::vector<ArrivedNode> said;
  STEMMA_ASSIGN(const auto node, graph.Find(assertion.id));
  if (node) {
    STEMMA_ASSIGN(said, graph.NodeAssertions(*node));
  }
  assertion.at = LaterThan(said);
  assertion.at_given = true;
  return {};
}

Result<RecordedEdge> FindRecordedEdge(const GraphView& graph, const EdgeKey& key) {
  RecordedEdge recorded{key, {}, 0};
  auto said = graph.EdgeAssertions(key);
  if (!said.has_value()) {
    if (said.error().code == ErrorCode::kNotFound) {
      return recorded;
    }
    return tl::unexpected<Error>(said.error());
  }
  recorded.said = *std::move(said);
  std::vector<Said> said_when;
  for (const ArrivedEdge& one : recorded.said) {
    said_when.push_back({one.assertion.at, !one.assertion.method.has_value()});
  }
  recorded.deciding = Deciding(said_when).value();
  return recorded;
}

Result<ExitStatus> StoreByHand(Context& context, StoreWriter& store,
                               const EdgeAssertion& assertion) {
  return Store(context, store, assertion);
}

Result<ExitStatus> StoreByHand(Context& context, StoreWriter& store,
                               const NodeAssertion& assertion) {
  return Store(context, store, assertion);
}

}  // namespace stemma
