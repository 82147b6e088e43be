#include "graph/audit/wording.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include <edlib.h>

#include "graph/audit/wording_words.h"

namespace stemma {
namespace {

using enum WordingKind;
using Words = std::vector<WordingWord>;

constexpr size_t kDistinctMax = 250;    // one byte each
constexpr size_t kWordsMax = 2000;      // of one quote, however often it says the same
constexpr size_t kNotLostInCutMax = 3;  // a longer cut takes its "not" with it

// Half-open ranges of words in each wording that the alignment did not match.
struct Block {
  size_t a_begin = 0;
  size_t a_end = 0;
  size_t b_begin = 0;
  size_t b_end = 0;
  bool IsEmpty() const { return a_begin == a_end && b_begin == b_end; }
  bool IsCut() const { return a_begin == a_end || b_begin == b_end; }
};

bool IsLong(const WordingWord& word) {
  return !word.is_function && word.folded.size() >= 4;
}

class WordingComparison {
 public:
  WordingComparison(std::string_view a, std::string_view b, Language language)
      : a_text_(a),
        b_text_(b),
        language_(language),
        a_(WordingWordsOf(a, language)),
        b_(WordingWordsOf(b, language)) {}

  WordingDifference Compare(SameQuote same) {
    WordingDifference difference;
    if (a_.empty() || b_.empty()) {
      return difference;
    }
    Align();
    difference.words_shared = shared_;
    difference.long_words_shared = long_shared_;
    difference.words_min = static_cast<uint32_t>(std::min(a_.size(), b_.size()));
    if (same == SameQuote::kByWords && !SharesEnough()) {
      return difference;
    }
    difference.kind = Classify();
    difference.changes = std::move(changes_);
    return difference;
  }

 private:
  // Words as bytes, cut before the first that no byte is left for.
  void AssignBytes(std::string& a, std::string& b) {
    std::map<std::string_view, char> bytes;
    const auto append = [&](const Words& words, size_t i, std::string& to) {
      if (i >= words.size()) {
        return true;
      }
      const auto known = bytes.find(words[i].folded);
      if (known == bytes.end() && bytes.size() == kDistinctMax) {
        return false;
      }
      to += bytes.emplace(words[i].folded, static_cast<char>(bytes.size() + 1)).first->second;
      return true;
    };
    const size_t count = std::min(std::max(a_.size(), b_.size()), kWordsMax);
    for (size_t i = 0; i < count && append(a_, i, a) && append(b_, i, b); ++i) {
    }
    a_.resize(a.size());
    b_.resize(b.size());
  }

  void Align() {
    std::string a;
    std::string b;
    AssignBytes(a, b);
    const EdlibAlignResult aligned =
        edlibAlign(a.data(), static_cast<int>(a.size()), b.data(), static_cast<int>(b.size()),
                   edlibNewAlignConfig(-1, EDLIB_MODE_NW, EDLIB_TASK_PATH, nullptr, 0));
    const std::vector<unsigned char> steps(aligned.alignment,
                                           aligned.alignment + aligned.alignmentLength);
    edlibFreeAlignResult(aligned);
    Block block;
    for (const unsigned char step : steps) {
      if (step == EDLIB_EDOP_MATCH) {
        AddMatch(block);
        continue;
      }
      block.a_end += step == EDLIB_EDOP_DELETE ? 0 : 1;
      block.b_end += step == EDLIB_EDOP_INSERT ? 0 : 1;
    }
    AddBlock(block);
  }

  // Ends `block` before a word that both have, and begins the next behind it.
  void AddMatch(Block& block) {
    if (shared_ == 0) {
      a_first_ = block.a_end;
      b_first_ = block.b_end;
    }
    a_behind_ = block.a_end + 1;
    b_behind_ = block.b_end + 1;
    ++shared_;
    long_shared_ += IsLong(a_[block.a_end]) ? 1 : 0;
    AddBlock(block);
    block = {a_behind_, a_behind_, b_behind_, b_behind_};
  }

