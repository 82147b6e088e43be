#include "graph/base/utf8.h"
#include "graph/ingest/record_reader.h"

namespace stemma {
namespace {

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

class JsonLinesRecords : public RecordReader {
 public:
  explicit JsonLinesRecords(LineReader& lines) : lines_(lines) {}

  Result<std::optional<ReadRecord>> Next() override {
    while (true) {
      STEMMA_ASSIGN(const auto line, lines_.Next());
      if (!line) {
        return std::optional<ReadRecord>();
      }
      if (!IsBlank(*line)) {
        return std::optional<ReadRecord>({lines_.Number(), Parse(*line)});
      }
    }
  }

 private:
  Result<Assertion> Parse(std::string_view line) {
    if (const auto invalid = FirstInvalidUtf8(line)) {
      return InvalidInput("expected UTF-8, found an invalid byte at byte " +
                          std::to_string(*invalid + 1) + " of the line");
    }
    return reader_.Parse(line);
  }

  LineReader& lines_;
  JsonLinesReader reader_;
};

}  // namespace

std::unique_ptr<RecordReader> ReadJsonLines(LineReader& lines) {
  return std::make_unique<JsonLinesRecords>(lines);
}

}  // namespace stemma
