#include "graph/reading/quote_speakers.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "graph/reading/cues.h"

namespace stemma {
namespace {

using enum WordClass;

// How far behind a quote its cue may stand, in words.
constexpr uint32_t kReach = 40;
// A signature is a name, or a name with a few words on who it is.
constexpr uint32_t kSignatureTokensMax = 16;

class Sieves {
 public:
  Sieves(const TextParts& parts, const std::vector<QuotedWords>& quoted)
      : parts_(parts),
        tokens_(parts.tokens),
        quoted_(quoted),
        cues_(parts, quoted),
        phrases_(cues_.Phrases()) {}

  std::vector<QuoteFound> Run() {
    FindSentences();
    std::vector<QuoteFound> found;
    found.reserve(quoted_.size());
    for (size_t i = 0; i < quoted_.size(); ++i) {
      QuoteFound quote;
      quote.words = quoted_[i].words;
      quote.kind = KindOf(i);
      if (!IsName(i)) {
        if (const auto attribution = Attribute(i)) {
          quote.speaker = attribution->speaker;
          quote.cue = attribution->cue;
          quote.method = attribution->method;
        }
      }
      found.push_back(quote);
    }
    for (size_t i = 0; i < found.size(); ++i) {
      if (!found[i].speaker && !IsName(i)) {
        Share(found, i);
      }
    }
    return found;
  }

 private:
  using Found = std::optional<Attribution>;

  // For each quote, the first token of the sentence that its mark stands in, and the paragraph in
  // which it ends.
  void FindSentences() {
    begins_.resize(quoted_.size());
    last_paragraphs_.resize(quoted_.size());
    auto sentence = parts_.sentences.begin();
    for (size_t i = 0; i < quoted_.size(); ++i) {
      while (sentence->end <= quoted_[i].open) {
        ++sentence;
      }
      begins_[i] = sentence->begin;
      uint32_t paragraph = quoted_[i].paragraph;
      while (parts_.paragraphs[paragraph].end < quoted_[i].words.end) {
        ++paragraph;
      }
      last_paragraphs_[i] = paragraph;
    }
    // A sentence that ICU begins inside a quote begins where the quote's own does.
    for (size_t i = 1; i < quoted_.size(); ++i) {
      if (begins_[i] > quoted_[i - 1].open && begins_[i] <= quoted_[i - 1].close &&
          quoted_[i - 1].paragraph == quoted_[i].paragraph) {
        begins_[i] = begins_[i - 1];
      }
    }
  }

  TokenRange ParagraphBegun(size_t i) const { return parts_.paragraphs[quoted_[i].paragraph]; }
  TokenRange ParagraphEnded(size_t i) const { return parts_.paragraphs[last_paragraphs_[i]]; }

  // Where the words behind a quote end that may speak of it: the sentence's end or the next quote.
  uint32_t EndBehind(size_t i) const {
    uint32_t end = std::min(ParagraphEnded(i).end, quoted_[i].close + kReach);
    if (i + 1 < quoted_.size()) {
      end = std::min(end, quoted_[i + 1].open);
    }
    for (uint32_t k = quoted_[i].close + 1; k < end; ++k) {
      const char32_t mark = tokens_[k].mark;
      if ((mark == U'.' && (k + 1 == end || !IsMarkIn(k + 1, U"),"))) || mark == U'?' ||
          mark == U'!' || mark == U';') {
        return k;
      }
    }
    return end;
  }

  uint32_t WordCount(TokenRange range) const {
    return static_cast<uint32_t>(
        std::count_if(tokens_.begin() + range.begin, tokens_.begin() + range.end,
                      [](const Token& token) { return token.kind != TokenKind::kPunctuation; }));
  }

  bool IsMarkIn(uint32_t token, std::u32string_view marks) const {
    return tokens_[token].mark != 0 && marks.find(tokens_[token].mark) != marks.npos;
  }

