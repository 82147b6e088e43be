#include "storage/staging.h"

#include <system_error>

namespace stemma {
namespace {

// What a removed entry holds; no value of the store is this.
constexpr std::string_view kRemoved = "\x01removed";

void RemoveFolder(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

}  // namespace

Staging::Staging(RocksStore& main, std::filesystem::path folder, size_t bytes_max)
    : main_(main), folder_(std::move(folder)), bytes_max_(bytes_max) {
  RemoveFolder(folder_);
}

Staging::~Staging() {
  scratch_ = nullptr;
  RemoveFolder(folder_);
}

Result<std::optional<std::string>> Staging::Get(Family family, std::string_view key) const {
  std::optional<std::string> found;
  if (const auto entry = entries_.find({family, std::string(key)}); entry != entries_.end()) {
    found = entry->second;
  } else if (scratch_) {
    STEMMA_ASSIGN(found, scratch_->Get(family, key));
  }
  if (found || family == Family::kWaiting) {
    return found == kRemoved ? std::optional<std::string>() : found;
  }
  return main_.Get(family, key);
}

Status Staging::Scan(Family family, std::string_view prefix, const Visitor& visit) const {
  std::map<std::string, std::string, std::less<>> merged;
  const auto take = [&](std::string_view key, std::string_view value) {
    merged.insert_or_assign(std::string(key), std::string(value));
    return true;
  };
  if (family != Family::kWaiting) {
    STEMMA_TRY(main_.Scan(family, prefix, take));
  }
  if (scratch_) {
    STEMMA_TRY(scratch_->Scan(family, prefix, take));
  }
  for (auto entry = entries_.lower_bound({family, std::string(prefix)});
       entry != entries_.end() && entry->first.first == family &&
       entry->first.second.starts_with(prefix);
       ++entry) {
    take(entry->first.second, entry->second);
  }
  for (const auto& [key, value] : merged) {
    if (value != kRemoved && !visit(key, value)) {
      break;
    }
  }
  return {};
}

Status Staging::Put(Family family, std::string key, std::string value) {
  constexpr size_t kEntryOverheadBytes = 128;  // of the map and its strings
  bytes_ += key.size() + value.size() + kEntryOverheadBytes;
  entries_.insert_or_assign({family, std::move(key)}, std::move(value));
  return bytes_ > bytes_max_ ? Spill() : Status();
}

Status Staging::Remove(Family family, std::string key) {
  return Put(family, std::move(key), std::string(kRemoved));
}

Status Staging::Spill() {
  if (!scratch_) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) {
      return Fail(ErrorCode::kIo, folder_.string() + ": " + error.message());
    }
    STEMMA_ASSIGN(scratch_, RocksStore::OpenScratch(folder_ / "scratch"));
  }
  STEMMA_TRY(scratch_->WriteScratch(entries_));
  entries_.clear();
  bytes_ = 0;
  return {};
}

Status Staging::Commit() {
  std::erase_if(entries_, [&](const auto& entry) {
    return !scratch_ && entry.first.first == Family::kWaiting;
  });
  if (!scratch_) {
    return main_.Write(entries_);
  }
  STEMMA_TRY(Spill());
  return main_.Ingest(*scratch_, folder_);
}

}  // namespace stemma
