#include "bench/support/report.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <sstream>

namespace stemma::bench {
namespace {

// Four digits: more would claim a precision that no shared machine has.
double Rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return std::strtod(text, nullptr);
}

std::string TargetText(const Target& target, const std::string& unit) {
  std::ostringstream text;
  const bool at_most =
      target.of == Target::Of::kFigureAtMost || target.of == Target::Of::kRatioAtMost;
  const bool ratio =
      target.of == Target::Of::kRatioAtMost || target.of == Target::Of::kRatioAtLeast;
  text << (at_most ? "<= " : ">= ") << target.value << ' ' << (ratio ? "x the limit" : unit);
  return text.str();
}

bool IsMet(const Target& target, double figure, double ratio) {
  switch (target.of) {
    case Target::Of::kFigureAtMost:
      return figure <= target.value;
    case Target::Of::kFigureAtLeast:
      return figure >= target.value;
    case Target::Of::kRatioAtMost:
      return ratio <= target.value;
    case Target::Of::kRatioAtLeast:
      return ratio >= target.value;
    case Target::Of::kNothing:
      break;
  }
  return true;
}

}  // namespace

Report::Report(std::string job) {
  object_["job"] = std::move(job);
  object_["figures"] = nlohmann::ordered_json::array();
}

void Report::Add(const Figure& figure) {
  nlohmann::ordered_json entry = {
      {"name", figure.name}, {"figure", Rounded(figure.figure)}, {"unit", figure.unit}};
  double ratio = 0;
  if (figure.limit && *figure.limit > 0) {
    ratio = figure.figure / *figure.limit;
    entry["limit"] = Rounded(*figure.limit);
    entry["limit_what"] = figure.limit_what;
    entry["ratio"] = Rounded(ratio);
  }
  if (figure.target.of != Target::Of::kNothing) {
    entry["target"] = TargetText(figure.target, figure.unit);
    entry["met"] = IsMet(figure.target, figure.figure, ratio);
  }
  object_["figures"].push_back(std::move(entry));
}

void Report::Note(const std::string& name, nlohmann::ordered_json value) {
  object_[name] = std::move(value);
}

void Report::Check(const std::string& what, bool agrees) {
  if (!agrees) {
    agrees_ = false;
    object_["differs"].push_back(what);
  }
}

int Report::Print() const {
  nlohmann::ordered_json object = object_;
  object["agrees"] = agrees_;
  std::puts(object.dump(2).c_str());
  return agrees_ ? 0 : 1;
}

int Guarded(const char* program, int (*body)(int, char**), int argc, char** argv) {
  try {
    return body(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", program, error.what());
    return 1;
  }
}

}  // namespace stemma::bench
