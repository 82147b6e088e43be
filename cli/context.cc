#include "cli/context.h"

#include <sys/stat.h>

namespace stemma {

Status Context::RequireStore() const {
  if (!std::filesystem::exists(db)) {
    return Fail(ErrorCode::kNotFound,
                "no store at " + db.string() + ": import something first, or name one with --db");
  }
  return {};
}

Result<std::unique_ptr<StoreReader>> Context::OpenToRead() const {
  auto store = StoreReader::Open(db);
  if (!store.has_value() && store.error().code == ErrorCode::kNotFound) {
    STEMMA_TRY(RequireStore());
  }
  return store;
}

Result<std::unique_ptr<StoreWriter>> Context::OpenToWrite() const {
  KeepFilesPrivate();
  return StoreWriter::Open(db);
}

void Context::KeepFilesPrivate() {
  umask(S_IRWXG | S_IRWXO);
}

void Context::Note(std::string_view note) const {
  if (!quiet) {
    err << "stemma: " << note << "\n";
  }
}

}  // namespace stemma
