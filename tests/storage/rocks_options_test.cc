// What the database says of a failure, in the words of the program.
#include "storage/rocks_options.h"

#include <catch2/catch_all.hpp>
#include <rocksdb/status.h>

namespace stemma::testing {
namespace {

TEST_CASE("a full disk is called that, however the database wraps it") {
  const auto full = rocksdb::Status::NoSpace("While appending to file");
  const auto wrapped = rocksdb::Status::IOError("DB::Open() failed", full.ToString());
  for (const rocksdb::Status& status : {full, wrapped}) {
    const Status said = StatusOf(status);
    REQUIRE_FALSE(said.has_value());
    CHECK(said.error().code == ErrorCode::kIo);
    CHECK(said.error().message == "the disk is full");
  }
  const Status other = StatusOf(rocksdb::Status::IOError("While reading a file"));
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error().code == ErrorCode::kIo);
  CHECK(other.error().message != "the disk is full");
}

}  // namespace
}  // namespace stemma::testing
