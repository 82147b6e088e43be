// A text as what it can be recognised by: its runs of six words, and of those a few, its
// fingerprints, so chosen that two texts with a long run in common have one in common.
//
// Of each five neighbouring runs the one with the least hash is a fingerprint: any ten words in a
// row that two texts share yield one that both have, wherever they stand, and about a third of the
// runs are kept. Words between quotation marks are told apart, since two reports of one speech
// share it without either being a copy; so is what an outlet prints below each article, which is
// left out (boilerplate.h).
// Source: Schleimer, Wilkerson, Aiken 2003, "Winnowing: local algorithms for document
// fingerprinting" (robust winnowing); XXH3, 64 bits; docs/audit.md.
// Thread safety: const calls from several threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/reading/article.h"

namespace stemma {

inline constexpr uint32_t kShingleWords = 6;
inline constexpr uint32_t kWindowShingles = 5;
// Words in a row, shared by two texts, that are sure to yield a fingerprint which both have.
inline constexpr uint32_t kGuaranteeWords = kShingleWords + kWindowShingles - 1;

// Words are compared without case, accents, apostrophes and the periods of abbreviations.
struct ComparedWord {
  uint64_t hash = 0;
  Span span;  // bytes
  bool is_quoted = false;
};

// A run of kShingleWords words.
struct Shingle {
  uint64_t hash = 0;
  uint32_t word = 0;       // the first
  bool is_quoted = false;  // half of its words or more stand between quotation marks
};

class ComparedText {
 public:
  // `text` is well-formed UTF-8 and not kept. O(bytes).
  explicit ComparedText(std::string_view text);

  std::span<const ComparedWord> Words() const { return words_; }
  std::span<const Shingle> Shingles() const { return shingles_; }
  // Hashes of the shingles outside quotation marks, rising, each once.
  std::span<const uint64_t> OwnShingles() const { return own_; }

  // In the order of the text. O(words).
  std::vector<Shingle> Fingerprints() const;
  // Hashes of those outside quotation marks, rising, each once.
  std::vector<uint64_t> OwnFingerprints() const;

 private:
  void CutWords(std::string_view text);
  void MakeShingles();

  std::vector<ComparedWord> words_;
  std::vector<Shingle> shingles_;
  std::vector<uint64_t> own_;
};

}  // namespace stemma
