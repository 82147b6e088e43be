#include <catch2/catch_all.hpp>

#include "graph/names/edit_cost.h"

namespace stemma::testing {
namespace {

TEST_CASE("what is easily confused costs less than what is not") {
  CHECK(EditCost("moor", "moor") == 0);
  CHECK(EditCost("moor", "koor") == 1);
  CHECK(EditCost("moor", "moir") < 1);           // vowels
  CHECK(EditCost("kranwerk", "cranwerk") < 1);   // letters of one sound
  CHECK(EditCost("kranwerk", "krannwerk") < 1);  // doubled
  CHECK(EditCost("macron", "marcon") < 1);       // swapped
  CHECK(EditCost("zhukov", "jukov") < 1);        // a sound of two letters
  CHECK(EditCost("blue bird", "bluebird") < 0.5);
  CHECK(EditCost("squadron 4", "squadron 7") > 1);
}

TEST_CASE("a cost above what is asked for is only known to be above it") {
  CHECK(EditCost("kranwerk", "hotel", 2) > 2);
  CHECK(EditCost("zhukov", "jukov", 2) == EditCost("zhukov", "jukov"));
}

TEST_CASE("an empty text is as far as the other is long") {
  CHECK(EditCost("", "") == 0);
  CHECK(EditCost("", "bcd") == 3);
  CHECK(EditCost("bcd", "") == 3);
}

TEST_CASE("long words may differ in more than short ones") {
  CHECK(EditCostMax(0) == 0);
  CHECK(EditCostMax(3) == 0);
  CHECK(EditCostMax(4) < 1);
  CHECK(EditCostMax(5) > 1);
  CHECK(EditCostMax(9) > 2);
  CHECK(EditCostMax(16) > 3);
  CHECK(EditCostMax(16) < 4);
}

}  // namespace
}  // namespace stemma::testing
