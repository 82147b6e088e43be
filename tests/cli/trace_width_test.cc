// No line of a trace is wider than the terminal, whatever the terminal and whatever the names.
#include <algorithm>
#include <sstream>
#include <string>

#include <catch2/catch_all.hpp>

#include "cli/cycles_text.h"
#include "cli/path_text.h"
#include "cli/trace_text.h"
#include "graph/base/utf8.h"
#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

using K = NodeKind;
using E = EdgeKind;

std::string TextAt(GraphBuilder& graph, const std::string& id, size_t columns, bool color) {
  TraceTextOptions options;
  options.terminal.columns = columns;
  options.terminal.color = color;
  const Trace trace = Must(TraceNode(graph.Graph(), graph.Id(id), {}, {}));
  return Must(TraceText(graph.Graph(), trace, options));
}

GraphBuilder Awkward() {
  GraphBuilder graph;
  const std::string endless(300, 'x');
  graph.Node(K::kArticle, "a", {{"title", "中文標題 " + endless}, {"lang", "zh"}})
      .Node(K::kArticle, endless, {{"title", "tab\tand\nline"}})
      .Node(K::kDocument, "d", {{"title", "D"}, {"date", "2019-11-27T10:00:00Z/.."}})
      .Node(K::kOutlet, "o", {{"name", "An outlet with a name that goes on and on and on"}})
      .Node(K::kSpeaker, "s", {{"name", "الناطقة باسم الوزارة"}})
      .Node(K::kQuote, "q", {{"text", "words upon words upon words upon words upon words"}})
      .Node(K::kClaim, "c", {{"text", endless}})
      .Edge("a", E::kPublishedBy, "o")
      .Edge("a", E::kDerivedFrom, endless,
            [](EdgeAssertion& edge) {
              edge.status = AssertionStatus::kInferred;
              edge.because = "a reason of many words, each of which may have to go below";
            })
      .Edge("a", E::kCites, "d")
      .Edge(endless, E::kCites, "d")
      .Edge("a", E::kQuotes, "q")
      .Edge("q", E::kSpokenBy, "s",
            [](EdgeAssertion& edge) { edge.as_printed = "a spokeswoman for the ministry"; })
      .Edge("a", E::kStates, "c")
      .Node(K::kArticle, "n" + endless, {{"date", "2020"}})
      .Edge("n" + endless, E::kCorrects, "a", [](EdgeAssertion& edge) { edge.how = "kill"; })
      .Edge("n" + endless, E::kCorrects, endless,
            [](EdgeAssertion& edge) { edge.how = "words of its own"; })
      .Edge(endless, E::kCites, "a");
  return graph;
}

TEST_CASE("no line of a trace is wider than the terminal") {
  GraphBuilder graph = Awkward();
  for (const std::string id : {"a", "c", "q"}) {
    for (size_t columns = 40; columns <= 130; ++columns) {
      std::istringstream lines(TextAt(graph, id, columns, /*color=*/false));
      for (std::string line; std::getline(lines, line);) {
        INFO(columns << ": " << line);
        CHECK(DisplayWidth(line) <= columns);
      }
    }
  }
}

TEST_CASE("no path or circle is wider than the terminal, and corrections stay in sight") {
  GraphBuilder graph = Awkward();
  const auto circles = Must(FindDatedCircles(graph.Graph(), {}, 9));
  REQUIRE(circles.circles.size() == 1);
  const auto between =
      Must(FindChainsBetween(graph.Graph(), graph.Id("a"), graph.Id("d"), {}, {{}, 9}));
  for (size_t columns = 40; columns <= 130; ++columns) {
    PathTextOptions options;
    options.options.chains_max = 9;
    options.terminal.columns = columns;
    const std::string text = Must(PathText(graph.Graph(), between, options)) +
                             Must(CirclesText(graph.Graph(), circles, {}, options.terminal));
    CHECK(text.find("KILLED by") != std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      INFO(columns << ": " << line);
      CHECK(DisplayWidth(line) <= columns);
    }
  }
}

TEST_CASE("colour adds escape sequences and nothing else") {
  GraphBuilder graph = Awkward();
  std::string colored = TextAt(graph, "a", 80, /*color=*/true);
  CHECK(colored.find("\x1b[") != std::string::npos);
  for (size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == TextAt(graph, "a", 80, /*color=*/false));
}

}  // namespace
}  // namespace stemma::testing
