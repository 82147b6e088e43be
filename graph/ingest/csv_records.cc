#include <cstdio>
#include <deque>
#include <string>
#include <vector>

#include <csv.h>

#include "graph/base/utf8.h"
#include "graph/ingest/csv_header.h"
#include "graph/ingest/import.h"
#include "graph/ingest/record_reader.h"

namespace stemma {
namespace {

struct Row {
  uint64_t line = 0;  // where it begins
  std::vector<std::string> cells;
};

// libcsv is fed one line at a time, so that each row knows where it begins.
class RowReader {
 public:
  explicit RowReader(LineReader& lines) : lines_(lines) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
  }
  ~RowReader() { csv_free(&parser_); }
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  Result<std::optional<Row>> Next() {
    while (rows_.empty() && !at_end_) {
      STEMMA_TRY(Feed());
    }
    if (rows_.empty()) {
      return std::optional<Row>();
    }
    Row row = std::move(rows_.front());
    rows_.pop_front();
    return std::optional(std::move(row));
  }

 private:
  Status Feed() {
    STEMMA_ASSIGN(const auto line, lines_.NextWithEnd());
    int failed = 0;
    if (!line) {
      at_end_ = true;
      failed = csv_fini(&parser_, TakeCell, TakeRow, this);
    } else {
      if (!begun_) {
        row_line_ = lines_.Number();
      }
      begun_ = true;
      row_bytes_ += line->size();
      if (row_bytes_ > kLineBytesMax) {
        return InvalidInput("expected a row of at most " + std::to_string(kLineBytesMax >> 20U) +
                            " MiB, found a longer one: is a quotation mark missing, from line " +
                            std::to_string(row_line_) + " on?");
      }
      failed =
          csv_parse(&parser_, line->data(), line->size(), TakeCell, TakeRow, this) != line->size();
    }
    if (failed != 0) {
      return InvalidInput(
          "expected RFC 4180 quoting, found a quotation mark out of place in the "
          "row that begins at line " +
          std::to_string(row_line_));
    }
    return {};
  }

  static void TakeCell(void* bytes, size_t size, void* self) {
    auto& reader = *static_cast<RowReader*>(self);
    reader.cells_.emplace_back(static_cast<const char*>(bytes), size);
  }

  static void TakeRow(int, void* self) {
    auto& reader = *static_cast<RowReader*>(self);
    reader.rows_.push_back({reader.row_line_, std::move(reader.cells_)});
    reader.cells_.clear();
    reader.begun_ = false;
    reader.row_bytes_ = 0;
  }

  LineReader& lines_;
  csv_parser parser_ = {};
  std::deque<Row> rows_;
  std::vector<std::string> cells_;
  uint64_t row_line_ = 0;
  uint64_t row_bytes_ = 0;
  bool begun_ = false;
  bool at_end_ = false;
};

class CsvRecords : public RecordReader {
 public:
  explicit CsvRecords(LineReader& lines) : rows_(lines) {}

  Status ReadHeader() {
    STEMMA_ASSIGN(const auto row, rows_.Next());
    STEMMA_ASSIGN(header_, CsvHeader::Read(row ? row->cells : std::vector<std::string>()));
    return {};
  }

  Result<std::optional<ReadRecord>> Next() override {
    STEMMA_ASSIGN(const auto row, rows_.Next());
    if (!row) {
      return std::optional<ReadRecord>();
    }
    return std::optional<ReadRecord>({row->line, Parse(*row)});
  }

 private:
  Result<Assertion> Parse(const Row& row) {
    if (row.cells.size() != header_.Columns()) {
      return InvalidInput("expected " + std::to_string(header_.Columns()) + " columns, found " +
                          std::to_string(row.cells.size()));
    }
    for (size_t i = 0; i < row.cells.size(); ++i) {
      if (FirstInvalidUtf8(row.cells[i])) {
        return InvalidInput("expected UTF-8, found an invalid byte in column " +
                            std::to_string(i + 1));
      }
    }
    STEMMA_ASSIGN(const std::string line, header_.JsonLineOf(row.cells));
    return reader_.Parse(line);
  }

  RowReader rows_;
  CsvHeader header_;
  JsonLinesReader reader_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> ReadCsv(LineReader& lines) {
  auto records = std::make_unique<CsvRecords>(lines);
  STEMMA_TRY(records->ReadHeader());
  return std::unique_ptr<RecordReader>(std::move(records));
}

}  // namespace stemma
