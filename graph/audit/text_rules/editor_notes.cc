#include "graph/audit/text_rules/editor_notes.h"

#include <optional>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kAskedMax = 3;    // words of a doubt
constexpr uint32_t kOrderedMax = 3;  // words of what is to be checked

// Strong words are written by editors alone; weak ones where they ask, or before a colon; the
// others stand between.
enum NoteWord { kStrong = 1, kWeak, kBetween };

const WordMap& NoteWords() {
  static const WordMap words(
      {{"check checked verify verified confirm confirmed tk tkk tktk tbc tbd ck cq stet xx xxx "
        "xxxx "
        "query spelling sp translation translate transl vérifier vérifié revérifier confirmer "
        "confirmé relire revoir corriger recouper traduction traduire trad orthographe orth ndt "
        "uncertain unsure incertain incertaine",
        kStrong},
       {"better rather or ou literally lit original correct correctly wording phrasing name age "
        "date "
        "title source word term phrase meaning reword rephrase mieux plutôt littéralement litt "
        "exact exactement correctement formulation tournure nom âge titre mot terme phrase sens "
        "accord genre tense singular plural singulier pluriel verb noun adjective adverb pronoun "
        "verbe adjectif adverbe pronom tn translator translator's "
        "traducteur "
        "traductrice",
        kWeak},
       {"to be is it a the this of with again please needs need and in for by desk editor à a le "
        "la "
        "les l' de du d' avec et svp ce dans par rédaction original quote citation recording "
        "tape note notes enregistrement bande auprès 's",
        kBetween}});
  return words;
}

// One word and a question mark, as people say them.
const WordMap& Spoken() {
  static const WordMap words(
      "right really ok okay yes no why who what when where how which see remember know maybe "
      "perhaps "
      "huh eh isn't wasn't aren't correct clear understood honestly seriously non oui hein "
      "vraiment "
      "pourquoi qui quoi quand où comment lequel laquelle combien vois voyez savez sais rappelez "
      "peut-être d'accord compris sérieusement n'est-ce pas est-ce");
  return words;
}

// "NDT", "N.d.T.": whatever stands beside it, the translator explains; and so does a French paper's
// "NDLR" where it is left standing in English.
bool IsTranslatorsMark(const TokenView& tokens, uint32_t i, Language language) {
  static const WordMap words{{"ndt n.d.t n.d.t.", 1}, {"ndlr n.d.l.r n.d.l.r.", 2}};
  const auto mark = tokens.IsWord(i) ? words.Find(tokens.Words(i)) : std::nullopt;
  return mark == 1 || (mark == 2 && language == Language::kEnglish);
}

// What signs an editor's words behind them; "Ed" alone is a name.
const WordMap& Signatures() {
  static const WordMap words("ndlr n.d.l.r n.d.l.r. ndr n.d.r n.d.r. trad trad. ed.");
  return words;
}
// "note de la rédaction", "translator's note": whose, and what stands between.
const WordMap& NoteWriters() {
  static const WordMap words(
      "editor editor's editors editors' translator translator's rédaction rédacteur rédactrice "
      "éditeur éditrice traducteur traductrice");
  return words;
}
const WordMap& NoteLinks() {
  static const WordMap words("note de la l' du 's");
  return words;
}

// Whether it is said, from `first` on and by nothing else, that an editor wrote it.
bool IsSignature(const TokenView& tokens, uint32_t first, uint32_t end) {
  const bool has_point = tokens.IsMark(end - 1, U'.');
  if (first + 1 + (has_point ? 1 : 0) == end) {
    return tokens.IsIn(first, Signatures()) || (has_point && tokens.Is(first, "ed"));
  }
  bool has_writer = false;
  for (uint32_t i = first; i < end; ++i) {
    const bool is_writer = tokens.IsIn(i, NoteWriters());
    if (!is_writer && !tokens.IsIn(i, NoteLinks())) {
      return false;
    }
    has_writer = has_writer || is_writer;
  }
  return has_writer;
}

