// What a benchmark prints: one JSON object, each figure beside the limit of the same process.
//
// A figure alone says as much about the machine as about stemma; its ratio to what the machine can
// do at the same moment says something about stemma. Missing a target is no failure of the
// program; an answer that differs from the plain loops is.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace stemma::bench {

struct Target {
  enum class Of { kNothing, kFigureAtMost, kFigureAtLeast, kRatioAtMost, kRatioAtLeast };
  Of of = Of::kNothing;
  double value = 0;
};

struct Figure {
  std::string name;
  double figure = 0;
  std::string unit;
  std::optional<double> limit;  // in the same unit
  std::string limit_what;
  Target target;
};

class Report {
 public:
  explicit Report(std::string job);

  void Add(const Figure& figure);
  // Anything else worth knowing: sizes, settings.
  void Note(const std::string& name, nlohmann::ordered_json value);
  // Whether an answer is that of the plain loops. One that is not ends the program with 1.
  void Check(const std::string& what, bool agrees);

  // Prints; the program's exit status.
  int Print() const;

 private:
  nlohmann::ordered_json object_;
  bool agrees_ = true;
};

// Runs `body` and says what it threw: the main of every benchmark.
int Guarded(const char* program, int (*body)(int, char**), int argc, char** argv);

}  // namespace stemma::bench
