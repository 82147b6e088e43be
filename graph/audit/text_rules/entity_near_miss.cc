// Names of bodies that are one word or one inflection away from a known one.
//
// Bodies are named alike ("Human Rights Council", "Human Rights Committee"), so that a word in
// place of another counts only where it is the same word in another form, or comes back from
// another language. What any known body is called, or what stands beside its acronym, is left
// alone.
#include <algorithm>
#include <set>
#include <utility>

#include "graph/audit/name_word_pairs.h"
#include "graph/audit/near_names.h"
#include "graph/audit/person_names.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/base/utf8.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

constexpr std::string_view kMethod = "entity-near-miss.one-word/1";
constexpr std::string_view kLinkMethod = "entity-near-miss.link-word/1";
constexpr const char* kLinksDiffer = "the words that link its parts differ";
constexpr std::string_view kOrderMethod = "entity-near-miss.order/1";
constexpr uint32_t kNameTokensMax = 16;
constexpr size_t kWordsMin = 3;
// Of words that say what a body is, more must agree: there are many bodies of three words.
constexpr size_t kBodyWordsMin = 4;

// The words between content words of a name, "de l'", "du", "for", in order.
std::vector<std::string> LinksOf(std::string_view name, bool is_french) {
  static const WordMap english("of for on to in against by with from at");
  static const WordMap french("de du des d la");
  std::vector<std::string> links;
  for (std::string& word : FoldedWords(name)) {
    if ((is_french ? french : english).Has(word)) {
      links.push_back(std::move(word));
    }
  }
  return links;
}

// Of a French name the prepositions alone, "de" for "du": "pour les migrations", "des migrations".
// Some names are printed with "pour" and with "à".
std::vector<std::string> FrenchPrepositions(std::string_view name) {
  static const WordMap kinds(
      {{"de du des d", 0}, {"pour à a au aux", 1}, {"sur", 2}, {"contre", 3}, {"en dans", 4}});
  std::vector<std::string> prepositions;
  for (const std::string& word : FoldedWords(name)) {
    if (const auto kind = kinds.Find(word)) {
      prepositions.push_back(std::to_string(*kind));
    }
  }
  return prepositions;
}

// Each country has its own: "Department for Education", "Ministry of Foreign Affairs".
bool IsOfGovernment(std::string_view name) {
  static const WordMap heads(
      "ministry minister department office secretary secretariat bureau ministère ministre "
      "secrétariat direction département");
  const std::string_view first = name.substr(0, name.find(' '));
  return heads.Has(first);
}

// What tells that there is one body of its kind: of the world, or of Europe.
const WordMap& WorldScopes() {
  static const WordMap words(
      "international internationale world mondial mondiale global universal universelle "
      "organization organisation nations intergovernmental intergouvernemental");
  return words;
}
const WordMap& EuropeScopes() {
  static const WordMap words("european européen européenne europeen europeenne europe");
  return words;
}

// Bodies that no list of well-known ones need hold, each one word away from a well-known one.
bool IsNamedAlike(std::string_view name) {
  static const std::set<std::string> keys = {
      AgentNameKey("Commission on Security and Cooperation in Europe"),
      AgentNameKey("Commission sur la sécurité et la coopération en Europe"),
      AgentNameKey("United Nations Centre for Human Settlements"),
      AgentNameKey("Centre des Nations unies pour les établissements humains"),
      AgentNameKey("United Nations Industrial Development Fund"),
      AgentNameKey("International Renewable Energy Alliance"),
      AgentNameKey("European Trade Union Committee"),  // "for Education"
      AgentNameKey("European Trade Union Institute"),
  };
  return keys.contains(AgentNameKey(name));
}

class EntityAudit {
 public:
  EntityAudit(const TextUnderAudit& text, const Authority& authority, Findings& findings)
      : text_(text), tokens_(text.Tokens()), authority_(authority), findings_(findings) {}

  uint64_t Check() {
    for (const TokenRange sentence : text_.Parts().sentences) {
      if (text_.IsBoilerplate(text_.ParagraphOf(sentence.begin))) {
        break;
      }
      for (uint32_t i = sentence.begin; i < sentence.end;) {
        i = BeginsName(i) ? CheckAt(i, sentence.end) : i + 1;
      }
    }
    return checked_;
  }

 private:
  // "l'" of "l'Agence", which is one token: how many bytes.
  size_t ElisionOf(uint32_t i) const {
    const std::string_view word = tokens_.Words(i);
    for (const std::string_view mark : {"'", "’"}) {
      if (word.size() > mark.size() + 1 && word.substr(1).starts_with(mark)) {
        return 1 + mark.size();
      }
    }
    return 0;
  }

