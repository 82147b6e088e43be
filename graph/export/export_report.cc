#include "graph/export/export_report.h"

namespace stemma {

void ExportReport::LeaveOut(std::string_view what, std::string_view example, uint64_t count) {
  if (count == 0) {
    return;
  }
  auto place = left_.find(what);
  if (place == left_.end()) {
    place = left_.emplace(std::string(what), Left{0, std::string(example)}).first;
  }
  place->second.count += count;
}

std::vector<std::string> ExportReport::Lines() const {
  std::vector<std::string> lines;
  for (const auto& [what, left] : left_) {
    std::string line = std::to_string(left.count) + " " + what;
    if (!left.example.empty()) {
      line += " (first: " + left.example + ")";
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace stemma
