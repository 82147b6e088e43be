#include "storage/redacted_lines.h"

#include <optional>

#include "storage/key_codec.h"
#include "storage/packing.h"
#include "storage/rocks_store.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

constexpr size_t kNumberBytes = 8;

std::optional<RedactedLine> Decode(std::string_view key, std::string_view value) {
  const auto arrival = DecodeArrival(key);
  PackedReader in(value);
  RedactedLine line;
  line.arrival = arrival.value_or(0);
  line.commit = in.Number();
  line.index = in.Number();
  line.leaf = HashFrom(in.Bytes(kHashBytes));
  line.left = HashFrom(in.Bytes(kHashBytes));
  return arrival && in.AtEnd() ? std::optional(line) : std::nullopt;
}

}  // namespace

std::string LineOf(const RedactedLine& line) {
  return "{\"redacted\":{\"commit\":" + std::to_string(line.commit) +
         ",\"index\":" + std::to_string(line.index) + "},\"left\":\"" + Hex(line.left) + "\"}";
}

Status PutRedactedLine(uint64_t redacting_commit, const RedactedLine& line, Batch& batch) {
  std::string value;
  PackedWriter out(value);
  out.Number(line.commit);
  out.Number(line.index);
  out.Bytes(BytesOf(line.leaf));
  out.Bytes(BytesOf(line.left));
  return batch.Put(Family::kRedactedLines, NumberKey(redacting_commit) + NumberKey(line.arrival),
                   value);
}

Status ScanRedactedLines(
    const RocksStore& store,
    const std::function<Status(uint64_t redacting_commit, const RedactedLine&)>& visit) {
  Status status;
  STEMMA_TRY(
      store.Scan(Family::kRedactedLines, "", [&](std::string_view key, std::string_view value) {
        const auto commit = DecodeNumberKey(key.substr(0, kNumberBytes));
        const auto line = Decode(key, value);
        status = commit && line ? visit(*commit, *line)
                                : Status(Damaged("what was redacted cannot be read"));
        return status.has_value();
      }));
  return status;
}

Result<RedactedByArrival> ReadRedactedByArrival(const RocksStore& store) {
  RedactedByArrival lines;
  const Status scanned =
      ScanRedactedLines(store, [&](uint64_t, const RedactedLine& line) -> Status {
        lines[line.arrival] = line;
        return {};
      });
  STEMMA_TRY(scanned);
  return lines;
}

Result<std::vector<NodeId>> ReadRedactedNodes(const RocksStore& store) {
  std::vector<NodeId> nodes;
  bool is_whole = true;
  STEMMA_TRY(store.Scan(Family::kRedactedNodes, "", [&](std::string_view key, std::string_view) {
    const auto number = DecodeNumberKey(key);
    is_whole = number.has_value();
    nodes.push_back(NodeId{number.value_or(0)});
    return is_whole;
  }));
  return is_whole ? Result<std::vector<NodeId>>(std::move(nodes))
                  : Result<std::vector<NodeId>>(Damaged("what was redacted cannot be read"));
}

}  // namespace stemma
