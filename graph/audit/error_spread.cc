#include "graph/audit/error_spread.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/audit/near_names.h"

namespace stemma {
namespace {

constexpr size_t kWorksMax = 200;
constexpr size_t kNamingMax = 2'000;  // edges to the agent that are looked at
constexpr size_t kListedMax = 5;
constexpr EdgeKindSet kNamingKinds = SetOf(EdgeKind::kCites) | SetOf(EdgeKind::kMentions) |
                                     SetOf(EdgeKind::kSpokenBy) | SetOf(EdgeKind::kWrittenBy) |
                                     SetOf(EdgeKind::kPublishedBy);
constexpr EdgeKindSet kHeirKinds = SetOf(EdgeKind::kDerivedFrom) | SetOf(EdgeKind::kCites);

// Marks such as ’ and “ are no letters either, so that no byte beyond ASCII counts as one.
bool IsLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool HasWords(std::string_view text, std::string_view words) {
  for (size_t at = text.find(words); at != std::string_view::npos && !words.empty();
       at = text.find(words, at + 1)) {
    const size_t end = at + words.size();
    const bool begins = at == 0 || !IsLetterOrDigit(text[at - 1]);
    const bool ends = end == text.size() || !IsLetterOrDigit(text[end]);
    if (begins && ends) {
      return true;
    }
  }
  return false;
}

// How one work is known to print the agent's name.
struct Printing {
  NodeId work;
  std::string id;
  DateInterval date;
  bool dated = false;
  uint32_t hops = 0;  // back from the work under audit
  bool is_heir = false;
  bool is_known = false;  // its text, or the name as printed, is stored
  bool wrong = false;
  bool right = false;
  bool credits = false;  // an edge leads to the agent, and says nothing of another spelling
};

class SpreadSearch {
 public:
  SpreadSearch(const WorkUnderAudit& work, Finding& finding, NodeId agent, KnownAgent names)
      : work_(work),
        finding_(finding),
        reader_(work.Reader()),
        agent_(agent),
        names_(std::move(names)) {
    for (const std::string& name : names_.aliases) {
      right_forms_.push_back(name);
    }
    right_forms_.push_back(names_.name);
  }

  Status Add() {
    STEMMA_TRY(AddChain());
    STEMMA_TRY(AddHeirs());
    STEMMA_TRY(AddNaming());
    STEMMA_TRY(ReadTexts());
    Say();
    return {};
  }

 private:
  Printing* Of(NodeId work) {
    if (const auto known = place_of_.find(work); known != place_of_.end()) {
      return &printings_[known->second];
    }
    if (printings_.size() >= kWorksMax || work == work_.Node()) {
      return nullptr;
    }
    place_of_.emplace(work, printings_.size());
    printings_.emplace_back();
    printings_.back().work = work;
    return &printings_.back();
  }

  Status AddChain() {
    STEMMA_ASSIGN(const auto chain, work_.Chain());
    for (const ChainWork& one : chain) {
      if (Printing* printing = Of(one.node)) {
        printing->hops = one.hops;
      }
    }
    return {};
  }

  // Works that derive from this one or cite it, at any hop.
  Status AddHeirs() {
    std::vector<NodeId> wave;
    if (work_.Node()) {
      wave.push_back(*work_.Node());
    }
    while (!wave.empty() && printings_.size() < kWorksMax) {
      STEMMA_ASSIGN(const auto lists, reader_.View().Edges(wave, Direction::kIn, kHeirKinds));
      std::vector<NodeId> ends;
      for (const auto& list : lists) {
        for (const EdgeFacts& edge : list) {
          ends.push_back(edge.other);
        }
      }
      STEMMA_ASSIGN(const auto facts, reader_.Graph().Facts(ends));
      wave.clear();
      for (size_t i = 0; i < ends.size(); ++i) {
        if (!IsWork(facts[i].kind) || place_of_.contains(ends[i])) {
          continue;
        }
        if (Printing* printing = Of(ends[i])) {
          printing->is_heir = true;
          wave.push_back(ends[i]);
        }
      }
    }
    return {};
  }