// "(laughs, Ed.)", "(les meuniers, NDLR)": behind words and a comma or dash. What begins with the
// signature is how papers print what they add.
bool IsSigned(const TokenView& tokens, TokenRange words) {
  for (uint32_t i = words.begin + 2; i < words.end; ++i) {
    if (!tokens.IsWord(i - 1) && !tokens.IsNumber(i - 1) && IsSignature(tokens, i, words.end)) {
      return true;
    }
  }
  return false;
}

// "(check with Moe, six or nine?)", "(à revoir avec le service juridique)": to whom an order goes.
bool BeginsWithOrder(const TokenView& tokens, TokenRange words) {
  static const WordMap whom("with against before avec auprès");
  const uint32_t first =
      words.begin + (tokens.Is(words.begin, "à") || tokens.Is(words.begin, "to") ? 1 : 0);
  const auto kind = tokens.IsWord(first) ? NoteWords().Find(tokens.Words(first)) : std::nullopt;
  return kind == kStrong && first + 1 < words.end && tokens.IsIn(first + 1, whom);
}

// Where an order may begin that stands behind what it is about: at "to be" or "à" among the first
// words, or behind the last mark. Nothing where there is neither.
std::optional<uint32_t> OrderBehind(const TokenView& tokens, TokenRange words) {
  std::optional<uint32_t> begin;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    if (!tokens.IsWord(i) && !tokens.IsNumber(i)) {
      begin = i + 1;
    } else if (i <= words.begin + kOrderedMax &&
               (tokens.Is(i, "à") || (tokens.Is(i, "to") && tokens.Is(i + 1, "be")))) {
      return i;
    }
  }
  return begin;
}

// "(crews? check with desk)", "(un mot à revoir)": an order behind whatever it is about.
bool EndsWithOrder(const TokenView& tokens, TokenRange words) {
  const auto begin = OrderBehind(tokens, words);
  bool has_strong = false;
  for (uint32_t i = begin.value_or(words.end); i < words.end; ++i) {
    const auto kind = tokens.IsWord(i) ? NoteWords().Find(tokens.Words(i)) : std::nullopt;
    if (!kind) {
      return false;
    }
    has_strong = has_strong || kind == kStrong;
  }
  return has_strong;
}

}  // namespace

EditorNote EditorNoteIn(const TokenView& tokens, TokenRange words, Language language) {
  bool has_strong = false;
  bool has_weak = false;
  bool is_of_trade = true;  // all words so far
  bool is_plain = true;     // no word of grammar
  bool is_asked = false;
  uint32_t said = 0;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    if (!tokens.IsWord(i) && !tokens.IsNumber(i)) {
      if (tokens.IsMark(i, U':') && is_of_trade && (has_strong || has_weak)) {
        return EditorNote::kOrder;
      }
      is_asked = is_asked || tokens.IsMark(i, U'?');
      continue;
    }
    ++said;
    if (IsTranslatorsMark(tokens, i, language)) {
      return EditorNote::kOrder;
    }
    const auto kind = NoteWords().Find(tokens.Words(i));
    has_strong = has_strong || kind == kStrong;
    has_weak = has_weak || kind == kWeak;
    is_of_trade = is_of_trade && kind.has_value();
    is_plain = is_plain && !tokens.IsIn(i, Spoken()) &&
               !tokens.Has(i, Bits(kHe, kShe, kThey, kI, kIt, kAuxiliary, kAdverb, kWho, kNot));
  }
  if ((is_of_trade && (has_strong || (has_weak && is_asked))) || BeginsWithOrder(tokens, words) ||
      EndsWithOrder(tokens, words)) {
    return EditorNote::kOrder;
  }
  if (IsSigned(tokens, words)) {
    return EditorNote::kSigned;
  }
  return is_asked && is_plain && said <= kAskedMax ? EditorNote::kDoubt : EditorNote::kNone;
}

}  // namespace stemma
