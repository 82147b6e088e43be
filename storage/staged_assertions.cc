#include "storage/staged_assertions.h"

#include <algorithm>
#include <utility>

#include "storage/record_codec.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

constexpr size_t kTailBytesMax = size_t{8} << 20;  // two of them are in memory

}  // namespace

Status StagedAssertions::Await() {
  return writing_.valid() ? writing_.get() : Status();
}

Status StagedAssertions::Spill() {
  STEMMA_TRY(Await());
  if (!file_) {
    STEMMA_ASSIGN(TemporaryFile file, TemporaryFile::Make(folder_));
    file_.emplace(std::move(file));
  }
  tail_begin_ += tail_.size();
  std::swap(tail_, written_);
  tail_.clear();
  writing_ = std::async(std::launch::async,
                        [this]() { return file_->Append(written_.data(), written_.size()); });
  tail_.reserve(kTailBytesMax + kBlockBytesMax);
  return {};
}

Status StagedAssertions::Close() {
  if (open_.IsEmpty()) {
    return {};
  }
  Place place;
  place.first_arrival = open_.FirstArrival();
  place.last_arrival = last_arrival_;
  place.latest = open_.Latest();
  place.offset = Bytes();
  const std::string value = open_.Take();
  place.size = static_cast<uint32_t>(value.size());
  places_.push_back(place);
  tail_ += value;
  return tail_.size() < kTailBytesMax ? Status() : Spill();
}

Status StagedAssertions::MakeRoom(const Utterance* utterance) {
  const bool has_room = !open_.IsFull() && (utterance == nullptr || open_.Fits(*utterance));
  return has_room ? Status() : Close();
}

Status StagedAssertions::Add(uint64_t arrival, NodeId node, const NodeAssertion& assertion) {
  if (IsPlain(assertion)) {
    const Utterance utterance = UtteranceOf(assertion);
    STEMMA_TRY(MakeRoom(&utterance));
    open_.AddPlain(arrival, utterance, node, assertion);
  } else {
    STEMMA_TRY(MakeRoom());
    open_.AddRecord(arrival, assertion.at, EncodeRecord(assertion));
  }
  last_arrival_ = arrival;
  return {};
}

Status StagedAssertions::AddWhole(uint64_t arrival, const EdgeAssertion& assertion) {
  STEMMA_TRY(MakeRoom());
  open_.AddRecord(arrival, assertion.at, EncodeRecord(assertion));
  last_arrival_ = arrival;
  return {};
}

Status StagedAssertions::AddBare(uint64_t arrival, const EdgeKey& ends,
                                 const Utterance& utterance) {
  STEMMA_TRY(MakeRoom(&utterance));
  open_.AddPlain(arrival, utterance, ends);
  last_arrival_ = arrival;
  return {};
}

Result<std::string> StagedAssertions::Read(const Place& place) {
  if (place.offset >= tail_begin_) {
    return std::string(std::string_view(tail_).substr(place.offset - tail_begin_, place.size));
  }
  STEMMA_TRY(Await());
  std::string value(place.size, '\0');
  STEMMA_TRY(file_->ReadAt(place.offset, value.data(), value.size()));
  return value;
}

Status StagedAssertions::Load(uint64_t arrival) {
  if (block_ && arrival >= block_->assertions.front().arrival &&
      arrival <= block_->assertions.back().arrival) {
    return {};
  }
  block_.reset();
  if (!open_.IsEmpty() && arrival >= open_.FirstArrival()) {
    STEMMA_TRY(Close());
  }
  const auto behind = std::upper_bound(
      places_.begin(), places_.end(), arrival,
      [](uint64_t wanted, const Place& place) { return wanted < place.first_arrival; });
  if (behind != places_.begin()) {
    STEMMA_ASSIGN(value_, Read(*(behind - 1)));
    block_ = DecodeAssertionBlock((behind - 1)->first_arrival, value_);
  }
  return block_ ? Status() : Status(Damaged("an assertion of the import is missing"));
}

Result<ArrivedAssertion> StagedAssertions::At(uint64_t arrival,
                                              const AssertionReader::IdOf& id_of) {
  STEMMA_TRY(Load(arrival));
  const PackedAssertion* found = block_->Find(arrival);
  return found == nullptr ? Damaged("an assertion of the import is missing")
                          : AssertionReader::Unpack(*found, block_->utterance, id_of);
}

Status StagedAssertions::Each(const std::unordered_set<uint64_t>& dropped,
                              const std::function<Status(const Block&)>& visit) {
  STEMMA_TRY(Close());
  std::vector<uint64_t> gone(dropped.begin(), dropped.end());
  std::sort(gone.begin(), gone.end());
  auto next_gone = gone.begin();
  for (const Place& place : places_) {
    STEMMA_ASSIGN(std::string value, Read(place));
    const auto first_gone = next_gone;
    while (next_gone != gone.end() && *next_gone <= place.last_arrival) {
      ++next_gone;
    }
    Block block{place.first_arrival, place.latest, std::move(value)};
    if (first_gone != next_gone) {
      const auto decoded = DecodeAssertionBlock(place.first_arrival, block.value);
      AssertionBlockBuilder kept;
      for (const PackedAssertion& one : decoded.value_or(AssertionBlock()).assertions) {
        if (!dropped.contains(one.arrival)) {
          kept.Add(one, decoded->utterance, place.latest);
        }
      }
      if (kept.IsEmpty()) {
        continue;
      }
      block.first_arrival = kept.FirstArrival();
      block.value = kept.Take();
    }
    STEMMA_TRY(visit(block));
  }
  return {};
}

}  // namespace stemma
