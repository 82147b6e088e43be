#include "storage/snapshot_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "storage/durable_file.h"
#include "storage/edge_blocks.h"
#include "storage/packing.h"

namespace stemma {
namespace {

constexpr std::array<char, 8> kMagic = {'s', 't', 'e', 'm', 'm', 'a', 's', '1'};
constexpr size_t kStoreIdBytes = 16;

struct Header {
  std::array<char, 8> magic = kMagic;
  std::array<char, kStoreIdBytes> store{};
  uint64_t packed = 0;
  uint64_t checksum = 0;  // of all that follows
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t dates = 0;
  uint64_t class_bytes = 0;
  std::array<uint32_t, 4> widths{};  // of the columns: edge class, node class, date; unused
};
static_assert(std::is_trivially_copyable_v<Header> && sizeof(Header) % 8 == 0);
constexpr size_t kChecked = offsetof(Header, nodes);

size_t Padded(size_t bytes) {
  return (bytes + 7) / 8 * 8;
}

bool IsOf(const Header& header, const SnapshotOf& of) {
  return header.magic == kMagic && header.packed == of.packed &&
         of.store == std::string_view(header.store.data(), header.store.size());
}

// A file in memory, for as long as it lives.
class Mapped {
 public:
  explicit Mapped(const std::filesystem::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status = {};
    if (file >= 0 && fstat(file, &status) == 0 && status.st_size > 0) {
      size_ = static_cast<size_t>(status.st_size);
      void* mapped = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
      data_ = mapped == MAP_FAILED ? nullptr : static_cast<const char*>(mapped);
    }
    if (file >= 0) {
      close(file);
    }
  }
  ~Mapped() {
    if (data_ != nullptr) {
      munmap(const_cast<char*>(data_), size_);
    }
  }
  Mapped(const Mapped&) = delete;
  Mapped& operator=(const Mapped&) = delete;

  std::string_view Bytes() const {
    return data_ == nullptr ? std::string_view() : std::string_view(data_, size_);
  }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

void PutClasses(PackedWriter& out, const SnapshotArrays& arrays) {
  out.Number(arrays.edge_classes.size());
  for (const EdgeClass& edge : arrays.edge_classes) {
    std::string value;
    value += static_cast<char>(edge.facts.kind);
    out.Bytes(value);
    out.Text(EncodeEdge({edge.facts, edge.earliest, edge.latest, false}));
  }
  out.Number(arrays.node_classes.size());
  for (const NodeClass& node : arrays.node_classes) {
    out.Byte(static_cast<uint8_t>(node.kind));
    out.Byte(static_cast<uint8_t>((node.is_there ? 1 : 0) | (node.first_hand ? 2 : 0) |
                                  (node.unnamed ? 4 : 0) | (node.dated ? 8 : 0) |
                                  (node.folds ? 16 : 0)));
    out.Moment(node.latest);
  }
}

struct Classes {
  std::vector<EdgeClass> edges;
  std::vector<NodeClass> nodes;
};

bool TakeClasses(PackedReader in, Classes& classes) {
  const uint64_t edges = in.Number();
  for (uint64_t i = 0; i < edges && in.Ok(); ++i) {
    const auto kind = in.OneOf<EdgeKind>();
    const auto stored = DecodeEdge({NodeId(), kind, NodeId()}, in.Text());
    if (!stored) {
      return false;
    }
    classes.edges.push_back({stored->facts, stored->earliest, stored->latest});
  }
  const uint64_t nodes = in.Number();
  for (uint64_t i = 0; i < nodes && in.Ok(); ++i) {
    NodeClass node;
    node.kind = in.OneOf<NodeKind>();
    const uint8_t flags = in.Byte();
    node.is_there = (flags & 1U) != 0;
    node.first_hand = (flags & 2U) != 0;
    node.unnamed = (flags & 4U) != 0;
    node.dated = (flags & 8U) != 0;
    node.folds = (flags & 16U) != 0;
    node.latest = in.Moment();
    classes.nodes.push_back(node);
  }
  return in.Ok();
}

// The sections in order, each padded to 8 bytes.
class Sections {
 public:
  explicit Sections(std::string_view bytes) : rest_(bytes) {}
  const char* Take(size_t bytes) {
    if (Padded(bytes) > rest_.size()) {
      ok_ = false;
      return nullptr;
    }
    const char* section = rest_.data();
    rest_.remove_prefix(Padded(bytes));
    return section;
  }
  template <class T>
  std::span<const T> TakeNumbers(size_t count) {
    const char* section = Take(count * sizeof(T));
    return section == nullptr ? std::span<const T>()
                              : std::span(reinterpret_cast<const T*>(section), count);
  }
  bool AtEnd() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

// Sections with their padding, where they stand: a copy of them would be as large as the file.
void AddSection(std::span<const char> bytes, std::vector<std::string_view>& parts) {
  static constexpr std::array<char, 7> kZeros{};
  parts.emplace_back(bytes.data(), bytes.size());
  parts.emplace_back(kZeros.data(), Padded(bytes.size()) - bytes.size());
}
template <class T>
void AddSection(std::span<const T> numbers, std::vector<std::string_view>& parts) {
  AddSection({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()}, parts);
}
void AddSection(const NarrowColumn& column, size_t count, std::vector<std::string_view>& parts) {
  AddSection({static_cast<const char*>(column.Data()), count * column.Width()}, parts);
}

uint64_t Checksum(const Header& header, std::span<const std::string_view> parts) {
  const XXH64_hash_t seed =
      XXH3_64bits(reinterpret_cast<const char*>(&header) + kChecked, sizeof header - kChecked);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       XXH3_freeState);
  XXH3_64bits_reset_withSeed(state.get(), seed);
  for (const std::string_view part : parts) {
    XXH3_64bits_update(state.get(), part.data(), part.size());
  }
  return XXH3_64bits_digest(state.get());
}

class OpenedFile : public SnapshotFile, public std::enable_shared_from_this<OpenedFile> {
 public:
  explicit OpenedFile(const std::filesystem::path& path) : file_(path) {}

