// What the two output streams are: terminals or files, how wide, with colour or without.
//
// Source: https://no-color.org; POSIX COLUMNS; ioctl TIOCGWINSZ.
// Thread safety: plain values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma {

struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool color = false;   // standard output may carry colour
  size_t columns = 80;  // of standard output: $COLUMNS, else the terminal's, else 80; at least 40
};

// Reads the environment and the streams. `no_color`: the option was given.
Terminal DetectTerminal(bool no_color);

enum class Tint { kPlain, kBold, kDim, kRed, kGreen, kYellow, kBlue, kMagenta, kCyan };

// `text` in that tint, or as it is when the terminal has no colour.
std::string Tinted(const Terminal& terminal, Tint tint, std::string_view text);

}  // namespace stemma
