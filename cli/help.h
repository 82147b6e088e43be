// The text of --help, laid out by us: CLI11's own layout differs between its versions, and the pages
// in docs/commands/ are held to it.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace stemma {

class HelpFormatter : public CLI::FormatterBase {
 public:
  // Usage, description, arguments, options, global options, commands, footer; no line is wider than
  // 80 columns.
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
};

}  // namespace stemma
