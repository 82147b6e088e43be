// Letters that do not spell the words they stand for.
//
// An alias of a known body is right in whatever language it is spelled (MSF, OTAN), so that names
// are asked for first. Letters that follow the words but leave some out (CDC) are usual, and a
// note.
#include <algorithm>
#include <utility>

#include "graph/audit/acronym_order.h"
#include "graph/audit/near_names.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/reading/long_form.h"

namespace stemma {
namespace {

constexpr uint32_t kNameTokensMax = 18;
constexpr size_t kLettersMin = 3;
constexpr size_t kLettersMax = 8;
constexpr std::string_view kMethod = "acronym-mismatch.initials/1";

// "NGOs" stands for the same as "NGO", and "N.G.O." too.
std::string LettersAlone(std::string_view printed) {
  std::string letters(printed);
  std::erase(letters, '.');
  if (letters.size() > 2 && letters.back() == 's') {
    letters.pop_back();
  }
  return letters;
}

bool AnyBears(const std::vector<KnownAgent>& agents, std::string_view name) {
  return std::any_of(agents.begin(), agents.end(),
                     [&](const KnownAgent& agent) { return Bears(agent, name); });
}

// Whether the reader took the letters for a short form, which is looked at by itself.
bool IsDefined(const TextUnderAudit& text, uint32_t letters) {
  const auto& all = text.Read().acronyms;
  return std::any_of(all.begin(), all.end(), [&](const AcronymDefinition& one) {
    return one.short_form.begin == text.Tokens()[letters].begin;
  });
}

// A known body whose name is the printed one but for a word, and how far it is.
struct Candidate {
  KnownAgent agent;
  OneWordApart apart;
  bool IsReplacement() const { return !apart.printed.empty() && !apart.known.empty(); }
};

// "MFS" for MSF: the same letters in another order, or one of them another.
bool AreLettersAlike(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < kLettersMin) {
    return false;
  }
  const auto other = std::mismatch(a.begin(), a.end(), b.begin());
  const bool is_one =
      other.first != a.end() && std::equal(other.first + 1, a.end(), other.second + 1, b.end());
  return is_one || std::is_permutation(a.begin(), a.end(), b.begin());
}

class AcronymAudit {
 public:
  AcronymAudit(const TextUnderAudit& text, KnownAgents& known, Findings& findings)
      : text_(text), known_(known), findings_(findings) {}

  Status Check(const AcronymDefinition& definition) {
    const std::string letters = LettersAlone(text_.Words(definition.short_form));
    const std::string_view name = text_.Words(definition.long_form);
    const TokenRange words = text_.TokensIn(definition.long_form);
    if (InitialsSpell(text_.Tokens(), words, letters)) {
      return {};
    }
    STEMMA_ASSIGN(const bool is_told, IsToldByOtherWords(letters, words));
    if (is_told) {
      return {};
    }
    STEMMA_ASSIGN(const auto bearers, known_.Named(name));
    STEMMA_ASSIGN(const auto candidates, Candidates(name));
    for (const Candidate& one : candidates) {
      if (one.apart.printed.empty() && Bears(one.agent, letters)) {
        return {};  // a short form of its name: "Department of Agriculture (USDA)"
      }
    }
    return Report(definition, letters, name, bearers, candidates);
  }

  // "Doctors Without Borders (MFS)": letters that spell no word of a known name, and so define
  // nothing for a reader, but that are nearly those by which it is known in another language.
  Status CheckBeside(TokenRange brackets) {
    const TokenView& tokens = text_.Tokens();
    const std::string letters = LettersAlone(tokens.Words(brackets.begin + 1));
    const uint32_t end = brackets.begin;
    const uint32_t first =
        std::max(text_.SentenceAt(tokens[end].begin).begin, end - std::min(end, kNameTokensMax));
    for (uint32_t begin = first; begin + 1 < end; ++begin) {
      const TokenRange words{begin, end};
      STEMMA_ASSIGN(const auto bearers, known_.Named(text_.Parts().Words(words)));
      if (bearers.empty()) {
        continue;
      }
      const std::string acronym = AcronymLike(bearers, letters);
      if (AnyBears(bearers, letters) || acronym.empty()) {
        return {};
      }
      const Span name = text_.Parts().SpanOf(words);
      Finding finding =
          text_.FindingAt(Rule::kAcronymMismatch, Severity::kError,
                          text_.Parts().SpanOf({end + 1, end + 2}), "acronym-mismatch.known/1");
      finding.message = InMarks(finding.exact) + " differs from " + InMarks(acronym) + ", for " +
                        InMarks(text_.Words(name));
      finding.related.push_back(text_.Here(name));
      AddKnown(letters, bearers, {}, finding);
      finding.suggestion = acronym;
      STEMMA_TRY(AddOtherBearers(letters, finding));
      findings_.push_back(std::move(finding));
      return {};
    }
    return {};
  }

 private:
  static std::string AcronymLike(const std::vector<KnownAgent>& bearers, std::string_view letters) {
    for (const KnownAgent& agent : bearers) {
      for (const std::string& alias : agent.aliases) {
        if (AreLettersAlike(alias, letters) && IsAcronym(alias)) {
          return alias;
        }
      }
    }
    return {};
  }

