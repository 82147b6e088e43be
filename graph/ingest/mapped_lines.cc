#include "graph/ingest/mapped_lines.h"

#include <utility>

#include <simdjson.h>

namespace stemma {
namespace {

class MappedLines : public RecordReader {
 public:
  MappedLines(LineReader& lines, std::unique_ptr<LineMapper> mapper)
      : lines_(lines), mapper_(std::move(mapper)) {}

  Result<bool> Next(ReadRecord& record) override {
    while (!queue_.Take(record)) {
      STEMMA_ASSIGN(const auto line, lines_.Next());
      if (!line) {
        return false;
      }
      if (!IsBlankLine(*line)) {
        Take(*line);
      }
    }
    record.place.line = lines_.Number();
    return true;
  }

  uint64_t Line() const override { return lines_.Number(); }
  std::string Note() const override { return tally_.Text(); }

 private:
  void Take(std::string_view line) {
    of_line_.Clear();
    Status mapped = Map(line);
    if (mapped.has_value()) {
      mapped = queue_.Check();
    }
    if (mapped.has_value()) {
      tally_.Add(of_line_);
    } else {
      queue_.Refuse(std::move(mapped).error());
    }
  }

  Status Map(std::string_view line) {
    static_assert(kLinePaddingBytes >= simdjson::SIMDJSON_PADDING);
    simdjson::dom::element root;
    simdjson::dom::object object;
    if (parser_.parse(line.data(), line.size(), /*realloc_if_needed=*/false).get(root) !=
        simdjson::SUCCESS) {
      return InvalidInput(WhatIsWrong(line));
    }
    if (root.get(object) != simdjson::SUCCESS) {
      return InvalidInput("expected one JSON object, found " + Shown(root));
    }
    Mapped out{queue_, of_line_};
    return mapper_->Map(object, out);
  }

  LineReader& lines_;
  std::unique_ptr<LineMapper> mapper_;
  simdjson::dom::parser parser_;
  RecordQueue queue_;
  FormatTally tally_;
  FormatTally of_line_;
};

}  // namespace

std::unique_ptr<RecordReader> ReadMappedLines(LineReader& lines,
                                              std::unique_ptr<LineMapper> mapper) {
  return std::make_unique<MappedLines>(lines, std::move(mapper));
}

}  // namespace stemma
