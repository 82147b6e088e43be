// A name as a work printed it, which none of the names of the node that its edge leads to is.
//
// Whoever recorded the edge said whom the name means, so that no guess is needed who it is, only
// whether the spelling is one of its own. Roles, pronouns, a part of the name, a name with a title
// and known variants are no errors, and letters that spell the printed words are none of theirs.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/audit/acronym_order.h"
#include "graph/audit/chain_rules/chain_rules.h"
#include "graph/audit/near_names.h"
#include "graph/names/name_match.h"
#include "graph/names/transliteration.h"

namespace stemma {
namespace {

constexpr std::string_view kNameMethod = "entity-near-miss.as-printed/1";
constexpr std::string_view kNearMethod = "entity-near-miss.stored/1";
constexpr std::string_view kAcronymMethod = "acronym-mismatch.as-printed/1";

bool IsAcronym(std::string_view text) {
  constexpr size_t kLettersMax = 10;
  const bool is_upper = std::all_of(text.begin(), text.end(),
                                    [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  return text.size() >= 2 && text.size() <= kLettersMax && is_upper;
}

// "LONG (SHORT)" or "SHORT (LONG)".
struct PrintedName {
  std::string_view name;
  std::string_view letters;  // empty: none
};

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  return text;
}

PrintedName Parse(std::string_view printed) {
  printed = Trimmed(printed);
  const size_t open = printed.find('(');
  if (open == std::string_view::npos || open == 0 || printed.back() != ')') {
    return IsAcronym(printed) ? PrintedName{"", printed} : PrintedName{printed, ""};
  }
  const std::string_view before = Trimmed(printed.substr(0, open));
  const std::string_view inside = printed.substr(open + 1, printed.size() - open - 2);
  if (IsAcronym(inside)) {
    return {before, inside};
  }
  return IsAcronym(before) ? PrintedName{inside, before} : PrintedName{before, ""};
}

bool HoldsAll(const std::vector<std::string>& words, const std::vector<std::string>& some) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

// The name is printed whole, with a title beside it, or in part: "Minister Le Drian".
bool HoldsName(const KnownAgent& agent, std::string_view printed) {
  const std::vector<std::string> words = AgentNameWords(printed);
  const std::vector<std::string> names = NamesOf(agent);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::vector<std::string> own = AgentNameWords(name);
    return !own.empty() && (HoldsAll(words, own) || HoldsAll(own, words) ||
                            (!agent.is_outlet && HoldsAll(words, {own.back()})));
  });
}

// From the last words back, those that may be the name: "Jean-Yves Laudrian" behind a title.
std::vector<std::string_view> NamesWithin(std::string_view printed) {
  std::vector<std::string_view> within = {printed};
  for (size_t at = printed.find(' '); at != std::string_view::npos; at = printed.find(' ', at)) {
    within.push_back(printed.substr(++at));
  }
  return within;
}

bool BeginsWithCapital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.empty() ? ' ' : word.front());
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

bool IsMisspelling(NameDifference how) {
  return how == NameDifference::kSound || how == NameDifference::kSpelling;
}

class PrintedNameAudit {
 public:
  PrintedNameAudit(const WorkUnderAudit& work, KnownAgents& known, Findings& findings)
      : work_(work), known_(known), findings_(findings), reader_(work.Reader()) {}

  uint64_t Checked() const { return checked_; }

  Status Check(const EdgeKey& edge) {
    STEMMA_ASSIGN(const ChainReader::Said said, reader_.SaidOf(edge));
    if (!said.deciding.as_printed || said.deciding.as_printed->empty()) {
      return {};
    }
    ++checked_;
    const std::string& printed = *said.deciding.as_printed;
    STEMMA_ASSIGN(const KnownAgent agent, reader_.Agent(edge.to));
    const PrintedName name = Parse(printed);
    if (agent.name.empty() || Bears(agent, printed)) {
      return {};
    }
    if (!name.letters.empty() && !Bears(agent, name.letters)) {
      return CheckLetters(edge, agent, name);
    }
    return name.name.empty() || HoldsName(agent, name.name) ? Status()
                                                            : CheckName(edge, agent, name);
  }

