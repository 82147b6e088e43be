#include "graph/ingest/first_names.h"

namespace stemma {
namespace {

constexpr size_t kNamesMax = 1000;

// Behind the text that begins at the quotation mark `at`; npos when it does not end.
size_t EndOfText(std::string_view json, size_t at) {
  for (size_t i = at + 1; i < json.size(); ++i) {
    if (json[i] == '\\') {
      ++i;
    } else if (json[i] == '"') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<std::string> FirstNames(std::string_view beginning) {
  std::vector<std::string> names;
  size_t depth = 0;         // of objects and lists that are open
  size_t depth_wanted = 0;  // of the first object, once it was seen
  bool is_name = false;     // a text here is a name
  for (size_t i = 0; i < beginning.size() && names.size() < kNamesMax;) {
    const char c = beginning[i];
    if (c == '"') {
      const size_t end = EndOfText(beginning, i);
      if (end == std::string_view::npos) {
        break;
      }
      if (is_name && depth == depth_wanted) {
        names.emplace_back(beginning.substr(i + 1, end - i - 2));
      }
      is_name = false;
      i = end;
      continue;
    }
    if (c == '{' || c == '[') {
      ++depth;
      depth_wanted = depth_wanted == 0 && c == '{' ? depth : depth_wanted;
      is_name = c == '{';
    } else if (c == '}' || c == ']') {
      if (depth == depth_wanted || depth == 0) {
        break;
      }
      --depth;
    } else if (c == ',') {
      is_name = depth == depth_wanted;
    }
    ++i;
  }
  return names;
}

}  // namespace stemma