  bool BeginsName(uint32_t i) const {
    if (!tokens_.IsWord(i)) {
      return false;
    }
    const char first = tokens_.Words(i)[ElisionOf(i)];
    return tokens_.IsCapital(i) || (first >= 'A' && first <= 'Z');
  }

  // The name that begins with token `i`; returns the token to go on with.
  uint32_t CheckAt(uint32_t i, uint32_t end) {
    end = std::min(end, i + kNameTokensMax);
    std::vector<uint32_t> ends;  // of windows, each behind a word
    // Two words that no known name has are one too many, however the name goes on: most names of a
    // text are told by that alone.
    uint32_t unknown = 0;
    for (uint32_t at = i; at < end && !EndsName(at); ++at) {
      if (tokens_.IsWord(at)) {
        unknown += IsUnknown(at) ? 1 : 0;
        if (unknown > 1) {
          break;
        }
        if (!IsPossessive(at)) {
          ends.push_back(at + 1);
        }
      }
    }
    const auto known = std::find_if(ends.rbegin(), ends.rend(), [&](uint32_t window) {
      return ends.size() > 1 && IsKnown({i, window});
    });
    // A longer name that is near goes before a shorter one that is known: "Agence internationale de
    // l'énergie atomiques" is not the agency of energy.
    for (const bool forms_only : {true, false}) {
      for (auto window = ends.rbegin(); window != known; ++window) {
        if (ReportNear({i, *window}, forms_only)) {
          ++checked_;
          return *window;
        }
      }
    }
    if (known != ends.rend()) {
      CheckLinks({i, *known});
      ++checked_;
      return *known;
    }
    return i + 1;
  }

  bool IsUnknown(uint32_t at) const {
    if (IsPossessive(at)) {
      return false;
    }
    const std::vector<std::string> words = AgentNameWords(tokens_.Words(at));
    return std::any_of(words.begin(), words.end(),
                       [this](const std::string& word) { return !authority_.HasWord(word); });
  }

  // A token of its own, and of the word before: "United Nations Children's Fund".
  bool IsPossessive(uint32_t at) const { return tokens_.Has(at, Bit(WordClass::kPossessive)); }

  bool EndsName(uint32_t at) const {
    return !tokens_.IsWord(at) && !tokens_.IsMark(at, U'&') && !tokens_.IsMark(at, U'-');
  }

  std::string_view Words(TokenRange range) const { return text_.Parts().Words(range); }

  // A whole name of a known body, of two words or more, but for its French links, which are
  // compared.
  bool IsKnown(TokenRange range) const {
    const std::string_view name = Words(range);
    return AgentNameWords(name).size() >= 2 && !authority_.Named(AgentNameKey(name)).empty();
  }

  // "Organisation internationale de travail", "International Organization of Migration": every name
  // with these words links them otherwise.
  void CheckLinks(TokenRange range) {
    while (AgentNameWords(tokens_.Words(range.end - 1)).empty()) {
      --range.end;  // "Migration to", "santé a": no longer of the name
    }
    while (AgentNameWords(tokens_.Words(range.begin)).empty()) {
      ++range.begin;  // "La Fédération": nothing that links its parts
    }
    const std::string_view name = Words(range);
    const bool is_french = text_.Read().language == Language::kFrench;
    const std::string key = AgentNameKey(name);
    if (AgentNameWords(name).size() < kWordsMin || IsOfGovernment(name) || !LooksLikeName(range)) {
      return;
    }
    const std::vector<std::string> printed = LinksOf(name, is_french);
    const KnownAgent* other = nullptr;
    std::string other_name;
    for (const uint32_t bearer : authority_.Named(key)) {
      const KnownAgent& agent = authority_.At(bearer);
      std::vector<std::string> names = agent.aliases;
      names.push_back(agent.name);
      for (const std::string& one : names) {
        if (AgentNameKey(one) != key) {
          continue;
        }
        const std::vector<std::string> links = LinksOf(one, is_french);
        const bool is_linked_otherwise = (links.size() == printed.size() && links != printed) ||
                                         (is_french && DifferInPrepositions(one, name));
        if (!is_linked_otherwise) {
          return;
        }
        other = &agent;
        other_name = one;
      }
    }
    if (other != nullptr) {
      Report(range, *other, other_name, kLinksDiffer, kLinkMethod);
    }
  }