  bool ReadSections() {
    const std::string_view bytes = file_.Bytes();
    if (bytes.size() < sizeof header_) {
      return false;
    }
    std::memcpy(&header_, bytes.data(), sizeof header_);
    const std::string_view rest = bytes.substr(sizeof header_);
    if (header_.magic != kMagic || header_.checksum != Checksum(header_, {&rest, 1})) {
      return false;
    }
    Sections sections(rest);
    arrays_.first_edge = sections.TakeNumbers<uint32_t>(header_.nodes + 1);
    arrays_.targets = sections.TakeNumbers<uint32_t>(header_.edges);
    const auto column = [&](size_t count, uint32_t width) {
      return NarrowColumn(sections.Take(count * width), width);
    };
    arrays_.class_of_edge = column(header_.edges, header_.widths[0]);
    arrays_.class_of_node = column(header_.nodes, header_.widths[1]);
    arrays_.date_of_node = column(header_.nodes, header_.widths[2]);
    arrays_.dates = sections.TakeNumbers<Instant>(header_.dates);
    const char* classes = sections.Take(header_.class_bytes);
    if (!sections.AtEnd() || !TakeClasses(PackedReader({classes, header_.class_bytes}), classes_)) {
      return false;
    }
    arrays_.edge_classes = classes_.edges;
    arrays_.node_classes = classes_.nodes;
    return true;
  }

  std::shared_ptr<const Snapshot> Of(const SnapshotOf& of,
                                     std::span<const NodeId> changed) const override {
    return IsOf(header_, of)
               ? std::make_shared<const Snapshot>(arrays_, shared_from_this(), changed)
               : nullptr;
  }

 private:
  Mapped file_;
  Header header_;
  Classes classes_;
  SnapshotArrays arrays_;
};

}  // namespace

bool HasSnapshot(const std::filesystem::path& path, const SnapshotOf& of) {
  std::ifstream file(path, std::ios::binary);
  Header header;
  return file.read(reinterpret_cast<char*>(&header), sizeof header) && IsOf(header, of);
}

std::shared_ptr<const SnapshotFile> SnapshotFile::Read(const std::filesystem::path& path) {
  auto opened = std::make_shared<OpenedFile>(path);
  return opened->ReadSections() ? opened : nullptr;
}

Status WriteSnapshot(const std::filesystem::path& path, const SnapshotOf& of,
                     const Snapshot& snapshot) {
  const SnapshotArrays& arrays = snapshot.Arrays();
  Header header;
  std::memcpy(header.store.data(), of.store.data(), std::min(of.store.size(), kStoreIdBytes));
  header.packed = of.packed;
  header.nodes = arrays.nodes();
  header.edges = arrays.targets.size();
  header.dates = arrays.dates.size();
  header.widths = {arrays.class_of_edge.Width(), arrays.class_of_node.Width(),
                   arrays.date_of_node.Width(), 0};
  std::string classes;
  PackedWriter packed(classes);
  PutClasses(packed, arrays);
  header.class_bytes = classes.size();

  std::vector<std::string_view> parts = {
      std::string_view(reinterpret_cast<const char*>(&header), sizeof header)};
  AddSection(arrays.first_edge, parts);
  AddSection(arrays.targets, parts);
  AddSection(arrays.class_of_edge, header.edges, parts);
  AddSection(arrays.class_of_node, header.nodes, parts);
  AddSection(arrays.date_of_node, header.nodes, parts);
  AddSection(arrays.dates, parts);
  AddSection(std::span<const char>(classes), parts);
  header.checksum = Checksum(header, std::span(parts).subspan(1));
  // Whoever needs a snapshot made looks at the header alone: the rest must be there with it.
  return WriteDurably(path, parts);
}

}  // namespace stemma
