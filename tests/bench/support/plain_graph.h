// A citation graph as plain compressed sparse rows, read from the same CSV files as stemma reads.
//
// This is the limit that figures are compared with: no ids, kinds, times, evidence or durability,
// only arrays. Nodes are numbered in the order of the file.
// Thread safety: immutable once loaded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::bench {

// A whole file in memory, mapped.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  std::string_view Bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

struct PlainRows {
  std::vector<uint32_t> first;  // one more than there are nodes
  std::vector<uint32_t> targets;
  std::span<const uint32_t> Of(uint32_t node) const {
    return {targets.data() + first[node], first[node + 1] - first[node]};
  }
};

class PlainGraph {
 public:
  // Reads nodes.csv and edges.csv of make_graph. Throws when they are not there.
  explicit PlainGraph(const std::filesystem::path& folder);

  uint32_t Nodes() const { return static_cast<uint32_t>(ids_.size()); }
  uint64_t Edges() const { return out_.targets.size(); }
  std::string_view Id(uint32_t node) const { return ids_[node]; }
  std::optional<uint32_t> Find(std::string_view id) const;
  const PlainRows& Out() const { return out_; }
  // Documents: the sinks.
  bool IsOrigin(uint32_t node) const { return is_origin_[node] != 0; }
  // Of each edge, beside Out().targets; empty where the file has none.
  const std::vector<float>& Confidence() const { return confidence_; }

  // The same edges, by the node they lead to.
  PlainRows Reversed() const;

 private:
  void ReadNodes(std::string_view bytes);
  void ReadEdges(std::string_view bytes);
  size_t SlotOf(std::string_view id) const;

  std::unique_ptr<MappedFile> nodes_file_;
  std::vector<std::string_view> ids_;
  std::vector<char> is_origin_;
  std::vector<uint32_t> slots_;  // open addressing: a node's number + 1, or 0
  PlainRows out_;
  std::vector<float> confidence_;
};

}  // namespace stemma::bench