  // Works with an edge to the agent, or with a quote that has one.
  Status AddNaming() {
    STEMMA_ASSIGN(const auto groups, reader_.Groups({&agent_, 1}));
    STEMMA_ASSIGN(const auto lists,
                  reader_.View().Edges(groups.front().members, Direction::kIn, kNamingKinds));
    std::vector<EdgeKey> edges;
    for (size_t i = 0; i < lists.size(); ++i) {
      for (const EdgeFacts& edge : lists[i]) {
        edges.push_back({edge.other, edge.kind, groups.front().members[i]});
      }
    }
    if (edges.size() > kNamingMax) {
      return {};
    }
    std::vector<NodeId> quotes;
    for (const EdgeKey& edge : edges) {
      if (edge.kind == EdgeKind::kSpokenBy) {
        quotes.push_back(edge.from);
      }
    }
    STEMMA_ASSIGN(const auto printed,
                  reader_.View().Edges(quotes, Direction::kIn, SetOf(EdgeKind::kQuotes)));
    size_t next = 0;
    for (const EdgeKey& edge : edges) {
      if (edge.kind != EdgeKind::kSpokenBy) {
        STEMMA_TRY(AddEdge(edge.from, edge));
        continue;
      }
      for (const EdgeFacts& by : printed[next++]) {
        STEMMA_TRY(AddEdge(by.other, edge));
      }
    }
    return {};
  }

  Status AddEdge(NodeId work, const EdgeKey& edge) {
    Printing* printing = Of(work);
    if (printing == nullptr) {
      return {};
    }
    STEMMA_ASSIGN(const ChainReader::Said said, reader_.SaidOf(edge));
    if (said.deciding.as_printed) {
      Judge(*said.deciding.as_printed, *printing);
    } else {
      printing->credits = true;
    }
    return {};
  }

  void Judge(std::string_view text, Printing& printing) const {
    printing.is_known = true;
    printing.wrong = printing.wrong || HasWords(text, finding_.exact);
    printing.right = printing.right ||
                     std::any_of(right_forms_.begin(), right_forms_.end(),
                                 [&](const std::string& form) { return HasWords(text, form); });
  }

  Status ReadTexts() {
    for (Printing& printing : printings_) {
      STEMMA_ASSIGN(const NodeState state, reader_.Graph().Node(printing.work, /*with_text=*/true));
      const NodeFacts facts = FactsOf(state);
      printing.id = state.id;
      printing.date = facts.date;
      printing.dated = facts.dated;
      if (const auto text = state.Text("text")) {
        Judge(*text, printing);
      }
    }
    return {};
  }

  // Whether `a` printed it before `b`: what a chain passes is older than what passed it; elsewhere
  // dates say.
  static bool IsEarlier(const Printing& a, const Printing& b) {
    if (a.hops != b.hops && (a.hops > 0 || a.is_heir) && (b.hops > 0 || b.is_heir)) {
      return a.hops > b.hops;
    }
    if (a.dated != b.dated) {
      return a.dated;
    }
    return a.dated && a.date.start != b.date.start ? a.date.start < b.date.start : a.id < b.id;
  }

  bool IsEarlierThanThis(const Printing& printing) const {
    if (printing.is_heir) {
      return false;
    }
    return printing.hops > 0 ||
           (printing.dated && work_.Facts().dated && printing.date.end <= work_.Facts().date.start);
  }

