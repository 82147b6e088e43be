// Rules about chains on small graphs: each is asked alone and with a survey, and must say the same.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/chain_rules/chain_rules.h"
#include "graph/audit/printed_sourcing.h"
#include "graph/audit/work_under_audit.h"
#include "graph/reading/reading.h"
#include "support/graph_builder.h"
#include "support/must.h"

namespace stemma::testing {

using ChainRule = Result<uint64_t> (*)(const WorkUnderAudit&, Findings&);

inline std::vector<std::string> MessagesOf(const Findings& findings) {
  std::vector<std::string> messages;
  for (const Finding& finding : findings) {
    messages.push_back(std::string(Name(finding.severity)) + ": " + finding.message);
  }
  return messages;
}

// Of one stored work, with its text where one is stored.
inline Findings Run(ChainReader& reader, NodeId node, ChainRule rule) {
  Article article;
  const NodeState state = Must(reader.Graph().Node(node, /*with_text=*/true));
  article.text = state.Text("text").value_or("");
  article.lang = state.Text("lang").value_or("");
  const bool has_text = !article.text.empty();
  const Reading reading = ReadSourcing(std::move(article));
  const TextUnderAudit text(reading);
  Findings findings;
  Must(rule(Must(WorkUnderAudit::Stored(reader, node, has_text ? &text : nullptr)), findings));
  return findings;
}

inline Findings FindingsOf(const GraphView& graph, std::string_view id, ChainRule rule) {
  const NodeId node = Must(graph.Find(id)).value();
  ChainReader alone(graph);
  const Findings findings = Run(alone, node, rule);
  const SourcingSurvey survey = Must(SourcingSurvey::Of(graph));
  ChainReader reader(graph, &survey);
  CHECK(MessagesOf(findings) == MessagesOf(Run(reader, node, rule)));
  return findings;
}

inline Findings FindingsOf(GraphBuilder& builder, std::string_view id, ChainRule rule) {
  return FindingsOf(builder.Graph(), id, rule);
}

// Whether a reason holds these words.
inline bool Says(const Finding& finding, std::string_view words) {
  for (const std::string& because : finding.because) {
    if (because.find(words) != std::string::npos) {
      return true;
    }
  }
  return false;
}

inline bool IsRelatedTo(const Finding& finding, std::string_view id) {
  for (const Related& related : finding.related) {
    if (related.node == id) {
      return true;
    }
  }
  return false;
}

inline const auto kWithdrawn = [](EdgeAssertion& edge) {
  edge.status = AssertionStatus::kWithdrawn;
};
inline const auto kInferred = [](EdgeAssertion& edge) { edge.status = AssertionStatus::kInferred; };
inline const auto kInherited = [](EdgeAssertion& edge) { edge.inherited = true; };
inline std::function<void(EdgeAssertion&)> How(const std::string& how) {
  return [how](EdgeAssertion& edge) { edge.how = how; };
}
inline std::function<void(EdgeAssertion&)> AsPrinted(const std::string& printed) {
  return [printed](EdgeAssertion& edge) { edge.as_printed = printed; };
}

}  // namespace stemma::testing
