#include "bench/support/article_text.h"

#include <array>
#include <string_view>

#include "bench/support/measure.h"

namespace stemma::bench {
namespace {

constexpr std::array<std::string_view, 40> kNouns = {
    "budget",   "harbour",  "committee", "report",   "bridge",   "election", "river",   "court",
    "hospital", "contract", "village",   "market",   "law",      "border",   "factory", "school",
    "union",    "storm",    "inquiry",   "company",  "railway",  "harvest",  "council", "mine",
    "museum",   "region",   "treaty",    "airport",  "protest",  "vaccine",  "dam",     "forest",
    "minister", "worker",   "resident",  "engineer", "official", "lawyer",   "farmer",  "teacher"};
constexpr std::array<std::string_view, 16> kVerbs = {
    "closed", "approved", "rejected", "visited", "opened",   "delayed", "examined", "lost",
    "funded", "reached",  "blamed",   "rebuilt", "defended", "ignored", "expected", "signed"};
constexpr std::array<std::string_view, 16> kFirstNames = {
    "Anna",  "Tomas", "Maria", "Jean", "Aisha",  "Peter",  "Yuki", "Omar",
    "Élise", "Karl",  "Nadia", "Luis", "Ingrid", "Samuel", "Chen", "Björn"};
constexpr std::array<std::string_view, 20> kLastNames = {
    "Lind",  "Keller", "Okafor", "Martin", "Haddad", "Novak",  "Tanaka", "Silva", "Berg", "Moreau",
    "Walsh", "Petrov", "Garcia", "Larsen", "Kaya",   "O'Hara", "Weiss",  "Rossi", "Dahl", "Mbeki"};
constexpr std::array<std::string_view, 8> kOutlets = {
    "Reuters",           "Le Monde", "the Harbour Gazette", "AFP",
    "the Northern Post", "the BBC",  "the Daily Ledger",    "Radio Coast"};
constexpr std::array<std::string_view, 6> kRoles = {
    "Foreign Minister", "engineer", "union leader", "Mayor", "police spokesman", "Professor"};

class Writer {
 public:
  explicit Writer(uint64_t seed) : random_(seed) {}

  std::string Article(uint64_t number) {
    std::string text = Headline() + "\n\nBy " + Person() + "\n\n";
    text += "PORT ELLIS, March " + std::to_string(1 + random_.Below(28)) + ", 2021 (" +
            (random_.Happens(0.5) ? "Reuters" : "AFP") + ") - " + Sentence() + " File " +
            std::to_string(number) + ".\n\n";
    while (text.size() < 3000) {
      text += Paragraph() + "\n\n";
    }
    text += "(Reporting by " + Person() + "; Editing by " + Person() + ")\n";
    return text;
  }

 private:
  template <size_t N>
  std::string Of(const std::array<std::string_view, N>& words) {
    return std::string(words[random_.Below(N)]);
  }
  std::string Person() { return Of(kFirstNames) + " " + Of(kLastNames); }
  std::string Headline() {
    std::string text = Of(kNouns) + " " + Of(kVerbs) + " after " + Of(kNouns) + " " + Of(kVerbs);
    text[0] = static_cast<char>(text[0] - 32);
    return text;
  }
  std::string Clause() {
    return "the " + Of(kNouns) + " of the " + Of(kNouns) + " " + Of(kVerbs) + " the " + Of(kNouns) +
           " near the " + Of(kNouns);
  }
  std::string Sentence() {
    std::string text = Clause() + (random_.Happens(0.5) ? ", and " + Clause() : "") + ".";
    text[0] = 'T';
    return text;
  }
  std::string Quoted() {
    const std::string words = Sentence();
    switch (random_.Below(4)) {
      case 0:
        return "“" + words.substr(0, words.size() - 1) + ",” said " + Of(kRoles) + " " + Person() +
               ".";
      case 1:
        return "\"" + words.substr(0, words.size() - 1) + ",\" " + Of(kLastNames) + " said. \"" +
               Sentence() + "\"";
      case 2:
        return "“" + words + "” a spokeswoman for the " + Of(kNouns) + " told " + Of(kOutlets) +
               ".";
      default:
        return Person() + " said that " + Clause() + ".";
    }
  }
  std::string Paragraph() {
    std::string text;
    for (uint64_t i = 0, count = 1 + random_.Below(3); i < count; ++i) {
      const double kind = static_cast<double>(random_.Below(100)) / 100;
      text += text.empty() ? "" : " ";
      if (kind < 0.35) {
        text += Quoted();
      } else if (kind < 0.42) {
        text += "More than " + std::to_string(2 + random_.Below(900)) + ",000 workers saw that " +
                Clause() + ".";
      } else if (kind < 0.47) {
        text += "According to documents obtained by " + Of(kOutlets) + ", " + Clause() + ".";
      } else if (kind < 0.5) {
        text += "The National Dam Authority (NDA) said so.";
      } else {
        text += Sentence();
      }
    }
    return text;
  }

  Random random_;
};

}  // namespace

std::vector<std::string> MakeArticles(uint64_t count, uint64_t seed) {
  Writer writer(seed);
  std::vector<std::string> articles;
  for (uint64_t i = 0; i < count; ++i) {
    articles.push_back(writer.Article(i));
  }
  return articles;
}

}  // namespace stemma::bench
