// One format written to a text, with what it says it left out.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "graph/export/export_format.h"
#include "graph/model/graph_view.h"
#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {

struct Exported {
  std::string text;
  std::vector<std::string> left_out;
  std::vector<std::string> remarks;

  bool Holds(std::string_view part) const { return text.find(part) != std::string::npos; }
  bool LeftOut(std::string_view line) const {
    return std::find(left_out.begin(), left_out.end(), line) != left_out.end();
  }
};

inline Exported Export(std::string_view format, const GraphView& graph) {
  Exported exported;
  ExportReport report;
  Must(FindExportFormat(format)->write(
      graph,
      [&](std::string_view chunk) {
        exported.text += chunk;
        return Status();
      },
      report));
  exported.left_out = report.Lines();
  exported.remarks = report.Remarks();
  return exported;
}

// Every hostile text that a format may be given in a name, a title or an id.
inline constexpr std::string_view kQuoteMarks = R"(a "b" 'c' <d> & e]]> \f; g,h)";
inline constexpr std::string_view kLineEnds = "one\ntwo\r\nthree\rfour\tfive ";
inline constexpr std::string_view kScripts = "news 📰 خبر עברית \xE2\x80\x8F mirrored";

// A graph of them: what a format cannot hold is in the fields `bell` and `end` of "plain".
inline const MemoryGraph& BuildHostile(GraphBuilder& builder) {
  builder.Node(NodeKind::kArticle, "plain",
               {{"title", std::string(kQuoteMarks)},
                {"text", std::string(kLineEnds)},
                {"lang", std::string(kScripts)},
                {"bell", "ding\x07"},
                {"end", "\xEF\xBF\xBF"},
                {"first_hand", "true"}});
  builder.Node(NodeKind::kOutlet, "an \"odd\" <id>; خبر, 📰",
               {{"name", "Odd"}, {"aliases", R"(["A;B","C","]"])"}, {"private", "true"}});
  builder.Edge("plain", EdgeKind::kCites, "an \"odd\" <id>; خبر, 📰", [](EdgeAssertion& edge) {
    edge.as_printed = std::string(kQuoteMarks);
    edge.because = std::string(kLineEnds);
    edge.confidence = Confidence{true, 3, 4, 0};
    edge.extra = {{"note", true, std::string(kScripts)}, {"right", true, "mine"}};
  });
  builder.Edge("plain", EdgeKind::kPublishedBy, "an \"odd\" <id>; خبر, 📰",
               [](EdgeAssertion& edge) { edge.status = AssertionStatus::kWithdrawn; });
  return builder.Graph();
}

}  // namespace stemma::testing
