#include "storage/commit_log.h"

#include <charconv>
#include <system_error>
#include <utility>

#include "storage/key_codec.h"
#include "storage/packing.h"
#include "storage/rocks_store.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

Result<CommitEntry> Decode(std::string_view key, std::string_view value) {
  const auto number = DecodeNumberKey(key);
  PackedReader in(value);
  CommitEntry entry;
  entry.number = number.value_or(0);
  entry.first_arrival = in.Number();
  entry.end_arrival = entry.first_arrival + in.Number();
  entry.assertions = in.Number();
  entry.at = in.Moment();
  entry.root = HashFrom(in.Bytes(kHashBytes));
  entry.head = HashFrom(in.Bytes(kHashBytes));
  entry.redacted = in.HasMore() ? in.Number() : 0;
  const bool is_whole = number && in.Ok() && !in.HasMore();
  return is_whole ? Result<CommitEntry>(entry)
                  : Result<CommitEntry>(Damaged("an entry of the log cannot be read"));
}

}  // namespace

std::string LineOf(const CommitEntry& entry) {
  return "{\"commit\":" + std::to_string(entry.number) + ",\"at\":\"" + FormatInstant(entry.at) +
         "\",\"assertions\":" + std::to_string(entry.assertions) +
         (entry.redacted == 0 ? "" : ",\"redacted\":" + std::to_string(entry.redacted)) +
         ",\"root\":\"" + Hex(entry.root) + "\"}";
}

Hash256 HeadAfter(const Hash256& before, const Hash256& line_hash) {
  std::string bytes = "\2";
  bytes += BytesOf(before);
  bytes += BytesOf(line_hash);
  return Sha256(bytes);
}

std::string TextOf(const Head& head) {
  return std::to_string(head.number) + ":" + Hex(head.hash);
}

std::optional<Head> ParseHead(std::string_view text) {
  Head head;
  const char* end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, head.number);
  if (error != std::errc() || behind == end || *behind != ':') {
    return std::nullopt;
  }
  const auto hash = ParseHex(std::string_view(behind + 1, static_cast<size_t>(end - behind - 1)));
  head.hash = hash.value_or(head.hash);
  return hash ? std::optional(head) : std::nullopt;
}

CommitEntry EntryAfter(const std::optional<CommitEntry>& last, uint64_t first_arrival,
                       uint64_t end_arrival, const MerkleTree& tree, uint64_t redacted) {
  CommitEntry entry;
  entry.number = last ? last->number + 1 : 1;
  entry.first_arrival = first_arrival;
  entry.end_arrival = end_arrival;
  entry.assertions = tree.Size() - redacted;
  entry.redacted = redacted;
  entry.at = Now();
  entry.root = tree.Root();
  entry.head = HeadAfter(last ? last->head : Hash256{}, Sha256(LineOf(entry)));
  return entry;
}

std::string EncodeCommit(const CommitEntry& entry) {
  std::string value;
  PackedWriter out(value);
  out.Number(entry.first_arrival);
  out.Number(entry.end_arrival - entry.first_arrival);
  out.Number(entry.assertions);
  out.Moment(entry.at);
  out.Bytes(BytesOf(entry.root));
  out.Bytes(BytesOf(entry.head));
  if (entry.redacted > 0) {
    out.Number(entry.redacted);
  }
  return value;
}

Result<std::optional<CommitEntry>> LastCommit(const RocksStore& store) {
  std::optional<CommitEntry> last;
  STEMMA_TRY(ScanCommits(store, ~uint64_t{0}, [&](const CommitEntry& entry) -> Result<bool> {
    last = entry;
    return true;
  }));
  return last;
}

Status ScanCommits(const RocksStore& store, uint64_t from,
                   const std::function<Result<bool>(const CommitEntry&)>& visit) {
  Status status;
  STEMMA_TRY(store.ScanFrom(
      Family::kLog, NumberKey(from), [&](std::string_view key, std::string_view value) {
        const auto entry = Decode(key, value);
        const auto go_on =
            entry.has_value() ? visit(*entry) : Result<bool>(tl::unexpected<Error>(entry.error()));
        if (!go_on.has_value()) {
          status = tl::unexpected<Error>(go_on.error());
        }
        return go_on.has_value() && *go_on;
      }));
  return status;
}

}  // namespace stemma
