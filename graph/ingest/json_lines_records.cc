#include "graph/ingest/json_lines.h"
#include "graph/ingest/json_value.h"
#include "graph/ingest/record_reader.h"

namespace stemma {
namespace {

class JsonLinesRecords : public RecordReader {
 public:
  explicit JsonLinesRecords(LineReader& lines) : lines_(lines) {}

  Result<bool> Next(ReadRecord& record) override {
    while (true) {
      STEMMA_ASSIGN(const auto line, lines_.Next());
      if (!line) {
        return false;
      }
      if (!IsBlankLine(*line)) {
        record.place.line = lines_.Number();
        Parse(*line, record);
        return true;
      }
    }
  }

  uint64_t Line() const override { return lines_.Number(); }

 private:
  void Parse(std::string_view line, ReadRecord& record) {
    record.error.reset();
    if (Status parsed = reader_.ParsePadded(line, record); !parsed.has_value()) {
      record.error = std::move(parsed).error();
    }
  }

  LineReader& lines_;
  JsonLinesReader reader_;
};

}  // namespace

std::unique_ptr<RecordReader> ReadJsonLines(LineReader& lines) {
  return std::make_unique<JsonLinesRecords>(lines);
}

}  // namespace stemma