  // A name that no stored agent bears, and only one nearly does. That it means that one is a guess:
  // an error only where the sound is the same and another name beside it too, or where the spelling
  // is how the name comes back from another script.
  Status CheckUnknown(const std::string& name) {
    ++checked_;
    STEMMA_ASSIGN(const auto bearers, known_.Named(name));
    if (!bearers.empty()) {
      return {};
    }
    STEMMA_ASSIGN(const auto near, known_.Near(name));
    const KnownAgent* only = nullptr;
    NameMatch match;
    for (const KnownAgent& agent : near) {
      if (agent.is_outlet || !agent.is_stored || !IsFullName(agent.name)) {
        continue;
      }
      NameMatch one = CompareNames(name, agent.name, NameKind::kPerson);
      if (one.is_match && only != nullptr) {
        return {};
      }
      if (one.is_match) {
        only = &agent;
        match = std::move(one);
      }
    }
    if (only == nullptr || !IsMisspelling(match.how) || AgentNameWords(name).size() < 2) {
      return {};
    }
    Finding finding = Make(Rule::kEntityNearMiss, Severity::kWarning, name, kNearMethod);
    finding.message =
        InMarks(name) + " differs from " + InMarks(only->name) + " (" + only->id + ")";
    finding.suggestion = only->name;
    finding.because.push_back(std::string(match.how == NameDifference::kSound
                                              ? "other letters, the same sound: "
                                              : "other letters: ") +
                              match.part_a + " / " + match.part_b);
    AddTransliteration(match.part_a, *only, finding);
    if (match.how == NameDifference::kSound || finding.because.size() > 1) {
      finding.severity = Severity::kError;
    }
    return Report(std::move(finding), std::nullopt, *only);
  }

 private:
  // The letters are none of the agent's.
  Status CheckLetters(const EdgeKey& edge, const KnownAgent& agent, const PrintedName& name) {
    const std::vector<std::string> names = NamesOf(agent);
    const std::string_view spelled = name.name.empty() ? std::string_view(agent.name) : name.name;
    const LetterOrder order = OrderOfLetters(name.letters, spelled);
    if (order == LetterOrder::kAsPrinted || order == LetterOrder::kLeavesOut ||
        std::any_of(names.begin(), names.end(), [&](const std::string& one) {
          return OrderOfLetters(name.letters, one) == LetterOrder::kAsPrinted;
        })) {
      return name.name.empty() || HoldsName(agent, name.name) ? Status()
                                                              : CheckName(edge, agent, name);
    }
    // Letters alone may be a short form that nobody has recorded, unless they are its own, moved.
    const std::string own = AcronymOf(agent);
    if (name.name.empty() &&
        (own.empty() ||
         !std::is_permutation(own.begin(), own.end(), name.letters.begin(), name.letters.end()))) {
      return {};
    }
    STEMMA_ASSIGN(const auto bearers, known_.Named(name.letters));
    if (std::any_of(bearers.begin(), bearers.end(), [&](const KnownAgent& one) {
          return Bears(one, agent.name) || (!name.name.empty() && Bears(one, name.name));
        })) {
      return {};
    }
    const Severity severity = own.empty() ? Severity::kWarning : Severity::kError;
    Finding finding = Make(Rule::kAcronymMismatch, severity, name.letters, kAcronymMethod);
    finding.message = InMarks(name.letters) + " does not spell " + InMarks(spelled);
    finding.suggestion = FullName(agent);
    finding.because.push_back("it is recorded to mean " + FullName(agent) + " (" + agent.id + ")" +
                              OneWord(name.name, agent));
    AddReason(order, finding.because);
    return Report(std::move(finding), edge, agent);
  }

  static std::string OneWord(std::string_view printed, const KnownAgent& agent) {
    const auto apart = ApartByOneWord(printed, agent);
    return !apart || apart->printed.empty() || apart->known.empty()
               ? ""
               : "; one word differs: " + apart->printed + " / " + apart->known;
  }

  Status CheckName(const EdgeKey& edge, const KnownAgent& agent, const PrintedName& name) {
    return agent.is_outlet ? CheckBody(edge, agent, name.name)
                           : CheckPerson(edge, agent, name.name);
  }

  Status CheckBody(const EdgeKey& edge, const KnownAgent& agent, std::string_view printed) {
    constexpr size_t kWordsMin = 3;  // of two, one that differs makes another name
    std::string because = OneWord(printed, agent);
    for (const std::string& name : NamesOf(agent)) {
      const NameMatch match = CompareNames(printed, name, NameKind::kOrganisation);
      const bool is_form = match.is_match && match.how == NameDifference::kWordForm;
      if (match.is_match && !is_form && !IsMisspelling(match.how)) {
        return {};
      }
      if (match.is_match && because.empty()) {
        because = "; one word differs: " + match.part_a + " / " + match.part_b;
      }
    }
    if (because.empty() || AgentNameWords(printed).size() < kWordsMin) {
      return {};
    }
    STEMMA_ASSIGN(const auto bearers, known_.Named(printed));
    if (!bearers.empty()) {
      return {};  // another known body, or this one under a name that the store does not have
    }
    Finding finding = Make(Rule::kEntityNearMiss, Severity::kError, printed, kNameMethod);
    finding.message = InMarks(printed) + " differs from " + InMarks(agent.name);
    finding.suggestion = agent.name;
    finding.because.push_back("it is recorded to mean " + FullName(agent) + " (" + agent.id + ")" +
                              because);
    return Report(std::move(finding), edge, agent);
  }

