#include "cli/whole_number.h"

#include <string>

#include <CLI/CLI.hpp>

namespace stemma {

CLI::Option* WholeNumber(CLI::Option* option) {
  option->type_name("N");
  return option->check([](const std::string& text) {
    const bool is_number = text.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? std::string() : "expected a whole number, found '" + text + "'";
  });
}

Status RequireLimit(uint64_t limit) {
  return limit > 0 ? Status() : InvalidInput("--limit: expected a whole number, 1 or more");
}

}  // namespace stemma
