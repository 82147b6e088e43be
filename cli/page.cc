#include "cli/page.h"

namespace stemma {
namespace {

constexpr std::string_view kPlace = "@@STEMMA_DATA@@";

// A script element ends at the first "</", whatever it holds; in JSON "<" may be written otherwise.
std::string Escaped(const std::string& json) {
  std::string escaped;
  escaped.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      escaped += "\\u003c";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace

Result<std::string> PageWith(std::string data) {
  std::string page(BuiltPage());
  const size_t place = page.find(kPlace);
  if (place == std::string::npos) {
    return Fail(ErrorCode::kUnsupported,
                "this stemma was built without its page: build it again where npm is (Debian's "
                "package npm); export svg, dot and cytoscape need none");
  }
  return page.replace(place, kPlace.size(), Escaped(data));
}

}  // namespace stemma