  // Direct: a sentence of its own, or what a comma or a colon announces. Mixed: woven into one.
  QuoteKind KindOf(size_t i) const {
    const QuotedWords& quote = quoted_[i];
    const Token& first = tokens_[quote.words.begin];
    const bool is_announced = quote.open == ParagraphBegun(i).begin || quote.open == begins_[i] ||
                              IsMarkIn(quote.open - 1, U",:.!?…—–―-");
    const bool begins_sentence = first.is_capital || first.mark != 0;
    const bool goes_on = i > 0 && quote.open > ParagraphBegun(i).begin &&
                         tokens_[quote.open - 1].mark == U',';  // "…," she said, "…"
    // One to three words are a scare quote, unless they are parted from the rest as speech is.
    const bool is_parted =
        tokens_[quote.words.end - 1].mark != 0 ||
        (quote.close + 1 < ParagraphEnded(i).end && tokens_[quote.close + 1].mark == U',');
    return is_announced && (begins_sentence || goes_on) && (is_parted || WordCount(quote.words) > 3)
               ? QuoteKind::kDirect
               : QuoteKind::kMixed;
  }

  // A title, a slogan or a name in quotation marks is spoken by nobody: all its long words are
  // capitals, and no sentence ends in it.
  bool IsName(size_t i) const {
    const TokenRange words = quoted_[i].words;
    if (words.end - words.begin > 24) {
      return false;
    }
    uint32_t capitals = 0;
    uint32_t small = 0;
    for (uint32_t k = words.begin; k < words.end; ++k) {
      const Token& token = tokens_[k];
      if (token.kind == TokenKind::kWord) {
        const bool is_minor = phrases_.Is(k, Bits(kPreposition, kArticle, kAnd, kPossessive)) ||
                              token.end - token.begin < 4;
        capitals += token.is_capital ? 1 : 0;
        small += !token.is_capital && !is_minor ? 1 : 0;
      }
    }
    return capitals >= 2 && small == 0 && !IsMarkIn(words.end - 1, U"!?") && WordCount(words) < 12;
  }

  Found Attribute(size_t i) const {
    if (Found found = Labelled(i)) {
      return found;
    }
    if (tokens_[quoted_[i].open].mark == U'«') {
      if (Found found = cues_.Inside(quoted_[i].words)) {
        return found;
      }
    }
    if (Found found = Behind(i)) {
      return found;
    }
    const uint32_t begin = begins_[i];
    if (begin < quoted_[i].open) {
      if (Found found = cues_.Before(begin, i)) {
        return found;
      }
    }
    return Announced(i);
  }

  // "NAME: what NAME said", as transcripts print it inside one pair of marks.
  Found Labelled(size_t i) const {
    const TokenRange label = LabelOf(parts_, quoted_[i].words);
    if (label.IsEmpty()) {
      return std::nullopt;
    }
    return Attribution{label, {label.end, label.end + 1}, "quote.label/1"};
  }

  Found Behind(size_t i) const {
    if (!quoted_[i].is_closed) {
      return std::nullopt;
    }
    uint32_t begin = quoted_[i].close + 1;
    const uint32_t end = EndBehind(i);
    const uint32_t last = quoted_[i].words.end - 1;
    if (begin < end && IsMarkIn(begin, U"—―–-~")) {
      return Signed(i, begin + 1);
    }
    if (tokens_[last].mark == U'.' && (last == 0 || tokens_[last - 1].mark != U'.')) {
      return std::nullopt;  // the sentence ends with the quote
    }
    const bool is_parted = tokens_[last].mark != 0 || (begin < end && tokens_[begin].mark != 0);
    while (begin < end && tokens_[begin].mark != 0 && tokens_[begin].mark != U'(') {
      ++begin;
    }
    return begin < end ? cues_.Behind(begin, end, is_parted) : std::nullopt;
  }

  // "…" — Name, to the end of the paragraph.
  Found Signed(size_t i, uint32_t begin) const {
    const TokenRange paragraph = ParagraphEnded(i);
    if (begin >= paragraph.end || paragraph.end - begin > kSignatureTokensMax ||
        (i + 1 < quoted_.size() && quoted_[i + 1].open < paragraph.end)) {
      return std::nullopt;
    }
    const auto name = phrases_.PhraseAt(begin, paragraph.end);
    if (!name || !tokens_[name->begin].is_capital) {
      return std::nullopt;
    }
    return Attribution{*name, {begin - 1, begin}, "quote.signed/1"};
  }

