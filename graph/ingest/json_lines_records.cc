#include "graph/base/utf8.h"
#include "graph/ingest/json_lines.h"
#include "graph/ingest/record_reader.h"

namespace stemma {
namespace {

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

class JsonLinesRecords : public RecordReader {
 public:
  explicit JsonLinesRecords(LineReader& lines) : lines_(lines) {}

  Result<bool> Next(ReadRecord& record) override {
    while (true) {
      STEMMA_ASSIGN(const auto line, lines_.Next());
      if (!line) {
        return false;
      }
      if (!IsBlank(*line)) {
        record.place.line = lines_.Number();
        Parse(*line, record);
        return true;
      }
    }
  }

 private:
  void Parse(std::string_view line, ReadRecord& record) {
    record.error.reset();
    if (Status parsed = reader_.ParsePadded(line, record); !parsed.has_value()) {
      // The parser refuses ill-formed UTF-8 too, without a word on where it stands.
      const auto invalid = FirstInvalidUtf8(line);
      record.error = invalid ? Error{ErrorCode::kInvalidInput,
                                     "expected UTF-8, found an invalid byte at byte " +
                                         std::to_string(*invalid + 1) + " of the line"}
                             : std::move(parsed).error();
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
