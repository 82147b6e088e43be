// Imports into a store and ends as it is told, for tests that need a process they may lose.
// usage: import_child STORE STAGING_BYTES FIRST COUNT close|crash|wait|each|backup|open
//   Works w<FIRST>…, each citing the one before. close: as every program does. crash: ends right
//   after the commit, as if killed. wait: prints "open", and holds the store until its input ends.
//   each: commits each work alone, every third twice with another title, and prints its number
//   then. backup: imports nothing, and makes a backup in STORE.backups. open: only opens it to
//   read, which upgrades it.
//   What fails it prints as "failed: " or, when the operating system refused, "failed io: ".
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "storage/backup.h"
#include "storage/database.h"

namespace stemma::testing {
namespace {

std::runtime_error FailureOf(const Error& error) {
  const char* const kind = error.code == ErrorCode::kIo ? "failed io: " : "failed: ";
  return std::runtime_error(kind + error.message);
}

template <class T>
T Must(Result<T> result) {
  return result.has_value() ? *std::move(result) : throw FailureOf(result.error());
}
void Must(const Status& status) {
  if (!status.has_value()) {
    throw FailureOf(status.error());
  }
}

NodeAssertion Work(uint64_t number) {
  NodeAssertion node;
  node.id = "w" + std::to_string(number);
  node.fields.push_back({"title", true, "Title of " + node.id});
  node.fields.push_back({"text", true, std::string(200, static_cast<char>('a' + number % 26))});
  node.at_given = true;
  return node;
}

void Import(StoreWriter& store, uint64_t first, uint64_t count) {
  const auto sink = Must(store.Begin());
  for (uint64_t number = first; number < first + count; ++number) {
    Must(sink->Add(Work(number), {}));
    if (number > 0) {
      EdgeAssertion edge;
      edge.from = "w" + std::to_string(number);
      edge.to = "w" + std::to_string(number - 1);
      edge.at_given = true;
      Must(sink->Add(edge, {}));
    }
  }
  Must(sink->Commit());
}

void Supersede(StoreWriter& store, uint64_t number) {
  const auto sink = Must(store.Begin());
  NodeAssertion node = Work(number);
  node.fields.front().value = "Corrected title of " + node.id;
  node.at = 1;
  Must(sink->Add(node, {}));
  Must(sink->Commit());
}

// Closed now and then, which packs edges and makes the snapshot anew.
void ImportEach(const std::string& path, StoreWriterOptions options, uint64_t first,
                uint64_t count) {
  constexpr uint64_t kWorksWhileOpen = 8;
  options.unpacked_max = 2 * kWorksWhileOpen;
  std::unique_ptr<StoreWriter> store;
  for (uint64_t number = first; number < first + count; ++number) {
    if (number % kWorksWhileOpen == 0 || store == nullptr) {
      store.reset();
      store = Must(StoreWriter::Open(path, options));
    }
    Import(*store, number, 1);
    if (number % 3 == 0) {
      Supersede(*store, number);
    }
    std::printf("%llu\n", static_cast<unsigned long long>(number));
    std::fflush(stdout);
  }
}

int Run(char** arguments) {
  StoreWriterOptions options;
  options.batch_bytes_max = std::stoull(arguments[2]);
  const std::string end = arguments[5];
  if (end == "backup") {
    Must(BackUpStore(arguments[1], std::string(arguments[1]) + ".backups"));
    return 0;
  }
  if (end == "open") {
    Must(StoreReader::Open(arguments[1]));
    return 0;
  }
  if (end == "each") {
    ImportEach(arguments[1], options, std::stoull(arguments[3]), std::stoull(arguments[4]));
    return 0;
  }
  const auto store = Must(StoreWriter::Open(arguments[1], options));
  Import(*store, std::stoull(arguments[3]), std::stoull(arguments[4]));
  if (end == "crash") {
    _exit(0);
  }
  if (end == "wait") {
    std::puts("open");
    std::fflush(stdout);
    std::getchar();
  }
  return 0;
}

}  // namespace
}  // namespace stemma::testing

int main(int argc, char** argv) {
  if (argc != 6) {
    return 2;
  }
  try {
    return stemma::testing::Run(argv);
  } catch (const std::exception& error) {
    std::puts(error.what());
    return 1;
  }
}
