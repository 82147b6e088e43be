#include "storage/database.h"

#include <string>
#include <system_error>
#include <utility>

#include "storage/import_sink.h"
#include "storage/rocks_store.h"
#include "storage/store_folder.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

// Names the store in an error that RocksDB's side gave without it.
template <class T>
Result<T> Named(const StoreFolder& folder, Result<T> result) {
  if (!result.has_value()) {
    return Fail(result.error().code, folder.Path().string() + ": " + result.error().message);
  }
  return result;
}

class Reader : public StoreReader {
 public:
  explicit Reader(std::unique_ptr<RocksStore> store) : store_(std::move(store)), graph_(*store_) {}
  const GraphView& View() const override { return graph_; }

 private:
  std::unique_ptr<RocksStore> store_;
  StoredGraph graph_;
};

class Writer : public StoreWriter {
 public:
  Writer(StoreFolder folder, WriterLock lock, std::unique_ptr<RocksStore> store,
         const StoreWriterOptions& options, bool is_new)
      : folder_(std::move(folder)),
        lock_(std::move(lock)),
        store_(std::move(store)),
        graph_(*store_),
        options_(options),
        is_new_(is_new) {}

  ~Writer() override {
    const auto counts = graph_.Counts();
    if (is_new_ && counts.has_value() && counts->assertions == 0) {
      store_ = nullptr;
      folder_.RemoveAll();
    } else if (began_) {
      // Readers then need not replay the log. What cannot be flushed is still in the log.
      static_cast<void>(store_->Flush());
    }
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  const GraphView& View() const override { return graph_; }

  Result<std::unique_ptr<GraphSink>> Begin() override {
    began_ = true;
    return ImportSink::Begin(*store_, folder_.Staging(), options_.staging_bytes_max);
  }

 private:
  StoreFolder folder_;
  WriterLock lock_;  // let go of last
  std::unique_ptr<RocksStore> store_;
  StoredGraph graph_;
  StoreWriterOptions options_;
  bool is_new_;
  bool began_ = false;
};

}  // namespace

Result<std::unique_ptr<StoreReader>> StoreReader::Open(const std::filesystem::path& path) {
  const StoreFolder folder(path);
  STEMMA_ASSIGN(const auto found, folder.Look());
  if (found == StoreFolder::Found::kNothing) {
    return Fail(ErrorCode::kNotFound, path.string() + ": no store is there");
  }
  STEMMA_ASSIGN(auto store, Named(folder, RocksStore::OpenToRead(folder.Database())));
  return std::unique_ptr<StoreReader>(std::make_unique<Reader>(std::move(store)));
}

Result<std::unique_ptr<StoreWriter>> StoreWriter::Open(const std::filesystem::path& path,
                                                       const StoreWriterOptions& options) {
  StoreFolder folder(path);
  // Before anything is made: nothing is put into a folder that is somebody else's.
  STEMMA_TRY(folder.Look());
  STEMMA_TRY(folder.MakeFolder());
  STEMMA_ASSIGN(WriterLock lock, WriterLock::Take(folder));
  STEMMA_ASSIGN(const auto found, folder.Look());
  const bool create = found == StoreFolder::Found::kNothing;
  if (create) {
    STEMMA_TRY(folder.RemoveLeftovers());
  }
  STEMMA_ASSIGN(auto store, Named(folder, RocksStore::OpenToWrite(folder.Database(), create)));
  if (create) {
    STEMMA_TRY(folder.WriteMarker());
  }
  return std::unique_ptr<StoreWriter>(std::make_unique<Writer>(std::move(folder), std::move(lock),
                                                               std::move(store), options, create));
}

Result<uint64_t> StoreBytes(const std::filesystem::path& path) {
  uint64_t bytes = 0;
  std::error_code error;
  auto entry = std::filesystem::recursive_directory_iterator(path, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(error)) {
    std::error_code vanished;  // a writer may remove files meanwhile
    if (entry->is_regular_file(vanished)) {
      const auto size = entry->file_size(vanished);
      bytes += vanished ? 0 : size;
    }
  }
  if (error) {
    return Fail(ErrorCode::kIo, path.string() + ": " + error.message());
  }
  return bytes;
}

}  // namespace stemma