  // "Organisation of Migration", whose one word the known name spells otherwise.
  bool AreLinkedOtherwise(std::string_view known, TokenRange range) const {
    const std::string_view name = Words(range);
    const auto printed = LinksOf(name, /*is_french=*/false);
    const auto links = LinksOf(known, /*is_french=*/false);
    return text_.Read().language == Language::kEnglish && !IsOfGovernment(name) &&
           links.size() == printed.size() && links != printed;
  }

  static bool DifferInPrepositions(std::string_view known, std::string_view printed) {
    const std::vector<std::string> one = FrenchPrepositions(known);
    const std::vector<std::string> other = FrenchPrepositions(printed);
    return one.size() == other.size() && one != other;
  }

  bool ReportNear(TokenRange range, bool forms_only) {
    const std::string_view name = Words(range);
    const std::vector<std::string> words = AgentNameWords(name);
    if (words.size() < kWordsMin || AgentNameWords(tokens_.Words(range.end - 1)).empty() ||
        !LooksLikeName(range)) {
      return false;
    }
    for (const uint32_t index : authority_.Near(words)) {
      const KnownAgent& agent = authority_.At(index);
      if (const std::string known = ReorderedName(range, agent); !known.empty()) {
        Report(range, agent, known, "its words stand in another order", kOrderMethod);
        return true;
      }
      const auto apart = ApartByOneWord(name, agent);
      if (!apart || apart->printed.empty() || apart->known.empty()) {
        continue;
      }
      const WordPair pair = CompareNameWords(apart->printed, apart->known);
      if (pair == WordPair::kVariant && AreLinkedOtherwise(apart->known_name, range)) {
        Report(range, agent, apart->known_name, kLinksDiffer, kLinkMethod);
        return true;
      }
      const bool is_form = pair == WordPair::kForm || pair == WordPair::kSpelling;
      const bool is_near = pair == WordPair::kMeaning ||
                           (pair == WordPair::kBody &&
                            (words.size() >= kBodyWordsMin || IsWorldsOnly(range, *apart))) ||
                           (pair == WordPair::kAnyBody && IsAnyBody(name, apart->known_name)) ||
                           (pair == WordPair::kMade && !IsNameWord(apart->printed) &&
                            IsLong(apart->known_name, WorldScopes()));
      const bool counts = is_form || (is_near && !forms_only);
      if (counts) {
        const std::string what = pair == WordPair::kForm       ? "one word has another form: "
                                 : pair == WordPair::kSpelling ? "one word is spelled otherwise: "
                                                               : "one word differs: ";
        Report(range, agent, apart->known_name, what + apart->printed + " / " + apart->known,
               kMethod);
        return true;
      }
    }
    return false;
  }

  // "World Health Association": the world has one body of health among those that are known. Of
  // three words all must be printed: "World Health Association of Nurses" is another's name.
  bool IsWorldsOnly(TokenRange range, const OneWordApart& apart) const {
    static const WordMap worlds("world mondial mondiale");
    const std::vector<std::string> words = AgentNameWords(Words(range));
    const bool is_worlds = std::any_of(words.begin(), words.end(),
                                       [](const std::string& word) { return worlds.Has(word); });
    if (!is_worlds || words.size() != kWordsMin || !IsWhole(range)) {
      return false;
    }
    size_t bearers = 0;
    for (const uint32_t index : authority_.Near(words)) {
      const auto other = ApartByOneWord(Words(range), authority_.At(index));
      bearers += other && !other->known.empty() && other->printed == apart.printed ? 1 : 0;
    }
    return bearers == 1;
  }

  // Whether nothing before or behind may be of the name.
  bool IsWhole(TokenRange range) const {
    const bool has_capital_before = range.begin > 0 && tokens_.IsCapital(range.begin - 1) &&
                                    !tokens_.Has(range.begin - 1, Bit(WordClass::kArticle));
    if (has_capital_before || !tokens_.IsWord(range.end)) {
      return !has_capital_before;
    }
    const bool is_linked =
        tokens_.Has(range.end, Bit(WordClass::kPreposition)) &&
        (text_.Read().language == Language::kFrench || tokens_.IsCapital(range.end + 1));
    const bool is_more =
        text_.Read().language == Language::kFrench
            ? !tokens_.Has(range.end, Bits(WordClass::kSays, WordClass::kAuxiliary, WordClass::kBe))
            : tokens_.IsCapital(range.end);
    return !is_linked && !is_more;
  }

