// Invented news texts, the same from the same seed: words of made-up syllables, as unevenly
// frequent as those of a language, in sentences and paragraphs, some of them quoted; and what
// copying does to them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::testing {

class InventedNews {
 public:
  explicit InventedNews(uint64_t seed) : random_(seed) {}

  // About so many words, of which about one in `quoted_one_in` sentences is quoted; 0: none.
  std::string Text(uint64_t words, uint64_t quoted_one_in = 4) {
    std::string text;
    uint64_t in_paragraph = 0;
    for (uint64_t count = 0; count < words;) {
      const uint64_t length = 8 + Below(17);
      const bool is_quoted = quoted_one_in > 0 && Below(quoted_one_in) == 0;
      text += text.empty() ? "" : in_paragraph == 0 ? "\n\n" : " ";
      text += is_quoted ? "“" + Sentence(length) + "”" : Sentence(length);
      count += length;
      in_paragraph = (in_paragraph + 1) % 3;
    }
    return text;
  }

  // `text` with one in so many of its words replaced by others.
  std::string Changed(const std::string& text, uint64_t one_in) {
    std::string changed;
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = text.find_first_of(" \n", begin);
      const std::string word = text.substr(begin, end - begin);
      const bool is_plain = !word.empty() && word.find_first_not_of(kLetters) == word.npos;
      changed += is_plain && Below(one_in) == 0 ? Word() : word;
      begin = end == text.npos ? text.size() : end;
      for (; begin < text.size() && (text[begin] == ' ' || text[begin] == '\n'); ++begin) {
        changed += text[begin];
      }
    }
    return changed;
  }

  uint64_t Below(uint64_t limit) { return random_() % limit; }

 private:
  static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";

  std::string Word() {
    // The third power of an even chance: a few hundred words make up half of a text.
    const double even = static_cast<double>(random_() >> 11U) * 0x1p-53;
    auto number = static_cast<uint64_t>(even * even * even * 20'000);
    static constexpr std::string_view kFirst = "bdfgklmnprstvz";
    static constexpr std::string_view kSecond = "aeiou";
    std::string word;
    do {
      word += kFirst[number % kFirst.size()];
      number /= kFirst.size();
      word += kSecond[number % kSecond.size()];
      number /= kSecond.size();
    } while (number > 0);
    return word;
  }

  std::string Sentence(uint64_t length) {
    std::string sentence;
    for (uint64_t i = 0; i < length; ++i) {
      sentence += (i == 0 ? "" : " ") + Word();
    }
    sentence[0] = static_cast<char>(sentence[0] - 32);
    return sentence + ".";
  }

  std::mt19937_64 random_;
};

}  // namespace stemma::testing
