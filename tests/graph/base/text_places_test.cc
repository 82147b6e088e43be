#include <catch2/catch_all.hpp>

#include <string>

#include "graph/base/text_places.h"

namespace stemma {
namespace {

std::string Shown(LineColumn place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

TEST_CASE("places are lines and code points, both from one") {
  const std::string text = "Ça va\n\nàé«x»\nend";
  const TextPlaces places(text);
  CHECK(Shown(places.At(0)) == "1:1");
  CHECK(Shown(places.At(text.find("va"))) == "1:4");
  CHECK(Shown(places.At(text.find('\n'))) == "1:6");
  CHECK(Shown(places.At(text.find("\n\n") + 1)) == "2:1");
  CHECK(Shown(places.At(text.find("à"))) == "3:1");
  CHECK(Shown(places.At(text.find('x'))) == "3:4");
  CHECK(Shown(places.At(text.find("end"))) == "4:1");
  CHECK(Shown(places.At(text.size())) == "4:4");
}

TEST_CASE("an empty text has one place, and an end of line begins a line") {
  CHECK(Shown(TextPlaces("").At(0)) == "1:1");
  CHECK(Shown(TextPlaces("a\n").At(2)) == "2:1");
}

}  // namespace
}  // namespace stemma
