#include "cli/import_progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace stemma {
namespace {

std::string WithOneDecimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", number);
  return text;
}

// 6000000 as "6,000,000".
std::string Grouped(uint64_t number) {
  std::string text = std::to_string(number);
  for (size_t i = text.size(); i > 3;) {
    i -= 3;
    text.insert(i, ",");
  }
  return text;
}

std::string Megabytes(uint64_t bytes) {
  return WithOneDecimal(static_cast<double>(bytes) / 1e6);
}

std::string Rate(uint64_t lines, double seconds) {
  const double rate = static_cast<double>(lines) / seconds;
  return (rate >= 1e6 ? WithOneDecimal(rate / 1e6) + " million"
                      : Grouped(static_cast<uint64_t>(rate))) +
         " lines/s";
}

std::string TimeLeft(double seconds) {
  constexpr double kSecondsMax = 120;
  return seconds < kSecondsMax ? Grouped(static_cast<uint64_t>(std::ceil(seconds))) + " s left"
                               : Grouped(static_cast<uint64_t>(seconds / 60)) + " min left";
}

}  // namespace

std::string ImportProgressText(const ImportProgress& progress, double seconds) {
  if (progress.is_writing) {
    return "import: " + Grouped(progress.lines) + " lines read, writing the store…";
  }
  const uint64_t total = progress.bytes_total;
  const uint64_t read = total == 0 ? progress.bytes_read : std::min(progress.bytes_read, total);
  std::string text = "import: ";
  if (total > 0) {
    text += std::to_string(read * 100 / total) + " %, " + Megabytes(read) + " of ";
  }
  text += Megabytes(total > 0 ? total : read) + " MB";
  if (seconds > 0) {
    text += ", " + Rate(progress.lines, seconds);
    if (read > 0 && total > 0) {
      const double part_left = static_cast<double>(total - read) / static_cast<double>(read);
      text += ", " + TimeLeft(part_left * seconds);
    }
  }
  return text;
}

}  // namespace stemma
