// Imports into a store and ends as it is told, for tests that need a process they may lose.
// usage: import_child STORE STAGING_BYTES FIRST COUNT close|crash|wait
//   Works w<FIRST>…, each citing the one before. close: as every program does. crash: ends right
//   after the commit, as if killed. wait: prints "open", and holds the store until its input ends.
#include <unistd.h>

#include <cstdio>
#include <string>

#include "storage/database.h"
#include "support/must.h"

namespace stemma::testing {
namespace {

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

int Run(char** arguments) {
  StoreWriterOptions options;
  options.batch_bytes_max = std::stoull(arguments[2]);
  const std::string end = arguments[5];
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
    std::fprintf(stderr, "import_child: %s\n", error.what());
    return 1;
  }
}
