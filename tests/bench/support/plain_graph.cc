#include "bench/support/plain_graph.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <charconv>
#include <functional>
#include <numeric>
#include <stdexcept>

namespace stemma::bench {
namespace {

// Lines of a CSV file that holds no quotes, without its header.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : rest_(bytes) { Next(); }
  std::string_view Next() {
    const size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    return line;
  }
  bool AtEnd() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::string_view TakeCell(std::string_view& line) {
  const size_t comma = line.find(',');
  const std::string_view cell = line.substr(0, comma);
  line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
  return cell;
}

// Where each row begins, from how many it has.
void Accumulate(std::vector<uint32_t>& first) {
  std::partial_sum(first.begin(), first.end(), first.begin());
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status = {};
  if (file < 0 || fstat(file, &status) != 0 || status.st_size == 0) {
    throw std::runtime_error("cannot read " + path.string());
  }
  size_ = static_cast<size_t>(status.st_size);
  void* data = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (data == MAP_FAILED) {
    throw std::runtime_error("cannot map " + path.string());
  }
  data_ = static_cast<const char*>(data);
}

MappedFile::~MappedFile() {
  munmap(const_cast<char*>(data_), size_);
}

PlainGraph::PlainGraph(const std::filesystem::path& folder)
    : nodes_file_(std::make_unique<MappedFile>(folder / "nodes.csv")) {
  ReadNodes(nodes_file_->Bytes());
  const MappedFile edges(folder / "edges.csv");
  ReadEdges(edges.Bytes());
}

void PlainGraph::ReadNodes(std::string_view bytes) {
  Lines lines(bytes);
  while (!lines.AtEnd()) {
    const std::string_view line = lines.Next();
    ids_.push_back(line.substr(0, line.find(',')));
    is_origin_.push_back(line.ends_with(",document") ? 1 : 0);
  }
  slots_.assign(std::bit_ceil(ids_.size() * 2), 0);
  for (uint32_t node = 0; node < Nodes(); ++node) {
    slots_[SlotOf(ids_[node])] = node + 1;
  }
}

size_t PlainGraph::SlotOf(std::string_view id) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = std::hash<std::string_view>()(id) & mask;
  while (slots_[slot] != 0 && ids_[slots_[slot] - 1] != id) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::optional<uint32_t> PlainGraph::Find(std::string_view id) const {
  const uint32_t entry = slots_[SlotOf(id)];
  return entry == 0 ? std::nullopt : std::optional(entry - 1);
}

void PlainGraph::ReadEdges(std::string_view bytes) {
  const bool has_confidence =
      bytes.substr(0, bytes.find('\n')).find(",confidence") != std::string_view::npos;
  std::vector<uint32_t> from;
  std::vector<uint32_t> to;
  std::vector<float> confidence;
  for (Lines lines(bytes); !lines.AtEnd();) {
    std::string_view line = lines.Next();
    from.push_back(Find(TakeCell(line)).value());
    to.push_back(Find(TakeCell(line)).value());
    if (has_confidence) {
      TakeCell(line);
      float number = 1;
      std::from_chars(line.data(), line.data() + line.size(), number);
      confidence.push_back(number);
    }
  }
  out_.first.assign(ids_.size() + 1, 0);
  for (uint32_t node : from) {
    ++out_.first[node + 1];
  }
  Accumulate(out_.first);
  out_.targets.resize(to.size());
  confidence_.resize(confidence.size());
  std::vector<uint32_t> next(out_.first.begin(), out_.first.end() - 1);
  for (size_t edge = 0; edge < from.size(); ++edge) {
    const uint32_t place = next[from[edge]]++;
    out_.targets[place] = to[edge];
    if (has_confidence) {
      confidence_[place] = confidence[edge];
    }
  }
}

PlainRows PlainGraph::Reversed() const {
  PlainRows in;
  in.first.assign(ids_.size() + 1, 0);
  for (uint32_t target : out_.targets) {
    ++in.first[target + 1];
  }
  Accumulate(in.first);
  in.targets.resize(out_.targets.size());
  std::vector<uint32_t> next(in.first.begin(), in.first.end() - 1);
  for (uint32_t node = 0; node < Nodes(); ++node) {
    for (uint32_t target : out_.Of(node)) {
      in.targets[next[target]++] = node;
    }
  }
  return in;
}

}  // namespace stemma::bench
