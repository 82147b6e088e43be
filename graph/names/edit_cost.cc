#include "graph/names/edit_cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace stemma {
namespace {

constexpr double kOther = 1;
constexpr double kConfusable = 0.7;
constexpr double kVowel = 0.7;
constexpr double kDoubled = 0.5;
constexpr double kSilent = 0.7;
constexpr double kSwapped = 0.9;
constexpr double kDigraph = 0.5;
constexpr double kBoundary = 0.2;
constexpr double kDigit = 1.5;

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// Letters that sound or look alike; each pair in one direction.
constexpr auto kPairs = std::to_array<std::string_view>(
    {"ck", "cs", "kq", "cq", "sz", "vw", "bp", "bv", "fv", "dt", "gk", "gj", "ij", "jy",
     "mn", "iy", "hn", "lr", "1l", "1i", "0o", "5s", "gh", "uw", "xs", "zj", "tz"});

// Two letters that languages write for the one behind them.
constexpr auto kDigraphs = std::to_array<std::string_view>(
    {"phf", "zhj", "khh", "ghg", "ckk", "kkc", "ouu", "oou", "eei", "ksx", "dhd", "tht",
     "chc", "chk", "shs", "tzz", "quk", "aya", "iyy", "auo", "szz", "csk", "djj", "gug"});

constexpr size_t kAscii = 128;
constexpr size_t At(char c) {
  return static_cast<unsigned char>(c) % kAscii;
}

// Both as tables: they are asked for in every cell.
constexpr auto kAreConfusable = [] {
  std::array<std::array<bool, kAscii>, kAscii> table = {};
  for (const std::string_view pair : kPairs) {
    table[At(pair[0])][At(pair[1])] = true;
    table[At(pair[1])][At(pair[0])] = true;
  }
  return table;
}();

constexpr size_t kAlphabet = 26;
constexpr size_t LetterOf(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<size_t>(c - 'a') : kAlphabet;
}

// For two letters the bits of those that they are written for.
constexpr auto kSoundsOf = [] {
  std::array<std::array<uint32_t, kAlphabet + 1>, kAlphabet + 1> table = {};
  for (const std::string_view line : kDigraphs) {
    table[LetterOf(line[0])][LetterOf(line[1])] |= 1U << LetterOf(line[2]);
  }
  return table;
}();

bool AreConfusable(char a, char b) {
  return kAreConfusable[At(a)][At(b)];
}

bool AreDigraph(char first, char second, char one) {
  return (kSoundsOf[LetterOf(first)][LetterOf(second)] >> LetterOf(one) & 1U) != 0;
}

double CostOfChange(char a, char b) {
  if (a == b) {
    return 0;
  }
  if (a == ' ' || b == ' ') {
    return kOther + kBoundary;
  }
  if (IsDigit(a) || IsDigit(b)) {
    return AreConfusable(a, b) ? kConfusable : kDigit;
  }
  if (IsVowel(a) && IsVowel(b)) {
    return kVowel;
  }
  return AreConfusable(a, b) ? kConfusable : kOther;
}

// Of a letter that only one of both has, `before` standing before it.
double CostOfLetter(char letter, char before) {
  if (letter == ' ') {
    return kBoundary;
  }
  if (IsDigit(letter)) {
    return kDigit;
  }
  if (letter == before) {
    return kDoubled;
  }
  const bool is_diphthong = IsVowel(letter) && IsVowel(before);
  return letter == 'h' || is_diphthong ? kSilent : kOther;
}

// One row of the table after the other; the two before it are kept, for swaps and digraphs.
class Table {
 public:
  Table(std::string_view a, std::string_view b) : a_(a), b_(b) {
    for (std::vector<double>& row : rows_) {
      row.resize(b.size() + 1);
    }
  }

  // Every way goes through one of two neighbouring rows, so that it ends early where both are dear.
  double Fill(double cost_max) {
    double least_before = 0;
    for (size_t i = 0; i <= a_.size(); ++i) {
      double least = std::numeric_limits<double>::max();
      for (size_t j = 0; j <= b_.size(); ++j) {
        Row(i)[j] = i == 0 && j == 0 ? 0 : Best(i, j);
        least = std::min(least, Row(i)[j]);
      }
      if (std::min(least, least_before) > cost_max) {
        return std::min(least, least_before);
      }
      least_before = least;
    }
    return Row(a_.size())[b_.size()];
  }

 private:
  std::vector<double>& Row(size_t i) { return rows_[i % rows_.size()]; }

  double Best(size_t i, size_t j) {
    double best = std::numeric_limits<double>::max();
    const char before_a = i > 1 ? a_[i - 2] : '\0';
    const char before_b = j > 1 ? b_[j - 2] : '\0';
    if (i > 0) {
      best = std::min(best, Row(i - 1)[j] + CostOfLetter(a_[i - 1], before_a));
    }
    if (j > 0) {
      best = std::min(best, Row(i)[j - 1] + CostOfLetter(b_[j - 1], before_b));
    }
    if (i == 0 || j == 0) {
      return best;
    }
    best = std::min(best, Row(i - 1)[j - 1] + CostOfChange(a_[i - 1], b_[j - 1]));
    if (i > 1 && AreDigraph(before_a, a_[i - 1], b_[j - 1])) {
      best = std::min(best, Row(i - 2)[j - 1] + kDigraph);
    }
    if (j > 1 && AreDigraph(before_b, b_[j - 1], a_[i - 1])) {
      best = std::min(best, Row(i - 1)[j - 2] + kDigraph);
    }
    const bool is_swap = i > 1 && j > 1 && a_[i - 1] == before_b && before_a == b_[j - 1];
    return is_swap ? std::min(best, Row(i - 2)[j - 2] + kSwapped) : best;
  }

  std::string_view a_;
  std::string_view b_;
  std::array<std::vector<double>, 3> rows_;
};

}  // namespace

double EditCost(std::string_view a, std::string_view b, double cost_max) {
  return a == b ? 0 : Table(a, b).Fill(cost_max);
}

double EditCostMax(size_t letters) {
  constexpr double kBase = 2.35;
  constexpr size_t kFloor = 2;
  return letters <= kFloor + 1 ? 0
                               : std::log(static_cast<double>(letters - kFloor)) / std::log(kBase);
}

}  // namespace stemma
