#include <string>
#include <utility>

#include "storage/database.h"
#include "storage/rocks_store.h"
#include "storage/spill.h"
#include "storage/store_folder.h"
#include "storage/store_state.h"
#include "storage/verifier.h"

namespace stemma {
namespace {

// Damage that keeps the store from being opened at all.
Result<Verification> AsFinding(const Error& error) {
  if (error.code != ErrorCode::kCorruption) {
    return tl::unexpected<Error>(error);
  }
  Verification result;
  result.findings = {error.message};
  result.found = 1;
  return result;
}

}  // namespace

Result<Verification> VerifyStore(const std::filesystem::path& path, LogCheck log) {
  const StoreFolder folder(path);
  const auto found = folder.LookForStore();
  if (!found.has_value()) {
    return AsFinding(found.error());
  }
  if (*found == StoreFolder::Found::kOlderStore) {
    // Opening upgrades it, by all that was said in it.
    const auto upgraded = StoreReader::Open(path);
    if (!upgraded.has_value()) {
      return AsFinding(upgraded.error());
    }
  }
  const Result<uint64_t> extent = folder.Extent();  // before a writer adds more
  const auto store = OpenDatabaseToRead(folder);
  if (!store.has_value()) {
    return AsFinding(store.error());
  }
  STEMMA_ASSIGN(const std::filesystem::path scratch, MakeTemporaryFolder());
  Verification result = Verifier(folder, **store, scratch).Run(log);
  std::error_code ignored;
  std::filesystem::remove_all(scratch, ignored);
  const Status shown = extent.has_value() ? RequireExtent(**store, *extent)
                                          : Status(tl::unexpected<Error>(extent.error()));
  if (!shown.has_value()) {
    ++result.found;
    result.findings.insert(result.findings.begin(), shown.error().message);
  }
  return result;
}

}  // namespace stemma
