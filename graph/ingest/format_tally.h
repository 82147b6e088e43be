// What a reader of a foreign format took, kept as extra fields, and left out: counted by name.
//
// No format says the same as the model. Whoever imports one has to know what became of the rest, so
// each reader counts it here and the import's report says it.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace stemma {

class FormatTally {
 public:
  // "page" and "pages", "quote" and "quotes": in the words of the format.
  void Took(std::string_view one, std::string_view many, uint64_t count = 1);
  // A field or relation that the model has no place for, under the format's own name.
  void Kept(std::string_view name);
  // What is not stored at all: "quotes without words".
  void LeftOut(std::string_view what, uint64_t count = 1);

  void Add(const FormatTally& other);
  void Clear();

  // "12 pages, 40 quotes; kept as extra fields: 12 × seen; left out: 2 × quotes without words".
  // The most frequent names first, and of more than kNamesShown how many more. Empty when nothing
  // was counted.
  std::string Text() const;

  static constexpr size_t kNamesShown = 12;
  static constexpr size_t kNamesMax = 1000;  // further ones are counted together

 private:
  using Counts = std::map<std::string, uint64_t, std::less<>>;
  static void Count(Counts& counts, std::string_view name, uint64_t count);
  static std::string Listed(const Counts& counts);

  struct Taken {
    std::string many;
    uint64_t count = 0;
  };
  std::map<std::string, Taken, std::less<>> taken_;  // by the word for one
  Counts kept_;
  Counts left_out_;
};

}  // namespace stemma
