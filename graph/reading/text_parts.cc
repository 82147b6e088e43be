#include "graph/reading/text_parts.h"

#include <algorithm>

#include "graph/reading/sentence_breaks.h"
#include "graph/reading/word_cutter.h"

namespace stemma {
namespace {

constexpr size_t kWrappedColumnsMin = 40;
constexpr size_t kWrappedColumnsMax = 100;
constexpr uint32_t kLabelTokensMax = 4;

struct Line {
  size_t begin = 0;
  size_t end = 0;
  bool is_blank = true;
};

std::vector<Line> LinesOf(std::string_view text) {
  std::vector<Line> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    lines.push_back({begin, end, line.find_first_not_of(" \t\r") == std::string_view::npos});
    begin = end + 1;
  }
  return lines;
}

// Whether lines were cut at a width: then most lines that another one follows are nearly as long as
// the longest, which is short.
bool IsHardWrapped(const std::vector<Line>& lines) {
  size_t followed = 0;
  size_t full = 0;
  size_t longest = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i].is_blank && !lines[i + 1].is_blank) {
      const size_t size = lines[i].end - lines[i].begin;
      ++followed;
      full += size >= kWrappedColumnsMin && size <= kWrappedColumnsMax ? 1 : 0;
      longest = std::max(longest, size);
    }
  }
  return followed >= 4 && longest <= kWrappedColumnsMax && full * 10 >= followed * 9;
}

// Bytes of the paragraphs.
std::vector<Span> ParagraphsOf(std::string_view text) {
  const std::vector<Line> lines = LinesOf(text);
  const bool is_wrapped = IsHardWrapped(lines);
  std::vector<Span> paragraphs;
  bool is_open = false;
  for (const Line& line : lines) {
    if (line.is_blank) {
      is_open = false;
    } else if (is_open && is_wrapped) {
      paragraphs.back().end = line.end;
    } else {
      paragraphs.push_back({line.begin, line.end});
      is_open = true;
    }
  }
  return paragraphs;
}

}  // namespace

TokenRange LabelOf(const TextParts& parts, TokenRange range) {
  uint32_t end = range.begin;
  const uint32_t limit = std::min(range.end, range.begin + kLabelTokensMax);
  while (end < limit && parts.tokens[end].is_upper) {
    ++end;
  }
  const bool is_label = end < range.end && parts.tokens[end].mark == U':';
  return is_label ? TokenRange{range.begin, end} : TokenRange{range.begin, range.begin};
}

TextParts CutText(std::string_view text, Language language) {
  TextParts parts;
  parts.text = text;
  parts.tokens.reserve(text.size() / 5 + 16);
  const Lexicon& lexicon = Lexicon::Of(language);
  SentenceBreaks breaks(language);
  std::vector<uint32_t> cuts;
  for (const Span& bytes : ParagraphsOf(text)) {
    const auto begin = static_cast<uint32_t>(parts.tokens.size());
    CutWords(text, bytes, lexicon, language, parts.tokens);
    const auto end = static_cast<uint32_t>(parts.tokens.size());
    if (begin == end) {
      continue;
    }
    parts.paragraphs.push_back({begin, end});
    breaks.Find(text, bytes, cuts);
    uint32_t first = begin;
    auto cut = cuts.begin();
    for (uint32_t i = begin + 1; i <= end; ++i) {
      while (cut != cuts.end() && i < end && *cut <= parts.tokens[i - 1].begin) {
        ++cut;
      }
      const bool is_cut = i == end || (cut != cuts.end() && *cut <= parts.tokens[i].begin);
      if (is_cut && (i == end || !JoinsSentences(parts.tokens, i))) {
        parts.sentences.push_back({first, i});
        first = i;
      }
    }
  }
  return parts;
}

}  // namespace stemma
