#include <catch2/catch_all.hpp>

#include "graph/names/given_names.h"
#include "graph/names/name_variants.h"

namespace stemma::testing {
namespace {

TEST_CASE("spellings that news use side by side are known variants") {
  CHECK(AreKnownVariants("uighur", "uyghur"));
  CHECK(AreKnownVariants("ouighour", "uyghur"));
  CHECK(AreKnownVariants("kiev", "kyiv"));
  CHECK(AreKnownVariants("gaddafi", "kadhafi"));
  CHECK(AreKnownVariants("daesh", "daech"));
  CHECK(AreKnownVariants("hezbollah", "hizballah"));
  CHECK(AreKnownVariants("peking", "beijing"));
  CHECK(AreKnownVariants("burma", "myanmar"));
  CHECK(AreKnownVariants("zelensky", "zelenskyy"));
  CHECK(AreKnownVariants("organisation", "organization"));
  CHECK(AreKnownVariants("defence", "defense"));
}

TEST_CASE("spaces and hyphens do not matter to a variant") {
  CHECK(AreKnownVariants("al-qaeda", "al qaida"));
  CHECK(AreKnownVariants("alqaeda", "al qaida"));
}

TEST_CASE("an error is no variant, and neither is the same word") {
  CHECK_FALSE(AreKnownVariants("laudrian", "le drian"));
  CHECK_FALSE(AreKnownVariants("macron", "marcon"));
  CHECK_FALSE(AreKnownVariants("kyiv", "kyiv"));
  CHECK_FALSE(AreKnownVariants("", ""));
}

TEST_CASE("short forms belong to their name and not to each other's") {
  CHECK(AreNicknames("bill", "william"));
  CHECK(AreNicknames("bill", "will"));
  CHECK(AreNicknames("sandy", "alexander"));
  CHECK_FALSE(AreNicknames("alexander", "albert"));
  CHECK_FALSE(AreNicknames("frederick", "friedrich"));
  CHECK(IsCommonGivenName("friedrich"));
  CHECK_FALSE(IsCommonGivenName("kranwerk"));
}

}  // namespace
}  // namespace stemma::testing