  // A word that the name of some known body has tells bodies apart.
  bool IsNameWord(const std::string& word) const {
    const std::vector<std::string> words = AgentNameWords(word);
    return std::all_of(words.begin(), words.end(),
                       [this](const std::string& one) { return authority_.HasWord(one); });
  }

  // Each country has bodies of its own that are named alike, "Fonds national de la recherche
  // scientifique" and "Centre national …"; the world and Europe seldom have two.
  static bool IsAnyBody(std::string_view printed, std::string_view known) {
    return (IsLong(known, WorldScopes()) || IsLong(known, EuropeScopes())) &&
           !IsNamedAlike(printed);
  }

  // "Organization of the Petroleum Exporting Countries": a body of the world, and told by so many
  // words that no other body can have all of them but one. Words that come in pairs are one.
  static bool IsLong(std::string_view name, const WordMap& scopes) {
    static const WordMap seconds("nations unies states rights homme anti cross croix");
    size_t size = 0;
    bool is_in_scope = false;
    for (const std::string& word : AgentNameWords(name)) {
      size += seconds.Has(word) ? 0 : 1;
      is_in_scope = is_in_scope || scopes.Has(word);
    }
    return is_in_scope && size >= kBodyWordsMin;
  }

  // The name of the agent that has the same words in another order; of few words, many are.
  std::string ReorderedName(TokenRange range, const KnownAgent& agent) const {
    const std::vector<std::string> words = AgentNameWords(Words(range));
    if (words.size() < kBodyWordsMin || HoldsTwo(range)) {
      return {};
    }
    std::vector<std::string> names = agent.aliases;
    names.push_back(agent.name);
    for (const std::string& name : names) {
      const std::vector<std::string> known = AgentNameWords(name);
      if (known.size() == words.size() && known != words &&
          std::is_permutation(known.begin(), known.end(), words.begin())) {
        return name;
      }
    }
    return {};
  }

  // "Football Association and the International Federation": the ends of two names.
  bool HoldsTwo(TokenRange range) const {
    for (uint32_t i = range.begin; i + 1 < range.end; ++i) {
      if (tokens_.Has(i, Bit(WordClass::kAnd)) &&
          (tokens_.Has(i + 1, Bit(WordClass::kArticle)) || ElisionOf(i + 1) > 0)) {
        return true;
      }
    }
    return false;
  }

  // English writes all its words with capitals, French the first alone.
  bool LooksLikeName(TokenRange range) const {
    if (text_.Read().language == Language::kFrench) {
      return true;
    }
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (tokens_.IsWord(i) && !tokens_.IsCapital(i) && !IsPossessive(i) &&
          !AgentNameWords(tokens_.Words(i)).empty()) {
        return false;
      }
    }
    return true;
  }

  // The name was reported beside its letters, which tell more.
  bool HasAcronymFinding(Span span) const {
    return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& one) {
      return one.rule == Rule::kAcronymMismatch && one.span &&
             text_.ParagraphAt(one.span->begin) == text_.ParagraphAt(span.begin) &&
             one.related.front().exact == text_.Words(span);
    });
  }

  void Report(TokenRange range, const KnownAgent& agent, const std::string& known_name,
              const std::string& difference, std::string_view method) {
    while (range.begin + 1 < range.end && AgentNameWords(tokens_.Words(range.begin)).empty()) {
      ++range.begin;  // "The", "L'"
    }
    Span span = text_.Parts().SpanOf(range);
    span.begin += ElisionOf(range.begin);
    if (HasAcronymFinding(span) || !reported_.insert(AgentNameKey(Words(range))).second) {
      return;
    }
    Finding finding = text_.FindingAt(Rule::kEntityNearMiss, Severity::kError, span, method);
    finding.message = InMarks(finding.exact) + " differs from " + InMarks(known_name);
    finding.suggestion = known_name;
    finding.because.push_back("close to a known name: " + FullName(agent) + "; " + difference);
    finding.related.push_back({agent.id, {}, {}, agent.name});
    findings_.push_back(std::move(finding));
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  const Authority& authority_;
  Findings& findings_;
  std::set<std::string> reported_;  // each name once in a text
  uint64_t checked_ = 0;
};

}  // namespace

Result<uint64_t> CheckEntities(const TextUnderAudit& text, KnownAgents& known, Findings& findings) {
  uint64_t checked = EntityAudit(text, known.Shipped(), findings).Check();
  STEMMA_ASSIGN(const uint64_t persons, CheckStoredNames(text, known, findings));
  return checked + persons;
}

}  // namespace stemma
