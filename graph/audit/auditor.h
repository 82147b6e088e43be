// All rules on one text, or on one stored work.
//
// Source: docs/audit.md.
// Thread safety: one thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/authority.h"
#include "graph/audit/chain_reader.h"
#include "graph/audit/finding.h"
#include "graph/audit/known_agents.h"
#include "graph/audit/text_under_audit.h"
#include "graph/audit/work_under_audit.h"
#include "graph/base/pair_sorter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"
#include "graph/reading/reading.h"

namespace stemma {

// By rule: how many places it looked at.
using CheckedCounts = std::array<uint64_t, kRuleCount>;

struct Audited {
  std::string name;  // the node's id, or what the file is called
  std::string text;  // what positions mean; empty: none is stored
  // In the order of the text; those without a place come last, by rule.
  Findings findings;
  CheckedCounts checked{};
  uint64_t cleared = 0;    // findings that a person has answered
  bool full_rules = true;  // false: of its language only marks, acronyms and credits are known
  std::vector<std::string_view> missing;  // of an article: "date", "byline", "credit of the text"
};

struct AuditOptions {
  std::vector<Rule> rules;  // empty: all
};

class Auditor {
 public:
  // `graph` may be null: no store. Both are borrowed.
  Auditor(const Authority& authority, const GraphView* graph, AuditOptions options);
  ~Auditor();
  Auditor(const Auditor&) = delete;
  Auditor& operator=(const Auditor&) = delete;

  // A text that is not stored: against itself, and, where there is a store, against what the works
  // say that it names as its sources. O(bytes), look-ups of the names in it, and one reading of all
  // stored texts for near copies.
  Result<Audited> AuditText(const Reading& reading, const std::string& name);

  // A stored work, with its text where it has one. InvalidInput when it is no work. As above.
  Result<Audited> AuditWork(NodeId work);

  // All works, in the order in which they arrived. Near copies are found by sorting, with what
  // `sorters` makes; memory is that of some bits and eight bytes a work, and of the largest few
  // texts. `visit` is told how many works there are.
  using Visitor = std::function<void(const Audited&, uint64_t works)>;
  Status AuditAll(const MakePairSorter& sorters, const Visitor& visit);

 private:
  bool Runs(Rule rule) const;
  Result<Audited> AuditStored(NodeId work, ChainReader& reader, const std::vector<NodeId>* copies);
  Status RunTextRules(const TextUnderAudit& text, Audited& audited);
  Status RunChainRules(const WorkUnderAudit& work, Audited& audited);
  Status RunNearCopies(const TextUnderAudit& text, std::optional<NodeId> work,
                       const std::vector<NodeId>* copies, Audited& audited);

  const GraphView* graph_;
  KnownAgents known_;
  AuditOptions options_;
  std::unique_ptr<ChainReader> reader_;  // null without a store
};

// What a finding's id names: the node, empty when it is no such id, and what is behind it.
struct FindingName {
  std::string node;
  Rule rule = Rule::kAcronymMismatch;
  std::string finding;  // "RULE~HASH"
};
FindingName ParseFindingId(const std::string& id);

// The field of a node that holds the answer to one of its findings.
std::string ClearedField(const std::string& finding);

}  // namespace stemma