  // X said: at the end of the paragraph before.
  Found Announced(size_t i) const {
    const uint32_t number = quoted_[i].paragraph;
    if (number == 0 || quoted_[i].open != ParagraphBegun(i).begin) {
      return std::nullopt;
    }
    const TokenRange before = parts_.paragraphs[number - 1];
    if (tokens_[before.end - 1].mark != U':') {
      return std::nullopt;
    }
    uint32_t begin = before.begin;
    for (uint32_t k = before.end - 1; k-- > before.begin;) {
      if (IsMarkIn(k, U".?!”\"»")) {
        begin = k + 1;
        break;
      }
    }
    Found found = cues_.Before(begin, i);
    if (found) {
      found->method = "quote.announced/1";
    }
    return found;
  }

  // A quote without words of its own about who speaks takes the speaker of one beside it.
  void Share(std::vector<QuoteFound>& found, size_t i) const {
    if (i + 1 < found.size() && found[i + 1].speaker && begins_[i] == begins_[i + 1] &&
        (found[i + 1].method == "quote.qsv/1" || found[i + 1].method == "quote.qvs/1" ||
         found[i + 1].method == "quote.final/1")) {
      Copy(found[i + 1], "quote.sentence/1", found[i]);  // "… a" and "b," X said.
      return;
    }
    // The titles of programmes and books between two quotes are passed over.
    size_t before = i;
    while (before > 0 && !found[before - 1].speaker && IsName(before - 1) &&
           quoted_[before - 1].paragraph == quoted_[i].paragraph) {
      --before;
    }
    if (before == 0) {
      return;
    }
    --before;
    if (found[before].speaker && quoted_[i].paragraph == last_paragraphs_[before]) {
      const bool is_same = begins_[i] == begins_[before];
      Copy(found[before], is_same ? "quote.sentence/1" : "quote.paragraph/1", found[i]);
    } else if (found[before].method == "quote.announced/1" &&
               quoted_[i].paragraph == last_paragraphs_[before] + 1 && IsBlock(i) &&
               IsBlock(before)) {
      Copy(found[before], "quote.announced/1", found[i]);
    } else {
      FollowSentence(found, i);
    }
  }

  // X called it a mistake. "…"
  void FollowSentence(std::vector<QuoteFound>& found, size_t i) const {
    const uint32_t begin = begins_[i];
    if (quoted_[i].open != begin || begin == ParagraphBegun(i).begin) {
      return;
    }
    auto sentence =
        std::upper_bound(parts_.sentences.begin(), parts_.sentences.end(), begin - 1,
                         [](uint32_t token, const TokenRange& one) { return token < one.begin; });
    --sentence;
    if (const Found cue = cues_.Told(*sentence)) {
      found[i].speaker = cue->speaker;
      found[i].cue = cue->cue;
      found[i].method = "quote.follows/1";
    }
  }

  // Whether the quote is all there is in its paragraphs.
  bool IsBlock(size_t i) const {
    return quoted_[i].open == ParagraphBegun(i).begin &&
           quoted_[i].close + 2 >= ParagraphEnded(i).end;
  }

  static void Copy(const QuoteFound& from, std::string_view method, QuoteFound& to) {
    to.speaker = from.speaker;
    to.cue = from.cue;
    to.method = method;
  }

  const TextParts& parts_;
  const std::vector<Token>& tokens_;
  const std::vector<QuotedWords>& quoted_;
  Cues cues_;
  const NounPhrases& phrases_;
  std::vector<uint32_t> begins_;
  std::vector<uint32_t> last_paragraphs_;
};

}  // namespace

std::vector<QuoteFound> FindQuoteSpeakers(const TextParts& parts,
                                          const std::vector<QuotedWords>& quoted) {
  return Sieves(parts, quoted).Run();
}

}  // namespace stemma
