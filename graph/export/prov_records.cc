#include "graph/export/prov_records.h"

#include <algorithm>

#include "graph/base/escaped_bytes.h"
#include "graph/export/record_scan.h"

namespace stemma {
namespace {

constexpr size_t kDocumentsAtOnce = 512;

// Whether PROV can say it. What no longer holds is no relation, nor that two are not one; and
// alternateOf, without attributes, cannot say that it is disputed.
bool IsSaid(const EdgeAssertion& said) {
  const bool is_alternate =
      said.judgement == Judgement::kSame && said.status != AssertionStatus::kDisputed;
  return said.status != AssertionStatus::kWithdrawn &&
         (said.kind != EdgeKind::kSameAs || is_alternate);
}

// A field that a user gave the name of one that the record has finds no place beside it.
void RemoveTaken(std::vector<Attribute>& attributes, std::string_view id, ExportReport& report) {
  std::vector<std::string_view> own;
  for (const Attribute& one : attributes) {
    if (one.is_own) {
      own.push_back(one.name);
    }
  }
  std::erase_if(attributes, [&](const Attribute& one) {
    const bool is_taken = IsTaken(one, own);
    if (is_taken) {
      LeaveTaken(one, id, report);
    }
    return is_taken;
  });
}

bool IsPlain(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-';
}

}  // namespace

ProvRelationName NameOf(ProvRelation relation) {
  switch (relation) {
    case ProvRelation::kDerivation:
      return {"wasDerivedFrom", "generatedEntity", "usedEntity"};
    case ProvRelation::kAttribution:
      return {"wasAttributedTo", "entity", "agent"};
    case ProvRelation::kAlternate:
      return {"alternateOf", "alternate1", "alternate2"};
    case ProvRelation::kInfluence:
      break;
  }
  return {"wasInfluencedBy", "influencee", "influencer"};
}

std::string ProvName(std::string_view prefix, std::string_view text) {
  std::string local = EscapeBytes(text, '%', IsPlain);
  // A local name may hold a hyphen, but not begin with one.
  if (local.starts_with('-')) {
    local.replace(0, 1, "%2D");
  }
  return std::string(prefix) + ":" + local;
}

Result<ProvRecords> ProvRecords::Of(const GraphView& graph, ExportReport& report) {
  ProvRecords records(graph, report);
  STEMMA_TRY(records.FindOrigins());
  return records;
}

// Marked first-hand, or a document with no sourcing edge of its own in the whole graph: what an
// export leaves out makes no origin.
Status ProvRecords::FindOrigins() {
  std::vector<NodeId> documents;
  STEMMA_TRY(graph_.ScanNodes([&](NodeId node, const NodeFacts& facts) {
    is_origin_.resize(std::max<size_t>(is_origin_.size(), node.value + 1));
    is_origin_[node.value] = facts.first_hand;
    if (!facts.first_hand && facts.kind == NodeKind::kDocument) {
      documents.push_back(node);
    }
    return true;
  }));
  const GraphView& whole = report_.Whole() == nullptr ? graph_ : *report_.Whole();
  for (size_t first = 0; first < documents.size(); first += kDocumentsAtOnce) {
    const auto batch =
        std::span(documents).subspan(first, std::min(kDocumentsAtOnce, documents.size() - first));
    STEMMA_ASSIGN(const auto lists, whole.Edges(batch, Direction::kOut, SetOf(IsSourcing)));
    for (size_t i = 0; i < batch.size(); ++i) {
      is_origin_[batch[i].value] =
          std::none_of(lists[i].begin(), lists[i].end(), [](const EdgeFacts& edge) {
            return !edge.inherited && edge.status != AssertionStatus::kWithdrawn;
          });
    }
  }
  return {};
}

Result<bool> ProvRecords::IsOrigin(const std::string& id) const {
  STEMMA_ASSIGN(const auto node, graph_.Find(id));
  return node && node->value < is_origin_.size() && is_origin_[node->value];
}

Status ProvRecords::VisitNodes(bool agents, const Visitor& visit) const {
  std::vector<Attribute> attributes;
  // Of both visits one counts.
  ExportReport* report = agents ? &report_ : nullptr;
  return ScanNodeRecords(graph_, report, [&](const NodeState& node) -> Status {
    if (IsAgent(node.kind) != agents) {
      return {};
    }
    ListAttributes(node, attributes);
    attributes.insert(attributes.begin(), {"id", AttributeType::kText, node.id, true});
    RemoveTaken(attributes, node.id, report_);
    ProvRecord record;
    record.name = ProvName("id", node.id);
    record.label = node.Text("name").value_or(node.Text("title").value_or(""));
    record.types = {ProvName("stemma", Name(node.kind))};
    record.attributes = attributes;
    return visit(record);
  });
}

// The relation, and the types that say more of it.
Result<ProvRelation> ProvRecords::RelationOf(const EdgeAssertion& said,
                                             std::vector<std::string>& types) const {
  switch (said.kind) {
    case EdgeKind::kDerivedFrom:
      if (said.how == "revision") {
        types.emplace_back("prov:Revision");
      }
      return ProvRelation::kDerivation;
    case EdgeKind::kQuotedFrom:
      types.emplace_back("prov:Quotation");
      return ProvRelation::kDerivation;
    case EdgeKind::kCites: {
      STEMMA_ASSIGN(const bool is_origin, IsOrigin(said.to));
      if (is_origin) {
        types.emplace_back("prov:PrimarySource");
      }
      return is_origin ? ProvRelation::kDerivation : ProvRelation::kInfluence;
    }
    case EdgeKind::kSpokenBy:
    case EdgeKind::kWrittenBy:
      return ProvRelation::kAttribution;
    case EdgeKind::kSameAs:
      return ProvRelation::kAlternate;
    default:
      return ProvRelation::kInfluence;
  }
}

Status ProvRecords::VisitRelations(ProvRelation relation, const Visitor& visit) const {
  // Of all visits one counts.
  const bool is_counting = relation == kProvRelations.back();
  std::vector<Attribute> attributes;
  return ScanEdgeRecords(
      graph_, is_counting ? &report_ : nullptr, [&](const EdgeRecord& edge) -> Status {
        if (is_counting) {
          CountLeftOut(edge.said);
        }
        ProvRecord record;
        if (!IsSaid(edge.said)) {
          return {};
        }
        STEMMA_ASSIGN(const ProvRelation found, RelationOf(edge.said, record.types));
        if (found != relation) {
          return {};
        }
        ListAttributes(edge, attributes);
        RemoveTaken(attributes, edge.said.from, report_);
        record.from = ProvName("id", edge.said.from);
        record.to = ProvName("id", edge.said.to);
        record.number = edge.number;
        record.attributes = attributes;
        return visit(record);
      });
}

void ProvRecords::CountLeftOut(const EdgeAssertion& said) const {
  if (said.status == AssertionStatus::kWithdrawn) {
    report_.LeaveOut("withdrawn edges");
  } else if (!IsSaid(said)) {
    report_.LeaveOut("judgements that two nodes are different or may be, or that are disputed");
  } else if (said.kind == EdgeKind::kSameAs) {
    report_.LeaveOut("evidence and reasons of same_as edges: alternateOf has no attributes");
  }
}

}  // namespace stemma
