// What a page's JSON-LD says of the article on it.
//
// Source: JSON-LD 1.1, as schema.org's Article is written in it: an object, a list, or a `@graph`
// whose objects name each other by `@id`.
// Thread safety: plain values; ReadJsonLd is pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma {

// Each empty where nothing is said; white space folded, entities decoded; dates as written.
struct JsonLdFacts {
  std::string headline;
  std::string outlet;
  std::string url;
  std::string lang;
  std::string published;
  std::string modified;
  std::string body;
  std::vector<std::string> authors;
};

// What stands between a script's outermost brackets, line breaks inside strings made spaces: pages
// write them bare, and comment marks around it all. O(bytes).
std::string JsonOfScript(std::string_view script);

// Of the first object that is an article, nearest to the top. A script that is no JSON, or nested
// deeper than 64, is passed over; the latter with a note. O(bytes).
JsonLdFacts ReadJsonLd(const std::vector<std::string>& scripts, std::vector<std::string>& notes);

}  // namespace stemma
