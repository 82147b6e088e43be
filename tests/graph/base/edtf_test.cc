#include "graph/base/edtf.h"

#include <string>

#include <catch2/catch_all.hpp>

#include "support/must.h"

namespace stemma::testing {
namespace {

Instant At(const std::string& text) {
  return Must(ParseInstant(text));
}

TEST_CASE("a date is the whole interval that it names") {
  CHECK(Must(ParseEdtf("2019")) ==
        DateInterval{At("2019-01-01T00:00:00Z"), At("2020-01-01T00:00:00Z")});
  CHECK(Must(ParseEdtf("2019-12")) ==
        DateInterval{At("2019-12-01T00:00:00Z"), At("2020-01-01T00:00:00Z")});
  CHECK(Must(ParseEdtf("2020-02-29")) ==
        DateInterval{At("2020-02-29T00:00:00Z"), At("2020-03-01T00:00:00Z")});
  CHECK(Must(ParseEdtf("2019-11-27T10:00:00+01:00")).start == At("2019-11-27T09:00:00Z"));
}

TEST_CASE("intervals may be open at either end") {
  CHECK(Must(ParseEdtf("2018/2019-03")) ==
        DateInterval{At("2018-01-01T00:00:00Z"), At("2019-04-01T00:00:00Z")});
  CHECK(Must(ParseEdtf("2019/..")) == DateInterval{At("2019-01-01T00:00:00Z"), kDistantFuture});
  CHECK(Must(ParseEdtf("../2019")) == DateInterval{kDistantPast, At("2020-01-01T00:00:00Z")});
}

TEST_CASE("what is no date is refused") {
  for (const char* text : {"",
                           " ",
                           "19",
                           "2019-13",
                           "2019-00",
                           "2019-02-29",
                           "2019-1-1",
                           "2019-11-31",
                           "soon",
                           "../..",
                           "2020/2019",
                           "2019/",
                           "/2019",
                           "2019-11-27T10:00:00",
                           "2019-11-27T24:30:00Z",
                           "2019-11-27Z",
                           "0000",
                           "20190",
                           "2019-11-27 ",
                           "2019-W10",
                           "2019?"}) {
    INFO("'" << text << "'");
    CHECK_FALSE(ParseEdtf(text).has_value());
  }
}

TEST_CASE("instants are written as they are read, to the microsecond") {
  for (const char* text : {"2026-11-23T10:00:00Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z",
                           "9999-12-31T23:59:59Z", "2026-11-23T10:00:00.000001Z"}) {
    CHECK(FormatInstant(At(text)) == text);
  }
  CHECK(At("2026-11-23T12:30:00+02:30") == At("2026-11-23T10:00:00Z"));
  CHECK(At("1970-01-01T00:00:01.5Z") == 1500000);
}

}  // namespace
}  // namespace stemma::testing
