// The same words given to another speaker, or to none.
//
// A record that a quote was lifted from another makes them one quote in whatever words; without it
// only the same words, and enough of them, do. Nodes judged the same are one speaker, and so is a
// name that is the other's but for its spelling: that is a near miss of a name, told elsewhere.
// Who was quoted by name and is a role now has lost something, but nothing was changed.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/audit/authority.h"
#include "graph/audit/chain_rules/chain_rules.h"
#include "graph/audit/chain_rules/each_quote.h"
#include "graph/audit/quote_links.h"
#include "graph/audit/wording.h"
#include "graph/audit/wording_words.h"
#include "graph/names/name_match.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "speaker-changed.chain/1";
// Words that tell a quote without a record of where it is from: so many, or at least these and half
// of the longer one. Fewer are what two people say alike, as 47 of 840 random ties showed.
constexpr uint32_t kWordsSure = 8;
constexpr uint32_t kWordsMin = 4;

// A speaker with all that tells who it is.
struct Known {
  std::string id;  // empty: not stored
  std::string name;
  std::vector<std::string> names;  // with aliases
  std::string role;                // and organisation
  bool unnamed = false;
};

enum class Change { kNone, kLost, kNameLost, kOtherRole, kNamed, kOther };

class SpeakerAudit {
 public:
  SpeakerAudit(const WorkUnderAudit& work, Findings& findings)
      : work_(work), findings_(findings), reader_(work.Reader()) {}

  Status Check(const PrintedQuote& quote, const QuoteLinks& links) {
    const QuoteLink* chosen = nullptr;
    for (const QuoteLink& link : links) {
      if (link.original.speakers.empty() || link.tie == QuoteTie::kSameOriginal ||
          link.tie == QuoteTie::kInCredited) {
        continue;
      }
      if (link.tie == QuoteTie::kInChain && !HasSameWords(quote, link.original)) {
        continue;
      }
      if (link.tie == QuoteTie::kInChain && ShareSpeaker(quote, link.original)) {
        return {};
      }
      // The earliest of those it was lifted from; of a chain, the nearest.
      if (chosen == nullptr || link.tie == QuoteTie::kLiftedFrom) {
        chosen = &link;
      }
    }
    return chosen == nullptr ? Status() : Compare(quote, *chosen);
  }

 private:
  static bool HasSameWords(const PrintedQuote& quote, const PrintedQuote& original) {
    if (!MayBeOneLanguage(quote.language, original.language)) {
      return false;
    }
    const Language language = LanguageOf(quote.words, quote.language);
    const WordingDifference difference = CompareWordings(original.words, quote.words, language);
    const size_t longer = std::max(WordingWordsOf(original.words, language).size(),
                                   WordingWordsOf(quote.words, language).size());
    return difference.kind <= WordingKind::kTrimming && difference.words_min >= kWordsMin &&
           (difference.words_shared >= kWordsSure || difference.words_shared * 2 >= longer);
  }

  Result<Known> Describe(const QuoteSpeaker& speaker) const {
    if (!speaker.node) {
      const bool named = !speaker.name.empty();
      return Known{"",
                   named ? speaker.name : speaker.printed,
                   {named ? speaker.name : speaker.printed},
                   speaker.printed,
                   !named};
    }
    STEMMA_ASSIGN(const NodeState state, reader_.State(speaker.shown));
    Known known{state.id, std::string(state.Label()), state.Aliases(), "", speaker.unnamed};
    known.name = known.name.empty() ? state.id : known.name;
    known.names.insert(known.names.begin(), known.name);
    for (const std::string_view field : {"role", "organisation"}) {
      known.role += std::string(state.Text(field).value_or("")) + " ";
    }
    known.role += known.unnamed ? known.name : "";
    return known;
  }

  static bool IsSpellingOf(const Known& a, const Known& b) {
    for (const std::string& one : a.names) {
      for (const std::string& other : b.names) {
        if (CompareNames(one, other, NameKind::kPerson).is_match ||
            CompareNames(one, other, NameKind::kOrganisation).is_match) {
          return true;
        }
      }
    }
    return false;
  }

  // Whether a role may be that of somebody of whom one is recorded; where none is, it may.
  static bool FitsRole(const Known& role, const Known& named) {
    std::vector<std::string> words = AgentNameWords(named.role);
    if (words.empty()) {
      return true;
    }
    for (const std::string& name : named.names) {
      const std::vector<std::string> more = AgentNameWords(name);
      words.insert(words.end(), more.begin(), more.end());
    }
    const std::vector<std::string> printed = AgentNameWords(role.role);
    return std::any_of(printed.begin(), printed.end(), [&](const std::string& word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    });
  }