  // Where a name begins is a guess, better made from what the letters may stand for: whether, from
  // any word of the sentence on, the words are spelled by them, or are a known name with them.
  Result<bool> IsToldByOtherWords(std::string_view letters, TokenRange words) {
    const TokenRange sentence = text_.SentenceAt(text_.Parts().tokens[words.begin].begin);
    const uint32_t last = words.end - 1;
    const uint32_t first =
        std::max(sentence.begin, words.end - std::min(words.end, kNameTokensMax));
    for (uint32_t begin = last; begin + 1 > first; --begin) {
      const std::string_view name = text_.Parts().Words(TokenRange{begin, words.end});
      if (OrderOfLetters(letters, name) == LetterOrder::kAsPrinted && begin < last) {
        return true;
      }
      STEMMA_ASSIGN(const auto bearers, known_.Named(name));
      if (AnyBears(bearers, letters)) {
        return true;
      }
      if (begin == 0) {
        break;
      }
    }
    return false;
  }

  // A word in place of another before a word more or less.
  Result<std::vector<Candidate>> Candidates(std::string_view name) {
    STEMMA_ASSIGN(const auto near, known_.Near(name));
    std::vector<Candidate> candidates;
    for (const KnownAgent& agent : near) {
      if (auto apart = ApartByOneWord(name, agent)) {
        candidates.push_back({agent, *std::move(apart)});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.IsReplacement() > b.IsReplacement();
                     });
    return candidates;
  }

  Status Report(const AcronymDefinition& definition, std::string_view letters,
                std::string_view name, const std::vector<KnownAgent>& bearers,
                const std::vector<Candidate>& candidates) {
    const LetterOrder order = OrderOfLetters(letters, name);
    const bool is_known = !bearers.empty() || !candidates.empty();
    if (order == LetterOrder::kAsPrinted) {
      return {};
    }
    const Severity severity = is_known                           ? Severity::kError
                              : order == LetterOrder::kLeavesOut ? Severity::kNote
                                                                 : Severity::kWarning;
    Finding finding =
        text_.FindingAt(Rule::kAcronymMismatch, severity, definition.short_form, kMethod);
    finding.message = InMarks(finding.exact) + " does not spell " + InMarks(name);
    finding.related.push_back(text_.Here(definition.long_form));
    AddKnown(letters, bearers, candidates, finding);
    STEMMA_TRY(AddOtherBearers(letters, finding));
    AddReason(order, finding.because);
    findings_.push_back(std::move(finding));
    return {};
  }

  static void AddKnown(std::string_view letters, const std::vector<KnownAgent>& bearers,
                       const std::vector<Candidate>& candidates, Finding& finding) {
    if (!bearers.empty()) {
      const std::string acronym = AcronymOf(bearers.front());
      finding.suggestion = acronym.empty() ? bearers.front().name : acronym;
      finding.because.push_back("a known name: " + FullName(bearers.front()) + "; " +
                                InMarks(letters) + " is no known short form of it");
      return;
    }
    constexpr size_t kListedMax = 3;
    for (size_t i = 0; i < std::min(candidates.size(), kListedMax); ++i) {
      const OneWordApart& apart = candidates[i].apart;
      std::string because = "close to a known name: " + FullName(candidates[i].agent);
      if (candidates[i].IsReplacement()) {
        because += "; one word differs: " + apart.printed + " / " + apart.known;
      } else if (apart.known.empty()) {
        because += ", which is one word fewer: without " + apart.printed;
      } else {
        because += ", which is one word more: " + apart.known;
      }
      finding.because.push_back(std::move(because));
      finding.related.push_back({candidates[i].agent.id, {}, {}, candidates[i].agent.name});
    }
    if (!candidates.empty()) {
      finding.suggestion = FullName(candidates.front().agent);
    }
  }

  // Whom else the letters stand for.
  Status AddOtherBearers(std::string_view letters, Finding& finding) {
    STEMMA_ASSIGN(const auto others, known_.Named(letters));
    if (!others.empty()) {
      finding.because.push_back(InMarks(letters) +
                                " is known to stand for: " + others.front().name);
    }
    return {};
  }

  const TextUnderAudit& text_;
  KnownAgents& known_;
  Findings& findings_;
};

}  // namespace

Result<uint64_t> CheckAcronyms(const TextUnderAudit& text, KnownAgents& known, Findings& findings) {
  AcronymAudit audit(text, known, findings);
  uint64_t checked = 0;
  for (const AcronymDefinition& definition : text.Read().acronyms) {
    if (!text.IsBoilerplate(definition.short_form)) {
      STEMMA_TRY(audit.Check(definition));
      ++checked;
    }
  }
  const TokenView& tokens = text.Tokens();
  for (uint32_t i = 0; i + 2 < tokens.Size(); ++i) {
    const std::string_view letters = tokens.Words(i + 1);
    const bool is_bracketed = tokens.IsMark(i, U'(') && tokens.IsMark(i + 2, U')') &&
                              IsAcronym(letters) && letters.size() >= kLettersMin &&
                              letters.size() <= kLettersMax;
    if (is_bracketed && !IsDefined(text, i + 1) && !text.IsBoilerplate(text.ParagraphOf(i))) {
      STEMMA_TRY(audit.CheckBeside({i, i + 3}));
      ++checked;
    }
  }
  return checked;
}

}  // namespace stemma
