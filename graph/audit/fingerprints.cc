#include "graph/audit/fingerprints.h"

#include <algorithm>
#include <array>
#include <string>

#include <xxhash.h>

#include "graph/audit/boilerplate.h"
#include "graph/base/utf8.h"
#include "graph/reading/headings.h"
#include "graph/reading/language.h"
#include "graph/reading/quote_marks.h"
#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {
namespace {

constexpr std::string_view kApostrophe = "’";

// Appends the word without apostrophes and periods, lower-cased as far as it is ASCII; whether all
// of it is.
bool AppendPlain(std::string_view word, std::string& plain) {
  bool is_ascii = true;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (word.substr(i).starts_with(kApostrophe)) {
      i += kApostrophe.size() - 1;
    } else if (c != '\'' && c != '.') {
      is_ascii = is_ascii && static_cast<unsigned char>(c) < 0x80;
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return is_ascii;
}

// `buffer` holds most words without asking for memory.
uint64_t HashOfWord(std::string_view printed, std::string& buffer) {
  buffer.clear();
  if (!AppendPlain(printed, buffer)) {
    const std::string folded = FoldName(printed);
    buffer.clear();
    AppendPlain(folded, buffer);
  }
  return XXH3_64bits(buffer.data(), buffer.size());
}

std::vector<uint64_t> OwnHashes(std::span<const Shingle> shingles) {
  std::vector<uint64_t> hashes;
  for (const Shingle& shingle : shingles) {
    if (!shingle.is_quoted) {
      hashes.push_back(shingle.hash);
    }
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace

ComparedText::ComparedText(std::string_view text) {
  CutWords(text);
  MakeShingles();
  own_ = OwnHashes(shingles_);
}

void ComparedText::CutWords(std::string_view text) {
  const Language language = LanguageOf(text, {});
  const TextParts parts = CutText(text, language);
  const TokenView tokens(parts);
  const uint32_t boilerplate = BoilerplateBegin(tokens, HeadingSize(tokens, language));
  const uint32_t end =
      boilerplate < parts.paragraphs.size() ? parts.paragraphs[boilerplate].begin : tokens.Size();
  const std::vector<QuotedWords> quoted = FindQuotedWords(parts);
  auto quote = quoted.begin();
  std::string buffer;
  words_.reserve(end);
  for (uint32_t i = 0; i < end; ++i) {
    if (tokens.IsPunctuation(i)) {
      continue;
    }
    while (quote != quoted.end() && quote->words.end <= i) {
      ++quote;
    }
    words_.push_back({HashOfWord(tokens.Words(i), buffer),
                      {tokens[i].begin, tokens[i].end},
                      quote != quoted.end() && quote->words.begin <= i});
  }
}

void ComparedText::MakeShingles() {
  if (words_.size() < kShingleWords) {
    return;
  }
  std::array<uint64_t, kShingleWords> run{};
  shingles_.reserve(words_.size() - kShingleWords + 1);
  for (uint32_t i = 0; i + kShingleWords <= words_.size(); ++i) {
    uint32_t quoted = 0;
    for (uint32_t j = 0; j < kShingleWords; ++j) {
      run[j] = words_[i + j].hash;
      quoted += words_[i + j].is_quoted ? 1 : 0;
    }
    shingles_.push_back({XXH3_64bits(run.data(), sizeof run), i, 2 * quoted >= kShingleWords});
  }
}

std::vector<Shingle> ComparedText::Fingerprints() const {
  std::vector<Shingle> chosen;
  const size_t window = std::min<size_t>(kWindowShingles, shingles_.size());
  for (size_t begin = 0; window > 0 && begin + window <= shingles_.size(); ++begin) {
    // The last of the least, unless the one chosen before is as small and still in the window: a
    // text that repeats itself then has few.
    const Shingle* least = &shingles_[begin];
    for (size_t i = begin + 1; i < begin + window; ++i) {
      least = shingles_[i].hash <= least->hash ? &shingles_[i] : least;
    }
    if (chosen.empty() || chosen.back().word < begin || chosen.back().hash != least->hash) {
      chosen.push_back(*least);
    }
  }
  return chosen;
}

std::vector<uint64_t> ComparedText::OwnFingerprints() const {
  return OwnHashes(Fingerprints());
}

}  // namespace stemma
