#include "cli/context.h"

#include <mutex>
#include <optional>

#include <sys/stat.h>

#include "cli/trace_text_line.h"

namespace stemma {
namespace {

// What is made meanwhile is for its user alone; an export made later is not. The umask is the whole
// process's: the threads of a server set it once at a time.
class PrivateWhile {
 public:
  PrivateWhile() : before_(umask(S_IRWXG | S_IRWXO)) {}
  ~PrivateWhile() { umask(before_); }
  PrivateWhile(const PrivateWhile&) = delete;
  PrivateWhile& operator=(const PrivateWhile&) = delete;

 private:
  const std::lock_guard<std::mutex> lock_{Mutex()};
  mode_t before_;

  static std::mutex& Mutex() {
    static std::mutex mutex;
    return mutex;
  }
};

}  // namespace

Status Context::RequireStore() const {
  if (!std::filesystem::exists(db)) {
    return Fail(ErrorCode::kNotFound,
                "no store at " + db.string() + ": import something first, or name one with --db");
  }
  return {};
}

Result<std::unique_ptr<StoreReader>> Context::OpenToRead() const {
  std::optional<PrivateWhile> upgrading;
  if (IsOfOlderFormat(db)) {
    upgrading.emplace();
  }
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

void Context::Complain(std::string_view message) const {
  err << "stemma: " << Printable(message) << "\n";
}

void Context::Note(std::string_view note) const {
  if (!quiet) {
    Complain(note);
  }
}

}  // namespace stemma
