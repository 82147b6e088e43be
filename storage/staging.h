// One import's writes before they are committed, seen over the state that is committed.
//
// They are kept in memory up to a budget and then move to a scratch database beside the store, so
// that an import may be larger than memory. Nothing of it is visible to anybody else before Commit.
// Source: docs/architecture.md, "One import, all or nothing".
// Thread safety: one thread.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "storage/key_values.h"
#include "storage/rocks_store.h"

namespace stemma {

class Staging : public KeyValues {
 public:
  // `folder` is emptied first. Borrows `main`.
  Staging(RocksStore& main, std::filesystem::path folder, size_t bytes_max);
  ~Staging() override;

  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override;
  Status Scan(Family family, std::string_view prefix, const Visitor& visit) const override;

  Status Put(Family family, std::string key, std::string value);
  // Of kWaiting only: everything else is never taken back.
  Status Remove(Family family, std::string key);

  // One durable batch, or sorted files taken over in one step when the budget was exceeded.
  Status Commit();

 private:
  Status Spill();

  RocksStore& main_;
  std::filesystem::path folder_;
  size_t bytes_max_;
  size_t bytes_ = 0;
  std::map<StagedKey, std::string> entries_;
  std::unique_ptr<RocksStore> scratch_;
};

}  // namespace stemma