  Status CheckPerson(const EdgeKey& edge, const KnownAgent& agent, std::string_view printed) {
    const std::string script = ScriptName(printed);
    NameMatch best;
    std::string_view best_printed;
    std::string best_name;
    for (const std::string_view within : NamesWithin(printed)) {
      for (const std::string& name : NamesOf(agent)) {
        if (!BeginsWithCapital(within) || ScriptName(name) != script) {
          continue;
        }
        NameMatch match = CompareNames(within, name, NameKind::kPerson);
        if (match.is_match && !IsMisspelling(match.how)) {
          return {};
        }
        if (match.is_match && match.score > best.score) {
          best = std::move(match);
          best_printed = within;
          best_name = name;
        }
      }
    }
    if (!best.is_match) {
      return {};
    }
    Finding finding = Make(Rule::kEntityNearMiss, Severity::kError, best_printed, kNameMethod);
    finding.message = InMarks(best_printed) + " differs from " + InMarks(best_name);
    finding.suggestion = best_name;
    std::string because = "it is recorded to mean " + agent.name + " (" + agent.id + ")";
    because +=
        best.how == NameDifference::kSound ? "; other letters, the same sound" : "; other letters";
    finding.because.push_back(because + ": " + best.part_a + " / " + best.part_b);
    AddTransliteration(best.part_a, agent, finding);
    return Report(std::move(finding), edge, agent);
  }

  static void AddTransliteration(const std::string& part, const KnownAgent& agent,
                                 Finding& finding) {
    for (const std::string& alias : agent.aliases) {
      if (ComesBackAs(part, alias)) {
        finding.because.push_back(InMarks(part) + " is how the name in " + ScriptName(alias) +
                                  " script, " + alias +
                                  ", comes back: consistent with translation from it");
        return;
      }
    }
  }

  Finding Make(Rule rule, Severity severity, std::string_view words,
               std::string_view method) const {
    return work_.FindingAbout(rule, severity, words, work_.SpanOf(words), method);
  }

  // `edge`: by which the name was printed; none of a text without edges.
  Status Report(Finding finding, const std::optional<EdgeKey>& edge, const KnownAgent& agent) {
    const bool is_known = std::any_of(findings_.begin(), findings_.end(), [&](const Finding& one) {
      const bool overlaps = one.span && finding.span && one.span->begin < finding.span->end &&
                            finding.span->begin < one.span->end;
      return one.rule == finding.rule && (one.exact == finding.exact || overlaps);
    });
    if (is_known) {
      return {};
    }
    if (edge && edge->from != work_.Node()) {
      STEMMA_ASSIGN(const std::string quote, reader_.Id(edge->from));
      finding.because.push_back("said to have spoken " + quote);
    }
    finding.related.push_back({agent.id, {}, {}, agent.name});
    findings_.push_back(std::move(finding));
    return {};
  }

  const WorkUnderAudit& work_;
  KnownAgents& known_;
  Findings& findings_;
  ChainReader& reader_;
  uint64_t checked_ = 0;
};

}  // namespace

Result<uint64_t> CheckPrintedNames(const WorkUnderAudit& work, KnownAgents& known,
                                   Findings& findings) {
  PrintedNameAudit audit(work, known, findings);
  for (const PrintedQuote& quote : work.Quotes()) {
    for (const QuoteSpeaker& speaker : quote.speakers) {
      if (!speaker.node && !speaker.name.empty()) {
        STEMMA_TRY(audit.CheckUnknown(speaker.name));
      }
    }
  }
  if (!work.Node()) {
    return audit.Checked();
  }
  std::vector<NodeId> ends;
  for (const EdgeFacts& edge : work.Credits()) {
    ends.push_back(edge.other);
  }
  STEMMA_ASSIGN(const auto facts, work.Reader().Graph().Facts(ends));
  for (size_t i = 0; i < ends.size(); ++i) {
    if (IsAgent(facts[i].kind) && !facts[i].unnamed) {
      STEMMA_TRY(audit.Check({*work.Node(), work.Credits()[i].kind, ends[i]}));
    }
  }
  for (const PrintedQuote& quote : work.Quotes()) {
    for (const QuoteSpeaker& speaker : quote.speakers) {
      if (quote.node && speaker.node && !speaker.unnamed) {
        STEMMA_TRY(audit.Check({*quote.node, EdgeKind::kSpokenBy, *speaker.node}));
      }
    }
  }
  return audit.Checked();
}

}  // namespace stemma
