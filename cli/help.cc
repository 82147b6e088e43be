#include "cli/help.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/trace_text_line.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kColumns = 80;
constexpr size_t kNameColumns = 24;

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string NameOf(const CLI::Option& option) {
  if (option.get_positional()) {
    const bool repeats = option.get_items_expected_max() > 1;
    const std::string name = option.get_name() + (repeats ? "..." : "");
    return option.get_required() ? name : "[" + name + "]";
  }
  std::string name;
  for (const std::string& shorter : option.get_snames()) {
    name += (name.empty() ? "-" : ", -") + shorter;
  }
  for (const std::string& longer : option.get_lnames()) {
    name += (name.empty() ? "--" : ", --") + longer;
  }
  const bool is_flag = option.get_items_expected_max() == 0;
  return is_flag ? name : name + " " + option.get_type_name();
}

Rows RowsOf(const CLI::App& app, bool positional) {
  Rows rows;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() != positional) {
      continue;
    }
    std::string description = option->get_description();
    if (!option->get_default_str().empty()) {
      description += " (" + option->get_default_str() + ")";
    }
    rows.emplace_back(NameOf(*option), description);
  }
  return rows;
}

// A name, and beside it what it means, wrapped.
std::string Section(const std::string& title, const Rows& rows) {
  if (rows.empty()) {
    return "";
  }
  std::string text = "\n" + title + ":\n";
  for (const auto& [name, meaning] : rows) {
    const auto lines = WrapWords(meaning, kColumns - kNameColumns, kColumns - kNameColumns, 100);
    std::string left = "  " + name;
    if (DisplayWidth(left) + 2 > kNameColumns) {
      text += left + "\n";
      left.clear();
    }
    for (const std::string& line : lines) {
      left.resize(std::max(left.size(), kNameColumns), ' ');
      text += left + line + "\n";
      left.clear();
    }
    if (lines.empty()) {
      text += left + "\n";
    }
  }
  return text;
}

Rows CommandsOf(const CLI::App& app) {
  Rows rows;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    rows.emplace_back(command->get_name(), command->get_description());
  }
  return rows;
}

std::string HelpOf(const CLI::App* app) {
  const bool is_command = app->get_parent() != nullptr;
  std::string usage = "stemma " + (is_command ? app->get_name() + " " : std::string());
  for (const auto& [name, meaning] : RowsOf(*app, /*positional=*/true)) {
    usage += name + " ";
  }
  usage += is_command ? "[OPTION...]" : "COMMAND [ARGUMENT...]";

  std::string help;
  for (const std::string& line : WrapWords(app->get_description(), kColumns, kColumns, 100)) {
    help += line + "\n";
  }
  help += "\nUsage: " + usage + "\n";
  help += Section("Arguments", RowsOf(*app, /*positional=*/true));
  help += Section("Commands", CommandsOf(*app));
  help += Section("Options", RowsOf(*app, /*positional=*/false));
  if (is_command) {
    help += Section("Options of every command", RowsOf(*app->get_parent(), /*positional=*/false));
  }
  if (!app->get_footer().empty()) {
    help += "\n" + app->get_footer() + "\n";
  }
  return help;
}

class HelpFormatter : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    return HelpOf(app);
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> MakeHelpFormatter() {
  return std::make_shared<HelpFormatter>();
}

}  // namespace stemma