  void Say() {
    std::vector<const Printing*> wrong;
    for (const Printing& printing : printings_) {
      if (printing.wrong) {
        wrong.push_back(&printing);
      }
    }
    std::sort(wrong.begin(), wrong.end(),
              [](const Printing* a, const Printing* b) { return IsEarlier(*a, *b); });
    const auto earlier = std::find_if(wrong.begin(), wrong.end(), [this](const Printing* one) {
      return IsEarlierThanThis(*one);
    });
    const auto known = std::count_if(printings_.begin(), printings_.end(),
                                     [](const Printing& one) { return one.is_known; });
    std::string because =
        "earliest of " + std::to_string(printings_.size() + 1) +
        " stored works to print it so: " + (earlier == wrong.end() ? "this one" : (*earlier)->id);
    if (static_cast<size_t>(known) < printings_.size()) {
      because += "; of " + std::to_string(printings_.size() - static_cast<size_t>(known)) +
                 " of them it is not stored how they print it";
    }
    finding_.because.push_back(std::move(because));
    List("it is also printed so by: ", [&](const Printing& one) {
      return one.wrong && !one.is_heir && (earlier == wrong.end() || &one != *earlier);
    });
    List("inherited by: ", [](const Printing& one) { return one.wrong && one.is_heir; });
    const std::string acronym = AcronymOf(names_);
    const std::string form = acronym.empty() ? names_.name : acronym;
    List("printed as " + form + " by: ",
         [](const Printing& one) { return one.right && !one.wrong; });
    List("credited as " + form + ", and no other spelling recorded, by: ",
         [](const Printing& one) { return one.credits && !one.is_known; });
  }

  template <class Which>
  void List(std::string because, Which is_listed) {
    size_t count = 0;
    std::vector<const Printing*> listed;
    for (const Printing& printing : printings_) {
      if (is_listed(printing)) {
        listed.push_back(&printing);
      }
    }
    std::sort(listed.begin(), listed.end(),
              [](const Printing* a, const Printing* b) { return a->id < b->id; });
    for (const Printing* printing : listed) {
      if (count++ < kListedMax) {
        because += (count == 1 ? "" : ", ") + printing->id;
        finding_.related.push_back({printing->id, {}, {}, ""});
      }
    }
    if (count > kListedMax) {
      because += " and " + std::to_string(count - kListedMax) + " more";
    }
    if (count > 0) {
      finding_.because.push_back(std::move(because));
    }
  }

  const WorkUnderAudit& work_;
  Finding& finding_;
  ChainReader& reader_;
  NodeId agent_;
  KnownAgent names_;
  std::vector<std::string> right_forms_;
  std::vector<Printing> printings_;
  std::unordered_map<NodeId, size_t> place_of_;
};

// The stored agent that the finding compares with; of an authority file's, the stored one of that
// name.
Result<std::optional<NodeId>> AgentOf(const ChainReader& reader, const Finding& finding) {
  std::vector<NodeId> candidates;
  for (const Related& related : finding.related) {
    STEMMA_ASSIGN(const auto node, reader.Graph().Find(related.node));
    if (node) {
      candidates.push_back(*node);
    }
    if (!related.node.empty() && !related.exact.empty()) {
      STEMMA_ASSIGN(const auto named, reader.Graph().Named(related.exact));
      candidates.insert(candidates.end(), named.begin(), named.end());
    }
  }
  STEMMA_ASSIGN(const auto facts, reader.Graph().Facts(candidates));
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (IsAgent(facts[i].kind) && !facts[i].unnamed) {
      return std::optional(candidates[i]);
    }
  }
  return std::optional<NodeId>();
}

}  // namespace

Status AddErrorSpread(const WorkUnderAudit& work, Finding& finding) {
  if ((finding.rule != Rule::kAcronymMismatch && finding.rule != Rule::kEntityNearMiss) ||
      finding.exact.empty()) {
    return {};
  }
  STEMMA_ASSIGN(const auto agent, AgentOf(work.Reader(), finding));
  if (!agent) {
    return {};
  }
  STEMMA_ASSIGN(KnownAgent names, work.Reader().Agent(*agent));
  return SpreadSearch(work, finding, *agent, std::move(names)).Add();
}

}  // namespace stemma
