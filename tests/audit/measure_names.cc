// Measures how well names are compared, on pairs of names that people have marked as same or not.
//
//     measure_names --pairs FILE [--wrong] [--split SEED]
//
// FILE is CSV with a header that has schema, name1, name2 and is_match, as nomenklatura's name
// bench (github.com/opensanctions/nomenklatura). `--wrong` lists the pairs that are judged
// otherwise than marked. `--split` cuts the pairs in two at random and chooses on each half the
// lowest score that makes a match by F, to be measured on the other half.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "graph/names/name_match.h"

namespace stemma {
namespace {

struct Pair {
  std::string schema;
  std::string a;
  std::string b;
  bool is_same = false;
  NameMatch match;
};

struct Counts {
  int right = 0;  // said to be the same, and are
  int said = 0;
  int marked = 0;
  int pairs = 0;

  void Add(const Pair& pair, double score_min) {
    const bool is_said = pair.match.score >= score_min;
    right += is_said && pair.is_same ? 1 : 0;
    said += is_said ? 1 : 0;
    marked += pair.is_same ? 1 : 0;
    ++pairs;
  }
  double Precision() const { return said == 0 ? 0 : static_cast<double>(right) / said; }
  double Recall() const { return marked == 0 ? 0 : static_cast<double>(right) / marked; }
  double F() const { return said + marked == 0 ? 0 : 2.0 * right / (said + marked); }
};

// The cells of one line; cells with line breaks are not in such data.
std::vector<std::string> CellsOf(std::string_view line) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    const bool is_doubled =
        is_quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"';
    if (is_doubled) {
      cells.back() += line[i++];
    } else if (line[i] == '"') {
      is_quoted = !is_quoted;
    } else if (line[i] == ',' && !is_quoted) {
      cells.emplace_back();
    } else if (line[i] != '\r') {
      cells.back() += line[i];
    }
  }
  return cells;
}

NameMatch Compare(const Pair& pair) {
  const NameMatch of_persons = CompareNames(pair.a, pair.b, NameKind::kPerson);
  if (pair.schema == "Person") {
    return of_persons;
  }
  const NameMatch of_bodies = CompareNames(pair.a, pair.b, NameKind::kOrganisation);
  const bool may_be_person = pair.schema == "LegalEntity";
  return may_be_person && of_persons.score > of_bodies.score ? of_persons : of_bodies;
}

std::vector<Pair> ReadPairs(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  std::map<std::string, size_t> column;
  for (const std::string& name : CellsOf(line)) {
    column.emplace(name, column.size());
  }
  std::vector<Pair> pairs;
  for (const char* name : {"schema", "name1", "name2", "is_match"}) {
    if (!column.contains(name)) {
      std::fprintf(stderr, "%s: no column %s\n", path.c_str(), name);
      return pairs;
    }
  }
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = CellsOf(line);
    if (cells.size() >= column.size()) {
      Pair pair{cells[column["schema"]],
                cells[column["name1"]],
                cells[column["name2"]],
                cells[column["is_match"]] == "true",
                {}};
      pair.match = Compare(pair);
      pairs.push_back(std::move(pair));
    }
  }
  return pairs;
}

void Print(std::string_view what, const Counts& counts) {
  std::printf("%-14.*s %5d pairs   P %.3f   R %.3f   F %.3f\n", static_cast<int>(what.size()),
              what.data(), counts.pairs, counts.Precision(), counts.Recall(), counts.F());
}

void PrintSchemas(const std::vector<Pair>& pairs) {
  Counts all;
  std::map<std::string, Counts> by_schema;
  for (const Pair& pair : pairs) {
    all.Add(pair, kNameMatchMin);
    by_schema[pair.schema].Add(pair, kNameMatchMin);
  }
  Print("all", all);
  for (const auto& [schema, counts] : by_schema) {
    Print(schema, counts);
  }
}

void PrintWrong(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    if (pair.match.is_match != pair.is_same) {
      std::printf("%s %.2f %d  %s: %s | %s\n", pair.is_same ? "missed" : "wrong ", pair.match.score,
                  static_cast<int>(pair.match.how), pair.schema.c_str(), pair.a.c_str(),
                  pair.b.c_str());
    }
  }
}

Counts CountsOf(const std::vector<Pair>& pairs, size_t begin, size_t end, double score_min) {
  Counts counts;
  for (size_t i = begin; i < end; ++i) {
    counts.Add(pairs[i], score_min);
  }
  return counts;
}

void PrintSplit(std::vector<Pair> pairs, uint64_t seed) {
  std::shuffle(pairs.begin(), pairs.end(), std::mt19937_64(seed));
  const size_t middle = pairs.size() / 2;
  for (const bool is_first : {true, false}) {
    const size_t begin = is_first ? 0 : middle;
    const size_t end = is_first ? middle : pairs.size();
    double best = kNameMatchMin;
    for (double score = 0.5; score < 0.95; score += 0.01) {
      const bool is_better =
          CountsOf(pairs, begin, end, score).F() > CountsOf(pairs, begin, end, best).F();
      best = is_better ? score : best;
    }
    std::printf("chosen on one half: %.2f\n", best);
    Print("this half", CountsOf(pairs, begin, end, best));
    Print("other half", is_first ? CountsOf(pairs, middle, pairs.size(), best)
                                 : CountsOf(pairs, 0, middle, best));
  }
}

int Main(int argc, char** argv) {
  std::string path;
  bool is_wrong_asked = false;
  const char* seed = nullptr;
  for (int i = 1; i < argc; ++i) {
    const std::string_view option = argv[i];
    if (option == "--pairs" && i + 1 < argc) {
      path = argv[++i];
    } else if (option == "--split" && i + 1 < argc) {
      seed = argv[++i];
    } else if (option == "--wrong") {
      is_wrong_asked = true;
    } else {
      path.clear();
      break;
    }
  }
  const std::vector<Pair> pairs = path.empty() ? std::vector<Pair>() : ReadPairs(path);
  if (pairs.empty()) {
    std::fprintf(stderr, "usage: measure_names --pairs FILE [--wrong] [--split SEED]\n");
    return 2;
  }
  PrintSchemas(pairs);
  if (seed != nullptr) {
    PrintSplit(pairs, std::strtoull(seed, nullptr, 10));
  }
  if (is_wrong_asked) {
    PrintWrong(pairs);
  }
  return 0;
}

}  // namespace
}  // namespace stemma

int main(int argc, char** argv) {
  return stemma::Main(argc, argv);
}
