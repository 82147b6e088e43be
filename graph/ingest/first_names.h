// The names in the first object of a JSON text of which only the beginning is there.
//
// A parser wants all of it, and what is all of it only the format tells.
// Source: RFC 8259. Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma {

// In order, as written between their quotation marks. Those of the first object of a list, where
// the text begins with one; none of objects inside. Whatever is no JSON ends the search. O(bytes).
std::vector<std::string> FirstNames(std::string_view beginning);

}  // namespace stemma
