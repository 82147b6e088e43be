#include "graph/reading/document_phrases.h"

#include <algorithm>

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kModifiersMax = 5;

const WordMap& DocumentNouns() {
  static const WordMap words(
      "database statistics census cables files dossier audit transcript transcripts filings "
      "footage "
      "video recording recordings audio papers paperwork manuscript minutes leak leaks "
      "draft investigation inquiry cable "
      "documents fichiers courriels mails mémos mémo archives câbles données enquête vidéo "
      "enregistrement procès-verbal statistiques rapports études enquêtes sondages");
  return words;
}

// Of these only what stands alone is a document: "the release of prisoners" is none.
const WordMap& DeedNouns() {
  static const WordMap words(
      "release decision order sign ad law bill motion review opinion account description leak "
      "leaks investigation inquiry policy rules");
  return words;
}

bool IsModifier(const TokenView& tokens, uint32_t i) {
  constexpr WordClasses kNever =
      Bits(kPreposition, kAnd, kBut, kJoins, kWho, kAuxiliary, kNot, kHe, kShe, kThey, kI, kIt,
           kSays, kTime, kArticle, kOwner, kAdverb);
  return tokens.IsNumber(i) || (tokens.IsWord(i) && !tokens.Has(i, kNever));
}

bool Opens(const TokenView& tokens, uint32_t i) {
  return tokens.Has(i, Bits(kArticle, kOwner, kDeterminer));
}

// Without article; only what has a name in it is a name.
std::string NameIn(const TokenView& tokens, TokenRange range) {
  uint32_t begin = range.begin;
  while (begin < range.end && Opens(tokens, begin)) {
    ++begin;
  }
  // The first word of a sentence has a capital anyway.
  const bool opens_sentence = begin == range.begin && (begin == 0 || !tokens.IsWord(begin - 1));
  for (uint32_t i = begin; i < range.end; ++i) {
    if (tokens.IsCapital(i) && !(i == begin && (opens_sentence || IsDocumentNoun(tokens, i)))) {
      return std::string(tokens.Parts().Words(TokenRange{begin, range.end}));
    }
  }
  return {};
}

}  // namespace

bool IsDocumentNoun(const TokenView& tokens, uint32_t i) {
  return tokens.Has(i, Bit(kPrinted)) || tokens.IsIn(i, DocumentNouns());
}

std::optional<DocumentPhrase> DocumentAt(const TokenView& tokens, uint32_t i, uint32_t end) {
  end = std::min(end, tokens.Size());
  uint32_t noun = end;
  uint32_t at = i;
  while (at < end && Opens(tokens, at)) {
    ++at;
  }
  for (const uint32_t last = std::min(end, at + kModifiersMax + 1); at < last; ++at) {
    if (IsDocumentNoun(tokens, at)) {
      noun = at;
    } else if (!IsModifier(tokens, at) && !tokens.IsMark(at, U'/')) {
      break;
    }
  }
  if (noun == end || (tokens.IsIn(noun, DeedNouns()) &&
                      (tokens.Is(noun + 1, "of") || tokens.Has(i, Bit(kOwner))))) {
    return std::nullopt;
  }
  const TokenRange range{i, noun + 1};
  return DocumentPhrase{range, NameIn(tokens, range)};
}

std::optional<DocumentPhrase> DocumentBefore(const TokenView& tokens, uint32_t begin, uint32_t end,
                                             uint32_t tokens_max) {
  const uint32_t first = end - begin > tokens_max ? end - tokens_max : begin;
  for (uint32_t noun = end; noun > first; --noun) {
    if (!IsDocumentNoun(tokens, noun - 1)) {
      continue;
    }
    uint32_t at = noun - 1;
    while (at > begin && noun - at <= kModifiersMax &&
           (IsModifier(tokens, at - 1) || tokens.IsMark(at - 1, U'/')) &&
           !tokens.Has(at - 1, Bits(kSaysThat, kSaying, kListens))) {
      --at;
    }
    at -= at > begin && Opens(tokens, at - 1) ? 1 : 0;
    const TokenRange range{at, noun};
    return DocumentPhrase{range, NameIn(tokens, range)};
  }
  return std::nullopt;
}

}  // namespace stemma