  void AddBlock(const Block& block) {
    if (!block.IsEmpty()) {
      blocks_.push_back(block);
    }
  }

  // Three long words, or of a short quote most words, and not strewn over a longer one.
  bool SharesEnough() const {
    const auto long_words = [](const Words& words) {
      return static_cast<uint32_t>(std::count_if(words.begin(), words.end(), IsLong));
    };
    const uint32_t fewer_long = std::min(long_words(a_), long_words(b_));
    const auto words_min = static_cast<uint32_t>(std::min(a_.size(), b_.size()));
    const size_t extent = std::max(a_behind_ - a_first_, b_behind_ - b_first_);
    if (shared_ == 0 || shared_ * 2 < extent) {
      return false;
    }
    return (long_shared_ >= 3 && long_shared_ * 2 >= fewer_long) ||
           (long_shared_ >= 2 && long_shared_ * 3 >= fewer_long * 2) ||
           (long_shared_ >= 1 && shared_ >= 4 && shared_ * 4 >= words_min * 3) ||
           shared_ == words_min;
  }

  WordingKind Classify() {
    for (const Block& block : blocks_) {
      AddChanges(block);
    }
    WordingKind kind = kSame;
    const bool both_cut = a_is_cut_ && b_is_cut_;
    for (size_t i = 0; i < changes_.size(); ++i) {
      if (negations_in_a_ != negations_in_b_ && has_negation_[i]) {
        changes_[i].kind = std::max(changes_[i].kind, kNegation);
      }
      kind = std::max(kind, changes_[i].kind);
    }
    if (both_cut) {
      kind = std::max(kind, inner_cut_kind_);
    }
    if (kind == kSame && a_text_ != b_text_) {
      kind = kNormalisation;
    }
    return kind;
  }

  // At an end, the words beside what both share stand for each other, and the rest is cut.
  void AddChanges(const Block& block) {
    const size_t a_size = block.a_end - block.a_begin;
    const size_t b_size = block.b_end - block.b_begin;
    const size_t paired = std::min(a_size, b_size);
    const bool at_begin = block.a_begin == 0 && block.b_begin == 0;
    const bool at_end = block.a_end == a_.size() && block.b_end == b_.size();
    if (block.IsCut()) {
      AddCut(block, at_begin || at_end);
    } else if (at_begin && !at_end && a_size != b_size) {
      AddCut({block.a_begin, block.a_end - paired, block.b_begin, block.b_end - paired}, true);
      AddReplaced({block.a_end - paired, block.a_end, block.b_end - paired, block.b_end});
    } else if (at_end && !at_begin && a_size != b_size) {
      const size_t a_paired = block.a_begin + paired;
      const size_t b_paired = block.b_begin + paired;
      AddReplaced({block.a_begin, a_paired, block.b_begin, b_paired});
      AddCut({a_paired, block.a_end, b_paired, block.b_end}, true);
    } else {
      AddReplaced(block);
    }
  }

  void AddCut(const Block& block, bool is_at_end) {
    Add(block, kTrimming);
    if (is_at_end) {
      return;
    }
    const bool is_in_b = block.a_begin == block.a_end;
    const Words& words = is_in_b ? b_ : a_;
    const auto first =
        words.begin() + static_cast<std::ptrdiff_t>(is_in_b ? block.b_begin : block.a_begin);
    const auto last =
        words.begin() + static_cast<std::ptrdiff_t>(is_in_b ? block.b_end : block.a_end);
    (is_in_b ? a_is_cut_ : b_is_cut_) = true;
    const bool is_function =
        std::all_of(first, last, [](const WordingWord& word) { return word.is_function; });
    inner_cut_kind_ = std::max(inner_cut_kind_, is_function ? kFunctionWord : kContentWord);
    if (static_cast<size_t>(last - first) <= kNotLostInCutMax) {
      has_negation_.back() = CountNegations(block) > 0;
    }
  }

