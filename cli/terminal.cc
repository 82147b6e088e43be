#include "cli/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include <sys/ioctl.h>
#include <unistd.h>

namespace stemma {
namespace {

constexpr size_t kColumnsMin = 40;

std::string_view Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::optional<size_t> ColumnsGiven() {
  const std::string_view text = Environment("COLUMNS");
  size_t columns = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool is_number = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return is_number && columns > 0 ? std::optional(columns) : std::nullopt;
}

std::optional<size_t> ColumnsOfTerminal() {
  winsize size = {};
  const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? std::optional<size_t>(size.ws_col) : std::nullopt;
}

std::string_view CodeOf(Tint tint) {
  switch (tint) {
    case Tint::kPlain:
      return "";
    case Tint::kBold:
      return "1";
    case Tint::kDim:
      return "2";
    case Tint::kRed:
      return "31";
    case Tint::kGreen:
      return "32";
    case Tint::kYellow:
      return "33";
    case Tint::kBlue:
      return "34";
    case Tint::kMagenta:
      return "35";
    case Tint::kCyan:
      return "36";
  }
  return "";
}

}  // namespace

Terminal DetectTerminal(bool no_color) {
  Terminal terminal;
  terminal.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  terminal.err_is_terminal = isatty(STDERR_FILENO) == 1;
  terminal.color = terminal.out_is_terminal && !no_color && Environment("NO_COLOR").empty() &&
                   Environment("TERM") != "dumb";
  if (const auto given = ColumnsGiven()) {
    terminal.columns = *given;
  } else if (const auto known = ColumnsOfTerminal()) {
    terminal.columns = *known;
  }
  terminal.columns = std::max(terminal.columns, kColumnsMin);
  return terminal;
}

std::string Tinted(const Terminal& terminal, Tint tint, std::string_view text) {
  if (!terminal.color || tint == Tint::kPlain) {
    return std::string(text);
  }
  return "\x1b[" + std::string(CodeOf(tint)) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace stemma
