#include "cli/whole_number.h"

#include <charconv>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>

namespace stemma {

CLI::Option* WholeNumber(CLI::Option* option) {
  option->type_name("N");
  return option->check([](const std::string& text) {
    uint64_t number = 0;  // CLI11 takes a larger one for the largest
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range) {
      return "expected a whole number of 64 bits, found '" + text + "'";
    }
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number ? std::string() : "expected a whole number, found '" + text + "'";
  });
}

Status RequireLimit(uint64_t limit) {
  return limit > 0 ? Status() : InvalidInput("--limit: expected a whole number, 1 or more");
}

}  // namespace stemma
