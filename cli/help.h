// The text of --help, laid out by us: CLI11's own layout differs between its versions, and the
// pages in docs/commands/ are held to it.
#pragma once

#include <memory>

namespace CLI {
class FormatterBase;
}

namespace stemma {

// Usage, description, arguments, options, global options, commands, footer; no line is wider than
// 80 columns. For the program and for each of its commands.
std::shared_ptr<CLI::FormatterBase> MakeHelpFormatter();

}  // namespace stemma