  // Counts those of both sides, and keeps them apart for the whole.
  uint32_t CountNegations(const Block& block) {
    const auto count = [](const Words& words, size_t begin, size_t end) {
      return static_cast<uint32_t>(
          std::count_if(words.begin() + static_cast<std::ptrdiff_t>(begin),
                        words.begin() + static_cast<std::ptrdiff_t>(end),
                        [](const WordingWord& word) { return word.is_negation; }));
    };
    const uint32_t in_a = count(a_, block.a_begin, block.a_end);
    const uint32_t in_b = count(b_, block.b_begin, block.b_end);
    negations_in_a_ += in_a;
    negations_in_b_ += in_b;
    return in_a + in_b;
  }

  void AddReplaced(const Block& block) {
    Add(block, KindOf(block));
    has_negation_.back() = CountNegations(block) > 0;
  }

  WordingKind KindOf(const Block& block) const {
    std::vector<std::string_view> numbers_a;
    std::vector<std::string_view> numbers_b;
    std::vector<const WordingWord*> content_a;
    std::vector<const WordingWord*> content_b;
    Sort(a_, block.a_begin, block.a_end, numbers_a, content_a);
    Sort(b_, block.b_begin, block.b_end, numbers_b, content_b);
    if (!numbers_a.empty() && !numbers_b.empty() && numbers_a != numbers_b) {
      return kNumber;
    }
    if (numbers_a.empty() != numbers_b.empty()) {
      return kContentWord;
    }
    if (content_a.empty() && content_b.empty()) {
      return kFunctionWord;
    }
    const bool is_related =
        std::equal(content_a.begin(), content_a.end(), content_b.begin(), content_b.end(),
                   [&](const WordingWord* one, const WordingWord* other) {
                     return AreRelated(*one, *other, language_);
                   });
    return is_related ? kRelatedWord : kContentWord;
  }

  static void Sort(const Words& words, size_t begin, size_t end,
                   std::vector<std::string_view>& numbers,
                   std::vector<const WordingWord*>& content) {
    for (size_t i = begin; i < end; ++i) {
      if (words[i].is_number && !words[i].is_function) {
        numbers.push_back(words[i].folded);
      } else if (!words[i].is_function) {
        content.push_back(&words[i]);
      }
    }
  }

  void Add(const Block& block, WordingKind kind) {
    changes_.push_back(
        {SpanOf(a_, block.a_begin, block.a_end), SpanOf(b_, block.b_begin, block.b_end), kind});
    has_negation_.push_back(false);
  }

  static Span SpanOf(const Words& words, size_t begin, size_t end) {
    if (begin == end) {
      const size_t at = begin < words.size() ? words[begin].span.begin
                        : words.empty()      ? 0
                                             : words.back().span.end;
      return {at, at};
    }
    return {words[begin].span.begin, words[end - 1].span.end};
  }

  std::string_view a_text_;
  std::string_view b_text_;
  Language language_;
  Words a_;
  Words b_;
  std::vector<Block> blocks_;
  std::vector<WordChange> changes_;
  std::vector<bool> has_negation_;  // of each change
  uint32_t shared_ = 0;
  uint32_t long_shared_ = 0;
  size_t a_first_ = 0;  // of the words that both have
  size_t b_first_ = 0;
  size_t a_behind_ = 0;  // behind the last of them
  size_t b_behind_ = 0;
  bool a_is_cut_ = false;  // inside
  bool b_is_cut_ = false;
  WordingKind inner_cut_kind_ = kTrimming;  // of cuts inside, where both sides have some
  uint32_t negations_in_a_ = 0;             // among the words that differ
  uint32_t negations_in_b_ = 0;
};

}  // namespace

WordingDifference CompareWordings(std::string_view a, std::string_view b, Language language,
                                  SameQuote same) {
  return WordingComparison(a, b, language).Compare(same);
}

std::string_view Name(WordingKind kind) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"same", "spelling", "trimming", "function word", "related word", "content word", "negation",
       "number", "unrelated"});
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace stemma
