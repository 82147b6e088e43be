#include "bench/support/stored.h"

#include "bench/support/measure.h"
#include "graph/ingest/import.h"
#include "support/must.h"

namespace stemma::bench {

using testing::Must;

std::map<std::string, std::string> StoredOptions(const std::string& count) {
  return {{"graph", "."}, {"store", ""}, {"count", count}, {"seed", "1"}};
}

std::filesystem::path StorePathOf(const Options& options) {
  const std::string& store = options.Text("store");
  return store.empty() ? std::filesystem::path(options.Text("graph")) / "stemma.db"
                       : std::filesystem::path(store);
}

void ImportGraph(const std::filesystem::path& folder, const std::filesystem::path& store) {
  const auto writer = Must(StoreWriter::Open(store));
  const auto sink = Must(writer->Begin());
  ImportOptions options;
  options.now = Now();
  Must(ImportFiles({(folder / "nodes.csv").string(), (folder / "edges.csv").string()}, options,
                   *sink));
}

std::unique_ptr<StoreReader> OpenStored(const Options& options) {
  const std::filesystem::path path = StorePathOf(options);
  if (!std::filesystem::exists(path)) {
    ImportGraph(options.Text("graph"), path);
  }
  return Must(StoreReader::Open(path));
}

std::vector<NodeId> NumbersInStore(const GraphView& view, const PlainGraph& plain) {
  std::vector<NodeId> numbers;
  numbers.reserve(plain.Nodes());
  for (uint32_t node = 0; node < plain.Nodes(); ++node) {
    numbers.push_back(Must(view.Find(plain.Id(node))).value());
  }
  return numbers;
}

std::vector<uint32_t> NumbersInPlain(const std::vector<NodeId>& numbers) {
  std::vector<uint32_t> plain;
  for (uint32_t node = 0; node < numbers.size(); ++node) {
    const uint64_t number = numbers[node].value;
    if (number >= plain.size()) {
      plain.resize(number + 1, kNoPlainNumber);
    }
    plain[number] = node;
  }
  return plain;
}

void NoteGraph(Report& report, const PlainGraph& plain) {
  report.Note("nodes", plain.Nodes());
  report.Note("edges", plain.Edges());
}

std::vector<uint32_t> CitingNodes(const PlainGraph& plain, uint64_t count, uint64_t seed) {
  Random random(seed);
  std::vector<uint32_t> nodes;
  for (uint64_t tries = 0; nodes.size() < count && tries < count * 1000; ++tries) {
    const auto node = static_cast<uint32_t>(random.Below(plain.Nodes()));
    if (!plain.Out().Of(node).empty()) {
      nodes.push_back(node);
    }
  }
  return nodes;
}

}  // namespace stemma::bench
