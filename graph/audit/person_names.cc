#include "graph/audit/person_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/base/utf8.h"
#include "graph/names/name_match.h"
#include "graph/names/transliteration.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "entity-near-miss.stored-name/1";

struct PrintedName {
  std::string name;
  std::string role;
  Span span;  // of its first printing
};

// The name itself within a mention: "Jean-Yves Laudrian" of "French Foreign Minister Jean-Yves …".
Span NameWithin(const TextUnderAudit& text, Span mention, const std::string& name) {
  const size_t at = text.Words(mention).find(name);
  return at == std::string_view::npos ? mention
                                      : Span{mention.begin + at, mention.begin + at + name.size()};
}

// Each name once, where it is printed in full.
std::vector<PrintedName> PrintedNames(const TextUnderAudit& text) {
  std::vector<PrintedName> names;
  const auto add = [&](const std::string& name, const std::string& role, Span span) {
    const bool is_whole = text.Words(span).find(name) != std::string_view::npos;
    const bool is_new = std::none_of(names.begin(), names.end(),
                                     [&](const PrintedName& one) { return one.name == name; });
    if (is_whole && is_new && FoldedWords(name).size() >= 2 && !text.IsBoilerplate(span)) {
      names.push_back({name, role, NameWithin(text, span, name)});
    }
  };
  for (const Quote& quote : text.Read().quotes) {
    if (quote.speaker) {
      add(quote.speaker->name, quote.speaker->role, quote.speaker->span);
    }
  }
  for (const Source& source : text.Read().sources) {
    add(source.name, "", source.span);
  }
  return names;
}

bool AreCompatible(const std::string& role, const std::string& stored) {
  const std::vector<std::string> words = AgentNameWords(role);
  const std::vector<std::string> others = AgentNameWords(stored);
  return words.empty() || others.empty() ||
         std::any_of(words.begin(), words.end(), [&](const std::string& word) {
           return std::find(others.begin(), others.end(), word) != others.end();
         });
}

bool IsMisspelling(NameDifference how) {
  return how == NameDifference::kSound || how == NameDifference::kSpelling ||
         how == NameDifference::kWordForm;
}

struct Near {
  KnownAgent agent;
  std::string name;
  NameMatch match;
};

std::optional<Near> NearestOf(const PrintedName& printed, const std::vector<KnownAgent>& agents,
                              std::string_view text) {
  std::optional<Near> nearest;
  for (const KnownAgent& agent : agents) {
    // Who prints both names means two persons.
    if (!agent.is_stored || !AreCompatible(printed.role, agent.role) ||
        text.find(agent.name) != std::string_view::npos) {
      continue;
    }
    const auto is_told = [&](const std::string& name) {
      return agent.is_outlet || IsFullName(name);
    };
    const NameKind kind = agent.is_outlet ? NameKind::kOrganisation : NameKind::kPerson;
    for (const std::string& name : NamesOf(agent)) {
      const NameMatch match = CompareNames(printed.name, name, kind);
      if (match.how < NameDifference::kTransliteration && match.is_match) {
        return std::nullopt;  // the same, or a known variant: no fault
      }
      if (match.is_match && IsMisspelling(match.how) && is_told(name) &&
          (!nearest || match.score > nearest->match.score)) {
        nearest = Near{agent, name, match};
      }
    }
  }
  return nearest;
}

void AddReasons(const Near& near, Finding& finding) {
  const std::string parts = near.match.part_a + " / " + near.match.part_b;
  finding.because.push_back(
      "close to a stored name: " + near.name + " (" + near.agent.id + "); " +
      (near.match.how == NameDifference::kSound ? "it sounds alike: " : "one part differs: ") +
      parts);
  for (const std::string& alias : near.agent.aliases) {
    const std::string script = ScriptName(alias);
    if (script != "Latin" && ComesBackAs(near.match.part_a, alias)) {
      finding.because.push_back("so " + alias + ", a stored alias, comes back in Latin letters: " +
                                "consistent with having passed through " + script + " script");
    }
  }
}

}  // namespace

Result<uint64_t> CheckStoredNames(const TextUnderAudit& text, KnownAgents& known,
                                  Findings& findings) {
  if (!known.HasStore()) {
    return 0;
  }
  const std::vector<PrintedName> names = PrintedNames(text);
  for (const PrintedName& printed : names) {
    STEMMA_ASSIGN(const auto bearers, known.Named(printed.name));
    if (!bearers.empty()) {
      continue;
    }
    STEMMA_ASSIGN(const auto agents, known.Near(printed.name));
    const auto near = NearestOf(printed, agents, text.Text());
    if (!near) {
      continue;
    }
    Finding finding =
        text.FindingAt(Rule::kEntityNearMiss, Severity::kError, printed.span, kMethod);
    finding.message = InMarks(finding.exact) + " differs from " + InMarks(near->name);
    finding.suggestion = near->name;
    finding.related.push_back({near->agent.id, {}, {}, near->name});
    AddReasons(*near, finding);
    findings.push_back(std::move(finding));
  }
  return names.size();
}

}  // namespace stemma
