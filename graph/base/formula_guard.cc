#include "graph/base/formula_guard.h"

#include <algorithm>
#include <charconv>

namespace stemma {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";

// "-5", "-2.5e3": shown as it is. What else begins with a sign is computed.
bool IsNegativeNumber(std::string_view cell) {
  if (cell.size() < 2 || cell[0] != '-' || cell[1] < '0' || cell[1] > '9') {
    return false;
  }
  double number = 0;
  const char* end = cell.data() + cell.size();
  return std::from_chars(cell.data(), end, number).ptr == end;
}

bool LooksLikeFormula(std::string_view cell) {
  return !cell.empty() && kFormulaStarts.find(cell.front()) != std::string_view::npos;
}

std::string_view WithoutApostrophes(std::string_view cell) {
  cell.remove_prefix(std::min(cell.find_first_not_of('\''), cell.size()));
  return cell;
}

}  // namespace

std::string GuardFormula(std::string_view cell) {
  const bool is_formula = LooksLikeFormula(WithoutApostrophes(cell)) && !IsNegativeNumber(cell);
  return (is_formula ? "'" : "") + std::string(cell);
}

std::string_view UnguardFormula(std::string_view cell) {
  const bool is_guarded = cell.starts_with('\'') && LooksLikeFormula(WithoutApostrophes(cell));
  return is_guarded ? cell.substr(1) : cell;
}

}  // namespace stemma