  static Change ChangeOf(const std::vector<Known>& printed, const std::vector<Known>& original) {
    const auto is_named = [](const Known& one) { return !one.unnamed; };
    const auto named = std::find_if(original.begin(), original.end(), is_named);
    if (printed.empty()) {
      return named == original.end() ? Change::kNone : Change::kLost;
    }
    const auto own = std::find_if(printed.begin(), printed.end(), is_named);
    if (named == original.end()) {
      return own == printed.end() ? Change::kNone : Change::kNamed;
    }
    if (own == printed.end()) {
      return FitsRole(printed.front(), *named) ? Change::kNameLost : Change::kOtherRole;
    }
    for (const Known& one : printed) {
      for (const Known& other : original) {
        if (!one.unnamed && !other.unnamed && IsSpellingOf(one, other)) {
          return Change::kNone;
        }
      }
    }
    return Change::kOther;
  }

  Status Compare(const PrintedQuote& quote, const QuoteLink& link) {
    if (ShareSpeaker(quote, link.original)) {
      return {};
    }
    std::vector<Known> printed;
    for (const QuoteSpeaker& speaker : quote.speakers) {
      STEMMA_ASSIGN(Known known, Describe(speaker));
      printed.push_back(std::move(known));
    }
    std::vector<Known> original;
    for (const QuoteSpeaker& speaker : link.original.speakers) {
      STEMMA_ASSIGN(Known known, Describe(speaker));
      original.push_back(std::move(known));
    }
    const Change change = ChangeOf(printed, original);
    return change == Change::kNone ? Status() : Report(quote, link, change, printed, original);
  }

  static std::string Listed(const std::vector<Known>& speakers) {
    std::string text;
    for (const Known& one : speakers) {
      text += text.empty() ? "" : ", ";
      text += one.id.empty() ? InMarks(one.name) : one.name + " (" + one.id + ")";
    }
    return text;
  }

  static std::pair<Severity, std::string> Say(Change change, const std::string& printed,
                                              const std::string& original) {
    switch (change) {
      case Change::kLost:
        return {Severity::kWarning, "nobody is said to have spoken it; it was " + original};
      case Change::kNameLost:
        return {Severity::kNote, "the name is lost: spoken by " + printed + "; it was " + original};
      case Change::kOtherRole:
        return {Severity::kWarning, "spoken by " + printed + ", differs from " + original};
      case Change::kNamed:
        return {Severity::kNote, "spoken by " + printed + "; it was " + original};
      case Change::kNone:
      case Change::kOther:
        break;
    }
    return {Severity::kError, "spoken by " + printed + ", differs from " + original};
  }

  Status Report(const PrintedQuote& quote, const QuoteLink& link, Change change,
                const std::vector<Known>& printed, const std::vector<Known>& original) {
    auto [severity, message] = Say(change, Listed(printed), Listed(original));
    if (link.is_uncertain && severity == Severity::kError) {
      severity = Severity::kWarning;
    }
    STEMMA_ASSIGN(const auto span, work_.SpanOf(quote));
    Finding finding =
        work_.FindingAbout(Rule::kSpeakerChanged, severity, quote.words, span, kMethod);
    finding.message = InMarks(quote.words) + ": " + message + " in " + link.original.id;
    finding.suggestion = original.front().name;
    if (link.tie == QuoteTie::kLiftedFrom) {
      finding.because.push_back("it was lifted from " + link.original.id);
    } else {
      STEMMA_ASSIGN(const std::string from, reader_.Id(*link.original.work));
      finding.because.push_back("the same words stand in " + from + ", which its chain passes");
    }
    if (link.is_uncertain) {
      finding.because.emplace_back("a link between them is inferred or disputed");
    }
    if (change == Change::kOther) {
      finding.because.emplace_back("no judgement says that both speakers are one");
    }
    STEMMA_TRY(reader_.AddRelated(link.original, finding.related));
    for (const Known& one : original) {
      finding.related.push_back({one.id, {}, {}, one.name});
    }
    findings_.push_back(std::move(finding));
    return {};
  }

  const WorkUnderAudit& work_;
  Findings& findings_;
  ChainReader& reader_;
};

}  // namespace

Result<uint64_t> CheckSpeakerAgainstChain(const WorkUnderAudit& work, Findings& findings) {
  return CheckEachQuote(work, SpeakerAudit(work, findings));
}

}  // namespace stemma
